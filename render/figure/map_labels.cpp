#include "render/figure/map_labels.h"

#include "render/figure/inset.h"
#include "render/figure/label_key.h"
#include "render/figure/label_sheet.h"
#include "render/figure/label_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

/// A leader is at most this share of the page's width.
constexpr double longest_leader = 0.4;
/// A leader longer than this many sizes of its text asks for another way.
constexpr double long_leader = 13;
/// On a wide page the longest leader at ease is longer: this share of the page's inner width.
constexpr double long_share = 0.2;
/// What a number in place of a label costs, in sizes of its text of leader: on a page narrower than
/// so many of them, and on others.
constexpr double narrow = 34;
constexpr double cost_on_narrow = 4;
constexpr double cost_on_wide = 12;
/// Fewer labels in trouble are no crowd.
constexpr std::size_t least_crowd = 3;
/// A part is enlarged where it is at most this share of the page's inner width wide, and high.
constexpr double most_width = 0.3;
constexpr double most_height = 0.2;

/// A way to label the map, while it is weighed against others.
struct Attempt {
    RegionLabels on_map;
    std::optional<Inset> inset{};
    RegionLabels in_inset{};

    [[nodiscard]] std::size_t unnamed() const {
        return on_map.unnamed.size() + in_inset.unnamed.size();
    }
};

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
        std::optional<Attempt> enlarged;
        if (m_map.may_enlarge && crowded.size() >= least_crowd) {
            enlarged = enlarge(crowded, may_stand_below);
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

    /// The labels of the enlarged regions.
    [[nodiscard]] RegionLabels label(const Inset& inset, std::size_t first_number) const {
        std::vector<LabelledRegion> regions;
        for (LabelledRegion one : m_map.regions) {
            const auto found = std::ranges::find(inset.regions, one.region);
            if (found != inset.regions.end()) {
                one.region = static_cast<std::size_t>(found - inset.regions.begin());
                regions.push_back(one);
            }
        }
        const Rect title = set_inset_title(inset, m_map.words, m_style, m_fonts).rect;
        LabelSheet sheet(m_shared, std::move(regions), inset.page.regions, inset.page.frame,
                         inset.page.land, space(inset.room, {title}));
        return sheet.on_gentlest_terms({.first_number = first_number});
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

    /// The map with its most crowded part enlarged.
    [[nodiscard]] std::optional<Attempt> enlarge(std::span<const std::size_t> crowded,
                                                 bool may_stand_below) {
        const scene::Size most{m_inner * most_width, m_inner * most_height};
        const std::vector<std::size_t> part =
            crowded_part(m_map.page.regions, m_map.page.frame, crowded, most);
        if (part.size() < least_crowd) {
            return std::nullopt;
        }
        auto inset =
            set_inset(m_map.shapes, m_map.page, part, m_map.obstacles, m_style, may_stand_below);
        if (!inset) {
            return std::nullopt;
        }
        Attempt attempt{
            .on_map = m_sheet.on_gentlest_terms(
                {.left_out = part, .obstacles = {inset->room}, .frames = {inset->frame}})};
        std::size_t next = 1;
        for (const RegionLabel& one : attempt.on_map.placed) {
            next = std::max(next, one.key + 1);
        }
        attempt.in_inset = label(*inset, next);
        attempt.inset = std::move(inset);
        return attempt;
    }

    void draw(const Inset& inset, RegionLabels labels, std::vector<scene::Node>& nodes) const {
        Block title = set_inset_title(inset, m_map.words, m_style, m_fonts);
        draw_frame(inset.frame, m_style, title.nodes);
        scene::Group areas = decoration({});
        areas.outline = coast_outline(m_style);
        for (std::size_t i = 0; i < m_map.regions.size(); ++i) {
            const auto found = std::ranges::find(inset.regions, m_map.regions[i].region);
            if (found != inset.regions.end()) {
                const auto index = static_cast<std::size_t>(found - inset.regions.begin());
                areas.children.emplace_back(region_path(inset.page, index, m_map.fills[i]));
            }
        }
        nodes.emplace_back(decoration(std::move(title.nodes)));
        nodes.emplace_back(std::move(areas));
        nodes.emplace_back(draw_borders(inset.page, m_style));
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
        if (attempt.inset) {
            result.bottom = std::max(result.bottom, attempt.inset->room.bottom);
            result.rooms.push_back(attempt.inset->room);
            draw(*attempt.inset, std::move(attempt.in_inset), result.nodes);
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
