#pragma once

#include "tests/support.h"

#include <spng.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Pictures as pixels, and how far two of them are apart.
namespace cairn::test {

/// Eight bits for each of red, green and blue, rows from the top.
struct Image {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint8_t> rgb{};

    /// A channel (0 red, 1 green, 2 blue).
    [[nodiscard]] int at(std::size_t x, std::size_t y, std::size_t channel) const {
        return rgb.at((y * width + x) * 3 + channel);
    }
};

struct FreeSpng {
    void operator()(spng_ctx* context) const { spng_ctx_free(context); }
};
using Spng = std::unique_ptr<spng_ctx, FreeSpng>;

/// The pixels of a PNG; fails the test when it cannot be read.
inline Image decode_png(std::string_view bytes) {
    const Spng decoder(spng_ctx_new(0));
    BOOST_REQUIRE_EQUAL(spng_set_png_buffer(decoder.get(), bytes.data(), bytes.size()), 0);
    spng_ihdr header{};
    BOOST_REQUIRE_EQUAL(spng_get_ihdr(decoder.get(), &header), 0);
    std::size_t size = 0;
    BOOST_REQUIRE_EQUAL(spng_decoded_image_size(decoder.get(), SPNG_FMT_RGB8, &size), 0);
    Image image{header.width, header.height, std::vector<std::uint8_t>(size)};
    BOOST_REQUIRE_EQUAL(spng_decode_image(decoder.get(), image.rgb.data(), size, SPNG_FMT_RGB8, 0),
                        0);
    return image;
}

inline std::string encode_png(const Image& image) {
    const Spng encoder(spng_ctx_new(SPNG_CTX_ENCODER));
    spng_set_option(encoder.get(), SPNG_ENCODE_TO_BUFFER, 1);
    spng_ihdr header{};
    header.width = static_cast<std::uint32_t>(image.width);
    header.height = static_cast<std::uint32_t>(image.height);
    header.bit_depth = 8;
    header.color_type = SPNG_COLOR_TYPE_TRUECOLOR;
    spng_set_ihdr(encoder.get(), &header);
    BOOST_REQUIRE_EQUAL(spng_encode_image(encoder.get(), image.rgb.data(), image.rgb.size(),
                                          SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE),
                        0);
    std::size_t size = 0;
    int error = 0;
    const std::unique_ptr<void, void (*)(void*)> bytes(
        spng_get_png_buffer(encoder.get(), &size, &error), std::free);
    return {static_cast<const char*>(bytes.get()), size};
}

/// How two pictures of one size differ.
struct Difference {
    std::size_t pixels = 0; ///< with a channel further apart than the tolerance
    int largest = 0;        ///< between two channels
    double mean = 0;        ///< of all channels
    double block = 0;       ///< the greatest mean of a square of 32 by 32 pixels
    Image picture{}; ///< white where equal, the darker the further apart, red beyond the tolerance
};

inline Difference difference(const Image& expected, const Image& actual, int tolerance) {
    Difference result;
    result.picture = {expected.width, expected.height, {}};
    result.picture.rgb.resize(expected.rgb.size());
    constexpr std::size_t side = 32;
    const std::size_t columns = expected.width / side + 1;
    std::vector<double> blocks(columns * (expected.height / side + 1));
    for (std::size_t i = 0; i < expected.rgb.size(); i += 3) {
        int apart = 0;
        for (std::size_t channel = i; channel < i + 3; ++channel) {
            const int one = std::abs(expected.rgb[channel] - actual.rgb[channel]);
            apart = std::max(apart, one);
            result.mean += one;
            const std::size_t pixel = i / 3;
            const std::size_t row = pixel / expected.width / side;
            blocks[row * columns + pixel % expected.width / side] += one / (3.0 * side * side);
        }
        const bool beyond = apart > tolerance;
        result.pixels += beyond ? 1 : 0;
        result.largest = std::max(result.largest, apart);
        result.picture.rgb[i] = static_cast<std::uint8_t>(beyond ? 255 : 255 - apart);
        result.picture.rgb[i + 1] = static_cast<std::uint8_t>(beyond ? 0 : 255 - apart);
        result.picture.rgb[i + 2] = result.picture.rgb[i + 1];
    }
    result.block = *std::ranges::max_element(blocks);
    result.mean /= static_cast<double>(std::max<std::size_t>(expected.rgb.size(), 1));
    return result;
}

/// How far two pictures may be apart.
struct Tolerance {
    int channel = 2;        ///< a pixel counts as different beyond this
    std::size_t pixels = 0; ///< so many may
    double mean = 256;      ///< of all channels
    double block = 256;     ///< of all channels in a square of 32 by 32 pixels
};

/// Writes NAME-expected.png, NAME-actual.png and NAME-difference.png to the build's test-failures
/// folder, and gives its path.
inline std::filesystem::path keep_failure(const std::string& name, const Image& expected,
                                          const Image& actual, const Image* apart) {
    const std::filesystem::path folder = build_folder() / "test-failures";
    std::filesystem::create_directories(folder);
    const auto keep = [&](const char* what, const Image& image) {
        std::ofstream(folder / (name + "-" + what + ".png"), std::ios::binary) << encode_png(image);
    };
    keep("expected", expected);
    keep("actual", actual);
    if (apart != nullptr) {
        keep("difference", *apart);
    }
    return folder;
}

/// Checks that two pictures are equal within a tolerance; keeps both and their difference when they
/// are not.
inline void check_same_picture(const std::string& name, const Image& expected, const Image& actual,
                               const Tolerance& tolerance) {
    if (expected.width != actual.width || expected.height != actual.height) {
        BOOST_ERROR(name << " is " << actual.width << " by " << actual.height << " pixels, not "
                         << expected.width << " by " << expected.height << "; see "
                         << keep_failure(name, expected, actual, nullptr));
        return;
    }
    const Difference apart = difference(expected, actual, tolerance.channel);
    if (apart.pixels > tolerance.pixels || apart.mean > tolerance.mean ||
        apart.block > tolerance.block) {
        BOOST_ERROR(name << ": " << apart.pixels << " pixels differ by more than "
                         << tolerance.channel << " (largest " << apart.largest << ", mean "
                         << apart.mean << ", of a square " << apart.block << "); see "
                         << keep_failure(name, expected, actual, &apart.picture));
    }
}

} // namespace cairn::test
