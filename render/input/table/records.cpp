#include "render/input/table/records.h"

#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/table/accumulator.h"
#include "render/input/table/cell_value.h"
#include "render/input/table/number_column.h"
#include "render/input/table/rows_where.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

namespace cairn::input {

namespace {

/// The records of one label.
struct Group {
    int line = 0;                     ///< of the first
    std::vector<std::string> cells{}; ///< of the first, of the columns that stay
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

/// Label and panel. Neither has a line break.
std::string key_of(const Row& row, const Kept& kept) {
    std::string key = one_line(row.cells[kept.label]);
    if (key.empty()) {
        key = one_line(row.cells[kept.other_label]);
    }
    if (kept.panel) {
        key += '\n';
        key += one_line(row.cells[*kept.panel]);
    }
    return key;
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
        sum.add(made[i].value.value_or(0));
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

/// Makes of records a row a label.
class Aggregator {
  public:
    Aggregator(const Table& heading, const DataSpec& spec, Ledger* ledger)
        : m_spec(spec), m_aggregation(*spec.records.aggregation), m_ledger(ledger),
          m_kept(kept_columns(heading, spec)), m_rules(cell_rules(spec.format)) {
        if (m_aggregation.of != Aggregate::count) {
            m_column = column_index(heading, m_aggregation.column, m_aggregation.where);
        }
    }

    void take(const Table& heading, const Row& row) {
        ++m_records;
        Group& group = group_of(row);
        const auto value = read_value(heading, row);
        if (m_ledger != nullptr) {
            enter_record(*m_ledger, row.line, group.line, value.has_value());
        }
        if (value) {
            ++group.with_value;
            std::visit([&](auto& accumulator) { accumulator.add(*value); }, group.accumulator);
        } else if (group.mark.empty()) {
            group.mark = one_line(row.cells[*m_column]);
        }
    }

    Table finish(Table table) {
        if (m_unreadable > m_problems.size()) {
            m_problems.push_back(more_unreadable(table, *m_column, m_unreadable - most_problems));
        }
        throw_any(std::move(m_problems));
        if (m_without > 0) {
            table.warnings.push_back(
                {.where = {.file = table.file, .field = table.columns[*m_column]},
                 .what = fmt::format("{} of {} records have no value, and add nothing", m_without,
                                     m_records),
                 .remedy = ""});
        }
        std::vector<Made> made;
        for (Group& group : m_groups) {
            Made& one = made.emplace_back(
                Made{.line = group.line, .cells = std::move(group.cells), .mark = group.mark});
            if (group.with_value > 0 || m_aggregation.of == Aggregate::distinct) {
                one.value = std::visit([](auto& of) { return of.value(); }, group.accumulator);
            }
        }
        gather_rest(m_spec, made, table.notices, m_ledger);
        return table_made(std::move(table), m_kept, m_spec,
                          aggregate_decimals(m_aggregation.of, m_decimals), made);
    }

  private:
    Group& group_of(const Row& row) {
        constexpr std::size_t most_groups = 1'000'000;
        const auto [entry, is_new] = m_index.emplace(key_of(row, m_kept), m_groups.size());
        if (is_new) {
            if (m_groups.size() == most_groups) {
                throw Error(Problem{.where = m_spec.label_where,
                                    .what = fmt::format("{} has more than a million different "
                                                        "entries",
                                                        in_quotes(m_spec.label_column)),
                                    .remedy = "name a column whose entries records share"});
            }
            Group& group = m_groups.emplace_back(
                Group{.line = row.line, .accumulator = accumulator_of(m_aggregation.of)});
            for (const std::size_t column : m_kept.columns) {
                group.cells.push_back(row.cells[column]);
            }
        }
        return m_groups[entry->second];
    }

    /// The value of a record; nothing where it has none.
    std::optional<RecordValue> read_value(const Table& heading, const Row& row) {
        if (!m_column) {
            return RecordValue{};
        }
        RecordValue value{.text = one_line(row.cells[*m_column])};
        if (m_aggregation.of == Aggregate::distinct) {
            const bool is_without = is_without_value(value.text, m_rules);
            m_without += is_without ? 1 : 0;
            return is_without ? std::nullopt : std::optional(value);
        }
        auto read = read_cell_value(value.text, m_rules);
        if (std::holds_alternative<Missing>(read)) {
            ++m_without;
            return std::nullopt;
        }
        if (auto* refusal = std::get_if<Refusal>(&read)) {
            if (++m_unreadable <= most_problems) {
                m_problems.push_back(problem_in(heading, row, *m_column, std::move(*refusal)));
            }
            return std::nullopt;
        }
        const auto& number = std::get<CellNumber>(read);
        value.number = number.value;
        m_decimals = std::max(m_decimals, number.decimals);
        return value;
    }

    static constexpr std::size_t most_problems = 3;

    const DataSpec& m_spec;
    const Aggregation& m_aggregation;
    Ledger* m_ledger; ///< may be null
    Kept m_kept;
    std::optional<std::size_t> m_column{}; ///< of the values
    CellRules m_rules;
    std::vector<Group> m_groups{}; ///< in the order of the first record of each
    std::unordered_map<std::string, std::size_t> m_index{};
    std::size_t m_records = 0;
    std::size_t m_without = 0;    ///< records without a value
    std::size_t m_unreadable = 0; ///< cells
    int m_decimals = 0;           ///< most of any number
    std::vector<Problem> m_problems{};
};

/// Takes rows, and lets those that the figure is about through.
class Selection {
  public:
    /// The ledger may be null.
    Selection(const DataSpec& spec, Ledger* ledger) : m_spec(spec), m_ledger(ledger) {}

    void take(const Table& heading, Row row) {
        if (m_read == 0) {
            begin(heading);
        }
        ++m_read;
        if (m_filter && !m_filter->takes(row)) {
            if (m_ledger != nullptr) {
                row_on(*m_ledger, row.line).fate = Fate::left_out;
            }
            return;
        }
        ++m_taken;
        if (m_aggregator) {
            m_aggregator->take(heading, row);
        } else {
            m_rows.push_back(std::move(row));
        }
    }

    Table finish(Table table) {
        if (m_filter) {
            m_filter->check(table);
            table.notices.push_back({.where = m_spec.records.condition_where,
                                     .what = fmt::format("`where` takes {} of {} rows of {}",
                                                         m_taken, m_read, table.file),
                                     .remedy = ""});
        }
        if (!m_spec.records.aggregation) {
            table.rows = std::move(m_rows);
            return table;
        }
        if (!m_aggregator) {
            m_aggregator.emplace(table, m_spec, m_ledger);
        }
        return m_aggregator->finish(std::move(table));
    }

  private:
    void begin(const Table& heading) {
        const RecordsSpec& records = m_spec.records;
        if (!records.condition.empty()) {
            m_filter.emplace(parse_condition(records.condition, heading, records.condition_where),
                             cell_rules(m_spec.format), records.condition_where);
        }
        if (records.aggregation) {
            m_aggregator.emplace(heading, m_spec, m_ledger);
        }
    }

    const DataSpec& m_spec;
    Ledger* m_ledger;
    std::optional<RowFilter> m_filter{};
    std::optional<Aggregator> m_aggregator{};
    std::vector<Row> m_rows{}; ///< as they are
    std::size_t m_read = 0;
    std::size_t m_taken = 0;
};

} // namespace

Table selected(const DataSpec& spec, const ReadRows& read) {
    Selection selection(spec, nullptr);
    Table table =
        read([&](const Table& heading, Row row) { selection.take(heading, std::move(row)); });
    return selection.finish(std::move(table));
}

Table selected(Table table, const DataSpec& spec, Ledger* ledger) {
    Selection selection(spec, ledger);
    for (Row& row : std::exchange(table.rows, {})) {
        selection.take(table, std::move(row));
    }
    return selection.finish(std::move(table));
}

} // namespace cairn::input
