#include "render/input/table/read_selected.h"

#include "base/report.h"
#include "render/input/table/join.h"
#include "render/input/table/observations.h"
#include "render/input/table/read_grid.h"
#include "render/input/table/records.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace cairn::input {

namespace {

/// Reads the table, row by row where it is text.
Table read_each(const DataSpec& spec, const std::vector<std::string>& wanted,
                const std::filesystem::path& gdal_module, const TakeRow& take) {
    if (table_file_of(spec.source, spec.shown) == TableFile::text) {
        constexpr std::uintmax_t most_bytes_of_records = std::uintmax_t{16} << 30;
        TextRows rows(std::get<std::filesystem::path>(spec.source), spec.shown, spec.format,
                      spec.records.aggregation ? most_bytes_of_records : most_text_bytes);
        return read_rows(
            rows.grid(), [&] { return rows.next(); }, wanted, spec.format, take);
    }
    Table table = read_table(read_grids(spec.source, spec.shown, spec.format, gdal_module), wanted,
                             spec.format);
    for (Row& row : std::exchange(table.rows, {})) {
        take(table, std::move(row));
    }
    return table;
}

/// The columns that a figure reads of its first table, where a second one may join it.
std::vector<std::string> columns_of_first(const DataSpec& spec, const Join* join) {
    std::vector<std::string> wanted = wanted_columns(spec);
    if (join != nullptr) {
        std::erase_if(wanted, [&](const std::string& name) { return join->has(name); });
        wanted.push_back(spec.records.join->to);
    }
    return wanted;
}

/// Reads the table with the columns of another; rows that have no partner there are left out.
Table read_joined(const DataSpec& spec, const std::filesystem::path& gdal_module,
                  const TakeRow& take) {
    Join join(*spec.records.join, gdal_module);
    std::optional<Table> widened;
    Table table = read_each(spec, columns_of_first(spec, &join), gdal_module,
                            [&](const Table& heading, Row row) {
                                if (!widened) {
                                    widened = join.widened(heading);
                                }
                                if (join.add_partner(row)) {
                                    take(*widened, std::move(row));
                                }
                            });
    table = join.widened(std::move(table));
    join.tell(table);
    return table;
}

/// The table with the columns of the second; rows that have no partner there are left out.
Table joined(Table table, Join& join, Ledger& ledger) {
    std::vector<Row> rows = std::exchange(table.rows, {});
    table = join.widened(std::move(table));
    for (Row& row : rows) {
        if (join.add_partner(row)) {
            table.rows.push_back(std::move(row));
        } else {
            LedgerRow& entry = row_on(ledger, row.line);
            entry.fate = Fate::left_out;
            entry.why = "its key is in no row of the second table";
        }
    }
    join.tell(table);
    return table;
}

} // namespace

Table read_selected(const DataSpec& spec, const std::filesystem::path& gdal_module) {
    return selected(spec, [&](const TakeRow& take) {
        return spec.records.join ? read_joined(spec, gdal_module, take)
                                 : read_each(spec, wanted_columns(spec), gdal_module, take);
    });
}

Table read_selected(const DataSpec& spec, const std::filesystem::path& gdal_module, Ledger& ledger,
                    std::vector<Problem>& problems) {
    std::optional<Join> join;
    if (spec.records.join) {
        join.emplace(*spec.records.join, gdal_module);
    }
    Table table = try_read_table(read_grids(spec.source, spec.shown, spec.format, gdal_module),
                                 columns_of_first(spec, join ? &*join : nullptr), spec.format);
    ledger = ledger_of(table);
    append(problems, std::exchange(table.problems, {}));
    if (join) {
        table = joined(std::move(table), *join, ledger);
    }
    return selected(std::move(table), spec, &ledger);
}

} // namespace cairn::input
