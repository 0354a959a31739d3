#pragma once

#include "render/facts/phrases.h"
#include "render/facts/words.h"

namespace cairn::facts {

/// Adds what a categorical map says: which areas are in which group. The rest of the words, such as
/// title and notes, is there already.
void describe_groups(Words& words, const TextContext& context);

} // namespace cairn::facts
