#include "render/figure/map_labels.h"

#include "render/figure/inset.h"
#include "render/figure/label_key.h"
#include "render/figure/label_sheet.h"
#include "render/figure/label_text.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Position;

/// A leader is at most this share of the page's width.
constexpr double longest_leader = 0.4;
/// A leader longer than this many sizes of its text asks for another way.
constexpr double long_leader = 13;
/// On a wide page the longest leader at ease is longer: this share of the page's inner width.
constexpr double long_share = 0.2;
/// A page narrower than so many em has little room for leaders.
constexpr double narrow = 34;
/// A number in place of a label is as bad as a leader that is so many em longer.
constexpr double cost_on_narrow = 4;
constexpr double cost_on_wide = 12;
/// A part is enlarged for at least so many labels with long leaders or without room.
constexpr std::size_t least_crowd = 3;
/// What enlarging a region is worth, where it is worth 1 for a label with a long leader: for a
/// label with a good place, and for one that finds no room while another part is enlarged.
constexpr double worth_at_ease = 0.6;
constexpr double worth_without_room = 4;
constexpr int most_parts = 3; ///< that are tried
/// So few labels without room may find it where another part is enlarged; more need numbers.
constexpr std::size_t few = 3;

/// An enlarged part and what its labels need.
struct Enlarged {
    Inset inset;
    LabelSheet sheet;

    Enlarged(Inset of, const LabelSheet::Shared& shared, std::vector<LabelledRegion> labelled,
             LabelSpace space)
        : inset(std::move(of)), sheet(shared, std::move(labelled), inset.page.regions,
                                      inset.page.frame, inset.page.land, std::move(space)) {}

    [[nodiscard]] LabelSurroundings beside() const {
        return {.left_out = inset.regions, .obstacles = {inset.room}, .frames = {inset.frame}};
    }
};

/// A way to label the map, while it is weighed against others.
struct Attempt {
    RegionLabels on_map;
    std::unique_ptr<Enlarged> enlarged{};
    RegionLabels in_inset{};
    bool has_numbers = false; ///< whether they were tried

    [[nodiscard]] std::size_t unnamed() const {
        return on_map.unnamed.size() + in_inset.unnamed.size();
    }
};

