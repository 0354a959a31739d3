#include "render/input/observations.h"

#include "geo/error.h"
#include "render/input/number.h"
#include "render/input/quote.h"
#include "render/input/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

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

void throw_any(std::vector<Problem> problems) {
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
}

Problem problem_in(const Observations& observations, int line, const std::string& column,
                   Refusal refusal) {
    return {.where = {.file = observations.file, .line = line, .field = column},
            .what = std::move(refusal.what),
            .remedy = std::move(refusal.remedy)};
}

/// Which columns of a table the figure reads.
struct Columns {
    std::size_t label = 0;
    std::size_t other_label = 0; ///< where the label is empty; that of another language
    std::size_t value = 0;
    std::optional<std::size_t> per;
};

/// The column of what values are per; `population` is as near a name as those of the table.
std::size_t find_per_column(const Table& table, const RateSpec& rate,
                            std::vector<Problem>& problems) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), rate.column);
    if (found != table.columns.end()) {
        return static_cast<std::size_t>(found - table.columns.begin());
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
    const auto has = [&](const std::string& name) {
        return std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end();
    };
    if (spec.rate && (spec.rate->column != built_in_population || has(spec.rate->column))) {
        columns.per = find_per_column(table, *spec.rate, problems);
    }
    return columns;
}

/// The number of a cell, nothing where it says that there is none; `decimals` grows to as many as
/// it has.
std::optional<double> read_cell(const Row& row, std::size_t column, const Table& table,
                                const Observations& observations, int& decimals,
                                std::vector<Problem>& problems) {
    auto read = parse_number(row.cells[column]);
    if (auto* refusal = std::get_if<Refusal>(&read)) {
        problems.push_back(
            problem_in(observations, row.line, table.columns[column], std::move(*refusal)));
    } else if (const auto* number = std::get_if<Number>(&read)) {
        decimals = std::max(decimals, number->decimals);
        return number->value;
    }
    return std::nullopt;
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(';'), text.size());
        if (const std::string_view part = trimmed(text.substr(0, length)); !part.empty()) {
            parts.emplace_back(part);
        }
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return parts;
}

} // namespace

Observations read_observations(const Table& table, const DataSpec& spec) {
    std::vector<Problem> problems;
    const Columns columns = find_columns(table, spec, problems);
    if (table.rows.empty()) {
        problems.push_back({.where = {.file = table.file},
                            .what = "the table has a heading and no rows",
                            .remedy = "write a row for each label and its number"});
    }
    throw_any(problems);

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
    for (const Row& row : table.rows) {
        Observation observation{.label = one_line(row.cells[columns.label]),
                                .value = {},
                                .line = row.line,
                                .language = spec.label_language};
        if (observation.label.empty()) {
            observation.label = one_line(row.cells[columns.other_label]);
            observation.language = spec.other_label_language;
        }
        if (observation.label.empty()) {
            problems.push_back(
                problem_in(result, row.line, table.columns[columns.label],
                           {"the cell is empty", "write what the number in this row is of"}));
        }
        observation.value = read_cell(row, columns.value, table, result, result.decimals, problems);
        if (columns.per) {
            observation.per =
                read_cell(row, *columns.per, table, result, result.per_decimals, problems);
        }
        result.rows.push_back(std::move(observation));
    }
    throw_any(std::move(problems));
    return result;
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
                          .short_name_gd = row.cells[short_gaelic]});
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
