#pragma once

#include "geo/read_vector.h"

namespace cairn::geo {

/// The one function of the module cairn_gdal.so: what read_vector() gives. Throws Error.
using ReadVectorFunction = void(const VectorSource& source, Regions& regions);

/// Its name in the module.
inline constexpr const char* read_vector_symbol = "cairn_read_vector";

} // namespace cairn::geo
