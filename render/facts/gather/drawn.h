#pragma once

#include "render/facts/facts.h"

#include <cstddef>

namespace cairn::facts {

/// A fact and the line of its row; 0 where it has none.
struct Drawn {
    Fact fact;
    int line = 0;
    std::size_t place = 0; ///< of a map: its index among the regions
};

} // namespace cairn::facts
