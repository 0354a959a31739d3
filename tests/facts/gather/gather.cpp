#include "render/facts/gather/gather.h"

#include "render/facts/body.h"
#include "render/input/table/table.h"
#include "tests/support_language.h"

#include <sstream>

namespace cairn::facts {
BOOST_AUTO_TEST_SUITE(gather)

namespace {

using input::FigureSpec;
using input::Observation;
using input::Observations;

const std::optional<double> none;

/// A table `d.csv` whose first row is on line 2.
Observations table(std::vector<std::pair<std::string, std::optional<double>>> rows,
                   int decimals = 0) {
    Observations observations{"d.csv", "Sector", "Stories", {}, decimals};
    for (auto& [label, value] : rows) {
        const int line = static_cast<int>(observations.rows.size()) + 2;
        observations.rows.push_back({std::move(label), value, line});
    }
    return observations;
}

FigureSpec bar_spec(input::Sort sort = input::Sort::file) {
    FigureSpec spec;
    spec.id = "bars";
    spec.title = "Stories by sector";
    spec.sort = sort;
    spec.expect_total_where = {"f.yaml", 9, 19, "", {}, ""};
    return spec;
}

FigureSpec map_spec(input::Sort sort = input::Sort::file) {
    FigureSpec spec = bar_spec(sort);
    spec.data.are_places = true;
    spec.title = "Stories by place";
    spec.classes.where = {"f.yaml", 12, 14, "", {}, ""};
    return spec;
}

/// Four regions, not in order of name.
const geo::Gazetteer& four_places() {
    static const geo::Gazetteer places({
        {"S12000036", {"S12000012"}, "GB-EDH", "City of Edinburgh", "Dùn Èideann", {"Edinburgh"}},
        {"S12000047", {"S12000015"}, "GB-FIF", "Fife", "Fìobha", {}},
        {"S12000041", {}, "GB-ANS", "Angus", "Aonghas", {}},
        {"S12000048", {}, "GB-PKN", "Perth and Kinross", "Peairt agus Ceann Rois", {}},
    });
    return places;
}

Facts bars_of(const FigureSpec& spec, const Observations& observations) {
    return gather_bars(spec, observations, test::english());
}

Facts map_of(const FigureSpec& spec, const Observations& observations) {
    return gather_map(spec, observations, four_places(), "Boundaries: us", test::english());
}

/// "Fife=5/1 Angus=-" with the class after a slash, and a star for a region without a row.
std::string shown(const Facts& facts) {
    std::ostringstream text;
    for (const Fact& fact : facts.facts) {
        text << (text.str().empty() ? "" : ", ") << fact.label << "=";
        fact.value ? text << *fact.value : text << "-";
        if (fact.class_index) {
            text << "/" << *fact.class_index;
        }
        text << (fact.in_table ? "" : "*");
    }
    return text.str();
}

std::string warnings(const Facts& facts) {
    std::string text;
    for (const Problem& warning : facts.warnings) {
        text += to_string(warning, Severity::warning) + "\n";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(bars_hold_what_was_asked_and_read) {
    FigureSpec spec = bar_spec();
    spec.note = "A note\nin two lines.";
    spec.source = "Us";
    spec.expect_total = 7;
    const Facts facts = bars_of(spec, table({{"Health", 3}, {"Other", none}, {"Arts", 4}}));
    BOOST_TEST(shown(facts) == "Health=3, Other=-, Arts=4");
    BOOST_TEST(facts.id == "bars");
    BOOST_TEST(std::holds_alternative<facts::Bars>(facts.body));
    BOOST_TEST(facts.title == "Stories by sector");
    BOOST_TEST(facts.note == "A note in two lines.");
    BOOST_TEST(facts.source == "Us");
    BOOST_TEST(facts.attribution == "");
    BOOST_TEST(facts.language == "en-GB");
    BOOST_TEST(facts.unit.one == "story");
    BOOST_TEST(facts.unit.other == "stories");
    BOOST_TEST(facts.item.one == "sector");
    BOOST_TEST(facts.item.other == "sectors");
    BOOST_TEST(facts.label_heading == "Sector");
    BOOST_TEST(facts.value_heading == "Stories");
    BOOST_TEST(facts.total == 7);
    BOOST_TEST(facts.rows_read == 3U);
    BOOST_TEST(facts.missing == std::vector<std::string>{"Other"},
               boost::test_tools::per_element());
    BOOST_TEST(facts::classes_of(facts).empty());
    BOOST_TEST(!facts::zero_count_of(facts).has_value());
    BOOST_TEST(warnings(facts) == "");
}

BOOST_AUTO_TEST_CASE(bars_are_sorted_as_asked) {
    const Observations rows = table({{"a", 1}, {"b", none}, {"c", 3}, {"d", 1}, {"e", 2}});
    BOOST_TEST(shown(bars_of(bar_spec(), rows)) == "a=1, b=-, c=3, d=1, e=2");
    BOOST_TEST(shown(bars_of(bar_spec(input::Sort::ascending), rows)) == "a=1, d=1, e=2, c=3, b=-");
    BOOST_TEST(shown(bars_of(bar_spec(input::Sort::descending), rows)) ==
               "c=3, e=2, a=1, d=1, b=-");
}

BOOST_AUTO_TEST_CASE(nouns_come_from_the_headings_where_none_are_given) {
    Observations rows = table({{"a", 1}, {"b", 2}});
    rows.label_heading = "Age groups";
    rows.value_heading = "Number of people";
    BOOST_TEST(bars_of(bar_spec(), rows).unit.one == "person");
    BOOST_TEST(bars_of(bar_spec(), rows).item.one == "age group");
    rows.label_heading = "Name";
    rows.value_heading = "Income";
    BOOST_TEST(bars_of(bar_spec(), rows).unit.other == "");
    BOOST_TEST(bars_of(bar_spec(), rows).item.other == "categories");

    FigureSpec spec = bar_spec();
    spec.unit = {"pound", "pounds"};
    spec.item = Noun{"earner", "earners"};
    BOOST_TEST(bars_of(spec, rows).unit.other == "pounds");
    BOOST_TEST(bars_of(spec, rows).item.other == "earners");

    Observations measured = table({{"a", 1.5}, {"b", 2}}, 1);
    BOOST_TEST(bars_of(bar_spec(), measured).unit.other == "");
    BOOST_TEST(bars_of(bar_spec(), table({{"a", -1}, {"b", 2}})).unit.other == "");

    Observations places = table({{"Fife", 1}});
    places.label_heading = "Code";
    FigureSpec map = map_spec();
    map.boundaries.emplace();
    map.boundaries->name = "scotland-councils";
    BOOST_TEST(map_of(map, places).item.other == "council areas");
    map.boundaries->name = "";
    BOOST_TEST(map_of(map, places).item.other == "areas");
    places.label_heading = "Health board";
    BOOST_TEST(map_of(map, places).item.other == "health boards");
}

BOOST_AUTO_TEST_CASE(a_sum_of_decimals_is_exact) {
    FigureSpec spec = bar_spec();
    spec.expect_total = 0.6;
    const Facts facts = bars_of(spec, table({{"a", 0.1}, {"b", 0.2}, {"c", 0.3}}, 1));
    BOOST_TEST(facts.total == 0.6);
}

BOOST_AUTO_TEST_CASE(second_rows_are_summed_where_asked) {
    FigureSpec spec = bar_spec();
    spec.duplicates = input::Duplicates::sum;
    const Facts bars = bars_of(
        spec, table({{"a", 0.1}, {"b", 3}, {"a", 0.2}, {"c", none}, {"c", 1}, {"b", none}}, 1));
    BOOST_TEST(shown(bars) == "a=0.3, b=3, c=1");
    BOOST_TEST(bars.facts[0].value.value() == 0.3);
    BOOST_TEST(bars.total == 4.3);
    BOOST_TEST(warnings(bars) ==
               "d.csv:5: warning: the row for \"c\" has no value and adds nothing to the sum\n"
               "d.csv:7: warning: the row for \"b\" has no value and adds nothing to the sum\n");

    FigureSpec map = map_spec();
    map.duplicates = input::Duplicates::sum;
    const Facts areas = map_of(map, table({{"Edinburgh", 1}, {"Fife", 2}, {"Dùn Èideann", 2}}));
    BOOST_TEST(shown(areas) == "City of Edinburgh=3/1, Fife=2/0, Angus=-*, Perth and Kinross=-*");
}

BOOST_AUTO_TEST_CASE(a_total_row_is_told_and_kept_out) {
    const Facts bars = bars_of(bar_spec(), table({{"a", 1}, {"TOTAL", 3}, {"b", 2}}));
    BOOST_TEST(shown(bars) == "a=1, b=2");
    BOOST_TEST(bars.total == 3);
    BOOST_TEST(bars.total_row.value() == 3);
    BOOST_TEST(bars.rows_read == 3U);
    BOOST_TEST(warnings(bars) ==
               "d.csv:3: warning: \"TOTAL\" is taken as the total of all rows, not as a bar\n");

    const Facts map = map_of(map_spec(), table({{"Fife", 1}, {"Scotland", 1}}));
    BOOST_TEST(map.total == 1);
    BOOST_TEST(map.total_row.value() == 1);
    BOOST_TEST(
        warnings(map) ==
        "d.csv:3: warning: \"Scotland\" is taken as the total of all rows, not as an area\n");
}

BOOST_AUTO_TEST_CASE(labels_of_totals_are_known) {
    for (const char* label :
         {"Total", "All", "Scotland", "Alba", "Grand total", "All sectors", "Total stories",
          "All Scotland", "Scotland total", "Overall", "Uile gu lèir", "Iomlan"}) {
        BOOST_TEST(shown(bars_of(bar_spec(), table({{"a", 2}, {label, 2}}))) == "a=2",
                   label << " is a total");
    }
    for (const char* label : {"Totally", "Allied trades", "Scotland's islands", "Sector"}) {
        BOOST_TEST(bars_of(bar_spec(), table({{"a", 2}, {label, 2}})).facts.size() == 2U,
                   label << " is no total");
    }
    // Beside another country Scotland is one of several.
    BOOST_TEST(shown(bars_of(bar_spec(), table({{"Scotland", 2}, {"Wales", 2}}))) ==
               "Scotland=2, Wales=2");
}

BOOST_AUTO_TEST_CASE(a_total_row_may_give_a_rate_or_know_what_is_missing) {
    const Facts rates = bars_of(bar_spec(), table({{"a", 1.5}, {"b", 2.5}, {"Scotland", 2.1}}, 1));
    BOOST_TEST(warnings(rates) == "d.csv:4: warning: \"Scotland\" is taken as the value for all "
                                  "rows together, not as a bar\n");
    const Facts gaps = bars_of(bar_spec(), table({{"a", 1}, {"b", none}, {"All", 5}}));
    BOOST_TEST(
        warnings(gaps) ==
        "d.csv:4: warning: \"All\" is taken as the total of all rows, not as a bar; it is 5, "
        "and the rows that have a value add up to 1\n");
    const Facts untold = bars_of(bar_spec(), table({{"a", 1}, {"All", none}}));
    BOOST_TEST(!untold.total_row.has_value());
    BOOST_TEST(warnings(untold) ==
               "d.csv:3: warning: \"All\" is taken as the total of all rows, not as a bar\n");
}

BOOST_AUTO_TEST_CASE(a_total_of_more_rows_than_where_takes_is_no_error) {
    FigureSpec spec = bar_spec();
    spec.data.records.condition = "Area != Golden";
    BOOST_TEST(warnings(bars_of(spec, table({{"a", 50}, {"b", 22}, {"Total", 74}}))) ==
               "d.csv:4: warning: \"Total\" is taken as the total of all rows, not as a bar; it is "
               "74, and the rows that `where` takes add up to 72\n");
}

BOOST_AUTO_TEST_CASE(shares_have_a_value_for_all_and_no_sum) {
    FigureSpec spec = bar_spec();
    spec.unit = {"%", "%"};
    const Facts facts = bars_of(spec, table({{"a", 72}, {"b", 60}, {"Total", 66}}));
    BOOST_TEST(facts.total_row.value() == 66);
    BOOST_TEST(warnings(facts) == "d.csv:4: warning: \"Total\" is taken as the value for all rows "
                                  "together, not as a bar\n");
}

BOOST_AUTO_TEST_CASE(what_is_more_than_the_map_is_left_out_and_told) {
    const input::Observations rows =
        table({{"Fife", 1}, {"United Kingdom", 60}, {"Scotland", 1}, {"K03000001", 50}});
    const Facts map = map_of(map_spec(), rows);
    BOOST_TEST(shown(map).starts_with("Fife=1"));
    BOOST_TEST(map.total == 1);
    BOOST_TEST(map.total_row.value() == 1);
    BOOST_TEST(
        warnings(map) ==
        "d.csv:3: warning: \"United Kingdom\" is more than the map, and is left out\n"
        "d.csv:5: warning: \"K03000001\" is more than the map, and is left out\n"
        "d.csv:4: warning: \"Scotland\" is taken as the total of all rows, not as an area\n");
    BOOST_TEST(bars_of(bar_spec(), rows).facts.size() == 4U);
}

BOOST_AUTO_TEST_CASE(scotland_is_the_total_as_an_address_too) {
    const Facts facts = map_of(
        map_spec(), table({{"Fife", 1},
                           {"Angus", 2},
                           {"http://statistics.gov.scot/id/statistical-geography/S92000003", 3}}));
    BOOST_TEST(facts.total_row.value() == 3);
}

BOOST_AUTO_TEST_CASE(rows_are_joined_by_code_name_or_alias) {
    const Facts facts = map_of(
        map_spec(), table({{"S12000015", 1}, {"edinburgh, city of", 2}, {"Perth & Kinross", 3}}));
    BOOST_TEST(shown(facts) == "Fife=1/0, City of Edinburgh=2/1, Perth and Kinross=3/2, Angus=-*");
    BOOST_TEST(facts.facts[0].code == "S12000047");
    BOOST_TEST(facts.attribution == "Boundaries: us");
    BOOST_TEST(facts.missing == std::vector<std::string>{"Angus"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(regions_without_a_row_come_last_by_name) {
    FigureSpec spec = map_spec(input::Sort::ascending);
    const Observations rows = table({{"Perth and Kinross", 1}});
    BOOST_TEST(shown(map_of(spec, rows)) ==
               "Perth and Kinross=1/0, Angus=-*, City of Edinburgh=-*, Fife=-*");
    spec.absent = input::Absent::zero;
    const Facts zeros = map_of(spec, rows);
    BOOST_TEST(shown(zeros) == "Perth and Kinross=1/0, Angus=0*, City of Edinburgh=0*, Fife=0*");
    BOOST_TEST(zeros.missing.empty());
    BOOST_TEST(facts::zero_count_of(zeros).value() == 3U);
    BOOST_TEST(facts::classes_of(zeros).size() == 1U);
}

BOOST_AUTO_TEST_CASE(zero_is_a_class_of_its_own_without_negative_values) {
    const Facts none_zero = map_of(map_spec(), table({{"Fife", 2}, {"Angus", 3}}));
    BOOST_TEST(!facts::zero_count_of(none_zero).has_value());
    const Facts all_zero = map_of(map_spec(), table({{"Fife", 0}, {"Angus", 0}}));
    BOOST_TEST(facts::zero_count_of(all_zero).value() == 2U);
    BOOST_TEST(facts::classes_of(all_zero).empty());
    const Facts signs = map_of(map_spec(), table({{"Fife", -2}, {"Angus", 0}, {"Edinburgh", 2}}));
    BOOST_TEST(!facts::zero_count_of(signs).has_value());
    BOOST_TEST(shown(signs) == "Fife=-2/0, Angus=0/1, City of Edinburgh=2/2, Perth and Kinross=-*");
}

BOOST_AUTO_TEST_CASE(bad_bars_are_told_with_every_problem) {
    FigureSpec spec = bar_spec();
    spec.expect_total = 10.5;
    BOOST_TEST(test::error_text([&] {
                   bars_of(spec, table({{"a", 1}, {"b", 2}, {"a", 3}, {"Total", 7}}));
               }) ==
               "d.csv:4: error: \"a\" has a row already, on line 2\n"
               "  take one of the two out, or write `duplicates: sum` in the figure file\n"
               "d.csv:5: error: \"Total\" is 7, but the other rows add up to 6\n"
               "  correct the row that is wrong, or leave this one out\n"
               "f.yaml:9:19: error: the values of d.csv add up to 6, not to the 10.5 expected\n"
               "  correct the value that is wrong in the table, or expect_total\n");
    BOOST_TEST(test::error_text([] {
                   bars_of(bar_spec(), table({{"Total", 7}}));
               }) == "d.csv:2: error: \"Total\" stands for all rows, but there is no other\n"
                     "  add the rows that it sums up, or give it another name\n");
}

BOOST_AUTO_TEST_CASE(what_top_puts_together_stays_last) {
    FigureSpec spec = bar_spec(input::Sort::descending);
    input::Observations rows = table({{"Arts", 3}, {"Health", 4}, {"Other (5)", 9}});
    rows.rows.back().rest_of = 5;
    rows.rows.back().rest_with_some = 4;
    const Facts facts = bars_of(spec, rows);
    BOOST_TEST(shown(facts) == "Health=4, Arts=3, Other (5)=9");
    BOOST_TEST(facts.facts.back().rest_of == 5U);
    BOOST_TEST(facts.facts.back().rest_with_some == 4U);
    BOOST_TEST(facts.item.other == "sectors");
    // A label that is called so is one like any other.
    const Facts all = bars_of(spec, table({{"Arts", 3}, {"Health", 4}, {"Other (5)", 9}}));
    BOOST_TEST(shown(all) == "Other (5)=9, Health=4, Arts=3");
}

BOOST_AUTO_TEST_CASE(means_of_records_have_no_total) {
    FigureSpec spec = bar_spec();
    spec.data.records.aggregation = input::Aggregation{.of = input::Aggregate::distinct};
    BOOST_TEST(!bars_of(spec, table({{"Arts", 3}, {"Health", 4}})).adds_up);
    spec.data.records.aggregation = input::Aggregation{.of = input::Aggregate::count};
    BOOST_TEST(bars_of(spec, table({{"Arts", 3}, {"Health", 4}})).adds_up);
}

BOOST_AUTO_TEST_CASE(bad_maps_are_told_with_every_problem) {
    FigureSpec spec = map_spec();
    spec.expect_total = 39;
    spec.classes.method = input::ClassMethod::fixed;
    spec.classes.breaks = {1, 3, 5};
    BOOST_TEST(
        test::error_text([&] {
            map_of(spec, table({{"Perth and Kinros", 1},
                                {"Narnia", 2},
                                {"Edinburgh", 3},
                                {"S12000012", 4},
                                {"Fife", 7},
                                {"Fife", 7}}));
        }) ==
        "d.csv:2: error: \"Perth and Kinros\" matches no council area\n"
        "  did you mean \"Perth and Kinross\"?\n"
        "d.csv:3: error: \"Narnia\" matches no council area\n"
        "  the map has 4 council areas, \"Angus\" to \"Perth and Kinross\": give the name or the "
        "code of one\n"
        "d.csv:5: error: \"S12000012\" has a row already, as \"Edinburgh\" on line 4\n"
        "  take one of the two out, or write `duplicates: sum` in the figure file\n"
        "d.csv:7: error: \"Fife\" has a row already, on line 6\n"
        "  take one of the two out, or write `duplicates: sum` in the figure file\n"
        "f.yaml:9:19: error: the values of d.csv add up to 24, not to the 39 expected\n"
        "  correct the value that is wrong in the table, or expect_total\n"
        "f.yaml:12:14: error: the value 7 of \"Fife\" (d.csv:6) lies outside the class breaks, 1 "
        "to 5\n"
        "  the breaks must begin at 3 or below and end at 7 or above\n");
}

BOOST_AUTO_TEST_CASE(a_row_that_matches_nothing_names_all_near_candidates) {
    const geo::Gazetteer places({{"S12A", {}, "", "North Lanarkshire", "", {}},
                                 {"S12B", {}, "", "South Lanarkshire", "", {}},
                                 {"S12C", {}, "", "Fife", "", {}}});
    BOOST_TEST(test::error_text([&] {
                   gather_map(map_spec(), table({{"Lanarkshire", 1}}), places, "", test::english());
               }) == "d.csv:2: error: \"Lanarkshire\" matches no council area\n"
                     "  did you mean \"North Lanarkshire\" or \"South Lanarkshire\"?\n");
}

BOOST_AUTO_TEST_CASE(places_are_named_in_the_language_of_the_figure) {
    const geo::Gazetteer places({
        {"S12000013", {}, "", "Na h-Eileanan Siar", "Na h-Eileanan Siar", {"Western Isles"}},
        {"S12000047", {}, "", "Fife", "Fìobha", {}},
        {"X1", {}, "", "Somewhere", "", {}},
    });
    const auto named = [&](const std::string& language, const input::Catalogue& words) {
        FigureSpec spec = map_spec();
        spec.language = language;
        spec.unit = {"a", "b", "c", "d"};
        std::string text;
        for (const Fact& fact :
             gather_map(spec, table({{"Western Isles", 1}, {"Fìobha", 2}}), places, "", words)
                 .facts) {
            text += fact.label + " (" + fact.language + ") ";
        }
        return text;
    };
    BOOST_TEST(named("en-GB", test::english()) == "Na h-Eileanan Siar (gd) Fife () Somewhere () ");
    BOOST_TEST(named("gd", test::gaelic()) == "Na h-Eileanan Siar () Fìobha () Somewhere (en) ");
}

BOOST_AUTO_TEST_CASE(neighbours_and_extents_are_in_the_order_of_the_facts) {
    // Edinburgh | Fife | Angus, Perth and Kinross beside Fife alone.
    const geo::Whereabouts whereabouts{
        .neighbours = {{1}, {0, 2, 3}, {1}, {1}},
        .boxes = {{0, 10, 5, 20}, {5, 15, 9, 25}, {5, 25, 9, 40}, {0, 25, 5, 50}},
        .areas = {1, 2, 3, 4}};
    const Facts facts = gather_map(map_spec(), table({{"Fife", 5}, {"Angus", 1}}), four_places(),
                                   "", test::english(), whereabouts);
    BOOST_TEST(shown(facts) == shown(map_of(map_spec(), table({{"Fife", 5}, {"Angus", 1}}))));
    const std::vector<std::vector<std::size_t>> expected{{1, 2, 3}, {0}, {0}, {0}};
    BOOST_REQUIRE(facts.facts.size() == 4U);
    BOOST_TEST(facts.facts[0].label == "Fife");
    for (std::size_t i = 0; i < expected.size(); ++i) {
        BOOST_TEST_REQUIRE(facts.facts[i].area.has_value());
        BOOST_TEST((facts.facts[i].area->neighbours == expected[i]));
    }
    BOOST_TEST(facts.facts[0].area->south == 15);
    BOOST_TEST(facts.facts[0].area->north == 25);
    BOOST_TEST(facts.facts[0].area->size == 2);
    BOOST_TEST(facts.facts[3].area->north == 50); // Perth and Kinross, without a row
    BOOST_TEST(!map_of(map_spec(), table({{"Fife", 5}})).facts[0].area.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts
