#include "render/input/read_data.h"

#include "render/input/language.h"
#include "render/input/quote.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace cairn::input {

namespace {

constexpr std::array bar_data_keys{
    Key{"file", "sector.csv", true},
    Key{"label", "Sector", true},
    Key{"value", "Stories", true},
};

constexpr std::array map_data_keys{
    Key{"file", "place.csv", true},
    Key{"place", "Council area", true},
    Key{"value", "Stories", true},
};

/// The column of the labels, and another for the labels that it leaves empty.
void read_label_column(const std::vector<Wording>& columns, const Languages& languages,
                       DataSpec& spec) {
    spec.label_column = pick(columns, languages, &spec.label_language);
    for (const Wording& column : columns) {
        if (spec.other_label_column.empty() && column.text != spec.label_column) {
            spec.other_label_column = column.text;
            spec.other_label_language = other_language(column.language, languages.wanted);
        }
    }
}

} // namespace

DataSpec read_data(MapReader& figure, Kind kind, const Defaults& defaults,
                   const Languages& languages, YamlLog& log) {
    DataSpec spec;
    spec.where = figure.where("data");
    const bool map = is_map(kind);
    auto data = figure.map("data", map ? map_data_keys : bar_data_keys);
    if (!data) {
        return spec;
    }
    const std::string_view label = map ? "place" : "label";
    const std::string file = data->text("file").value_or("");
    spec.file = defaults.folder / file;
    spec.shown = spec.file.string();
    read_label_column(read_wordings(*data, label, languages.own, log), languages, spec);
    spec.value_column =
        pick(read_wordings(*data, "value", languages.own, log), languages, &spec.value_language);
    spec.label_where = data->where(label);
    spec.value_where = data->where("value");
    if (!spec.value_column.empty() && spec.label_column == spec.value_column) {
        data->report("value",
                     fmt::format("{} and \"value\" are one column, {}", in_quotes(label),
                                 in_quotes(spec.value_column)),
                     "name the column of the names, and the column of the numbers");
    }
    return spec;
}

} // namespace cairn::input
