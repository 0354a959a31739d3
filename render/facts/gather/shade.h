#pragma once

#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace cairn::facts {

/// How facts are shaded, and how many of them are zero, where zero is a class of its own.
struct Shaded {
    Shades shades{};
    std::optional<std::size_t> zero_count{};
};

/// Shades the values of facts, all together, and gives each fact its class. Zero is a class of its
/// own, but beside values below it, and where the scale has a midpoint. `names` say whose each
/// value is: one a fact, or none. Throws Error as classify does.
Shaded shade(const input::ClassSpec& spec, Facts& facts, std::span<const std::string> names = {});

/// Shades the values of a map or of small maps anew; other facts stay as they are.
void reshade(const input::ClassSpec& spec, Facts& facts);

} // namespace cairn::facts
