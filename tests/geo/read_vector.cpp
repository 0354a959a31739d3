#include "geo/read_vector.h"

#include "geo/read_shapefile.h"
#include "tests/geo/coverage.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <shapefil.h>
#include <sys/stat.h>

#include <cmath>
#include <unordered_map>

BOOST_AUTO_TEST_SUITE(read_vector)

namespace {

using namespace cairn::test;
using cairn::geo::area;
using cairn::geo::signed_area;
using cairn::geo::VectorSource;

namespace fs = std::filesystem;

const std::string not_readable =
    "\n  expected a whole file in a format that GDAL reads, such as GeoPackage, GeoJSON, TopoJSON "
    "or shapefile\n";
const std::string needs_polygon = "\n  every feature needs a polygon: remove it, or give it one\n";

fs::path module() {
    return build_folder() / "cairn_gdal.so";
}

Regions read(const fs::path& file, const std::string& code = "code",
             const std::string& name = "name") {
    return cairn::geo::read_vector({.file = file,
                                    .shown = file.filename().string(),
                                    .code_field = code,
                                    .name_field = name,
                                    .attribution = "Someone"},
                                   module());
}

/// The errors of reading a file of this name and content.
std::string errors(std::string_view name, std::string_view bytes) {
    const TemporaryFolder folder;
    const fs::path file = folder.write(name, bytes);
    return error_text([&] { read(file); });
}

Regions read_text(std::string_view name, std::string_view bytes) {
    const TemporaryFolder folder;
    return read(folder.write(name, bytes));
}

std::string feature(std::string_view code, std::string_view name, std::string_view geometry) {
    return fmt::format(R"({{"type":"Feature","properties":{{"code":{},"name":{}}},"geometry":{}}})",
                       code, name, geometry);
}

std::string polygon(std::string_view rings) {
    return fmt::format(R"({{"type":"Polygon","coordinates":[{}]}})", rings);
}

/// GeoJSON in British National Grid, so that coordinates stay as they are written.
std::string in_grid(std::string_view features) {
    return fmt::format(R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":)"
                       R"({{"name":"urn:ogc:def:crs:EPSG::27700"}}}},"features":[{}]}})",
                       features);
}

std::string in_degrees(std::string_view features) {
    return fmt::format(R"({{"type":"FeatureCollection","features":[{}]}})", features);
}

/// One object of a TopoJSON file: the square of longitude -4 to -3 and latitude 56 to 57.
std::string topology(std::string_view objects, std::string_view crs = "") {
    return fmt::format(R"({{"type":"Topology",{}"objects":{{{}}},)"
                       R"("arcs":[[[-4,56],[-3,56],[-3,57],[-4,57],[-4,56]],[[-4,56],[-3,56]]]}})",
                       crs, objects);
}

const std::string crs84 =
    R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)";

std::string topology_object(std::string_view name, std::string_view crs,
                            std::string_view field = "name") {
    return fmt::format(
        R"("{}":{{"type":"GeometryCollection",{}"geometries":[)"
        R"({{"type":"Polygon","arcs":[[0]],"properties":{{"code":"A","{}":"Ae"}}}}]}})",
        name, crs, field);
}

/// A copy of the built-in boundaries for a page, which are a shapefile.
fs::path copy_built_in(const TemporaryFolder& folder) {
    for (const std::string extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        folder.write("b" + extension, read_bytes(source_folder() / "boundaries" /
                                                 ("scotland-councils-web" + extension)));
    }
    return folder.path() / "b.shp";
}

void cut_off(const fs::path& file, std::uintmax_t bytes) {
    fs::resize_file(file, fs::file_size(file) - bytes);
}

/// The rings of a polygon, each from its least point, in order.
MultiPolygon normal(MultiPolygon polygon) {
    const auto order = [](Point point) { return std::pair(point.x, point.y); };
    for (Ring& ring : polygon) {
        std::rotate(ring.begin(), std::ranges::min_element(ring, {}, order), ring.end());
    }
    std::ranges::sort(polygon, {},
                      [&](const Ring& ring) { return std::tuple(order(ring[0]), order(ring[1])); });
    return polygon;
}

} // namespace

