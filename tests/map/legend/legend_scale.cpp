#include "render/map/legend/legend_scale.h"

#include "render/facts/gather/diverging.h"
#include "render/input/style/palette.h"
#include "render/map/page/map_fills.h"
#include "tests/page/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

// The legend of a scale without classes: a bar whose colours are those of the map, ticks where
// their values lie on it, and the values below them.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(legend_scale)

namespace {

constexpr double left = 20;
constexpr double width = 300;

/// The facts of a map of these values, in per cent.
facts::Facts facts_of(const std::vector<double>& values, int decimals,
                      const std::optional<double>& midpoint) {
    facts::Facts facts = test::bar_facts({}, decimals);
    facts.unit = {"%", "%"};
    for (const double value : values) {
        facts.facts.push_back({.label = "A", .code = {}, .value = value, .class_index = {}});
    }
    facts.body =
        facts::Areas{.shown = facts::shades_for(
                         {input::ClassMethod::continuous, {}, 5, {}, midpoint}, values, {}, facts)};
    return facts;
}

/// The screen's look, with colours for both sides of a midpoint.
test::Looks looks_of_screen() {
    test::Looks looks("screen");
    input::lay_on(looks.style, input::read_palette(test::source_folder() /
                                                   "styles/palettes/cairn-diverging.yaml"));
    return looks;
}

struct Legend {
    map::MapFills fills;
    words::Words words;
    std::vector<test::Line> labels;
    std::vector<scene::Path> ticks; ///< open lines
    std::vector<scene::Path> strip; ///< filled
    double bar_width = 0;

    Legend(const facts::Facts& facts, const test::Looks& looks) {
        fills = map::fills_for(facts, looks.style);
        words = words::describe(facts, test::english());
        const page::Block block =
            map::set_scale(words, fills.scale.value(), looks.style, looks.fonts,
                           {Length::px(left), Length::px(10)}, Length::px(width));
        labels = test::lines_of(block.nodes);
        scene::visit_all(block.nodes, [&](const auto& node) {
            if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
                if (!node.subpaths.front().closed) {
                    ticks.push_back(node);
                } else if (node.fill) {
                    strip.push_back(node);
                }
            }
        });
        bar_width = std::min(looks.style.map.swatch * 13, Length::px(width)).to_px();
    }

    /// Where the tick of this text stands, as a share of the bar.
    [[nodiscard]] double share_of(std::size_t tick) const {
        return (ticks.at(tick).subpaths[0].points[0].x.to_px() - left) / bar_width;
    }
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> all;
        for (const test::Line& label : labels) {
            all.push_back(label.text.string);
        }
        std::ranges::sort(all);
        return all;
    }
};

} // namespace

