#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// How the columns of a table give a point.
enum class PointForm {
    none,               ///< the table names its places
    longitude_latitude, ///< degrees (WGS 84), longitude first
    easting_northing,   ///< metres of the British National Grid
    grid_reference      ///< `NT 255 735`
};

/// Where the rows of a table lie, in place of the name of a place.
struct PointSpec {
    PointForm form = PointForm::none;
    std::string first{}, second{}; ///< columns; no second one of grid references
    Location where{};              ///< of the first key
};

/// A file of places that the author knows.
struct GazetteerFile {
    std::filesystem::path file; ///< opened
    std::string shown;          ///< the path as messages give it
};

/// The place of a name without one.
inline constexpr std::string_view no_place = "none";

/// What the author says that a name in the table stands for.
struct OwnName {
    std::string name;
    std::string place; ///< name or code of an area of the map, or `no_place`
    Location where;
};

/// What the value of a group of areas, "Ayrshire", is of.
enum class GroupRule {
    refused, ///< nobody has said
    split,   ///< of all of them together, shared out equally
    each     ///< of each of them
};

} // namespace cairn::input