BOOST_AUTO_TEST_CASE(reads_codes_names_and_areas_in_order) {
    const Regions regions = read_text(
        "a.geojson",
        in_grid(feature(R"("S2")", R"("Dùn Dè")",
                        polygon("[[0,0],[0,9],[9,9],[9,0],[0,0]],"
                                "[[1,1],[2,1],[2,2],[1,2],[1,1]]")) +
                "," + feature("7", R"("One")", polygon("[[20,0],[30,0],[30,9],[20,0]]"))));
    BOOST_TEST(regions.file == "a.geojson");
    BOOST_TEST(regions.attribution == "Someone");
    BOOST_TEST_REQUIRE(regions.regions.size() == 2U);
    BOOST_TEST(regions.regions[0].code == "S2");
    BOOST_TEST(regions.regions[0].name == "Dùn Dè");
    // Outer rings anticlockwise, holes clockwise, the first point not repeated.
    BOOST_TEST((normal(regions.regions[0].geometry) ==
                MultiPolygon{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {{1, 1}, {1, 2}, {2, 2}, {2, 1}}}));
    BOOST_TEST(regions.regions[1].code == "7");
    BOOST_TEST(area(regions.regions[1].geometry) == 45);
}

BOOST_AUTO_TEST_CASE(projects_to_british_national_grid) {
    // Ordnance Survey's worked example, Caister water tower: 52° 39' 27.2531" N, 1° 43' 4.5177" E
    // on OSGB36 is 651409.903, 313177.270.
    const std::string tower = feature(R"("A")", R"("Ae")",
                                      polygon("[[1.7179215833,52.6575703056],[1.8,52.7],[1.7,52.7],"
                                              "[1.7179215833,52.6575703056]]"));
    const auto lowest = [](const std::string& text) {
        const Regions regions = read_text("a.geojson", text);
        return std::ranges::min(regions.regions[0].geometry[0], {}, &Point::y);
    };
    const Point on_osgb36 =
        lowest(R"({"type":"FeatureCollection","crs":{"type":"name","properties":)"
               R"({"name":"urn:ogc:def:crs:EPSG::4277"}},"features":[)" +
               tower + "]}");
    BOOST_TEST(std::abs(on_osgb36.x - 651409.903) < 0.002);
    BOOST_TEST(std::abs(on_osgb36.y - 313177.270) < 0.002);
    // The same degrees on WGS 84 are another place: the datums lie about a hundred metres apart.
    const Point on_wgs84 = lowest(in_degrees(tower));
    const double shift = std::hypot(on_wgs84.x - on_osgb36.x, on_wgs84.y - on_osgb36.y);
    BOOST_TEST(shift > 80);
    BOOST_TEST(shift < 200);
}

BOOST_AUTO_TEST_CASE(reads_the_coordinate_system_of_topojson) {
    for (const std::string& text :
         {topology(topology_object("a", crs84)), topology(topology_object("a", ""), crs84)}) {
        const Regions regions = read_text("a.topojson", text);
        BOOST_TEST_REQUIRE(regions.regions.size() == 1U);
        // Longitude is x: the square lies in Scotland.
        const cairn::geo::Box box = bounds(regions.regions[0].geometry);
        BOOST_TEST(box.min_x == 275368, boost::test_tools::tolerance(1e-4));
        BOOST_TEST(box.min_y == 679012, boost::test_tools::tolerance(1e-4));
    }
}

BOOST_AUTO_TEST_CASE(repairs_by_the_even_odd_rule) {
    // A bow tie that a neighbour shares: what one has, the other has not.
    const std::string west =
        polygon("[[0,0],[10,0],[14,8],[6,8],[10,0],[20,0],[20,20],[0,20],[0,0]]");
    const std::string bow = polygon("[[0,0],[10,10],[10,0],[0,10],[0,0]]");
    const Regions touching = read_text("a.geojson", in_grid(feature(R"("A")", R"("Ae")", west)));
    BOOST_TEST(area(touching.regions[0].geometry) == 400 - 32);
    const Regions tie = read_text("a.geojson", in_grid(feature(R"("A")", R"("Ae")", bow)));
    BOOST_TEST_REQUIRE(tie.regions[0].geometry.size() == 2U);
    BOOST_TEST(area(tie.regions[0].geometry) == 50);
    for (const Ring& ring : tie.regions[0].geometry) {
        BOOST_TEST(signed_area(ring) == 25);
    }
}

