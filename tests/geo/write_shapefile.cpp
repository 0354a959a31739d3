#include "geo/write_shapefile.h"

#include "geo/read_shapefile.h"
#include "tests/support.h"

#include <fmt/format.h>

#include <cstdlib>

BOOST_AUTO_TEST_SUITE(write_shapefile)

using namespace cairn::geo;
namespace fs = std::filesystem;

namespace {

fs::path write(const cairn::test::TemporaryFolder& folder, const Regions& regions) {
    for (const ShapefilePart& part : cairn::geo::write_shapefile(regions)) {
        folder.write("a" + part.extension, part.bytes);
    }
    return folder.path() / "a";
}

void require_same(const Regions& a, const Regions& b) {
    BOOST_REQUIRE(a.regions.size() == b.regions.size());
    for (std::size_t i = 0; i < a.regions.size(); ++i) {
        BOOST_TEST(a.regions[i].code == b.regions[i].code);
        BOOST_TEST(a.regions[i].name == b.regions[i].name);
        BOOST_TEST(a.regions[i].name_gd == b.regions[i].name_gd);
        BOOST_TEST((a.regions[i].geometry == b.regions[i].geometry));
    }
}

Regions squares() {
    Regions regions;
    regions.file = "a.gpkg";
    regions.regions.push_back({"S1",
                               "Dùn \"Dè\"",
                               "",
                               {{{0.1, 0}, {10, 0}, {10, 1e6 / 3}, {0.1, 10}},
                                {{2, 2}, {2, 3}, {3, 3}, {3, 2}},
                                {{20, 0}, {21, 0}, {20, 1}}}});
    regions.regions.push_back({"S2", "Ae", "Àth", {{{-5, -7.25}, {-4, -7}, {-5, -6}}}});
    return regions;
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
    const cairn::test::TemporaryFolder folder;
    require_same(read_shapefile(write(folder, squares())), squares());
    const Regions councils =
        read_shapefile(cairn::test::source_folder() / "boundaries/scotland-councils-web");
    require_same(read_shapefile(write(folder, councils)), councils);
}

BOOST_AUTO_TEST_CASE(other_programs_read_it) {
    const cairn::test::TemporaryFolder folder;
    const fs::path file = write(folder, squares());
    const fs::path out = folder.path() / "out.txt";
    BOOST_REQUIRE(
        std::system(
            fmt::format("ogrinfo -al '{}.shp' >'{}' 2>&1", file.string(), out.string()).c_str()) ==
        0);
    const std::string told = cairn::test::read_bytes(out);
    for (const char* words :
         {"Feature Count: 2", "Extent: (-5.000000, -7.250000) - (21.000000, 333333.333333)",
          R"(ID["EPSG",27700])", "name (String) = Dùn \"Dè\"", "name_gd (String) = Àth",
          "MULTIPOLYGON (((0.1 0.0,0.1 10.0,10"}) {
        BOOST_TEST(told.find(words) != std::string::npos, words << " is not in\n" << told);
    }
    BOOST_TEST(told.find("Warning") == std::string::npos, told);
}

BOOST_AUTO_TEST_CASE(a_text_that_does_not_fit_is_told) {
    Regions regions = squares();
    regions.regions[1].name = std::string(254, 'a');
    BOOST_TEST(cairn::geo::write_shapefile(regions).size() == 5U);
    regions.regions[1].name += 'a';
    BOOST_TEST(cairn::test::error_text([&] { cairn::geo::write_shapefile(regions); }) ==
               "a.gpkg: error: feature 1: the name has 255 bytes, more than the 254 that a "
               "boundary set can hold\n"
               "  shorten it, or name another field\n");
}

BOOST_AUTO_TEST_SUITE_END()
