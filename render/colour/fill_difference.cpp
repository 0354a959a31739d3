#include "render/colour/fill_difference.h"

#include <algorithm>
#include <limits>

namespace cairn::colour {

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

Apart apart(const Theme& theme, const Fill& first, const Fill& second) {
    Apart least{std::numeric_limits<double>::infinity(), Vision::normal};
    for (const auto& [vision, name] : colour::visions) {
        const double measured = apart(theme, vision, first, second);
        if (measured < least.difference) {
            least = {measured, vision};
        }
    }
    return least;
}

double apart(const Theme& theme, Vision vision, const Fill& first, const Fill& second) {
    if (patterns_differ(std::get_if<Hatch>(&first), std::get_if<Hatch>(&second))) {
        return std::numeric_limits<double>::infinity();
    }
    return difference(seen_with(vision, theme.colour_of(colour::ground_of(first))),
                      seen_with(vision, theme.colour_of(colour::ground_of(second))));
}

} // namespace cairn::colour
