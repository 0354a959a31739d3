#include "render/review/accessibility.h"
#include "render/run/encode.h"
#include "tests/support_checkout.h"
#include "tests/support_image.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>

// What `cairn check` measures on the scene is what the pixels of the PNG show.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(png_pixels)

namespace {

using Rgb = std::array<int, 3>;

/// Contrast by the formulas of WCAG 2.2, written once more.
double contrast_of(const Rgb& a, const Rgb& b) {
    const auto luminance = [](const Rgb& colour) {
        std::array<double, 3> light{};
        for (std::size_t i = 0; i < 3; ++i) {
            const double value = colour[i] / 255.0;
            light[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    };
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Rgb rgb(colour::Colour colour) {
    return {colour.red, colour.green, colour.blue};
}

/// Every two colours of `palette` that stand at most three pixels apart, across the blend of their
/// edge.
std::set<std::pair<Rgb, Rgb>> neighbours(const test::Image& image, const std::set<Rgb>& palette) {
    constexpr std::size_t reach = 3;
    std::set<std::pair<Rgb, Rgb>> pairs;
    const auto look = [&](std::size_t length, const auto& pixel) {
        const Rgb* last = nullptr;
        std::size_t since = 0;
        for (std::size_t i = 0; i < length; ++i, ++since) {
            const auto found = palette.find(pixel(i));
            if (found == palette.end()) {
                continue;
            }
            if (last != nullptr && last != &*found && since <= reach) {
                pairs.insert({std::min(*last, *found), std::max(*last, *found)});
            }
            last = &*found;
            since = 0;
        }
    };
    const auto at = [&](std::size_t x, std::size_t y) {
        const std::uint8_t* const from = &image.rgb[(y * image.width + x) * 3];
        return Rgb{from[0], from[1], from[2]};
    };
    for (std::size_t y = 0; y < image.height; ++y) {
        look(image.width, [&](std::size_t x) { return at(x, y); });
    }
    for (std::size_t x = 0; x < image.width; x += 2) {
        look(image.height, [&](std::size_t y) { return at(x, y); });
    }
    return pairs;
}

void check_figure(const scene::Scene& scene, const colour::Theme& theme,
                  const scene::Fonts& fonts) {
    const std::vector<review::Touch> touches = review::touching(scene, theme, fonts);
    std::set<Rgb> palette;
    for (const review::Touch& touch : touches) {
        palette.insert(rgb(touch.first.colour));
        palette.insert(rgb(touch.second.colour));
    }
    const auto pairs =
        neighbours(test::decode_png(output::to_png(scene, theme, fonts, 576)), palette);

    std::map<double, double> lowest; ///< contrast on the pixels, by the contrast needed
    std::size_t seen = 0;
    for (const review::Touch& touch : touches) {
        const double needed = review::needed_contrast(touch);
        const Rgb first = rgb(touch.first.colour);
        const Rgb second = rgb(touch.second.colour);
        // Thin lines and small letters may have no pixel of their pure colour where they are short.
        constexpr std::size_t long_enough = 200;
        if (needed == 0 || touch.length < long_enough || first == second) {
            continue;
        }
        BOOST_TEST(pairs.contains({std::min(first, second), std::max(first, second)}),
                   to_hex(touch.first.colour) << " and " << to_hex(touch.second.colour)
                                              << " touch in the scene, but not in the PNG");
        const double measured = contrast_of(first, second);
        lowest[needed] = lowest.contains(needed) ? std::min(lowest[needed], measured) : measured;
        ++seen;
    }
    BOOST_TEST(seen >= 3U);
    const std::vector<review::Measure> measures = review::measure(scene, theme, touches, false);
    for (const auto& [needed, contrast] : lowest) {
        const review::Measure& measure = measures.at(needed == 4.5 ? 0 : 1);
        BOOST_TEST(measure.measured == fmt::format("{:.2f}:1", std::floor(contrast * 100) / 100),
                   measure.rule << ": " << measure.measured << ", on the pixels " << contrast);
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(what_touches_in_the_scene_touches_in_the_picture) {
    ResourceCache cache(test::checkout());
    Report report;
    const Request request{.files = {test::source_folder() / "samples/stories-project/figures.yaml"},
                          .only = {},
                          .out = {},
                          .formats = {},
                          .style = "adaptive",
                          .dpi = {}};
    for (const PreparedFile& file : prepare_all(request, cache, report)) {
        for (const Prepared& prepared : file.figures) {
            BOOST_TEST_CONTEXT(prepared.spec.id) {
                const scene::Fonts& fonts = cache.fonts(prepared.style->font_family);
                const scene::Scene scene = draw(prepared, *prepared.style, fonts).scene;
                check_figure(scene, prepared.style->theme, fonts);
                check_figure(scene, prepared.style->dark.at(0).theme, fonts);
            }
        }
    }
    BOOST_TEST(report.errors.empty());
}

BOOST_AUTO_TEST_SUITE_END()
