#include "render/input/figure/read_records.h"

#include "base/quote.h"
#include "base/read_number.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "render/input/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cairn::input {

namespace {

constexpr std::string_view where_key = "where";
constexpr std::string_view top_key = "top";
constexpr std::string_view by_key = "by";
constexpr std::string_view bin_key = "bin";

constexpr std::array<Choice<Aggregate>, 5> aggregates{{
    {"count", Aggregate::count},
    {"sum", Aggregate::sum},
    {"mean", Aggregate::mean},
    {"median", Aggregate::median},
    {"distinct", Aggregate::distinct},
}};

constexpr std::array aggregate_keys{
    Key{"count", "rows"},          Key{"sum", "Hours"},        Key{"mean", "Waiting days"},
    Key{"median", "Waiting days"}, Key{"distinct", "Partner"},
};

constexpr std::array<Choice<Period>, 4> periods{{
    {"month", Period::month},
    {"quarter", Period::quarter},
    {"year", Period::year},
    {"financial_year", Period::financial_year},
}};

/// What the values are called. The words around a column's name are English.
std::string heading_of(const Aggregation& aggregation, const Noun& unit,
                       const std::string& label_column) {
    switch (aggregation.of) {
    case Aggregate::count: {
        const std::string noun = unit.other.empty() ? "Records" : capitalised(bare_plural(unit));
        return noun == label_column ? "Number of " + bare_plural(unit) : noun;
    }
    case Aggregate::sum:
        return aggregation.column;
    case Aggregate::mean:
        return "Mean of " + aggregation.column;
    case Aggregate::median:
        return "Median of " + aggregation.column;
    case Aggregate::distinct:
        return unit.other.empty() ? "Distinct values of " + aggregation.column
                                  : capitalised(bare_plural(unit));
    }
    return {};
}

/// Whether the heading is the author's own, and so in the figure's language.
bool has_own_heading(Aggregate aggregate, const Noun& unit) {
    return aggregate == Aggregate::sum ||
           (!unit.other.empty() &&
            (aggregate == Aggregate::count || aggregate == Aggregate::distinct));
}

bool is_gaelic(const Languages& languages) {
    return language_of(languages.wanted) == "gd";
}

/// `by: [Phase, How recorded]`
void read_by(MapReader& data, DataSpec& spec) {
    constexpr std::size_t columns = 2;
    const std::vector<YamlValue>* list = data.list(by_key);
    if (list == nullptr) {
        return;
    }
    if (data.find("label") != nullptr) {
        data.report(by_key, "\"label\" and \"by\" both say what the labels are",
                    "keep one of the two");
        return;
    }
    std::vector<std::string> by;
    for (const YamlValue& one : *list) {
        if (one.type == YamlValue::Type::text && !trimmed(one.text).empty()) {
            by.push_back(one_line(one.text));
        }
    }
    if (by.size() != columns || list->size() != columns || by.front() == by.back()) {
        data.report(by_key, "\"by\" is no list of two columns",
                    "write by: [Phase, How recorded], or one column as the label");
        return;
    }
    spec.label_column = fmt::format("{}, {}", by.front(), by.back());
    spec.label_where = data.where(by_key);
    spec.records.by = std::move(by);
    spec.records.by_where = data.where(by_key);
}

/// `bin: 10`, `bin: month`
void read_bin(MapReader& data, const Languages& languages, RecordsSpec& records) {
    const YamlValue* value = data.find(bin_key);
    if (value == nullptr) {
        return;
    }
    const auto number = parse_number(value->text);
    const auto* width = std::get_if<Number>(&number);
    const auto* const period = std::ranges::find(periods, value->text, &Choice<Period>::word);
    const bool is_period = period != periods.end();
    if (value->type != YamlValue::Type::text ||
        !(is_period || (width != nullptr && width->value > 0))) {
        data.report(bin_key, "\"bin\" is neither a number above zero nor a part of a year",
                    "write a width such as 10, or month, quarter, year or financial_year");
        return;
    }
    if (!records.by.empty() || !records.aggregation) {
        data.report(bin_key,
                    records.by.empty() ? "\"bin\" puts records together, and the rows are none"
                                       : "\"bin\" does not go with \"by\"",
                    records.by.empty()
                        ? "write count: rows, or sum: and the column, in place of value"
                        : "keep one of the two");
        return;
    }
    records.bin = BinSpec{.is_gaelic = is_gaelic(languages), .where = data.where(bin_key)};
    if (is_period) {
        records.bin->width = period->value;
    } else {
        records.bin->width = width->value;
    }
}

/// How many labels stand alone. The others are added up, which not all values can be.
void read_top(MapReader& data, const Languages& languages, RecordsSpec& records) {
    constexpr int most = 1000;
    records.top = data.whole(top_key, 1, most).value_or(0);
    records.top_where = data.where(top_key);
    records.rest = is_gaelic(languages) ? "Eile" : "Other";
    if (records.top > 0 && records.bin) {
        data.report(top_key, "\"top\" does not go with \"bin\", whose labels have an order",
                    "keep one of the two");
        return;
    }
    if (records.top > 0 && !(records.aggregation && adds_up(records.aggregation->of))) {
        data.report(top_key, "\"top\" adds the other values up, and not all values can be",
                    "write sum: and the column in place of value, where it holds counts");
    }
}

} // namespace

