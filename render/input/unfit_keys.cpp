#include "render/input/unfit_keys.h"

#include "base/quote.h"

#include <fmt/format.h>

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>

namespace cairn::input {

namespace {

/// What messages call a kind of figure.
std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::bar:
        return "a bar chart";
    case Kind::choropleth:
        return "a choropleth";
    case Kind::tiles:
        return "a tile map";
    case Kind::categorical:
        return "a categorical map";
    case Kind::symbols:
        return "a map of circles";
    case Kind::dots:
        return "a map of dots";
    }
    throw std::logic_error("a kind of figure without a name");
}

using Keys = std::initializer_list<std::string_view>;

/// The keys of one figure, and what messages call its kind.
struct Refusal {
    MapReader& figure;
    std::string_view kind;

    void of(Keys keys, std::string_view remedy) const {
        for (const std::string_view key : keys) {
            if (figure.find(key) != nullptr) {
                figure.report(key, fmt::format("{} does not fit {}", in_quotes(key), kind),
                              std::string(remedy));
            }
        }
    }
};

constexpr std::string_view or_choropleth = "take it away, or write kind: choropleth";
constexpr std::string_view or_dots = "take it away, or write kind: dots";
constexpr std::string_view or_tiles = "take it away, or write kind: tiles";

void refuse_of_bars(MapReader& figure) {
    const Refusal refuse{figure, name_of(Kind::bar)};
    refuse.of({"boundaries", "absent", "classes", "palette", "patterns", "labels", "scale_bar",
               "north_arrow"},
              or_choropleth);
    refuse.of({"per_dot"}, or_dots);
    refuse.of({"tiles"}, or_tiles);
}

void refuse_of_choropleth(MapReader& figure) {
    const Refusal refuse{figure, name_of(Kind::choropleth)};
    refuse.of({"tiles"}, or_tiles);
    refuse.of({"per_dot"}, or_dots);
}

void refuse_of_panels(MapReader& figure) {
    const Refusal refuse{figure, "small multiples"};
    refuse.of({"labels", "scale_bar", "north_arrow"}, "take it away: they have no room for it");
    refuse.of({"headline"}, "take it away, and write what the maps show as the title");
    refuse.of({"tiles", "per_dot"}, "take it away: each of them is a choropleth");
}

void refuse_of_tiles(MapReader& figure) {
    const Refusal refuse{figure, name_of(Kind::tiles)};
    refuse.of({"boundaries", "scale_bar", "north_arrow"}, or_choropleth);
    refuse.of({"labels"}, "take it away: every tile has its name and value");
    refuse.of({"per_dot"}, or_dots);
}

void refuse_of_categories(MapReader& figure) {
    const Refusal refuse{figure, name_of(Kind::categorical)};
    refuse.of({"absent", "classes", "unit", "expect_total", "duplicates"},
              "take it away: categories are no numbers");
    refuse.of({"headline"}, "take it away, and write what the map shows as the title");
    refuse.of({"labels"}, "take it away: each group is labelled");
    refuse.of({"tiles"}, or_tiles);
    refuse.of({"per_dot"}, or_dots);
}

void refuse_of_symbols(MapReader& figure) {
    const Refusal refuse{figure, name_of(Kind::symbols)};
    refuse.of({"classes", "palette", "patterns"}, or_choropleth);
    refuse.of({"tiles"}, or_tiles);
    refuse.of({"per_dot"}, or_dots);
}

void refuse_of_dots(MapReader& figure) {
    const Refusal refuse{figure, name_of(Kind::dots)};
    refuse.of({"classes", "palette", "patterns"}, or_choropleth);
    refuse.of({"tiles"}, or_tiles);
}

void refuse_of_kind(MapReader& figure, const FigureSpec& spec) {
    switch (spec.kind) {
    case Kind::bar:
        return refuse_of_bars(figure);
    case Kind::choropleth:
        return spec.data.panel_column.empty() ? refuse_of_choropleth(figure)
                                              : refuse_of_panels(figure);
    case Kind::tiles:
        return refuse_of_tiles(figure);
    case Kind::categorical:
        return refuse_of_categories(figure);
    case Kind::symbols:
        return refuse_of_symbols(figure);
    case Kind::dots:
        return refuse_of_dots(figure);
    }
}

} // namespace

void refuse_unfit_data(MapReader& data, Kind kind, const DataSpec& spec) {
    if (!spec.panel_column.empty() && kind != Kind::choropleth) {
        data.report("panel", fmt::format("\"panel\" does not fit {}", name_of(kind)),
                    "take it away, or write kind: choropleth");
    }
    if (spec.rate && (kind == Kind::symbols || kind == Kind::dots)) {
        data.report(
            "value", fmt::format("a rate does not fit {}, which shows amounts", name_of(kind)),
            fmt::format("write kind: choropleth, or the counts, value: {}", spec.value_column));
    } else if (spec.rate && !spec.panel_column.empty()) {
        data.report("panel", "\"panel\" does not fit a rate that is worked out here",
                    "write the rates of each map in the table, and value: their column");
    }
}

void refuse_unfit_keys(MapReader& figure, const FigureSpec& spec) {
    refuse_of_kind(figure, spec);
    const bool shades = spec.kind == Kind::choropleth || spec.kind == Kind::tiles;
    if (shades && spec.classes.method == ClassMethod::continuous) {
        Refusal{figure, "a continuous scale"}.of(
            {"patterns"}, "take it away, or write classes of another method");
    }
}

} // namespace cairn::input
