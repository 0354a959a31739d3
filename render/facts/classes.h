#pragma once

#include "render/facts/facts.h"
#include "render/input/figure_spec.h"

#include <span>
#include <string>
#include <vector>

namespace cairn::facts {

/// Divides values into classes, lowest first, counts included. Zero is no part of them. Where every value is whole, so
/// are the ends, and no class is one that no count can fall into. Fixed breaks: each class begins at its break, the
/// last holds its end too. Quantile, equal and Jenks (exact, by dynamic programming: Fisher 1958) give at most
/// `spec.count` classes. Throws Error at the spec's place when fixed breaks do not rise, or a value lies outside them.
std::vector<Class> classify(std::span<const double> values, int decimals, const input::ClassSpec& spec);

/// The class that holds `value`; nothing when none does.
std::optional<std::size_t> class_of(std::span<const Class> classes, double value);

} // namespace cairn::facts
