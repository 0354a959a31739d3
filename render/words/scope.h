#pragma once

#include "render/words/phrases.h"

#include <string>

/// What a figure is about as a whole. Examples are English.
namespace cairn::words {

/// Where there is some of what is counted, where anywhere: "17 of 32 council areas", "30 of 31
/// council areas with data", "nine sectors".
std::string places_with_some(const TextContext& context, bool in_digits);

/// What there is in all, as it goes before "in 15 council areas": "39 stories"; where some have no
/// area, "46 stories, 39 of them".
std::string quantity_in_all(const TextContext& context);

/// "7 stories have no place on the map: Unknown and Outwith Scotland."; empty where all have one.
std::string unplaced_note(const TextContext& context);

/// How many in all, in how many places: "39 stories in nine sectors", "42 stories in 17 of 32
/// council areas"; for values that have no total, their range: "Average age in nine sectors, from
/// 31 (Health) to 64.2 (Third sector)".
std::string scope(const TextContext& context);

} // namespace cairn::words
