#include "geo/read_shapefile.h"
#include "tests/geo/councils.h"
#include "tests/support.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// What holds of the built-in health boards and integration authorities, which are made of whole
// councils.

BOOST_AUTO_TEST_SUITE(health_boards)

namespace {

using namespace cairn::geo;

namespace fs = std::filesystem;

/// The councils' set and the boards' or authorities', of one level of detail.
using Levels = std::array<std::array<const char*, 2>, 2>;

constexpr Levels levels{{{"scotland-councils", "scotland-health-boards"},
                         {"scotland-councils-web", "scotland-health-boards-web"}}};
constexpr Levels levels_of_authorities{
    {{"scotland-councils", "scotland-integration-authorities"},
     {"scotland-councils-web", "scotland-integration-authorities-web"}}};

fs::path folder() {
    return cairn::test::source_folder() / "boundaries";
}

/// The board of every council, by code. No cell before the board holds a comma but in quotes.
std::map<std::string, std::string> boards_of_councils() {
    std::map<std::string, std::string> boards;
    std::ifstream file(folder() / "councils.csv");
    for (std::string line; std::getline(file, line);) {
        const std::size_t board = line.find(",NHS ");
        if (board != std::string::npos) {
            boards[line.substr(0, 9)] =
                line.substr(board + 1, line.find(',', board + 1) - board - 1);
        }
    }
    return boards;
}

using Segment = std::array<double, 4>;

void add_segments(const Region& region, std::set<Segment>& segments) {
    for (const Ring& ring : region.geometry) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % ring.size()];
            BOOST_TEST(segments.insert({a.x, a.y, b.x, b.y}).second);
        }
    }
}

/// The name of the integration authority of every council, by code: the last cell of its row has
/// the codes.
std::map<std::string, std::string> authorities_of_councils() {
    std::map<std::string, std::string> authorities;
    std::ifstream file(folder() / "integration-authorities.csv");
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> cells = cairn::test::cells_of(line, ',');
        for (const std::string& council : cairn::test::cells_of(cells.back(), ';')) {
            authorities[council] = cells.at(3);
        }
    }
    authorities.erase("councils");
    return authorities;
}

/// Checks that areas have the borders that their councils do not share, and no others.
void check_borders(const Levels& sets, const std::map<std::string, std::string>& area_of,
                   const std::string& prefix, std::size_t count) {
    BOOST_TEST(area_of.size() == 32U);
    for (const auto& [councils, name] : sets) {
        std::map<std::string, std::set<Segment>> of_councils;
        for (const Region& council : read_shapefile(folder() / councils).regions) {
            add_segments(council, of_councils[area_of.at(council.code)]);
        }
        const Regions regions = read_shapefile(folder() / name);
        BOOST_TEST(regions.regions.size() == count);
        for (const Region& area : regions.regions) {
            BOOST_TEST_CONTEXT(name << ", " << area.name) {
                BOOST_TEST(area.code.starts_with(prefix));
                std::set<Segment> own;
                add_segments(area, own);
                const std::set<Segment>& all = of_councils.at(area.name);
                std::set<Segment> expected;
                for (const auto& [ax, ay, bx, by] : all) {
                    if (!all.contains({bx, by, ax, ay})) {
                        expected.insert({ax, ay, bx, by});
                    }
                }
                BOOST_TEST((own == expected));
            }
        }
    }
}

/// Checks that a script makes the sets as they are.
void check_script(const Levels& sets, const std::string& script) {
    const cairn::test::TemporaryFolder out;
    const std::string command = "/usr/bin/python3 -B '" + (folder() / script).string() +
                                "' --out '" + out.path().string() + "' >/dev/null";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    for (const auto& [councils, name] : sets) {
        for (const std::string extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
            BOOST_TEST((cairn::test::read_bytes(out.path() / (name + extension)) ==
                        cairn::test::read_bytes(folder() / (name + extension))),
                       name << extension << " differs; run boundaries/" << script);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(an_area_has_the_borders_that_its_councils_do_not_share) {
    check_borders(levels, boards_of_councils(), "S08", 14);
    check_borders(levels_of_authorities, authorities_of_councils(), "S37", 31);
}

BOOST_AUTO_TEST_CASE(the_scripts_make_the_same_bytes) {
    check_script(levels, "make_health_boards.py");
    check_script(levels_of_authorities, "make_integration_authorities.py");
}

BOOST_AUTO_TEST_SUITE_END()
