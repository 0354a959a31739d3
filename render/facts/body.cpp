#include "render/facts/body.h"

#include "base/overloaded.h"

#include <variant>

namespace cairn::facts {

bool has_areas(const Facts& facts) {
    return std::visit(
        Overloaded{[](const Bars&) { return false; }, [](const Areas&) { return true; },
                   [](const Groups&) { return true; }, [](const Panels&) { return true; }},
        facts.body);
}

bool has_shades(const Facts& facts) {
    const Overloaded of_areas{[](const Shades&) { return true; },
                              [](const Circles&) { return false; },
                              [](const Dots&) { return false; }};
    return std::visit(
        Overloaded{[](const Bars&) { return false; },
                   [&](const Areas& areas) { return std::visit(of_areas, areas.shown); },
                   [](const Groups&) { return false; }, [](const Panels&) { return true; }},
        facts.body);
}

bool has_amounts(const Facts& facts) {
    const Overloaded of_areas{[](const Shades&) { return false; },
                              [](const Circles&) { return true; },
                              [](const Dots&) { return true; }};
    return std::visit(
        Overloaded{[](const Bars&) { return false; },
                   [&](const Areas& areas) { return std::visit(of_areas, areas.shown); },
                   [](const Groups&) { return false; }, [](const Panels&) { return false; }},
        facts.body);
}

bool has_groups(const Facts& facts) {
    return std::visit(
        Overloaded{[](const Bars&) { return false; }, [](const Areas&) { return false; },
                   [](const Groups&) { return true; }, [](const Panels&) { return false; }},
        facts.body);
}

} // namespace cairn::facts
