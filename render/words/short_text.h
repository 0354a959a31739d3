#pragma once

#include "render/facts/facts.h"
#include "render/input/language/catalogue.h"
#include "render/words/summary.h"

#include <cstddef>
#include <string>

namespace cairn::words {

/// The alt text: what kind of figure, of what, how many in all, the highest, the lowest or the
/// commonest, what is absent. Where that is too long, the least important clauses are left out,
/// then labels and title are shortened.
std::string short_text(const facts::Facts& facts, const Summary& summary,
                       const input::Catalogue& words);

} // namespace cairn::words
