#pragma once

#include "render/scene/scene.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

/// Attributes that SVG's children inherit, so that a group can say once what all within it share.
namespace cairn::output {

/// Value by name.
using Attributes = std::map<std::string, std::string>;

/// Each hatch of a scene with the id of its pattern.
using HatchIds = std::vector<std::pair<scene::Hatch, std::string>>;

/// Ids that no other figure on a web page has: they hold a hash (FNV-1a) of the figure's words.
HatchIds hatch_ids(const scene::Scene& scene);

/// What holds where nothing else is said.
Attributes root_attributes();

/// How a path is filled and stroked.
Attributes attributes_of(const scene::Path& path, const HatchIds& hatches);

/// How a text is set.
Attributes attributes_of(const scene::Text& text);

/// The attributes in which all paths and texts of the group that have them agree; none for a group
/// of one.
Attributes shared_attributes(const scene::Group& group, const HatchIds& hatches);

} // namespace cairn::output
