#include "render/input/observations.h"

#include "geo/error.h"
#include "render/input/number.h"
#include "render/input/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

namespace cairn::input {

namespace {

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

/// Takes a category as it is written; none from a mark that says that there is none.
std::optional<Refusal> read_category(const std::string& cell, Observation& observation) {
    std::string category = one_line(cell);
    if (category.empty()) {
        return Refusal{"the cell is empty", "write a category, or [z] where there is none"};
    }
    if (!std::holds_alternative<NoNumber>(parse_number(cell))) {
        observation.category = std::move(category);
    }
    return std::nullopt;
}

/// Takes a number, and how many decimals it has where that is more than others have.
std::optional<Refusal> read_value(const std::string& cell, Observation& observation,
                                  int& decimals) {
    auto read = parse_number(cell);
    if (auto* refusal = std::get_if<Refusal>(&read)) {
        return std::move(*refusal);
    }
    if (const auto* number = std::get_if<Number>(&read)) {
        observation.value = number->value;
        decimals = std::max(decimals, number->decimals);
    }
    return std::nullopt;
}

} // namespace

Observations read_observations(const Table& table, const DataSpec& spec) {
    std::vector<Problem> problems;
    const std::size_t label = find_column(table, spec.label_column, spec.label_where, problems);
    const std::size_t value = find_column(table, spec.value_column, spec.value_where, problems);
    if (table.rows.empty()) {
        problems.push_back({.where = {.file = table.file},
                            .what = "the table has a heading and no rows",
                            .remedy = "write a row for each label and its number"});
    }
    // Labels that their column leaves empty may stand in that of another language.
    const std::size_t other =
        spec.other_label_column.empty()
            ? label
            : find_column(table, spec.other_label_column, spec.label_where, problems);
    const std::size_t panel = spec.panel_column.empty() ? label
                                                        : find_column(table, spec.panel_column,
                                                                      spec.panel_where, problems);
    throw_any(problems);

    Observations result{.file = table.file,
                        .label_heading = one_line(table.columns[label]),
                        .value_heading = one_line(table.columns[value]),
                        .rows = {},
                        .decimals = 0,
                        .label_heading_language = spec.label_language,
                        .value_heading_language = spec.value_language};
    for (const Row& row : table.rows) {
        Observation observation{.label = one_line(row.cells[label]),
                                .value = {},
                                .line = row.line,
                                .language = spec.label_language};
        if (observation.label.empty()) {
            observation.label = one_line(row.cells[other]);
            observation.language = spec.other_label_language;
        }
        const auto refuse = [&](std::size_t column, Refusal refusal) {
            problems.push_back(
                problem_in(result, row.line, table.columns[column], std::move(refusal)));
        };
        if (observation.label.empty()) {
            refuse(label, {"the cell is empty", "write what the number in this row is of"});
        }
        if (!spec.panel_column.empty()) {
            observation.panel = one_line(row.cells[panel]);
        }
        if (!spec.panel_column.empty() && observation.panel.empty()) {
            refuse(panel, {"the cell is empty", "write which map this row belongs to"});
        }
        auto refusal = spec.categories ? read_category(row.cells[value], observation)
                                       : read_value(row.cells[value], observation, result.decimals);
        if (refusal) {
            refuse(value, std::move(*refusal));
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
    throw_any(std::move(problems));
    std::vector<geo::Place> places;
    for (const Row& row : table.rows) {
        places.push_back({.code = row.cells[code],
                          .former_codes = split_list(row.cells[former]),
                          .iso = row.cells[iso],
                          .name = row.cells[name],
                          .name_gd = row.cells[gaelic],
                          .aliases = split_list(row.cells[aliases]),
                          .short_name = row.cells[short_name],
                          .short_name_gd = row.cells[short_gaelic]});
    }
    return places;
}

} // namespace cairn::input
