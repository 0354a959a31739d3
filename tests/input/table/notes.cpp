#include "render/input/table/notes.h"

#include "render/input/table/read_delimited.h"

#include <boost/test/unit_test.hpp>

using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(notes)

BOOST_AUTO_TEST_CASE(texts_that_look_like_notes) {
    for (const char* text :
         {"Source: Scottish Government", "SOURCE", "Note: figures may not sum.", "Notes",
          "[note 1] Includes repeat applications.", "[c] = suppressed", "1. Figures revised.",
          "(2) Provisional", "* suppressed", "© Crown copyright", "Last updated 3 May 2024",
          "Percentages are rounded", "(c) Crown copyright"}) {
        BOOST_TEST(looks_like_note(text, false), text);
    }
    for (const char* text : {"Angus", "Noteworthy", "Sourceton", "1 to 4", "2023", "St. Andrews",
                             "East Renfrewshire", "Total"}) {
        BOOST_TEST(!looks_like_note(text, true), text);
    }
    BOOST_TEST(looks_like_note("Islands are shown together.", true));
    BOOST_TEST(!looks_like_note("Islands are shown together.", false));
}

BOOST_AUTO_TEST_CASE(where_notes_begin) {
    struct Case {
        const char* text;
        std::size_t notes;
    };
    for (const Case& one : {Case{"Council,Cases\nFife,3\nMoray,4\nSource: NRS\n", 3},
                            {"Council,Cases\nFife,3\nMoray,4\n\nIslands apart\nSource: NRS\n", 3},
                            {"Council,Cases\nFife,3\nMoray,4\n,,,\nIslands apart,,\n", 3},
                            {"Council,Cases\nFife,3\nSource: NRS, 2024\n", 2},
                            {"Council,Cases\nFife,3\nINFO,\"some, changed\"\n", 2},
                            {"Council,Cases\nFife,3\nINFO Centre,4\n", 3},
                            // An empty value is no note.
                            {"Council,Cases\nFife,3\nMoray,\n", 3},
                            {"Council,Cases\nFife,3\nMoray\n", 3},
                            {"Council,Cases\nFife,3\n\nMoray,4\n", 3},
                            // Rows of several lines are not followed by empty ones.
                            {"Council,Cases\nFife,\"3\n[p]\"\nMoray,\n", 3},
                            {"Council\nFife\nMoray\n\nAngus\n", 4}}) {
        const Grid grid = read_delimited(one.text, "d.csv", ',');
        BOOST_TEST(find_notes(grid, 1, grid.rows.front().cells.size()) == one.notes, one.text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
