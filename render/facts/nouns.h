#pragma once

#include "render/input/figure_spec.h"

#include <optional>
#include <string>
#include <string_view>

/// English nouns: number, and how a column heading names one.
namespace cairn::facts {

/// The plural of a noun, or of a noun with words around it: "council areas", "places of origin".
std::string plural_of(std::string_view singular);

/// The singular of a plural noun, or of one with words around it.
std::string singular_of(std::string_view plural);

/// Whether a noun, with words around it or not, is a plural, as far as its form shows: "Unpaid
/// carers", "People in care", but not "Health / NHS", "Business" or "Politics".
bool is_plural(std::string_view phrase);

/// The noun that a column heading names, in running text: "Stories" and "Number of stories" give
/// story, stories; "Council Area" gives council area, council areas; "GPs (2024)" gives GP, GPs.
Noun noun_of_heading(std::string_view heading);

/// The noun whose number a column gives: nothing for a heading that is no plural ("Income"), names
/// no noun ("Values") or measures ("Average hours", "Stories per head").
std::optional<Noun> counted_noun(std::string_view heading);

} // namespace cairn::facts
