#include "render/input/figure/figure_kind.h"

#include <algorithm>
#include <array>

namespace cairn::input {

namespace {

constexpr std::array figure_keys{
    Key{"id", "stories-by-sector", true},
    Key{"kind", "bar", true},
    Key{"title", "Story origins by sector", true},
    Key{"subtitle", "Number of stories, 2019 to 2024"},
    Key{"note", "One story may have more than one origin."},
    Key{"source", "Personal Outcomes Network"},
    Key{"language", "en-GB"},
    Key{"data", "{file: sector.csv, label: Sector, value: Stories}", true},
    Key{"text", "outlines"},
    Key{"interactive", "true"},
    Key{"sort", "descending"},
    Key{"duplicates", "sum"},
    Key{"expect_total", "39"},
    Key{"unit", "{one: story, other: stories}"},
    Key{"items", "{one: sector, other: sectors}"},
    Key{"boundaries", "scotland-councils"},
    Key{"absent", "zero"},
    Key{"unplaced", "note"},
    Key{"places", "{Tarbert: Argyll and Bute}"},
    Key{"gazetteer", "places.csv"},
    Key{"groups", "split"},
    Key{"suppress", "{below: 5}"},
    Key{"classes", "{method: jenks, count: 5}"},
    // Colours of a map.
    Key{"palette", "viridis"},
    Key{"patterns", "true"},
    // Of tile maps.
    Key{"tiles", "hexagons"},
    Key{"labels", "top 5"},
    Key{"headline", "auto"},
    // Of maps in true shapes.
    Key{"scale_bar", "true"},
    Key{"north_arrow", "true"},
    Key{"per_dot", "10"},
    Key{"points", "true"},
};

} // namespace

bool takes(const FigureKind& kind, std::string_view key) {
    return std::ranges::find(kind.keys, key) != kind.keys.end();
}

bool takes_in_data(const FigureKind& kind, std::string_view key) {
    return std::ranges::find(kind.data_keys, key, &Key::name) != kind.data_keys.end();
}

std::span<const Key> keys_of_figures() {
    return figure_keys;
}

} // namespace cairn::input
