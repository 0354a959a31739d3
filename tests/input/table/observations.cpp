#include "render/input/table/observations.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using input::Observations;

BOOST_AUTO_TEST_SUITE(observations)

namespace {

Observations read(std::string_view text) {
    const test::TemporaryFolder folder;
    input::DataSpec spec;
    spec.label_column = "Place";
    spec.value_column = "Stories";
    spec.label_where = {.file = "f.yaml", .line = 4, .column = 30};
    spec.value_where = {.file = "f.yaml", .line = 4, .column = 44};
    return input::read_observations(input::read_csv(folder.write("d.csv", text), "d.csv"), spec);
}

struct BadInput {
    std::string_view text;
    std::string_view message;
};

constexpr BadInput bad_inputs[] = {
    {"Place,Stories\n", "d.csv: error: the table has a heading and no rows\n"
                        "  write a row for each label and its number\n"},
    {"Place,Storeys\nFife,5\n", "f.yaml:4:44: error: d.csv has no column \"Stories\"\n"
                                "  did you mean \"Storeys\"?\n"},
    {"Area,Count\nFife,5\n", "f.yaml:4:30: error: d.csv has no column \"Place\"\n"
                             "  its columns are \"Area\", \"Count\"\n"
                             "f.yaml:4:44: error: d.csv has no column \"Stories\"\n"
                             "  its columns are \"Area\", \"Count\"\n"},
    {"Place,Stories\nFife,\n",
     "d.csv:2: error: field 'Stories': the cell is empty\n"
     "  write a number: 0 where there are none, [x] where the number is not known\n"},
    {"Place,Stories\n,5\n", "d.csv:2: error: field 'Place': the cell is empty\n"
                            "  write what the number in this row is of\n"},
    {"Place,Stories\nFife,five\n",
     "d.csv:2: error: field 'Stories': \"five\" is not a number\n"
     "  write the number alone, such as 1234 or 0.5; [x] where it is not known\n"},
    {"Place,Stories\nFife,\"1,23\"\n",
     "d.csv:2: error: field 'Stories': \"1,23\" can be 1.23 or 123\n"
     "  if it has a decimal comma, write `decimal: \",\"` in `data`; if the comma is to part "
     "thousands, write 123 in the table\n"},
    {"Place,Stories\nFife,NaN\n",
     "d.csv:2: error: field 'Stories': \"NaN\" is not a finite number\n"
     "  write a number, or [x] where it is not known\n"},
    {"Place,Stories\nFife,inf\n",
     "d.csv:2: error: field 'Stories': \"inf\" is not a finite number\n"
     "  write a number, or [x] where it is not known\n"},
    {"Place,Stories\nFife,£5\nMoray,5%\n",
     "d.csv:3: error: field 'Stories': \"5%\" is in %, and the number on line 2 in £\n"
     "  write all numbers of a column in one unit\n"},
    {"Place,Stories\nFife,x\n\nMoray,y\n",
     "d.csv:2: error: field 'Stories': \"x\" is not a number\n"
     "  write the number alone, such as 1234 or 0.5; [x] where it is not known\n"
     "d.csv:4: error: field 'Stories': \"y\" is not a number\n"
     "  write the number alone, such as 1234 or 0.5; [x] where it is not known\n"},
};

/// The message for a table of so many rows of this kind.
std::string error_of(std::size_t rows, const std::string& row, const std::string& heading) {
    std::string text = heading + "\n";
    for (std::size_t i = 0; i < rows; ++i) {
        text += row + "\n";
    }
    return test::error_text([&] { read(text); });
}

} // namespace

