#include "render/input/place/resolve.h"

#include "base/report.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

BOOST_AUTO_TEST_SUITE(resolve)

using namespace cairn;
using namespace cairn::input;

namespace {

const geo::Gazetteer& councils() {
    static const geo::Gazetteer places({{"S12000008", {}, "", "East Ayrshire", "", {}},
                                        {"S12000021", {}, "", "North Ayrshire", "", {}},
                                        {"S12000028", {}, "", "South Ayrshire", "", {}},
                                        {"S12000035", {}, "", "Argyll and Bute", "", {}},
                                        {"S12000013", {}, "", "Na h-Eileanan Siar", "", {}},
                                        {"S12000047", {}, "", "Fife", "", {}}});
    return places;
}

const KnownNames& names() {
    static const KnownNames known = read_known_names(test::source_folder() / "boundaries");
    return known;
}

FigureSpec spec_of(Duplicates duplicates = Duplicates::sum) {
    FigureSpec spec;
    spec.data.label_column = "Place";
    spec.data.value_column = "Stories";
    spec.data.are_places = true;
    spec.duplicates = duplicates;
    return spec;
}

Table table_of(const std::vector<std::pair<std::string, std::string>>& cells) {
    Table table{.file = "d.csv", .columns = {"Place", "Stories"}, .rows = {}};
    for (const auto& [place, value] : cells) {
        table.rows.push_back({static_cast<int>(table.rows.size()) + 2, {place, value}});
    }
    return table;
}

ResolvedNames resolved(const std::vector<std::pair<std::string, std::string>>& cells,
                       const FigureSpec& spec) {
    return resolve_names(table_of(cells), spec, {councils(), names()});
}

/// Value and area of each row.
std::vector<std::string> rows_of(const ResolvedNames& resolved) {
    std::vector<std::string> rows;
    for (const Row& row : resolved.table.rows) {
        rows.push_back(row.cells.at(1) + " " + row.cells.back());
    }
    return rows;
}

std::string error_of(const std::vector<std::pair<std::string, std::string>>& cells,
                     const FigureSpec& spec) {
    return test::error_text([&] { throw_any(resolved(cells, spec).problems); });
}

} // namespace

BOOST_AUTO_TEST_CASE(a_table_of_areas_stays_as_it_is) {
    const ResolvedNames found =
        resolved({{"Fife", "3"}, {"Narnia", "4"}, {"Scotland", "7"}}, spec_of());
    BOOST_TEST(found.rows.empty());
    BOOST_TEST(found.table.columns.size() == 2U);
    BOOST_TEST(found.data.label_column == "Place");
    BOOST_TEST(found.table.warnings.empty());
}

BOOST_AUTO_TEST_CASE(towns_are_counted_into_their_areas_and_told) {
    const ResolvedNames found =
        resolved({{"Kilmarnock", "3"}, {"Saint Andrews", "2"}, {"St. Andrews", "1"}, {"Fife", "4"}},
                 spec_of());
    BOOST_TEST(rows_of(found) ==
                   (std::vector<std::string>{"3 East Ayrshire", "2 Fife", "1 Fife", "4 Fife"}),
               boost::test_tools::per_element());
    BOOST_TEST(found.rows.size() == 3U);
    BOOST_TEST(found.rows[0].name == "Kilmarnock");
    BOOST_TEST((found.rows[0].how == How::town));
    BOOST_TEST(found.attribution == "Places: GeoNames, CC BY 4.0");
    BOOST_TEST_REQUIRE(found.table.warnings.size() == 1U);
    BOOST_TEST(found.table.warnings[0].what ==
               "\"Kilmarnock\" and \"Saint Andrews\" are no areas, and are counted into those that "
               "they lie in");
    BOOST_TEST(found.data.label_column == found.table.columns.back());
}

BOOST_AUTO_TEST_CASE(a_town_is_not_its_area_where_values_are_not_added_up) {
    BOOST_TEST(error_of({{"Kilmarnock", "63"}}, spec_of(Duplicates::error)) ==
               "d.csv:2: error: \"Kilmarnock\" is a place in \"East Ayrshire\", and its value is "
               "not that of the area\n"
               "  where counts of places are to be added up to those of their areas, write "
               "`duplicates: sum` in the figure\n");
}

