#include "render/input/style/style.h"

#include "render/input/style/palette.h"
#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cairn;
using colour::Role;
using input::Style;

BOOST_AUTO_TEST_SUITE(style)

namespace {

namespace fs = std::filesystem;

std::string built_in(const char* name) {
    return test::read_bytes(test::source_folder() / "styles" / name);
}

/// The style for the screen with one part replaced.
std::string changed(std::string_view from, std::string_view to) {
    std::string text = built_in("screen.yaml");
    const std::size_t at = text.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "screen.yaml holds no " << from);
    return text.replace(at, from.size(), to);
}

Style read(std::string_view text) {
    const test::WorkingFolder folder;
    folder.write("s.yaml", text);
    return input::read_style("s.yaml");
}

/// The style with a palette of the project laid on.
Style with_palette(Style style, const std::string& name) {
    input::lay_on(
        style, input::read_palette(test::source_folder() / "styles/palettes" / (name + ".yaml")));
    return style;
}

/// 1/60 of a pixel: what nobody sees.
bool near(Length a, double px) {
    return std::abs(a.to_px() - px) < 0.02;
}

struct BadInput {
    std::string_view from;
    std::string_view to;
    std::string_view message;
};

constexpr BadInput bad_inputs[] = {
    {"font: Atkinson Hyperlegible Next", "fonts: x",
     "s.yaml:2:1: error: unknown key \"fonts\"\n"
     "  did you mean \"font\"?\n"
     "s.yaml:2:1: error: the key \"font\" is missing\n"
     "  write it like this: font: Atkinson Hyperlegible Next\n"},
    {"  width: 600 px\n", "",
     "s.yaml:5:3: error: the key \"width\" is missing\n"
     "  write it like this: width: 600 px\n"},
    {"600 px", "600",
     "s.yaml:5:10: error: \"page.width\" is no length above 0 with its unit: "
     "\"600\"\n"
     "  write px, pt or mm behind the number, such as 20 px\n"},
    {"600 px", "60 cm",
     "s.yaml:5:10: error: \"page.width\" is no length above 0 with its unit: "
     "\"60 cm\"\n"
     "  write px, pt or mm behind the number, such as 20 px\n"},
    {"600 px", "-5 px",
     "s.yaml:5:10: error: \"page.width\" is no length above 0 with its unit: "
     "\"-5 px\"\n"
     "  write px, pt or mm behind the number, such as 20 px\n"},
    {"600 px", "px",
     "s.yaml:5:10: error: \"page.width\" is no length above 0 with its unit: "
     "\"px\"\n"
     "  write px, pt or mm behind the number, such as 20 px\n"},
    {"margin: 20 px", "margin: 160 px",
     "s.yaml:6:11: error: \"page.margin\" on both sides leaves less than half the page\n"
     "  make the margin smaller, or the page wider\n"},
    {"background: \"#ffffff\"", "background: #ffffff",
     "s.yaml:8:3: error: \"background\" is empty, for # begins a comment\n"
     "  put a text that begins with # in quotes: background: \"#ffffff\"\n"},
    {"background: \"#ffffff\"", "background: white",
     "s.yaml:8:15: error: \"page.background\" is no colour: \"white\"\n"
     "  write # and six hexadecimal digits in quotes, such as \"#1c5eba\"\n"},
    {"png_dpi: 192", "png_dpi: 10",
     "s.yaml:10:10: error: \"png_dpi\" cannot be 10\n"
     "  write a number from 72 to 1200\n"},
    {"weight: bold", "weight: heavy",
     "s.yaml:13:32: error: \"weight\" cannot be \"heavy\"\n"
     "  write \"regular\" or \"bold\"\n"},
    {"thickness: 0.65", "thickness: 2",
     "s.yaml:23:14: error: \"bar.thickness\" cannot be 2\n"
     "  write a number from 0.1 to 1\n"},
    {"most_classes: 6", "most_classes: 8",
     "s.yaml:28:17: error: \"most_classes\" is 8, not a whole number from 1 to 7\n"
     "  write it like this: most_classes: 5\n"},
    {"[\"#ffffff\", \"#cad8ee\", \"#94addd\", \"#5f85cc\", \"#1c5eba\"]", "[\"#ffffff\"]",
     "s.yaml:27:9: error: \"map.ramp\" has 1 colour, and needs 2 or more\n"
     "  write them from few to many\n"},
    {"\"#cad8ee\", ", "blue, ",
     "s.yaml:27:21: error: \"map.ramp\" is no colour: \"blue\"\n"
     "  write # and six hexadecimal digits in quotes, such as "
     "\"#1c5eba\"\n"},
    {"  swatch: 14 px\n", "  swatch: 14 px\n  shetland: {frame: true}\n",
     "s.yaml:36:21: error: \"map.shetland\" moves Shetland into a frame without a reason\n"
     "  write the reason that you publish, as section 17 of the Islands (Scotland) Act 2018 asks "
     "of "
     "public bodies: reason: \"…\"\n"},
    {"coast: {colour: \"#111111\", width: 0.8 px}", "coast: 0.8 px",
     "s.yaml:31:10: error: \"coast\" is text, not a map\n"
     "  write it like this: coast: {colour: \"#111111\", width: 0.5 px}\n"},
};

