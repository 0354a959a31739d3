#pragma once

#include "render/facts/facts.h"
#include "render/facts/quantity.h"
#include "render/input/catalogue.h"

#include <string>
#include <string_view>

/// What a measure is called: its heading, its unit, and the title that may say the same.
namespace cairn::facts {

/// "%", "£": the unit that a heading has in brackets at its end, where it is "%" or the sign of a
/// currency; else empty.
std::string unit_in_heading(std::string_view heading);

/// "Change (percentage points)": the heading of the values with their unit, where neither the
/// heading nor each value has it already.
std::string heading_with_unit(const Facts& facts, const input::Catalogue& words);

/// "Change, in percentage points"
std::string heading_in_unit(const Facts& facts, const input::Catalogue& words);

/// Whether title and heading are the same, apart from case and from what the heading has in
/// brackets at its end.
bool is_titled_as_headed(const Facts& facts);

/// Title and measure in one line, where the headline stands in the title's place: "Waiting times:
/// Wait, in days". What both say is said once: "Change in population, in percentage points".
std::string measure_under_headline(const TextContext& context);

/// The same of a count, where the headline states in how many places: "Story origins: 42 stories",
/// "Benefit applications: 59,866".
std::string total_under_headline(const TextContext& context);

} // namespace cairn::facts
