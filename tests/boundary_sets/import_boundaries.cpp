#include "render/boundary_sets/import_boundaries.h"

#include "geo/borders.h"
#include "geo/read_vector.h"
#include "render/boundary_sets/boundary_levels.h"
#include "render/boundary_sets/boundary_lists.h"
#include "render/boundary_sets/boundary_sets.h"
#include "render/run/render.h"
#include "tests/support_checkout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

// From an official delivery to boundaries that every figure can use.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(import_boundaries)

namespace {

namespace fs = std::filesystem;

/// The program with a folder of its own for imported boundaries.
Installation installation(const test::TemporaryFolder& folder) {
    Installation own = test::checkout();
    own.own_boundaries = folder.path() / "share/boundaries";
    return own;
}

/// Two squares side by side, the second with a bow tie in its corner, in degrees.
const std::string squares =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"WD22CD":"S13002930","WD22NM":"Leith"},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[-4,56],[-3.9,56],[-3.9,56.1],[-4,56.1],[-4,56]]]}},)"
    R"({"type":"Feature","properties":{"WD22CD":"S13002931","WD22NM":"Dùn"},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[-3.9,56],[-3.8,56],[-3.8,56.1],[-3.9,56.1],[-3.9,56]],)"
    R"([[-3.87,56.02],[-3.85,56.04],[-3.85,56.02],[-3.87,56.04],[-3.87,56.02]]]}},)"
    R"({"type":"Feature","properties":{"WD22CD":"E05000001","WD22NM":"York"},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[-1,54],[-0.9,54],[-0.9,54.1],[-1,54]]]}}]})";

ImportRequest request_for(const fs::path& file) {
    return {.file = file, .id = "wards", .attribution = "Contains OS data"};
}

geo::Regions read_set(const Installation& program, const std::string& id, std::size_t level = 0) {
    const input::BoundarySetFile set =
        input::read_boundary_set(program.own_boundaries / (id + ".boundaries.yaml"));
    BOOST_REQUIRE(level < set.levels.size());
    return read_level(set, set.levels[level]);
}

std::size_t count_files(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

double area_of(const geo::Regions& regions) {
    double sum = 0;
    for (const geo::Region& region : regions.regions) {
        sum += geo::area(region.geometry);
    }
    return sum;
}

const std::string official = "boundaries/ons-lad-2013-scotland.topojson";

ImportRequest official_request(const fs::path& file) {
    return {.file = file,
            .id = "scotland-councils",
            .attribution = "Contains Ordnance Survey data © Crown copyright 2014"};
}

} // namespace

BOOST_AUTO_TEST_CASE(every_format_gives_the_same) {
    const test::TemporaryFolder folder;
    const Installation program = installation(folder);
    const fs::path geojson = folder.write("a.geojson", squares);
    std::vector<fs::path> files{geojson};
    for (const char* format : {"GPKG a.gpkg", "FlatGeobuf a.fgb", "ESRI_Shapefile a.shp"}) {
        const std::string words = format;
        std::string driver = words.substr(0, words.find(' '));
        std::replace(driver.begin(), driver.end(), '_', ' ');
        files.push_back(folder.path() / words.substr(words.find(' ') + 1));
        BOOST_REQUIRE(std::system(fmt::format("ogr2ogr -f '{}' '{}' '{}'", driver,
                                              files.back().string(), geojson.string())
                                      .c_str()) == 0);
    }
    const double area = 4 * 4 * 1e6; // of each square at least
    for (const fs::path& file : files) {
        ImportRequest request = request_for(file);
        request.only = "S";
        const Report report = cairn::import_boundaries(request, program);
        BOOST_TEST(report.errors.empty());
        BOOST_TEST(report.text ==
                   std::string("1 of 3 areas left out: their codes do not begin with \"S\"\n"
                               "1 of 2 areas were not valid, and are repaired\n2 areas in wards ") +
                       (file == geojson ? "imported\n" : "replace those imported before\n"));
        const geo::Regions regions = read_set(program, "wards");
        BOOST_REQUIRE(regions.regions.size() == 2U);
        std::vector<std::string> told;
        for (const geo::Region& region : regions.regions) {
            told.push_back(region.code + " " + region.name);
            BOOST_TEST(geo::area(region.geometry) > area);
        }
        std::sort(told.begin(), told.end()); // FlatGeobuf has an order of its own
        BOOST_TEST(told == (std::vector<std::string>{"S13002930 Leith", "S13002931 Dùn"}),
                   boost::test_tools::per_element());
        BOOST_TEST(regions.attribution == "Contains OS data");
        BOOST_TEST(geo::borders(regions).inner.size() == 1U);  // which is shared
        BOOST_TEST(count_files(program.own_boundaries) == 6U); // one level is enough for so few
    }
}

