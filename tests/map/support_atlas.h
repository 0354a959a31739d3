#pragma once

#include "geo/read_shapefile.h"
#include "render/facts/gather/gather.h"
#include "render/input/table/observations.h"
#include "render/map/choropleth.h"
#include "render/map/labels/leaders.h"
#include "tests/page/support_scene.h"

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

    /// The facts of a choropleth of stories.
    [[nodiscard]] facts::Facts gather(const std::vector<std::pair<std::string, double>>& values,
                                      input::Absent absent,
                                      const std::string& language = "en-GB") const {
        return gather(facts::gather_map, {values.begin(), values.end()}, absent, 1, language);
    }

    /// The facts of a map of stories; a place without a value has none.
    [[nodiscard]] facts::Facts
    gather(decltype(&facts::gather_map) gather_facts,
           const std::vector<std::pair<std::string, std::optional<double>>>& values,
           input::Absent absent = input::Absent::zero, int per_dot = 1,
           const std::string& language = "en-GB") const {
        input::FigureSpec spec;
        spec.id = "map";
        spec.data.are_places = true;
        spec.per_dot = per_dot;
        spec.title = "Stories by place";
        spec.sort = input::Sort::file;
        spec.language = language;
        spec.unit = {"story", "stories", "story", "stories"};
        spec.absent = absent;
        spec.classes.method = input::ClassMethod::quantile;
        input::Observations rows{.file = "place.csv",
                                 .label_heading = "Council area",
                                 .value_heading = "Stories",
                                 .rows = {}};
        int line = 2;
        for (const auto& [label, value] : values) {
            rows.rows.push_back({.label = label, .value = value, .line = line++});
        }
        return gather_facts(spec, rows, places, regions.attribution, catalogue(language), {});
    }

    [[nodiscard]] map::MapFigure draw(const facts::Facts& facts, const Looks& looks,
                                      const std::vector<facts::LabelChoice>& labels = {}) const {
        return map::draw_choropleth({facts, words::describe(facts, catalogue(facts.language)),
                                     regions, places, looks.style, looks.fonts, labels});
    }

    /// Shetland in a frame.
    static facts::Facts framed(facts::Facts facts) {
        std::get<facts::Areas>(facts.body).framed =
            facts::Framed{"S12000027", "Shetland Islands", "Room.", ""};
        return facts;
    }

    static const input::Catalogue& catalogue(const std::string& language) {
        return language == "gd" ? gaelic() : english();
    }
};

/// A value from 1 to `most` for every area.
inline std::vector<std::pair<std::string, std::optional<double>>> all_areas(const Atlas& atlas,
                                                                            int most) {
    std::vector<std::pair<std::string, std::optional<double>>> values;
    int value = 1;
    for (const geo::Place& place : atlas.places.places()) {
        values.emplace_back(place.name, 1 + value % most);
        value = (value * 7 + 3) % 31 + 1;
    }
    return values;
}

/// The leaders: open lines of two points in decoration.
inline std::vector<map::Leader> leaders_of(const scene::Scene& scene) {
    std::vector<map::Leader> leaders;
    scene::visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
            for (const scene::Subpath& subpath : node.subpaths) {
                if (node.subpaths.size() == 1 && !subpath.closed && subpath.points.size() == 2 &&
                    node.stroke->round) {
                    leaders.push_back({{}, subpath.points[0], subpath.points[1]});
                }
            }
        }
    });
    return leaders;
}

/// No leader runs through a text.
inline void check_leaders(const scene::Scene& scene) {
    for (const map::Leader& leader : leaders_of(scene)) {
        for (const Line& line : lines_of(scene)) {
            BOOST_TEST(!map::runs_through(leader, line.rect),
                       "a leader runs through \"" << line.text.string << "\"");
        }
    }
}

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
