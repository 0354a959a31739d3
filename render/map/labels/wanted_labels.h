#pragma once

#include "geo/label_point.h"
#include "geo/region.h"
#include "render/facts/facts.h"
#include "render/facts/gather/label_choice.h"
#include "render/map/labels/label_options.h"
#include "render/map/labels/label_text.h"
#include "render/map/page/map_frame.h"
#include "render/page/page.h"
#include "render/words/words.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// What the labels of a map are to say, and all places that each may have.
namespace cairn::map {

/// What stands for a region's value and is drawn on it.
struct LabelMark {
    geo::MultiPolygon shapes; ///< metres; labels keep off them, but a label may stand in its one
    colour::Plain fill;       ///< of the shapes
    scene::Position anchor;   ///< to which a leader leads
    Length radius{};          ///< around the anchor, where a leader ends
};

/// A region that may have a label: its fact, its shape, and the ground that the label stands on.
struct LabelledRegion {
    std::size_t fact = 0;
    std::size_t region = 0;
    colour::Plain ground;
    std::optional<facts::LabelChoice> choice{}; ///< nothing: the usual one
    std::optional<LabelMark> mark{};
    /// The size of what stands between the leader and the words, where its label has such a thing:
    /// it then stands beside the region, with or without words.
    std::optional<scene::Size> block{};
};

/// The room of a label's words, beside the block at the end of its leader.
page::Rect words_beside(const std::optional<scene::Size>& block, const Leader& leader,
                        const LabelSetter& setter);

/// What labels stand on. All that it refers to must outlive it.
class LabelGround {
  public:
    LabelGround(const geo::Regions& regions, const MapFrame& frame, const LandMask& land,
                std::span<const LabelledRegion> labelled);

    [[nodiscard]] const geo::MultiPolygon& shape(std::size_t region) const {
        return m_regions->regions[region].geometry;
    }
    [[nodiscard]] const LandMask& land() const { return *m_land; }

    /// The best place for a label inside a region, clear of all marks, and how many times as large
    /// it could be; nothing where it does not fit.
    [[nodiscard]] std::optional<geo::LabelPoint> room(std::size_t region, scene::Size size,
                                                      Length clearance) const;

    /// The same in the one mark of a region, clear of all others.
    [[nodiscard]] std::optional<geo::LabelPoint>
    room_in_mark(const LabelledRegion& own, scene::Size size, Length clearance) const;

    [[nodiscard]] scene::Position at(geo::Point point) const { return m_frame.at(point); }

    /// The best place, and others around it that leave a leader more room.
    [[nodiscard]] std::vector<page::Rect> places_around(scene::Position centre, std::size_t region,
                                                        scene::Size size, Length clearance) const;

    /// Whether a label here touches no mark.
    [[nodiscard]] bool is_clear(const page::Rect& rect) const;

  private:
    [[nodiscard]] std::optional<geo::LabelPoint> room(const geo::MultiPolygon& within,
                                                      scene::Size size, Length clearance,
                                                      const geo::MultiPolygon& keep_off) const;

    const geo::Regions* m_regions;
    MapFrame m_frame;
    const LandMask* m_land;
    std::span<const LabelledRegion> m_labelled;
    geo::MultiPolygon m_marks{};            ///< of all regions
    std::vector<page::Rect> m_mark_boxes{}; ///< around each
};

/// A label with all the places that it may have.
struct WantedLabel {
    const LabelledRegion* of = nullptr;
    facts::LabelChoice choice;
    std::vector<LabelText> texts; ///< one a way of the request, but for a number
    LabelRequest request;
    LabelOptions options;
    bool in_mark = false; ///< whether its places inside are in the region's mark

    /// What the label stands on inside its region.
    [[nodiscard]] const colour::Plain& ground() const {
        return in_mark ? of->mark->fill : of->ground;
    }
};

/// A box of this size.
page::Rect around(scene::Position centre, scene::Size size);

/// The labels of all regions for which any is wanted, themselves. `labelled` must outlive them.
std::vector<WantedLabel> wanted_labels(const facts::Facts& facts, const words::Words& words,
                                       std::span<const LabelledRegion> labelled,
                                       const LabelGround& ground, const LabelSpace& space,
                                       const LabelSetter& setter);

/// Numbers that stand for labels.
struct Numbers {
    std::size_t most = 1; ///< the highest
    double cost = 0;      ///< beside the label itself, in CSS pixels of leader
    Footing footing = Footing::sea;
};

/// The same labels, and for each that is needed a number too.
std::vector<WantedLabel> with_numbers(std::vector<WantedLabel> labels, const Numbers& numbers,
                                      const LabelGround& ground, const LabelSpace& space,
                                      const LabelSetter& setter);

} // namespace cairn::map