BOOST_AUTO_TEST_CASE(levels_grow_coarser_and_keep_every_area) {
    const test::TemporaryFolder folder;
    const Installation program = installation(folder);
    ImportRequest request =
        request_for(program.boundaries / "scotland-councils.shp"); // the most detailed there is
    request.code_field = "code";
    request.name_field = "name";
    std::vector<std::string> steps;
    request.progress = [&](const std::string& line) { steps.push_back(line); };
    cairn::import_boundaries(request, program);
    BOOST_REQUIRE(steps.size() == 4U);
    BOOST_TEST(steps[0].starts_with("reading "));
    BOOST_TEST(steps[1] == "repairing 32 areas");
    BOOST_TEST(steps[2].starts_with("topology: "));
    BOOST_TEST(steps[3].starts_with("levels: full 58,772 points, web "), steps[3]);
    const geo::Regions full = read_set(program, "wards");
    const geo::Regions web = read_set(program, "wards", 1);
    BOOST_TEST(full.error == 0);
    BOOST_TEST(web.error > 180); // a quarter of a pixel of 830 m
    BOOST_TEST(web.error < 207);
    BOOST_TEST(count_points(web) < count_points(full) / 4);
    BOOST_TEST(web.regions.size() == 32U);
    BOOST_TEST(area_of(web) == area_of(full), boost::test_tools::tolerance(0.005));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_leaves_nothing_behind) {
    struct Case {
        std::function<void(ImportRequest&, Installation&)> change;
        std::string message; ///< after the name of the file, where that comes first
    };
    const std::vector<Case> cases{
        {[](ImportRequest& request, Installation&) { request.attribution = " \n "; },
         "--attribution: error: no attribution is given: the words that the licence asks to be "
         "printed under maps\n"
         "  of the Office for National Statistics, with the year in the file's name: "
         "--attribution \"Source: Office for National Statistics licensed under the Open "
         "Government Licence v.3.0. Contains OS data © Crown copyright and database right "
         "YEAR\"\n"},
        {[](ImportRequest& request, Installation&) { request.id = "../wards"; },
         "--id: error: \"../wards\" is no name for boundaries\n"
         "  use letters, digits, dots, dashes and underscores, and begin with a letter or "
         "digit\n"},
        {[](ImportRequest& request, Installation&) { request.id = ""; },
         "--id: error: \"\" is no name for boundaries\n"
         "  use letters, digits, dots, dashes and underscores, and begin with a letter or "
         "digit\n"},
        {[](ImportRequest&, Installation& program) { program.own_boundaries.clear(); },
         "--id: error: there is no folder for imported boundaries\n"
         "  set CAIRN_BOUNDARIES to the full path of one\n"},
        {[](ImportRequest& request, Installation&) { request.only = "W"; },
         "--only: error: no code begins with \"W\"\n  the first code is \"S13002930\"\n"},
        {[](ImportRequest& request, Installation&) { request.file += "x"; },
         "a.geojsonx: error: there is no such file\n"
         "  check the path; in a figure file it is relative to that file\n"},
        {[](ImportRequest& request, Installation&) { request.id = "scotland-councils"; },
         "a.geojson: error: none of its areas is in scotland-councils\n"
         "  import it under an id of its own\n"},
        {[](ImportRequest& request, Installation&) { request.name_field = "NAME"; },
         "a.geojson: error: layer 'a': no field \"NAME\"\n"
         "  write --name FIELD with one of these: WD22CD (\"S13002930\"), WD22NM (\"Leith\")\n"},
    };
    for (const Case& one : cases) {
        const test::TemporaryFolder folder;
        Installation program = installation(folder);
        ImportRequest request = request_for(folder.write("a.geojson", squares));
        one.change(request, program);
        std::string text = test::error_text([&] { cairn::import_boundaries(request, program); });
        const std::string prefix = folder.path().string() + "/";
        text.erase(0, text.starts_with(prefix) ? prefix.size() : 0);
        BOOST_TEST(text == one.message);
        BOOST_TEST(!fs::exists(folder.path() / "share"));
    }
}

