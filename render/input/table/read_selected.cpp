#include "render/input/table/read_selected.h"

#include "render/input/table/observations.h"
#include "render/input/table/read_database.h"
#include "render/input/table/read_grid.h"
#include "render/input/table/records.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cairn::input {

Table read_selected(const DataSpec& spec, const std::filesystem::path& gdal_module) {
    constexpr std::uintmax_t most_bytes_of_records = std::uintmax_t{16} << 30;
    const std::vector<std::string> wanted = wanted_columns(spec);
    const std::uintmax_t most_bytes =
        spec.records.aggregation ? most_bytes_of_records : most_text_bytes;
    if (holds_database(spec.file, spec.shown)) {
        return selected(read_table(read_database(spec.file, spec.shown, spec.format, gdal_module),
                                   wanted, spec.format),
                        spec);
    }
    if (holds_spreadsheet(spec.file, spec.shown, most_bytes)) {
        return selected(
            read_table(read_grids(spec.file, spec.shown, spec.format), wanted, spec.format), spec);
    }
    return selected(spec, [&](const TakeRow& take) {
        TextRows rows(spec.file, spec.shown, spec.format, most_bytes);
        return read_rows(
            rows.grid(), [&] { return rows.next(); }, wanted, spec.format, take);
    });
}

} // namespace cairn::input