BOOST_AUTO_TEST_CASE(a_column_without_numbers_is_told_once) {
    BOOST_TEST(error_of(20, "5,Fife", "Place,Stories") ==
               "f.yaml:4:44: error: the column \"Stories\" of d.csv holds no numbers\n"
               "  \"Place\" holds numbers: the two columns seem to have changed places\n");
    BOOST_TEST(error_of(20, "Fife,S12,2.5,3", "Place,Stories,Share,Year") ==
               "f.yaml:4:44: error: the column \"Stories\" of d.csv holds no numbers\n"
               "  \"Share\" and \"Year\" hold numbers\n");
    BOOST_TEST(error_of(20, "Fife,many", "Place,Stories") ==
               "f.yaml:4:44: error: the column \"Stories\" of d.csv holds no numbers\n"
               "  name the column of the numbers\n");
}

BOOST_AUTO_TEST_CASE(many_cells_with_a_fault_are_told_in_few_words) {
    const std::string text = error_of(20, "Fife,(5)", "Place,Stories");
    BOOST_TEST(std::ranges::count(text, '\n') == 8);
    BOOST_TEST(text.ends_with("d.csv: error: field 'Stories': 17 more cells of this column cannot "
                              "be read\n  mend these first: the others are likely to be alike\n"));
}