BOOST_AUTO_TEST_CASE(a_border_that_crosses_itself_stays_shared) {
    // The border runs from (10,0) to (10,20) and makes a loop on its way.
    const std::string loop = "[10,0],[14,12],[6,12],[12,3],[10,20]";
    const std::string pool = "[10,20],[12,3],[6,12],[14,12],[10,0]";
    const Regions regions = read_text(
        "a.geojson",
        in_grid(feature(R"("A")", R"("Ae")", polygon("[[0,0]," + loop + ",[0,20],[0,0]]")) + "," +
                feature(R"("B")", R"("Be")", polygon("[[20,20]," + pool + ",[20,0],[20,20]]"))));
    BOOST_TEST(area(regions.regions[0].geometry) + area(regions.regions[1].geometry) == 400,
               boost::test_tools::tolerance(1e-12));
    BOOST_TEST(crossings(regions) == 0U);
    std::size_t unshared = 0;
    const SideCounts sides = count_sides(regions);
    for (const auto& [side, count] : sides) {
        BOOST_TEST(count == 1);
        unshared += static_cast<std::size_t>(!sides.contains(opposite(side)));
    }
    BOOST_TEST(unshared == 6U); // the outline
}

BOOST_AUTO_TEST_CASE(adds_the_points_that_a_neighbour_has) {
    const Regions regions = read_text(
        "a.geojson",
        in_grid(
            feature(R"("A")", R"("Ae")", polygon("[[0,0],[10,0],[10,30],[0,30],[0,0]]")) + "," +
            feature(R"("B")", R"("Be")", polygon("[[10,10],[20,10],[20,20],[10,20],[10,10]]"))));
    BOOST_TEST((normal(regions.regions[0].geometry) ==
                MultiPolygon{{{0, 0}, {10, 0}, {10, 10}, {10, 20}, {10, 30}, {0, 30}}}));
}

BOOST_AUTO_TEST_CASE(unites_the_features_of_a_code) {
    const Regions regions = read_text(
        "a.geojson",
        in_grid(
            feature(R"("A")", R"("Ae")", polygon("[[0,0],[10,0],[10,10],[0,10],[0,0]]")) + "," +
            feature(R"("B")", R"("Be")", polygon("[[0,10],[10,10],[10,20],[0,20],[0,10]]")) + "," +
            feature(R"("A")", R"("Ae")", polygon("[[10,0],[20,0],[20,10],[10,10],[10,0]]")) + "," +
            feature(R"("A")", R"("Ae")", polygon("[[15,5],[25,5],[25,10],[15,10],[15,5]]"))));
    BOOST_TEST_REQUIRE(regions.regions.size() == 2U);
    BOOST_TEST(regions.regions[0].code == "A");
    BOOST_TEST(regions.regions[0].geometry.size() == 1U);
    BOOST_TEST(area(regions.regions[0].geometry) == 225);
    BOOST_TEST(regions.regions[1].code == "B");
}

BOOST_AUTO_TEST_CASE(drops_what_has_no_area_beside_what_has) {
    const Regions regions = read_text(
        "a.geojson",
        in_grid(feature(R"("A")", R"("Ae")",
                        R"({"type":"MultiPolygon","coordinates":[[[[0,0],[5,5],[0,0],[0,0]]],)"
                        R"([[[0,0],[10,0],[20,0],[10,0],[10,10],[0,10],[0,0]]]]})")));
    BOOST_TEST((normal(regions.regions[0].geometry) ==
                MultiPolygon{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}}));
}

BOOST_AUTO_TEST_CASE(takes_the_only_layer_that_fits) {
    const Regions regions =
        read_text("a.topojson", topology(topology_object("other", crs84, "title") + "," +
                                         topology_object("areas", crs84) +
                                         R"(,"lines":{"type":"LineString","arcs":[1]})"));
    BOOST_TEST(regions.regions.size() == 1U);
}

