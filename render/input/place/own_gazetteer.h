#pragma once

#include "geo/gazetteer.h"
#include "geo/region_of_point.h"
#include "render/input/figure/place_spec.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Places that the author of a figure knows beside the built-in towns.
namespace cairn::input {

/// A row of a gazetteer, as it is written.
struct GazetteerEntry {
    std::string name;
    int line = 0;
    std::string area{};                  ///< name or code; may be empty
    std::string longitude{}, latitude{}; ///< may be empty
};

/// A file of places, by keys of their names.
struct OwnGazetteer {
    std::string file{}; ///< as the user gave it
    std::map<std::string, std::vector<GazetteerEntry>> entries{};
};

/// Reads a CSV file with the columns `name`, and `area` or `longitude` and `latitude`, or all of
/// them; others are passed over. Throws Error as read_csv does, and for columns that are not there
/// and rows without a name.
OwnGazetteer read_gazetteer(const GazetteerFile& file);

/// The places of that name; null where there are none.
const std::vector<GazetteerEntry>* entries_named(const OwnGazetteer& gazetteer,
                                                 std::string_view name);

/// The area of the map that a place lies in, as an index: the one it names, else that of its point,
/// as far off as a point of a table may be; or what is wrong with it.
std::variant<std::size_t, Problem> area_of(const OwnGazetteer& gazetteer,
                                           const GazetteerEntry& entry,
                                           const geo::Gazetteer& places,
                                           const geo::RegionOfPoint& region_of);

} // namespace cairn::input
