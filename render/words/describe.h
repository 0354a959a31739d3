#pragma once

#include "base/number.h"
#include "render/facts/facts.h"
#include "render/facts/words.h"
#include "render/input/catalogue.h"

namespace cairn::facts {

/// Writes every word of the figure from its facts, of which there is at least one, in the language
/// of the catalogue, which is that of the facts.
Words describe(const Facts& facts, const input::Catalogue& catalogue);

} // namespace cairn::facts