/// Files in the working folder, of which s.yaml is read; screen.yaml and dark.yaml are there too.
struct BadFiles {
    std::vector<std::pair<std::string_view, std::string>> files;
    std::string_view message;
};

Style read_files(const BadFiles& bad) {
    const test::WorkingFolder folder;
    for (const char* name : {"screen.yaml", "dark.yaml"}) {
        folder.write(name, built_in(name));
    }
    for (const auto& [name, text] : bad.files) {
        folder.write(name, text);
    }
    return input::read_style("s.yaml");
}

const BadFiles bad_files[] = {
    {{{"s.yaml", "based_on: scren\n"}},
     "s.yaml:1:11: error: unknown style \"scren\"\n"
     "  did you mean \"screen\"?\n"},
    {{{"s.yaml", "based_on: other\n"}},
     "s.yaml:1:11: error: unknown style \"other\"\n"
     "  known: \"dark\", \"s\" and \"screen\"; or name a file that ends in .yaml\n"},
    {{{"s.yaml", "based_on: other.yaml\n"}},
     "s.yaml:1:11: error: there is no file \"other.yaml\"\n"
     "  a relative path begins at the folder of this style\n"},
    {{{"s.yaml", "based_on: t.yaml\n"}, {"t.yaml", "based_on: s.yaml\n"}},
     "t.yaml:1:11: error: \"based_on\" leads back to \"s.yaml\"\n"
     "  name a style that does not need this one\n"},
    {{{"s.yaml", "based_on: screen\ndark: s\n"}},
     "s.yaml:2:7: error: \"dark\" leads back to \"s.yaml\"\n"
     "  name a style that does not need this one\n"},
    {{{"s.yaml", "based_on: screen\nforced_colours: always\n"}},
     "s.yaml:2:17: error: \"forced_colours\" cannot be \"always\"\n"
     "  write \"follow\" or \"ignore\"\n"},
    {{{"s.yaml", "based_on: screen\npage: {widht: 5 px}\n"}},
     "s.yaml:2:8: error: unknown key \"widht\"\n"
     "  did you mean \"width\"?\n"},
    {{{"s.yaml", "based_on: screen\nbar: {fill: \"#ffffff\"}\n"}},
     "s.yaml:2:13: error: the contrast of \"bar.fill\" #ffffff on \"page.background\" #ffffff is "
     "1.00:1\n"
     "  make it 3.00:1 or more; \"page.background\" is on line 8 of screen.yaml\n"},
    {{{"s.yaml", "based_on: screen\ndark: night.yaml\n"},
      {"night.yaml", "based_on: dark\ntext:\n  note: {size: 12 px}\nmap: {swatch: 9 px}\n"}},
     "s.yaml:2:7: error: the style \"night.yaml\" has another \"map.swatch\" than this one\n"
     "  a dark style changes colours alone: mend line 4 of night.yaml\n"
     "s.yaml:2:7: error: the style \"night.yaml\" has another \"text.note.size\" than this one\n"
     "  a dark style changes colours alone: mend line 3 of night.yaml\n"},
    {{{"s.yaml", "based_on: screen\ndark: night.yaml\n"},
      {"night.yaml", "based_on: dark\nfont: Atkinson\n"}},
     "s.yaml:2:7: error: the style \"night.yaml\" has another \"font\" than this one\n"
     "  a dark style changes colours alone: mend line 2 of night.yaml\n"},
    {{{"s.yaml", "based_on: both.yaml\npage:\n  width: 500 px\n"},
      {"both.yaml", "based_on: screen\ndark: dark\n"}},
     "s.yaml:3:10: error: the dark style that is inherited, \"dark\", has another \"page.width\"\n"
     "  a dark style changes colours alone: write one for this style, and name it under `dark:`\n"},
    {{{"s.yaml", "based_on: screen\ndark: night.yaml\n"},
      {"night.yaml",
       "based_on: dark\nmap:\n  ramp: [\"#009cde\", \"#0d0d12\"]\n  most_classes: 1\n"}},
     "night.yaml:3:9: error: \"map.ramp\" #009cde with a luminance of 0.29 does not lighten to "
     "#0d0d12 with 0.00\n"
     "  write its colours from the darkest to the lightest, since the page is dark\n"},
};

