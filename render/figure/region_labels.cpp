#include "render/figure/region_labels.h"

#include "geo/label_point.h"
#include "render/figure/label_places.h"
#include "render/figure/label_text.h"
#include "render/figure/map_fills.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// What a line more costs, in sizes of text of leader.
constexpr double cost_of_line = 0.7;
/// How much larger than the label its region's room is where it stands at ease.
constexpr double ease = 1.3;

/// A label as it asks for a place.
struct Wanted {
    const LabelledRegion* of = nullptr;
    facts::LabelChoice choice;
    std::vector<LabelText> texts; ///< one a way of the request, but for the number
    LabelRequest request;
    bool in_mark = false; ///< whether its places inside are in the region's mark

    /// What the label stands on inside its region.
    [[nodiscard]] scene::Colour ground() const { return in_mark ? of->mark->fill : of->ground; }
};

Rect around(Position centre, scene::Size size) {
    return {centre.x - size.width / 2, centre.y - size.height / 2, centre.x + size.width / 2,
            centre.y + size.height / 2};
}

/// Where labels of one map are to go.
struct Map {
    const geo::Regions& regions;
    const MapFrame& frame;
    const LandMask& land;
    const LabelSpace& space;
    geo::MultiPolygon marks{};      ///< of all regions
    std::vector<Rect> mark_boxes{}; ///< around each

    [[nodiscard]] const geo::MultiPolygon& shape(std::size_t region) const {
        return regions.regions[region].geometry;
    }

    /// The best place for a box inside a region, and how many times as large it could be.
    [[nodiscard]] std::optional<geo::LabelPoint> room(const geo::Box& box, std::size_t region,
                                                      scene::Size size) const {
        return room(box, shape(region), size, marks);
    }

    /// The same in any shape, clear of others.
    [[nodiscard]] std::optional<geo::LabelPoint> room(const geo::Box& box,
                                                      const geo::MultiPolygon& within,
                                                      scene::Size size,
                                                      const geo::MultiPolygon& keep_off) const {
        const double width = frame.metres(size.width + space.clearance / 2);
        const double height = frame.metres(size.height);
        if (box.width() < width || box.height() < height) {
            return std::nullopt;
        }
        const auto point = geo::label_point(within, width, height, keep_off);
        return point && point->scale >= 1 ? point : std::nullopt;
    }

    /// Whether a label here touches no mark.
    [[nodiscard]] bool is_clear(const Rect& rect) const {
        return std::ranges::none_of(mark_boxes,
                                    [&](const Rect& mark) { return mark.overlaps(rect); });
    }

    /// The best place, and others around it that leave a leader more room.
    [[nodiscard]] std::vector<Rect> places_around(Position centre, std::size_t region,
                                                  scene::Size size) const {
        std::vector<Rect> places{around(centre, size)};
        constexpr int steps = 3;
        for (int row = -steps; row <= steps; ++row) {
            for (int column = -steps; column <= steps; ++column) {
                const Position moved{centre.x + size.height * column, centre.y + size.height * row};
                const Rect rect = around(moved, size);
                if ((row != 0 || column != 0) && land.within(rect.grown(space.clearance), region) &&
                    is_clear(rect)) {
                    places.push_back(rect);
                }
            }
        }
        return places;
    }
};

/// The marks of all but one of the regions.
geo::MultiPolygon marks_but(const LabelledRegion* own, std::span<const LabelledRegion> labelled) {
    geo::MultiPolygon shapes;
    for (const LabelledRegion& other : labelled) {
        if (&other != own && other.mark) {
            shapes.insert(shapes.end(), other.mark->shapes.begin(), other.mark->shapes.end());
        }
    }
    return shapes;
}

Map map_of(std::span<const LabelledRegion> labelled, const geo::Regions& regions,
           const MapFrame& frame, const LandMask& land, const LabelSpace& space) {
    Map map{regions, frame, land, space, marks_but(nullptr, labelled)};
    for (const geo::Ring& ring : map.marks) {
        const geo::Box box = geo::bounds({ring});
        const Position corner = frame.at({box.min_x, box.max_y});
        const Position opposite = frame.at({box.max_x, box.min_y});
        map.mark_boxes.push_back({corner.x, corner.y, opposite.x, opposite.y});
    }
    return map;
}

/// Gives the first way that fits into the region's one mark, off all others, its place there.
void add_place_in_mark(Wanted& wanted, const Map& map, std::span<const LabelledRegion> labelled) {
    const std::optional<LabelMark>& mark = wanted.of->mark;
    if (!mark || mark->shapes.size() != 1) {
        return;
    }
    const geo::MultiPolygon others = marks_but(wanted.of, labelled);
    const geo::Box box = geo::bounds(mark->shapes);
    for (std::size_t i = 0; i < wanted.texts.size(); ++i) {
        const scene::Size size = wanted.texts[i].size;
        if (const auto room = map.room(box, mark->shapes, size, others)) {
            wanted.request.ways[i].inside = {around(map.frame.at(room->centre), size)};
            wanted.in_mark = true;
            return;
        }
    }
}

