#pragma once

#include <string>

namespace cairn {

/// A noun in the plural forms of its language: "story", "stories"; those that the language does not
/// have are empty.
struct Noun {
    std::string one;
    std::string other;
    std::string two{};
    std::string few{};
};

} // namespace cairn
