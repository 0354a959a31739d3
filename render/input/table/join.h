#pragma once

#include "render/input/figure/records_spec.h"
#include "render/input/table/table.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cairn::input {

/// A second table, whose columns the rows of a first one get by a key.
class Join {
  public:
    /// Reads the second table; `gdal_module` loads GDAL, for databases alone. Throws Error as
    /// read_grids and read_table do, for a key that is empty, and for one that two rows have, with
    /// the lines of both.
    Join(const JoinSpec& spec, const std::filesystem::path& gdal_module);

    /// Whether the second table has a column of that name which the first gets.
    [[nodiscard]] bool has(std::string_view column) const;

    /// The heading of the first table with the columns of the second. Throws Error where the first
    /// has no column for the key, or more than one.
    [[nodiscard]] Table widened(Table heading);

    /// Adds the cells of its partner to a row of the first table; false where it has none. The
    /// heading has been widened.
    bool add_partner(Row& row);

    /// Tells of the rows that have no partner, which are left out, and of the keys that no row has.
    void tell(Table& table) const;

  private:
    struct Partner {
        std::size_t row = 0; ///< of the second table
        bool is_used = false;
    };

    JoinSpec m_spec;
    Table m_second;
    std::size_t m_key = 0; ///< column of the second table
    std::size_t m_to = 0;  ///< column of the first
    std::unordered_map<std::string, Partner> m_partners{};
    std::size_t m_rows = 0;
    std::size_t m_without = 0;                 ///< rows without a partner
    int m_first_line = 0;                      ///< of the first of these
    std::vector<std::string> m_keys_without{}; ///< of these rows: each once, not all of many
};

} // namespace cairn::input
