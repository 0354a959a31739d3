#pragma once

#include "render/input/figure/figure_kind.h"
#include "render/input/yaml/yaml.h"

#include <span>
#include <string>

namespace cairn::input {

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