BOOST_AUTO_TEST_CASE(lists_the_layers_where_none_or_several_fit) {
    BOOST_TEST(errors("a.topojson", topology(topology_object("one", crs84) + "," +
                                             topology_object("two", crs84))) ==
               "a.topojson: error: several layers of polygons have the fields \"code\" and "
               "\"name\", but exactly one must\n"
               "  its layers: \"one\" (Polygon; fields \"id\", \"code\", \"name\"), "
               "\"two\" (Polygon; fields \"id\", \"code\", \"name\")\n");
    BOOST_TEST(errors("a.topojson", topology(topology_object("one", crs84, "title") + "," +
                                             topology_object("two", crs84, "title"))) ==
               "a.topojson: error: no layers of polygons have the fields \"code\" and "
               "\"name\", but exactly one must\n"
               "  its layers: \"one\" (Polygon; fields \"id\", \"code\", \"title\"), "
               "\"two\" (Polygon; fields \"id\", \"code\", \"title\")\n");
}

BOOST_AUTO_TEST_CASE(names_the_nearest_field) {
    const std::string text =
        in_grid(feature(R"("A")", R"("Ae")", polygon("[[0,0],[10,0],[10,10],[0,0]]")));
    const TemporaryFolder folder;
    const fs::path file = folder.write("a.geojson", text);
    BOOST_TEST(error_text([&] { read(file, "cod", "LAD13NM"); }) ==
               "a.geojson: error: layer 'a': no field \"cod\"\n"
               "  did you mean \"code\"? its fields: \"code\", \"name\"\n"
               "a.geojson: error: layer 'a': no field \"LAD13NM\"\n"
               "  its fields: \"code\", \"name\"\n");
}

BOOST_AUTO_TEST_CASE(tells_all_that_is_wrong_with_features) {
    const std::string good = polygon("[[0,0],[10,0],[10,10],[0,0]]");
    const std::string text = in_grid(
        feature(R"("A")", R"("Ae")", "null") + "," + feature(R"("  ")", "null", good) + "," +
        feature(R"("C")", R"("Ce")", R"({"type":"Point","coordinates":[1,2]})") + "," +
        feature(R"("D")", R"("De")",
                R"({"type":"GeometryCollection","geometries":[)" + good + "]}") +
        "," + feature(R"("A")", R"("Other")", good));
    BOOST_TEST(
        errors("a.geojson", text) ==
        "a.geojson: error: layer 'a': feature 0: there is no geometry" + needs_polygon +
            "a.geojson: error: layer 'a': feature 1: field 'code': the code is empty\n"
            "  every feature needs a code\n"
            "a.geojson: error: layer 'a': feature 1: field 'name': the name is empty\n"
            "  every feature needs a name\n"
            "a.geojson: error: layer 'a': feature 2: the geometry is no polygon: its type is "
            "\"Point\"" +
            needs_polygon +
            "a.geojson: error: layer 'a': feature 3: the geometry is no polygon: its type is "
            "\"Geometry Collection\"" +
            needs_polygon +
            "a.geojson: error: layer 'a': feature 4: field 'name': the code \"A\" has two "
            "names, \"Ae\" and \"Other\"\n"
            "  give all features of a code one name\n");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_a_coverage) {
    struct Case {
        std::string name;
        std::string bytes;
        std::string message;
    };
    const std::string flat = polygon("[[0,0],[10,10],[20,20],[0,0]]");
    const std::string square = polygon("[[0,0],[10,0],[10,10],[0,0]]");
    const std::string far = polygon("[[1000,0],[1010,0],[1010,10],[1000,0]]");
    const std::string swapped = polygon("[[56,-4],[57,-4],[57,-3],[56,-4]]");
    const std::string no_system =
        "no coordinate system is given\n"
        "  a shapefile needs its .prj file; else write one in, for British National Grid: ogr2ogr "
        "-a_srs EPSG:27700 with-crs.gpkg FILE, for longitude and latitude: -a_srs EPSG:4326\n";
    const std::vector<Case> cases{
        {"a.geojson", "",
         "a.geojson: error: the file is empty\n"
         "  expected a boundary file, such as a GeoPackage\n"},
        {"a.txt", "hello\n",
         "a.txt: error: GDAL cannot read it: `a.txt' not recognized as a supported file format" +
             not_readable},
        {"a.geojson", in_grid(feature(R"("A")", R"("Ae")", square)).substr(0, 200),
         "a.geojson: error: GDAL cannot read it: At line 1, character 201: Unterminated string" +
             not_readable + "a.geojson: error: GDAL cannot read it: Failed to read GeoJSON data" +
             not_readable},
        {"a.csv", "WKT,code,name\n\"POLYGON((0 0,1 0,1 1,0 0))\",A,Ae\n",
         "a.csv: error: layer 'a': " + no_system},
        {"a.topojson", topology(topology_object("areas", "")),
         "a.topojson: error: layer 'areas': " + no_system},
        {"a.geojson",
         in_grid(feature(R"("A")", R"("Ae")", R"({"type":"Point","coordinates":[1,2]})")),
         "a.geojson: error: layer 'a': the layer holds no polygons: its geometry type is "
         "\"Point\"\n  boundaries need polygons\n"},
        {"a.geojson", in_grid(feature(R"("A")", R"("Ae")", flat)),
         "a.geojson: error: layer 'a': feature 0: the geometry has no area" + needs_polygon},
        {"a.geojson", in_degrees(feature(R"("A")", R"("Ae")", far)),
         "a.geojson: error: layer 'a': the regions are not near Great Britain, or not in \"WGS "
         "84\"\n  check the coordinate system and the order of its axes: x runs from 1000 to 1010, "
         "y "
         "from 0 to 10\n"},
        {"a.geojson", in_degrees(feature(R"("A")", R"("Ae")", swapped)),
         "a.geojson: error: layer 'a': the regions are not near Great Britain, or not in \"WGS "
         "84\"\n  check the coordinate system and the order of its axes: x runs from 56 to 57, y "
         "from -4 to -3\n"},
    };
    for (const Case& each : cases) {
        BOOST_TEST(errors(each.name, each.bytes) == each.message);
    }
}

