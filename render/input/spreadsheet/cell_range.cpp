#include "render/input/spreadsheet/cell_range.h"

#include "base/ascii.h"

#include <algorithm>

namespace cairn::input {

std::optional<CellPlace> parse_cell_place(std::string_view text) {
    CellPlace place;
    while (!text.empty() && is_letter(text.front()) && place.column <= most_sheet_columns) {
        place.column = place.column * 26 + (lower(text.front()) - 'a' + 1);
        text.remove_prefix(1);
    }
    while (!text.empty() && is_digit(text.front()) && place.row <= most_sheet_rows) {
        place.row = place.row * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    const bool fits = text.empty() && place.column > 0 && place.column <= most_sheet_columns &&
                      place.row > 0 && place.row <= most_sheet_rows;
    return fits ? std::optional(place) : std::nullopt;
}

std::optional<CellRange> parse_cell_range(std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const auto first = parse_cell_place(text.substr(0, colon));
    const auto last = parse_cell_place(text.substr(std::min(colon + 1, text.size())));
    if (!first || !last || last->column < first->column || last->row < first->row) {
        return std::nullopt;
    }
    return CellRange{*first, *last};
}

} // namespace cairn::input
