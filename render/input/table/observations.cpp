#include "render/input/table/observations.h"

#include "base/error.h"
#include "base/quote.h"
#include "base/read_number.h"
#include "base/report.h"
#include "base/split_list.h"
#include "base/white_space.h"
#include "render/input/table/number_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

namespace cairn::input {

namespace {

/// Estimates for the middle of this year.
constexpr int population_year = 2022;
constexpr const char* population_column = "population_2022";

/// The index of a column; 0, and a problem more, where there is none of that name.
std::size_t find_column(const Table& table, const std::string& name, const Location& where,
                        std::vector<Problem>& problems) {
    try {
        return column_index(table, name, where);
    } catch (const Error& error) {
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        return 0;
    }
}

/// Which columns of a table the figure reads.
struct Columns {
    std::size_t label = 0;
    std::size_t other_label = 0; ///< where the label is empty; that of another language
    std::size_t value = 0;
    std::optional<std::size_t> per;
    std::optional<std::size_t> panel;
};

/// The column of what values are per; `population` is as near a name as those of the table.
std::size_t find_per_column(const Table& table, const RateSpec& rate,
                            std::vector<Problem>& problems) {
    if (!columns_named(table, rate.column).empty()) {
        return find_column(table, rate.column, rate.where, problems);
    }
    std::vector<std::string> names = table.columns;
    names.emplace_back(built_in_population);
    problems.push_back(
        {.where = rate.where,
         .what = fmt::format("{} has no column {}", table.file, in_quotes(rate.column)),
         .remedy = did_you_mean(rate.column, names,
                                fmt::format("name one that it has, or {} for the built-in one",
                                            in_quotes(built_in_population)))});
    return 0;
}

Columns find_columns(const Table& table, const DataSpec& spec, std::vector<Problem>& problems) {
    const auto find = [&](const std::string& name, const Location& where) {
        return find_column(table, name, where, problems);
    };
    Columns columns;
    columns.label = find(spec.label_column, spec.label_where);
    columns.value = find(spec.value_column, spec.value_where);
    columns.other_label = spec.other_label_column.empty()
                              ? columns.label
                              : find(spec.other_label_column, spec.label_where);
    if (!spec.panel_column.empty()) {
        columns.panel = find(spec.panel_column, spec.panel_where);
    }
    if (spec.rate && (spec.rate->column != built_in_population ||
                      !columns_named(table, spec.rate->column).empty())) {
        columns.per = find_per_column(table, *spec.rate, problems);
    }
    return columns;
}

/// Throws Error where the column that should hold the numbers holds none at all.
void require_numbers(const Table& table, const Columns& columns, const DataSpec& spec,
                     const CellRules& rules) {
    if (!holds_no_numbers(table, columns.value, rules)) {
        return;
    }
    std::vector<std::string> others;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i != columns.value && i != columns.label && holds_numbers(table, i, rules)) {
            others.push_back(table.columns[i]);
        }
    }
    std::string remedy = "name the column of the numbers";
    if (holds_numbers(table, columns.label, rules)) {
        remedy = fmt::format("{} holds numbers: the two columns seem to have changed places",
                             in_quotes(spec.label_column));
    } else if (!others.empty()) {
        remedy = fmt::format("{} {}", quoted_list(others, "and"),
                             others.size() == 1 ? "holds numbers" : "hold numbers");
    }
    throw Error(Problem{.where = spec.value_where,
                        .what = fmt::format("the column {} of {} holds no numbers",
                                            in_quotes(spec.value_column), table.file),
                        .remedy = std::move(remedy)});
}

/// The columns of a table that the figure does not read.
std::vector<std::size_t> other_columns(const Table& table, const Columns& columns) {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i != columns.label && i != columns.other_label && i != columns.value &&
            columns.per != i && columns.panel != i) {
            others.push_back(i);
        }
    }
    return others;
}

/// Takes a category as it is written; none from a mark that says that there is none, whose only
/// meaning that is: others may be categories.
std::optional<Refusal> read_category(const std::string& cell, const CellRules& rules,
                                     Observation& observation) {
    std::string category = one_line(cell);
    if (const auto missing = read_missing(cell, rules); missing && missing->is_plain) {
        observation.reason = missing->reason;
        return std::nullopt;
    }
    if (category.empty()) {
        return Refusal{"the cell is empty", "write a category, or [z] where there is none"};
    }
    observation.category = std::move(category);
    return std::nullopt;
}

/// Takes from a row what is text in it: the label, the panel and the category.
void read_texts(const Row& row, const Table& table, const Columns& columns, const DataSpec& spec,
                const CellRules& rules, Observation& observation, std::vector<Problem>& problems) {
    const auto refuse = [&](std::size_t column, Refusal refusal) {
        observation.unreadable = true;
        problems.push_back(problem_in(table, row, column, std::move(refusal)));
    };
    observation.label = one_line(row.cells[columns.label]);
    observation.language = spec.label_language;
    if (observation.label.empty()) {
        observation.label = one_line(row.cells[columns.other_label]);
        observation.language = spec.other_label_language;
    }
    if (observation.label.empty()) {
        refuse(columns.label, {"the cell is empty", "write what the number in this row is of"});
    }
    if (columns.panel) {
        observation.panel = one_line(row.cells[*columns.panel]);
    }
    if (columns.panel && observation.panel.empty()) {
        refuse(*columns.panel, {"the cell is empty", "write which map this row belongs to"});
    }
    if (spec.categories) {
        if (auto refusal = read_category(row.cells[columns.value], rules, observation)) {
            refuse(columns.value, std::move(*refusal));
        }
    }
}

