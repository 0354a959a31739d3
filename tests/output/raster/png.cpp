#include "render/output/xmp.h"
#include "tests/output/support_scene.h"
#include "tests/support_image.h"

#include <boost/test/unit_test.hpp>
#include <cairo.h>

#include <cmath>

// Pixels where they belong, and the words in the file.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(png)

namespace {

using Rgb = std::array<int, 3>;

Rgb pixel(const test::Image& image, std::size_t x, std::size_t y) {
    return {image.at(x, y, 0), image.at(x, y, 1), image.at(x, y, 2)};
}

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4)) {
        value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
}

struct Chunk {
    std::string type;
    std::string data;
};

std::vector<Chunk> chunks_of(std::string_view png) {
    std::vector<Chunk> chunks;
    for (std::size_t at = 8; at < png.size();) {
        const std::size_t size = big_endian(png.substr(at));
        chunks.push_back(
            {std::string(png.substr(at + 4, 4)), std::string(png.substr(at + 8, size))});
        at += size + 12;
    }
    return chunks;
}

/// All chunks of one type, one after another, each ended by a bar.
std::string data_of(std::string_view png, const std::string& type) {
    std::string data;
    for (const Chunk& chunk : chunks_of(png)) {
        data += chunk.type == type ? chunk.data + "|" : "";
    }
    return data;
}

std::string drawn(double dpi) {
    return output::to_png(test::small_scene(), test::theme(), test::fonts(), dpi);
}

/// How much of the square is ink: 0 none, 1 all.
double ink(const test::Image& image, std::size_t left, std::size_t top, std::size_t width,
           std::size_t height) {
    double dark = 0;
    for (std::size_t y = top; y < top + height; ++y) {
        for (std::size_t x = left; x < left + width; ++x) {
            dark += (255 - image.at(x, y, 1)) / 255.0;
        }
    }
    return dark / static_cast<double>(width * height);
}

} // namespace

BOOST_AUTO_TEST_CASE(pixels_are_where_the_scene_has_them) {
    const test::Image image = test::decode_png(drawn(192));
    BOOST_TEST(image.width == 400U);
    BOOST_TEST(image.height == 240U);
    BOOST_TEST((pixel(image, 0, 0) == Rgb{250, 250, 250}));
    BOOST_TEST((pixel(image, 399, 239) == Rgb{250, 250, 250}));
    BOOST_TEST((pixel(image, 240, 76) == Rgb{30, 90, 160}));    // Fife's bar
    BOOST_TEST((pixel(image, 310, 150) == Rgb{30, 90, 160}));   // the swatch
    BOOST_TEST((pixel(image, 200, 200) == Rgb{200, 0, 0}));     // the dot at (100, 100)
    BOOST_TEST((pixel(image, 206, 200) == Rgb{250, 250, 250})); // outside its radius of 2 px
    BOOST_TEST(ink(image, 20, 70, 38, 14) > 0.15);              // "Fife"
    BOOST_TEST(ink(image, 300, 180, 90, 50) < 0.03);            // nothing there
}

BOOST_AUTO_TEST_CASE(an_outline_runs_around_shapes_or_where_it_is_said_to) {
    const scene::Path square{{test::rectangle(10, 10, 20, 20)}, colour::Role::symbol};
    scene::Group group{.role = scene::Role::decoration, .children = {square}};
    group.outline = colour::Stroke{colour::Role::coast, test::px(4), true};
    const auto shown = [](const scene::Group& marks, std::size_t x, std::size_t y) {
        const scene::Scene scene(test::words(), {{{test::px(100), test::px(100)}, {marks}}});
        return pixel(test::decode_png(output::to_png(scene, test::theme(), test::fonts(), 96)), x,
                     y);
    };
    const Rgb line{255, 0, 0};
    BOOST_TEST((shown(group, 9, 20) == line));
    BOOST_TEST((shown(group, 20, 9) == line));
    BOOST_TEST((shown(group, 11, 20) == Rgb{0, 0, 255})); // beneath the shape
    group.outline_lines = {
        {.points = {{test::px(10), test::px(10)}, {test::px(30), test::px(10)}}, .closed = false}};
    BOOST_TEST((shown(group, 9, 20) != line));
    BOOST_TEST((shown(group, 20, 9) == line));
}