BOOST_AUTO_TEST_CASE(ticks_stand_where_their_values_lie) {
    const test::Looks looks = looks_of_screen();
    const Legend plain(facts_of({10, 15, 40}, 0, {}), looks);
    BOOST_TEST(plain.texts() == (std::vector<std::string>{"10", "20", "30", "40"}),
               boost::test_tools::per_element());
    // The ends are drawn first, then those between.
    BOOST_TEST_REQUIRE(plain.ticks.size() == 4U);
    BOOST_TEST(plain.share_of(0) == 0.0);
    BOOST_TEST(plain.share_of(1) == 1.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(plain.share_of(2) == 1.0 / 3, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(plain.share_of(3) == 2.0 / 3, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_tick_has_the_colour_of_an_area_with_its_value) {
    const test::Looks looks = looks_of_screen();
    for (const std::optional<double>& midpoint : {std::optional<double>(), std::optional(20.0)}) {
        const facts::Facts facts = facts_of({10, 20, 30, 40}, 0, midpoint);
        const Legend legend(facts, looks);
        const map::ScaleFills& scale = legend.fills.scale.value();
        BOOST_TEST_REQUIRE(scale.tick_fills.size() == 4U);
        for (std::size_t i = 0; i < 4; ++i) {
            BOOST_TEST((fill_of(facts.facts[i], legend.fills, looks.style) == scale.tick_fills[i]));
        }
        // The bar runs from the colour of the lowest to that of the highest.
        BOOST_TEST_REQUIRE(legend.strip.size() == scale.strip.size());
        for (std::size_t i = 0; i < scale.strip.size(); ++i) {
            BOOST_TEST((legend.strip[i].fill.value() == scale.strip[i]));
            BOOST_TEST(legend.strip[i].subpaths[0].points[0].x.to_px() ==
                           left + legend.bar_width * static_cast<double>(i) /
                                      static_cast<double>(scale.strip.size()),
                       boost::test_tools::tolerance(1e-9));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_tick_of_the_midpoint_is_longer) {
    const test::Looks looks = looks_of_screen();
    const Legend legend(facts_of({-10, 4, 20}, 0, 0), looks);
    BOOST_TEST(legend.texts() == (std::vector<std::string>{"0", "10", "20", "−10"}),
               boost::test_tools::per_element());
    const auto length = [&](std::size_t tick) {
        const auto& points = legend.ticks.at(tick).subpaths[0].points;
        return (points[1].y - points[0].y).to_px();
    };
    BOOST_TEST(legend.share_of(0) == 1.0 / 3, boost::test_tools::tolerance(1e-9));
    for (std::size_t i = 1; i < legend.ticks.size(); ++i) {
        BOOST_TEST(length(0) > length(i));
    }
}

BOOST_AUTO_TEST_CASE(a_midpoint_outside_leaves_one_side) {
    const test::Looks looks = looks_of_screen();
    const facts::Facts facts = facts_of({10, 20, 30}, 0, 100);
    const Legend legend(facts, looks);
    // Ticks are round, inside the scale; none of them is the midpoint, so none is longer.
    BOOST_TEST(legend.texts() == (std::vector<std::string>{"10", "20", "30"}),
               boost::test_tools::per_element());
    // All colours are of the side below, the stronger the farther away.
    const auto colour = [&](std::size_t i) {
        return looks.style.theme.colour_of(
            ground_of(fill_of(facts.facts[i], legend.fills, looks.style)));
    };
    BOOST_TEST((colour(0) == looks.style.theme.diverging.front()));
    BOOST_TEST(colour::contrast(colour(0), {255, 255, 255}) >
               colour::contrast(colour(2), {255, 255, 255}));
}

BOOST_AUTO_TEST_CASE(labels_at_the_ends_go_first_and_none_touch) {
    test::Looks looks = looks_of_screen();
    looks.style.map.swatch = Length::px(6); // a bar of 78 px has no room for four
    const Legend legend(facts_of({1000000, 1700000, 4000000}, 0, {}), looks);
    BOOST_TEST(legend.ticks.size() == 4U);
    BOOST_TEST_REQUIRE(!legend.labels.empty());
    BOOST_TEST(legend.labels.size() < legend.ticks.size());
    BOOST_TEST(legend.labels.front().text.string == "1,000,000");
    for (std::size_t i = 0; i < legend.labels.size(); ++i) {
        BOOST_TEST(legend.labels[i].rect.left.to_px() >= left);
        for (std::size_t j = 0; j < i; ++j) {
            BOOST_TEST(!legend.labels[i].rect.overlaps(legend.labels[j].rect));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_lowest_and_highest_value_are_told) {
    const test::Looks looks = looks_of_screen();
    const Legend plain(facts_of({0.4, 3, 11.4}, 1, {}), looks);
    // 10 has no room beside 11.4.
    BOOST_TEST(plain.texts() == (std::vector<std::string>{"0.4", "11.4", "5"}),
               boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(plain.ticks.size() == 4U);
    BOOST_TEST(plain.share_of(0) == 0.0);
    BOOST_TEST(plain.share_of(1) == 1.0, boost::test_tools::tolerance(1e-9));
    const Legend around(facts_of({-4.8, 2, 14.8}, 1, 0), looks);
    BOOST_TEST(around.labels.front().text.string == "0");
    BOOST_TEST(around.labels.at(1).text.string == "−4.8");
    BOOST_TEST(around.labels.at(2).text.string == "14.8");
    // One end is a round number, the other is not.
    const Legend half(facts_of({5, 8, 21.5}, 1, {}), looks);
    BOOST_TEST(half.texts() == (std::vector<std::string>{"10", "15", "21.5", "5"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_value_has_one_tick) {
    const test::Looks looks = looks_of_screen();
    const Legend legend(facts_of({7, 7}, 0, {}), looks);
    BOOST_TEST(legend.texts() == std::vector<std::string>{"7"}, boost::test_tools::per_element());
    BOOST_TEST(legend.share_of(0) == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
