#pragma once

#include "render/facts/facts.h"
#include "render/facts/summary.h"
#include "render/facts/words.h"
#include "render/input/catalogue.h"

#include <span>
#include <string>

namespace cairn::facts {

/// The long description, in paragraphs parted by a newline: structure and classes, every value or a
/// grouped summary, what stands out, what is missing, what the figure cannot tell, note and source;
/// no note of another language.
std::string long_text(const Facts& facts, const Summary& summary, const Words& words,
                      const input::Catalogue& catalogue);

} // namespace cairn::facts
