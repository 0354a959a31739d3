#pragma once

#include "base/read_number.h"
#include "render/input/figure/records_spec.h"
#include "render/input/table/cell_value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace cairn::input {

/// Puts numbers into intervals of one width, or dates into months, quarters or years, which are
/// numbered in their order.
class Bins {
  public:
    /// Cells are read by the rules.
    Bins(const BinSpec& spec, CellRules rules);

    /// The bin of a cell, or why it has none: it says that there is no value, or cannot be read as
    /// a number, or as a date that lies in one bin.
    std::variant<std::int64_t, Missing, Refusal> bin_of(std::string_view cell);

    /// What a bin is called in the figure's language, after all cells have been read: "20 to 29",
    /// or "20 to under 30" where numbers have decimals; "January 2024", "January to March 2024",
    /// "2024", "2023/24".
    [[nodiscard]] std::string label_of(std::int64_t bin) const;

  private:
    [[nodiscard]] std::string interval(double width, std::int64_t bin) const;
    [[nodiscard]] std::string period(Period period, std::int64_t bin) const;

    std::variant<double, Period> m_width;
    bool m_is_gaelic;
    CellRules m_rules;
    bool m_has_decimals = false; ///< whether a number so far has any
};

} // namespace cairn::input
