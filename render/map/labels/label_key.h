#pragma once

#include "render/facts/facts.h"
#include "render/map/labels/label_text.h"
#include "render/map/labels/region_labels.h"
#include "render/page/page.h"
#include "render/words/words.h"

#include <span>

namespace cairn::map {

/// The labels that stand as numbers on the map, as a list under its title, in as many columns as
/// `width` has room for, from `top_left`. Labels without a number are passed over; nothing where
/// none has one.
page::Block set_label_key(const facts::Facts& facts, const words::Words& words,
                          std::span<const RegionLabel> labels, const LabelSetter& setter,
                          const scene::Fonts& fonts, scene::Position top_left, Length width);

} // namespace cairn::map