BOOST_AUTO_TEST_CASE(a_name_of_several_places_is_asked_about) {
    BOOST_TEST(error_of({{"Tarbert", "1"}}, spec_of()) ==
               "d.csv:2: error: more than one place is called \"Tarbert\": in \"Na h-Eileanan "
               "Siar\" or \"Argyll and Bute\"\n"
               "  say which in the figure: places: {Tarbert: Na h-Eileanan Siar}\n");
    FigureSpec spec = spec_of();
    spec.own_names = {{"tarbert", "Argyll & Bute", {}}};
    BOOST_TEST(rows_of(resolved({{"Tarbert", "1"}}, spec)) ==
                   std::vector<std::string>{"1 Argyll and Bute"},
               boost::test_tools::per_element());
    spec.own_names = {{"Tarbert", "Fyfe", {.file = "f.yaml", .line = 9}}};
    BOOST_TEST(error_of({{"Fife", "1"}}, spec) ==
               "f.yaml:9: error: \"Fyfe\" matches no area of the map\n  did you mean \"Fife\"?\n");
}

BOOST_AUTO_TEST_CASE(every_name_that_several_places_bear_is_asked_about) {
    std::size_t shared = 0;
    for (const auto& entry : names().towns) {
        const std::vector<Town>& towns = entry.second;
        if (towns.size() > 1) {
            ++shared;
            std::vector<geo::Place> places;
            for (const Town& town : towns) {
                places.push_back({town.codes[0], {}, "", "In " + town.codes[0], "", {}});
            }
            const geo::Gazetteer map(std::move(places));
            BOOST_TEST(
                test::error_text([&] {
                    const std::vector<std::pair<std::string, std::string>> row{
                        {towns[0].name, "1"}};
                    throw_any(resolve_names(table_of(row), spec_of(), {map, names()}).problems);
                })
                    .starts_with("d.csv:2: error: more than one place is called \"" +
                                 towns[0].name + "\""));
        }
    }
    BOOST_TEST(shared > 30U);
}

BOOST_AUTO_TEST_CASE(groups_are_refused_until_the_author_says_what_their_value_is) {
    const std::string members =
        "\"Ayrshire\" is 3 areas together, \"East Ayrshire\", \"North Ayrshire\" and \"South "
        "Ayrshire\"";
    FigureSpec spec = spec_of(Duplicates::error);
    BOOST_TEST(error_of({{"the Ayrshires", "10"}}, spec) ==
               "d.csv:2: error: " + members +
                   "\n  write a row for each of them; or, in the figure, `groups: split`, which "
                   "shares a count out equally, or `groups: each`, which gives a rate or other "
                   "measure to each of them\n");
    spec.groups = GroupRule::each;
    const ResolvedNames each = resolved({{"Ayrshire", "63%"}, {"Fife", "50%"}}, spec);
    BOOST_TEST(rows_of(each) == (std::vector<std::string>{"63% East Ayrshire", "63% North Ayrshire",
                                                          "63% South Ayrshire", "50% Fife"}),
               boost::test_tools::per_element());
    BOOST_TEST(each.note ==
               "The source has one value for Ayrshire; it is shown for each of the areas there.");
    spec.duplicates = Duplicates::sum;
    BOOST_TEST(error_of({{"Ayrshire", "10"}}, spec) ==
               "d.csv:2: error: " + members +
                   ", and counts that are added up are not those of each of them\n"
                   "  write a row for each of them, or leave this one out by `where`\n");
}

BOOST_AUTO_TEST_CASE(a_count_is_shared_out_and_adds_up) {
    FigureSpec spec = spec_of();
    spec.groups = GroupRule::split;
    const ResolvedNames split = resolved({{"Ayrshire", "10"}, {"Ayrshire", "9"}}, spec);
    BOOST_TEST(rows_of(split) ==
                   (std::vector<std::string>{"3.34 East Ayrshire", "3.33 North Ayrshire",
                                             "3.33 South Ayrshire", "3 East Ayrshire",
                                             "3 North Ayrshire", "3 South Ayrshire"}),
               boost::test_tools::per_element());
    BOOST_TEST(split.note ==
               "The source has one value for Ayrshire; it is shared out equally among "
               "the areas there.");
    BOOST_TEST(error_of({{"Ayrshire", "63%"}}, spec) ==
               "d.csv:2: error: field 'Stories': \"63%\" of \"Ayrshire\" is no count that can be "
               "shared out\n  write a row for each of its areas\n");
    spec.data.records.aggregation = Aggregation{.of = Aggregate::mean};
    BOOST_TEST(error_of({{"Ayrshire", "10"}}, spec).find("only counts can be shared out") !=
               std::string::npos);
    spec.data.records.aggregation = Aggregation{.of = Aggregate::count};
    BOOST_TEST(error_of({{"Ayrshire", "10"}}, spec).find("nobody knows which") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_table_of_health_boards_is_no_table_of_groups) {
    BOOST_TEST(
        resolved({{"Ayrshire and Arran", "1"}, {"NHS Tayside", "2"}, {"Fife", "3"}}, spec_of())
            .rows.empty());
}

BOOST_AUTO_TEST_SUITE_END()
