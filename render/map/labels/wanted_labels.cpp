#include "render/map/labels/wanted_labels.h"

#include <algorithm>
#include <utility>

namespace cairn::map {

namespace {

using scene::Position;

/// What a line more costs, in sizes of text of leader.
constexpr double cost_of_line = 0.7;
/// How much larger than the label its region's room is where it stands at ease.
constexpr double ease = 1.3;

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

/// Gives the first way that fits into the region's one mark, off all others, its place there.
void add_place_in_mark(WantedLabel& wanted, const LabelGround& ground, Length clearance) {
    const std::optional<LabelMark>& mark = wanted.of->mark;
    if (!mark || mark->shapes.size() != 1) {
        return;
    }
    for (std::size_t i = 0; i < wanted.texts.size(); ++i) {
        const scene::Size size = wanted.texts[i].size;
        if (const auto room = ground.room_in_mark(*wanted.of, size, clearance)) {
            wanted.request.ways[i].inside = {around(ground.at(room->centre), size)};
            wanted.in_mark = true;
            return;
        }
    }
}

/// Gives each way that fits inside its places there: the first that fits at ease, else the
/// roomiest.
void add_places_inside(WantedLabel& wanted, const LabelGround& ground, Length clearance) {
    const std::size_t region = wanted.request.region;
    std::size_t best = 0;
    std::optional<geo::LabelPoint> roomiest;
    for (std::size_t i = 0; i < wanted.texts.size(); ++i) {
        const auto point = ground.room(region, wanted.texts[i].size, clearance);
        if (point && (!roomiest || point->scale > roomiest->scale)) {
            best = i;
            roomiest = point;
        }
        if (roomiest && roomiest->scale >= ease) {
            break;
        }
    }
    if (roomiest) {
        wanted.request.ways[best].inside = ground.places_around(ground.at(roomiest->centre), region,
                                                                wanted.texts[best].size, clearance);
    }
}

/// Places at a region's one mark, on its land and clear of its outline and of all other marks. One
/// further away, without a leader, would not show what it belongs to.
std::vector<page::Rect> places_at_mark(const LabelMark& mark, std::size_t region, scene::Size size,
                                       const LabelGround& ground, Length clearance) {
    std::vector<page::Rect> places;
    const Length gap = mark.radius + clearance / 2;
    for (const int row : {1, -1, 0}) {
        for (const int column : {0, 1, -1}) {
            const Position middle{mark.anchor.x + (gap + size.width / 2) * column,
                                  mark.anchor.y + (gap + size.height / 2) * row};
            const page::Rect rect = around(middle, size);
            if ((row != 0 || column != 0) && ground.is_clear(rect) &&
                ground.land().within(rect.grown(clearance / 2), region)) {
                places.push_back(rect);
            }
        }
    }
    return places;
}

/// Gives the first way that fits beside the region's one mark its places there.
void add_places_at_mark(WantedLabel& wanted, const LabelGround& ground, Length clearance) {
    for (std::size_t i = 0; i < wanted.texts.size(); ++i) {
        std::vector<page::Rect>& inside = wanted.request.ways[i].inside;
        inside = places_at_mark(*wanted.of->mark, wanted.request.region, wanted.texts[i].size,
                                ground, clearance);
        if (!inside.empty()) {
            return;
        }
    }
}

/// The size of words and the block before them.
scene::Size with_block(const std::optional<scene::Size>& block, scene::Size words,
                       const LabelSetter& setter) {
    if (!block) {
        return words;
    }
    const Length gap = words.width > Length() ? setter.space() : Length();
    return {block->width + gap + words.width, std::max(block->height, words.height)};
}

/// Where a leader to a region ends; nothing for a region that is not drawn.
std::optional<Position> anchor_of(const LabelledRegion& region, const facts::LabelChoice& choice,
                                  const LabelGround& ground) {
    const geo::MultiPolygon& shape = ground.shape(region.region);
    if (region.mark) {
        return region.mark->anchor;
    }
    if (!choice.needed) { // it has no leader, and the search is dear
        return shape.empty() ? std::nullopt : std::optional(Position());
    }
    const auto point = geo::label_point(shape, 1, 1);
    return point ? std::optional(ground.at(point->centre)) : std::nullopt;
}

/// The label of a region with all the places that it may have; nothing where none is wanted, or the
/// region is not drawn.
std::optional<WantedLabel> wanted_for(const LabelledRegion& region, const facts::Facts& facts,
                                      const words::Words& words, const LabelGround& ground,
                                      const LabelSpace& space, const LabelSetter& setter) {
    const facts::Fact& fact = facts.facts[region.fact];
    const facts::LabelChoice choice = region.choice.value_or(facts::usual_label(fact));
    const auto anchor = anchor_of(region, choice, ground);
    if ((choice.empty() && !region.block) || !anchor) {
        return std::nullopt;
    }
    WantedLabel wanted{.of = &region,
                       .choice = choice,
                       .texts = choice.empty()
                                    ? std::vector{setter.text({})}
                                    : setter.ways(fact, words.marks[region.fact].value, choice),
                       .request = {.region = region.region,
                                   .anchor = *anchor,
                                   .ways = {},
                                   .needed = choice.needed || region.block},
                       .options = {}};
    const double line = setter.style().label.font.size.to_px();
    for (const LabelText& text : wanted.texts) {
        const auto lines = static_cast<double>(text.lines.size());
        // Beside its region a label has a value on a line of its own for no reason.
        const bool beside = wanted.request.needed &&
                            (!choice.value || text.lines.back().size() > 1 || !choice.name);
        wanted.request.ways.push_back({.size = with_block(region.block, text.size, setter),
                                       .cost = cost_of_line * line * std::max(lines - 1, 0.0),
                                       .inside = {},
                                       .beside = beside});
    }
    if (!choice.beside && !region.block) {
        add_place_in_mark(wanted, ground, space.clearance);
        if (!wanted.in_mark && region.mark && region.mark->shapes.size() == 1) {
            add_places_at_mark(wanted, ground, space.clearance);
        } else if (!wanted.in_mark) {
            add_places_inside(wanted, ground, space.clearance);
        }
    }
    wanted.options = options_for(wanted.request, ground.land(), space);
    return wanted;
}

/// Where a number may stand on its region: on its mark, else beside all marks.
std::vector<page::Rect> places_of_number(const WantedLabel& label, scene::Size size,
                                         const LabelGround& ground, Length clearance) {
    const std::optional<LabelMark>& mark = label.of->mark;
    if (mark && mark->shapes.size() == 1) {
        if (const auto room = ground.room_in_mark(*label.of, size, Length())) {
            return {around(ground.at(room->centre), size)};
        }
        return places_at_mark(*mark, label.request.region, size, ground, clearance);
    }
    const auto room = ground.room(label.request.region, size, clearance);
    return room ? ground.places_around(ground.at(room->centre), label.request.region, size,
                                       clearance)
                : std::vector<page::Rect>{};
}

} // namespace

page::Rect around(Position centre, scene::Size size) {
    return {centre.x - size.width / 2, centre.y - size.height / 2, centre.x + size.width / 2,
            centre.y + size.height / 2};
}

page::Rect words_beside(const std::optional<scene::Size>& block, const Leader& leader,
                        const LabelSetter& setter) {
    page::Rect rect = leader.label;
    if (block) {
        const Length taken = block->width + setter.space();
        if (leader.from.x > leader.to.x) {
            rect.left += taken;
        } else {
            rect.right -= taken;
        }
    }
    return rect;
}

LabelGround::LabelGround(const geo::Regions& regions, const MapFrame& frame, const LandMask& land,
                         std::span<const LabelledRegion> labelled)
    : m_regions(&regions), m_frame(frame), m_land(&land), m_labelled(labelled),
      m_marks(marks_but(nullptr, labelled)) {
    for (const geo::Ring& ring : m_marks) {
        const geo::Box box = geo::bounds({ring});
        const Position corner = frame.at({box.min_x, box.max_y});
        const Position opposite = frame.at({box.max_x, box.min_y});
        m_mark_boxes.push_back({corner.x, corner.y, opposite.x, opposite.y});
    }
}

std::optional<geo::LabelPoint> LabelGround::room(std::size_t region, scene::Size size,
                                                 Length clearance) const {
    return room(shape(region), size, clearance, m_marks);
}

std::optional<geo::LabelPoint> LabelGround::room_in_mark(const LabelledRegion& own,
                                                         scene::Size size, Length clearance) const {
    return room(own.mark->shapes, size, clearance, marks_but(&own, m_labelled));
}

std::optional<geo::LabelPoint> LabelGround::room(const geo::MultiPolygon& within, scene::Size size,
                                                 Length clearance,
                                                 const geo::MultiPolygon& keep_off) const {
    const geo::Box box = geo::bounds(within);
    const double width = m_frame.metres(size.width + clearance / 2);
    const double height = m_frame.metres(size.height);
    if (box.width() < width || box.height() < height) {
        return std::nullopt;
    }
    return geo::label_point(within, width, height, keep_off, 1);
}

bool LabelGround::is_clear(const page::Rect& rect) const {
    return std::ranges::none_of(m_mark_boxes,
                                [&](const page::Rect& mark) { return mark.overlaps(rect); });
}

std::vector<page::Rect> LabelGround::places_around(Position centre, std::size_t region,
                                                   scene::Size size, Length clearance) const {
    std::vector<page::Rect> places{around(centre, size)};
    constexpr int steps = 3;
    for (int row = -steps; row <= steps; ++row) {
        for (int column = -steps; column <= steps; ++column) {
            const Position moved{centre.x + size.height * column, centre.y + size.height * row};
            const page::Rect rect = around(moved, size);
            if ((row != 0 || column != 0) && m_land->within(rect.grown(clearance), region) &&
                is_clear(rect)) {
                places.push_back(rect);
            }
        }
    }
    return places;
}

std::vector<WantedLabel> wanted_labels(const facts::Facts& facts, const words::Words& words,
                                       std::span<const LabelledRegion> labelled,
                                       const LabelGround& ground, const LabelSpace& space,
                                       const LabelSetter& setter) {
    std::vector<WantedLabel> labels;
    for (const LabelledRegion& region : labelled) {
        if (auto one = wanted_for(region, facts, words, ground, space, setter)) {
            labels.push_back(std::move(*one));
        }
    }
    return labels;
}

std::vector<WantedLabel> with_numbers(std::vector<WantedLabel> labels, const Numbers& numbers,
                                      const LabelGround& ground, const LabelSpace& space,
                                      const LabelSetter& setter) {
    const scene::Size size = setter.number_size(numbers.most);
    for (WantedLabel& label : labels) {
        if (!label.choice.needed) {
            continue; // a block without words needs no number
        }
        LabelRequest alone = label.request;
        alone.ways = {{.size = with_block(label.of->block, size, setter),
                       .cost = numbers.cost,
                       .footing = numbers.footing}};
        if (!label.choice.beside && !label.in_mark && !label.of->block) {
            alone.ways[0].inside = places_of_number(label, size, ground, space.clearance);
        }
        for (LabelOption option : options_for(alone, ground.land(), space)) {
            option.place.way = label.request.ways.size();
            if (!option.place.leader.has_line() || ground.is_clear(option.place.leader.label)) {
                label.options.push_back(option);
            }
        }
        std::ranges::stable_sort(label.options, {}, &LabelOption::cost);
        label.request.ways.push_back(std::move(alone.ways[0]));
    }
    return labels;
}

} // namespace cairn::map
