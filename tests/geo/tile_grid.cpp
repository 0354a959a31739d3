#include "geo/tile_grid.h"

#include "geo/read_shapefile.h"
#include "tests/geo/councils.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace cairn;
using geo::TileShape;

BOOST_AUTO_TEST_SUITE(tile_grid)

namespace {

/// How good a layout is, as boundaries/README.md tells it.
struct Quality {
    int kept = 0;
    int added = 0;
    double away = 0; ///< on average, in widths of a tile
};

/// A set with tiles of its own, and what boundaries/README.md says of them.
struct Set {
    std::string id;
    const char* orkney;
    const char* shetland;
    const char* western_isles;
    std::size_t pairs; ///< of neighbours
    Quality hexagons;
    Quality squares;
};

const std::array sets{
    Set{"scotland-councils",
        "S12000023",
        "S12000027",
        "S12000013",
        60,
        {46, 7, 1.18},
        {35, 6, 1.13}},
    Set{"scotland-health-boards",
        "S08000025",
        "S08000026",
        "S08000028",
        20,
        {19, 2, 0.69},
        {13, 1, 0.71}},
    Set{"scotland-integration-authorities",
        "S37000022",
        "S37000026",
        "S37000031",
        58,
        {50, 11, 0.92},
        {34, 4, 1.21}},
};

/// A built-in layout, read here anew.
geo::TileGrid layout(const Set& set, TileShape shape) {
    const std::string name =
        set.id + (shape == TileShape::hexagons ? "-hexagons.csv" : "-squares.csv");
    const std::string bytes = test::read_bytes(test::source_folder() / "boundaries" / name);
    geo::TileGrid grid{.shape = shape, .tiles = {}};
    std::size_t start = bytes.find('\n') + 1;
    while (start < bytes.size()) {
        const std::size_t end = bytes.find('\n', start);
        const auto cells = test::cells_of(std::string_view(bytes).substr(start, end - start), ',');
        BOOST_REQUIRE(cells.size() == 3U);
        grid.tiles.push_back({cells[0], std::stoi(cells[1]), std::stoi(cells[2])});
        start = end + 1;
    }
    return grid;
}

using Pair = std::pair<std::string, std::string>;

Pair pair_of(const std::string& a, const std::string& b) {
    return a < b ? Pair{a, b} : Pair{b, a};
}

/// Pairs of areas with a side of a ring in common, and the centre of each.
struct Truth {
    std::set<Pair> pairs;
    std::map<std::string, geo::Point> centres;
    double area = 0;
};

Truth truth(const Set& set) {
    const geo::Regions regions =
        geo::read_shapefile(test::source_folder() / "boundaries" / (set.id + "-web"));
    Truth truth;
    std::map<std::pair<std::pair<double, double>, std::pair<double, double>>, std::string> seen;
    for (const geo::Region& region : regions.regions) {
        double twice = 0;
        geo::Point centre;
        for (const geo::Ring& ring : region.geometry) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const geo::Point a = ring[i];
                const geo::Point b = ring[(i + 1) % ring.size()];
                const double cross = a.x * b.y - b.x * a.y;
                twice += cross;
                centre.x += cross * (a.x + b.x);
                centre.y += cross * (a.y + b.y);
                const std::pair from{a.x, a.y};
                const std::pair to{b.x, b.y};
                const auto [other, is_new] =
                    seen.emplace(std::pair(std::min(from, to), std::max(from, to)), region.code);
                if (!is_new && other->second != region.code) {
                    truth.pairs.insert(pair_of(other->second, region.code));
                }
            }
        }
        truth.centres[region.code] = {centre.x / 3 / twice, centre.y / 3 / twice};
        truth.area += twice / 2;
    }
    return truth;
}

Quality quality(const geo::TileGrid& grid, const Truth& truth) {
    Quality quality;
    for (std::size_t i = 0; i < grid.tiles.size(); ++i) {
        for (std::size_t j = i + 1; j < grid.tiles.size(); ++j) {
            if (geo::share_side(grid.tiles[i], grid.tiles[j], grid.shape)) {
                const bool is_true =
                    truth.pairs.contains(pair_of(grid.tiles[i].code, grid.tiles[j].code));
                ++(is_true ? quality.kept : quality.added);
            }
        }
    }
    // All land as tiles of one size, laid over the map so that both have one middle.
    const auto count = static_cast<double>(grid.tiles.size());
    double width = std::sqrt(truth.area / count);
    width *= grid.shape == TileShape::hexagons ? std::sqrt(2 / std::sqrt(3.0)) : 1;
    const auto offset = [&](const geo::Tile& tile) {
        const geo::Point middle = geo::middle_of(tile, grid.shape);
        const geo::Point centre = truth.centres.at(tile.code);
        return geo::Point{middle.x - centre.x / width, middle.y + centre.y / width};
    };
    geo::Point mean;
    for (const geo::Tile& tile : grid.tiles) {
        mean.x += offset(tile).x / count;
        mean.y += offset(tile).y / count;
    }
    for (const geo::Tile& tile : grid.tiles) {
        quality.away += std::hypot(offset(tile).x - mean.x, offset(tile).y - mean.y) / count;
    }
    return quality;
}

