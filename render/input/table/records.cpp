#include "render/input/table/records.h"

#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/table/cell_value.h"
#include "render/input/table/number_column.h"
#include "render/input/table/rows_where.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <variant>

namespace cairn::input {

namespace {

/// The value of a record; of a count, none.
struct Value {
    std::string text{};
    double number = 0;
};

class Count {
  public:
    void add(const Value& /*value*/) { ++m_count; }
    [[nodiscard]] double value() const { return static_cast<double>(m_count); }

  private:
    std::size_t m_count = 0;
};

/// The sum, without the error of the additions so far (Neumaier 1974).
class Sum {
  public:
    void add(const Value& value) {
        const double sum = m_sum + value.number;
        m_lost += std::abs(m_sum) >= std::abs(value.number) ? (m_sum - sum) + value.number
                                                            : (value.number - sum) + m_sum;
        m_sum = sum;
    }
    [[nodiscard]] double value() const { return m_sum + m_lost; }

  private:
    double m_sum = 0;
    double m_lost = 0;
};

/// The mean (Welford 1962).
class Mean {
  public:
    void add(const Value& value) {
        m_mean += (value.number - m_mean) / static_cast<double>(++m_count);
    }
    [[nodiscard]] double value() const { return m_mean; }

  private:
    double m_mean = 0;
    std::size_t m_count = 0;
};

/// The middle of the numbers, or the mean of the two in the middle.
class Median {
  public:
    void add(const Value& value) { m_numbers.push_back(value.number); }
    [[nodiscard]] double value() {
        const auto middle = m_numbers.begin() + static_cast<std::ptrdiff_t>(m_numbers.size() / 2);
        std::nth_element(m_numbers.begin(), middle, m_numbers.end());
        return m_numbers.size() % 2 == 1
                   ? *middle
                   : std::midpoint(*std::max_element(m_numbers.begin(), middle), *middle);
    }

  private:
    std::vector<double> m_numbers;
};

/// How many different texts there are.
class Distinct {
  public:
    void add(const Value& value) { m_texts.insert(value.text); }
    [[nodiscard]] double value() const { return static_cast<double>(m_texts.size()); }

