#include "render/facts/gather/unplaced_rows.h"

#include "render/facts/body.h"
#include "render/facts/gather/gather_panels.h"
#include "render/words/describe.h"
#include "tests/facts/support_facts.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(unplaced_rows)

namespace {

const geo::Gazetteer& places() {
    static const geo::Gazetteer places({
        {"S12000047", {}, "GB-FIF", "Fife", "Fìobha", {}},
        {"S12000041", {}, "GB-ANS", "Angus", "Aonghas", {"Other"}},
    });
    return places;
}

facts::Facts map_of(const test::Rows& rows, input::Unplaced unplaced = input::Unplaced::note,
                    std::optional<double> expected = {}) {
    input::FigureSpec spec = test::spec_of(true, {.title = "Stories by place"});
    spec.unplaced = unplaced;
    spec.expect_total = expected;
    return facts::gather_map(spec, test::observations(rows), places(), "", test::english());
}

/// "Unknown 4", "Angus -"
std::vector<std::string> in_short(const std::vector<facts::Fact>& rows) {
    std::vector<std::string> texts;
    for (const facts::Fact& row : rows) {
        texts.push_back(row.label + (row.value ? fmt::format(" {}", *row.value) : " -"));
    }
    return texts;
}

} // namespace

BOOST_AUTO_TEST_CASE(rows_without_an_area_stay_in_the_total) {
    const facts::Facts facts = map_of({{"Fife", 7},
                                       {"Unknown", 4},
                                       {"Outwith Scotland", 2},
                                       {"NOT KNOWN ", 1},
                                       {"Not recorded", test::none},
                                       {"Scotland", 14}},
                                      input::Unplaced::note, 14);
    BOOST_TEST(facts.total == 14);
    BOOST_TEST(facts::placed_total(facts) == 7);
    BOOST_TEST(facts.facts.size() == 2U);
    BOOST_TEST(facts.rows_read == 6U);
    BOOST_REQUIRE(facts.unplaced);
    BOOST_TEST(facts.unplaced->value.value() == 7);
    BOOST_TEST(in_short(facts::rows_of(facts)) ==
                   (std::vector<std::string>{"Fife 7", "Angus -", "Unknown 4", "Outwith Scotland 2",
                                             "NOT KNOWN  1", "Not recorded -"}),
               boost::test_tools::per_element());
    const words::Words words = words::describe(facts, test::english());
    BOOST_TEST(words.table.rows.size() == 6U);
    BOOST_TEST(words.table.rows.at(2) == (std::vector<std::string>{"Unknown", "4"}),
               boost::test_tools::per_element());
    BOOST_TEST(words.marks.size() == 2U);
}

BOOST_AUTO_TEST_CASE(rows_of_one_label_without_an_area_are_one) {
    const facts::Facts facts = map_of({{"Fife", 7}, {"Unknown", 4}, {"Unknown", 3}});
    BOOST_TEST(in_short(facts::rows_of(facts)).back() == "Unknown 7");
}

BOOST_AUTO_TEST_CASE(small_maps_have_their_own_rows_without_an_area) {
    input::Observations rows = test::observations(
        {{"Fife", 7}, {"Unknown", 4}, {"Fife", 8}, {"Outwith Scotland", 2}, {"Unknown", 1}});
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        rows.rows[i].panel = i < 2 ? "2023" : "2024";
    }
    input::FigureSpec spec = test::spec_of(true, {});
    spec.unplaced = input::Unplaced::note;
    spec.data.panel_column = "Year";
    const facts::Facts facts = facts::gather_panels(spec, rows, places(), "", test::english());
    BOOST_TEST(in_short(facts::rows_of(facts)) ==
                   (std::vector<std::string>{"Fife 7", "Angus -", "Fife 8", "Angus -", "Unknown 4",
                                             "Outwith Scotland 2", "Unknown 1"}),
               boost::test_tools::per_element());
    const words::DataTable table = words::describe(facts, test::english()).table;
    BOOST_TEST_REQUIRE(table.rows.size() == 4U);
    BOOST_TEST(table.rows.at(2) == (std::vector<std::string>{"Unknown", "4", "1"}),
               boost::test_tools::per_element());
    BOOST_TEST(table.rows.at(3) == (std::vector<std::string>{"Outwith Scotland", "no data", "2"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_name_of_an_area_has_one_whatever_it_sounds_like) {
    const facts::Facts facts = map_of({{"Fife", 7}, {"Other", 4}});
    BOOST_TEST(!facts.unplaced);
    BOOST_TEST(facts::placed_total(facts) == 11);
}

BOOST_AUTO_TEST_CASE(rows_without_a_value_have_no_sum) {
    const facts::Facts facts = map_of({{"Fife", 7}, {"Unknown", test::none}});
    BOOST_REQUIRE(facts.unplaced);
    BOOST_TEST(!facts.unplaced->value);
    BOOST_TEST(facts.total == 7);
}

BOOST_AUTO_TEST_CASE(they_are_one_error_where_nobody_asked_for_a_note) {
    BOOST_TEST(
        test::error_text([] {
            map_of({{"Fife", 7}, {"Unknown", 4}, {"Outwith Scotland", 2}, {"Fifee", 1}},
                   input::Unplaced::error);
        }) ==
        "d.csv:3: error: \"Unknown\" and \"Outwith Scotland\" are no council area\n"
        "  write `unplaced: note` in the figure: it keeps such rows in the total and in a note\n"
        "d.csv:5: error: \"Fifee\" matches no council area\n"
        "  did you mean \"Fife\"?\n");
    BOOST_TEST(
        test::error_text([] {
            map_of({{"Fife", 7}, {"Unknown", 4}}, input::Unplaced::error);
        }) ==
        "d.csv:3: error: \"Unknown\" is no council area\n"
        "  write `unplaced: note` in the figure: it keeps such rows in the total and in a note\n");
}

BOOST_AUTO_TEST_SUITE_END()
