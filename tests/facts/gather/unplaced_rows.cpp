#include "render/facts/gather/unplaced_rows.h"

#include "render/facts/body.h"
#include "tests/facts/support_facts.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <string>

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
    BOOST_TEST(facts.unplaced->labels == (std::vector<std::string>{"Unknown", "Outwith Scotland",
                                                                   "NOT KNOWN ", "Not recorded"}),
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
