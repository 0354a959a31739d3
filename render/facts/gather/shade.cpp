#include "render/facts/gather/shade.h"

#include "base/overloaded.h"
#include "render/facts/gather/classes.h"
#include "render/facts/gather/diverging.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace cairn::facts {

Shaded shade(const input::ClassSpec& spec, Facts& facts, std::span<const std::string> names) {
    const bool own_zero = !spec.midpoint && std::ranges::none_of(facts.facts, [](const Fact& fact) {
        return fact.value.value_or(0) < 0;
    });
    const auto is_zero = [&](const Fact& fact) { return own_zero && fact.value == 0.0; };
    std::vector<double> values;
    std::vector<std::string> names_of_values;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const Fact& fact = facts.facts[i];
        if (fact.value && !is_zero(fact)) {
            values.push_back(*fact.value);
            if (!names.empty()) {
                names_of_values.push_back(names[i]);
            }
        }
    }
    Shaded result{.shades = shades_for(spec, values, names_of_values, facts)};
    const auto zeros = static_cast<std::size_t>(std::ranges::count_if(facts.facts, is_zero));
    result.zero_count = zeros > 0 ? std::optional(zeros) : std::nullopt;
    const Classes* classes = std::get_if<Classes>(&result.shades);
    for (Fact& fact : facts.facts) {
        fact.class_index = classes != nullptr && fact.value && !is_zero(fact)
                               ? class_of(classes->classes, *fact.value)
                               : std::nullopt;
    }
    return result;
}

void reshade(const input::ClassSpec& spec, Facts& facts) {
    const auto anew = [&](Shades& shades) { shades = shade(spec, facts).shades; };
    const auto areas_anew = [&](Areas& areas) {
        std::visit(
            Overloaded{anew, [](const Circles&) {}, [](const Dots&) {}, [](const Points&) {}},
            areas.shown);
    };
    std::visit(Overloaded{[](const Bars&) {}, areas_anew, [](const Groups&) {},
                          [&](Panels& panels) { anew(panels.shades); }},
               facts.body);
}

} // namespace cairn::facts
