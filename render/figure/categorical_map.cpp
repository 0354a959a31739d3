#include "render/figure/categorical_map.h"

#include "geo/label_point.h"
#include "render/figure/legend.h"
#include "render/figure/map_figure.h"
#include "render/figure/map_fills.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// What all labels of the map share.
struct Setting {
    const MapPage& map;
    const input::Style& style;
    const scene::Fonts& fonts;

    [[nodiscard]] Length line() const { return style.label.font.size * 1.1; }
};

/// Lines of text around the point of a region where they fit best.
struct Placed {
    std::vector<std::string> lines;
    Position centre;
};

/// Where these lines stand inside a region; nothing where they do not fit.
std::optional<Placed> place(const std::vector<std::string>& lines, const geo::Region& region,
                            const scene::Font& font, const Setting& setting) {
    Length width;
    for (const std::string& line : lines) {
        width = std::max(width, setting.fonts.measure(line, font).width);
    }
    const Length clearance = setting.style.label.font.size / 4;
    const auto point = geo::label_point(
        region.geometry, setting.map.frame.metres(width + clearance),
        setting.map.frame.metres(setting.line() * static_cast<double>(lines.size())));
    if (!point || point->scale < 1) {
        return std::nullopt;
    }
    return Placed{lines, setting.map.frame.at(point->centre)};
}

/// The name of a group in one of its areas, on as few lines as fit.
std::optional<Placed> place_name(const std::string& name, const geo::Region& region,
                                 const Setting& setting) {
    const Length whole = setting.fonts.measure(name, setting.style.label.font).width;
    for (const double share : {1.0, 0.7, 0.55, 0.4}) {
        const std::vector<std::string> lines =
            scene::wrap(setting.fonts, name, setting.style.label.font, whole * share * 1.01);
        const auto words = static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
        if (lines.size() > words) {
            break; // a word would be broken
        }
        if (auto placed = place(lines, region, setting.style.label.font, setting)) {
            return placed;
        }
    }
    return std::nullopt;
}

void add_texts(const Placed& placed, scene::Weight weight, scene::Colour colour,
               const std::string& language, const Setting& setting,
               std::vector<scene::Node>& nodes) {
    input::TextStyle style = setting.style.label;
    style.font.weight = weight;
    style.colour = colour;
    style.line = setting.line();
    Length top = placed.centre.y - style.line * (static_cast<double>(placed.lines.size()) / 2);
    for (const std::string& line : placed.lines) {
        scene::Text text = set_line(setting.fonts, line, style, {placed.centre.x, top});
        text.start.x = placed.centre.x - text.width / 2;
        text.keeps_colours = true;
        text.language = language;
        nodes.emplace_back(std::move(text));
        top += style.line;
    }
}

/// The texts on the areas, and the groups without any.
struct GroupLabels {
    std::vector<scene::Node> texts;
    std::vector<std::string> unnamed;
};

/// The area of a group in which its name has most room, with the name in place.
struct Named {
    std::size_t fact = 0;
    Placed name;
};

std::optional<Named> find_name(const facts::Facts& facts, const std::string& name,
                               std::size_t group, const std::vector<std::size_t>& region_of,
                               const Setting& setting) {
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

GroupLabels label_groups(const facts::Facts& facts, const facts::Words& words,
                         const MapFills& fills, const std::vector<std::size_t>& region_of,
                         const Setting& setting) {
    GroupLabels labels;
    for (std::size_t group = 0; group < words.class_labels.size(); ++group) {
        const facts::LegendLabel& label = words.class_labels[group];
        const scene::Colour colour =
            text_colour_on(ground_of(fills.classes[group]), false, setting.style);
        const auto named = find_name(facts, label.range, group, region_of, setting);
        bool is_told = named.has_value();
        if (named) {
            add_texts(named->name, scene::Weight::regular, colour, label.language, setting,
                      labels.texts);
        }
        const scene::Font bold{setting.style.label.font.size, scene::Weight::bold};
        for (std::size_t i = 0; i < facts.facts.size(); ++i) {
            if (facts.facts[i].class_index != group || (named && named->fact == i)) {
                continue;
            }
            if (const auto placed =
                    place({label.sign}, setting.map.regions.regions[region_of[i]], bold, setting)) {
                add_texts(*placed, scene::Weight::bold, colour, {}, setting, labels.texts);
                is_told = true;
            }
        }
        if (!is_told) {
            labels.unnamed.push_back(label.range);
        }
    }
    return labels;
}

} // namespace

MapFigure draw_categorical_map(const facts::Facts& facts, const facts::Words& words,
                               const geo::Regions& regions, const geo::Gazetteer& places,
                               const input::Style& style, const scene::Fonts& fonts,
                               Furniture furniture) {
    const MapFills fills = fills_for(facts, style);
    const Length inner = style.width - 2 * style.margin;
    MapParts parts{.heading = set_heading(words, style, fonts, inner * 0.6),
                   .frame_title = frame_title(facts, words, style, fonts),
                   .furniture = furniture,
                   .class_colours = colours_of(fills)};
    parts.legend = set_legend(words, fills, style, fonts,
                              {style.margin, parts.heading.rect.bottom + style.gap}, inner * 0.5);
    MapPage map = map_at_top(regions, framed_region(facts, places), style);
    lower(map, {parts.heading.rect, parts.legend.rect}, parts.frame_title.size, style);

    scene::Group marks{
        .role = scene::Role::marks, .outline = coast_outline(style), .casing = coast_casing(style)};
    std::vector<std::size_t> region_of;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        region_of.push_back(places.find(fact.code).value());
        scene::Group mark{
            .role = scene::Role::mark,
            .datum = scene::Datum{words.mark_names[i], fact.code, std::nullopt, fact.language}};
        mark.children.emplace_back(region_path(map, region_of[i], fill_of(fact, fills, style)));
        marks.children.emplace_back(std::move(mark));
    }
    GroupLabels labels = label_groups(facts, words, fills, region_of, {map, style, fonts});
    parts.marks.emplace_back(std::move(marks));
    parts.marks.emplace_back(draw_borders(map, style));
    parts.labels.nodes.emplace_back(decoration(std::move(labels.texts)));
    parts.labels.unnamed = std::move(labels.unnamed);
    parts.labels.bottom = map.frame.rect().bottom;
    return compose(std::move(parts), map, words, style, fonts);
}

} // namespace cairn::figure
