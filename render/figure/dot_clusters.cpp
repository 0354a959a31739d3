#include "render/figure/dot_clusters.h"

#include "geo/error.h"
#include "geo/label_point.h"
#include "render/figure/label_places.h"
#include "render/input/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// A leader is at most this share of the page's width.
constexpr double longest_leader = 0.4;

/// A block of dots and the words beside it, before they have a place.
struct Design {
    std::size_t columns = 0;
    std::size_t rows = 0;
    Length pitch;
    Length name;
    Length value;
    Length space; ///< between dots and words
    bool has_words = true;
    scene::Size size;
};

input::TextStyle bold(input::TextStyle style) {
    style.font.weight = scene::Weight::bold;
    return style;
}

Design design_of(const ClusterRequest& request, const facts::Facts& facts,
                 const facts::Words& words, Length radius, const input::Style& style,
                 const scene::Fonts& fonts) {
    Design design;
    design.pitch = 2 * radius + 2 * style.map.symbol.border.width;
    // About as high as two lines of text, and wider than high.
    const double count = static_cast<double>(request.count);
    design.rows = static_cast<std::size_t>(std::ceil(std::sqrt(count / 1.8)));
    design.columns = (request.count + design.rows - 1) / design.rows;
    design.name = fonts.measure(facts.facts[request.fact].label, style.label.font).width;
    design.value = fonts.measure(words.value_labels[request.fact], bold(style.label).font).width;
    design.space = style.label.font.size * 0.3;
    design.size.width = design.pitch * static_cast<double>(design.columns) + design.name +
                        design.value + 2 * design.space;
    design.size.height =
        std::max(style.label.font.size * 1.1, design.pitch * static_cast<double>(design.rows));
    return design;
}

std::vector<Position> rows_of(const Design& design, std::size_t count, Length left, Length middle) {
    std::vector<Position> places;
    const Length top = middle - design.pitch * (static_cast<double>(design.rows) / 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = i / design.columns;
        const std::size_t column = i % design.columns;
        places.push_back({left + design.pitch * (static_cast<double>(column) + 0.5),
                          top + design.pitch * (static_cast<double>(row) + 0.5)});
    }
    return places;
}

/// The leader as boxes that other labels and leaders keep off.
void keep_off(const Leader& leader, std::vector<Rect>& obstacles) {
    const Length x = leader.to.x - leader.from.x;
    const Length y = leader.to.y - leader.from.y;
    const double steps = std::ceil(std::hypot(x.to_px(), y.to_px()) / 4);
    for (double i = 0; i < steps; ++i) {
        const Position at{leader.from.x + x * (i / steps), leader.from.y + y * (i / steps)};
        obstacles.push_back(Rect{at.x, at.y, at.x, at.y}.grown(Length::px(1)));
    }
    obstacles.push_back(leader.label);
}

void draw(const Design& design, const ClusterRequest& request, const Leader& leader,
          const facts::Facts& facts, const facts::Words& words, const input::Style& style,
          const scene::Fonts& fonts, Clusters& clusters) {
    const facts::Fact& fact = facts.facts[request.fact];
    const bool right_of_region = leader.from.x > leader.to.x;
    const Length dots = design.pitch * static_cast<double>(design.columns);
    const Rect& rect = leader.label;
    // The dots stand next to the leader.
    const Length words_left = right_of_region ? rect.left + dots + design.space : rect.left;
    clusters.dots.push_back(
        {request.fact, rows_of(design, request.count,
                               right_of_region ? rect.left : rect.right - dots, rect.middle())});
    clusters.leaders.emplace_back(
        scene::Path{.subpaths = {{.points = {leader.from, leader.to}, .closed = false}},
                    .stroke = scene::Stroke{style.map.leader.colour, style.map.leader.width},
                    .keeps_colours = true});
    if (!design.has_words) {
        return;
    }
    const Length top = rect.middle() - style.label.line / 2;
    scene::Text name = set_line(fonts, fact.label, style.label, {words_left, top});
    name.language = fact.language;
    clusters.texts.emplace_back(std::move(name));
    clusters.texts.emplace_back(set_line(fonts, words.value_labels[request.fact], bold(style.label),
                                         {words_left + design.name + design.space, top}));
}

} // namespace

Clusters place_clusters(std::span<const ClusterRequest> requests, const facts::Facts& facts,
                        const facts::Words& words, const MapPage& map, Length radius,
                        std::vector<Rect>& obstacles, const input::Style& style,
                        const scene::Fonts& fonts) {
    Clusters clusters;
    std::vector<Design> designs;
    std::vector<LabelRequest> wanted;
    for (const ClusterRequest& one : requests) {
        designs.push_back(design_of(one, facts, words, radius, style, fonts));
        const auto anchor = geo::label_point(map.regions.regions[one.region].geometry, 1, 1);
        wanted.push_back({.region = one.region,
                          .anchor = anchor ? map.frame.at(anchor->centre) : Position(),
                          .ways = {{.size = designs.back().size}}});
    }
    const LabelSpace space{
        .page = {style.margin, style.margin, style.width - style.margin, map.frame.rect().bottom},
        .obstacles = obstacles,
        .clearance = style.label.font.size / 2,
        .longest = (style.width - 2 * style.margin) * longest_leader};
    std::vector<std::optional<LabelPlace>> places = place_labels(wanted, map.land, space);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (!places[i]) { // dots are needed, words stand elsewhere too
            designs[i].size.width = designs[i].pitch * static_cast<double>(designs[i].columns);
            designs[i].has_words = false;
            wanted[i].ways = {{.size = designs[i].size}};
            clusters.unnamed.push_back(facts.facts[requests[i].fact].label);
        }
    }
    if (!clusters.unnamed.empty()) {
        places = place_labels(wanted, map.land, space);
    }
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (places[i]) {
            draw(designs[i], requests[i], places[i]->leader, facts, words, style, fonts, clusters);
            keep_off(places[i]->leader, obstacles);
            continue;
        }
        problems.push_back(
            {.where = {},
             .what = fmt::format("the map has no room for the {} dots of {}", requests[i].count,
                                 input::in_quotes(facts.facts[requests[i].fact].label)),
             .remedy = fmt::format("let each stand for more: per_dot: {}; or make the page wider",
                                   facts.per_dot * 5)});
    }
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
    return clusters;
}

} // namespace cairn::figure
