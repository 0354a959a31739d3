#include "render/map/page/map_page.h"

#include "geo/read_shapefile.h"
#include "tests/page/support_scene.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <utility>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(map_page)

namespace {

using geo::Point;

const geo::Regions& councils() {
    static const geo::Regions regions =
        geo::read_shapefile(test::source_folder() / "boundaries/scotland-councils");
    return regions;
}

map::MapPage page_of(double width, double dpi) {
    test::Looks looks("screen");
    looks.style.width = Length::px(width);
    looks.style.png_dpi = dpi;
    return map::map_at_top(councils(), {}, looks.style);
}

/// The distance to the nearest side, by another way than the engine's.
double distance(Point p, const geo::MultiPolygon& polygon) {
    double least = std::numeric_limits<double>::infinity();
    for (const geo::Ring& ring : polygon) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % ring.size()];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            const double along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
            const double aside = ((p.y - a.y) * (b.x - a.x) - (p.x - a.x) * (b.y - a.y)) / length;
            const double beyond = along < 0 ? -along : std::max(0.0, along - length);
            least = std::min(least, std::hypot(aside, beyond));
        }
    }
    return least;
}

const geo::Ring& largest(const geo::MultiPolygon& polygon) {
    return *std::ranges::max_element(polygon, {}, geo::signed_area);
}

/// The furthest that some points of each region's largest ring lie from what is drawn of it.
double furthest_off(const geo::Regions& drawn) {
    double furthest = 0;
    for (std::size_t r = 0; r < drawn.regions.size(); ++r) {
        const geo::Ring& ring = largest(councils().regions[r].geometry);
        for (std::size_t i = 0; i < ring.size(); i += 1 + ring.size() / 60) {
            furthest = std::max(furthest, distance(ring[i], drawn.regions[r].geometry));
        }
    }
    return furthest;
}

} // namespace

BOOST_AUTO_TEST_CASE(lines_are_off_by_less_than_a_quarter_of_a_pixel_of_each_output) {
    for (const double width : {320.0, 600.0}) {
        for (const double dpi : {192.0, 300.0}) {
            const map::MapPage map = page_of(width, dpi);
            const double pixel = map.frame.metres(Length::px(1));
            const double rounding = 0.0072 * pixel; // of SVG's grid of hundredths
            BOOST_TEST(furthest_off(map.regions) + rounding <= 0.25 * pixel);
            BOOST_TEST(furthest_off(map.finer) <= 0.25 * pixel * 96 / dpi);
            // As coarse as that allows: else the file is larger than it need be.
            BOOST_TEST(furthest_off(map.regions) > 0.15 * pixel);
        }
    }
}

BOOST_AUTO_TEST_CASE(one_level_serves_an_output_of_css_pixels) {
    BOOST_TEST(page_of(600, 96).finer.regions.empty());
    const map::MapPage map = page_of(600, 96);
    BOOST_TEST(map::region_path(map, 0, colour::Role::zero).finer.empty());
}

BOOST_AUTO_TEST_CASE(the_outline_is_the_coast_alone) {
    using Side = std::pair<std::pair<double, double>, std::pair<double, double>>;
    const auto side_of = [](scene::Position a, scene::Position b) {
        const std::pair first(a.x.to_px(), a.y.to_px());
        const std::pair second(b.x.to_px(), b.y.to_px());
        return Side(std::min(first, second), std::max(first, second));
    };
    const auto sides_of = [&](const std::vector<scene::Subpath>& subpaths) {
        std::map<Side, int> sides;
        for (const auto& [points, closed] : subpaths) {
            for (std::size_t i = closed ? 0 : 1; i < points.size(); ++i) {
                ++sides[side_of(points[i > 0 ? i - 1 : points.size() - 1], points[i])];
            }
        }
        return sides;
    };
    const test::Looks looks("screen");
    for (const double dpi : {96.0, 192.0}) {
        const map::MapPage map = page_of(600, dpi);
        std::vector<scene::Subpath> rings;
        for (std::size_t r = 0; r < map.regions.regions.size(); ++r) {
            const scene::Path path = map::region_path(map, r, colour::Role::zero);
            std::ranges::copy(scene::finest(path), std::back_inserter(rings));
        }
        std::map<Side, int> alone = sides_of(rings);
        std::erase_if(alone, [](const auto& side) { return side.second > 1; });
        scene::Group areas;
        map::draw_lines(map, looks.style, areas);
        BOOST_TEST((sides_of(areas.outline_lines) == alone));
        BOOST_TEST(alone.size() < sides_of(rings).size());
    }
}

BOOST_AUTO_TEST_CASE(both_levels_have_the_same_islands) {
    const map::MapPage map = page_of(600, 192);
    for (std::size_t r = 0; r < map.regions.regions.size(); ++r) {
        BOOST_TEST(map.regions.regions[r].geometry.size() == map.finer.regions[r].geometry.size());
        const scene::Path path = map::region_path(map, r, colour::Role::zero);
        BOOST_TEST(path.subpaths.size() == path.finer.size());
    }
}

BOOST_AUTO_TEST_CASE(no_island_vanishes_without_land_beside_it) {
    for (const double width : {320.0, 600.0, 1500.0}) {
        const map::MapPage map = page_of(width, 96);
        const double pixel = map.frame.metres(Length::px(1));
        geo::MultiPolygon all;
        for (const geo::Region& region : map.regions.regions) {
            all.insert(all.end(), region.geometry.begin(), region.geometry.end());
            BOOST_TEST(!region.geometry.empty());
        }
        std::size_t dots = 0;
        for (const geo::Ring& ring : all) {
            const double size = std::abs(geo::signed_area(ring)) / (pixel * pixel);
            dots += ring.size() == 8 && std::abs(size - 1) < 1e-6 ? 1U : 0U;
        }
        BOOST_TEST(dots > 10U);
        BOOST_TEST(dots < 200U); // no cloud of skerries
        for (const geo::Region& region : councils().regions) {
            for (std::size_t i = 0; i < region.geometry.size(); i += 3) {
                BOOST_TEST(
                    distance(geo::centroid(region.geometry[i]), all) <=
                        std::max(4.1 * pixel, std::sqrt(geo::signed_area(region.geometry[i]))),
                    "an island of " << region.name << " is gone");
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