const geo::Tile& tile_of(const geo::TileGrid& grid, const char* code) {
    for (const geo::Tile& tile : grid.tiles) {
        if (tile.code == code) {
            return tile;
        }
    }
    throw std::logic_error("no such tile");
}

/// The islands touch no other tile, not even at a corner, and stand north, north-east and
/// north-west.
void check_islands(const Set& set, const geo::TileGrid& grid) {
    const auto middle = [&](const char* code) {
        return geo::middle_of(tile_of(grid, code), grid.shape);
    };
    for (const char* island : {set.orkney, set.shetland, set.western_isles}) {
        for (const geo::Tile& tile : grid.tiles) {
            const geo::Point there = geo::middle_of(tile, grid.shape);
            if (tile.code != island) {
                BOOST_TEST(std::hypot(there.x - middle(island).x, there.y - middle(island).y) >
                           1.5);
            }
        }
    }
    double north = 100;
    for (const geo::Tile& tile : grid.tiles) {
        if (tile.code != set.orkney && tile.code != set.shetland) {
            north = std::min(north, geo::middle_of(tile, grid.shape).y);
        }
    }
    BOOST_TEST(middle(set.orkney).y < north);
    BOOST_TEST(middle(set.shetland).y < middle(set.orkney).y);
    BOOST_TEST(middle(set.shetland).x > middle(set.orkney).x);
    for (const geo::Tile& tile : grid.tiles) {
        const geo::Point there = geo::middle_of(tile, grid.shape);
        if (tile.code != set.western_isles &&
            std::abs(there.y - middle(set.western_isles).y) < 0.1) {
            BOOST_TEST(there.x > middle(set.western_isles).x);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(tiles_that_share_a_side_share_corners) {
    for (const TileShape shape : {TileShape::hexagons, TileShape::squares}) {
        const geo::Tile middle{"", 3, 3};
        int beside = 0;
        for (int column = 0; column < 7; ++column) {
            for (int row = 0; row < 7; ++row) {
                const geo::Tile other{"", column, row};
                int shared = 0;
                for (const geo::Point a : geo::corners_of(shape)) {
                    for (const geo::Point b : geo::corners_of(shape)) {
                        const geo::Point from = geo::middle_of(middle, shape);
                        const geo::Point to = geo::middle_of(other, shape);
                        shared +=
                            std::hypot(from.x + a.x - to.x - b.x, from.y + a.y - to.y - b.y) < 1e-9
                                ? 1
                                : 0;
                    }
                }
                BOOST_TEST((shared == 2) == geo::share_side(middle, other, shape));
                beside += shared == 2 ? 1 : 0;
            }
        }
        BOOST_TEST(beside == (shape == TileShape::hexagons ? 6 : 4));
    }
}

BOOST_AUTO_TEST_CASE(bounds_hold_every_corner) {
    const geo::Box box =
        geo::bounds_of({.shape = TileShape::hexagons, .tiles = {{"", 0, 0}, {"", 1, 1}}});
    BOOST_TEST(box.min_x == -0.5);
    BOOST_TEST(box.max_x == 2.0);
    BOOST_TEST(box.height() == 3.5 / std::sqrt(3.0), boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(every_area_has_one_tile) {
    for (const Set& set : sets) {
        std::set<std::string> areas;
        for (const auto& [code, centre] : truth(set).centres) {
            areas.insert(code);
        }
        for (const TileShape shape : {TileShape::hexagons, TileShape::squares}) {
            std::set<std::string> codes;
            std::set<std::pair<int, int>> places;
            for (const geo::Tile& tile : layout(set, shape).tiles) {
                codes.insert(tile.code);
                places.insert({tile.column, tile.row});
            }
            BOOST_TEST(codes == areas, boost::test_tools::per_element());
            BOOST_TEST(places.size() == areas.size());
        }
    }
}

BOOST_AUTO_TEST_CASE(neighbours_are_kept_as_the_readme_says) {
    for (const Set& set : sets) {
        const Truth real = truth(set);
        BOOST_TEST_CONTEXT(set.id) {
            BOOST_TEST(real.pairs.size() == set.pairs);
            for (const TileShape shape : {TileShape::hexagons, TileShape::squares}) {
                const Quality& told = shape == TileShape::hexagons ? set.hexagons : set.squares;
                const Quality found = quality(layout(set, shape), real);
                BOOST_TEST(found.kept == told.kept);
                BOOST_TEST(found.added == told.added);
                BOOST_TEST(found.away == told.away, boost::test_tools::tolerance(0.01));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(islands_stand_apart_and_where_they_belong) {
    for (const Set& set : sets) {
        for (const TileShape shape : {TileShape::hexagons, TileShape::squares}) {
            check_islands(set, layout(set, shape));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