BOOST_AUTO_TEST_CASE(refuses_absent_files_and_modules) {
    const TemporaryFolder folder;
    BOOST_TEST(error_text([&] { read(folder.path() / "a.gpkg"); }) ==
               "a.gpkg: error: there is no such file\n"
               "  check the path; in a figure file it is relative to that file\n");
    const VectorSource source{.file = folder.write("a.geojson", "{}"),
                              .shown = "a.geojson",
                              .code_field = "code",
                              .name_field = "name",
                              .attribution = {}};
    BOOST_TEST(error_text([&] { cairn::geo::read_vector(source, "/nowhere/cairn_gdal.so"); }) ==
               "a.geojson: error: cannot load GDAL, which reads this file: /nowhere/cairn_gdal.so: "
               "cannot open shared object file: No such file or directory\n"
               "  install Cairn whole, and GDAL 3 (Debian: libgdal32)\n");
}

BOOST_AUTO_TEST_CASE(reads_the_built_in_boundaries_as_shapelib_does) {
    const Regions expected =
        cairn::geo::read_shapefile(source_folder() / "boundaries" / "scotland-councils");
    const Regions regions =
        read(source_folder() / "boundaries" / "scotland-councils.shp", "code", "name");
    BOOST_TEST_REQUIRE(regions.regions.size() == expected.regions.size());
    for (std::size_t i = 0; i < expected.regions.size(); ++i) {
        BOOST_TEST(regions.regions[i].code == expected.regions[i].code);
        BOOST_TEST(regions.regions[i].name == expected.regions[i].name);
        BOOST_TEST((normal(regions.regions[i].geometry) == normal(expected.regions[i].geometry)),
                   "the geometry of " << expected.regions[i].name << " differs");
    }
}

