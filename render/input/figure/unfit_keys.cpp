#include "render/input/figure/unfit_keys.h"

#include "base/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace cairn::input {

namespace {

void refuse(MapReader& map, std::string_view key, std::string_view kind, std::string remedy) {
    map.report(key, fmt::format("{} does not fit {}", in_quotes(key), kind), std::move(remedy));
}

/// The first kind that takes the key is the one to write instead.
std::string remedy_by_kind(std::span<const FigureKind> kinds, const auto& takes_key) {
    const auto other = std::ranges::find_if(kinds, takes_key);
    return fmt::format("take it away, or write kind: {}", other->name);
}

} // namespace

void refuse_unfit_data(MapReader& data, std::span<const FigureKind> kinds, const FigureKind& kind,
                       const DataSpec& spec) {
    constexpr std::string_view panel = "panel";
    const bool has_panels = !spec.panel_column.empty();
    if (has_panels && !takes_in_data(kind, panel)) {
        refuse(data, panel, kind.in_words, remedy_by_kind(kinds, [&](const FigureKind& other) {
                   return takes_in_data(other, panel);
               }));
    }
    if (spec.rate && !kind.takes_rates && !takes_in_data(kind, panel)) {
        data.report(
            "value", fmt::format("a rate does not fit {}, which shows amounts", kind.in_words),
            fmt::format("write kind: choropleth, or the counts, value: {}", spec.value_column));
    } else if (spec.rate && has_panels) {
        data.report(panel, "\"panel\" does not fit a rate that is worked out here",
                    "write the rates of each map in the table, and value: their column");
    }
}

void refuse_unfit_keys(MapReader& figure, std::span<const FigureKind> kinds, const FigureKind& kind,
                       const FigureSpec& spec) {
    for (const auto& [key, example, required] : keys_of_figures()) {
        const auto takes_key = [&key = key](const FigureKind& one) { return takes(one, key); };
        if (figure.find(key) == nullptr || takes_key(kind) ||
            std::ranges::none_of(kinds, takes_key)) {
            continue;
        }
        const auto reason = std::ranges::find(kind.unfit, key, &Unfit::key);
        refuse(figure, key, kind.in_words,
               reason == kind.unfit.end() ? remedy_by_kind(kinds, takes_key)
                                          : std::string(reason->remedy));
    }
    if (takes(kind, "classes") && spec.classes.method == ClassMethod::continuous &&
        figure.find("patterns") != nullptr) {
        refuse(figure, "patterns", "a continuous scale",
               "take it away, or write classes of another method");
    }
}

} // namespace cairn::input
