#include "render/map/categorical_map.h"

#include "geo/label_point.h"
#include "render/map/legend/legend.h"
#include "render/map/map_figure.h"
#include "render/map/page/map_fills.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cairn::map {

namespace {

using scene::Position;

/// What all labels of the map share.
struct NameSetting {
    const MapPage& map;
    const input::Style& style;
    const scene::Fonts& fonts;

    [[nodiscard]] Length line() const { return style.label.font.size * 1.1; }
    /// A capital has nothing below its baseline.
    [[nodiscard]] Length capital() const { return style.label.font.size * 0.85; }
};

/// Lines of text around the point of a region where they fit best.
struct Placed {
    std::vector<std::string> lines;
    Position centre;
};

/// Where these lines, so high each, stand inside a region; nothing where they do not fit.
std::optional<Placed> place(const std::vector<std::string>& lines, const geo::Region& region,
                            const colour::Font& font, Length height, const NameSetting& setting) {
    Length width;
    for (const std::string& line : lines) {
        width = std::max(width, setting.fonts.measure(line, font).width);
    }
    const Length clearance = setting.style.label.font.size / 4;
    const auto point =
        geo::label_point(region.geometry, setting.map.frame.metres(width + clearance),
                         setting.map.frame.metres(height * static_cast<double>(lines.size())));
    if (!point || point->scale < 1) {
        return std::nullopt;
    }
    return Placed{lines, setting.map.frame.at(point->centre)};
}

/// The name of a group in one of its areas, on as few lines as fit.
std::optional<Placed> place_name(const std::string& name, const geo::Region& region,
                                 const NameSetting& setting) {
    const Length whole = setting.fonts.measure(name, setting.style.label.font).width;
    for (const double share : {1.0, 0.7, 0.55, 0.4}) {
        const std::vector<std::string> lines =
            scene::wrap(setting.fonts, name, setting.style.label.font, whole * share * 1.01);
        const auto words = static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
        if (lines.size() > words) {
            break; // a word would be broken
        }
        if (auto placed = place(lines, region, setting.style.label.font, setting.line(), setting)) {
            return placed;
        }
    }
    return std::nullopt;
}

std::vector<scene::Node> texts_of(const Placed& placed, colour::Weight weight,
                                  const colour::Ink& ink, const std::string& language,
                                  const NameSetting& setting) {
    input::TextStyle style = setting.style.label;
    style.font.weight = weight;
    style.ink = ink;
    style.line = setting.line();
    std::vector<scene::Node> nodes;
    Length top = placed.centre.y - style.line * (static_cast<double>(placed.lines.size()) / 2);
    for (const std::string& line : placed.lines) {
        scene::Text text = page::set_line(setting.fonts, line, style, {placed.centre.x, top});
        text.start.x = placed.centre.x - text.width / 2;
        text.language = language;
        nodes.emplace_back(std::move(text));
        top += style.line;
    }
    return nodes;
}

/// The room that the lines of a text take.
page::Rect room_of(const std::vector<scene::Node>& lines) {
    page::Rect room;
    for (const scene::Node& node : lines) {
        const auto& text = std::get<scene::Text>(node);
        const page::Rect line{text.start.x, text.start.y - text.font.size,
                              text.start.x + text.width, text.start.y + text.font.size * 0.3};
        room = &node == &lines.front() ? line
                                       : page::Rect{std::min(room.left, line.left), room.top,
                                                    std::max(room.right, line.right), line.bottom};
    }
    return room;
}

/// The area of a group in which its name has most room, with the name in place.
struct Named {
    std::size_t fact = 0;
    Placed name;
};

std::optional<Named> find_name(const facts::Facts& facts, const std::string& name,
                               std::size_t group, const std::vector<std::size_t>& region_of,
                               const NameSetting& setting) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        if (facts.facts[i].class_index == group) {
            members.push_back(i);
        }
    }
    const auto area = [&](std::size_t fact) {
        return geo::area(setting.map.regions.regions[region_of[fact]].geometry);
    };
    std::ranges::stable_sort(members, [&](auto a, auto b) { return area(a) > area(b); });
    for (const std::size_t fact : members) {
        if (auto placed = place_name(name, setting.map.regions.regions[region_of[fact]], setting)) {
            return Named{fact, std::move(*placed)};
        }
    }
    return std::nullopt;
}

/// What stands inside areas.
struct Inside {
    std::vector<scene::Node> texts;
    std::vector<page::Rect> rooms;
    std::vector<std::size_t> facts; ///< whose areas have a text