Style read_built_in(const std::string& name) {
    return input::read_style(test::source_folder() / "styles" / (name + ".yaml"));
}

} // namespace

BOOST_AUTO_TEST_CASE(screen) {
    const Style style = read_built_in("screen");
    BOOST_TEST(style.name == "screen");
    BOOST_TEST(style.font_family == "Atkinson Hyperlegible Next");
    BOOST_TEST(near(style.width, 600));
    BOOST_TEST(near(style.margin, 20));
    BOOST_TEST(near(style.title.font.size, 20));
    BOOST_TEST((style.title.font.weight == colour::Weight::bold));
    BOOST_TEST(near(style.subtitle.font.size, 14));
    BOOST_TEST(near(style.label.font.size, 12));
    BOOST_TEST(near(style.legend.font.size, 12));
    BOOST_TEST(near(style.note.font.size, 11));
    BOOST_TEST((style.note.font.weight == colour::Weight::regular));
    BOOST_TEST(near(style.note.line, 15));
    BOOST_TEST(to_hex(style.theme[Role::page]) == "#ffffff");
    BOOST_TEST(style.png_dpi == 192);
    BOOST_TEST(style.bar.thickness == 0.65);
    BOOST_TEST(near(style.bar.baseline_width, 1));
    BOOST_TEST(style.theme.ramp.size() == 5u);
    BOOST_TEST(style.map.most_classes == 6);
    BOOST_TEST(near(style.map.outline.width, 0.5));
    BOOST_TEST(near(style.map.coast.width, 0.8));
    BOOST_TEST(near(style.map.missing.spacing, 5));
    BOOST_TEST(to_hex(style.theme[Role::leader]) == "#111111");
}

BOOST_AUTO_TEST_CASE(print) {
    const Style style = read_built_in("print");
    BOOST_TEST(style.name == "print");
    BOOST_TEST(std::abs(style.width.to_px() * 25.4 / 96 - 159) < 1e-9);
    BOOST_TEST(std::abs(style.title.font.size.to_pt() - 13) < 1e-9);
    BOOST_TEST(std::abs(style.note.font.size.to_px() - 11) < 1e-9);
    BOOST_TEST(std::abs(style.map.outline.width.to_pt() - 0.25) < 1e-9);
    BOOST_TEST(style.png_dpi == 300);
}

