#pragma once

#include "geo/read_shapefile.h"
#include "render/facts/gather.h"
#include "render/input/observations.h"
#include "tests/figure/support_scene.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cairn::test {

/// The built-in map with every name that leads into it.
struct Atlas {
    geo::Gazetteer known{input::read_places(source_folder() / "boundaries/councils.csv")};
    geo::Regions regions = geo::read_shapefile(source_folder() / "boundaries/scotland-councils");
    geo::Gazetteer places = geo::gazetteer_of(regions, known);

    /// The facts of a map of stories; a place without a value has none.
    [[nodiscard]] facts::Facts
    gather(input::Kind kind,
           const std::vector<std::pair<std::string, std::optional<double>>>& values,
           input::Absent absent = input::Absent::zero, int per_dot = 1) const {
        input::FigureSpec spec;
        spec.id = "map";
        spec.kind = kind;
        spec.title = "Stories by place";
        spec.sort = input::Sort::file;
        spec.unit = {"story", "stories"};
        spec.absent = absent;
        spec.per_dot = per_dot;
        input::Observations rows{.file = "place.csv",
                                 .label_heading = "Council area",
                                 .value_heading = "Stories",
                                 .rows = {}};
        int line = 2;
        for (const auto& [label, value] : values) {
            rows.rows.push_back({.label = label, .value = value, .line = line++});
        }
        return facts::gather_map(spec, rows, places, regions.attribution, english());
    }

    /// Shetland in a frame.
    static facts::Facts framed(facts::Facts facts) {
        facts.framed = facts::Framed{"S12000027", "Shetland Islands", "Room.", ""};
        return facts;
    }
};

/// The paths within a group, in drawing order.
inline std::vector<scene::Path> paths_of(const scene::Group& group) {
    std::vector<scene::Path> paths;
    scene::visit_all(group.children, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
            paths.push_back(node);
        }
    });
    return paths;
}

} // namespace cairn::test
