#pragma once

#include "render/facts/phrases.h"
#include "render/facts/words.h"

namespace cairn::facts {

/// Adds what several small maps say: of each how many, how far they reach, who has the most and
/// what lies together; who has none in any; and from the first to the last, where they rise like
/// years, how many more. Title, notes and the labels of the classes are there already; those lose
/// their counts, since an area stands in every map.
void describe_panels(Words& words, const TextContext& context);

} // namespace cairn::facts
