#pragma once

#include "base/noun.h"

#include <string>
#include <string_view>

/// Units of values, in English and Gaelic, and the headings that hold them.
namespace cairn::facts {

/// Whether a noun can go with a number: "%", "per cent" and "stories per head" measure, and so do
/// "sa cheud" and "sgeulachdan gach ceann" in Gaelic; their values have no total.
bool can_be_counted(const Noun& unit);

/// Whether the unit is the sign of a currency, which goes before the number. Sums of money are
/// stated as measures: nobody has "no £", or "the fewest".
bool is_currency(const Noun& unit);

/// " (%)": the bracket at the end of a heading, with the space before it; empty where there is
/// none.
std::string_view bracket_of(std::string_view heading);

/// "%", "£": the unit that a heading has in brackets at its end, where it is "%" or the sign of a
/// currency; else empty.
std::string unit_in_heading(std::string_view heading);

} // namespace cairn::facts
