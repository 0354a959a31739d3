#include "render/figure/region_labels.h"

#include "geo/label_point.h"
#include "render/scene/limits.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// Words set in one weight.
struct Run {
    std::string string;
    scene::Weight weight = scene::Weight::regular;
    Length width;
    std::string language{}; ///< BCP 47, where it is not the figure's
};

using RunLine = std::vector<Run>;

/// A label before it has a place: lines of runs, and the room they take.
struct Label {
    std::vector<RunLine> lines;
    scene::Size size;
};

/// What all labels of a map share.
struct Setting {
    const input::Style& style;
    const scene::Fonts& fonts;

    [[nodiscard]] Length space() const { return style.label.font.size * 0.3; }
    /// Between lines of one label: closer than running text.
    [[nodiscard]] Length line() const { return style.label.font.size * 1.1; }
    [[nodiscard]] Run run(std::string string, scene::Weight weight,
                          const std::string& language = {}) const {
        const Length width = fonts.measure(string, {style.label.font.size, weight}).width;
        return {std::move(string), weight, width, language};
    }
    [[nodiscard]] Length width(const RunLine& line) const {
        Length sum;
        for (const Run& run : line) {
            sum += run.width + (&run == &line.front() ? Length() : space());
        }
        return sum;
    }
    [[nodiscard]] Label label(std::vector<RunLine> lines) const {
        Label label{.lines = std::move(lines), .size = {}};
        for (const RunLine& one : label.lines) {
            label.size.width = std::max(label.size.width, width(one));
        }
        label.size.height = line() * static_cast<double>(label.lines.size());
        return label;
    }
};

/// The ways to write name and value, best first: beside each other, one above the other, the
/// name on two lines.
std::vector<Label> ways_to_write(const Setting& setting, const facts::Fact& fact,
                                 const std::string& value) {
    const std::string& name = fact.label;
    const Run name_run = setting.run(name, scene::Weight::regular, fact.language);
    const Run value_run = setting.run(value, scene::Weight::bold);
    std::vector<Label> ways;
    ways.push_back(setting.label({{name_run, value_run}}));
    ways.push_back(setting.label({{name_run}, {value_run}}));
    // Two lines of about equal length, no word broken.
    Length width = name_run.width * 0.7;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        width = std::max(
            width, setting.run(name.substr(begin, end - begin), scene::Weight::regular).width);
        begin = end + 1;
    }
    const std::vector<std::string> halves =
        scene::wrap(setting.fonts, name, setting.style.label.font, width);
    if (halves.size() == 2) {
        const Run second = setting.run(halves[1], scene::Weight::regular, fact.language);
        const Run first = setting.run(halves[0], scene::Weight::regular, fact.language);
        ways.push_back(setting.label({{first}, {second, value_run}}));
        ways.push_back(setting.label({{first}, {second}, {value_run}}));
    }
    return ways;
}

enum class Align { left, centre, right };

void draw(const Label& label, const Rect& rect, Align align, scene::Colour colour,
          const Setting& setting, std::vector<scene::Node>& nodes) {
    input::TextStyle style = setting.style.label;
    style.colour = colour;
    style.line = setting.line();
    Length top = rect.top;
    for (const RunLine& line : label.lines) {
        const Length free = rect.width() - setting.width(line);
        Length left = rect.left + (align == Align::left     ? Length()
                                   : align == Align::centre ? free / 2
                                                            : free);
        for (const Run& run : line) {
            style.font.weight = run.weight;
            scene::Text text = set_line(setting.fonts, run.string, style, {left, top});
            text.keeps_colours = align == Align::centre; // it stands on its area
            text.language = run.language;
            nodes.emplace_back(std::move(text));
            left += run.width + setting.space();
        }
        top += style.line;
    }
}

Rect around(Position centre, scene::Size size) {
    return {centre.x - size.width / 2, centre.y - size.height / 2, centre.x + size.width / 2,
            centre.y + size.height / 2};
}

/// Where labels may stand, metres: in the polygon, but off these rings.
struct Ground {
    const geo::MultiPolygon& polygon;
    const geo::MultiPolygon& keep_off;
};

