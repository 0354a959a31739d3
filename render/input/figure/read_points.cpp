#include "render/input/figure/read_points.h"

#include "base/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace cairn::input {

namespace {

struct PointKeys {
    PointForm form;
    std::string_view first, second; ///< keys; no second one of grid references
};

constexpr std::array point_forms{
    PointKeys{PointForm::longitude_latitude, "longitude", "latitude"},
    PointKeys{PointForm::easting_northing, "easting", "northing"},
    PointKeys{PointForm::grid_reference, "grid_reference", ""},
};

constexpr std::array point_keys{
    Key{"longitude", "Longitude"},
    Key{"latitude", "Latitude"},
    Key{"easting", "Easting"},
    Key{"northing", "Northing"},
    Key{"grid_reference", "Grid reference"},
};

/// Whether the values of places are numbers, which points can be counted into.
bool takes_points(const FigureKind& kind) {
    return takes_in_data(kind, "place") && takes_in_data(kind, "value");
}

bool has_point_key(const MapReader& data, std::string_view key) {
    return !key.empty() && data.find(key) != nullptr;
}

} // namespace

void add_point_keys(const MapReader& figure, const FigureKind& kind, std::vector<Key>& keys) {
    if (!takes_points(kind)) {
        return;
    }
    const YamlValue* data = figure.find("data");
    const bool has_points =
        data != nullptr && std::ranges::any_of(data->entries, [](const YamlEntry& entry) {
            return std::ranges::find(point_keys, entry.key.text, &Key::name) != point_keys.end();
        });
    if (has_points) {
        std::ranges::find(keys, "place", &Key::name)->required = false;
    }
    keys.insert(keys.end(), point_keys.begin(), point_keys.end());
}

void read_points(MapReader& data, const FigureKind& kind, DataSpec& spec) {
    if (!takes_points(kind)) {
        return;
    }
    std::string_view said = data.find("place") == nullptr ? "" : "place";
    for (const PointKeys& form : point_forms) {
        if (!has_point_key(data, form.first) && !has_point_key(data, form.second)) {
            continue;
        }
        const std::string_view present = has_point_key(data, form.first) ? form.first : form.second;
        if (!said.empty()) {
            data.report(present,
                        fmt::format("{} and {} both say where a row lies", in_quotes(said),
                                    in_quotes(present)),
                        "keep one of the two");
            continue;
        }
        said = present;
        if (!form.second.empty() &&
            !(has_point_key(data, form.first) && has_point_key(data, form.second))) {
            const std::string_view absent = present == form.first ? form.second : form.first;
            data.report(
                present,
                fmt::format("{} needs the key {} beside it", in_quotes(present), in_quotes(absent)),
                fmt::format("name the column of each: {}: and {}:", form.first, form.second));
        }
        spec.points = {.form = form.form,
                       .first = data.text(form.first).value_or(""),
                       .second = form.second.empty() ? "" : data.text(form.second).value_or(""),
                       .where = data.where(present)};
    }
}

} // namespace cairn::input
