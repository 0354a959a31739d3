#include "render/input/read_data.h"

#include "base/quote.h"
#include "render/input/language.h"
#include "render/input/unfit_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

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

constexpr std::array category_data_keys{
    Key{"file", "place.csv", true},
    Key{"place", "Council area", true},
    Key{"category", "Health board", true},
};

/// The keys of a kind; `panel` too where it stands there, so that it is told with its reason.
std::vector<Key> data_keys(Kind kind, bool with_panel) {
    const auto all = [&](std::span<const Key> keys) {
        std::vector<Key> result(keys.begin(), keys.end());
        if (with_panel) {
            result.push_back({"panel", "Year"});
        }
        return result;
    };
    switch (kind) {
    case Kind::bar:
        return all(bar_data_keys);
    case Kind::choropleth:
    case Kind::tiles:
    case Kind::symbols:
    case Kind::dots:
        return all(map_data_keys);
    case Kind::categorical:
        return all(category_data_keys);
    }
    throw std::logic_error("a kind of figure without data");
}

constexpr std::array rate_keys{
    Key{"column", "Stories", true},
    Key{"per", "population", true},
    Key{"factor", "100000"},
    Key{"per_unit", "{one: household, other: households}"},
};

/// Whether a value is a rate's map, and no column name or map of these by language.
bool is_rate(const YamlValue* value) {
    return value != nullptr && value->type == YamlValue::Type::map &&
           std::any_of(value->entries.begin(), value->entries.end(), [](const YamlEntry& entry) {
               return std::any_of(rate_keys.begin(), rate_keys.end(),
                                  [&](const Key& key) { return key.name == entry.key.text; });
           });
}

/// `value: {column: Stories, per: population, factor: 100000}`
void read_rate(MapReader& data, const Languages& languages, YamlLog& log, DataSpec& spec) {
    auto value = data.map("value", rate_keys);
    RateSpec rate;
    spec.value_column =
        pick(read_wordings(*value, "column", languages.own, log), languages, &spec.value_language);
    rate.column =
        pick(read_wordings(*value, "per", languages.own, log), languages, &rate.column_language);
    rate.where = value->where("per");
    rate.factor = value->number("factor").value_or(rate.factor);
    if (rate.factor <= 0) {
        value->report("factor", "\"factor\" is not above zero",
                      "write 1000 for a rate per 1,000, 100000 for one per 100,000");
        rate.factor = 1;
    }
    rate.noun = read_noun(*value, "per_unit", languages.wanted, languages.own, log);
    spec.value_where = value->where("column");
    if (!rate.column.empty() && rate.column == spec.value_column) {
        value->report(
            "per", fmt::format("\"column\" and \"per\" are one column, {}", in_quotes(rate.column)),
            "name the column of what is counted, and the column of what it is per");
    }
    spec.rate = std::move(rate);
}

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
    const YamlValue* given = figure.find("data");
    const bool with_panel =
        given != nullptr &&
        std::any_of(given->entries.begin(), given->entries.end(),
                    [](const YamlEntry& entry) { return entry.key.text == "panel"; });
    const std::vector<Key> keys = data_keys(kind, with_panel);
    auto data = figure.map("data", keys);
    if (!data) {
        return spec;
    }
    const std::string_view label = map ? "place" : "label";
    spec.categories = kind == Kind::categorical;
    const std::string_view value = spec.categories ? "category" : "value";
    const std::string file = data->text("file").value_or("");
    spec.file = defaults.folder / file;
    spec.shown = spec.file.string();
    read_label_column(read_wordings(*data, label, languages.own, log), languages, spec);
    spec.label_where = data->where(label);
    if (!spec.categories && is_rate(data->find("value"))) {
        read_rate(*data, languages, log, spec);
    } else {
        spec.value_column =
            pick(read_wordings(*data, value, languages.own, log), languages, &spec.value_language);
        spec.value_where = data->where(value);
    }
    spec.panel_column = data->text("panel").value_or("");
    spec.panel_where = data->where("panel");
    refuse_unfit_data(*data, kind, spec);
    if (!spec.value_column.empty() && spec.label_column == spec.value_column) {
        data->report(value,
                     fmt::format("{} and {} are one column, {}", in_quotes(label), in_quotes(value),
                                 in_quotes(spec.value_column)),
                     spec.categories
                         ? "name the column of the names, and the column of the categories"
                         : "name the column of the names, and the column of the numbers");
    }
    return spec;
}

} // namespace cairn::input
