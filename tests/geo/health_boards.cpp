#include "geo/read_shapefile.h"
#include "tests/support.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

// What holds of the built-in health boards, which are made of whole councils.

BOOST_AUTO_TEST_SUITE(health_boards)

namespace {

using namespace cairn::geo;

namespace fs = std::filesystem;

/// The councils' set and the boards', of one level of detail.
constexpr std::array<std::array<const char*, 2>, 2> levels{
    {{"scotland-councils", "scotland-health-boards"},
     {"scotland-councils-web", "scotland-health-boards-web"}}};

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

} // namespace

BOOST_AUTO_TEST_CASE(a_board_has_the_borders_that_its_councils_do_not_share) {
    const auto boards = boards_of_councils();
    BOOST_TEST(boards.size() == 32U);
    for (const auto& [councils, name] : levels) {
        std::map<std::string, std::set<Segment>> of_councils;
        for (const Region& council : read_shapefile(folder() / councils).regions) {
            add_segments(council, of_councils[boards.at(council.code)]);
        }
        const Regions regions = read_shapefile(folder() / name);
        BOOST_TEST(regions.regions.size() == 14U);
        for (const Region& board : regions.regions) {
            BOOST_TEST_CONTEXT(name << ", " << board.name) {
                BOOST_TEST(board.code.starts_with("S08"));
                std::set<Segment> own;
                add_segments(board, own);
                const std::set<Segment>& all = of_councils.at(board.name);
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

BOOST_AUTO_TEST_CASE(the_script_makes_the_same_bytes) {
    const cairn::test::TemporaryFolder out;
    const std::string command = "/usr/bin/python3 '" +
                                (folder() / "make_health_boards.py").string() + "' --out '" +
                                out.path().string() + "' >/dev/null";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    for (const auto& [councils, name] : levels) {
        for (const std::string extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
            BOOST_TEST((cairn::test::read_bytes(out.path() / (name + extension)) ==
                        cairn::test::read_bytes(folder() / (name + extension))),
                       name << extension << " differs; run boundaries/make_health_boards.py");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
