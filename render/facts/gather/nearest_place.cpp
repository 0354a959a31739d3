#include "render/facts/gather/nearest_place.h"

#include "base/quote.h"
#include "render/input/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace cairn::facts {

std::string nearest_place(const geo::Gazetteer& places, const std::string& text,
                          const Facts& facts) {
    constexpr std::size_t most = 3;
    const std::vector<std::string> names = places.nearest(text, most);
    if (names.empty()) {
        const auto by_name = [](const geo::Place& a, const geo::Place& b) {
            return a.name < b.name;
        };
        const auto [first, last] =
            std::minmax_element(places.places().begin(), places.places().end(), by_name);
        return fmt::format("the map has {} {}, {} to {}: give the name or the code of one",
                           places.places().size(),
                           input::language_of(facts.language) == "en" ? facts.item.other : "areas",
                           in_quotes(first->name), in_quotes(last->name));
    }
    return "did you mean " + quoted_list(names, "or") + "?";
}

} // namespace cairn::facts
