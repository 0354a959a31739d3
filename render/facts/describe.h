#pragma once

#include "render/facts/facts.h"
#include "render/facts/number.h"
#include "render/facts/words.h"

namespace cairn::facts {

/// Writes every word of the figure in English from its facts, of which there is at least one.
Words describe(const Facts& facts);

} // namespace cairn::facts
