#include "geo/read_shapefile.h"

#include "geo/geometry.h"
#include "tests/support.h"

#include <shapefil.h>

#include <chrono>
#include <functional>
#include <limits>
#include <random>

BOOST_AUTO_TEST_SUITE(read_shapefile)

namespace {

using namespace cairn::geo;
using cairn::test::error_text;
using cairn::test::read_bytes;
using cairn::test::TemporaryFolder;

namespace fs = std::filesystem;

const std::vector<std::string> extensions{".shp", ".shx", ".dbf", ".prj"};

fs::path built_in() {
    return cairn::test::source_folder() / "boundaries" / "scotland-councils";
}

/// The smaller set.
fs::path built_in_for_a_page() {
    return cairn::test::source_folder() / "boundaries" / "scotland-councils-web";
}

/// A copy of the built-in boundaries for a page.
fs::path copy_to(const TemporaryFolder& folder) {
    for (const std::string& extension : extensions) {
        folder.write("b" + extension, read_bytes(built_in_for_a_page() += extension));
    }
    return folder.path() / "b";
}

/// A shape of the given rings, each x, y, x, y.
struct Drawn {
    int type = SHPT_POLYGON;
    std::vector<std::vector<double>> rings{};
    std::string code = "S1";
    std::string name = "One";
};

/// Writes a boundary set of these shapes, and gives its path.
fs::path draw(const TemporaryFolder& folder, const std::vector<Drawn>& shapes,
              const std::vector<std::string>& fields = {"code", "iso", "name", "name_gd"}) {
    const fs::path path = folder.path() / "b";
    SHPInfo* const shp = SHPCreate((path.string() + ".shp").c_str(), SHPT_POLYGON);
    DBFInfo* const dbf = DBFCreate((path.string() + ".dbf").c_str());
    for (const std::string& field : fields) {
        DBFAddField(dbf, field.c_str(), FTString, 20, 0);
    }
    for (int i = 0; const Drawn& shape : shapes) {
        std::vector<int> starts;
        std::vector<double> x;
        std::vector<double> y;
        for (const std::vector<double>& ring : shape.rings) {
            starts.push_back(static_cast<int>(x.size()));
            for (std::size_t k = 0; k < ring.size(); k += 2) {
                x.push_back(ring[k]);
                y.push_back(ring[k + 1]);
            }
        }
        SHPObject* const object =
            SHPCreateObject(shape.type, i, static_cast<int>(starts.size()), starts.data(), nullptr,
                            static_cast<int>(x.size()), x.data(), y.data(), nullptr, nullptr);
        SHPWriteObject(shp, -1, object);
        SHPDestroyObject(object);
        DBFWriteStringAttribute(dbf, i, 0, shape.code.c_str());
        if (fields.size() == 4) {
            DBFWriteStringAttribute(dbf, i, 2, shape.name.c_str());
        }
        ++i;
    }
    SHPClose(shp);
    DBFClose(dbf);
    folder.write("b.prj", "PROJCRS[\"OSGB36 / British National Grid\"]");
    return path;
}

const std::vector<double> clockwise{0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
const std::vector<double> hole{4, 4, 6, 4, 6, 6, 4, 6, 4, 4};

/// The errors of reading `path`, without the folder in them.
std::string errors_in(const TemporaryFolder& folder, const fs::path& path) {
    std::string text = error_text([&] { cairn::geo::read_shapefile(path); });
    const std::string prefix = folder.path().string() + "/";
    for (std::size_t at = 0; (at = text.find(prefix)) != std::string::npos;) {
        text.erase(at, prefix.size());
    }
    return text;
}

const std::string copy_again = "  copy all parts of the boundary set again from their source\n";

} // namespace

BOOST_AUTO_TEST_CASE(the_built_in_boundaries_are_read) {
    const Regions read = cairn::geo::read_shapefile(built_in());
    BOOST_TEST(read.file == built_in().string() + ".shp");
    BOOST_REQUIRE(read.regions.size() == 32U);
    BOOST_TEST(read.regions[4].code == "S12000036");
    BOOST_TEST(read.regions[4].name == "City of Edinburgh");
    BOOST_TEST(read.regions[4].name_gd == "D\u00F9n \u00C8ideann");
    BOOST_TEST((read.regions[4].geometry[0].front() != read.regions[4].geometry[0].back()));
}

BOOST_AUTO_TEST_CASE(reading_is_quick) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) {
        cairn::geo::read_shapefile(built_in());
    }
    const auto taken = (std::chrono::steady_clock::now() - start) / 20;
    const double milliseconds = std::chrono::duration<double, std::milli>(taken).count();
    BOOST_TEST_MESSAGE("the built-in boundaries took " << milliseconds << " ms to read");
    BOOST_TEST(milliseconds < 500); // far above, for slow machines and sanitizers
}

