#include "render/input/table/observations.h"

#include "base/error.h"
#include "base/quote.h"
#include "base/read_number.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
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

void throw_any(std::vector<Problem> problems) {
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
}

Problem problem_in(const Table& table, const Row& row, std::size_t column, Refusal refusal) {
    return {.where = {.file = table.file, .line = row.line, .field = table.columns[column]},
            .what = std::move(refusal.what),
            .remedy = std::move(refusal.remedy)};
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
    if (!spec.panel_column.empty()) {
        columns.panel = find(spec.panel_column, spec.panel_where);
    }
    if (spec.rate && (spec.rate->column != built_in_population || has(spec.rate->column))) {
        columns.per = find_per_column(table, *spec.rate, problems);
    }
    return columns;
}

/// The number of a cell, nothing where it says that there is none; `decimals` grows to as many as
/// it has.
std::optional<double> read_cell(const Row& row, std::size_t column, const Table& table,
                                int& decimals, std::vector<Problem>& problems) {
    auto read = parse_number(row.cells[column]);
    if (auto* refusal = std::get_if<Refusal>(&read)) {
        problems.push_back(problem_in(table, row, column, std::move(*refusal)));
    } else if (const auto* number = std::get_if<Number>(&read)) {
        decimals = std::max(decimals, number->decimals);
        return number->value;
    }
    return std::nullopt;
}

/// Keeps the first few problems with the cells of a column, and counts the others.
void add_few(std::vector<Problem> of_cells, const std::string& column, const Table& table,
             std::vector<Problem>& problems) {
    constexpr std::size_t most = 12;
    constexpr std::size_t shown = 3;
    const std::size_t more = of_cells.size() > most ? of_cells.size() - shown : 0;
    of_cells.resize(of_cells.size() - more);
    std::move(of_cells.begin(), of_cells.end(), std::back_inserter(problems));
    if (more > 0) {
        problems.push_back(
            {.where = {.file = table.file, .field = column},
             .what = fmt::format("{} more cells of this column cannot be read", more),
             .remedy = "mend these first: the others are likely to be alike"});
    }
}

/// Whether a text is no number, nor one with a mark or a sign beside it.
bool is_word(const std::string& text) {
    const bool has_digit = text.find_first_of("0123456789") != std::string::npos;
    const auto first = static_cast<unsigned char>(text.empty() ? ' ' : text.front());
    const bool letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    return (!has_digit || letter) && std::holds_alternative<Refusal>(parse_number(text));
}

/// Whether nearly all cells of a column hold words in place of numbers.
bool holds_no_numbers(const Table& table, std::size_t column) {
    constexpr std::size_t few = 3; // so many may be slips
    const auto words = static_cast<std::size_t>(
        std::count_if(table.rows.begin(), table.rows.end(),
                      [&](const Row& row) { return is_word(row.cells[column]); }));
    return words > few && words * 10 >= table.rows.size() * 9;
}

bool holds_numbers(const Table& table, std::size_t column) {
    return !table.rows.empty() &&
           std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
               return !std::holds_alternative<Refusal>(parse_number(row.cells[column]));
           });
}

/// Throws Error where the column that should hold the numbers holds none at all.
void require_numbers(const Table& table, const Columns& columns, const DataSpec& spec) {
    if (!holds_no_numbers(table, columns.value)) {
        return;
    }
    std::vector<std::string> others;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i != columns.value && i != columns.label && holds_numbers(table, i)) {
            others.push_back(table.columns[i]);
        }
    }
    std::string remedy = "name the column of the numbers";
    if (holds_numbers(table, columns.label)) {
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

/// What is wrong with the cells of a table; of its numbers apart, which may be many.
struct CellProblems {
    std::vector<Problem> of_texts{};
    std::vector<Problem> of_values{};
    std::vector<Problem> of_per{};
};

/// Takes from a row what is text in it: the label, the panel and the category.
void read_texts(const Row& row, const Table& table, const Columns& columns, const DataSpec& spec,
                Observation& observation, std::vector<Problem>& problems) {
    const auto refuse = [&](std::size_t column, Refusal refusal) {
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
        if (auto refusal = read_category(row.cells[columns.value], observation)) {
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

} // namespace

Observations read_observations(const Table& table, const DataSpec& spec) {
    CellProblems problems;
    const Columns columns = find_columns(table, spec, problems.of_texts);
    if (table.rows.empty()) {
        problems.of_texts.push_back({.where = {.file = table.file},
                                     .what = "the table has a heading and no rows",
                                     .remedy = "write a row for each label and its number"});
    }
    throw_any(problems.of_texts);
    if (!spec.categories) {
        require_numbers(table, columns, spec);
    }
    Observations result = headings_of(table, columns, spec);
    const std::vector<std::size_t> others = other_columns(table, columns);
    for (const Row& row : table.rows) {
        Observation& observation = result.rows.emplace_back();
        observation.line = row.line;
        read_texts(row, table, columns, spec, observation, problems.of_texts);
        if (!spec.categories) {
            observation.value =
                read_cell(row, columns.value, table, result.decimals, problems.of_values);
        }
        if (columns.per) {
            observation.per =
                read_cell(row, *columns.per, table, result.per_decimals, problems.of_per);
        }
        for (const std::size_t column : others) {
            observation.others.push_back(one_line(row.cells[column]));
        }
    }
    std::vector<Problem> all = std::move(problems.of_texts);
    add_few(std::move(problems.of_values), table.columns[columns.value], table, all);
    if (columns.per) {
        add_few(std::move(problems.of_per), table.columns[*columns.per], table, all);
    }
    throw_any(std::move(all));
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
