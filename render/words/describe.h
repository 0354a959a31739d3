#pragma once

#include "base/number.h"
#include "render/facts/facts.h"
#include "render/input/language/catalogue.h"
#include "render/words/words.h"

namespace cairn::words {

/// Writes every word of the figure from its facts, of which there is at least one, in the language
/// of the catalogue, which is that of the facts.
Words describe(const facts::Facts& facts, const input::Catalogue& catalogue);

} // namespace cairn::words
