#pragma once

#include "base/read_number.h"
#include "base/reason.h"
#include "render/input/figure/table_format.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cairn::input {

/// A number with what stood beside it in its cell.
struct CellNumber {
    double value = 0;
    int decimals = 0;    ///< as written
    std::string sign{};  ///< "%", "£", "$" or "€"; empty where there is none
    std::string mark{};  ///< "[p]", "r", "*": of revised and other special numbers; empty: none
    std::string scale{}; ///< "m", "thousand": what the value has been multiplied by; empty: none
};

/// What a cell has in place of a number.
struct Missing {
    Reason reason = Reason::unknown;
    /// Whether nobody needs to be told: a mark that the figure declares, or one of the Government
    /// Analysis Function's shorthand, which has no other meaning.
    bool is_plain = false;
};

/// How the cells of a table are written.
struct CellRules {
    char decimal = '.';                 ///< what stands before decimals, '.' or ','
    std::vector<std::string> missing{}; ///< more marks of numbers that are not there
    bool empty_is_missing = false;
    bool brackets_are_negative = false; ///< whether (7) is -7
    bool letters_are_marks = true;      ///< whether `c`, `x` and `z` alone are marks, and not words
};

CellRules cell_rules(const TableFormat& format);

/// What a cell says in place of a number (read_cell_value): marks of British public bodies' tables,
/// old and new; nothing where it says something else. Shorthand as the Government Analysis Function
/// has it ("Symbols in tables", 2021): [c], [low], [u], [w], [x], [z].
std::optional<Missing> read_missing(std::string_view cell, const CellRules& rules);

/// Whether a cell, be its column one of numbers or not, says that it has no value: it is empty, or
/// a mark that means nothing else.
bool is_without_value(std::string_view cell, const CellRules& rules);

using CellValue = std::variant<CellNumber, Missing, Refusal>;

/// The number in a cell as published tables have it (base/read_number.h), with the sign of a
/// currency or per cent, a mark (`5 [p]`, `5r`, `12*`) or a scale (`1.2m`) beside it, or why there
/// is none. What can mean two numbers is refused, naming both.
CellValue read_cell_value(std::string_view cell, const CellRules& rules);

} // namespace cairn::input