  private:
    std::unordered_set<std::string> m_texts;
};

using Accumulator = std::variant<Count, Sum, Mean, Median, Distinct>;

Accumulator accumulator_of(Aggregate aggregate) {
    switch (aggregate) {
    case Aggregate::count:
        return Count{};
    case Aggregate::sum:
        return Sum{};
    case Aggregate::mean:
        return Mean{};
    case Aggregate::median:
        return Median{};
    case Aggregate::distinct:
        return Distinct{};
    }
    return {};
}

/// The decimals of what is made of numbers with so many.
int decimals_of(Aggregate aggregate, int decimals) {
    switch (aggregate) {
    case Aggregate::count:
    case Aggregate::distinct:
        return 0;
    case Aggregate::sum:
        return decimals;
    case Aggregate::mean:
    case Aggregate::median:
        return decimals + 1;
    }
    return 0;
}

/// The records of one label.
struct Group {
    const Row* first = nullptr;
    Accumulator accumulator;
    std::size_t with_value = 0;
    std::string mark{}; ///< of the first record without a value
};

/// The columns that stay, and those of them that tell labels and panels.
struct Kept {
    std::vector<std::size_t> columns{};
    std::size_t label = 0;
    std::size_t other_label = 0;
    std::optional<std::size_t> panel{};
};

Kept kept_columns(const Table& table, const DataSpec& spec) {
    Kept kept;
    const auto keep = [&](const std::string& name, const Location& where) {
        return kept.columns.emplace_back(column_index(table, name, where));
    };
    kept.label = keep(spec.label_column, spec.label_where);
    kept.other_label = spec.other_label_column.empty()
                           ? kept.label
                           : keep(spec.other_label_column, spec.label_where);
    if (!spec.panel_column.empty()) {
        kept.panel = keep(spec.panel_column, spec.panel_where);
    }
    return kept;
}

/// Label and panel.
using GroupKey = std::pair<std::string, std::string>;

GroupKey key_of(const Row& row, const Kept& kept) {
    std::string label = one_line(row.cells[kept.label]);
    return {label.empty() ? one_line(row.cells[kept.other_label]) : std::move(label),
            kept.panel ? one_line(row.cells[*kept.panel]) : ""};
}

/// What the cells of the column hold beside values.
struct CellLog {
    CellRules rules{};
    int decimals = 0;        ///< most of any number
    std::size_t without = 0; ///< records without a value
    std::vector<Problem> problems{};
};

/// The value of a record; nothing where it has none.
std::optional<Value> read_value(const Row& row, std::optional<std::size_t> column, bool is_number,
                                const Table& table, CellLog& log) {
    if (!column) {
        return Value{};
    }
    Value value{.text = one_line(row.cells[*column])};
    if (!is_number) {
        const bool is_without = is_without_value(value.text, log.rules);
        log.without += is_without ? 1 : 0;
        return is_without ? std::nullopt : std::optional(value);
    }
    auto read = read_cell_value(value.text, log.rules);
    if (std::holds_alternative<Missing>(read)) {
        ++log.without;
        return std::nullopt;
    }
    if (auto* refusal = std::get_if<Refusal>(&read)) {
        log.problems.push_back(problem_in(table, row, *column, std::move(*refusal)));
        return std::nullopt;
    }
    const auto& number = std::get<CellNumber>(read);
    value.number = number.value;
    log.decimals = std::max(log.decimals, number.decimals);
    return value;
}

/// The rows by label, in the order of the first of each.
std::vector<Group> grouped(const Table& table, const Kept& kept, const Aggregation& aggregation,
                           std::optional<std::size_t> column, CellLog& log, Ledger* ledger) {
    const bool is_number = aggregation.of != Aggregate::distinct;
    std::vector<Group> groups;
    std::map<GroupKey, std::size_t> index;
    for (const Row& row : table.rows) {
        const auto [entry, is_new] = index.emplace(key_of(row, kept), groups.size());
        if (is_new) {
            groups.push_back({.first = &row, .accumulator = accumulator_of(aggregation.of)});
        }
        Group& group = groups[entry->second];
        const std::size_t without = log.without;
        if (const auto value = read_value(row, column, is_number, table, log)) {
            ++group.with_value;
            std::visit([&](auto& accumulator) { accumulator.add(*value); }, group.accumulator);
        } else if (group.mark.empty()) {
            group.mark = one_line(row.cells[*column]);
        }
        if (ledger != nullptr) {
            enter_record(*ledger, row.line, group.first->line, log.without == without);
        }
    }
    return groups;
}

/// What is made of the records of one label.
struct Made {
    int line = 0;
    std::vector<std::string> cells{}; ///< of the columns that stay
    std::optional<double> value{};
    std::string mark{}; ///< where there is no value
};

/// Leaves the labels of the highest values alone, as many as are asked for, and puts the others
/// together at the end.
void gather_rest(const DataSpec& spec, std::vector<Made>& made, std::vector<Problem>& notices,
                 Ledger* ledger) {
    const auto top = static_cast<std::size_t>(spec.records.top);
    if (top == 0 || made.size() <= top + 1) {
        return; // one alone would have no more room as a rest
    }
    std::vector<std::size_t> order(made.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return made[i].value; });
    std::vector<bool> is_rest(made.size(), false);
    std::for_each(order.begin() + static_cast<std::ptrdiff_t>(top), order.end(),
                  [&](std::size_t i) { is_rest[i] = true; });
    std::vector<Made> kept;
    std::optional<Made> rest;
    Sum sum;
    std::vector<std::string> labels;
    std::vector<int> lines;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (!is_rest[i]) {
            kept.push_back(std::move(made[i]));
            continue;
        }
        labels.push_back(made[i].cells.front());
        lines.push_back(made[i].line);
        sum.add({.number = made[i].value.value_or(0)});
        if (!rest) {
            rest = std::move(made[i]);
        }
    }
    const std::string name = fmt::format("{} ({})", spec.records.rest, labels.size());
    std::ranges::fill(rest->cells, name);
    rest->value = sum.value();
    notices.push_back(
        {.where = spec.records.top_where,
         .what = fmt::format("{} stands for {}", in_quotes(name), first_few_in_quotes(labels)),
         .remedy = ""});
    if (ledger != nullptr) {
        enter_rest(*ledger, lines);
    }
    kept.push_back(std::move(*rest));
    made = std::move(kept);
}

