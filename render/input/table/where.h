#pragma once

#include "render/input/table/dates.h"
#include "render/input/table/table.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Which rows of a table a figure is about: `Year = 2023 and Phase in ('Phase 1', 'Phase 2')`.
namespace cairn::input {

/// How a cell stands to a value.
enum class Relation { equal, unequal, below, at_most, above, at_least };

/// A value that cells are compared with.
struct Literal {
    std::string text;
    std::optional<double> number{}; ///< nothing where it stands in quotes, or is none
    std::optional<Days> days{};     ///< likewise
};

/// `Year = 2023`, `Phase in ('Phase 1', 'Phase 2')`. Several values, of `equal` and `unequal`
/// alone, mean any of them, and none of them.
struct Comparison {
    std::size_t column = 0; ///< of the table
    Relation relation = Relation::equal;
    std::vector<Literal> values{};
};

struct Condition;

struct Not {
    std::unique_ptr<Condition> condition;
};

struct AllOf {
    std::vector<Condition> conditions;
};

struct AnyOf {
    std::vector<Condition> conditions;
};

struct Condition {
    std::variant<Comparison, Not, AllOf, AnyOf> node;
};

/// Reads an expression over the columns of a table (docs/figure-file.md, "Which rows"). `and` binds
/// before `or`, `not` before both. Throws Error at `where`, with the character of the expression,
/// for text that is none, for a column that the table does not have, naming the nearest, and for
/// brackets nested beyond all use.
Condition parse_condition(std::string_view text, const Table& table, const Location& where);

/// The columns that an expression names, before there is a table; none where it cannot be read,
/// which parse_condition tells.
std::vector<std::string> columns_named_in(std::string_view expression);

} // namespace cairn::input
