#include "render/map/scale_bar.h"

#include "render/map/choropleth.h"
#include "tests/map/support_atlas.h"

#include <algorithm>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(scale_bar)

BOOST_AUTO_TEST_CASE(bars_are_round) {
    BOOST_TEST(map::bar_kilometres(120'000).value() == 100);
    BOOST_TEST(map::bar_kilometres(100'000).value() == 100);
    BOOST_TEST(map::bar_kilometres(99'999).value() == 50);
    BOOST_TEST(map::bar_kilometres(2'500).value() == 2);
    BOOST_TEST(map::bar_kilometres(500).value() == 0.5);
    BOOST_TEST(!map::bar_kilometres(99).has_value());
}

BOOST_AUTO_TEST_CASE(the_bar_is_as_long_as_it_says_and_stands_over_nothing) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(
        facts::gather_map, {{"Fife", 5}, {"Dumfries and Galloway", 1}, {"Glasgow City", 9}});
    const scene::Scene scene = map::draw_choropleth({facts,
                                                     words::describe(facts, test::english()),
                                                     atlas.regions,
                                                     atlas.places,
                                                     looks.style,
                                                     looks.fonts,
                                                     {},
                                                     {true, true}})
                                   .scene;
    test::check_layout(scene);
    std::vector<std::string> strings;
    for (const test::Line& line : test::lines_of(scene)) {
        strings.push_back(line.text.string);
    }
    for (const char* wanted : {"N", "0", "50", "100 km"}) {
        BOOST_TEST((std::ranges::find(strings, wanted) != strings.end()), wanted);
    }
    // The bar is the one open line of four points; land is as wide on the page as on the ground.
    double bar = 0;
    scene::visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
            for (const scene::Subpath& subpath : node.subpaths) {
                if (!subpath.closed && subpath.points.size() == 4 && node.subpaths.size() == 2) {
                    bar = (subpath.points[2].x - subpath.points[1].x).to_px();
                }
            }
        }
    });
    geo::Box ground;
    for (const geo::Region& region : atlas.regions.regions) {
        const geo::Box box = geo::bounds(region.geometry);
        ground.add({box.min_x, box.min_y});
        ground.add({box.max_x, box.max_y});
    }
    const double inner = (looks.style.width - 2 * looks.style.margin).to_px();
    BOOST_TEST(bar == 100'000 * inner / ground.width(), boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(numbers_are_written_as_the_words_say) {
    const test::Looks looks("screen");
    geo::Region island;
    island.geometry = {{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}};
    geo::Regions regions;
    regions.regions = {island};
    const map::MapPage map = map::map_at_top(regions, {}, looks.style);
    words::Words words = words::describe(test::bar_facts({{"A", 1}}), test::english());
    words.kilometres = "{number} km";
    words.numbers.point = ",";
    const page::Block block =
        map::set_furniture({true, false}, words, map, {}, {}, looks.style, looks.fonts);
    std::vector<std::string> strings;
    for (const test::Line& line : test::lines_of(block.nodes)) {
        strings.push_back(line.text.string);
    }
    const std::vector<std::string> expected{"0", "0,2 km"};
    BOOST_TEST(strings == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