BOOST_AUTO_TEST_CASE(refuses_an_incomplete_shapefile) {
    {
        const TemporaryFolder folder;
        const fs::path file = copy_built_in(folder);
        fs::remove(folder.path() / "b.prj");
        BOOST_TEST(
            error_text([&] { read(file); }) ==
            "b.shp: error: layer 'b': no coordinate system is given\n"
            "  a shapefile needs its .prj file; else write one in, for British National "
            "Grid: ogr2ogr -a_srs EPSG:27700 with-crs.gpkg FILE, for longitude and latitude: "
            "-a_srs EPSG:4326\n");
    }
    {
        const TemporaryFolder folder;
        const fs::path file = copy_built_in(folder);
        cut_off(file, 100);
        BOOST_TEST(error_text([&] { read(file); }) ==
                   "b.shp: error: layer 'b': feature 31: there is no geometry" + needs_polygon);
    }
    {
        const TemporaryFolder folder;
        const fs::path file = copy_built_in(folder);
        cut_off(folder.path() / "b.dbf", 100);
        const std::string text = error_text([&] { read(file); });
        BOOST_TEST(text.starts_with("b.shp: error: GDAL cannot read it: fread("), text);
        BOOST_TEST(text.ends_with("failed on DBF file" + not_readable), text);
    }
    {
        const TemporaryFolder folder;
        const fs::path file = copy_built_in(folder);
        fs::remove(folder.path() / "b.dbf");
        const std::string text = error_text([&] { read(file); });
        BOOST_TEST(text.starts_with("b.shp: error: layer 'b': no field \"code\"\n"), text);
    }
}

BOOST_AUTO_TEST_CASE(refuses_a_layer_without_features) {
    const TemporaryFolder folder;
    SHPClose(SHPCreate((folder.path() / "b.shp").c_str(), SHPT_POLYGON));
    DBFInfo* const fields = DBFCreate((folder.path() / "b.dbf").c_str());
    DBFAddField(fields, "code", FTString, 9, 0);
    DBFAddField(fields, "name", FTString, 9, 0);
    DBFClose(fields);
    folder.write("b.prj", read_bytes(source_folder() / "boundaries" / "scotland-councils.prj"));
    BOOST_TEST(error_text([&] { read(folder.path() / "b.shp"); }) ==
               "b.shp: error: layer 'b': the layer has no features\n"
               "  boundaries need at least one polygon\n");
}

BOOST_AUTO_TEST_CASE(refuses_text_and_numbers_that_are_none) {
    const std::string square = polygon("[[0,0],[10,0],[10,10],[0,0]]");
    const std::string endless = polygon("[[0,0],[1e999,0],[10,10],[0,0]]");
    BOOST_TEST(errors("a.geojson", in_grid(feature(R"("A")", "\"D\xF9n\"", square) + "," +
                                           feature(R"("B")", R"("Be")", endless))) ==
               "a.geojson: error: layer 'a': feature 0: field 'name': the name is not UTF-8 text\n"
               "  save the file as UTF-8; a shapefile names its encoding in a .cpg file beside it, "
               "such as ISO-8859-1\n"
               "a.geojson: error: layer 'a': feature 1: a coordinate is not a finite number\n"
               "  mend the geometry, or remove the feature\n");
}