    void add(std::size_t fact, std::vector<scene::Node> lines) {
        rooms.push_back(room_of(lines));
        facts.push_back(fact);
        std::move(lines.begin(), lines.end(), std::back_inserter(texts));
    }
    [[nodiscard]] bool has(std::size_t fact) const {
        return std::ranges::find(facts, fact) != facts.end();
    }
};

/// The name of each group in the area with most room for it, its letter in all others where that
/// fits.
Inside label_inside(const facts::Facts& facts, const words::Words& words, const MapFills& fills,
                    const std::vector<std::size_t>& region_of, const NameSetting& setting) {
    Inside inside;
    const colour::Font bold{setting.style.label.font.size, colour::Weight::bold};
    for (std::size_t group = 0; group < words.class_labels.size(); ++group) {
        const words::LegendLabel& label = words.class_labels[group];
        const colour::Ink ink = colour::on(ground_of(fills.classes[group]));
        if (const auto named = find_name(facts, label.range, group, region_of, setting)) {
            inside.add(named->fact, texts_of(named->name, colour::Weight::regular, ink,
                                             label.language, setting));
        }
        for (std::size_t i = 0; i < facts.facts.size(); ++i) {
            if (facts.facts[i].class_index != group || inside.has(i)) {
                continue;
            }
            if (const auto placed = place({label.sign}, setting.map.regions.regions[region_of[i]],
                                          bold, setting.capital(), setting)) {
                inside.add(i, texts_of(*placed, colour::Weight::bold, ink, {}, setting));
            }
        }
    }
    return inside;
}

/// Words that label each area with the letter of its group.
words::Words lettered(const facts::Facts& facts, words::Words words) {
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const std::optional<std::size_t> group = facts.facts[i].class_index;
        words.marks[i].value = group ? words.class_labels[*group].sign : "";
    }
    return words;
}

/// Names on the roomiest areas, letters on all others, or beside those that are too small.
MapLabels label_groups(const facts::Facts& facts, const words::Words& words, const MapFills& fills,
                       const std::vector<std::size_t>& region_of, const geo::Regions& shapes,
                       const MapParts& parts, const NameSetting& setting) {
    Inside inside = label_inside(facts, words, fills, region_of, setting);
    std::vector<LabelledRegion> areas;
    std::vector<colour::Fill> fills_of_areas;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const bool wanted = facts.facts[i].class_index && !inside.has(i);
        const colour::Fill& fill =
            fills_of_areas.emplace_back(fill_of(facts.facts[i], fills, setting.style));
        areas.push_back({i, region_of[i], ground_of(fill),
                         facts::LabelChoice{.value = wanted, .needed = wanted}});
    }
    std::vector<page::Rect> obstacles = obstacles_on(setting.map, parts);
    obstacles.insert(obstacles.end(), inside.rooms.begin(), inside.rooms.end());
    const words::Words letters = lettered(facts, words);
    MapLabels labels = label_map({.facts = facts,
                                  .words = letters,
                                  .regions = areas,
                                  .fills = fills_of_areas,
                                  .shapes = shapes,
                                  .page = setting.map,
                                  .obstacles = std::move(obstacles)},
                                 setting.style, setting.fonts);
    labels.nodes.emplace_back(decoration(std::move(inside.texts)));
    return labels;
}

} // namespace

MapFigure draw_categorical_map(const MapSource& source) {
    const facts::Facts& facts = source.facts;
    const words::Words& words = source.words;
    const input::Style& style = source.style;
    const MapFills fills = fills_for(facts, style);
    MapParts parts = filled_parts(source, fills);
    const MapPage map = map_below(parts, source);

    scene::Group marks{.role = scene::Role::marks};
    std::vector<std::size_t> region_of;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        region_of.push_back(source.places.find(fact.code).value());
        scene::Group mark{
            .role = scene::Role::mark,
            .datum = scene::Datum{words.marks[i].name, fact.code, std::nullopt, fact.language}};
        mark.children.emplace_back(region_path(map, region_of[i], fill_of(fact, fills, style)));
        marks.children.emplace_back(std::move(mark));
    }
    parts.labels = label_groups(facts, words, fills, region_of, source.regions, parts,
                                {map, style, source.fonts});
    scene::Group lines = draw_lines(map, style, marks);
    parts.marks.emplace_back(std::move(marks));
    parts.marks.emplace_back(std::move(lines));
    return compose(std::move(parts), map, source);
}

} // namespace cairn::map
