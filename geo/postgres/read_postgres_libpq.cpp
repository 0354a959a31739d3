#include "base/quote.h"
#include "base/report.h"
#include "geo/database_rows.h"
#include "geo/gdal_module.h"
#include "geo/postgres/session.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace cairn::geo {
namespace {

// Object identifiers of types (PostgreSQL's src/include/catalog/pg_type.dat), the same on every
// server.
constexpr Oid truth = 16;
constexpr std::array<Oid, 6> numbers{20, 21, 23, 700, 701, 1700}; // int8 to numeric

std::string cell_of(const PGresult& row, int column) {
    const Oid type = PQftype(&row, column);
    if (PQgetisnull(&row, 0, column) == 1) {
        return std::ranges::find(numbers, type) == numbers.end() ? "" : "NULL";
    }
    const char* const text = PQgetvalue(&row, 0, column);
    return type != truth ? text : *text == 't' ? "true" : "false";
}

/// What a statement gives, without columns of some types.
DatabaseTable answer(Session& session, const std::string& shown, const std::string& statement,
                     const std::vector<Oid>& left_out = {}) {
    DatabaseTable table;
    std::vector<int> taken;
    AmountRead amount;
    session.send(statement);
    while (const PostgresResult result = session.next()) {
        for (int i = 0; table.rows.empty() && i < PQnfields(result.get()); ++i) {
            if (std::ranges::find(left_out, PQftype(result.get(), i)) == left_out.end()) {
                taken.push_back(i);
                table.columns.emplace_back(PQfname(result.get(), i));
            }
        }
        if (PQntuples(result.get()) == 0) {
            continue;
        }
        std::vector<std::string> row;
        row.reserve(taken.size());
        for (const int column : taken) {
            row.push_back(cell_of(*result, column));
        }
        add_row(shown, std::move(row), table, amount);
    }
    return table;
}

/// The types of PostGIS, whose numbers are of each database its own.
std::vector<Oid> types_of_shapes(Session& session, const std::string& shown) {
    std::vector<Oid> types;
    for (const std::vector<std::string>& row :
         answer(session, shown,
                "SELECT oid::text FROM pg_catalog.pg_type "
                "WHERE typname IN ('geometry', 'geography', 'raster')")
             .rows) {
        types.push_back(static_cast<Oid>(std::stoul(row.at(0))));
    }
    return types;
}

/// What is there to read: name, name with schema, and the statement that reads all of it but
/// shapes, which may be large.
const char* const tables =
    "SELECT CASE WHEN pg_table_is_visible(c.oid) THEN c.relname "
    "ELSE n.nspname || '.' || c.relname END, n.nspname || '.' || c.relname, "
    "format('SELECT %s FROM %I.%I', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), "
    "n.nspname, c.relname) "
    "FROM pg_catalog.pg_class c "
    "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
    "JOIN pg_catalog.pg_attribute a "
    "ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
    "JOIN pg_catalog.pg_type t ON t.oid = a.atttypid "
    "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' "
    "AND n.nspname !~ '^pg_' AND t.typname NOT IN ('geometry', 'geography', 'raster') "
    "GROUP BY c.oid, c.relname, n.nspname ORDER BY 1";

std::string statement_for(Session& session, const PostgresSource& source) {
    std::vector<std::string> names;
    for (const std::vector<std::string>& row : answer(session, source.shown, tables).rows) {
        if (row[0] == source.table || row[1] == source.table) {
            return row[2];
        }
        names.push_back(row[0]);
    }
    throw_at(source.shown, fmt::format("there is no table {}", in_quotes(source.table)),
             did_you_mean(source.table, names,
                          names.empty()
                              ? "this user sees none: see that the database is the right one"
                              : "there are " + first_few_in_quotes(names)));
}

DatabaseTable read(const PostgresSource& source) {
    if (!source.query.empty()) {
        check_reads(source.shown, source.query, mend_query);
    }
    Session session(source);
    if (!source.query.empty()) {
        return answer(session, source.shown, source.query, types_of_shapes(session, source.shown));
    }
    DatabaseTable table = answer(session, source.shown, statement_for(session, source));
    table.name = source.table;
    return table;
}

} // namespace
} // namespace cairn::geo

extern "C" void cairn_read_postgres(const cairn::geo::PostgresSource& source,
                                    cairn::geo::DatabaseTable& table) {
    table = cairn::geo::read(source);
}