BOOST_AUTO_TEST_CASE(rings_are_turned_and_their_last_point_is_dropped) {
    const TemporaryFolder folder;
    const std::vector<double> anticlockwise(clockwise.rbegin(), clockwise.rend());
    const Regions read = cairn::geo::read_shapefile(
        draw(folder, {{.rings = {clockwise, hole}, .code = "right"},
                      {.rings = {{hole.rbegin(), hole.rend()}, anticlockwise}, .code = "wrong"}}));
    BOOST_REQUIRE(read.regions.size() == 2U);
    const MultiPolygon& right = read.regions[0].geometry;
    BOOST_REQUIRE(right.size() == 2U);
    BOOST_TEST((right[0] == Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}}));
    BOOST_TEST(signed_area(right[0]) == 100);
    BOOST_TEST(signed_area(right[1]) == -4);
    const MultiPolygon& wrong = read.regions[1].geometry; // and put right
    BOOST_REQUIRE(wrong.size() == 2U);
    BOOST_TEST(signed_area(wrong[0]) == -4);
    BOOST_TEST(signed_area(wrong[1]) == 100);
}

BOOST_AUTO_TEST_CASE(a_path_may_hold_dots_and_spaces) {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "a.b c");
    for (const std::string& extension : extensions) {
        folder.write("a.b c/d.e" + extension, read_bytes(built_in_for_a_page() += extension));
    }
    BOOST_TEST(cairn::geo::read_shapefile(folder.path() / "a.b c" / "d.e").regions.size() == 32U);
}

