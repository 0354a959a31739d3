#include "render/input/table/rows_where.h"

#include "base/overloaded.h"
#include "base/quote.h"
#include "base/report.h"
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

std::optional<double> number_in(const std::string& cell, const CellRules& rules) {
    const auto read = read_cell_value(cell, rules);
    const auto* number = std::get_if<CellNumber>(&read);
    return number == nullptr ? std::nullopt : std::optional(number->value);
}

bool is_equal(const std::string& cell, const Literal& value, const CellRules& rules) {
    if (cell == value.text) {
        return true;
    }
    if (value.number) {
        if (const std::optional<double> number = number_in(cell, rules)) {
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
std::partial_ordering order(const std::string& cell, const Literal& value, const CellRules& rules) {
    if (value.number) {
        if (const std::optional<double> number = number_in(cell, rules)) {
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

/// How cells are read while rows are looked at, and those that could not be put in order, by where
/// the value is.
struct Reading {
    const CellRules& rules;
    std::map<const Comparison*, Unordered> unordered{};
};

/// Whether a row meets a condition; nothing where it is not known.
using Truth = std::optional<bool>;

Truth holds(const Condition& condition, const Row& row, Reading& reading);

Truth holds(const Comparison& comparison, const Row& row, Reading& reading) {
    const std::string cell = one_line(row.cells[comparison.column]);
    if (comparison.relation == Relation::equal || comparison.relation == Relation::unequal) {
        const bool any = std::ranges::any_of(comparison.values, [&](const Literal& value) {
            return is_equal(cell, value, reading.rules);
        });
        return any == (comparison.relation == Relation::equal);
    }
    const std::partial_ordering found = order(cell, comparison.values.front(), reading.rules);
    if (found != std::partial_ordering::unordered) {
        return holds_in_order(comparison.relation, found);
    }
    if (!is_without_value(cell, reading.rules)) {
        ++reading.unordered.try_emplace(&comparison, Unordered{row.line, cell}).first->second.count;
    }
    return std::nullopt;
}

/// Kleene's strong three-valued logic, as SQL has it. What `decisive` settles is not looked into
/// further: other cells need not fit the values.
Truth joined(const std::vector<Condition>& conditions, bool decisive, const Row& row,
             Reading& reading) {
    Truth all = !decisive;
    for (const Condition& condition : conditions) {
        const Truth one = holds(condition, row, reading);
        if (one == decisive) {
            return decisive;
        }
        all = one ? all : std::nullopt;
    }
    return all;
}

Truth holds(const Condition& condition, const Row& row, Reading& reading) {
    return std::visit(
        Overloaded{[&](const Comparison& one) { return holds(one, row, reading); },
                   [&](const Not& negation) {
                       const Truth inner = holds(*negation.condition, row, reading);
                       return inner ? Truth(!*inner) : std::nullopt;
                   },
                   [&](const AllOf& all) { return joined(all.conditions, false, row, reading); },
                   [&](const AnyOf& any) { return joined(any.conditions, true, row, reading); }},
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
    const std::vector<std::string> values = values_of(table, column);
    return fmt::format("{} has {}", in_quotes(table.columns[column]),
                       values.empty() ? "no values" : first_few_in_quotes(values));
}

/// Adds a problem for each value that no cell of its column has. What is to be left out may be
/// absent, unless it looks like a slip.
void check_values(const Comparison& comparison, const Table& table, const CellRules& rules,
                  const Location& where, std::vector<Problem>& problems) {
    const bool leaves_out = comparison.relation == Relation::unequal;
    if (comparison.relation != Relation::equal && !leaves_out) {
        return;
    }
    for (const Literal& value : comparison.values) {
        const bool known = std::ranges::any_of(table.rows, [&](const Row& row) {
            return is_equal(one_line(row.cells[comparison.column]), value, rules);
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

} // namespace

std::vector<Row> rows_where(const Condition& condition, const Table& table, const CellRules& rules,
                            const Location& where) {
    std::vector<const Comparison*> comparisons;
    list_comparisons(condition, comparisons);
    std::vector<Problem> problems;
    for (const Comparison* comparison : comparisons) {
        check_values(*comparison, table, rules, where, problems);
    }
    throw_any(std::move(problems));

    Reading reading{rules};
    std::vector<Row> rows;
    std::ranges::copy_if(table.rows, std::back_inserter(rows), [&](const Row& row) {
        return holds(condition, row, reading).value_or(false);
    });
    std::vector<Problem> unfit;
    for (const Comparison* comparison : comparisons) {
        if (const auto found = reading.unordered.find(comparison);
            found != reading.unordered.end()) {
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
