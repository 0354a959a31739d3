#include "render/input/place/own_gazetteer.h"

#include "base/report.h"
#include "render/input/place/resolve.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

BOOST_AUTO_TEST_SUITE(own_gazetteer)

using namespace cairn;
using namespace cairn::input;

namespace {

/// Two squares of 20 km, around Edinburgh and west of it.
const geo::Regions& two_areas() {
    static const geo::Regions regions = [] {
        geo::Regions both;
        both.regions = {
            {.code = "S12000036",
             .name = "City of Edinburgh",
             .name_gd = {},
             .geometry =
                 {{{315000, 665000}, {335000, 665000}, {335000, 685000}, {315000, 685000}}}},
            {.code = "S12000040",
             .name = "West Lothian",
             .name_gd = {},
             .geometry = {
                 {{295000, 665000}, {315000, 665000}, {315000, 685000}, {295000, 685000}}}}};
        return both;
    }();
    return regions;
}

const geo::Gazetteer& places() {
    static const geo::Gazetteer known({{"S12000036", {}, "", "City of Edinburgh", "", {}},
                                       {"S12000040", {}, "", "West Lothian", "", {}}});
    return known;
}

/// A file that is there for one test.
class File {
  public:
    explicit File(const std::string& text) { std::ofstream(path()) << text; }
    [[nodiscard]] GazetteerFile named() const { return {path(), "g.csv"}; }

  private:
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "g.csv"; }
    test::TemporaryFolder m_folder;
};

/// What a table of these names, with one story each, becomes.
ResolvedNames resolved(const std::string& gazetteer, const std::vector<std::string>& names,
                       FigureSpec spec = {}) {
    static const KnownNames built_in = read_known_names(test::source_folder() / "boundaries");
    spec.data.label_column = "Place";
    spec.data.value_column = "Stories";
    Table table{.file = "d.csv", .columns = {"Place", "Stories"}, .rows = {}};
    for (const std::string& name : names) {
        table.rows.push_back({static_cast<int>(table.rows.size()) + 2, {name, "1"}});
    }
    const OwnGazetteer own = read_gazetteer(File(gazetteer).named());
    const geo::RegionOfPoint region_of(two_areas());
    return resolve_names(table, spec, {places(), built_in, &own, &region_of});
}

FigureSpec adding_up() {
    FigureSpec spec;
    spec.duplicates = Duplicates::sum;
    return spec;
}

std::vector<std::string> areas_of(const ResolvedNames& resolved) {
    std::vector<std::string> areas;
    for (const Row& row : resolved.table.rows) {
        areas.push_back(row.cells.back());
    }
    return areas;
}

std::string error_of(const std::string& gazetteer, const std::string& name,
                     const FigureSpec& spec = adding_up()) {
    return test::error_text([&] { throw_any(resolved(gazetteer, {name}, spec).problems); });
}

} // namespace

