#include "base/ascii.h"
#include "base/quote.h"
#include "base/report.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "geo/gdal/open_gdal.h"
#include "geo/gdal_module.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <array>
#include <memory>
#include <string_view>

namespace cairn::geo {
namespace {

constexpr std::size_t most_cells = 5'000'000;

const char* const whole_database = "expected a whole GeoPackage or SQLite database";
const char* const sql = "mend the query: SQL as SQLite has it, beginning with SELECT or WITH";

GDALDatasetUniquePtr open(const DatabaseSource& source, const Failures& failures) {
    constexpr std::array<const char*, 3> drivers{"GPKG", "SQLite", nullptr};
    // Those that no list of maps names; SQLite's own are marked as private.
    constexpr std::array<const char*, 2> options{"LIST_ALL_TABLES=YES", nullptr};
    return open_file(source.file, drivers.data(), options.data(), failures, whole_database);
}

bool is_number(const OGRFieldDefn& field) {
    return field.GetType() == OFTInteger || field.GetType() == OFTInteger64 ||
           field.GetType() == OFTReal;
}

std::string cell_of(const OGRFeature& feature, int index) {
    const OGRFieldDefn& field = *feature.GetFieldDefnRef(index);
    if (!feature.IsFieldSetAndNotNull(index)) {
        return is_number(field) ? "NULL" : "";
    }
    switch (field.GetType()) {
    case OFTReal: // the shortest text that gives the number back
        return fmt::format("{}", feature.GetFieldAsDouble(index));
    case OFTDate: {
        const OGRField& date = *feature.GetRawFieldRef(index);
        return fmt::format("{:04}-{:02}-{:02}", date.Date.Year, date.Date.Month, date.Date.Day);
    }
    default:
        return feature.GetFieldAsString(index);
    }
}

void read_rows(const DatabaseSource& source, OGRLayer& layer, DatabaseTable& table,
               std::size_t& cells) {
    const OGRFeatureDefn& fields = *layer.GetLayerDefn();
    for (int i = 0; i < fields.GetFieldCount(); ++i) {
        table.columns.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
    }
    std::array<const char*, 2> shapes{"OGR_GEOMETRY", nullptr};
    layer.SetIgnoredFields(shapes.data());
    for (const OGRFeatureUniquePtr& feature : layer) {
        std::vector<std::string>& row = table.rows.emplace_back();
        for (int i = 0; i < feature->GetFieldCount(); ++i) {
            row.push_back(cell_of(*feature, i));
            if (invalid_utf8(row.back())) {
                throw_at(source.shown,
                         fmt::format("row {} of {}: {} is not UTF-8 text", table.rows.size(),
                                     in_quotes(table.name),
                                     in_quotes(table.columns[row.size() - 1])),
                         "databases hold text as UTF-8: mend it there");
            }
        }
        cells += row.size();
        if (cells > most_cells) {
            throw_at(source.shown, fmt::format("more than {} cells", most_cells),
                     "name one table: table: NAME, or ask for less: query: SELECT … WHERE …");
        }
    }
}

DatabaseTable queried(const DatabaseSource& source, GDALDataset& dataset,
                      const Failures& failures) {
    const std::string start = lower(trimmed(source.query).substr(0, 6));
    if (start != "select" && !start.starts_with("with")) {
        throw_at(source.shown, "the query does not read: " + in_quotes(source.query), sql);
    }
    const auto release = [&](OGRLayer* layer) { dataset.ReleaseResultSet(layer); };
    const std::unique_ptr<OGRLayer, decltype(release)> layer(
        dataset.ExecuteSQL(source.query.c_str(), nullptr, nullptr), release);
    failures.check(sql);
    if (!layer) {
        throw_at(source.shown, "the query gives no table", sql);
    }
    DatabaseTable table;
    std::size_t cells = 0;
    read_rows(source, *layer, table, cells);
    failures.check(sql);
    return table;
}

std::vector<DatabaseTable> read(const DatabaseSource& source) {
    const Failures failures(source.file, source.shown);
    const GDALDatasetUniquePtr dataset = open(source, failures);
    if (!source.query.empty()) {
        return {queried(source, *dataset, failures)};
    }
    std::vector<DatabaseTable> tables;
    std::vector<std::string> names;
    std::size_t cells = 0;
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        if (dataset->IsLayerPrivate(i)) {
            continue;
        }
        OGRLayer* const layer = dataset->GetLayer(i);
        names.emplace_back(layer->GetName());
        if (source.table.empty() || names.back() == source.table) {
            read_rows(source, *layer, tables.emplace_back(DatabaseTable{.name = names.back()}),
                      cells);
        }
    }
    failures.check(whole_database);
    if (tables.empty()) {
        throw_at(source.shown,
                 source.table.empty()
                     ? "the database has no table"
                     : fmt::format("there is no table {}", in_quotes(source.table)),
                 names.empty() ? whole_database : remedy_for(source.table, names));
    }
    return tables;
}

} // namespace
} // namespace cairn::geo

extern "C" void cairn_read_database(const cairn::geo::DatabaseSource& source,
                                    std::vector<cairn::geo::DatabaseTable>& tables) {
    tables = cairn::geo::read(source);
}
