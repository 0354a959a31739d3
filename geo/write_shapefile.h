#pragma once

#include "geo/region.h"

#include <string>
#include <vector>

namespace cairn::geo {

/// One file of a shapefile.
struct ShapefilePart {
    std::string extension; ///< with its dot
    std::string bytes;
};

/// The parts of a shapefile that read_shapefile() reads as these regions, point by point: the same
/// bytes for the same regions (ESRI Shapefile Technical Description, 1998; dBASE III; the date in
/// the table is fixed). Regions are in EPSG:27700. Throws Error for a code or name of more than 254
/// bytes, which the table cannot hold.
std::vector<ShapefilePart> write_shapefile(const Regions& regions);

} // namespace cairn::geo
