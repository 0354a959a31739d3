#pragma once

#include "render/input/figure_spec.h"
#include "render/input/map_reader.h"
#include "render/input/yaml.h"

#include <filesystem>
#include <optional>
#include <string>

namespace cairn::input {

/// What the figures of a file have in common.
struct Defaults {
    std::string project{};
    std::string source{};
    std::string language{"en-GB"};
    SvgText svg_text = SvgText::fonts;
    bool interactive = false;
    std::filesystem::path folder{}; ///< that paths are relative to
};

/// Reads the keys that file and figure share; what `map` leaves out stays as it is.
void read_svg_keys(MapReader& map, SvgText& text, bool& interactive);

/// Reads one figure of a figure file. Gives what could be read; whether that is all, `log` says.
FigureSpec read_figure(const YamlValue& value, const Defaults& defaults, YamlLog& log);

/// Whether the words can be written in the language of a BCP 47 tag: English of any place.
bool is_english(const std::string& language);

/// What to do about a language that is not English.
std::string remedy_for_language();

} // namespace cairn::input
