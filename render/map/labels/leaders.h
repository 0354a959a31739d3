#pragma once

#include "render/map/page/land_mask.h"
#include "render/page/page.h"

#include <cstddef>
#include <vector>

namespace cairn::map {

/// A label and its leader; of a label inside its region, the two ends are one.
struct Leader {
    page::Rect label;
    scene::Position from; ///< beside the label
    scene::Position to;   ///< the anchor, inside the region

    [[nodiscard]] bool has_line() const { return from != to; }
    [[nodiscard]] Length length() const;
    friend bool operator==(const Leader&, const Leader&) = default;
};

/// Whether a leader runs through the box.
bool runs_through(const Leader& leader, const page::Rect& rect);

/// Whether two leaders cross.
bool cross(const Leader& one, const Leader& other);

/// Whether two labels with their leaders cannot both be there: labels nearer than `clearance`, a
/// leader through the other label or through the point where the other ends, leaders that cross.
bool in_conflict(const Leader& one, const Leader& other, Length clearance);

/// Where labels may stand, and what neither they nor their leaders may touch.
struct LabelSpace {
    page::Rect page;                   ///< within the margins
    std::vector<page::Rect> obstacles; ///< other texts, symbols
    Length clearance;                  ///< of a label to land, to others, and of its leader
    Length longest;                    ///< leader: a longer one leads nobody
    std::vector<page::Rect> frames{};  ///< whose lines leaders may cross, and labels may not touch
};

/// Whether a label stands on the line of a frame.
bool stands_on_frame(const page::Rect& label, const LabelSpace& space);

/// Whether a label with its leader is clear of obstacles and frames.
bool is_free(const Leader& leader, const LabelSpace& space);

/// A place for a label in the free sea, and what it costs.
struct SeaPlace {
    Leader leader;
    double cost = 0;
};

/// What a label with a leader may stand on.
enum class Footing {
    sea,
    anywhere ///< also on the land of a region, clear of its outline
};

/// The cheapest places in free sea, within the page, clear of obstacles, for a label of `size`
/// whose leader ends at `anchor` in the region with this index; cheapest first. The cost is the
/// leader's length in CSS pixels and more for its slope and for each pixel over other regions.
std::vector<SeaPlace> places_in_sea(scene::Size size, scene::Position anchor, std::size_t region,
                                    const LandMask& land, const LabelSpace& space,
                                    Footing footing = Footing::sea);

} // namespace cairn::map
