#pragma once

#include "render/facts/facts.h"

namespace cairn::facts {

/// A fact and the line of its row; 0 where it has none.
struct Drawn {
    Fact fact;
    int line = 0;
};

} // namespace cairn::facts
