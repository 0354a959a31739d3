#include "render/scene/fill_difference.h"

#include <algorithm>
#include <limits>

namespace cairn::scene {

namespace {

constexpr double clearly_wider = 1.5;

bool patterns_differ(const Hatch* first, const Hatch* second) {
    if (first == nullptr || second == nullptr) {
        return first != second;
    }
    const double ratio = first->spacing / second->spacing;
    return first->motif != second->motif || std::max(ratio, 1 / ratio) >= clearly_wider;
}

} // namespace

Apart apart(const Fill& first, const Fill& second) {
    Apart least{std::numeric_limits<double>::infinity(), Vision::normal};
    for (const auto& [vision, name] : visions) {
        const double measured = apart(vision, first, second);
        if (measured < least.difference) {
            least = {measured, vision};
        }
    }
    return least;
}

double apart(Vision vision, const Fill& first, const Fill& second) {
    const Hatch* hatch = std::get_if<Hatch>(&first);
    const Hatch* other = std::get_if<Hatch>(&second);
    if (patterns_differ(hatch, other)) {
        return std::numeric_limits<double>::infinity();
    }
    return difference(
        seen_with(vision, hatch == nullptr ? std::get<Colour>(first) : hatch->ground),
        seen_with(vision, other == nullptr ? std::get<Colour>(second) : other->ground));
}

} // namespace cairn::scene