/// The mark moved from its place on one map to that on another, and no larger on the page.
LabelMark moved(LabelMark mark, const MapFrame& from, const MapFrame& to) {
    const double times = to.metres(Length::px(1)) / from.metres(Length::px(1));
    for (geo::Ring& ring : mark.shapes) {
        const geo::Box box = geo::bounds({ring});
        const geo::Point middle{(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2};
        for (geo::Point& point : ring) {
            point = {middle.x + times * (point.x - middle.x),
                     middle.y + times * (point.y - middle.y)};
        }
    }
    mark.anchor = to.at(from.point(mark.anchor));
    return mark;
}

class Labelling {
  public:
    Labelling(const UnlabelledMap& map, const input::Style& style, const scene::Fonts& fonts)
        : m_map(map), m_style(style), m_fonts(fonts), m_setter(style, fonts),
          m_text(style.label.font.size), m_inner(style.width - 2 * style.margin),
          m_long(std::max(m_text * long_leader, m_inner * long_share)),
          m_shared{map.facts, map.words, m_setter,
                   m_text.to_px() * (is_narrow() ? cost_on_narrow : cost_on_wide)},
          m_sheet(m_shared, {map.regions.begin(), map.regions.end()}, map.page.regions,
                  map.page.frame, map.page.land,
                  space({style.margin, style.margin, style.width - style.margin,
                         map.page.frame.rect().bottom},
                        map.obstacles)) {}

    MapLabels run() {
        Attempt attempt{.on_map = m_sheet.label(LabelTerms::direct, {})};
        // In free sea an enlarged part costs nothing; below the map it makes the page longer.
        const std::vector<std::size_t> crowded = crowded_in(attempt.on_map, m_text * long_leader);
        const bool may_stand_below = crowded_in(attempt.on_map, m_long).size() >= least_crowd;
        // Marks that stand there twice could be counted twice.
        const bool is_worth_it = !m_map.draw_mark || attempt.unnamed() > 0;
        std::optional<Attempt> enlarged;
        if (is_worth_it && crowded.size() >= least_crowd) {
            enlarged = with_enlarged_part(crowded, may_stand_below);
        }
        const std::size_t unnamed = enlarged ? enlarged->unnamed() : attempt.unnamed();
        if (unnamed > 0) {
            attempt.on_map = m_sheet.on_gentlest_terms({}, std::move(attempt.on_map));
        }
        return draw(enlarged && unnamed <= attempt.unnamed() ? std::move(*enlarged)
                                                             : std::move(attempt));
    }

  private:
    [[nodiscard]] bool is_narrow() const { return m_inner < m_text * narrow; }

    [[nodiscard]] LabelSpace space(const Rect& page, std::vector<Rect> obstacles) const {
        return {.page = page,
                .obstacles = std::move(obstacles),
                .clearance = m_text / 2,
                .longest = m_inner * longest_leader};
    }

    /// The part that is enlarged, with its labels to come.
    [[nodiscard]] std::unique_ptr<Enlarged> prepare(Inset inset) const {
        std::vector<LabelledRegion> regions;
        for (LabelledRegion one : m_map.regions) {
            const auto found = std::ranges::find(inset.regions, one.region);
            if (found != inset.regions.end()) {
                one.region = static_cast<std::size_t>(found - inset.regions.begin());
                if (one.mark) {
                    one.mark = moved(*one.mark, m_map.page.frame, inset.page.frame);
                    inset.page.land.cover(one.mark->shapes, inset.page.frame, one.region);
                }
                regions.push_back(std::move(one));
            }
        }
        const Rect title = set_inset_title(inset, m_map.words, m_style, m_fonts).rect;
        const LabelSpace room = space(inset.room, {title});
        return std::make_unique<Enlarged>(std::move(inset), m_shared, std::move(regions), room);
    }

    /// The marks of a part of the map.
    [[nodiscard]] std::vector<Rect> marks_of(std::span<const std::size_t> part) const {
        std::vector<Rect> marks;
        for (const LabelledRegion& one : m_map.regions) {
            if (one.mark && std::ranges::find(part, one.region) != part.end()) {
                const Position at = one.mark->anchor;
                marks.push_back(Rect{at.x, at.y, at.x, at.y}.grown(one.mark->radius));
            }
        }
        return marks;
    }

    /// The regions whose labels have no room, or long leaders.
    [[nodiscard]] std::vector<std::size_t> crowded_in(const RegionLabels& labels,
                                                      Length longest) const {
        std::vector<std::size_t> regions;
        for (const LabelledRegion& region : m_map.regions) {
            const auto is_far = [&](const RegionLabel& one) {
                return one.fact == region.fact && one.leader.length() > longest;
            };
            if (std::ranges::find(labels.unnamed, region.fact) != labels.unnamed.end() ||
                std::ranges::any_of(labels.placed, is_far)) {
                regions.push_back(region.region);
            }
        }
        return regions;
    }

    /// What it is worth to enlarge each region that wants a label.
    [[nodiscard]] std::vector<Crowded> crowding(std::span<const std::size_t> crowded) const {
        std::vector<Crowded> wanting;
        for (const LabelledRegion& one : m_map.regions) {
            if (one.choice.value_or(facts::usual_label(m_map.facts.facts[one.fact])).needed) {
                const bool in_trouble = std::ranges::find(crowded, one.region) != crowded.end();
                wanting.push_back({one.region, in_trouble ? 1 : worth_at_ease});
            }
        }
        return wanting;
    }

    /// The map with its most crowded part enlarged.
    [[nodiscard]] std::optional<Attempt> with_enlarged_part(std::span<const std::size_t> crowded,
                                                            bool may_stand_below) {
        std::vector<Crowded> wanting = crowding(crowded);
        std::optional<Attempt> best = enlarge(wanting, may_stand_below);
        // Another part may do without numbers, or without loss.
        for (int round = 1; round < most_parts && best && best->unnamed() > 0; ++round) {
            if (best->unnamed() > few) {
                add_numbers(*best);
            }
            if (!raise_unnamed(*best, wanting)) {
                break;
            }
            std::optional<Attempt> other = enlarge(wanting, may_stand_below);
            if (!other || other->enlarged->inset.regions == best->enlarged->inset.regions) {
                break;
            }
            if (best->has_numbers && other->unnamed() > 0) {
                add_numbers(*other);
            }
            if (other->unnamed() < best->unnamed()) {
                best = std::move(other);
            }
        }
        if (best && best->unnamed() > 0 && !best->has_numbers) {
            add_numbers(*best);
        }
        return best;
    }

    /// Lets numbers stand for labels, where that helps.
    void add_numbers(Attempt& attempt) {
        attempt.has_numbers = true;
        attempt.on_map =
            m_sheet.on_gentlest_terms(attempt.enlarged->beside(), std::move(attempt.on_map));
        std::size_t next = 1;
        for (const RegionLabel& one : attempt.on_map.placed) {
            next = std::max(next, one.key + 1);
        }
        attempt.in_inset = attempt.enlarged->sheet.on_gentlest_terms({.first_number = next},
                                                                     std::move(attempt.in_inset));
    }

    /// Asks more strongly for what has no room beside the enlarged part; whether there is any.
    bool raise_unnamed(const Attempt& attempt, std::vector<Crowded>& wanting) const {
        bool any = false;
        for (const LabelledRegion& region : m_map.regions) {
            const auto& unnamed = attempt.on_map.unnamed;
            const auto one = std::ranges::find(wanting, region.region, &Crowded::region);
            if (one != wanting.end() && one->worth < worth_without_room &&
                std::ranges::find(unnamed, region.fact) != unnamed.end()) {
                one->worth = worth_without_room;
                any = true;
            }
        }
        return any;
    }

    /// The map with the part enlarged that is worth most, and its labels themselves.
    [[nodiscard]] std::optional<Attempt> enlarge(std::span<const Crowded> wanting,
                                                 bool may_stand_below) {
        const std::vector<std::size_t> part =
            crowded_part(m_map.page.regions, m_map.page.frame, wanting, largest_part(m_style));
        if (part.size() < least_crowd) {
            return std::nullopt;
        }
        auto inset = set_inset(m_map.shapes, m_map.page, part, marks_of(part), m_map.obstacles,
                               m_style, may_stand_below);
        if (!inset) {
            return std::nullopt;
        }
        Attempt attempt{.on_map = {}, .enlarged = prepare(std::move(*inset))};
        attempt.on_map = m_sheet.label(LabelTerms::direct, attempt.enlarged->beside());
        attempt.in_inset = attempt.enlarged->sheet.label(LabelTerms::direct, {});
        return attempt;
    }

    void draw(const Inset& inset, RegionLabels labels, std::vector<scene::Node>& nodes) const {
        Block title = set_inset_title(inset, m_map.words, m_style, m_fonts);
        draw_frame(inset.frame, m_style, title.nodes);
        scene::Group areas = decoration({});
        for (std::size_t i = 0; i < m_map.regions.size(); ++i) {
            const auto found = std::ranges::find(inset.regions, m_map.regions[i].region);
            if (found != inset.regions.end()) {
                const auto index = static_cast<std::size_t>(found - inset.regions.begin());
                areas.children.emplace_back(region_path(inset.page, index, m_map.fills[i]));
            }
        }
        nodes.emplace_back(decoration(std::move(title.nodes)));
        scene::Group lines = draw_lines(inset.page, m_style, areas);
        nodes.emplace_back(std::move(areas));
        nodes.emplace_back(std::move(lines));
        std::vector<const LabelledRegion*> marked;
        for (const LabelledRegion& one : m_map.regions) {
            if (one.mark && std::ranges::find(inset.regions, one.region) != inset.regions.end()) {
                marked.push_back(&one);
            }
        }
        // None hides a smaller one.
        std::ranges::stable_sort(marked, std::ranges::greater(),
                                 [](const LabelledRegion* one) { return one->mark->radius; });
        scene::Group marks = decoration({});
        for (const LabelledRegion* one : marked) {
            m_map.draw_mark(*one, inset.page.frame, marks.children);
        }
        if (!marks.children.empty()) {
            nodes.emplace_back(std::move(marks));
        }
        nodes.emplace_back(decoration(std::move(labels.leaders)));
        nodes.emplace_back(decoration(std::move(labels.texts)));
    }

    [[nodiscard]] MapLabels draw(Attempt attempt) const {
        MapLabels result;
        result.bottom = m_map.page.frame.rect().bottom;
        for (const RegionLabels* labels : {&attempt.on_map, &attempt.in_inset}) {
            result.placed.insert(result.placed.end(), labels->placed.begin(), labels->placed.end());
            for (const std::size_t fact : labels->unnamed) {
                result.unnamed.push_back(m_map.facts.facts[fact].label);
            }
        }
        if (attempt.enlarged) {
            const Inset& inset = attempt.enlarged->inset;
            result.bottom = std::max(result.bottom, inset.room.bottom);
            result.rooms.push_back(inset.room);
            draw(inset, std::move(attempt.in_inset), result.nodes);
        }
        result.nodes.emplace_back(decoration(std::move(attempt.on_map.leaders)));
        result.nodes.emplace_back(decoration(std::move(attempt.on_map.texts)));
        Block key = set_label_key(m_map.facts, m_map.words, result.placed, m_setter, m_fonts,
                                  {m_style.margin, result.bottom + m_style.gap}, m_inner);
        if (!key.nodes.empty()) {
            result.bottom = key.rect.bottom;
            result.nodes.emplace_back(decoration(std::move(key.nodes)));
        }
        return result;
    }

    const UnlabelledMap& m_map;
    const input::Style& m_style;
    const scene::Fonts& m_fonts;
    LabelSetter m_setter;
    Length m_text;
    Length m_inner;
    Length m_long; ///< a leader longer than this is worth a longer page
    LabelSheet::Shared m_shared;
    LabelSheet m_sheet; ///< the map itself
};

} // namespace

MapLabels label_map(const UnlabelledMap& map, const input::Style& style,
                    const scene::Fonts& fonts) {
    return Labelling(map, style, fonts).run();
}

} // namespace cairn::figure