BOOST_AUTO_TEST_CASE(a_hatch_is_lines_rising_to_the_right_from_the_page_corner) {
    const test::Image image = test::decode_png(drawn(960));
    // Spacing 4 px, so x + y = (i + 1/2) 4 sqrt 2 on a line; ten pixels to one here.
    const double step = 4 * std::sqrt(2.0);
    for (int i = 0; i < 8; ++i) {
        const double y = 78;
        const double x = (std::floor((90 + y) / step) + i + 0.5) * step - y;
        const auto at = [&](double px) { return static_cast<std::size_t>(std::lround(px * 10)); };
        BOOST_TEST((pixel(image, at(x), at(y)) == Rgb{90, 90, 90}));
        BOOST_TEST((pixel(image, at(x + step / 2), at(y)) == Rgb{255, 255, 255}));
        BOOST_TEST((pixel(image, at(x - 2), at(y + 2)) == Rgb{90, 90, 90}));
    }
}

BOOST_AUTO_TEST_CASE(the_resolution_is_stored) {
    // Pixels per metre, twice, and the unit metre.
    BOOST_TEST(data_of(drawn(192), "pHYs") == std::string("\0\0\x1D\x87\0\0\x1D\x87\x01|", 10));
    BOOST_TEST(data_of(drawn(96), "pHYs") == std::string("\0\0\x0E\xC4\0\0\x0E\xC4\x01|", 10));
    const test::Image image = test::decode_png(drawn(150));
    BOOST_TEST(image.width == 313U); // 200 * 150 / 96 = 312.5
    BOOST_TEST(image.height == 188U);
}

BOOST_AUTO_TEST_CASE(the_words_are_stored) {
    const std::string png = drawn(96);
    const std::string title = std::string("Title\0\0\0en-GB\0\0", 15) + test::words().title + "|";
    const std::string alt =
        std::string("Description\0\0\0en-GB\0\0", 21) + test::words().short_text + "|";
    const std::string packet = std::string("XML:com.adobe.xmp\0\0\0\0\0", 22) +
                               output::xmp_packet(test::words(), output::Carrier::png) + "|";
    BOOST_TEST(data_of(png, "iTXt") == packet + title + alt);
    BOOST_TEST(data_of(png, "sRGB") == std::string("\1|"));
    BOOST_TEST(data_of(png, "IHDR").substr(8, 5) == std::string("\x08\x02\0\0\0", 5));
    BOOST_TEST(data_of(png, "tIME").empty());
}

BOOST_AUTO_TEST_CASE(the_words_come_before_the_pixels) {
    std::string order;
    for (const Chunk& chunk : chunks_of(drawn(96))) {
        order += chunk.type + " ";
    }
    BOOST_TEST(order.substr(0, order.find("IDAT")) == "IHDR sRGB pHYs iTXt iTXt iTXt ");
}

BOOST_AUTO_TEST_CASE(too_large_a_picture_is_refused) {
    BOOST_TEST(test::error_text([] { drawn(20000); }) ==
               ": error: a PNG of 41667 pixels on a side is too large\n"
               "  at most 32767 are possible; choose a smaller dpi or width\n");
}

BOOST_AUTO_TEST_CASE(no_larger_than_cairo_would_write_it) {
    const std::string ours = drawn(192);
    const test::Image image = test::decode_png(ours);
    const test::TemporaryFolder folder;
    const std::string file = (folder.path() / "cairo.png").string();
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(image.width),
                                   static_cast<int>(image.height)),
        cairo_surface_destroy);
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    for (std::size_t i = 0; i < image.width * image.height; ++i) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            data[4 * i + 2 - channel] = image.rgb[3 * i + channel];
        }
    }
    cairo_surface_mark_dirty(surface.get());
    BOOST_REQUIRE_EQUAL(cairo_surface_write_to_png(surface.get(), file.c_str()),
                        CAIRO_STATUS_SUCCESS);
    BOOST_TEST(ours.size() <= test::read_bytes(file).size());
}

BOOST_AUTO_TEST_CASE(pictures_are_compared_by_channel) {
    const test::Image grey{2, 1, {100, 100, 100, 100, 100, 100}};
    test::Image other = grey;
    other.rgb[4] = 110;
    const test::Difference apart = test::difference(grey, other, 9);
    BOOST_TEST(apart.pixels == 1U);
    BOOST_TEST(apart.largest == 10);
    BOOST_TEST((pixel(apart.picture, 0, 0) == Rgb{255, 255, 255}));
    BOOST_TEST((pixel(apart.picture, 1, 0) == Rgb{255, 0, 0}));
    BOOST_TEST(test::difference(grey, other, 10).pixels == 0U);
    BOOST_TEST(test::decode_png(test::encode_png(other)).rgb == other.rgb,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