void add_record_keys(const MapReader& figure, const FigureKind& kind, std::vector<Key>& keys) {
    keys.push_back({where_key, "Year = 2023 and Phase = 'Phase 1'"});
    keys.push_back({"join", "{file: names.csv, key: Code, to: Council code}"});
    const auto value = std::ranges::find(keys, "value", &Key::name);
    if (takes_in_data(kind, "value")) {
        const YamlValue* data = figure.find("data");
        value->required = std::ranges::none_of(aggregate_keys, [&](const Key& key) {
            return data != nullptr && has_key(*data, key.name);
        });
        keys.insert(keys.end(), aggregate_keys.begin(), aggregate_keys.end());
    }
    if (takes_in_data(kind, "label")) {
        const YamlValue* data = figure.find("data");
        std::ranges::find(keys, "label", &Key::name)->required =
            data == nullptr || !has_key(*data, by_key);
        keys.insert(keys.end(),
                    {{by_key, "[Phase, How recorded]"}, {bin_key, "10"}, {top_key, "10"}});
    }
}

void read_records(MapReader& data, const FigureKind& kind, const Noun& unit,
                  const Languages& languages, YamlLog& log, DataSpec& spec) {
    spec.records.condition = data.text(where_key).value_or("");
    spec.records.condition_where = data.where(where_key);
    if (takes_in_data(kind, "label")) {
        read_by(data, spec);
    }
    std::string_view first = data.find("value") == nullptr ? "" : "value";
    for (const auto& [key, of] : aggregates) {
        if (data.find(key) == nullptr || !takes_in_data(kind, "value")) {
            continue;
        }
        if (!first.empty()) {
            data.report(key,
                        fmt::format("{} and {} both say what the values are", in_quotes(first),
                                    in_quotes(key)),
                        "keep one of the two");
            continue;
        }
        first = key;
        Aggregation aggregation{.of = of, .column = {}, .where = data.where(key)};
        if (of == Aggregate::count) {
            data.choice(key, std::array{Choice<bool>{"rows", true}});
        } else {
            aggregation.column =
                pick(read_wordings(data, key, languages.own, log), languages, &spec.value_language);
        }
        if (!is_amount(of) && !kind.takes_rates && !takes_in_data(kind, "panel")) {
            data.report(key,
                        fmt::format("{} does not fit {}, which shows amounts", in_quotes(key),
                                    kind.in_words),
                        "write kind: choropleth, or a count or sum");
        }
        spec.value_where = aggregation.where;
        spec.value_column = heading_of(aggregation, unit, spec.label_column);
        if (!has_own_heading(of, unit)) {
            spec.value_language = other_language("en", languages.wanted);
        }
        spec.records.aggregation = std::move(aggregation);
    }
    if (takes_in_data(kind, "label")) {
        read_bin(data, languages, spec.records);
        read_top(data, languages, spec.records);
    }
}

} // namespace cairn::input
