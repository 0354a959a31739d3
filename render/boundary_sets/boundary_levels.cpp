#include "render/boundary_sets/boundary_levels.h"

#include "geo/simplify.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace cairn {

namespace {

/// How many of the smallest things that can be told apart a page is wide and high.
struct Resolution {
    const char* use;
    double width;
    double height;
};
constexpr Resolution resolutions[]{{"print", 297 / 25.4 * 300, 420 / 25.4 * 300},
                                   {"web", 600 - 2 * 20, 600 * 1.5}};

/// A level has at most this share of the points of the one before.
constexpr double worth_while = 0.7;

/// A quarter of one of the smallest things, and a little less, in whole decimetres.
double error_of(const geo::Box& box, const Resolution& resolution) {
    const double smallest =
        std::max(box.width() / resolution.width, box.height() / resolution.height);
    return std::max(std::floor(smallest * 0.24 * 10) / 10, 0.1);
}

} // namespace

std::size_t count_points(const geo::Regions& regions) {
    std::size_t count = 0;
    for (const geo::Region& region : regions.regions) {
        for (const geo::Ring& ring : region.geometry) {
            count += ring.size();
        }
    }
    return count;
}

std::vector<MadeLevel> make_levels(geo::Regions regions) {
    std::vector<MadeLevel> made;
    made.push_back({"full", std::move(regions)});
    const geo::Box box = geo::bounds(made.front().regions);
    for (const Resolution& resolution : resolutions) {
        const double error = error_of(box, resolution);
        // Islands of half a pixel are left out.
        const double smallest = std::pow(2 * error, 2);
        geo::Regions coarser = geo::simplify(made.front().regions, error, smallest);
        const auto points = static_cast<double>(count_points(made.back().regions));
        if (static_cast<double>(count_points(coarser)) <= worth_while * points) {
            made.push_back({resolution.use, std::move(coarser)});
        }
    }
    return made;
}

} // namespace cairn
