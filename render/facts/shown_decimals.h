#pragma once

#include "render/facts/facts.h"

#include <span>

namespace cairn::facts {

/// How many decimals the values of one column are all written with: as many as any of them has, at
/// most three, and more where one above or below zero would look like zero.
int shown_decimals(std::span<const double> values);

/// Sets how many decimals values, counts and denominators of gathered facts are written with.
void set_shown_decimals(Facts& facts);

} // namespace cairn::facts