/// What a table holds for a figure, before its rows are read.
Observations headings_of(const Table& table, const Columns& columns, const DataSpec& spec) {
    Observations result{.file = table.file,
                        .label_heading = one_line(table.columns[columns.label]),
                        .value_heading = one_line(table.columns[columns.value]),
                        .rows = {},
                        .decimals = 0,
                        .label_heading_language = spec.label_language,
                        .value_heading_language = spec.value_language};
    if (columns.per) {
        result.per_heading = one_line(table.columns[*columns.per]);
    }
    for (const std::size_t column : other_columns(table, columns)) {
        result.other_headings.push_back(table.columns[column]);
    }
    return result;
}

/// Takes `[note 2]` off the labels, but where two labels of one map would become the same.
void take_note_marks_off(Observations& observations) {
    std::map<std::pair<std::string, std::string>, std::set<std::string>> labels;
    for (const Observation& row : observations.rows) {
        labels[{without_note_brackets(row.label), row.panel}].insert(row.label);
    }
    for (Observation& row : observations.rows) {
        std::string label = without_note_brackets(row.label);
        if (!label.empty() && labels[{label, row.panel}].size() == 1) {
            row.label = std::move(label);
        }
    }
}

} // namespace

std::vector<std::string> wanted_columns(const DataSpec& spec) {
    const auto& made = spec.records.aggregation;
    std::vector<std::string> wanted{made ? made->column : spec.value_column,
                                    spec.other_label_column, spec.panel_column, spec.points.first,
                                    spec.points.second};
    if (spec.records.by.empty()) {
        wanted.insert(wanted.begin(), spec.label_column);
    } else {
        wanted.insert(wanted.begin(), spec.records.by.begin(), spec.records.by.end());
    }
    if (spec.rate && spec.rate->column != built_in_population) {
        wanted.push_back(spec.rate->column);
    }
    std::erase(wanted, "");
    return wanted;
}

Observations try_read_observations(const Table& table, const DataSpec& spec) {
    std::vector<Problem> problems;
    const Columns columns = find_columns(table, spec, problems);
    if (table.rows.empty()) {
        problems.push_back({.where = {.file = table.file},
                            .what = "the table has a heading and no rows",
                            .remedy = "write a row for each label and its number"});
    }
    throw_any(problems);
    const CellRules rules = cell_rules(spec.format);
    if (!spec.categories) {
        require_numbers(table, columns, spec, rules);
    }
    Observations result = headings_of(table, columns, spec);
    result.warnings = table.warnings;
    const std::vector<std::size_t> others = other_columns(table, columns);
    for (const Row& row : table.rows) {
        Observation& observation = result.rows.emplace_back();
        observation.line = row.line;
        read_texts(row, table, columns, spec, rules, observation, result.problems);
        for (const std::size_t column : others) {
            observation.others.push_back(one_line(row.cells[column]));
        }
    }
    if (table.rest_of > 0) {
        result.rows.back().rest_of = table.rest_of;
        result.rows.back().rest_with_some = table.rest_with_some;
    }
    take_note_marks_off(result);
    const auto read = [&](std::size_t column) {
        NumberColumn numbers = read_numbers(table, column, rules);
        append(result.problems, numbers.problems);
        append(result.warnings, numbers.warnings);
        for (std::size_t i = 0; i < result.rows.size(); ++i) {
            result.rows[i].unreadable |= !numbers.values[i] && !numbers.reasons[i];
        }
        return numbers;
    };
    if (!spec.categories) {
        const NumberColumn values = read(columns.value);
        result.decimals = values.decimals;
        result.sign = values.sign;
        for (std::size_t i = 0; i < result.rows.size(); ++i) {
            result.rows[i].value = values.values[i];
            result.rows[i].reason = values.reasons[i];
        }
    }
    if (columns.per) {
        const NumberColumn per = read(*columns.per);
        result.per_decimals = per.decimals;
        for (std::size_t i = 0; i < result.rows.size(); ++i) {
            result.rows[i].per = per.values[i];
        }
    }
    return result;
}

Observations read_observations(const Table& table, const DataSpec& spec) {
    Observations observations = try_read_observations(table, spec);
    throw_any(std::move(observations.problems));
    return observations;
}

std::vector<geo::Place> read_places(const std::filesystem::path& path) {
    const Table table = read_csv(path, path.string());
    std::vector<Problem> problems;
    const auto column = [&](const char* name) {
        return find_column(table, name, {.file = table.file, .line = 1}, problems);
    };
    const std::size_t code = column("gss_code");
    const std::size_t former = column("gss_codes_former");
    const std::size_t iso = column("iso_3166_2");
    const std::size_t name = column("name");
    const std::size_t gaelic = column("name_gd");
    const std::size_t aliases = column("aliases");
    const std::size_t short_name = column("short");
    const std::size_t short_gaelic = column("short_gd");
    const std::size_t abbreviations = column("abbreviations");
    const std::size_t people = column(population_column);
    std::vector<geo::Place> places;
    throw_any(problems);
    for (const Row& row : table.rows) {
        places.push_back({.code = row.cells[code],
                          .former_codes = split_list(row.cells[former]),
                          .iso = row.cells[iso],
                          .name = row.cells[name],
                          .name_gd = row.cells[gaelic],
                          .aliases = split_list(row.cells[aliases]),
                          .population = {},
                          .short_name = row.cells[short_name],
                          .short_name_gd = row.cells[short_gaelic],
                          .abbreviations = split_list(row.cells[abbreviations])});
        const auto read = parse_number(row.cells[people]);
        if (const auto* number = std::get_if<Number>(&read)) {
            places.back().population = {number->value, population_year};
        } else {
            problems.push_back(
                {.where = {.file = table.file, .line = row.line, .field = table.columns[people]},
                 .what = "the population is not a number",
                 .remedy = "write how many people live there"});
        }
    }
    throw_any(std::move(problems));
    return places;
}

} // namespace cairn::input