BOOST_AUTO_TEST_CASE(damaged_parts_are_told) {
    using Bytes = std::string;
    struct Case {
        std::string extension;
        std::function<void(Bytes&)> damage; ///< nothing to take the part away
        std::string message;
    };
    const auto cut_to = [](std::size_t size) { return [=](Bytes& bytes) { bytes.resize(size); }; };
    const auto set = [](std::size_t at, char to) { return [=](Bytes& bytes) { bytes[at] = to; }; };
    const auto write = [](const std::string& text) { return [=](Bytes& bytes) { bytes = text; }; };
    const std::string side_by_side =
        "  a boundary set has its .shp, .shx, .dbf and .prj side by side\n";
    const std::string size = std::to_string(fs::file_size(built_in_for_a_page() += ".shp"));
    const std::string in_27700 = "  built-in boundaries are in EPSG:27700\n";
    const std::vector<Case> cases{
        {".shp", {}, "b.shp: error: there is no such file\n" + side_by_side},
        {".shx", {}, "b.shx: error: there is no such file\n" + side_by_side},
        {".dbf", {}, "b.dbf: error: there is no such file\n" + side_by_side},
        {".prj", {}, "b.prj: error: there is no such file\n" + side_by_side},
        {".shp", cut_to(0),
         "b.shp: error: it has 0 bytes, but its header alone takes 100\n" + copy_again},
        {".shp", cut_to(50000),
         "b.shp: error: its header tells of " + size + " bytes, but the file has 50000\n" +
             copy_again},
        {".shp", set(0, 'x'), "b.shp: error: it is not part of a shapefile\n" + copy_again},
        {".shp", set(32, SHPT_POINT),
         "b.shp: error: it holds points, but boundaries are polygons\n" + copy_again},
        {".shp", set(32, SHPT_ARCZ),
         "b.shp: error: it holds lines, but boundaries are polygons\n" + copy_again},
        {".shx", cut_to(348),
         "b.shx: error: its header tells of 356 bytes, but the file has 348\n" + copy_again},
        {".dbf", cut_to(12),
         "b.dbf: error: it has 12 bytes, but its header alone takes 33\n" + copy_again},
        {".dbf", cut_to(1000),
         "b.dbf: error: its header tells of 2401 bytes, but the file has 1000\n" + copy_again},
        {".dbf", set(10, 0), "b.dbf: error: it is not a dBASE table\n" + copy_again},
        {".prj", write(""), "b.prj: error: it names no coordinate system\n" + in_27700},
        {".prj", write("GEOGCS[\"GCS_WGS_1984\"]"),
         "b.prj: error: the coordinate system is \"GCS WGS 1984\", not British National Grid\n" +
             in_27700},
        {".prj", write("PROJCS[\"TM65_Irish_Grid\"]"),
         "b.prj: error: the coordinate system is \"TM65 Irish Grid\", not British National Grid\n" +
             in_27700},
        // One record fewer, in a table that is right in itself.
        {".dbf",
         [](Bytes& bytes) {
             bytes[4] = 31;
             bytes.erase(bytes.size() - 70);
         },
         "b.dbf: error: it has 31 records for 32 shapes\n" + copy_again},
        // The second shape begins where the file ends.
        {".shx", set(100 + 8, 0x7F),
         "b.shp: error: feature 1: the shape is damaged\n"
         "  correct it in its source, or copy all parts of the boundary set again\n"},
    };
    for (const Case& one : cases) {
        const TemporaryFolder folder;
        const fs::path path = copy_to(folder);
        const std::string part = "b" + one.extension;
        if (one.damage) {
            Bytes bytes = read_bytes(folder.path() / part);
            one.damage(bytes);
            folder.write(part, bytes);
        } else {
            fs::remove(folder.path() / part);
        }
        BOOST_TEST(errors_in(folder, path) == one.message);
    }
}

BOOST_AUTO_TEST_CASE(all_damaged_parts_are_told_at_once) {
    const TemporaryFolder folder;
    const fs::path path = copy_to(folder);
    folder.write("b.shp", "");
    folder.write("b.prj", "");
    fs::remove(folder.path() / "b.dbf");
    fs::create_directory(folder.path() / "b.dbf");
    BOOST_TEST(errors_in(folder, path) ==
               "b.dbf: error: the file cannot be read\n"
               "  a boundary set has its .shp, .shx, .dbf and .prj side by side\n"
               "b.shp: error: it has 0 bytes, but its header alone takes 100\n" +
                   copy_again +
                   "b.prj: error: it names no coordinate system\n"
                   "  built-in boundaries are in EPSG:27700\n");
}

