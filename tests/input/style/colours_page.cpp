#include "render/colour/fill_difference.h"
#include "render/colour/limits.h"
#include "render/input/style/palette.h"
#include "tests/support.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

// docs/colours.md tells what each palette can, as measured here.

using namespace cairn;
using input::Scheme;
using input::Style;

BOOST_AUTO_TEST_SUITE(colours_page)

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_classes = 7;

/// The fills of a map with that many classes; with zero, where the palette is sequential. Nothing
/// where the palette has too few.
std::vector<colour::Plain> fills(const Style& style, Scheme kind, std::size_t count) {
    if (kind == Scheme::sequential) {
        std::vector<colour::Plain> inks = colour::ramp_inks(count);
        inks.insert(inks.begin(), colour::Role::zero);
        return inks;
    }
    if (kind == Scheme::diverging) {
        return colour::diverging_inks({count / 2, count % 2 == 1, count / 2});
    }
    return count <= style.theme.categories.size() ? colour::category_inks(count)
                                                  : std::vector<colour::Plain>();
}

bool all_apart(const colour::Theme& theme, const std::vector<colour::Plain>& inks) {
    for (std::size_t i = 0; i < inks.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (apart(theme, inks[i], inks[j]).difference < colour::least_difference) {
                return false;
            }
        }
    }
    return !inks.empty();
}

/// How many classes are told apart by colour alone.
std::size_t told_apart(const Style& style, Scheme kind) {
    std::size_t most = kind == Scheme::sequential ? 0 : 1;
    while (most < most_classes && all_apart(style.theme, fills(style, kind, most + 1))) {
        ++most;
    }
    return most;
}

/// The lowest contrast of the outline on any fill of a map with up to so many classes.
double least_outline(const Style& style, Scheme kind, std::size_t most) {
    double least = 21;
    for (std::size_t count = 1; count <= most; ++count) {
        for (const colour::Plain& fill : fills(style, kind, count)) {
            least = std::min(
                least, contrast(style.theme[colour::Role::border], style.theme.colour_of(fill)));
        }
    }
    return std::floor(least * 100) / 100;
}

std::string row_of(const fs::path& path) {
    const input::Palette palette = input::read_palette(path);
    std::string cells;
    for (const char* name : {"screen", "dark"}) {
        Style style =
            input::read_style(test::source_folder() / "styles" / (name + std::string(".yaml")));
        input::lay_on(style, palette);
        const std::size_t told = told_apart(style, palette.kind);
        const double outline = least_outline(style, palette.kind, std::max<std::size_t>(told, 1));
        cells += fmt::format(" {} | {:.2f}:1{} |", told, outline,
                             outline < colour::least_mark_contrast ? ", casing" : "");
    }
    return fmt::format("| `{}` |{}", palette.name, cells);
}

} // namespace

BOOST_AUTO_TEST_CASE(every_palette_stands_there_as_measured) {
    const std::string page = test::read_bytes(test::source_folder() / "docs/colours.md");
    std::size_t rows = 0;
    for (const auto& entry : fs::directory_iterator(test::source_folder() / "styles/palettes")) {
        const std::string row = row_of(entry.path());
        BOOST_TEST((page.find(row) != std::string::npos), "not in docs/colours.md: " << row);
        ++rows;
    }
    BOOST_TEST(rows > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
