#pragma once

#include "base/installation.h"
#include "base/report.h"

#include <string>

/// What the program knows of boundaries, in words for people.
namespace cairn {

/// Every boundary set: id, number of areas, where from, attribution.
Report list_boundaries(const Installation& installation);

/// All there is to know of a set, the one that figures use first. Throws Error for an unknown id,
/// naming the nearest.
Report tell_boundaries(const std::string& id, const Installation& installation);

} // namespace cairn
