#pragma once

#include "geo/read_vector.h"

#include <vector>

class GDALDataset;
class OGRLayer;
class OGRSpatialReference;

namespace cairn::geo {

/// The coordinate system of a layer. Throws Error where the file gives none: none is assumed.
OGRSpatialReference coordinate_system(const VectorSource& source, GDALDataset& dataset,
                                      OGRLayer& layer);

/// Brings regions from their own coordinate system to British National Grid (EPSG:27700), x east
/// and y north. Equal points stay equal. Throws Error where that cannot be, or leads far from Great
/// Britain.
void project(const VectorSource& source, OGRLayer& layer, const OGRSpatialReference& from,
             std::vector<Region>& regions);

} // namespace cairn::geo
