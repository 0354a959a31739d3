#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/figure/legend.h"
#include "render/figure/map_page.h"
#include "render/figure/wanted_labels.h"

/// What maps share that draw marks on plain land.
namespace cairn::figure {

/// The style with the quiet borders that land beneath marks has.
input::Style on_land(input::Style style);

/// The fills of land without marks: zero and missing.
MapFills land_fills(const facts::Facts& facts, const input::Style& style);

/// The colours of the manifest's classes: zero, where there is any.
std::vector<scene::Colour> land_colours(const facts::Facts& facts, const input::Style& style);

/// The plain land of a region as a mark, named and with the value of its fact: what zero and
/// missing values look like, and what dots are added to.
scene::Group land_mark(const facts::Fact& fact, const std::string& name, const MapPage& map,
                       std::size_t region, const input::Style& style);

/// What each fact's region is filled with beneath marks.
std::vector<scene::Fill> fills_of_land(const facts::Facts& facts, const input::Style& style);

/// The regions of all facts, in their order, without their marks. Land without a mark has a label
/// only where that is asked for: that it has no mark tells of its zero. A region in a frame has
/// its label there.
std::vector<LabelledRegion> labelled_land(const facts::Facts& facts, const geo::Gazetteer& places,
                                          const std::vector<facts::LabelChoice>& labels,
                                          const input::Style& style);

} // namespace cairn::figure
