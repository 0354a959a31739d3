#include "render/colour/theme.h"

#include "render/colour/lab.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

using namespace cairn;
using colour::Category;
using colour::Colour;
using colour::Diverging;
using colour::Ramp;
using colour::Role;
using colour::Theme;

BOOST_AUTO_TEST_SUITE(theme)

namespace {

constexpr Colour white{255, 255, 255};
constexpr Colour black{0, 0, 0};

std::vector<Colour> colours(const std::vector<std::string>& hex) {
    std::vector<Colour> all;
    for (const std::string& one : hex) {
        all.push_back(colour::parse_colour(one).value());
    }
    return all;
}

/// Black and white labels, groups in these colours.
Theme with_groups(const std::vector<std::string>& hex) {
    Theme theme;
    theme.categories = colours(hex);
    theme.light_label = white;
    return theme;
}

std::vector<std::string> hex_of(const Theme& theme, const std::vector<colour::Plain>& inks) {
    std::vector<std::string> all;
    for (const colour::Plain& ink : inks) {
        all.push_back(to_hex(theme.colour_of(ink)));
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_ramp_at_its_stops) {
    Theme theme;
    theme.ramp = colours({"#ffffff", "#cad8ee", "#94addd", "#5f85cc", "#1c5eba"});
    BOOST_TEST(hex_of(theme, colour::ramp_inks(4)) ==
                   (std::vector<std::string>{"#cad8ee", "#94addd", "#5f85cc", "#1c5eba"}),
               boost::test_tools::per_element());
    BOOST_TEST(hex_of(theme, colour::ramp_inks(2)) ==
                   (std::vector<std::string>{"#94addd", "#1c5eba"}),
               boost::test_tools::per_element());
    BOOST_TEST(hex_of(theme, colour::ramp_inks(1)) == (std::vector<std::string>{"#94addd"}),
               boost::test_tools::per_element());
    BOOST_TEST(colour::ramp_inks(0).empty());
    BOOST_TEST(to_hex(theme.colour_of(Ramp{0})) == "#ffffff");
}

BOOST_AUTO_TEST_CASE(even_steps_of_lightness_between_two_stops) {
    Theme theme;
    theme.ramp = {white, black};
    for (std::size_t count = 2; count <= 7; ++count) {
        const std::vector<colour::Plain> inks = colour::ramp_inks(count);
        BOOST_REQUIRE(inks.size() == count);
        for (std::size_t i = 0; i < count; ++i) {
            const double wanted =
                100 - 100 * static_cast<double>(i + 1) / static_cast<double>(count);
            BOOST_TEST(std::abs(colour::to_lab(theme.colour_of(inks[i])).lightness - wanted) < 0.3);
        }
    }
}

BOOST_AUTO_TEST_CASE(both_arms_of_a_diverging_scale_have_one_measure) {
    Theme theme;
    theme.diverging = colours({"#0000ff", "#ffffff", "#ff0000"});
    BOOST_TEST(to_hex(theme.colour_of(Diverging{-1})) == "#0000ff");
    BOOST_TEST(to_hex(theme.colour_of(Diverging{0})) == "#ffffff");
    BOOST_TEST(to_hex(theme.colour_of(Diverging{1})) == "#ff0000");
    const auto inks = colour::diverging_inks({.below = 1, .middle = true, .above = 2});
    BOOST_TEST((inks == std::vector<colour::Plain>{Diverging{-0.5}, Diverging{0}, Diverging{0.5},
                                                   Diverging{1}}));
}

BOOST_AUTO_TEST_CASE(a_theme_says_what_it_lacks) {
    const Theme theme = with_groups({"#ff0000"});
    BOOST_TEST(to_hex(theme.colour_of(Category{0})) == "#ff0000");
    BOOST_CHECK_THROW((void)theme.colour_of(Category{1}), std::out_of_range);
    BOOST_CHECK_THROW((void)theme.colour_of(Ramp{0.5}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_label_has_the_better_of_its_lowest_contrasts) {
    const Theme theme = with_groups({"#ffffff", "#000000", "#888888", "#707070"});
    const auto on = [&](std::size_t first, std::size_t second) {
        return to_hex(theme.colour_of(colour::On{Category{first}, Category{second}}));
    };
    BOOST_TEST(on(0, 0) == "#000000");
    BOOST_TEST(on(1, 1) == "#ffffff");
    BOOST_TEST(on(2, 2) == "#000000"); // 5.92:1 against 3.54:1
    BOOST_TEST(on(3, 3) == "#ffffff"); // 4.95:1 against 4.25:1
    BOOST_TEST(on(0, 2) == "#000000");
    BOOST_TEST(on(1, 3) == "#ffffff");
    BOOST_TEST((colour::on(Category{2}) == colour::Ink(colour::On{Category{2}, Category{2}})));
}

BOOST_AUTO_TEST_CASE(quiet_text_is_quiet_where_it_can_be_read) {
    Theme theme = with_groups({"#ffffff", "#b0b0b0"});
    theme[Role::quiet] = {0x4a, 0x4a, 0x4a};
    BOOST_TEST(to_hex(theme.colour_of(colour::QuietOn{Category{0}})) == "#4a4a4a");
    BOOST_TEST(to_hex(theme.colour_of(colour::QuietOn{Category{1}})) == "#000000"); // 4.10:1
}

BOOST_AUTO_TEST_CASE(a_hatch_just_stands_out) {
    const Theme theme = with_groups({"#ffffff", "#000000", "#4e78c6", "#777777"});
    for (std::size_t i = 0; i < theme.categories.size(); ++i) {
        for (const double contrast : {1.5, 3.0, 4.5}) {
            const Colour ground = theme.categories[i];
            const Colour line = theme.colour_of(colour::HatchOn{Category{i}, contrast});
            const Colour label = theme.colour_of(colour::on(Category{i}));
            const double measured = colour::contrast(line, ground);
            const double most = colour::contrast(label, ground);
            BOOST_TEST(measured >= std::min(contrast, most));
            // A step of a twentieth of the way less is too little.
            BOOST_TEST((measured < contrast * 1.35 || line == label));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_border_stands_out_from_both_sides) {
    Theme theme = with_groups({"#ffffff", "#b0b0b0", "#303030"});
    theme[Role::border] = {0x40, 0x40, 0x40};
    const auto between = [&](std::size_t first, std::size_t second) {
        const colour::Between ink{Category{first}, Category{second}};
        const Colour best = theme.colour_of(ink);
        const auto least = [&](Colour colour) {
            return std::min(colour::contrast(colour, theme.categories[first]),
                            colour::contrast(colour, theme.categories[second]));
        };
        for (const Colour other : {theme[Role::border], theme.dark_label, theme.light_label}) {
            BOOST_TEST(least(best) >= least(other));
        }
        return to_hex(best);
    };
    BOOST_TEST(between(0, 1) == "#000000");
    BOOST_TEST(between(2, 2) == "#ffffff");
    theme.dark_label = {0x60, 0x60, 0x60};
    BOOST_TEST(between(0, 1) == "#404040");
}

BOOST_AUTO_TEST_CASE(colours_are_chosen_before_they_are_seen) {
    Theme theme = with_groups({"#ffffff"});
    theme.seen = [](Colour colour) { return Colour{colour.red, colour.red, 7}; };
    BOOST_TEST(to_hex(theme.colour_of(Category{0})) == "#ffff07");
    BOOST_TEST(to_hex(theme.colour_of(colour::on(Category{0}))) == "#000007");
}

BOOST_AUTO_TEST_SUITE_END()
