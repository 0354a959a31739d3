#pragma once

#include "render/facts/facts.h"
#include "render/facts/quantity.h"
#include "render/facts/summary.h"
#include "render/facts/words.h"
#include "render/input/catalogue.h"

#include <span>
#include <string>

namespace cairn::facts {

/// The long description, in paragraphs parted by a newline: structure and classes, every value or a
/// grouped summary, what stands out, what is missing, what the figure cannot show, note and source;
/// no note of another language.
std::string long_text(const Facts& facts, const Summary& summary, const Words& words,
                      const input::Catalogue& catalogue);

/// The sentences on a map's scale: its classes, on each side of a midpoint where it has one, or
/// from where to where its shades change. Empty where there is no scale. How many areas are in each
/// class is stated where the legend states it.
std::string scale_in_words(const TextContext& context, const Words& words);

} // namespace cairn::facts