BOOST_AUTO_TEST_CASE(high_contrast) {
    const Style style = read_built_in("high-contrast");
    for (const input::TextStyle* text :
         {&style.title, &style.subtitle, &style.label, &style.legend, &style.note}) {
        BOOST_TEST(colour::contrast(style.theme.colour_of(text->ink), style.theme[Role::page]) ==
                   21.0);
    }
    // Black lines at 3:1 on the darkest class leave white labels on it less than 7:1.
    for (int count = 1; count <= style.map.most_classes; ++count) {
        for (const colour::Plain& ink : colour::ramp_inks(static_cast<std::size_t>(count))) {
            const colour::Colour fill = style.theme.colour_of(ink);
            BOOST_TEST(colour::contrast(style.theme.colour_of(colour::on(ink)), fill) >= 6.5,
                       colour::to_hex(fill) << " of " << count);
        }
    }
    const auto check_fills = [&](const std::vector<colour::Colour>& fills) {
        for (const colour::Colour fill : fills) {
            BOOST_TEST(std::max(colour::contrast(style.theme.dark_label, fill),
                                colour::contrast(style.theme.light_label, fill)) >= 6.5,
                       colour::to_hex(fill));
            BOOST_TEST(colour::contrast(style.theme[Role::border], fill) >= 3,
                       colour::to_hex(fill));
        }
    };
    check_fills(with_palette(style, style.map.category_palette).theme.categories);
    const Style diverging = with_palette(style, style.map.diverging_palette);
    for (std::size_t side = 1; side <= 3; ++side) {
        std::vector<colour::Colour> fills;
        for (const colour::Plain& ink : colour::diverging_inks({side, true, side})) {
            fills.push_back(diverging.theme.colour_of(ink));
        }
        check_fills(fills);
    }
    BOOST_TEST(to_hex(style.theme[Role::land]) == "#ffffff");
    BOOST_TEST(to_hex(style.theme[Role::land_border]) == "#000000");
    BOOST_TEST((style.theme[Role::symbol] == style.theme[Role::bar]));
}

BOOST_AUTO_TEST_CASE(greyscale) {
    const Style style = read_built_in("greyscale");
    std::vector<colour::Colour> colours = style.theme.ramp;
    colours.insert(colours.end(), style.theme.roles.begin(), style.theme.roles.end());
    for (const char* palette : {"cairn-diverging", "viridis", "cairn-categories-grey"}) {
        const Style laid = with_palette(style, palette);
        for (const std::vector<colour::Colour>* all :
             {&laid.theme.ramp, &laid.theme.diverging, &laid.theme.categories}) {
            colours.insert(colours.end(), all->begin(), all->end());
        }
    }
    for (const colour::Colour colour : colours) {
        BOOST_TEST(colour.red == colour.green, colour::to_hex(colour));
        BOOST_TEST(colour.green == colour.blue, colour::to_hex(colour));
    }
}

BOOST_AUTO_TEST_CASE(large) {
    const Style style = read_built_in("large");
    // Across the page of an A4 sheet, 210 mm, large print has at least 18 points.
    const double points_a_pixel = 210 / 25.4 * 72 / style.width.to_px();
    for (const input::TextStyle* text :
         {&style.title, &style.subtitle, &style.label, &style.legend, &style.note}) {
        BOOST_TEST(text->font.size.to_px() * points_a_pixel >= 17.99);
    }
}

BOOST_AUTO_TEST_CASE(every_unit) {
    const Style style = read(changed("gap: 16 px", "gap: 9pt"));
    BOOST_TEST(near(style.gap, 12));
    BOOST_TEST(near(read(changed("gap: 16 px", "gap: 25.4 mm")).gap, 96));
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        const std::string text = changed(bad.from, bad.to);
        BOOST_TEST(test::error_text([&] { read(text); }) == bad.message);
    }
    BOOST_TEST(test::error_text([] { read("[a]"); }) ==
               "s.yaml:1:1: error: a style is a map of keys, and this is not one\n"
               "  copy styles/screen.yaml, and change its values\n");
}

