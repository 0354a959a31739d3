#pragma once

#include "render/facts/facts.h"
#include "render/figure/legend.h"
#include "render/figure/map_page.h"

/// What maps share that draw marks on plain land.
namespace cairn::figure {

/// The style with the quiet borders that land beneath marks has.
input::Style on_land(input::Style style);

/// The fills of land without marks: zero and missing.
MapFills land_fills(const facts::Facts& facts, const input::Style& style);

/// The colours of the manifest's classes: zero, where there is any.
std::vector<scene::Colour> land_colours(const facts::Facts& facts, const input::Style& style);

/// A region as the mark of its fact, with nothing in it but the land.
scene::Group land_mark(const facts::Fact& fact, const std::string& name, const MapPage& map,
                       std::size_t region, const input::Style& style);

} // namespace cairn::figure
