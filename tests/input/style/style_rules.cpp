#include "render/input/style/style_rules.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using colour::Colour;
using colour::Role;
using input::Style;

BOOST_AUTO_TEST_SUITE(style_rules)

namespace {

Style screen() {
    return input::read_style(test::source_folder() / "styles/screen.yaml");
}

/// Every key at a line of its own.
input::StylePlaces places() {
    input::StylePlaces result;
    int line = 1;
    for (const auto* key : {"page.background",
                            "text.title.colour",
                            "text.title.size",
                            "text.title.line",
                            "text.subtitle.colour",
                            "text.label.colour",
                            "text.legend.colour",
                            "text.note.colour",
                            "text.note.size",
                            "text.note.line",
                            "bar.fill",
                            "bar.baseline.colour",
                            "map.zero",
                            "map.ramp",
                            "map.most_classes",
                            "map.missing.ground",
                            "map.missing.line",
                            "map.outline.colour",
                            "map.coast.colour",
                            "map.leader.colour",
                            "map.label_dark",
                            "map.label_light",
                            "map.symbol.land",
                            "map.symbol.border.colour",
                            "map.symbol.fill",
                            "map.symbol.edge.colour"}) {
        result[key] = {.file = "s", .line = line++};
    }
    return result;
}

std::string broken(const std::function<void(Style&)>& change) {
    Style style = screen();
    change(style);
    std::string all;
    for (const Problem& problem : broken_rules(style, places())) {
        all += to_string(problem, Severity::error) + "\n";
    }
    return all;
}

Colour grey(std::uint8_t level) {
    return {level, level, level};
}

struct Break {
    std::function<void(Style&)> change;
    std::string_view message;
};

const Break breaks[] = {
    {[](Style& style) { style.theme[Role::quiet] = grey(0x77); },
     "s:8: error: the contrast of \"text.note.colour\" #777777 on \"page.background\" #ffffff is "
     "4.48:1\n"
     "  make it 4.50:1 or more; \"page.background\" is on line 1\n"},
    {[](Style& style) { style.note.font.size = Length::px(10.5); },
     "s:9: error: \"text.note.size\" is 10.50 px\n"
     "  make it 11 px (8.25 pt) or more: smaller text is hard to read\n"},
    {[](Style& style) { style.title.line = Length::px(18); },
     "s:4: error: \"text.title.line\" is 18.00 px, less than \"text.title.size\", 20.00 px\n"
     "  make it 1.2 to 1.5 times the size, so that lines stand apart\n"},
    {[](Style& style) {
         style.theme[Role::bar] = {0x94, 0xad, 0xdd};
     },
     "s:11: error: the contrast of \"bar.fill\" #94addd on \"page.background\" #ffffff is "
     "2.26:1\n"
     "  make it 3.00:1 or more; \"page.background\" is on line 1\n"},
    {[](Style& style) { style.theme[Role::baseline] = grey(0x99); },
     "s:12: error: the contrast of \"bar.baseline.colour\" #999999 on \"page.background\" #ffffff "
     "is 2.85:1\n"
     "  make it 3.00:1 or more; \"page.background\" is on line 1\n"},
    {[](Style& style) { style.theme[Role::missing_line] = grey(0xaa); },
     "s:17: error: the contrast of \"map.missing.line\" #aaaaaa on \"map.missing.ground\" #ffffff "
     "is 2.32:1\n"
     "  make it 3.00:1 or more; \"map.missing.ground\" is on line 16\n"},
    {[](Style& style) { style.theme[Role::border] = grey(0x22); },
     "s:18: error: the contrast of \"map.outline.colour\" #222222 on \"map.ramp\" #1c5eba is "
     "2.55:1\n"
     "  make it 3.00:1 or more; \"map.ramp\" is on line 14\n"},
    {[](Style& style) { style.theme.dark_label = grey(0x1a); },
     "s:21: error: the contrast of \"map.label_dark\" #1a1a1a on \"map.ramp\" #557dc8 is 4.27:1\n"
     "  make it 4.50:1 or more; \"map.ramp\" is on line 14\n"
     "s:22: error: the contrast of \"map.label_light\" #ffffff on \"map.ramp\" #4e78c6 is 4.35:1\n"
     "  make it 4.50:1 or more; \"map.ramp\" is on line 14\n"},
    {[](Style& style) { style.theme.light_label = grey(0xc0); },
     "s:22: error: the contrast of \"map.label_light\" #c0c0c0 on \"map.ramp\" #1c5eba is "
     "3.44:1\n"
     "  make it 4.50:1 or more; \"map.ramp\" is on line 14\n"
     "s:22: error: the contrast of \"map.label_light\" #c0c0c0 on \"map.symbol.fill\" #1c5eba is "
     "3.44:1\n"
     "  make it 4.50:1 or more; \"map.symbol.fill\" is on line 25\n"},
    {[](Style& style) { style.theme[Role::symbol_edge] = grey(0x66); },
     "s:26: error: the contrast of \"map.symbol.edge.colour\" #666666 on \"map.symbol.fill\" "
     "#1c5eba is 1.09:1\n"
     "  make it 3.00:1 or more; \"map.symbol.fill\" is on line 25\n"},
    {[](Style& style) { style.theme[Role::land_border] = grey(0x90); },
     "s:24: error: the contrast of \"map.symbol.border.colour\" #909090 on \"map.symbol.land\" "
     "#f1f1eb is 2.82:1\n"
     "  make it 3.00:1 or more; \"map.symbol.land\" is on line 23\n"},
    {[](Style& style) {
         std::swap(style.theme.ramp[1], style.theme.ramp[2]);
         style.map.most_classes = 2;
     },
     "s:14: error: \"map.ramp\" #94addd with a luminance of 0.41 does not darken to #cad8ee with "
     "0.68\n"
     "  write its colours from the lightest to the darkest\n"},
    {[](Style& style) {
         style.theme[Role::zero] = {0xca, 0xd8, 0xee};
         style.map.most_classes = 4;
     },
     "s:14: error: with 3 classes, \"map.zero\" #cad8ee and \"map.ramp\" #b8c9e8 differ by 4.11 "
     "(CIEDE2000) under tritanopia\n"
     "  make it 8.00 or more: part the colours, or lower \"map.most_classes\" on line 15\n"},
    {[](Style& style) {
         style.theme.ramp = {{0xff, 0xff, 0xff}, {0x90, 0xd0, 0x90}};
         style.map.most_classes = 5;
     },
     "s:14: error: with 3 classes, \"map.zero\" #f7f7f4 and \"map.ramp\" #dbf0d9 differ by 6.03 "
     "(CIEDE2000) under deuteranopia\n"
     "  make it 8.00 or more: part the colours, or lower \"map.most_classes\" on line 15\n"
     "s:14: error: with 3 classes, \"map.ramp\" #dbf0d9 and \"map.ramp\" #b6e0b4 differ by 7.08 "
     "(CIEDE2000) under deuteranopia\n"
     "  make it 8.00 or more: part the colours, or lower \"map.most_classes\" on line 15\n"
     "s:14: error: with 3 classes, \"map.ramp\" #b6e0b4 and \"map.ramp\" #90d090 differ by 6.53 "
     "(CIEDE2000) under deuteranopia\n"
     "  make it 8.00 or more: part the colours, or lower \"map.most_classes\" on line 15\n"},
    {[](Style& style) {
         style.theme[Role::coast] = style.theme[Role::leader] = grey(0x99);
         style.map.most_classes = 1;
     },
     "s:19: error: the contrast of \"map.coast.colour\" #999999 on \"map.missing.ground\" #ffffff "
     "is "
     "2.85:1\n"
     "  make it 3.00:1 or more; \"map.missing.ground\" is on line 16\n"
     "s:19: error: the contrast of \"map.coast.colour\" #999999 on \"page.background\" #ffffff is "
     "2.85:1\n"
     "  make it 3.00:1 or more; \"page.background\" is on line 1\n"
     "s:20: error: the contrast of \"map.leader.colour\" #999999 on \"page.background\" #ffffff is "
     "2.85:1\n"
     "  make it 3.00:1 or more; \"page.background\" is on line 1\n"
     "s:20: error: the contrast of \"map.leader.colour\" #999999 on \"map.missing.ground\" #ffffff "
     "is "
     "2.85:1\n"
     "  make it 3.00:1 or more; \"map.missing.ground\" is on line 16\n"
     "s:19: error: the contrast of \"map.coast.colour\" #999999 on \"map.zero\" #f7f7f4 is "
     "2.65:1\n"
     "  make it 3.00:1 or more; \"map.zero\" is on line 13\n"
     "s:20: error: the contrast of \"map.leader.colour\" #999999 on \"map.zero\" #f7f7f4 is "
     "2.65:1\n"
     "  make it 3.00:1 or more; \"map.zero\" is on line 13\n"
     "s:19: error: the contrast of \"map.coast.colour\" #999999 on \"map.ramp\" #94addd is "
     "1.26:1\n"
     "  make it 3.00:1 or more; \"map.ramp\" is on line 14\n"
     "s:20: error: the contrast of \"map.leader.colour\" #999999 on \"map.ramp\" #94addd is "
     "1.26:1\n"
     "  make it 3.00:1 or more; \"map.ramp\" is on line 14\n"
     "s:20: error: the contrast of \"map.leader.colour\" #999999 on \"map.symbol.land\" #f1f1eb is "
     "2.51:1\n"
     "  make it 3.00:1 or more; \"map.symbol.land\" is on line 23\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(the_styles_of_the_project_break_none) {
    for (const auto* name :
         {"styles/screen.yaml", "styles/print.yaml", "styles/dark.yaml", "styles/adaptive.yaml"}) {
        BOOST_CHECK_NO_THROW(input::read_style(test::source_folder() / name));
    }
}

BOOST_AUTO_TEST_CASE(every_rule_told) {
    for (const Break& one : breaks) {
        BOOST_TEST(broken(one.change) == one.message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