BOOST_AUTO_TEST_CASE(bad_files_together) {
    for (const BadFiles& bad : bad_files) {
        BOOST_TEST(test::error_text([&] { read_files(bad); }) == bad.message);
    }
}

BOOST_AUTO_TEST_CASE(a_style_based_on_another) {
    const Style base = input::read_style(test::source_folder() / "styles/screen.yaml");
    const Style style =
        read_files({{{"s.yaml", "based_on: screen\n"
                                "page: {gap: 12 px}\n"
                                "text:\n  note: {size: 12 px}\n"
                                "map:\n  coast: {width: 2 px}\n  most_classes: 4\n"}},
                    ""});
    BOOST_TEST(style.name == "s");
    BOOST_TEST(near(style.gap, 12));
    BOOST_TEST(near(style.note.font.size, 12));
    BOOST_TEST(near(style.map.coast.width, 2));
    BOOST_TEST(style.map.most_classes == 4);
    // All else is the other's, also within a key that is given in part.
    BOOST_TEST(near(style.width, base.width.to_px()));
    BOOST_TEST((style.theme[Role::quiet] == base.theme[Role::quiet]));
    BOOST_TEST(near(style.note.line, base.note.line.to_px()));
    BOOST_TEST((style.theme[Role::coast] == base.theme[Role::coast]));
    BOOST_TEST((style.theme.ramp == base.theme.ramp));
    BOOST_TEST(style.dark.empty());
    BOOST_TEST(!style.follows_forced_colours);
}

BOOST_AUTO_TEST_CASE(adaptive) {
    const Style style = read_built_in("adaptive");
    const Style screen = read_built_in("screen");
    BOOST_TEST((style.theme[Role::page] == screen.theme[Role::page]));
    BOOST_TEST((style.theme.ramp == screen.theme.ramp));
    BOOST_TEST(style.follows_forced_colours);
    BOOST_REQUIRE(style.dark.size() == 1U);
    BOOST_TEST(style.dark[0].name == "dark");
    BOOST_TEST(style.dark[0].dark.empty());
    BOOST_TEST(to_hex(style.dark[0].theme[Role::page]) == "#15191e");
    BOOST_TEST(near(style.dark[0].width, 600));
}

BOOST_AUTO_TEST_CASE(what_a_base_follows_is_inherited) {
    const Style style =
        read_files({{{"s.yaml", "based_on: both.yaml\nbar: {fill: \"#114488\"}\n"},
                     {"both.yaml", "based_on: screen\ndark: dark\nforced_colours: follow\n"}},
                    ""});
    BOOST_TEST(style.dark.size() == 1U);
    BOOST_TEST(style.follows_forced_colours);
    const Style without = read_files({{{"s.yaml", "based_on: both.yaml\nforced_colours: ignore\n"},
                                       {"both.yaml", "based_on: screen\nforced_colours: follow\n"}},
                                      ""});
    BOOST_TEST(!without.follows_forced_colours);
}

BOOST_AUTO_TEST_CASE(built_in_styles_are_known_from_elsewhere) {
    const test::WorkingFolder folder;
    folder.write("s.yaml", "based_on: screen\ndark: dark\n");
    const Style style = input::read_style("s.yaml", test::source_folder() / "styles");
    BOOST_TEST(style.dark.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_broken_rule_does_not_load) {
    const std::string text =
        changed("line: 15 px, colour: \"#4a4a4a\"", "line: 15 px, colour: \"#999999\"");
    BOOST_TEST(test::error_text([&] { read(text); }) ==
               "s.yaml:17:61: error: the contrast of \"text.note.colour\" #999999 on "
               "\"page.background\" #ffffff is 2.85:1\n"
               "  make it 4.50:1 or more; \"page.background\" is on line 8\n");
}

BOOST_AUTO_TEST_SUITE_END()
