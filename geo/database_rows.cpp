#include "geo/database_rows.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "base/report.h"
#include "base/utf8.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <utility>

namespace cairn::geo {

namespace {

constexpr std::size_t most_cells = 5'000'000;
constexpr std::size_t most_bytes = std::size_t{1} << 30;

} // namespace

void add_row(const std::string& shown, std::vector<std::string> row, DatabaseTable& table,
             AmountRead& read) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (invalid_utf8(row[i])) {
            throw_at(shown,
                     fmt::format("row {} of {}: {} is not UTF-8 text", table.rows.size() + 1,
                                 in_quotes(table.name), in_quotes(table.columns[i])),
                     "databases hold text as UTF-8: mend it there");
        }
        read.bytes += row[i].size();
    }
    read.cells += row.size();
    if (read.cells > most_cells || read.bytes > most_bytes) {
        throw_at(shown,
                 read.cells > most_cells ? fmt::format("more than {} cells", most_cells)
                                         : "more than 1 GiB",
                 "name one table: table: NAME, or ask for less: query: SELECT … WHERE …");
    }
    table.rows.push_back(std::move(row));
}

void check_reads(const std::string& shown, const std::string& query, const std::string& remedy) {
    const std::string start = lower(trimmed(query).substr(0, 6));
    if (start != "select" && !start.starts_with("with")) {
        throw_at(shown, "the query does not read: " + in_quotes(query), remedy);
    }
}

} // namespace cairn::geo