std::optional<Rect> inside(const Label& label, const Ground& ground, const MapFrame& frame,
                           Length clearance) {
    const double width = frame.metres(label.size.width + clearance);
    const double height = frame.metres(label.size.height);
    const geo::Box box = geo::bounds(ground.polygon);
    if (box.width() < width || box.height() < height) {
        return std::nullopt;
    }
    const auto point = geo::label_point(ground.polygon, width, height, ground.keep_off);
    if (!point || point->scale < 1) {
        return std::nullopt;
    }
    return around(frame.at(point->centre), label.size);
}

/// The leader to where its mark begins.
Leader up_to(const LabelMark& mark, Leader leader) {
    const Length x = leader.from.x - leader.to.x;
    const Length y = leader.from.y - leader.to.y;
    const Length length = Length::px(std::hypot(x.to_px(), y.to_px()));
    const double part = length > mark.radius ? mark.radius / length : 1;
    leader.to = {leader.to.x + x * part, leader.to.y + y * part};
    return leader;
}

/// A leader ends in a dot, but not at a mark, which shows by itself what is meant.
void draw_leader(const Leader& leader, bool ends_in_dot, const input::Style& style,
                 std::vector<scene::Node>& nodes) {
    // A casing keeps the leader apart from regions that are like it and from borders that it
    // crosses.
    const bool is_dark = scene::contrast(style.map.leader.colour, style.map.label_light) >=
                         scene::contrast(style.map.leader.colour, style.map.label_dark);
    const scene::Colour casing_colour = is_dark ? style.map.label_light : style.map.label_dark;
    const Length casing = style.map.leader.width * 4;
    const Length dot = std::max(style.map.leader.width * 7, style.label.font.size * 0.28);
    const scene::Subpath line{.points = {leader.from, leader.to}, .closed = false};
    const scene::Subpath end{.points = {leader.to}, .closed = false};
    const auto stroke = [&](const scene::Subpath& subpath, Length width, bool halo) {
        const scene::Colour colour = halo ? casing_colour : style.map.leader.colour;
        nodes.emplace_back(scene::Path{.subpaths = {subpath},
                                       .stroke = scene::Stroke{colour, width, true, halo},
                                       .keeps_colours = true});
    };
    stroke(line, style.map.leader.width + casing / 2, true);
    if (ends_in_dot) {
        stroke(end, dot + casing / 2, true);
    }
    stroke(line, style.map.leader.width, false);
    if (ends_in_dot) {
        stroke(end, dot, false);
    }
}

/// A region's label as it asks for a place.
struct Wanted {
    std::size_t fact = 0;
    std::vector<Label> ways; ///< best first
    scene::Colour colour;    ///< inside the region
};

/// Zeros are quiet: they say only that the area was counted.
scene::Colour colour_on(scene::Colour ground, bool zero, const input::Style& style) {
    if (zero && scene::contrast(style.note.colour, ground) >= scene::least_text_contrast) {
        return style.note.colour;
    }
    const bool dark_is_better = scene::contrast(style.map.label_dark, ground) >=
                                scene::contrast(style.map.label_light, ground);
    return dark_is_better ? style.map.label_dark : style.map.label_light;
}

/// A label with the room that it takes.
struct PlacedLabel {
    const Label* label = nullptr;
    Rect rect;
};

/// The first way that fits on the ground.
std::optional<PlacedLabel> place_inside(const Wanted& wanted, const Ground& ground,
                                        const MapFrame& frame, Length clearance) {
    for (const Label& way : wanted.ways) {
        if (const auto rect = inside(way, ground, frame, clearance)) {
            return PlacedLabel{&way, *rect};
        }
    }
    return std::nullopt;
}

/// Labels beside their regions.
struct Beside {
    std::vector<Wanted> labels;
    std::vector<LeaderRequest> requests;         ///< one a label
    std::vector<std::optional<LabelMark>> marks; ///< one a label
    std::vector<std::size_t> ways;               ///< how each label is written
    std::vector<std::optional<Leader>> leaders;  ///< nothing for a label that finds no place

    void add(Wanted wanted, const LabelledRegion& labelled, Position anchor) {
        requests.push_back({labelled.region, anchor, wanted.ways.front().size});
        marks.push_back(labelled.mark);
        labels.push_back(std::move(wanted));
        ways.push_back(0);
    }
    [[nodiscard]] std::size_t placed() const {
        return static_cast<std::size_t>(
            std::ranges::count_if(leaders, [](const auto& leader) { return leader.has_value(); }));
    }
};

