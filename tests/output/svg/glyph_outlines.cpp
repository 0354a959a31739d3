#include "render/output/svg/glyph_outlines.h"

#include "tests/output/support_scene.h"
#include "tests/support_image.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <cstdlib>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(glyph_outlines)

namespace {

scene::Scene scene_of(std::vector<scene::Node> nodes) {
    return scene::Scene(test::words(), {{{test::px(160), test::px(40)}, std::move(nodes)}});
}

std::string outline_of(const scene::Scene& scene, std::size_t index) {
    const auto outlines = output::glyph_outlines(scene, test::fonts());
    const auto found = outlines.find(&std::get<scene::Text>(scene.pages().front().nodes.at(index)));
    return found == outlines.end() ? "none" : found->second;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_letter_moves_with_its_text) {
    const scene::Scene scene = scene_of({test::text("I", 10, 30, 20), test::text("I", 30, 30, 20)});
    const std::string first = outline_of(scene, 0);
    const std::string second = outline_of(scene, 1);
    BOOST_TEST(first.starts_with("m1"));
    BOOST_TEST(first.ends_with("z"));
    // The same letter, 20 px to the right.
    BOOST_TEST(first.substr(first.find_first_of(" hvlq")) ==
               second.substr(second.find_first_of(" hvlq")));
    BOOST_TEST(second.starts_with("m3"));
}

BOOST_AUTO_TEST_CASE(texts_without_ink_or_without_outline) {
    const scene::Scene scene =
        scene_of({test::text(" ", 1, 1), test::text("", 1, 1), test::text("a\U0010FFFD", 1, 1)});
    BOOST_TEST(outline_of(scene, 0) == "");
    BOOST_TEST(outline_of(scene, 1) == "");
    BOOST_TEST(outline_of(scene, 2) == "none");
}

BOOST_AUTO_TEST_CASE(letters_look_as_the_painter_draws_them) {
    std::vector<scene::Node> nodes{
        test::text("Dùn Èideann, 1,234", 4, 16, 14),
        test::text("Na h-Eileanan Siar 5", 4, 34, 14, colour::Weight::bold)};
    const scene::Scene scene = scene_of(nodes);
    std::string paths;
    for (const auto& [text, data] : output::glyph_outlines(scene, test::fonts())) {
        paths += fmt::format("<path fill=\"#101020\" d=\"{}\"/>", data);
    }
    const test::TemporaryFolder folder;
    const std::string svg =
        folder
            .write(
                "a.svg",
                fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"160\" "
                            "height=\"40\"><path fill=\"#fafafa\" d=\"M0 0h160v40H0z\"/>{}</svg>",
                            paths))
            .string();
    const std::string png = (folder.path() / "a.png").string();
    BOOST_REQUIRE(
        std::system(fmt::format("rsvg-convert --zoom 2 -o '{}' '{}'", png, svg).c_str()) == 0);
    // Both painters are Cairo; the outlines here are rounded to a hundredth of a pixel.
    test::check_same_picture(
        "glyph-outlines",
        test::decode_png(output::to_png(scene, test::theme(), test::fonts(), 192)),
        test::decode_png(test::read_bytes(png)), {.channel = 24, .pixels = 0, .mean = 0.5});
}

BOOST_AUTO_TEST_SUITE_END()