BOOST_AUTO_TEST_CASE(the_attribution_is_asked_for_where_somebody_can_answer) {
    const test::TemporaryFolder folder;
    const Installation program = installation(folder);
    ImportRequest request = request_for(folder.write("a.geojson", squares));
    request.attribution.clear();
    std::string question;
    request.ask = [&](const std::string& asked) {
        question = asked;
        return std::string("  Mine\t");
    };
    cairn::import_boundaries(request, program);
    BOOST_TEST(question.ends_with("\nAttribution: "));
    BOOST_TEST(question.find("Contains OS data © Crown copyright") != std::string::npos);
    BOOST_TEST(read_set(program, "wards").attribution == "Mine");
}

BOOST_AUTO_TEST_CASE(a_built_in_set_is_replaced_whole_or_not_at_all) {
    const test::TemporaryFolder folder;
    const Installation program = installation(folder);
    const std::string fife =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
        R"({"LAD23CD":"S12000047","LAD23NM":"Fife"},"geometry":{"type":"Polygon","coordinates":)"
        R"([[[-4,56],[-3.9,56],[-3.9,56.1],[-4,56]]]}}]})";
    ImportRequest request = request_for(folder.write("fife.geojson", fife));
    request.id = "scotland-councils";
    const std::string text = test::error_text([&] { cairn::import_boundaries(request, program); });
    BOOST_TEST(text.find("fife.geojson: error: 31 of the 32 areas of scotland-councils are not in "
                         "it: \"Aberdeen City\", \"Aberdeenshire\", ") != std::string::npos,
               text);
    BOOST_TEST(!fs::exists(program.own_boundaries));
}

BOOST_AUTO_TEST_CASE(lists_tell_what_there_is) {
    const test::TemporaryFolder folder;
    const Installation program = installation(folder);
    ImportRequest request = request_for(folder.write("a.geojson", squares));
    request.title = "Wards";
    request.licence = "Open Government Licence v3.0";
    cairn::import_boundaries(request, program);
    const std::string built_in =
        "scotland-councils: Council areas of Scotland, 32 areas, built in\n"
        "  Boundaries: Natural Earth and GSHHG, generalised, not for measuring\n"
        "  GNU Lesser General Public License, version 3 or later (gshhg-licence.txt); Natural "
        "Earth is in the public domain\n"
        "scotland-health-boards: NHS boards of Scotland, 14 areas, built in\n"
        "  Boundaries: Natural Earth and GSHHG, generalised, not for measuring\n"
        "  GNU Lesser General Public License, version 3 or later (gshhg-licence.txt); Natural "
        "Earth is in the public domain\n"
        "scotland-integration-authorities: Integration authorities of Scotland, 31 areas, built "
        "in\n"
        "  Boundaries: Natural Earth and GSHHG, generalised, not for measuring\n"
        "  GNU Lesser General Public License, version 3 or later (gshhg-licence.txt); Natural "
        "Earth is in the public domain\n";
    BOOST_TEST(list_boundaries(program).text ==
               built_in + "wards: Wards, 3 areas, imported\n  Contains OS data\n"
                          "  Open Government Licence v3.0\n");
    BOOST_TEST(tell_boundaries("wards", program).text ==
               "wards: Wards, 3 areas, imported\n"
               "  Attribution Contains OS data\n"
               "  Licence     Open Government Licence v3.0\n"
               "  Source      a.geojson\n"
               "  Levels      wards-full: 17 points, 1 kB, all detail\n"
               "  File        " +
                   (program.own_boundaries / "wards.boundaries.yaml").string() + "\n");
    const std::string told = tell_boundaries("scotland-councils", program).text;
    BOOST_TEST(told.find("pictures and not for measuring") != std::string::npos);
    BOOST_TEST(told.find("cairn boundaries import FILE") != std::string::npos);
    BOOST_TEST(test::error_text([&] { tell_boundaries("ward", program); }) ==
               "boundaries: error: unknown boundaries \"ward\"\n  did you mean \"wards\"?\n");
    // A damaged set hides no other.
    fs::remove(program.own_boundaries / "wards-full.prj");
    const Report damaged = list_boundaries(program);
    BOOST_TEST(damaged.text == built_in);
    BOOST_REQUIRE(damaged.errors.size() == 1U);
    BOOST_TEST(damaged.errors[0].what == "there is no such file");
}

