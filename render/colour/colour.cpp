#include "render/colour/colour.h"

#include "render/colour/lab.h"
#include "render/colour/linear_rgb.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cairn::colour {

namespace {

// Machado, Oliveira and Fernandes 2009, severity 1.0.
constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868},
                             {0.114503, 0.786281, 0.099216},
                             {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968},
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia{{{1.255528, -0.076749, -0.178779},
                             {-0.078411, 0.930809, 0.147602},
                             {0.004733, 0.691367, 0.303900}}};

double decoded(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double light) {
    const double within = std::clamp(light, 0.0, 1.0);
    const double value =
        within <= 0.0031308 ? within * 12.92 : 1.055 * std::pow(within, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(value * 255));
}

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    if (c >= 'a' && c <= 'f') {
        return static_cast<unsigned>(c - 'a') + 10U;
    }
    if (c >= 'A' && c <= 'F') {
        return static_cast<unsigned>(c - 'A') + 10U;
    }
    return std::nullopt;
}

} // namespace

LinearRgb to_linear(Colour colour) {
    return {decoded(colour.red), decoded(colour.green), decoded(colour.blue)};
}

Colour from_linear(const LinearRgb& light) {
    return {encoded(light[0]), encoded(light[1]), encoded(light[2])};
}

std::array<double, 3> multiply(const Matrix& matrix, const std::array<double, 3>& vector) {
    const auto row = [&](std::size_t i) {
        return matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
    };
    return {row(0), row(1), row(2)};
}

std::string to_hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::optional<Colour> parse_colour(std::string_view text) {
    if ((text.size() != 7 && text.size() != 4) || text.front() != '#') {
        return std::nullopt;
    }
    const std::size_t digits = (text.size() - 1) / 3;
    std::array<std::uint8_t, 3> channels{};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const auto high = hex_digit(text[1 + i * digits]);
        const auto low = hex_digit(text[i * digits + digits]);
        if (!high || !low) {
            return std::nullopt;
        }
        channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return Colour{channels[0], channels[1], channels[2]};
}

double luminance(Colour colour) {
    const LinearRgb light = to_linear(colour);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

double contrast(Colour a, Colour b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

Colour seen_with(Vision vision, Colour colour) {
    switch (vision) {
    case Vision::normal:
        return colour;
    case Vision::protanopia:
        return from_linear(multiply(protanopia, to_linear(colour)));
    case Vision::deuteranopia:
        return from_linear(multiply(deuteranopia, to_linear(colour)));
    case Vision::tritanopia:
        return from_linear(multiply(tritanopia, to_linear(colour)));
    }
    return colour;
}

Colour grey_of(Colour colour) {
    const double light = luminance(colour);
    return from_linear({light, light, light});
}

double difference(Colour a, Colour b) {
    return difference(to_lab(a), to_lab(b));
}

} // namespace cairn::colour
