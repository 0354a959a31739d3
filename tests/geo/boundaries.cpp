#include "geo/gazetteer.h"
#include "geo/geometry.h"
#include "geo/read_shapefile.h"
#include "geo/segment.h"
#include "tests/geo/councils.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

/// The built-in boundaries as they lie in boundaries/, and the script that makes them.
BOOST_AUTO_TEST_SUITE(boundaries)

namespace {

using namespace cairn::geo;
using cairn::test::Council;
using cairn::test::councils;
using cairn::test::read_bytes;
using cairn::test::TemporaryFolder;

namespace fs = std::filesystem;

const std::string name = "scotland-councils";

fs::path folder() {
    return cairn::test::source_folder() / "boundaries";
}

const Regions& regions() {
    static const Regions read = read_shapefile(folder() / name);
    return read;
}

const Region& region(std::string_view code) {
    const auto found = std::ranges::find(regions().regions, code, &Region::code);
    BOOST_REQUIRE(found != regions().regions.end());
    return *found;
}

/// Whether a shell command succeeds; what it prints is dropped.
bool succeeds(const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

bool make(const fs::path& script_folder, const fs::path& out) {
    return succeeds("/usr/bin/python3 '" + (script_folder / "make_boundaries.py").string() +
                    "' --out '" + out.string() + "'");
}

using Key = std::array<double, 4>;

Key key_of(Point a, Point b) {
    return {a.x, a.y, b.x, b.y};
}

/// Each segment of all rings in its direction of travel, with the regions that have it so.
std::map<Key, std::vector<std::size_t>> all_segments() {
    std::map<Key, std::vector<std::size_t>> segments;
    for (std::size_t i = 0; i < regions().regions.size(); ++i) {
        for (const Ring& ring : regions().regions[i].geometry) {
            for (std::size_t k = 0; k < ring.size(); ++k) {
                segments[key_of(ring[k], ring[(k + 1) % ring.size()])].push_back(i);
            }
        }
    }
    return segments;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_script_makes_the_same_bytes) {
    const TemporaryFolder out;
    BOOST_REQUIRE_MESSAGE(make(folder(), out.path()),
                          "make_boundaries.py failed; it needs the package python3-gdal");
    for (const std::string extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        BOOST_TEST((read_bytes(out.path() / (name + extension)) ==
                    read_bytes(folder() / (name + extension))),
                   name << extension << " differs; run boundaries/make_boundaries.py");
    }
    const auto files = std::distance(fs::directory_iterator(out.path()), fs::directory_iterator());
    BOOST_TEST(files == 5);
}

BOOST_AUTO_TEST_CASE(the_checksums_hold) {
    BOOST_TEST(succeeds("cd '" + folder().string() + "' && sha256sum --check --strict SHA256SUMS"));
}

BOOST_AUTO_TEST_CASE(the_script_refuses_a_border_that_differs_between_its_sides) {
    const fs::path source = fs::path("source") / "natural-earth-10m-scotland.geojson";
    const std::string whole = read_bytes(folder() / source);
    // A point of the border between East Renfrewshire and Glasgow City: in the text twice.
    const std::string point = "[-4.356834479028009, 55.83186371493849], ";
    const std::size_t at = whole.find(point);
    BOOST_REQUIRE(at != std::string::npos);
    BOOST_REQUIRE(whole.find(point, at + 1) != std::string::npos);
    const std::vector<std::pair<std::string, bool>> cases{
        {point, true},                                         // as it is
        {"", false},                                           // only the other side has it
        {"[-4.356834479028009, 55.83286371493849], ", false}}; // moved by 110 metres
    for (const auto& [other, made] : cases) {
        const TemporaryFolder copy;
        for (const std::string file : {"make_boundaries.py", "councils.csv"}) {
            copy.write(file, read_bytes(folder() / file));
        }
        copy.write(source.string(), std::string(whole).replace(at, point.size(), other));
        BOOST_TEST(make(copy.path(), copy.path()) == made);
        BOOST_TEST(fs::exists(copy.path() / (name + ".shp")) == made);
    }
}

BOOST_AUTO_TEST_CASE(all_councils_are_there_by_name_with_current_codes) {
    const std::vector<Council> known = councils();
    BOOST_REQUIRE(regions().regions.size() == known.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        const Region& read = regions().regions[i];
        BOOST_TEST(read.code == known[i].place.code);
        BOOST_TEST(read.name == known[i].place.name);
        BOOST_TEST(read.name_gd == known[i].place.name_gd);
    }
    const Gazetteer gazetteer = gazetteer_of(regions(), Gazetteer(cairn::test::places()));
    BOOST_TEST((gazetteer.find("Western Isles") == gazetteer.find("S12000013")));
}

BOOST_AUTO_TEST_CASE(arran_is_north_ayrshires_and_rockall_is_left_out) {
    const Point arran{195027, 636288}; // 55.5770 north, 5.2532 west
    for (const Region& one : regions().regions) {
        BOOST_TEST(contains(one.geometry, arran) == (one.name == "North Ayrshire"), one.name);
    }
    Box box;
    for (const Region& one : regions().regions) {
        const Box part = bounds(one.geometry);
        box.add({part.min_x, part.min_y});
        box.add({part.max_x, part.max_y});
    }
    BOOST_TEST(box.min_x > 0); // Rockall lies 300 km to the west
    BOOST_TEST(box.max_x < 470000);
    BOOST_TEST(box.min_y > 530000);
    BOOST_TEST(box.max_y > 1218000); // the north of Unst
    BOOST_TEST(box.max_y < 1220500);
}

BOOST_AUTO_TEST_CASE(shetland_stands_in_its_true_place) {
    const Box box = bounds(region("S12000027").geometry);
    // Fair Isle in the south, Foula in the west, the Out Stacks in the north-east.
    BOOST_TEST(box.min_y < 1075000);
    BOOST_TEST(box.min_x < 400000);
    BOOST_TEST(box.max_y > 1218000);
}

BOOST_AUTO_TEST_CASE(rings_are_simple_and_run_the_right_way) {
    for (const Region& one : regions().regions) {
        BOOST_TEST(!one.geometry.empty());
        std::set<std::pair<double, double>> points;
        for (const Ring& ring : one.geometry) {
            BOOST_TEST(ring.size() >= 4U);
            BOOST_TEST(signed_area(ring) > 0,
                       one.name << " has no holes, but a ring runs clockwise");
            for (const Point point : ring) {
                BOOST_TEST(points.emplace(point.x, point.y).second, one.name);
                BOOST_TEST(point.x == std::round(point.x));
                BOOST_TEST(point.y == std::round(point.y));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(shared_borders_are_the_same_on_both_sides) {
    const auto segments = all_segments();
    std::size_t shared = 0;
    std::set<std::pair<std::size_t, std::size_t>> neighbours;
    for (const auto& [key, users] : segments) {
        BOOST_TEST(users.size() == 1U); // else two regions overlap
        const auto back = segments.find({key[2], key[3], key[0], key[1]});
        if (back != segments.end()) {
            ++shared;
            neighbours.emplace(std::min(users[0], back->second[0]),
                               std::max(users[0], back->second[0]));
        }
    }
    BOOST_TEST(shared == 2 * 1021U);
    BOOST_TEST(neighbours.size() == 60U); // as Natural Earth has them
}

BOOST_AUTO_TEST_CASE(segments_meet_at_their_ends_alone) {
    const auto directed = all_segments();
    std::vector<Segment> segments; // from west to east, in the order of their west ends
    for (const auto& [key, users] : directed) {
        const Key back{key[2], key[3], key[0], key[1]};
        if (key < back || !directed.contains(back)) {
            const auto [west, east] = std::minmax(key, back);
            segments.push_back({{west[0], west[1]}, {east[0], east[1]}});
        }
    }
    std::ranges::sort(segments, {}, [](const Segment& one) { return one.a.x; });
    std::size_t collisions = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        for (std::size_t k = i + 1; k < segments.size() && segments[k].a.x <= segments[i].b.x;
             ++k) {
            collisions += collide(segments[i], segments[k]) ? 1 : 0;
        }
    }
    BOOST_TEST(segments.size() == 4667U + 1021U);
    BOOST_TEST(collisions == 0U);
}

BOOST_AUTO_TEST_CASE(areas_agree_with_the_official_ones_within_the_known_limits) {
    double sum = 0;
    for (const Council& council : councils()) {
        const double square_kilometres = area(region(council.place.code).geometry) / 1e6;
        sum += square_kilometres;
        // Dundee City is the worst, by 39 %.
        BOOST_TEST(square_kilometres > council.area * 0.8, council.place.name << square_kilometres);
        BOOST_TEST(square_kilometres < council.area * 1.4, council.place.name << square_kilometres);
    }
    BOOST_TEST(sum == 77901, boost::test_tools::tolerance(0.02));
    // 469 square kilometres in Natural Earth, where Arran is not in it.
    BOOST_TEST(area(region("S12000021").geometry) / 1e6 == 885, boost::test_tools::tolerance(0.05));
}

BOOST_AUTO_TEST_SUITE_END()