BOOST_AUTO_TEST_CASE(cells_of_other_columns_are_kept) {
    const Observations result = read("Year,Stories,Place,Note\n2021,5,Fife,\n2022,6,Fife,b\n");
    const std::vector<std::string> headings{"Year", "Note"};
    BOOST_TEST(result.other_headings == headings, boost::test_tools::per_element());
    const std::vector<std::string> others{"2022", "b"};
    BOOST_TEST(result.rows[1].others == others, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(labels_values_and_lines) {
    const Observations result =
        read("Note,Stories,Place\nx,5,Fife\n,\"1,234.50\",\" Perth\nand Kinross\"\n,[x],Moray\n");
    BOOST_TEST(result.file == "d.csv");
    BOOST_TEST(result.label_heading == "Place");
    BOOST_TEST(result.value_heading == "Stories");
    BOOST_TEST(result.decimals == 2);
    BOOST_REQUIRE(result.rows.size() == 3u);
    BOOST_TEST(result.rows[0].label == "Fife");
    BOOST_TEST(result.rows[0].value.value() == 5);
    BOOST_TEST(result.rows[0].line == 2);
    BOOST_TEST(result.rows[1].label == "Perth and Kinross");
    BOOST_TEST(result.rows[1].value.value() == 1234.5);
    BOOST_TEST(result.rows[1].line == 3);
    BOOST_TEST(result.rows[2].label == "Moray");
    BOOST_TEST(!result.rows[2].value.has_value());
    BOOST_TEST(result.rows[2].line == 5);
}

BOOST_AUTO_TEST_CASE(a_label_that_is_missing_comes_from_the_column_of_another_language) {
    const test::WorkingFolder folder;
    folder.write("d.csv", "Sector,Stories,Roinn\nHealth,5,Slàinte\nArts,2,\n");
    const input::DataSpec spec{.source = "d.csv",
                               .shown = "d.csv",
                               .label_column = "Roinn",
                               .value_column = "Stories",
                               .label_language = "",
                               .value_language = "en-GB",
                               .other_label_column = "Sector",
                               .other_label_language = "en-GB",
                               .where = {},
                               .label_where = {.file = "f.yaml", .line = 3},
                               .value_where = {}};
    const Observations result = input::read_observations(input::read_csv("d.csv", "d.csv"), spec);
    BOOST_TEST(result.label_heading == "Roinn");
    BOOST_TEST(result.label_heading_language == "");
    BOOST_TEST(result.value_heading_language == "en-GB");
    BOOST_REQUIRE(result.rows.size() == 2u);
    BOOST_TEST(result.rows[0].label == "Slàinte");
    BOOST_TEST(result.rows[0].language == "");
    BOOST_TEST(result.rows[1].label == "Arts");
    BOOST_TEST(result.rows[1].language == "en-GB");

    folder.write("none.csv", "Sector,Stories,Roinn\n,5,\n");
    BOOST_TEST(test::error_text([&] {
                   input::read_observations(input::read_csv("none.csv", "none.csv"), spec);
               }) == "none.csv:2: error: field 'Roinn': the cell is empty\n"
                     "  write what the number in this row is of\n");
    folder.write("lacks.csv", "Roinn,Stories\nSlàinte,5\n");
    BOOST_TEST(test::error_text([&] {
                   input::read_observations(input::read_csv("lacks.csv", "lacks.csv"), spec);
               }) == "f.yaml:3: error: lacks.csv has no column \"Sector\"\n"
                     "  its columns are \"Roinn\", \"Stories\"\n");
}

Observations read_rate(std::string_view text, const std::string& per) {
    const test::TemporaryFolder folder;
    input::DataSpec spec;
    spec.label_column = "Place";
    spec.value_column = "Stories";
    spec.rate = input::RateSpec{.column = per, .where = {.file = "f.yaml", .line = 4}};
    return input::read_observations(input::read_csv(folder.write("d.csv", text), "d.csv"), spec);
}

BOOST_AUTO_TEST_CASE(what_a_rate_is_per) {
    const Observations result =
        read_rate("Place,Stories,Homes\nFife,5,\"1,200.5\"\nMoray,3,[x]\n", "Homes");
    BOOST_TEST(result.per_heading.value() == "Homes");
    BOOST_TEST(result.per_decimals == 1);
    BOOST_TEST(result.decimals == 0);
    BOOST_TEST(result.rows[0].per.value() == 1200.5);
    BOOST_TEST(!result.rows[1].per.has_value());
    // The built-in population, but where the table has a column of that name.
    BOOST_TEST(!read_rate("Place,Stories\nFife,5\n", "population").per_heading.has_value());
    BOOST_TEST(
        read_rate("Place,Stories,population\nFife,5,7\n", "population").rows[0].per.value() == 7);
}

BOOST_AUTO_TEST_CASE(what_a_rate_is_per_is_not_there) {
    BOOST_TEST(test::error_text([] { read_rate("Place,Stories,Homes\nFife,5,7\n", "Home"); }) ==
               "f.yaml:4: error: d.csv has no column \"Home\"\n  did you mean \"Homes\"?\n");
    BOOST_TEST(test::error_text([] { read_rate("Place,Stories\nFife,5\n", "Population"); }) ==
               "f.yaml:4: error: d.csv has no column \"Population\"\n"
               "  did you mean \"population\"?\n");
    BOOST_TEST(test::error_text([] { read_rate("Place,Stories\nFife,5\n", "Dwellings"); }) ==
               "f.yaml:4: error: d.csv has no column \"Dwellings\"\n"
               "  name one that it has, or \"population\" for the built-in one\n");
    BOOST_TEST(test::error_text([] { read_rate("Place,Stories,Homes\nFife,5,many\n", "Homes"); }) ==
               "d.csv:2: error: field 'Homes': \"many\" is not a number\n"
               "  write the number alone, such as 1234 or 0.5; [x] where it is not known\n");
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(test::error_text([&] { read(bad.text); }) == bad.message);
    }
}

BOOST_AUTO_TEST_CASE(categories_and_panels) {
    const test::WorkingFolder folder;
    input::DataSpec spec;
    spec.label_column = "Place";
    spec.value_column = "Board";
    spec.categories = true;
    folder.write("c.csv", "Place,Board\nFife, NHS Fife \nMoray,[z]\n");
    const Observations boards = input::read_observations(input::read_csv("c.csv", "c.csv"), spec);
    BOOST_REQUIRE(boards.rows.size() == 2u);
    BOOST_TEST(boards.rows[0].category == "NHS Fife");
    BOOST_TEST(boards.rows[1].category == "");
    folder.write("c.csv", "Place,Board\nFife,\n");
    BOOST_TEST(test::error_text([&] {
                   input::read_observations(input::read_csv("c.csv", "c.csv"), spec);
               }) == "c.csv:2: error: field 'Board': the cell is empty\n"
                     "  write a category, or [z] where there is none\n");
    spec.categories = false;
    spec.value_column = "Stories";
    spec.panel_column = "Year";
    folder.write("y.csv", "Place,Stories,Year\nFife,3,2021\n");
    const Observations years = input::read_observations(input::read_csv("y.csv", "y.csv"), spec);
    BOOST_TEST(years.rows.at(0).panel == "2021");
    folder.write("y.csv", "Place,Stories,Year\nFife,3,\n");
    BOOST_TEST(test::error_text([&] {
                   input::read_observations(input::read_csv("y.csv", "y.csv"), spec);
               }) == "y.csv:2: error: field 'Year': the cell is empty\n"
                     "  write which map this row belongs to\n");
}

BOOST_AUTO_TEST_CASE(places_of_scotland) {
    const auto places = input::read_places(test::source_folder() / "boundaries/councils.csv");
    BOOST_REQUIRE(places.size() == 32u);
    std::set<std::string> codes;
    for (const geo::Place& place : places) {
        BOOST_TEST(place.code.starts_with("S12"));
        BOOST_TEST(place.iso.starts_with("GB-"));
        BOOST_TEST(!place.name.empty());
        BOOST_TEST(!place.name_gd.empty());
        codes.insert(place.code);
    }
    BOOST_TEST(codes.size() == 32u);
    double people = 0;
    for (const geo::Place& place : places) {
        BOOST_TEST(place.population.value().year == 2022);
        people += place.population.value().people;
        BOOST_TEST(!place.short_name.empty());
        BOOST_TEST(!place.short_name_gd.empty());
    }
    BOOST_TEST(people == 5447700);
    const geo::Place& first = places.front();
    BOOST_TEST(first.short_name == "Aberdeen");
    BOOST_TEST(first.name == "Aberdeen City");
    BOOST_TEST(first.name_gd == "Obar Dheathain");
    BOOST_TEST(first.former_codes == (std::vector<std::string>{"S12000001", "00QA"}),
               boost::test_tools::per_element());
    BOOST_TEST(first.aliases == (std::vector<std::string>{"Aberdeen", "City of Aberdeen",
                                                          "Aberdeen City Council"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(places_without_their_columns) {
    const test::WorkingFolder folder;
    folder.write("p.csv", "gss_code,iso_3166_2,name\nS12000033,GB-ABE,Aberdeen City\n");
    BOOST_TEST(test::error_text([] { input::read_places("p.csv"); }) ==
               "p.csv:1: error: p.csv has no column \"gss_codes_former\"\n"
               "  did you mean \"gss_code\"?\n"
               "p.csv:1: error: p.csv has no column \"name_gd\"\n"
               "  did you mean \"name\"?\n"
               "p.csv:1: error: p.csv has no column \"aliases\"\n"
               "  its columns are \"gss_code\", \"iso_3166_2\", \"name\"\n"
               "p.csv:1: error: p.csv has no column \"short\"\n"
               "  its columns are \"gss_code\", \"iso_3166_2\", \"name\"\n"
               "p.csv:1: error: p.csv has no column \"short_gd\"\n"
               "  its columns are \"gss_code\", \"iso_3166_2\", \"name\"\n"
               "p.csv:1: error: p.csv has no column \"abbreviations\"\n"
               "  its columns are \"gss_code\", \"iso_3166_2\", \"name\"\n"
               "p.csv:1: error: p.csv has no column \"population_2022\"\n"
               "  its columns are \"gss_code\", \"iso_3166_2\", \"name\"\n");
    folder.write("q.csv", "gss_code,gss_codes_former,iso_3166_2,name,name_gd,aliases,"
                          "population_2022,short,short_gd,abbreviations\n"
                          "S12000033,,GB-ABE,Aberdeen City,,,many,,,\n");
    BOOST_TEST(test::error_text([] { input::read_places("q.csv"); }) ==
               "q.csv:2: error: field 'population_2022': the population is not a number\n"
               "  write how many people live there\n");
}

BOOST_AUTO_TEST_SUITE_END()
