#pragma once

#include "geo/geometry.h"

#include <string>
#include <vector>

namespace cairn::geo {

/// One area of a boundary set, such as a council area.
struct Region {
    std::string code;    ///< official code as the source gives it (GSS code for council areas)
    std::string name;    ///< name in English
    std::string name_gd; ///< name in Gaelic; empty where the source has none
    MultiPolygon geometry;
};

/// A boundary set in one projected coordinate system, metres.
struct Regions {
    std::string file; ///< where they were read, as given; for messages
    std::vector<Region> regions;
    std::string attribution; ///< words that the licence asks to be printed; may be empty
    /// How far borders may lie from those that they were simplified from, metres.
    double error = 0;
};

/// The box around all regions.
Box bounds(const Regions& regions);

} // namespace cairn::geo
