#include "render/input/table/rows_where.h"

#include "base/overloaded.h"
#include "base/quote.h"
#include "base/white_space.h"
#include "render/input/table/cell_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <iterator>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

namespace cairn::input {

namespace {

std::optional<double> number_in(const std::string& cell) {
    const auto read = read_cell_value(cell, {});
    const auto* number = std::get_if<CellNumber>(&read);
    return number == nullptr ? std::nullopt : std::optional(number->value);
}

bool is_without_value(const std::string& cell) {
    const std::optional<Missing> missing = read_missing(cell, {});
    return cell.empty() || (missing && missing->is_plain);
}

bool is_equal(const std::string& cell, const Literal& value) {
    if (cell == value.text) {
        return true;
    }
    if (value.number) {
        if (const std::optional<double> number = number_in(cell)) {
            return *number == *value.number;
        }
    }
    const std::optional<Days> days = value.days ? parse_date(cell) : std::nullopt;
    return days && days->first >= value.days->first && days->last <= value.days->last;
}

/// Days as a whole before others, after them, or else level with them.
std::partial_ordering order(const Days& one, const Days& other) {
    return one.last < other.first   ? std::partial_ordering::less
           : one.first > other.last ? std::partial_ordering::greater
                                    : std::partial_ordering::equivalent;
}

/// How a cell stands to a value: as numbers, as dates, or, where the value is neither, as texts,
/// by code point. Unordered where the cell is not of the value's kind.
std::partial_ordering order(const std::string& cell, const Literal& value) {
    if (value.number) {
        if (const std::optional<double> number = number_in(cell)) {
            return *number <=> *value.number;
        }
    }
    if (value.days) {
        if (const std::optional<Days> days = parse_date(cell)) {
            return order(*days, *value.days);
        }
    }
    return value.number || value.days ? std::partial_ordering::unordered : cell <=> value.text;
}

bool holds_in_order(Relation relation, std::partial_ordering order) {
    switch (relation) {
    case Relation::below:
        return std::is_lt(order);
    case Relation::at_most:
        return std::is_lteq(order);
    case Relation::above:
        return std::is_gt(order);
    case Relation::at_least:
        return std::is_gteq(order);
    case Relation::equal:
    case Relation::unequal:
        break;
    }
    return false;
}

/// The first cell that cannot be put in order with a value, and how many there are.
struct Unordered {
    int line = 0;
    std::string cell;
    std::size_t count = 0;
};

/// By where the value is.
using AllUnordered = std::map<const Comparison*, Unordered>;

/// Whether a row meets a condition; nothing where it is not known.
using Truth = std::optional<bool>;

Truth holds(const Condition& condition, const Row& row, AllUnordered& unordered);

Truth holds(const Comparison& comparison, const Row& row, AllUnordered& unordered) {
    const std::string cell = one_line(row.cells[comparison.column]);
    if (comparison.relation == Relation::equal || comparison.relation == Relation::unequal) {
        const bool any = std::ranges::any_of(
            comparison.values, [&](const Literal& value) { return is_equal(cell, value); });
        return any == (comparison.relation == Relation::equal);
    }
    const std::partial_ordering found = order(cell, comparison.values.front());
    if (found != std::partial_ordering::unordered) {
        return holds_in_order(comparison.relation, found);
    }
    if (!is_without_value(cell)) {
        ++unordered.try_emplace(&comparison, Unordered{row.line, cell}).first->second.count;
    }
    return std::nullopt;
}

/// Kleene's strong three-valued logic, as SQL has it. What `decisive` settles is not looked into
/// further: other cells need not fit the values.
Truth joined(const std::vector<Condition>& conditions, bool decisive, const Row& row,
             AllUnordered& unordered) {
    Truth all = !decisive;
    for (const Condition& condition : conditions) {
        const Truth one = holds(condition, row, unordered);
        if (one == decisive) {
            return decisive;
        }
        all = one ? all : std::nullopt;
    }
    return all;
}

Truth holds(const Condition& condition, const Row& row, AllUnordered& unordered) {
    return std::visit(
        Overloaded{[&](const Comparison& one) { return holds(one, row, unordered); },
                   [&](const Not& negation) {
                       const Truth inner = holds(*negation.condition, row, unordered);
                       return inner ? Truth(!*inner) : std::nullopt;
                   },
                   [&](const AllOf& all) { return joined(all.conditions, false, row, unordered); },
                   [&](const AnyOf& any) { return joined(any.conditions, true, row, unordered); }},
        condition.node);
}

void list_comparisons(const Condition& condition, std::vector<const Comparison*>& list) {
    const auto list_all = [&](const std::vector<Condition>& conditions) {
        for (const Condition& one : conditions) {
            list_comparisons(one, list);
        }
    };
    std::visit(Overloaded{[&](const Comparison& one) { list.push_back(&one); },
                          [&](const Not& negation) { list_comparisons(*negation.condition, list); },
                          [&](const AllOf& all) { list_all(all.conditions); },
                          [&](const AnyOf& any) { list_all(any.conditions); }},
               condition.node);
}

/// The different cells of a column, in the order of the table, so many at most.
std::vector<std::string> values_of(const Table& table, std::size_t column) {
    constexpr std::size_t most = 10000;
    std::vector<std::string> values;
    std::unordered_set<std::string> known;
    for (const Row& row : table.rows) {
        const std::string cell = one_line(row.cells[column]);
        if (known.size() < most && !cell.empty() && known.insert(cell).second) {
            values.push_back(cell);
        }
    }
    return values;
}

/// `"Phase" has "Phase 1" and "Phase 2"`
std::string values_in_words(const Table& table, std::size_t column) {
    std::vector<std::string> values = values_of(table, column);
    std::ranges::transform(values, values.begin(),
                           [](const std::string& value) { return in_quotes(value); });
    return fmt::format("{} has {}", in_quotes(table.columns[column]),
                       values.empty() ? "no values" : first_few(values));
}

/// Adds a problem for each value that no cell of its column has. What is to be left out may be
/// absent, unless it looks like a slip.
void check_values(const Comparison& comparison, const Table& table, const Location& where,
                  std::vector<Problem>& problems) {
    const bool leaves_out = comparison.relation == Relation::unequal;
    if (comparison.relation != Relation::equal && !leaves_out) {
        return;
    }
    for (const Literal& value : comparison.values) {
        const bool known = std::ranges::any_of(table.rows, [&](const Row& row) {
            return is_equal(one_line(row.cells[comparison.column]), value);
        });
        if (known) {
            continue;
        }
        const std::string remedy =
            did_you_mean(value.text, values_of(table, comparison.column),
                         leaves_out ? "" : values_in_words(table, comparison.column));
        if (!remedy.empty()) {
            problems.push_back({.where = where,
                                .what = fmt::format("`where`: the column {} of {} has no {}",
                                                    in_quotes(table.columns[comparison.column]),
                                                    table.file, in_quotes(value.text)),
                                .remedy = remedy});
        }
    }
}

Problem problem_of(const Comparison& comparison, const Unordered& unordered, const Table& table) {
    const Literal& value = comparison.values.front();
    const std::string more =
        unordered.count > 1 ? fmt::format(", and so are {} more cells", unordered.count - 1) : "";
    return {.where = {.file = table.file,
                      .line = unordered.line,
                      .field = table.columns[comparison.column]},
            .what = fmt::format(
                "{} is no {}{}, and `where` compares it with {}", in_quotes(unordered.cell),
                value.number ? "number" : "date such as 2024-03-31", more, value.text),
            .remedy = fmt::format("correct the cell, leave such rows out before, or compare texts: "
                                  "'{}' in quotes",
                                  value.text)};
}

void throw_any(std::vector<Problem> problems) {
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
}

} // namespace

std::vector<Row> rows_where(const Condition& condition, const Table& table, const Location& where) {
    std::vector<const Comparison*> comparisons;
    list_comparisons(condition, comparisons);
    std::vector<Problem> problems;
    for (const Comparison* comparison : comparisons) {
        check_values(*comparison, table, where, problems);
    }
    throw_any(std::move(problems));

    AllUnordered unordered;
    std::vector<Row> rows;
    std::ranges::copy_if(table.rows, std::back_inserter(rows), [&](const Row& row) {
        return holds(condition, row, unordered).value_or(false);
    });
    std::vector<Problem> unfit;
    for (const Comparison* comparison : comparisons) {
        if (const auto found = unordered.find(comparison); found != unordered.end()) {
            unfit.push_back(problem_of(*comparison, found->second, table));
        }
    }
    throw_any(std::move(unfit));

    if (rows.empty()) {
        std::vector<std::string> values;
        for (const Comparison* comparison : comparisons) {
            std::string one = values_in_words(table, comparison->column);
            if (std::ranges::find(values, one) == values.end()) {
                values.push_back(std::move(one));
            }
        }
        throw Error(Problem{.where = where,
                            .what = fmt::format("`where` leaves no row of {}", table.file),
                            .remedy = fmt::format("{}", fmt::join(values, "; "))});
    }
    return rows;
}

} // namespace cairn::input
