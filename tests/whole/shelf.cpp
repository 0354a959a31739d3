#include "render/shelf.h"

#include "geo/write_shapefile.h"
#include "render/figure/map_page.h"
#include "render/input/style.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(shelf)

namespace {

namespace fs = std::filesystem;

/// A square of 300 km.
geo::Regions square() {
    geo::Regions regions;
    regions.regions.push_back(
        {"S1", "Square", "", {{{0, 0}, {0, 300000}, {300000, 300000}, {300000, 0}, {0, 0}}}});
    return regions;
}

/// A set called "squares" whose levels have these errors, and the shelf that reads it.
Shelf shelf_with(const test::TemporaryFolder& folder, const std::vector<double>& errors) {
    std::string levels;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        const std::string name = fmt::format("squares-{}", i);
        for (const geo::ShapefilePart& part : geo::write_shapefile(square())) {
            folder.write(name + part.extension, part.bytes);
        }
        levels += fmt::format("  - {{file: {}, error: {:.9f}}}\n", name, errors[i]);
    }
    folder.write("squares.boundaries.yaml", "attribution: Ours\nlevels:\n" + levels);
    const fs::path root = test::source_folder();
    return Shelf({root / "styles", root / "boundaries", {}, folder.path()});
}

input::BoundarySpec squares() {
    input::BoundarySpec spec;
    spec.name = "squares";
    return spec;
}

input::Style screen(double dpi) {
    const fs::path styles = test::source_folder() / "styles";
    input::Style style = input::read_style(styles / "screen.yaml", styles);
    style.png_dpi = dpi;
    return style;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_coarsest_level_that_costs_no_points) {
    const input::Style style = screen(96);
    const double unseen = figure::unseen_error(geo::bounds(square()), style);
    const struct {
        std::vector<double> errors; ///< of the levels, in what cannot be seen
        double chosen;
    } table[] = {
        {{0}, 0},       {{0, 0.99}, 0.99},    {{0, 0.51}, 0.51},
        {{0, 0.49}, 0}, {{0, 0.13}, 0},       {{0, 0.124}, 0.124},
        {{0, 1.01}, 0}, {{0, 0.1, 0.3}, 0.1}, {{0, 0.1, 0.3, 0.6, 1.2}, 0.6},
    };
    for (const auto& [errors, chosen] : table) {
        const test::TemporaryFolder folder;
        std::vector<double> metres;
        std::ranges::transform(errors, std::back_inserter(metres),
                               [&](double error) { return error * unseen; });
        Shelf shelf = shelf_with(folder, metres);
        BOOST_TEST(shelf.boundaries(squares(), style).regions.error == chosen * unseen,
                   boost::test_tools::tolerance(1e-6));
    }
}

BOOST_AUTO_TEST_CASE(styles_of_one_width_have_each_its_level) {
    const double unseen = figure::unseen_error(geo::bounds(square()), screen(96));
    const test::TemporaryFolder folder;
    Shelf shelf = shelf_with(folder, {0, 0.9 * unseen});
    BOOST_TEST(shelf.boundaries(squares(), screen(96)).regions.error > 0);
    BOOST_TEST(shelf.boundaries(squares(), screen(300)).regions.error == 0);
}

BOOST_AUTO_TEST_SUITE_END()
