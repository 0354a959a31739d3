#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// Opaque colours and how people tell them apart.
namespace cairn::colour {

/// An opaque sRGB colour.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const Colour&, const Colour&) = default;
};

/// `#rrggbb`, as written in styles, SVG and the manifest.
std::string to_hex(Colour colour);

/// The colour of `#rrggbb` or `#rgb`; nothing for any other text.
std::optional<Colour> parse_colour(std::string_view text);

/// Relative luminance, 0 to 1 (WCAG 2.2).
double luminance(Colour colour);

/// Contrast ratio, 1 to 21 (WCAG 2.2).
double contrast(Colour a, Colour b);

/// Colour vision: as most people have it, or without one of the three cone types.
enum class Vision { normal, protanopia, deuteranopia, tritanopia };

/// Every vision with its name in running text.
constexpr std::array<std::pair<Vision, std::string_view>, 4> visions{
    {{Vision::normal, "normal vision"},
     {Vision::protanopia, "protanopia"},
     {Vision::deuteranopia, "deuteranopia"},
     {Vision::tritanopia, "tritanopia"}}};

/// How `colour` looks to that vision (Machado, Oliveira and Fernandes 2009, severity 1, applied
/// to linear RGB).
Colour seen_with(Vision vision, Colour colour);

/// The grey of the same luminance, as a black and white printer would lay it down.
Colour grey_of(Colour colour);

/// The colour difference CIEDE2000 under D65 (Sharma, Wu and Dalal 2005): about 1 is just
/// noticeable.
double difference(Colour a, Colour b);

} // namespace cairn::colour
