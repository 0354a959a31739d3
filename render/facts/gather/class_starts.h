#pragma once

#include "render/input/figure/figure_spec.h"

#include <span>
#include <vector>

namespace cairn::facts {

/// Where each of at most `spec.count` classes begins, lowest first, by any computed method. The
/// first begins at the lowest value. `sorted` rises and is not empty. Where `decimals` is 0, all
/// values are whole, and so are the starts.
std::vector<double> class_starts(std::span<const double> sorted, int decimals,
                                 const input::ClassSpec& spec);

} // namespace cairn::facts
