#include "render/map/labels/label_sheet.h"

#include <algorithm>
#include <utility>

namespace cairn::map {

namespace {

bool is_last_resort(LabelTerms terms) {
    return terms == LabelTerms::crammed || terms == LabelTerms::numbers;
}

} // namespace

LabelSpace LabelSheet::space(LabelTerms terms) const {
    LabelSpace space = m_space;
    const bool is_gentle = terms == LabelTerms::direct || terms == LabelTerms::keyed;
    space.clearance = is_gentle ? space.clearance : space.clearance / 2;
    return space;
}

const std::vector<WantedLabel>& LabelSheet::wanted(LabelTerms terms) {
    if (const auto found = m_wanted.find(terms); found != m_wanted.end()) {
        return found->second;
    }
    const LabelSpace space = this->space(terms);
    std::vector<WantedLabel> labels =
        terms == LabelTerms::keyed ? wanted(LabelTerms::direct)
                                   : wanted_labels(m_shared.facts, m_shared.words, m_labelled,
                                                   m_ground, space, m_shared.setter);
    if (terms != LabelTerms::direct) {
        const Numbers numbers{.most = m_shared.facts.facts.size(),
                              .cost = m_shared.cost_of_number,
                              .footing =
                                  terms == LabelTerms::crammed ? Footing::anywhere : Footing::sea};
        labels = with_numbers(std::move(labels), numbers, m_ground, space, m_shared.setter);
    }
    if (terms == LabelTerms::numbers) {
        for (WantedLabel& one : labels) {
            std::erase_if(one.options, [&](const LabelOption& option) {
                return one.choice.needed && option.place.leader.has_line() &&
                       option.place.way < one.texts.size();
            });
        }
    }
    return m_wanted.emplace(terms, std::move(labels)).first->second;
}

RegionLabels LabelSheet::label(LabelTerms terms, const LabelSurroundings& surroundings) {
    LabelSpace space = this->space(terms);
    space.obstacles.insert(space.obstacles.end(), surroundings.obstacles.begin(),
                           surroundings.obstacles.end());
    space.frames.insert(space.frames.end(), surroundings.frames.begin(), surroundings.frames.end());
    std::vector<const WantedLabel*> labels;
    for (const WantedLabel& one : wanted(terms)) {
        if (std::ranges::find(surroundings.left_out, one.request.region) ==
            surroundings.left_out.end()) {
            labels.push_back(&one);
        }
    }
    // Where gentler terms do not do, others follow.
    const Effort effort = is_last_resort(terms) ? Effort::full : Effort::hopeful;
    return label_regions(m_shared.facts, m_shared.words,
                         {.labels = std::move(labels),
                          .ground = m_ground,
                          .space = space,
                          .first_number = surroundings.first_number,
                          .effort = effort},
                         m_shared.setter);
}

RegionLabels LabelSheet::on_gentlest_terms(const LabelSurroundings& surroundings,
                                           std::optional<RegionLabels> direct) {
    RegionLabels best = direct ? std::move(*direct) : label(LabelTerms::direct, surroundings);
    for (const LabelTerms terms :
         {LabelTerms::keyed, LabelTerms::tight, LabelTerms::crammed, LabelTerms::numbers}) {
        if (best.unnamed.empty()) {
            break;
        }
        RegionLabels other = label(terms, surroundings);
        if (other.unnamed.size() < best.unnamed.size()) {
            best = std::move(other);
        }
    }
    return best;
}

} // namespace cairn::map
