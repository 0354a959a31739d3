#pragma once

#include "render/words/phrases.h"
#include "render/words/words.h"

namespace cairn::words {

/// Adds what a categorical map says: which areas are in which group. The rest of the words, such as
/// title and notes, is there already.
void describe_groups(Words& words, const TextContext& context);

} // namespace cairn::words
