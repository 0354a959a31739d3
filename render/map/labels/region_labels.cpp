#include "render/map/labels/region_labels.h"

#include "render/map/page/map_fills.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace cairn::map {

namespace {

using scene::Position;

/// Of a label that does not only say something, beside others.
constexpr double worth_of_block = 3;

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
    const Length casing = style.map.leader.width * 4;
    const Length dot = std::max(style.map.leader.width * 7, style.label.font.size * 0.28);
    const scene::Subpath line{.points = {leader.from, leader.to}, .closed = false};
    const scene::Subpath end{.points = {leader.to}, .closed = false};
    const auto stroke = [&](const scene::Subpath& subpath, const colour::Ink& ink, Length width) {
        nodes.emplace_back(
            scene::Path{.subpaths = {subpath}, .stroke = colour::Stroke{ink, width, true}});
    };
    const colour::Ink cased = colour::on(colour::Role::leader);
    stroke(line, cased, style.map.leader.width + casing / 2);
    if (!region.mark) {
        stroke(end, cased, dot + casing / 2);
    }
    stroke(line, colour::Role::leader, style.map.leader.width);
    if (!region.mark) {
        stroke(end, colour::Role::leader, dot);
    }
}

/// Draws labels in their places.
struct Drawing {
    const facts::Facts& facts;
    const LabelSetter& setter;
    RegionLabels& result;

    void draw(const WantedLabel& wanted, const LabelPlace& place) const {
        const Leader& leader = place.leader;
        const input::Style& style = setter.style();
        result.placed.push_back({wanted.of->fact, leader, 0});
        const LabelText& text = wanted.texts[place.way];
        if (!leader.has_line()) {
            const bool zero = facts.facts[wanted.of->fact].value == 0.0;
            setter.draw(text, leader.label, Align::centre, text_ink_on(wanted.ground(), zero),
                        result.texts);
            return;
        }
        draw_leader(*wanted.of, leader, style, result.leaders);
        const page::Rect room = words_beside(wanted.of->block, leader, setter);
        const Align align = leader.from.x < room.left    ? Align::left
                            : leader.from.x > room.right ? Align::right
                                                         : Align::centre;
        const Length free = (room.height() - text.size.height) / 2;
        setter.draw(text, {room.left, room.top + free, room.right, room.bottom}, align,
                    style.label.ink, result.texts);
    }

    /// Numbers run down the map.
    void draw_numbers(std::vector<std::pair<const WantedLabel*, LabelPlace>> numbered,
                      std::size_t first) const {
        const auto order = [](const auto& one) {
            const page::Rect& rect = one.second.leader.label;
            return std::tuple(std::round(rect.top.to_px()), rect.left);
        };
        std::ranges::stable_sort(numbered, {}, order);
        for (const auto& [wanted, place] : numbered) {
            if (place.leader.has_line()) {
                draw_leader(*wanted->of, place.leader, setter.style(), result.leaders);
            }
            const page::Rect room = words_beside(wanted->of->block, place.leader, setter);
            const Position middle{(room.left + room.right) / 2, room.middle()};
            setter.draw_number(first, around(middle, {room.width(), room.width()}), result.texts);
            result.placed.push_back({wanted->of->fact, place.leader, first++});
        }
    }

    /// The value of a label without room for its name, where it fits inside and touches no other.
    void draw_value(const WantedLabel& wanted, const std::string& value, const LabelGround& ground,
                    Length clearance) const {
        if (!wanted.choice.value || wanted.choice.beside) {
            return;
        }
        const LabelText text = setter.value_alone(value, false);
        const auto room = ground.room(wanted.request.region, text.size, clearance);
        if (!room) {
            return;
        }
        const Position middle = ground.at(room->centre);
        const Leader alone{around(middle, text.size), middle, middle};
        const auto touches = [&](const RegionLabel& other) {
            return in_conflict(alone, other.leader, clearance);
        };
        if (std::ranges::none_of(result.placed, touches)) {
            setter.draw(text, alone.label, Align::centre, colour::on(wanted.of->ground),
                        result.texts);
        }
    }
};

} // namespace

RegionLabels label_regions(const facts::Facts& facts, const words::Words& words,
                           const LabelTask& task, const LabelSetter& setter) {
    std::vector<LabelOptions> options;
    options.reserve(task.labels.size());
    std::vector<LabelToPlace> to_place;
    for (const WantedLabel* one : task.labels) {
        options.push_back(
            options_within(one->options, one->request, task.ground.land(), task.space));
        to_place.push_back(
            {&options.back(), one->request.needed, one->of->block ? worth_of_block : 1});
    }
    const auto places = place_labels(to_place, task.space.clearance, task.effort);
    RegionLabels result;
    const Drawing drawing{facts, setter, result};
    std::vector<std::pair<const WantedLabel*, LabelPlace>> numbered;
    std::vector<const WantedLabel*> unplaced;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const WantedLabel& one = *task.labels[i];
        if (places[i] && places[i]->way >= one.texts.size()) {
            numbered.emplace_back(&one, *places[i]);
        } else if (places[i]) {
            drawing.draw(one, *places[i]);
        } else if (one.request.needed) {
            unplaced.push_back(&one);
            result.unnamed.push_back(one.of->fact);
        }
    }
    drawing.draw_numbers(std::move(numbered), task.first_number);
    for (const WantedLabel* one : unplaced) {
        drawing.draw_value(*one, words.marks[one->of->fact].value, task.ground,
                           task.space.clearance);
    }
    return result;
}

} // namespace cairn::map
