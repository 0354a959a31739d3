#pragma once

#include "render/facts/phrases.h"

#include <string>

namespace cairn::facts {

/// How long a headline may be, in characters: two lines of 20 px on a page of 600 px; on a map,
/// whose title stands in the sea beside Shetland, three.
constexpr std::size_t longest_headline = 90;
constexpr std::size_t longest_map_headline = 80;

/// The finding as a title: "Third sector accounts for nearly half of the stories". Empty where
/// nothing stands out, or it cannot be said in that length. docs/words.md has the rules.
std::string headline(const TextContext& context);

/// Whether a headline states in how many places there is some of what is counted.
bool tells_places(const TextContext& context, const std::string& headline);

} // namespace cairn::facts
