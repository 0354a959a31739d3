#include "render/input/figure/read_data.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "render/input/figure/read_points.h"
#include "render/input/figure/read_records.h"
#include "render/input/figure/read_table_format.h"
#include "render/input/figure/unfit_keys.h"
#include "render/input/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::input {

namespace {

constexpr std::string_view source_key = "source";

/// The keys of a kind and of all tables; `panel` too where it stands there, so that it is reported
/// with its reason.
std::vector<Key> data_keys(const MapReader& figure, const FigureKind& kind) {
    std::vector<Key> keys(kind.data_keys.begin(), kind.data_keys.end());
    const std::span<const Key> format_keys = keys_of_table_format();
    keys.insert(keys.end(), format_keys.begin(), format_keys.end());
    if (has_panel(figure) && !takes_in_data(kind, "panel")) {
        keys.push_back({"panel", "Year"});
    }
    add_record_keys(figure, kind, keys);
    add_point_keys(figure, kind, keys);
    const YamlValue* const data = figure.find("data");
    if (data != nullptr && has_key(*data, source_key)) {
        std::ranges::find(keys, "file", &Key::name)->required = false;
    }
    return keys;
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

/// No figure reads the web: what it shows would change from run to run. A server is not repeated,
/// since its password may stand there.
void refuse_address(MapReader& data, const std::string& file) {
    if (file.starts_with("postgresql:") || file.starts_with("postgres:")) {
        data.report(
            "file", "\"file\" is a server",
            "write source: \"postgresql:service=NAME\" in place of file; of a second table, "
            "use a query that joins the two");
        return;
    }
    const std::size_t scheme = file.find("://");
    if (scheme == std::string::npos || scheme == 0 ||
        !std::all_of(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(scheme),
                     [](char c) { return is_letter(c); })) {
        return;
    }
    const std::string name = file.substr(file.rfind('/') + 1);
    data.report("file", fmt::format("\"file\" is an address, {}", in_quotes(file)),
                fmt::format("download it into the folder of this file, and write file: {}",
                            name.empty() ? "NAME" : name.substr(0, name.find_first_of("?#"))));
}

/// Paths as Windows has them; in double quotes, \n and \t have become white space.
void refuse_backslash(MapReader& data, const std::filesystem::path& folder) {
    const YamlValue* value = data.find("file");
    if (value == nullptr || value->text.find_first_of("\\\n\t") == std::string::npos ||
        std::filesystem::exists(folder / value->text)) {
        return;
    }
    std::string mended = value->text;
    std::ranges::replace(mended, '\\', '/');
    const std::array<std::pair<char, std::string_view>, 2> escapes{{{'\n', "/n"}, {'\t', "/t"}}};
    for (const auto& [sign, written] : escapes) {
        for (auto at = mended.find(sign); at != std::string::npos; at = mended.find(sign)) {
            mended.replace(at, 1, written);
        }
    }
    data.report("file", "\"file\" is a path with back slashes, and there is no such file",
                fmt::format("write it with slashes: file: {}", mended));
}

constexpr std::array join_keys{
    Key{"file", "names.csv", true},
    Key{"key", "Code", true},
    Key{"to", "Council code"},
};

/// `join: {file: names.csv, key: Code, to: Council code}`
void read_join(MapReader& data, const std::filesystem::path& folder, RecordsSpec& records) {
    auto join = data.map("join", join_keys);
    if (!join) {
        return;
    }
    const std::string file = join->text("file").value_or("");
    refuse_address(*join, file);
    refuse_backslash(*join, folder);
    JoinSpec spec{.file = folder / file,
                  .shown = (folder / file).string(),
                  .key = join->text("key").value_or(""),
                  .to = {},
                  .where = data.where("join")};
    spec.to = join->text("to").value_or(spec.key);
    records.join = std::move(spec);
}

/// The file of the table, or the server that has it.
void read_source(MapReader& data, const std::filesystem::path& folder, DataSpec& spec) {
    if (data.find(source_key) == nullptr) {
        const std::string file = data.text("file").value_or("");
        refuse_address(data, file);
        refuse_backslash(data, folder);
        spec.source = folder / file;
        spec.shown = (folder / file).string();
        return;
    }
    if (data.find("file") != nullptr) {
        data.report(source_key, "\"file\" and \"source\" both say where the table is",
                    "keep one of the two");
    }
    if (const auto source = data.text(source_key)) {
        spec.source = read_server(data, *source);
        spec.shown = *source;
    }
    if (spec.format.table.empty() && spec.format.query.empty()) {
        data.report(source_key, "\"source\" does not say which table",
                    "add table: NAME, or query: \"SELECT …\"");
    }
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

bool has_panel(const MapReader& figure) {
    const YamlValue* data = figure.find("data");
    return data != nullptr && has_key(*data, "panel");
}

DataSpec read_data(MapReader& figure, std::span<const FigureKind> kinds, const FigureKind& kind,
                   const Noun& unit, const Defaults& defaults, const Languages& languages,
                   YamlLog& log) {
    DataSpec spec;
    spec.where = figure.where("data");
    const std::vector<Key> keys = data_keys(figure, kind);
    auto data = figure.map("data", keys);
    if (!data) {
        return spec;
    }
    spec.are_places = takes_in_data(kind, "place");
    spec.may_have_panels = std::any_of(kinds.begin(), kinds.end(), [&](const FigureKind& other) {
        return other.name == kind.name && takes_in_data(other, "panel");
    });
    const std::string_view label = spec.are_places ? "place" : "label";
    spec.categories = takes_in_data(kind, "category");
    const std::string_view value = spec.categories ? "category" : "value";
    spec.format = read_table_format(*data, log);
    read_source(*data, defaults.folder, spec);
    read_label_column(read_wordings(*data, label, languages.own, log), languages, spec);
    spec.label_where = data->where(label);
    if (!spec.categories && is_rate(data->find("value"))) {
        read_rate(*data, languages, log, spec);
    } else {
        spec.value_column =
            pick(read_wordings(*data, value, languages.own, log), languages, &spec.value_language);
        spec.value_where = data->where(value);
    }
    read_points(*data, kind, spec);
    read_join(*data, defaults.folder, spec.records);
    read_records(*data, kind, unit, languages, log, spec);
    spec.panel_column = data->text("panel").value_or("");
    spec.panel_where = data->where("panel");
    refuse_unfit_data(*data, kinds, kind, spec);
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
