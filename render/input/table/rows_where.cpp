#include "render/input/table/rows_where.h"

#include "base/overloaded.h"
#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/table/cell_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <functional>
#include <iterator>
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

/// Whether a row meets a condition; nothing where it is not known.
using Truth = std::optional<bool>;

/// Takes note of a cell that cannot be put in order with the value that it is compared with.
using TellUnordered = std::function<void(const Comparison& comparison, const std::string& cell)>;

/// A row, and how it is read.
struct Reading {
    const Row& row;
    const CellRules& rules;
    const TellUnordered& report;
};

Truth holds(const Condition& condition, const Reading& reading);

Truth holds(const Comparison& comparison, const Reading& reading) {
    const std::string cell = one_line(reading.row.cells[comparison.column]);
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
        reading.report(comparison, cell);
    }
    return std::nullopt;
}

/// Kleene's strong three-valued logic, as SQL has it. What `decisive` settles is not looked into
/// further: other cells need not fit the values.
Truth joined(const std::vector<Condition>& conditions, bool decisive, const Reading& reading) {
    Truth all = !decisive;
    for (const Condition& condition : conditions) {
        const Truth one = holds(condition, reading);
        if (one == decisive) {
            return decisive;
        }
        all = one ? all : std::nullopt;
    }
    return all;
}

Truth holds(const Condition& condition, const Reading& reading) {
    return std::visit(
        Overloaded{[&](const Comparison& one) { return holds(one, reading); },
                   [&](const Not& negation) {
                       const Truth inner = holds(*negation.condition, reading);
                       return inner ? Truth(!*inner) : std::nullopt;
                   },
                   [&](const AllOf& all) { return joined(all.conditions, false, reading); },
                   [&](const AnyOf& any) { return joined(any.conditions, true, reading); }},
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

bool tests_equality(const Comparison& comparison) {
    return comparison.relation == Relation::equal || comparison.relation == Relation::unequal;
}

} // namespace

RowFilter::RowFilter(Condition condition, CellRules rules, Location where)
    : m_condition(std::move(condition)), m_rules(std::move(rules)), m_where(std::move(where)) {
    std::vector<const Comparison*> comparisons;
    list_comparisons(m_condition, comparisons);
    for (const Comparison* one : comparisons) {
        m_seen.push_back(
            {one, std::vector<bool>(tests_equality(*one) ? one->values.size() : 0, false)});
        m_values[one->column];
    }
}

bool RowFilter::takes(const Row& row) {
    look_at(row);
    const TellUnordered report = [&](const Comparison& comparison, const std::string& cell) {
        const auto seen = std::ranges::find(m_seen, &comparison, &Seen::comparison);
        if (++seen->unordered.count == 1) {
            seen->unordered.line = row.line;
            seen->unordered.cell = cell;
        }
    };
    const bool takes = holds(m_condition, Reading{row, m_rules, report}).value_or(false);
    m_takes_any = m_takes_any || takes;
    return takes;
}

/// Takes note of the values that the columns compared have.
void RowFilter::look_at(const Row& row) {
    constexpr std::size_t most = 10'000;
    for (auto& [column, values] : m_values) {
        if (values.known.size() < most) {
            std::string cell = one_line(row.cells[column]);
            if (!cell.empty() && values.known.insert(cell).second) {
                values.in_order.push_back(std::move(cell));
            }
        }
    }
    for (Seen& seen : m_seen) {
        for (std::size_t i = 0; i < seen.is_known.size(); ++i) {
            seen.is_known[i] =
                seen.is_known[i] || is_equal(one_line(row.cells[seen.comparison->column]),
                                             seen.comparison->values[i], m_rules);
        }
    }
}

/// `"Phase" has "Phase 1" and "Phase 2"`
std::string RowFilter::values_in_words(const Table& heading, std::size_t column) const {
    const std::vector<std::string>& values = m_values.at(column).in_order;
    return fmt::format("{} has {}", in_quotes(heading.columns[column]),
                       values.empty() ? "no values" : first_few_in_quotes(values));
}

/// A problem for each value that no cell of its column has. What is to be left out may be absent,
/// unless it looks like a slip.
std::vector<Problem> RowFilter::problems_with_values(const Table& heading, const Seen& seen) const {
    const Comparison& comparison = *seen.comparison;
    const std::string otherwise =
        comparison.relation == Relation::unequal ? "" : values_in_words(heading, comparison.column);
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < seen.is_known.size(); ++i) {
        if (seen.is_known[i]) {
            continue;
        }
        const std::string& value = comparison.values[i].text;
        std::string remedy =
            did_you_mean(value, m_values.at(comparison.column).in_order, otherwise);
        if (!remedy.empty()) {
            problems.push_back({.where = m_where,
                                .what = fmt::format("`where`: the column {} of {} has no {}",
                                                    in_quotes(heading.columns[comparison.column]),
                                                    heading.file, in_quotes(value)),
                                .remedy = std::move(remedy)});
        }
    }
    return problems;
}

void RowFilter::check(const Table& heading) const {
    std::vector<Problem> problems;
    for (const Seen& seen : m_seen) {
        append(problems, problems_with_values(heading, seen));
    }
    throw_any(std::move(problems));

    std::vector<Problem> unfit;
    for (const auto& [comparison, known, unordered] : m_seen) {
        if (unordered.count == 0) {
            continue;
        }
        const Literal& value = comparison->values.front();
        const std::string more =
            unordered.count > 1 ? fmt::format(", and so are {} more cells", unordered.count - 1)
                                : "";
        unfit.push_back(
            {.where = {.file = heading.file,
                       .line = unordered.line,
                       .field = heading.columns[comparison->column]},
             .what = fmt::format(
                 "{} is no {}{}, and `where` compares it with {}", in_quotes(unordered.cell),
                 value.number ? "number" : "date such as 2024-03-31", more, value.text),
             .remedy =
                 fmt::format("correct the cell, leave such rows out before, or compare texts: "
                             "'{}' in quotes",
                             value.text)});
    }
    throw_any(std::move(unfit));

    if (!m_takes_any) {
        std::vector<std::string> values;
        for (const Seen& seen : m_seen) {
            std::string one = values_in_words(heading, seen.comparison->column);
            if (std::ranges::find(values, one) == values.end()) {
                values.push_back(std::move(one));
            }
        }
        throw Error(Problem{.where = m_where,
                            .what = fmt::format("`where` leaves no row of {}", heading.file),
                            .remedy = fmt::format("{}", fmt::join(values, "; "))});
    }
}

} // namespace cairn::input
