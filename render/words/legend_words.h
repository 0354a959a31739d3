#pragma once

#include "render/words/phrases.h"
#include "render/words/words.h"

namespace cairn::words {

/// Adds all that the legend of a map of values says: its title, classes, ticks or sizes, zero and
/// no data.
void add_legend(Words& words, const TextContext& context);

} // namespace cairn::words
