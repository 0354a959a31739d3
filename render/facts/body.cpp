#include "render/facts/body.h"

#include "base/number.h"
#include "base/overloaded.h"

#include <utility>

namespace cairn::facts {

bool has_areas(const Facts& facts) {
    return std::visit(
        Overloaded{[](const Bars&) { return false; }, [](const Areas&) { return true; },
                   [](const Groups&) { return true; }, [](const Panels&) { return true; }},
        facts.body);
}

namespace {

/// The shades of a figure; null where it has none.
const Shades* shades_of(const Facts& facts) {
    using Found = const Shades*;
    const Overloaded of_areas{[](const Shades& shades) -> Found { return &shades; },
                              [](const Circles&) -> Found { return nullptr; },
                              [](const Dots&) -> Found { return nullptr; },
                              [](const Points&) -> Found { return nullptr; }};
    return std::visit(
        Overloaded{[](const Bars&) -> Found { return nullptr; },
                   [&](const Areas& areas) { return std::visit(of_areas, areas.shown); },
                   [](const Groups&) -> Found { return nullptr; },
                   [](const Panels& panels) -> Found { return &panels.shades; }},
        facts.body);
}

} // namespace

bool has_shades(const Facts& facts) {
    return shades_of(facts) != nullptr;
}

bool has_amounts(const Facts& facts) {
    const Overloaded of_areas{[](const Shades&) { return false; },
                              [](const Circles&) { return true; }, [](const Dots&) { return true; },
                              [](const Points&) { return true; }};
    return std::visit(
        Overloaded{[](const Bars&) { return false; },
                   [&](const Areas& areas) { return std::visit(of_areas, areas.shown); },
                   [](const Groups&) { return false; }, [](const Panels&) { return false; }},
        facts.body);
}

const Groups* groups_of(const Facts& facts) {
    return std::get_if<Groups>(&facts.body);
}

std::span<const Panel> panels_of(const Facts& facts) {
    const Panels* panels = std::get_if<Panels>(&facts.body);
    return panels == nullptr ? std::span<const Panel>() : panels->panels;
}

std::span<const Class> classes_of(const Facts& facts) {
    const Shades* shades = shades_of(facts);
    const Classes* classes = shades == nullptr ? nullptr : std::get_if<Classes>(shades);
    return classes == nullptr ? std::span<const Class>() : classes->classes;
}

const Scale* continuous_scale(const Facts& facts) {
    const Shades* shades = shades_of(facts);
    return shades == nullptr ? nullptr : std::get_if<Scale>(shades);
}

std::optional<Midpoint> midpoint_of(const Facts& facts) {
    const Shades* shades = shades_of(facts);
    if (shades == nullptr) {
        return std::nullopt;
    }
    return std::visit(Overloaded{[](const Classes& classes) { return classes.midpoint; },
                                 [](const Scale& scale) {
                                     return scale.midpoint
                                                ? std::optional(Midpoint{*scale.midpoint, 0, false})
                                                : std::nullopt;
                                 }},
                      *shades);
}

std::optional<std::size_t> zero_count_of(const Facts& facts) {
    using Count = std::optional<std::size_t>;
    return std::visit(Overloaded{[](const Bars&) { return Count(); },
                                 [](const Areas& areas) { return areas.zero_count; },
                                 [](const Groups&) { return Count(); },
                                 [](const Panels& panels) { return panels.zero_count; }},
                      facts.body);
}

const Framed* framed_of(const Facts& facts) {
    using Found = const Framed*;
    const auto found = [](const std::optional<Framed>& framed) -> Found {
        return framed ? &*framed : nullptr;
    };
    return std::visit(Overloaded{[](const Bars&) -> Found { return nullptr; },
                                 [&](const Areas& areas) { return found(areas.framed); },
                                 [&](const Groups& groups) { return found(groups.framed); },
                                 [](const Panels&) -> Found { return nullptr; }},
                      facts.body);
}

void add_missing(Facts& facts, std::size_t first) {
    for (std::size_t i = first; i < facts.facts.size(); ++i) {
        if (!facts.facts[i].value) {
            facts.missing.push_back(facts.facts[i].label);
        }
    }
}

Facts panel_facts(const Facts& facts, std::size_t panel) {
    const std::span<const Panel> panels = panels_of(facts);
    const std::size_t areas = facts.facts.size() / panels.size();
    const std::size_t first = panel * areas;
    Facts one = facts;
    one.body = Areas{};
    one.note.clear();
    one.total = panels[panel].total;
    one.unplaced = panels[panel].unplaced;
    one.facts.assign(facts.facts.begin() + static_cast<std::ptrdiff_t>(first),
                     facts.facts.begin() + static_cast<std::ptrdiff_t>(first + areas));
    for (Fact& fact : one.facts) {
        for (std::size_t i = 0; fact.area && i < fact.area->neighbours.size(); ++i) {
            fact.area->neighbours[i] -= first;
        }
    }
    one.missing.clear();
    add_missing(one, 0);
    return one;
}

std::vector<Fact> rows_of(const Facts& facts) {
    std::vector<Fact> rows = facts.facts;
    if (groups_of(facts) != nullptr) {
        return rows; // what these are is no fact
    }
    const auto add = [&](const std::optional<Unplaced>& unplaced, std::size_t panel) {
        for (Fact row : unplaced ? unplaced->rows : std::vector<Fact>{}) {
            row.panel = panel;
            if (facts.rate) {
                row.count = std::exchange(row.value, std::nullopt);
            }
            rows.push_back(std::move(row));
        }
    };
    const std::span<const Panel> panels = panels_of(facts);
    for (std::size_t i = 0; i < panels.size(); ++i) {
        add(panels[i].unplaced, i);
    }
    if (panels.empty()) {
        add(facts.unplaced, 0);
    }
    return rows;
}

double placed_total(const Facts& facts) {
    const double unplaced = facts.unplaced ? facts.unplaced->value.value_or(0) : 0;
    return rounded(facts.total - unplaced,
                   facts.rate ? facts.rate->count_decimals : facts.decimals);
}

} // namespace cairn::facts
