#pragma once

#include "base/read_file.h"
#include "base/text_file.h"
#include "render/input/figure/table_format.h"
#include "render/input/figure/table_source.h"
#include "render/input/table/grid.h"
#include "render/input/table/read_delimited.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// Throws Error at a key of the format that is given and does not fit the file: nothing that the
/// author wrote is passed over.
void refuse_key(bool is_given, const Location& where, std::string_view key,
                const std::string& shown, std::string_view what);

/// What a table is kept in: text in columns, a workbook or another archive, or a database: SQLite,
/// as GeoPackages are, or a server.
enum class TableFile { text, spreadsheet, database };

/// What a table is kept in; the content of a file says that, not its name. Throws Error as OpenFile
/// does, and for one that is known to be no table.
TableFile table_file_of(const TableSource& source, const std::string& shown);

/// The cells of a table: of text one grid, of a workbook one for each sheet that is not
/// hidden, of a database one for each table, or for the one that the format names; never none.
/// `shown` is the source as messages give it; `gdal_module` loads GDAL and libpq, for databases
/// alone. Throws Error as read_delimited(), read_spreadsheet() and read_database() do, for a file
/// that cannot be read, and at a key of the format that does not fit the file.
std::vector<Grid> read_grids(const TableSource& source, const std::string& shown,
                             const TableFormat& format,
                             const std::filesystem::path& gdal_module = {});

/// The rows of a table's file that is text, one after the other.
class TextRows {
  public:
    /// Throws Error as TextFile does, and at a key of the format that does not fit text.
    TextRows(const std::filesystem::path& path, const std::string& shown, const TableFormat& format,
             std::uintmax_t most_bytes = most_text_bytes);
    TextRows(const TextRows&) = delete;
    TextRows& operator=(const TextRows&) = delete;

    /// The next row that holds anything; nothing after the last. Throws Error as RowReader does,
    /// and at the end with its problems.
    std::optional<GridRow> next();

    /// What is known of the file, without rows.
    [[nodiscard]] Grid grid() const;

  private:
    std::string m_shown;
    TextFile m_file;
    RowReader m_rows;
};

} // namespace cairn::input
