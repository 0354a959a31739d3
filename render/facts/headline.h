#pragma once

#include "render/facts/phrases.h"

#include <string>

namespace cairn::facts {

/// How long a headline may be, in characters: two lines of 20 px on a page of 600 px.
constexpr std::size_t longest_headline = 90;

/// The finding as a title: "Third sector accounts for nearly half of the stories". Empty where
/// nothing stands out, or it cannot be said in that length. docs/words.md tells the rules.
std::string headline(const Telling& telling);

} // namespace cairn::facts
