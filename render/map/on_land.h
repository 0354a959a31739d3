#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/map/labels/map_labels.h"
#include "render/map/labels/wanted_labels.h"
#include "render/map/legend/legend.h"
#include "render/map/map_figure.h"
#include "render/map/page/map_page.h"
#include "render/words/words.h"

/// What maps share that draw marks on plain land.
namespace cairn::map {

/// The style with the quiet borders that land beneath marks has.
input::Style on_land(input::Style style);

/// The fills of land without marks: zero and missing.
MapFills land_fills(const facts::Facts& facts, const input::Style& style);

/// The inks of the manifest's classes: zero, where there is any.
std::vector<colour::Plain> land_inks(const facts::Facts& facts);

/// The plain land of a region as a mark, named and with the value of its fact: what zero and
/// missing values look like, and what dots are added to.
scene::Group land_mark(const facts::Fact& fact, const std::string& name, const MapPage& map,
                       std::size_t region, const input::Style& style);

/// What each fact's region is filled with beneath marks.
std::vector<colour::Fill> fills_of_land(const facts::Facts& facts, const input::Style& style);

/// The regions of all facts, in their order, without their marks. Land without a mark has a label
/// only where that is asked for: that it has no mark shows its zero. A region in a frame has
/// its label there.
std::vector<LabelledRegion> labelled_land(const facts::Facts& facts, const geo::Gazetteer& places,
                                          std::span<const facts::LabelChoice> labels,
                                          const input::Style& style);

/// The labels of a map of marks on land: `regions` with what they want, `draw_mark` draws the marks
/// of the enlarged part.
MapLabels label_land(const MapSource& source, std::span<const LabelledRegion> regions,
                     const MapPage& map, const MapParts& parts,
                     const decltype(UnlabelledMap::draw_mark)& draw_mark);

/// All land beneath marks of its own: that with marks says nothing by itself, the rest shows zero
/// or no data.
scene::Group draw_land(const facts::Facts& facts, const words::Words& words,
                       const geo::Gazetteer& places, const MapPage& map, const input::Style& style);

} // namespace cairn::map
