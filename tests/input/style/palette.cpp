#include "render/input/style/palette.h"

#include "render/colour/fill_difference.h"
#include "render/colour/lab.h"
#include "render/colour/limits.h"
#include "tests/working_folder.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace cairn;
using input::Scheme;
using input::Style;

BOOST_AUTO_TEST_SUITE(palette)

namespace {

namespace fs = std::filesystem;

fs::path styles() {
    return test::source_folder() / "styles";
}

std::string read(const std::string& text) {
    const test::WorkingFolder folder;
    folder.write("p.yaml", text);
    return test::error_text([] { input::read_palette("p.yaml"); });
}

Style with(const std::string& palette, const std::string& style) {
    Style result = input::read_style(styles() / (style + ".yaml"));
    input::lay_on(result, input::read_palette(styles() / "palettes" / (palette + ".yaml")));
    return result;
}

struct Bad {
    std::string text;
    std::string message;
};

const std::string head = "source: S\nlicence: L\n";

const Bad bad[] = {
    {"kind: sequential\n" + head + "colours: [\"#ffffff\", \"#999999\", \"#bbbbbb\"]\n",
     "p.yaml:4:10: error: \"colours\": #999999 with a luminance of 0.32 does not darken to #bbbbbb "
     "with 0.50\n"
     "  order cannot be read off colours that do not go one way for those who see no hue: mend the "
     "colours, or write kind: qualitative\n"},
    {"kind: sequential\n" + head +
         "colours: [\"#ffffff\", \"#999999\"]\ndark: [\"#999999\", \"#111111\"]\n",
     "p.yaml:5:7: error: \"dark\": #999999 with a luminance of 0.32 does not lighten to #111111 "
     "with 0.01\n"
     "  order cannot be read off colours that do not go one way for those who see no hue: mend the "
     "colours, or write kind: qualitative\n"},
    {"kind: diverging\n" + head + "colours: [\"#111111\", \"#ffffff\"]\n",
     "p.yaml:4:10: error: \"colours\" of a diverging palette has 2 colours, and needs an odd "
     "number "
     "from 3\n"
     "  write those below the midpoint, the one at it, and as many above\n"},
    {"kind: diverging\n" + head + "colours: [\"#ffffff\", \"#999999\", \"#111111\"]\n",
     "p.yaml:4:10: error: \"colours\": #999999 with a luminance of 0.32 does not darken to #ffffff "
     "with 1.00\n"
     "  order cannot be read off colours that do not go one way for those who see no hue: mend the "
     "colours, or write kind: qualitative\n"},
    {"kind: qualitative\n" + head + "colours: [\"#ff0000\", \"#00ff00\", \"#ff0000\"]\n",
     "p.yaml:4:10: error: \"colours\" has #ff0000 twice\n"
     "  give each group a colour of its own\n"},
    {"kind: qualitative\n" + head + "colours: [\"#ff0000\"]\n",
     "p.yaml:4:10: error: \"colours\" has 1 colour, and needs 2 or more\n"
     "  write at least two colours\n"},
    {"kind: rainbow\n" + head + "colours: [red, \"#ff0000\"]\n",
     "p.yaml:1:7: error: \"kind\" cannot be \"rainbow\"\n"
     "  write \"sequential\", \"diverging\" or \"qualitative\"\n"
     "p.yaml:4:11: error: \"colours\" has a colour that is none: \"red\"\n"
     "  write # and six hexadecimal digits in quotes, such as \"#1c5eba\"\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(every_palette_loads_and_says_whose_it_is) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(styles() / "palettes")) {
        const input::Palette palette = input::read_palette(entry.path());
        BOOST_TEST(palette.name == entry.path().stem().string());
        BOOST_TEST(!palette.source.empty());
        BOOST_TEST(!palette.licence.empty());
        ++count;
    }
    BOOST_TEST(count >= 30U);
}

BOOST_AUTO_TEST_CASE(what_no_outline_label_or_pattern_mends_is_refused) {
    for (const Bad& one : bad) {
        BOOST_TEST(read(one.text) == one.message);
    }
}

BOOST_AUTO_TEST_CASE(a_dark_page_turns_a_sequence_round) {
    const Style light = with("Blues", "adaptive");
    BOOST_TEST(to_hex(light.theme.ramp.front()) == "#f7fbff");
    BOOST_TEST(to_hex(light.dark.front().theme.ramp.front()) == "#08306b");
    BOOST_TEST(to_hex(with("cairn-blue", "dark").theme.ramp.front()) == "#0d0d12");
    BOOST_TEST(to_hex(with("PuOr", "dark").theme.diverging.front()) == "#b35806");
}

BOOST_AUTO_TEST_CASE(categories_of_the_styles_are_told_apart) {
    for (const auto& [palette, name] :
         {std::pair{"cairn-categories", "screen"}, std::pair{"cairn-categories", "dark"},
          std::pair{"cairn-categories-contrast", "high-contrast"}}) {
        const Style style = with(palette, name);
        BOOST_TEST(style.map.category_palette == palette);
        const colour::Theme& theme = style.theme;
        BOOST_TEST(theme.categories.size() >= 7U);
        for (std::size_t i = 0; i < 7; ++i) {
            BOOST_TEST(contrast(theme.categories[i], theme[colour::Role::border]) >=
                       colour::least_mark_contrast);
            for (std::size_t j = 0; j < i; ++j) {
                BOOST_TEST(
                    colour::apart(theme, colour::Category{i}, colour::Category{j}).difference >=
                    colour::least_difference);
            }
        }
    }
    BOOST_TEST(test::error_text([&] {
                   input::require_categories(with("okabe-ito", "screen"), 8, {"f.yaml", 4});
               }) == "f.yaml:4: error: 8 categories, but the palette \"okabe-ito\" has 7 colours\n"
                     "  put small categories together, or take another palette\n");
}

BOOST_AUTO_TEST_CASE(a_style_of_greys_takes_the_lightness_alone) {
    const Style greys = with("viridis", "greyscale");
    const Style hues = with("viridis", "screen");
    for (std::size_t i = 0; i < hues.theme.ramp.size(); ++i) {
        const colour::Colour grey = greys.theme.ramp[i];
        BOOST_TEST(grey.red == grey.green);
        BOOST_TEST(grey.green == grey.blue);
        BOOST_TEST(std::abs(colour::to_lab(grey).lightness -
                            colour::to_lab(hues.theme.ramp[i]).lightness) < 0.5);
    }
    BOOST_TEST(input::has_hues(input::read_palette(styles() / "palettes/viridis.yaml")));
    BOOST_TEST(!input::has_hues(input::read_palette(styles() / "palettes/Greys.yaml")));
}

BOOST_AUTO_TEST_CASE(diverging_classes_at_equal_distance_have_equal_strength) {
    const Style style = with("cairn-diverging", "screen");
    const std::vector<colour::Plain> inks =
        colour::diverging_inks({.below = 1, .middle = true, .above = 3});
    BOOST_TEST(inks.size() == 5U);
    const auto hex = [&](std::size_t i) { return to_hex(style.theme.colour_of(inks[i])); };
    BOOST_TEST(hex(0) == "#f2cf9f");
    BOOST_TEST(hex(1) == "#f7f7f4");
    BOOST_TEST(hex(2) == "#b9cbe8");
    BOOST_TEST(hex(4) == "#1c5eba");
}

BOOST_AUTO_TEST_CASE(names_that_there_are_not) {
    const Location where{"f.yaml", 9};
    BOOST_TEST(test::error_text([&] { input::palette_path("virids", "", styles(), where); }) ==
               "f.yaml:9: error: unknown palette \"virids\"\n"
               "  did you mean \"viridis\"?\n");
    BOOST_TEST(test::error_text([&] {
                   input::palette_path("own.yaml", "nowhere", styles(), where);
               }) == "f.yaml:9: error: there is no file \"own.yaml\"\n"
                     "  a relative path begins at the folder of this file\n");
    const input::Palette viridis = input::read_palette(styles() / "palettes/viridis.yaml");
    BOOST_TEST(test::error_text([&] { input::require_kind(viridis, Scheme::diverging, where); }) ==
               "f.yaml:9: error: the palette \"viridis\" is sequential, and this map needs "
               "one that is diverging\n"
               "  docs/colours.md lists the palettes of each kind\n");
}

BOOST_AUTO_TEST_SUITE_END()
