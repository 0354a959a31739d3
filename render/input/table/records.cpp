#include "render/input/table/records.h"

#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/table/accumulator.h"
#include "render/input/table/bins.h"
#include "render/input/table/cell_value.h"
#include "render/input/table/made_rows.h"
#include "render/input/table/number_column.h"
#include "render/input/table/rows_where.h"
#include "render/input/table/unreadable_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
    std::int64_t bin = 0;
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
    for (const std::string& name : spec.records.by) {
        keep(name, spec.records.by_where);
    }
    if (!kept.columns.empty()) {
        return kept;
    }
    kept.label = keep(spec.label_column, spec.label_where);
    kept.other_label = spec.other_label_column.empty()
                           ? kept.label
                           : keep(spec.other_label_column, spec.label_where);
    if (!spec.panel_column.empty()) {
        kept.panel = keep(spec.panel_column, spec.panel_where);
    }
    return kept;
}

/// What tells a row's group from others: its pair, or its label and panel. None of these has a line
/// break.
std::string key_of(const Row& row, const Kept& kept, const DataSpec& spec) {
    if (!spec.records.by.empty()) {
        return fmt::format("{}\n{}", one_line(row.cells[kept.columns[0]]),
                           one_line(row.cells[kept.columns[1]]));
    }
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

/// The table of the rows made, in place of the one that the records are of.
Table table_made(Table table, const Kept& kept, const DataSpec& spec, int decimals,
                 std::vector<MadeRow>& rows) {
    Table result{.file = table.file,
                 .columns = {},
                 .rows = {},
                 .names = {},
                 .other_rows = std::move(table.other_rows),
                 .warnings = std::move(table.warnings),
                 .notices = std::move(table.notices),
                 .problems = {}};
    const auto add_column = [&](const ColumnName& name) {
        result.columns.push_back(name.text);
        result.names.push_back(name);
    };
    if (spec.records.by.empty()) {
        for (const std::size_t one : kept.columns) {
            add_column(table.names.empty() ? ColumnName{table.columns[one]} : table.names[one]);
        }
    } else {
        add_column({spec.label_column});
        for (const std::string& one : spec.records.by) {
            add_column({one});
        }
    }
    add_column({spec.value_column});
    for (MadeRow& row : rows) {
        row.cells.push_back(row.value ? fmt::format("{:.{}f}", *row.value, decimals)
                                      : std::move(row.mark));
        if (row.value && spec.format.decimal) {
            std::ranges::replace(row.cells.back(), '.', *spec.format.decimal);
        }
        result.rows.push_back({row.line, std::move(row.cells)});
    }
    return result;
}

/// Makes of records a row a label.
class Aggregator {
  public:
    Aggregator(const Table& heading, const DataSpec& spec, Ledger* ledger)
        : m_spec(spec), m_aggregation(*spec.records.aggregation), m_ledger(ledger),
          m_kept(kept_columns(heading, spec)), m_rules(cell_rules(spec.format)) {
        if (spec.records.bin) {
            m_bins.emplace(*spec.records.bin, m_rules);
        }
        if (m_aggregation.of != Aggregate::count) {
            m_column = column_index(heading, m_aggregation.column, m_aggregation.where);
        }
    }

    void take(const Table& heading, const Row& row) {
        ++m_records;
        std::int64_t bin = 0;
        if (m_bins) {
            const std::optional<std::int64_t> found = read_bin(heading, row);
            if (!found) {
                return;
            }
            bin = *found;
        }
        Group& group = group_of(row, bin);
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
        std::vector<Problem> problems = m_bin_cells.all(table, m_kept.label);
        append(problems, m_value_cells.all(table, m_column.value_or(0)));
        throw_any(std::move(problems));
        const auto warn = [&](std::size_t column, std::size_t count, std::string_view what) {
            if (count > 0) {
                table.warnings.push_back(
                    {.where = {.file = table.file, .field = table.columns[column]},
                     .what = fmt::format("{} of {} records have no value, and {}", count, m_records,
                                         what),
                     .remedy = ""});
            }
        };
        warn(m_kept.label, m_without_bin, "are in no bin");
        warn(m_column.value_or(0), m_without, "add nothing");
        std::vector<MadeRow> rows = rows_made();
        warn_of_few(rows, table);
        const Rest rest = gather_rest(m_spec.records, rows, table.notices);
        if (m_ledger != nullptr && !rest.lines.empty()) {
            enter_rest(*m_ledger, rest.lines);
        }
        Table made = table_made(std::move(table), m_kept, m_spec,
                                aggregate_decimals(m_aggregation.of, m_decimals), rows);
        made.rest_of = rest.labels;
        made.rest_with_some = rest.with_some;
        return made;
    }

  private:
    /// A middle of few records may be due to chance.
    void warn_of_few(const std::vector<MadeRow>& rows, Table& table) const {
        constexpr std::size_t few = 5;
        if (m_aggregation.of != Aggregate::mean && m_aggregation.of != Aggregate::median) {
            return;
        }
        std::vector<std::string> labels;
        for (const MadeRow& row : rows) {
            if (row.with_value > 0 && row.with_value < few) {
                labels.push_back(row.cells.front());
            }
        }
        if (!labels.empty()) {
            table.warnings.push_back(
                {.where = {.file = table.file, .field = table.columns[m_column.value_or(0)]},
                 .what = fmt::format("fewer than {} records have a value for {}", few,
                                     first_few_in_quotes(labels)),
                 .remedy = "say so in the note, or put labels together"});
        }
    }

    /// One row a group, in the order in which labels stand.
    std::vector<MadeRow> rows_made() {
        std::vector<MadeRow> rows;
        for (Group& group : m_groups) {
            MadeRow& row = rows.emplace_back(MadeRow{.line = group.line,
                                                     .cells = std::move(group.cells),
                                                     .mark = group.mark,
                                                     .bin = group.bin,
                                                     .with_value = group.with_value});
            if (group.with_value > 0 || m_aggregation.of == Aggregate::distinct) {
                row.value = std::visit([](auto& of) { return of.value(); }, group.accumulator);
            }
        }
        const RecordsSpec& records = m_spec.records;
        return m_bins               ? with_all_bins(std::move(rows), *m_bins, records)
               : records.by.empty() ? rows
                                    : with_all_pairs(std::move(rows), records);
    }

    /// The bin of a record; nothing where it has none.
    std::optional<std::int64_t> read_bin(const Table& heading, const Row& row) {
        auto read = m_bins->bin_of(row.cells[m_kept.label]);
        if (auto* refusal = std::get_if<Refusal>(&read)) {
            m_bin_cells.add(problem_in(heading, row, m_kept.label, std::move(*refusal)));
        }
        const auto* bin = std::get_if<std::int64_t>(&read);
        if (std::holds_alternative<Missing>(read)) {
            ++m_without_bin;
            if (m_ledger != nullptr) {
                enter_record(*m_ledger, row.line, 0, false);
            }
        }
        return bin == nullptr ? std::nullopt : std::optional(*bin);
    }

    Group& group_of(const Row& row, std::int64_t bin) {
        constexpr std::size_t most_groups = 1'000'000;
        const auto [entry, is_new] = m_index.emplace(
            m_bins ? std::to_string(bin) : key_of(row, m_kept, m_spec), m_groups.size());
        if (is_new) {
            if (m_groups.size() == most_groups) {
                throw Error(Problem{.where = m_spec.label_where,
                                    .what = fmt::format("{} has more than a million different "
                                                        "entries",
                                                        in_quotes(m_spec.label_column)),
                                    .remedy = "name a column whose entries records share"});
            }
            Group& group = m_groups.emplace_back(Group{
                .line = row.line, .accumulator = accumulator_of(m_aggregation.of), .bin = bin});
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
            m_value_cells.add(problem_in(heading, row, *m_column, std::move(*refusal)));
            return std::nullopt;
        }
        const auto& number = std::get<CellNumber>(read);
        value.number = number.value;
        m_decimals = std::max(m_decimals, number.decimals);
        return value;
    }

    const DataSpec& m_spec;
    const Aggregation& m_aggregation;
    Ledger* m_ledger; ///< may be null
    Kept m_kept;
    std::optional<std::size_t> m_column{}; ///< of the values
    std::optional<Bins> m_bins{};
    CellRules m_rules;
    std::vector<Group> m_groups{}; ///< in the order of the first record of each
    std::unordered_map<std::string, std::size_t> m_index{};
    std::size_t m_records = 0;
    std::size_t m_without = 0; ///< records without a value
    std::size_t m_without_bin = 0;
    int m_decimals = 0; ///< most of any number
    UnreadableCells m_value_cells{}, m_bin_cells{};
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
            return;
        }
        if (!m_pair.empty()) {
            row.cells.push_back(label_of_pair(one_line(row.cells[m_pair.at(0)]),
                                              one_line(row.cells[m_pair.at(1)])));
        }
        m_rows.push_back(std::move(row));
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
            if (!m_spec.records.by.empty()) {
                add_column(table, m_spec.label_column);
            }
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
        } else {
            for (const std::string& name : records.by) {
                m_pair.push_back(column_index(heading, name, records.by_where));
            }
        }
    }

    const DataSpec& m_spec;
    Ledger* m_ledger;
    std::optional<RowFilter> m_filter{};
    std::optional<Aggregator> m_aggregator{};
    std::vector<std::size_t> m_pair{}; ///< columns whose cells are joined to labels
    std::vector<Row> m_rows{};         ///< as they are
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
    table = selection.finish(std::move(table));
    if (ledger != nullptr) {
        ledger->notices = table.notices;
    }
    return table;
}

} // namespace cairn::input
