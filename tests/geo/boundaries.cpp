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
#include <sstream>
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

/// The built-in sets: for print, and for a page.
const std::vector<std::string> names{"scotland-councils", "scotland-councils-web"};

fs::path folder() {
    return cairn::test::source_folder() / "boundaries";
}

const Regions& regions_of(const std::string& name) {
    static std::map<std::string, Regions> read;
    if (!read.contains(name)) {
        read[name] = read_shapefile(folder() / name);
    }
    return read[name];
}

const Region& region(const std::string& name, std::string_view code) {
    const auto found = std::ranges::find(regions_of(name).regions, code, &Region::code);
    BOOST_REQUIRE(found != regions_of(name).regions.end());
    return *found;
}

Box bounds_of(const Regions& regions) {
    Box box;
    for (const Region& one : regions.regions) {
        const Box part = bounds(one.geometry);
        box.add({part.min_x, part.min_y});
        box.add({part.max_x, part.max_y});
    }
    return box;
}

/// Whether a shell command succeeds; what it prints is dropped.
bool succeeds(const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

bool make(const fs::path& script_folder, const fs::path& out) {
    return succeeds("/usr/bin/python3 '" + (script_folder / "make_boundaries.py").string() +
                    "' --out '" + out.string() + "'");
}

/// A copy of the script and all that it reads.
void copy_script(const TemporaryFolder& copy) {
    for (const fs::path file : {"make_boundaries.py", "councils.csv", "making", "source"}) {
        fs::copy(folder() / file, copy.path() / file, fs::copy_options::recursive);
    }
}

using Key = std::array<double, 4>;

Key key_of(Point a, Point b) {
    return {a.x, a.y, b.x, b.y};
}

/// Each segment of all rings in its direction of travel, with the regions that have it so.
std::map<Key, std::vector<std::size_t>> all_segments(const Regions& regions) {
    std::map<Key, std::vector<std::size_t>> segments;
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        for (const Ring& ring : regions.regions[i].geometry) {
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
    std::ptrdiff_t files = 0;
    for (const std::string& name : names) {
        for (const std::string extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
            BOOST_TEST((read_bytes(out.path() / (name + extension)) ==
                        read_bytes(folder() / (name + extension))),
                       name << extension << " differs; run boundaries/make_boundaries.py");
            ++files;
        }
    }
    BOOST_TEST(files ==
               std::distance(fs::directory_iterator(out.path()), fs::directory_iterator()));
}

BOOST_AUTO_TEST_CASE(the_checksums_hold) {
    BOOST_TEST(succeeds("cd '" + folder().string() + "' && sha256sum --check --strict SHA256SUMS"));
}

BOOST_AUTO_TEST_CASE(the_licence_of_the_coastline_lies_beside_the_data) {
    const std::string licence = read_bytes(folder() / "gshhg-licence.txt");
    BOOST_TEST(licence.find("GSHHG") != std::string::npos);
    BOOST_TEST(licence.find("GNU LESSER GENERAL PUBLIC LICENSE") != std::string::npos);
    BOOST_TEST(licence.find("GNU GENERAL PUBLIC LICENSE") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_script_refuses_sources_that_do_not_fit) {
    struct Case {
        std::string file, before, after;
    };
    const std::string councils = "source/natural-earth-10m-scotland.geojson";
    // A point of the border between East Renfrewshire and Glasgow City: in the text twice.
    const std::string point = "[-4.356834479028009, 55.83186371493849], ";
    const std::vector<Case> cases{
        // Only the other side has it.
        {councils, point, ""},
        // Moved by 110 metres.
        {councils, point, "[-4.356834479028009, 55.83286371493849], "},
        // An island that the script must know is not there.
        {"making/carve.py", "((195368, 753985), \"GB-HLD\")", "((195368, 700000), \"GB-HLD\")"},
        // A border that ends on land, without the line to the coast: two councils run together.
        {"making/carve.py", "lines += extend(", "extend("},
    };
    for (const auto& [file, before, after] : cases) {
        const TemporaryFolder copy;
        copy_script(copy);
        const std::string whole = read_bytes(copy.path() / file);
        const std::size_t at = whole.find(before);
        BOOST_REQUIRE(at != std::string::npos);
        copy.write(file, std::string(whole).replace(at, before.size(), after));
        BOOST_TEST(!make(copy.path(), copy.path()), file << ": " << after);
        BOOST_TEST(!fs::exists(copy.path() / (names[0] + ".shp")));
    }
}

BOOST_AUTO_TEST_CASE(they_agree_with_the_official_ones_as_the_documentation_says) {
    const auto file = cairn::test::shared_file("boundaries/ons-lad-2013-scotland.topojson");
    if (!file) {
        return;
    }
    const std::string script = (folder() / "compare_official.py").string();
    BOOST_TEST(
        std::system(("/usr/bin/python3 '" + script + "' '" + file->string() + "'").c_str()) == 0);
}

BOOST_AUTO_TEST_CASE(all_councils_are_there_by_name_with_current_codes) {
    const std::vector<Council> known = councils();
    for (const std::string& name : names) {
        const Regions& regions = regions_of(name);
        BOOST_REQUIRE(regions.regions.size() == known.size());
        for (std::size_t i = 0; i < known.size(); ++i) {
            const Region& read = regions.regions[i];
            BOOST_TEST(read.code == known[i].place.code);
            BOOST_TEST(read.name == known[i].place.name);
            BOOST_TEST(read.name_gd == known[i].place.name_gd);
        }
        const Gazetteer gazetteer = gazetteer_of(regions, Gazetteer(cairn::test::places()));
        BOOST_TEST((gazetteer.find("Western Isles") == gazetteer.find("S12000013")));
    }
}

BOOST_AUTO_TEST_CASE(every_island_is_its_councils) {
    std::istringstream table(read_bytes(cairn::test::source_folder() / "tests/geo/islands.csv"));
    std::string line;
    std::getline(table, line);
    BOOST_TEST(line == "island,council,easting,northing");
    std::size_t islands = 0;
    while (std::getline(table, line)) {
        const std::vector<std::string> cells = cairn::test::cells_of(line, ',');
        const Point place{std::stod(cells.at(2)), std::stod(cells.at(3))};
        for (const std::string& name : names) {
            for (const Region& one : regions_of(name).regions) {
                BOOST_TEST(contains(one.geometry, place) == (one.name == cells.at(1)),
                           name << ": " << cells.at(0) << " and " << one.name);
            }
        }
        ++islands;
    }
    BOOST_TEST(islands == 27U);
}

BOOST_AUTO_TEST_CASE(england_ireland_and_rockall_are_left_out) {
    for (const std::string& name : names) {
        const Box box = bounds_of(regions_of(name));
        BOOST_TEST(box.min_x > 0); // Rockall lies 300 km to the west
        BOOST_TEST(box.max_x < 470500);
        BOOST_TEST(box.min_y > 529500);
        BOOST_TEST(box.max_y > 1218000); // the north of Unst
        BOOST_TEST(box.max_y < 1220500);
        // Berwick, Carlisle, Longtown just beyond the border, Rathlin Island off Ireland.
        for (const Point place : {Point{399500, 653000}, Point{340000, 556000},
                                  Point{338000, 568500}, Point{148000, 600500}}) {
            for (const Region& one : regions_of(name).regions) {
                BOOST_TEST(!contains(one.geometry, place), name << ": " << one.name);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(shetland_stands_in_its_true_place) {
    for (const std::string& name : names) {
        const Box box = bounds(region(name, "S12000027").geometry);
        // Fair Isle in the south, Foula in the west, the Out Stacks in the north-east.
        BOOST_TEST(box.min_y < 1075000);
        BOOST_TEST(box.min_x < 400000);
        BOOST_TEST(box.max_y > 1218000);
    }
}

BOOST_AUTO_TEST_CASE(rings_are_simple_and_run_the_right_way) {
    for (const std::string& name : names) {
        for (const Region& one : regions_of(name).regions) {
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
}

BOOST_AUTO_TEST_CASE(no_council_has_a_sliver_on_anothers_land) {
    for (const std::string& name : names) {
        // A ring that shares a side with another council is on its land; those cut off by the
        // coast alone are islands.
        const Regions& regions = regions_of(name);
        const auto segments = all_segments(regions);
        for (const Region& one : regions.regions) {
            for (const Ring& ring : one.geometry) {
                bool shares = false;
                for (std::size_t k = 0; k < ring.size(); ++k) {
                    shares |= segments.contains(key_of(ring[(k + 1) % ring.size()], ring[k]));
                }
                BOOST_TEST((!shares || signed_area(ring) > 1e6), name << ": " << one.name);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(shared_borders_are_the_same_on_both_sides) {
    const std::vector<std::size_t> borders{939, 745};
    for (std::size_t n = 0; n < names.size(); ++n) {
        const auto segments = all_segments(regions_of(names[n]));
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
        BOOST_TEST(shared == 2 * borders[n]);
        BOOST_TEST(neighbours.size() == 60U); // as Natural Earth has them
    }
}

BOOST_AUTO_TEST_CASE(segments_meet_at_their_ends_alone) {
    const std::vector<std::size_t> counts{56894U + 939U, 7246U + 745U};
    for (std::size_t n = 0; n < names.size(); ++n) {
        const auto directed = all_segments(regions_of(names[n]));
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
        BOOST_TEST(segments.size() == counts[n]);
        BOOST_TEST(collisions == 0U);
    }
}

BOOST_AUTO_TEST_CASE(areas_agree_with_the_official_ones_within_the_known_limits) {
    for (const std::string& name : names) {
        double sum = 0;
        for (const Council& council : councils()) {
            const double square_kilometres = area(region(name, council.place.code).geometry) / 1e6;
            sum += square_kilometres;
            // Dundee City is the worst, by 44 %.
            BOOST_TEST(square_kilometres > council.area * 0.84,
                       council.place.name << square_kilometres);
            BOOST_TEST(square_kilometres < council.area * 1.45,
                       council.place.name << square_kilometres);
        }
        BOOST_TEST(sum == 77901, boost::test_tools::tolerance(0.03));
        // 469 square kilometres in Natural Earth, where Arran is not in it.
        BOOST_TEST(area(region(name, "S12000021").geometry) / 1e6 == 885,
                   boost::test_tools::tolerance(0.06));
    }
}

BOOST_AUTO_TEST_CASE(the_set_for_a_page_is_small_and_has_the_larger_islands) {
    BOOST_TEST(fs::file_size(folder() / "scotland-councils-web.shp") < 150000U);
    // Every island of half a square kilometre or more of the set for print is in that for a page.
    std::size_t islands = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        const Region& page = regions_of(names[1]).regions[i];
        const MultiPolygon& print = regions_of(names[0]).regions[i].geometry;
        const auto large = [](const Ring& ring) { return signed_area(ring) >= 0.52e6; };
        const auto count = static_cast<std::size_t>(std::ranges::count_if(print, large));
        BOOST_TEST(page.geometry.size() >= count, page.name);
        islands += page.geometry.size();
    }
    BOOST_TEST(islands == 249U);
}

BOOST_AUTO_TEST_SUITE_END()
