#include "render/words/scope.h"

#include "render/facts/body.h"
#include "render/words/short_text.h"
#include "tests/facts/support_facts.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <random>
#include <string>

namespace cairn::words::tests {
BOOST_AUTO_TEST_SUITE(scope)

namespace {

using test::none;
using test::Rows;

facts::Facts map_of(const Rows& rows, const test::About& about) {
    input::FigureSpec spec = test::spec_of(true, about);
    spec.unplaced = input::Unplaced::note;
    const geo::Gazetteer places({{"S12000047", {}, "", "Fife", "Fìobha", {}},
                                 {"S12000041", {}, "", "Angus", "Aonghas", {}},
                                 {"S12000020", {}, "", "Moray", "Moireibh", {}}});
    return facts::gather_map(spec, test::observations(rows, about), places, "",
                             test::catalogue_of(about));
}

struct Told {
    std::string scope;
    std::string note;
};

Told told(const Rows& rows, const test::About& about = {.title = "Stories by place"}) {
    const facts::Facts facts = map_of(rows, about);
    const Summary summary = summarise(facts);
    const TextContext context{facts, summary, test::catalogue_of(about)};
    return {words::scope(context), unplaced_note(context)};
}

} // namespace

BOOST_AUTO_TEST_CASE(what_has_no_area_is_part_of_the_total) {
    const std::tuple<Rows, std::string, std::string> cases[] = {
        {{{"Fife", 7}, {"Angus", 3}, {"Moray", 2}, {"Unknown", 4}, {"Outwith Scotland", 3}},
         "19 stories, 12 of them in all three council areas",
         "7 stories have no place on the map: Unknown and Outwith Scotland."},
        {{{"Fife", 7}, {"Unknown", 1}},
         "8 stories, 7 of them in one council area with data, Fife",
         "1 story has no place on the map: Unknown."},
        {{{"Fife", 7}, {"Angus", 0}, {"Moray", 0}, {"Unknown", 1}},
         "8 stories, 7 of them, all in one of three council areas, Fife",
         "1 story has no place on the map: Unknown."},
        {{{"Fife", 0}, {"Angus", 0}, {"Moray", 0}, {"Unknown", 2}},
         "2 stories, none of them in any of the three council areas",
         "2 stories have no place on the map: Unknown."},
        {{{"Fife", 2}, {"Angus", 2}, {"Moray", 2}, {"Unknown", 0}},
         "6 stories in all three council areas, 2 in each",
         "Not on the map: Unknown."},
        {{{"Fife", 2}, {"Angus", 3}, {"Moray", 2}, {"Unknown", none}},
         "7 stories in all three council areas",
         "Not on the map: Unknown."},
        {{{"Fife", 2}, {"Angus", 3}, {"Moray", 2}}, "7 stories in all three council areas", ""},
    };
    for (const auto& [rows, scope, note] : cases) {
        const Told texts = told(rows);
        BOOST_TEST(texts.scope == scope);
        BOOST_TEST(texts.note == note);
    }
}

BOOST_AUTO_TEST_CASE(a_measure_has_no_total_to_be_part_of) {
    const Told texts = told({{"Fife", 2}, {"Angus", 3}, {"Moray", 5}, {"Unknown", 4}},
                            {.title = "Life", .value_heading = "Mean of Age"});
    BOOST_TEST(texts.scope == "Mean of Age in three council areas, from 2 (Fife) to 5 (Moray)");
    BOOST_TEST(texts.note == "Not on the map: Unknown.");
}

BOOST_AUTO_TEST_CASE(in_gaelic) {
    const Told texts = told({{"Fife", 7}, {"Angus", 3}, {"Moray", 2}, {"Unknown", 3}},
                            {.title = "Sgeulachdan", .in_gaelic = true});
    BOOST_TEST(texts.scope == "15 sgeulachdan, 12 dhiubh ann an 3 sgìrean comhairle");
    BOOST_TEST(texts.note == "3 sgeulachdan gun àite air a' mhapa: Unknown.");
}

// Counted again here: whole and part are those of the rows.
BOOST_AUTO_TEST_CASE(random_totals_are_those_of_the_rows) {
    std::mt19937 random(3);
    for (int i = 0; i < 200; ++i) {
        const auto value = [&] { return static_cast<double>(2 + random() % 40); };
        const Rows rows{{"Fife", value()},
                        {"Unknown", value()},
                        {"Angus", value()},
                        {"Not recorded", value()},
                        {"Moray", value()}};
        const double placed = *rows[0].second + *rows[2].second + *rows[4].second;
        const double unplaced = *rows[1].second + *rows[3].second;
        const Told texts = told(rows);
        BOOST_TEST(texts.scope.starts_with(
                       fmt::format("{} stories, {} of them in", placed + unplaced, placed)),
                   texts.scope);
        BOOST_TEST(texts.note == fmt::format("{} stories have no place on the map: Unknown and "
                                             "Not recorded.",
                                             unplaced));
        const facts::Facts facts = map_of(rows, {.title = "Stories by place"});
        const std::string text = short_text(facts, summarise(facts), test::english());
        BOOST_TEST(text.find(" of them,") == std::string::npos, text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words::tests
