#pragma once

#include "render/figure/region_labels.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace cairn::figure {

/// What a pass of placing labels allows. Passes follow each other, from the gentlest, until every
/// label has a place.
enum class LabelTerms {
    direct,  ///< labels in or beside their regions
    keyed,   ///< also a number instead of a label, explained in a list
    tight,   ///< as keyed, with half the clearance
    crammed, ///< as tight, and numbers may stand on other regions
    numbers  ///< as tight, and beside regions stand numbers alone
};

/// What is added to a map after its labels were weighed for the first time.
struct LabelSurroundings {
    std::span<const std::size_t> left_out{}; ///< regions that are labelled elsewhere
    std::vector<Rect> obstacles{};
    std::vector<Rect> frames{};
    std::size_t first_number = 1;
};

/// One map, or one enlarged part, that is labelled several times on different terms; what these
/// have in common is found once.
class LabelSheet {
  public:
    /// What the labels of all sheets of a figure share. All of it must outlive the sheet.
    struct Shared {
        const facts::Facts& facts;
        const facts::Words& words;
        const LabelSetter& setter;
        double cost_of_number; ///< beside the label itself, in CSS pixels of leader
    };

    /// Regions, land and what is shared must outlive the sheet. The clearance of the space is that
    /// of the gentler terms; on tight ones it is half as much.
    LabelSheet(const Shared& shared, std::vector<LabelledRegion> labelled,
               const geo::Regions& regions, const MapFrame& frame, const LandMask& land,
               LabelSpace space)
        : m_shared(shared), m_labelled(std::move(labelled)),
          m_ground(regions, frame, land, m_labelled), m_space(std::move(space)) {}
    LabelSheet(const LabelSheet&) = delete;
    LabelSheet& operator=(const LabelSheet&) = delete;
    LabelSheet(LabelSheet&&) = delete;
    LabelSheet& operator=(LabelSheet&&) = delete;
    ~LabelSheet() = default;

    RegionLabels label(LabelTerms terms, const LabelSurroundings& surroundings);

    /// On the gentlest terms that leave none without room; `direct` are the labels on direct terms,
    /// where they are known.
    RegionLabels on_gentlest_terms(const LabelSurroundings& surroundings,
                                   std::optional<RegionLabels> direct = std::nullopt);

  private:
    const std::vector<WantedLabel>& wanted(LabelTerms terms);
    [[nodiscard]] LabelSpace space(LabelTerms terms) const;

    Shared m_shared;
    std::vector<LabelledRegion> m_labelled;
    LabelGround m_ground;
    LabelSpace m_space;
    std::map<LabelTerms, std::vector<WantedLabel>> m_wanted{}; ///< those asked for so far
};

} // namespace cairn::figure
