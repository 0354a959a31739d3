#include "base/quote.h"
#include "base/report.h"
#include "geo/database_rows.h"
#include "geo/gdal/open_gdal.h"
#include "geo/gdal_module.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <array>
#include <memory>
#include <utility>

namespace cairn::geo {
namespace {

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
               AmountRead& read) {
    const OGRFeatureDefn& fields = *layer.GetLayerDefn();
    for (int i = 0; i < fields.GetFieldCount(); ++i) {
        table.columns.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
    }
    std::array<const char*, 2> shapes{"OGR_GEOMETRY", nullptr};
    layer.SetIgnoredFields(shapes.data());
    for (const OGRFeatureUniquePtr& feature : layer) {
        std::vector<std::string> row;
        row.reserve(table.columns.size());
        for (int i = 0; i < feature->GetFieldCount(); ++i) {
            row.push_back(cell_of(*feature, i));
        }
        add_row(source.shown, std::move(row), table, read);
    }
}

DatabaseTable queried(const DatabaseSource& source, GDALDataset& dataset,
                      const Failures& failures) {
    check_reads(source.shown, source.query, sql);
    const auto release = [&](OGRLayer* layer) { dataset.ReleaseResultSet(layer); };
    const std::unique_ptr<OGRLayer, decltype(release)> layer(
        dataset.ExecuteSQL(source.query.c_str(), nullptr, nullptr), release);
    failures.check(sql);
    if (!layer) {
        throw_at(source.shown, "the query gives no table", sql);
    }
    DatabaseTable table;
    AmountRead amount;
    read_rows(source, *layer, table, amount);
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
    AmountRead amount;
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        if (dataset->IsLayerPrivate(i)) {
            continue;
        }
        OGRLayer* const layer = dataset->GetLayer(i);
        names.emplace_back(layer->GetName());
        if (source.table.empty() || names.back() == source.table) {
            read_rows(source, *layer, tables.emplace_back(DatabaseTable{.name = names.back()}),
                      amount);
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
