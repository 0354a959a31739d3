#pragma once

#include "base/white_space.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cairn {

/// The items of a cell of our own tables, without white space around them: `a; b` is a and b. Empty
/// ones are none.
inline std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(';'), text.size());
        if (const std::string_view part = trimmed(text.substr(0, length)); !part.empty()) {
            parts.emplace_back(part);
        }
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return parts;
}

} // namespace cairn