BOOST_AUTO_TEST_CASE(the_official_file_takes_the_place_of_the_built_in_set) {
    const auto file = test::shared_file(official);
    if (!file) {
        return;
    }
    const test::TemporaryFolder folder;
    const Installation program = installation(folder);
    const Report report = cairn::import_boundaries(official_request(*file), program);
    BOOST_TEST(report.text == "28 of 32 areas were not valid, and are repaired\n"
                              "32 areas in scotland-councils imported\n"
                              "maps now use them in place of the built-in ones\n");
    const geo::Regions direct = geo::read_vector(
        {.file = *file, .shown = "a", .code_field = "LAD13CD", .name_field = "LAD13NM"},
        program.gdal_module);
    const geo::Regions full = read_set(program, "scotland-councils");
    BOOST_REQUIRE(full.regions.size() == 32U);
    for (std::size_t i = 0; i < 32; ++i) {
        BOOST_TEST(full.regions[i].code == direct.regions[i].code);
        BOOST_TEST(full.regions[i].name == direct.regions[i].name);
        BOOST_TEST((full.regions[i].geometry == direct.regions[i].geometry), full.regions[i].name);
    }
    BOOST_TEST(count_points(full) == count_points(direct));
    for (const std::size_t level : {1U, 2U}) {
        const geo::Regions coarser = read_set(program, "scotland-councils", level);
        BOOST_TEST(coarser.regions.size() == 32U);
        BOOST_TEST(area_of(coarser) == area_of(full), boost::test_tools::tolerance(0.005));
    }
    // Figures take it, with its attribution; former codes of the file lead to the current ones.
    const fs::path sample = test::source_folder() / "samples/stories-project/figures.yaml";
    const Report drawn = render({.files = {sample},
                                 .only = {"place-8"},
                                 .out = folder.path() / "out",
                                 .formats = {input::Format::svg},
                                 .style = {},
                                 .dpi = {}},
                                program);
    BOOST_TEST(drawn.errors.empty());
    const std::string manifest = test::read_bytes(folder.path() / "out/figures.json");
    BOOST_TEST(manifest.find("Contains Ordnance Survey data") != std::string::npos);
    BOOST_TEST(manifest.find("Natural Earth") == std::string::npos);
    BOOST_TEST(manifest.find("S12000047") != std::string::npos);
    const std::string list = list_boundaries(program).text;
    BOOST_TEST(list.starts_with("scotland-councils: 32 areas, imported\n"
                                "  Contains Ordnance Survey data © Crown copyright 2014\n"
                                "scotland-councils: Council areas of Scotland, 32 areas, built "
                                "in; not used: the imported one takes its place\n"),
               list);
}

BOOST_AUTO_TEST_SUITE_END()
