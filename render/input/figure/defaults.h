#pragma once

#include "render/input/figure/figure_spec.h"
#include "render/input/language/wording.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// What the figures of a file have in common.
struct Defaults {
    std::vector<Wording> project{};
    std::vector<Wording> source{};
    std::string language{"en-GB"};
    SvgText svg_text = SvgText::fonts;
    bool interactive = false;
    std::filesystem::path folder{}; ///< that paths are relative to
};

/// The languages of a figure.
struct Languages {
    std::string own;    ///< that of its texts that do not say otherwise, BCP 47
    std::string wanted; ///< that of its words, BCP 47
};

/// The text of a key in the wanted language, else in another, whose tag `language` gets.
std::string pick(const std::vector<Wording>& wordings, const Languages& languages,
                 std::string* language = nullptr);

/// Whether it can stand in a file name and in markup as it is. The text is not empty.
bool is_id(std::string_view text);

} // namespace cairn::input
