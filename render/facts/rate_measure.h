#pragma once

#include "render/facts/facts.h"
#include "render/input/language/catalogue.h"

#include <string>

/// What a rate measures, in words. Examples are English.
namespace cairn::facts {

/// "100,000 people", "person"
std::string rate_per(const Rate& rate, const input::Catalogue& words);

/// "stories per 100,000 people", "stories per person"
std::string rate_measure(const Facts& facts, const input::Catalogue& words);

} // namespace cairn::facts