BOOST_AUTO_TEST_CASE(features_that_are_no_areas_are_told) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    struct Case {
        std::vector<Drawn> shapes;
        std::string message; ///< without the remedy
    };
    const std::vector<Case> cases{
        {{}, "b.shp: error: it holds no shapes"},
        {{{.type = SHPT_NULL}}, "b.shp: error: feature 0: the shape is empty"},
        {{{.rings = {}}}, "b.shp: error: feature 0: the shape is empty"},
        {{{.rings = {{0, 0, 0, 1, 0, 0}}}},
         "b.shp: error: feature 0: ring 0 has fewer than four points"},
        {{{.rings = {clockwise, {0, 0, 0, 1, 1, 1, 1, 0}}}},
         "b.shp: error: feature 0: ring 1 is not closed"},
        {{{.rings = {{0, 0, 0, 1, nan, 1, 0, 0}}}},
         "b.shp: error: feature 0: ring 0 has a point that is not a number"},
        {{{.rings = {clockwise}}, {.rings = {clockwise}}},
         "b.dbf: error: feature 1: field 'code': \"S1\" is the code of feature 0 already"},
        {{{.rings = {clockwise}, .code = ""}},
         "b.dbf: error: feature 0: field 'code': the text is empty"},
        {{{.rings = {clockwise}, .name = ""}},
         "b.dbf: error: feature 0: field 'name': the text is empty"},
        {{{.rings = {clockwise}, .name = "D\xF9n"}},
         "b.dbf: error: feature 0: field 'name': the text is not UTF-8"},
        {{{.rings = {clockwise}, .name = "D\x1Bn"}},
         "b.dbf: error: feature 0: field 'name': the text holds the control character U+001B"},
    };
    for (const Case& one : cases) {
        const TemporaryFolder folder;
        const std::string errors = errors_in(folder, draw(folder, one.shapes));
        BOOST_TEST(errors.substr(0, errors.find('\n')) == one.message);
    }
}

BOOST_AUTO_TEST_CASE(all_wrong_features_are_told_at_once) {
    const TemporaryFolder folder;
    BOOST_TEST(errors_in(folder, draw(folder, {{.rings = {{0, 0, 0, 1, 0, 0}}, .name = ""},
                                               {.rings = {clockwise}, .name = "\xFF"}})) ==
               "b.dbf: error: feature 0: field 'name': the text is empty\n"
               "  give each area its code and name\n"
               "b.shp: error: feature 0: ring 0 has fewer than four points\n"
               "  correct it in its source, or copy all parts of the boundary set again\n"
               "b.dbf: error: feature 1: field 'name': the text is not UTF-8\n"
               "  save the .dbf as UTF-8\n"
               "b.dbf: error: feature 1: field 'code': \"S1\" is the code of feature 0 already\n"
               "  give each area one feature, with all its parts\n");
}

BOOST_AUTO_TEST_CASE(absent_fields_are_told) {
    const TemporaryFolder folder;
    BOOST_TEST(errors_in(folder, draw(folder, {{.rings = {clockwise}}}, {"kode", "name"})) ==
               "b.dbf: error: there is no field \"code\"\n"
               "  the fields are \"kode\", \"name\"\n"
               "b.dbf: error: there is no field \"name_gd\"\n"
               "  the fields are \"kode\", \"name\"\n");
}

BOOST_AUTO_TEST_CASE(no_damage_does_worse_than_an_error) {
    std::mt19937 random(8);
    const TemporaryFolder folder;
    const std::vector<double> ring = clockwise;
    const fs::path path =
        draw(folder, {{.rings = {ring, hole}}, {.rings = {ring}, .code = "S2", .name = "Two"}});
    int errors = 0;
    for (int round = 0; round < 900; ++round) {
        const std::string part = "b" + extensions[static_cast<std::size_t>(round % 3)];
        const std::string whole = read_bytes(folder.path() / part);
        std::string damaged = whole;
        for (int i = std::uniform_int_distribution(1, 3)(random); i > 0; --i) {
            const std::size_t at =
                std::uniform_int_distribution<std::size_t>(0, whole.size() - 1)(random);
            damaged[at] = static_cast<char>(std::uniform_int_distribution(0, 255)(random));
        }
        folder.write(part, damaged);
        try {
            const Regions read = cairn::geo::read_shapefile(path);
            BOOST_TEST(read.regions.size() == 2U);
        } catch (const cairn::Error&) {
            ++errors;
        }
        folder.write(part, whole);
    }
    BOOST_TEST(errors > 150);
}

BOOST_AUTO_TEST_SUITE_END()