/// Gives each way that fits inside its places there: the first that fits at ease, else the
/// roomiest.
void add_places_inside(Wanted& wanted, const Map& map) {
    const std::size_t region = wanted.request.region;
    const geo::Box box = geo::bounds(map.shape(region));
    std::size_t best = 0;
    std::optional<geo::LabelPoint> roomiest;
    for (std::size_t i = 0; i < wanted.texts.size(); ++i) {
        const auto point = map.room(box, region, wanted.texts[i].size);
        if (point && (!roomiest || point->scale > roomiest->scale)) {
            best = i;
            roomiest = point;
        }
        if (roomiest && roomiest->scale >= ease) {
            break;
        }
    }
    if (roomiest) {
        wanted.request.ways[best].inside =
            map.places_around(map.frame.at(roomiest->centre), region, wanted.texts[best].size);
    }
}

/// The label of a region with all the places that it may have; nothing where none is wanted, or the
/// region is not drawn.
std::optional<Wanted> wanted_for(const LabelledRegion& region, const facts::Facts& facts,
                                 const facts::Words& words, const Map& map,
                                 std::span<const LabelledRegion> labelled,
                                 const LabelSetter& setter) {
    const facts::Fact& fact = facts.facts[region.fact];
    const facts::LabelChoice choice = region.choice.value_or(facts::usual_label(fact));
    const auto anchor = geo::label_point(map.shape(region.region), 1, 1);
    if (choice.empty() || !anchor) {
        return std::nullopt;
    }
    Wanted wanted{
        .of = &region,
        .choice = choice,
        .texts = setter.ways(fact, words.value_labels[region.fact], choice),
        .request = {.region = region.region,
                    .anchor = region.mark ? region.mark->anchor : map.frame.at(anchor->centre),
                    .ways = {},
                    .needed = choice.needed}};
    const double line = setter.style().label.font.size.to_px();
    for (const LabelText& text : wanted.texts) {
        const auto lines = static_cast<double>(text.lines.size());
        // Beside its region a label has a value on a line of its own for no reason.
        const bool beside =
            choice.needed && (!choice.value || text.lines.back().size() > 1 || !choice.name);
        wanted.request.ways.push_back({.size = text.size,
                                       .cost = cost_of_line * line * (lines - 1),
                                       .inside = {},
                                       .beside = beside});
    }
    if (!choice.beside) {
        add_place_in_mark(wanted, map, labelled);
        if (!wanted.in_mark) {
            add_places_inside(wanted, map);
        }
    }
    // A number stands where a label could: not in a mark, which may be too small for it.
    if (map.space.cost_of_number && choice.needed) {
        const scene::Size size = setter.number_size(map.space.first_number + facts.facts.size());
        LabelWay number{.size = size, .cost = *map.space.cost_of_number};
        const auto room = map.room(geo::bounds(map.shape(region.region)), region.region, size);
        if (room && !choice.beside && !wanted.in_mark) {
            number.inside = map.places_around(map.frame.at(room->centre), region.region, size);
        }
        wanted.request.ways.push_back(std::move(number));
    }
    return wanted;
}

/// The leader to where the region's mark begins, if it has one.
Leader up_to_mark(const LabelledRegion& region, Leader leader) {
    if (region.mark) {
        const Length x = leader.from.x - leader.to.x;
        const Length y = leader.from.y - leader.to.y;
        const Length length = Length::px(std::hypot(x.to_px(), y.to_px()));
        const double part = length > region.mark->radius ? region.mark->radius / length : 1;
        leader.to = {leader.to.x + x * part, leader.to.y + y * part};
    }
    return leader;
}

/// A leader ends in a dot, but not at a mark, which shows by itself what is meant.
void draw_leader(const LabelledRegion& region, const Leader& to_anchor, const input::Style& style,
                 std::vector<scene::Node>& nodes) {
    const Leader leader = up_to_mark(region, to_anchor);
    // A casing keeps the leader apart from regions that are like it and from borders that it
    // crosses.
    const scene::Colour casing_of = casing_colour(style);
    const Length casing = style.map.leader.width * 4;
    const Length dot = std::max(style.map.leader.width * 7, style.label.font.size * 0.28);
    const scene::Subpath line{.points = {leader.from, leader.to}, .closed = false};
    const scene::Subpath end{.points = {leader.to}, .closed = false};
    const auto stroke = [&](const scene::Subpath& subpath, Length width, bool halo) {
        const scene::Colour colour = halo ? casing_of : style.map.leader.colour;
        nodes.emplace_back(scene::Path{.subpaths = {subpath},
                                       .stroke = scene::Stroke{colour, width, true, halo},
                                       .keeps_colours = true});
    };
    stroke(line, style.map.leader.width + casing / 2, true);
    if (!region.mark) {
        stroke(end, dot + casing / 2, true);
    }
    stroke(line, style.map.leader.width, false);
    if (!region.mark) {
        stroke(end, dot, false);
    }
}

