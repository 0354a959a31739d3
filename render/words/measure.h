#pragma once

#include "render/facts/facts.h"
#include "render/input/language/catalogue.h"
#include "render/words/quantity.h"

#include <string>
#include <string_view>

/// What a measure is called: its heading, its unit, and the title that may say the same.
namespace cairn::words {

/// "Change (percentage points)": the heading of the values with their unit, where neither the
/// heading nor each value has it already.
std::string heading_with_unit(const facts::Facts& facts, const input::Catalogue& words);

/// "Change, in percentage points"
std::string heading_in_unit(const facts::Facts& facts, const input::Catalogue& words);

/// Whether title and heading are the same, apart from case and from what the heading has in
/// brackets at its end.
bool is_titled_as_headed(const facts::Facts& facts);

/// Title and measure in one line, where the headline stands in the title's place: "Waiting times:
/// Wait, in days". What both say is said once: "Change in population, in percentage points".
std::string measure_under_headline(const TextContext& context);

/// The same of a count, where the headline states in how many places: "Story origins: 42 stories",
/// "Benefit applications: 59,866".
std::string total_under_headline(const TextContext& context);

} // namespace cairn::words