BOOST_AUTO_TEST_CASE(refuses_names_that_steer_a_terminal) {
    const std::string square = polygon("[[0,0],[10,0],[10,10],[0,0]]");
    const std::string take_out = "\n  take it out of the file\n";
    BOOST_TEST(errors("a.geojson", in_grid(feature(R"("A")", R"("A\u001b[31m")", square) + "," +
                                           feature(R"("B\u202e")", R"("b\nc")", square))) ==
               "a.geojson: error: layer 'a': feature 0: field 'name': the name holds the control "
               "character U+001B, which is no text" +
                   take_out +
                   "a.geojson: error: layer 'a': feature 1: field 'code': the code holds the "
                   "control character U+202E, which is no text" +
                   take_out +
                   "a.geojson: error: layer 'a': feature 1: field 'name': the name holds the "
                   "control character U+000A, which is no text" +
                   take_out);
}

BOOST_AUTO_TEST_CASE(refuses_coordinates_that_are_nowhere) {
    const std::string good = polygon("[[-4,56],[-3,56],[-3,57],[-4,56]]");
    const std::string wrong = polygon("[[-4,56],[1e9,56],[-3,57],[-4,56]]");
    const std::string mend = "\n  mend the geometry, or remove the feature\n";
    BOOST_TEST(errors("a.geojson", in_degrees(feature(R"("A")", R"("Ae")", good) + "," +
                                              feature(R"("B")", R"("Be")", wrong))) ==
               "a.geojson: error: layer 'a': feature 1: a coordinate of 1e+09 lies nowhere on "
               "earth" +
                   mend);
    BOOST_TEST(errors("a.geojson", in_grid(feature(R"("A")", R"("Ae")",
                                                   polygon("[[0,0],[-2e9,0],[10,10],[0,0]]")))) ==
               "a.geojson: error: layer 'a': feature 0: a coordinate of 2e+09 lies nowhere on "
               "earth" +
                   mend);
}

BOOST_AUTO_TEST_CASE(reads_nothing_but_the_file) {
    const TemporaryFolder folder;
    const fs::path other = folder.write("other.geojson", "{}");
    const std::string sources[] = {other.string(), "/vsicurl/http://127.0.0.1:9/a.geojson",
                                   "http://127.0.0.1:9/a.geojson"};
    for (const std::string& source : sources) {
        BOOST_TEST(errors("a.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>" +
                                       source +
                                       "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>") ==
                   "a.vrt: error: GDAL cannot read it: `a.vrt' not recognized as a supported file "
                   "format" +
                       not_readable);
    }
    BOOST_TEST(errors("a.xml", "<OGRWFSDataSource><URL>http://127.0.0.1:9/</URL>"
                               "</OGRWFSDataSource>") ==
               "a.xml: error: GDAL cannot read it: `a.xml' not recognized as a supported file "
               "format" +
                   not_readable);
    BOOST_TEST(error_text([] { read("/vsicurl/http://127.0.0.1:9/a.geojson"); }) ==
               "a.geojson: error: there is no such file\n"
               "  check the path; in a figure file it is relative to that file\n");
}

BOOST_AUTO_TEST_CASE(reads_regular_files_alone) {
    const TemporaryFolder folder;
    const fs::path pipe = folder.path() / "a.geojson";
    BOOST_REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const std::string no_file = ": error: is a device or a pipe, not a file\n"
                                "  write what it gives to a file, and give the path of that\n";
    BOOST_TEST(error_text([&] { read(pipe); }) == "a.geojson" + no_file);
    BOOST_TEST(error_text([] { read("/dev/zero"); }) == "zero" + no_file);
}

BOOST_AUTO_TEST_CASE(a_union_may_leave_nothing) {
    for (const char* name : {"c.geojson", "c2.geojson", "g31.fgb", "min.geojson"}) {
        if (const auto file = cairn::test::shared_file(
                std::string("cases/safe-gdal-empty-union-segfault/") + name)) {
            BOOST_TEST(error_text([&] { read(*file); }).find("feature") != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(reads_the_natural_earth_boundaries) {
    const auto file = shared_file("boundaries/natural-earth-10m-scotland.geojson");
    if (!file) {
        return;
    }
    const Regions regions = read(*file, "iso_3166_2", "name");
    BOOST_TEST(regions.regions.size() == 32U);
    BOOST_TEST(neighbours(regions).size() == 60U);
    BOOST_TEST(overlapping_sides(regions) == 0U);
}

BOOST_AUTO_TEST_CASE(reads_and_repairs_the_official_boundaries) {
    const auto file = shared_file("boundaries/ons-lad-2013-scotland.topojson");
    if (!file) {
        return;
    }
    const Regions regions = read(*file, "LAD13CD", "LAD13NM");
    BOOST_TEST_REQUIRE(regions.regions.size() == 32U);
    double total = 0;
    for (const Region& region : regions.regions) {
        for (const Ring& ring : region.geometry) {
            BOOST_TEST_REQUIRE(ring.size() >= 3U);
            BOOST_TEST_REQUIRE(signed_area(ring) != 0);
        }
        total += area(region.geometry);
    }
    BOOST_TEST(total / 1e6 == 78809, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(neighbours(regions).size() == 60U);
    BOOST_TEST(overlapping_sides(regions) == 0U);
    const auto fife = std::ranges::find(regions.regions, "Fife", &Region::name);
    BOOST_TEST_REQUIRE((fife != regions.regions.end()));
    // The code of 2013; the gazetteer knows it.
    BOOST_TEST(fife->code == "S12000015");
}

BOOST_AUTO_TEST_SUITE_END()
