#pragma once

#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cairn::facts {

/// Divides values into classes, lowest first, counts included. Zero, where it is a class of its
/// own, is no part of them. Where every value is whole, so are the ends, and no class is one that
/// no count can fall into. Fixed breaks: each class begins at its break, the last holds its end
/// too. The computed methods (class_starts) give at most `spec.count` classes. Throws Error at the
/// spec's place when fixed breaks do not rise, or a value lies outside them. `names` say in such a
/// message whose value it is: one a value, or none.
std::vector<Class> classify(std::span<const double> values, int decimals,
                            const input::ClassSpec& spec, std::span<const std::string> names = {});

/// The classes that begin at all `breaks` but the last, where the last of them ends; their counts
/// are 0. Breaks of whole values (no `decimals`) are whole.
std::vector<Class> classes_between(std::span<const double> breaks, int decimals);

/// Counts the values in each class. Every value lies in one.
void count_values(std::vector<Class>& classes, std::span<const double> values);

/// The class that holds `value`; nothing when none does.
std::optional<std::size_t> class_of(std::span<const Class> classes, double value);

} // namespace cairn::facts
