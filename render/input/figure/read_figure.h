#pragma once

#include "render/input/figure/figure_kind.h"
#include "render/input/yaml/map_reader.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace cairn::input {

/// Keys of styles, and names that people give them, which are none of figure files.
constexpr std::array<std::string_view, 13> keys_of_looks{
    "color", "colour", "colors", "colours",    "fill",    "width", "margin",
    "gap",   "font",   "page",   "background", "png_dpi", "dpi"};

constexpr Elsewhere looks_are_elsewhere{
    keys_of_looks,
    "how figures look is in a style: write it into a file of its own (own.yaml), below "
    "based_on: screen, and style: own.yaml at the top of this one"};

/// Reads the keys that file and figure share; what `map` leaves out stays as it is.
void read_svg_keys(MapReader& map, SvgText& text, bool& interactive);

/// Reads one figure of a figure file, of one of these kinds, in a known language, in its own where
/// none is given. Gives what could be read; whether that is all, `log` says.
FigureSpec read_figure(const YamlValue& value, std::span<const FigureKind> kinds,
                       const Defaults& defaults, YamlLog& log, const std::string& language = "");

/// The language of a file or a figure, where it is one that words can be written in; else a
/// problem, and what is taken otherwise.
std::string read_language(MapReader& map, const std::string& otherwise);

} // namespace cairn::input