/// Draws labels in their places.
struct Drawing {
    const facts::Facts& facts;
    const LabelSetter& setter;
    RegionLabels& result;

    void draw(const Wanted& wanted, const LabelPlace& place) const {
        const Leader& leader = place.leader;
        const input::Style& style = setter.style();
        result.placed.push_back({wanted.of->fact, leader, 0});
        const LabelText& text = wanted.texts[place.way];
        if (!leader.has_line()) {
            const bool zero = facts.facts[wanted.of->fact].value == 0.0;
            const scene::Colour colour = text_colour_on(wanted.ground(), zero, style);
            setter.draw(text, leader.label, Align::centre, colour, true, result.texts);
            return;
        }
        draw_leader(*wanted.of, leader, style, result.leaders);
        const Align align = leader.from.x < leader.label.left    ? Align::left
                            : leader.from.x > leader.label.right ? Align::right
                                                                 : Align::centre;
        setter.draw(text, leader.label, align, style.label.colour, false, result.texts);
    }

    /// Numbers run down the map.
    void draw_numbers(std::vector<std::pair<const Wanted*, LabelPlace>> numbered,
                      std::size_t first) const {
        const auto order = [](const auto& one) {
            const Rect& rect = one.second.leader.label;
            return std::tuple(std::round(rect.top.to_px()), rect.left);
        };
        std::ranges::stable_sort(numbered, {}, order);
        for (const auto& [wanted, place] : numbered) {
            if (place.leader.has_line()) {
                draw_leader(*wanted->of, place.leader, setter.style(), result.leaders);
            }
            setter.draw_number(first, place.leader.label, result.texts);
            result.placed.push_back({wanted->of->fact, place.leader, first++});
        }
    }

    /// The value of a label without room for its name, where it fits inside and touches no other.
    void draw_value(const Wanted& wanted, const std::string& value, const Map& map) const {
        if (!wanted.choice.value || wanted.choice.beside) {
            return;
        }
        const LabelText text = setter.value_alone(value, false);
        const std::size_t region = wanted.request.region;
        const auto room = map.room(geo::bounds(map.shape(region)), region, text.size);
        if (!room) {
            return;
        }
        const Position middle = map.frame.at(room->centre);
        const Leader alone{around(middle, text.size), middle, middle};
        const auto touches = [&](const RegionLabel& other) {
            return in_conflict(alone, other.leader, map.space.clearance);
        };
        if (std::ranges::none_of(result.placed, touches)) {
            const scene::Colour colour = text_colour_on(wanted.of->ground, false, setter.style());
            setter.draw(text, alone.label, Align::centre, colour, true, result.texts);
        }
    }
};

} // namespace

RegionLabels label_regions(const facts::Facts& facts, const facts::Words& words,
                           std::span<const LabelledRegion> labelled, const geo::Regions& regions,
                           const MapFrame& frame, const LandMask& land, const LabelSpace& space,
                           const input::Style& style, const scene::Fonts& fonts) {
    const LabelSetter setter(style, fonts);
    const Map map = map_of(labelled, regions, frame, land, space);
    std::vector<Wanted> wanted;
    std::vector<LabelRequest> requests;
    for (const LabelledRegion& region : labelled) {
        if (auto one = wanted_for(region, facts, words, map, labelled, setter)) {
            requests.push_back(one->request);
            wanted.push_back(std::move(*one));
        }
    }
    const auto places = place_labels(requests, land, space);
    RegionLabels result;
    const Drawing drawing{facts, setter, result};
    std::vector<std::pair<const Wanted*, LabelPlace>> numbered;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] && places[i]->way >= wanted[i].texts.size()) {
            numbered.emplace_back(&wanted[i], *places[i]);
        } else if (places[i]) {
            drawing.draw(wanted[i], *places[i]);
        } else if (wanted[i].choice.needed) {
            result.unnamed.push_back(wanted[i].of->fact);
        }
    }
    drawing.draw_numbers(std::move(numbered), space.first_number);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i] && wanted[i].choice.needed) {
            drawing.draw_value(wanted[i], words.value_labels[wanted[i].of->fact], map);
        }
    }
    return result;
}

} // namespace cairn::figure