BOOST_AUTO_TEST_CASE(its_names_lead_to_areas_by_name_code_or_point) {
    const ResolvedNames found =
        resolved("name,area,longitude,latitude,remark\n"
                 "EH6,,-3.17,55.97,by point\n"
                 "The Shore,City of Edinburgh,,,by name\n"
                 "Saint Ninians,S12000040,,,by code\n",
                 {"EH6", "the shore", "St Ninians", "West Lothian"}, adding_up());
    BOOST_TEST(areas_of(found) ==
                   (std::vector<std::string>{"City of Edinburgh", "City of Edinburgh",
                                             "West Lothian", "West Lothian"}),
               boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(found.rows.size() == 3U);
    BOOST_TEST((found.rows[2].how == How::gazetteer));
    BOOST_TEST(found.rows[2].why == "g.csv:4");
    BOOST_TEST(found.rows[2].name == "Saint Ninians");
    BOOST_TEST(found.attribution.empty());
    BOOST_TEST(found.notices.empty());
    BOOST_TEST(found.table.warnings.empty());
}

BOOST_AUTO_TEST_CASE(it_goes_before_what_is_known_without_it_and_that_is_told_once) {
    const ResolvedNames found =
        resolved("name,area\nCurrie,West Lothian\nCity of Edinburgh,City of Edinburgh\n",
                 {"Currie", "Currie", "City of Edinburgh"}, adding_up());
    BOOST_TEST(areas_of(found) ==
                   (std::vector<std::string>{"West Lothian", "West Lothian", "City of Edinburgh"}),
               boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(found.notices.size() == 1U);
    BOOST_TEST(to_string(found.notices[0], Severity::warning) ==
               "d.csv:2: warning: \"Currie\" is in \"West Lothian\", as g.csv:2 has it, and not in "
               "\"City of Edinburgh\"");
    // `places` of the figure goes before it.
    FigureSpec spec = adding_up();
    spec.own_names = {{"Currie", "City of Edinburgh", {}}};
    BOOST_TEST(areas_of(resolved("name,area\nCurrie,West Lothian\n", {"Currie"}, spec)) ==
                   std::vector<std::string>{"City of Edinburgh"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_name_of_the_area_itself_may_have_any_value) {
    const ResolvedNames found =
        resolved("name,area\nWest Lothian,West Lothian\n", {"West Lothian"});
    BOOST_TEST(found.rows.empty());
    BOOST_TEST(found.problems.empty());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_it_is_told_where_it_is_used) {
    const std::string name = "name,area\n";
    const std::string point = "name,longitude,latitude\n";
    struct Case {
        std::string gazetteer, name, message;
    };
    const std::vector<Case> cases{
        {name + "Newton,West Lothian\nnewton,City of Edinburgh\n", "Newton",
         "d.csv:2: error: more than one place is called \"Newton\" in g.csv: in \"West Lothian\" "
         "or "
         "\"City of Edinburgh\"\n"
         "  say which in the figure: places: {Newton: West Lothian}\n"},
        {name + "Newton,West Lotian\n", "Newton",
         "g.csv:2: error: field 'area': \"West Lotian\" matches no area of the map\n"
         "  did you mean \"West Lothian\"?\n"},
        {name + "Newton,\"\"\n", "Newton",
         "g.csv:2: error: \"Newton\" has no area and no point\n"
         "  fill in its area, or its longitude and latitude\n"},
        {point + "Newton,west,55.9\n", "Newton",
         "g.csv:2: error: field 'longitude': \"west\" is no coordinate\n"
         "  write degrees with decimals, such as -3.188\n"},
        {point + "Newton,-3.2,\"\"\n", "Newton",
         "g.csv:2: error: field 'latitude': \"\" is no coordinate\n"
         "  write degrees with decimals, such as -3.188\n"},
        {point + "Newton,-4.2,57.5\n", "Newton",
         "g.csv:2: error: \"Newton\" lies in no area of the map, nor within 2 km of one\n"
         "  correct its longitude and latitude\n"},
        {point + "Newton,55.95,-3.18\n", "Newton",
         "g.csv:2: error: \"Newton\" lies in no area of the map, nor within 2 km of one\n"
         "  longitude and latitude seem to be the wrong way round\n"},
        {"name,region\nNewton,West Lothian\n", "Newton",
         "g.csv:1: error: no column \"area\", nor \"longitude\" and \"latitude\"\n"
         "  say where each name lies: by its area of the map, or by its point in degrees\n"},
        {name + "\"\",West Lothian\n", "Newton",
         "g.csv:2: error: field 'name': the name is empty\n"
         "  write the name, or take the row away\n"},
    };
    for (const Case& one : cases) {
        BOOST_TEST(error_of(one.gazetteer, one.name) == one.message);
    }
    // Nobody uses it.
    BOOST_CHECK_NO_THROW(throw_any(
        resolved(name + "Newton,West Lotian\n", {"City of Edinburgh"}, adding_up()).problems));
    BOOST_TEST(
        error_of(name + "Newton,West Lothian\n", "Newton", {}) ==
        "d.csv:2: error: \"Newton\" is a place in \"West Lothian\", and its value is not that "
        "of the area\n"
        "  where counts of places are to be added up to those of their areas, write "
        "`duplicates: sum` in the figure\n");
}

BOOST_AUTO_TEST_SUITE_END()