Table table_made(Table table, const Kept& kept, const DataSpec& spec, int decimals,
                 std::vector<Made>& made) {
    Table result{.file = table.file,
                 .columns = {},
                 .rows = {},
                 .names = {},
                 .other_rows = std::move(table.other_rows),
                 .warnings = std::move(table.warnings),
                 .notices = std::move(table.notices),
                 .problems = {}};
    for (const std::size_t one : kept.columns) {
        result.columns.push_back(table.columns[one]);
        result.names.push_back(table.names.empty() ? ColumnName{table.columns[one]}
                                                   : table.names[one]);
    }
    result.columns.push_back(spec.value_column);
    result.names.push_back({spec.value_column});
    for (Made& one : made) {
        one.cells.push_back(one.value ? fmt::format("{:.{}f}", *one.value, decimals)
                                      : std::move(one.mark));
        if (one.value && spec.format.decimal) {
            std::ranges::replace(one.cells.back(), '.', *spec.format.decimal);
        }
        result.rows.push_back({one.line, std::move(one.cells)});
    }
    return result;
}

Table aggregated(Table table, const DataSpec& spec, Ledger* ledger) {
    const Aggregation& aggregation = *spec.records.aggregation;
    const Kept kept = kept_columns(table, spec);
    std::optional<std::size_t> column;
    if (aggregation.of != Aggregate::count) {
        column = column_index(table, aggregation.column, aggregation.where);
    }
    CellLog log{.rules = cell_rules(spec.format)};
    std::vector<Group> groups = grouped(table, kept, aggregation, column, log, ledger);
    if (column) {
        constexpr std::size_t most_problems = 3;
        keep_few(table, *column, most_problems, log.problems);
        throw_any(std::move(log.problems));
    }
    if (log.without > 0) {
        table.warnings.push_back(
            {.where = {.file = table.file, .field = table.columns[*column]},
             .what = fmt::format("{} of {} records have no value, and add nothing", log.without,
                                 table.rows.size()),
             .remedy = ""});
    }
    std::vector<Made> made;
    for (Group& group : groups) {
        Made& one = made.emplace_back();
        one.line = group.first->line;
        for (const std::size_t index : kept.columns) {
            one.cells.push_back(group.first->cells[index]);
        }
        one.mark = std::move(group.mark);
        if (group.with_value > 0 || aggregation.of == Aggregate::distinct) {
            one.value = std::visit([](auto& of) { return of.value(); }, group.accumulator);
        }
    }
    gather_rest(spec, made, table.notices, ledger);
    return table_made(std::move(table), kept, spec, decimals_of(aggregation.of, log.decimals),
                      made);
}

} // namespace

Table selected(Table table, const DataSpec& spec, Ledger* ledger) {
    const RecordsSpec& records = spec.records;
    if (!records.condition.empty() && !table.rows.empty()) {
        const Condition condition =
            parse_condition(records.condition, table, records.condition_where);
        std::vector<Row> rows =
            rows_where(condition, table, cell_rules(spec.format), records.condition_where);
        table.notices.push_back({.where = records.condition_where,
                                 .what = fmt::format("`where` takes {} of {} rows of {}",
                                                     rows.size(), table.rows.size(), table.file),
                                 .remedy = ""});
        if (ledger != nullptr) {
            enter_left_out(*ledger, table.rows, rows);
        }
        table.rows = std::move(rows);
    }
    return records.aggregation ? aggregated(std::move(table), spec, ledger) : std::move(table);
}

} // namespace cairn::input