/// Places all labels; those that find no place are written narrower, as long as that helps.
Beside place_beside(Beside beside, const LandMask& land, const LabelSpace& space) {
    beside.leaders = place_leaders(beside.requests, land, space);
    Beside best = beside;
    for (;;) {
        bool narrower = false;
        for (std::size_t i = 0; i < beside.labels.size(); ++i) {
            if (!beside.leaders[i] && beside.ways[i] + 1 < beside.labels[i].ways.size()) {
                beside.requests[i].label = beside.labels[i].ways[++beside.ways[i]].size;
                narrower = true;
            }
        }
        if (!narrower) {
            return best;
        }
        beside.leaders = place_leaders(beside.requests, land, space);
        if (beside.placed() > best.placed()) {
            best = beside;
        }
    }
}

/// The value of a label without room for its name, where it fits inside and no leader runs through.
void draw_value(const Wanted& wanted, const std::string& value, const Ground& ground,
                const MapFrame& frame, const Beside& beside, Length clearance,
                const Setting& setting, std::vector<scene::Node>& texts) {
    Wanted alone = wanted;
    alone.ways = {setting.label({{setting.run(value, scene::Weight::bold)}})};
    const auto placed = place_inside(alone, ground, frame, clearance);
    const auto in_the_way = [&](const std::optional<Leader>& leader) {
        return leader && runs_through(*leader, placed->rect);
    };
    if (placed && std::ranges::none_of(beside.leaders, in_the_way)) {
        draw(*placed->label, placed->rect, Align::centre, alone.colour, setting, texts);
    }
}

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

} // namespace

RegionLabels label_regions(const facts::Facts& facts, const facts::Words& words,
                           std::span<const LabelledRegion> labelled, const geo::Regions& regions,
                           const MapFrame& frame, const LandMask& land, LabelSpace space,
                           const input::Style& style, const scene::Fonts& fonts) {
    const Setting setting{style, fonts};
    RegionLabels result;
    Beside wanting;
    const geo::MultiPolygon marks = marks_but(nullptr, labelled);
    for (const LabelledRegion& one : labelled) {
        const facts::Fact& fact = facts.facts[one.fact];
        const std::string& value = words.value_labels[one.fact];
        const geo::Region& region = regions.regions[one.region];
        const bool zero = fact.value == 0.0;
        Wanted wanted{.fact = one.fact,
                      .ways = zero ? std::vector{setting.label(
                                         {{setting.run(value, scene::Weight::regular)}})}
                                   : ways_to_write(setting, fact, value),
                      .colour = colour_on(one.ground, zero, style)};
        std::optional<PlacedLabel> placed;
        if (one.mark && one.mark->shapes.size() == 1) {
            const geo::MultiPolygon others = marks_but(&one, labelled);
            placed = place_inside(wanted, {one.mark->shapes, others}, frame, space.clearance / 2);
            wanted.colour = placed ? colour_on(one.mark->fill, zero, style) : wanted.colour;
        }
        if (!placed) {
            placed = place_inside(wanted, {region.geometry, marks}, frame, space.clearance / 2);
        }
        if (placed) {
            draw(*placed->label, placed->rect, Align::centre, wanted.colour, setting, result.texts);
            space.obstacles.push_back(placed->rect);
        } else if (one.mark) {
            wanting.add(std::move(wanted), one, one.mark->anchor);
        } else if (const auto anchor = geo::label_point(region.geometry, 1, 1); anchor && !zero) {
            wanting.add(std::move(wanted), one, frame.at(anchor->centre));
        }
    }

    const Beside beside = place_beside(std::move(wanting), land, space);
    for (std::size_t i = 0; i < beside.labels.size(); ++i) {
        const Wanted& label = beside.labels[i];
        const std::optional<Leader>& leader = beside.leaders[i];
        if (!leader) {
            result.unnamed.push_back(facts.facts[label.fact].label);
            draw_value(label, words.value_labels[label.fact],
                       {regions.regions[beside.requests[i].region].geometry, marks}, frame, beside,
                       space.clearance / 2, setting, result.texts);
            continue;
        }
        const bool right_of_region = leader->from.x > leader->to.x;
        const std::optional<LabelMark>& mark = beside.marks[i];
        draw_leader(mark ? up_to(*mark, *leader) : *leader, !mark, style, result.leaders);
        draw(label.ways[beside.ways[i]], leader->label,
             right_of_region ? Align::left : Align::right, style.label.colour, setting,
             result.texts);
    }
    return result;
}

} // namespace cairn::figure
