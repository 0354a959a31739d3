#pragma once

#include "render/input/table/cell_value.h"
#include "render/input/table/where.h"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

namespace cairn::input {

/// Finds the rows of a table for which a condition holds, as the rows come. Numbers in cells are
/// read by the rules. What is unknown (the order of a number and of a cell without one) does not
/// hold, nor does its negation.
class RowFilter {
  public:
    /// `where` is the place of the condition.
    RowFilter(Condition condition, CellRules rules, Location where);
    RowFilter(const RowFilter&) = delete;
    RowFilter& operator=(const RowFilter&) = delete;

    /// Whether the condition holds for the next row.
    bool takes(const Row& row);

    /// To be called after the last row, with the heading of the table. Throws Error at `where` for
    /// a value that no cell of its column has, naming the nearest; at the row for a cell that
    /// cannot be put in order with a value; and where no row was taken, with the values of the
    /// columns compared.
    void check(const Table& heading) const;

  private:
    /// The first cell that cannot be put in order with a value, and how many there are.
    struct Unordered {
        int line = 0;
        std::string cell{};
        std::size_t count = 0;
    };

    /// What the rows so far have shown of a comparison.
    struct Seen {
        const Comparison* comparison;
        std::vector<bool> is_known; ///< of each value of a test for equality: whether a cell has it
        Unordered unordered{};
    };

    /// The different cells of a column, in the order of the table; not all of very many.
    struct Values {
        std::vector<std::string> in_order{};
        std::unordered_set<std::string> known{};
    };

    void look_at(const Row& row);
    [[nodiscard]] std::string values_in_words(const Table& heading, std::size_t column) const;
    [[nodiscard]] std::vector<Problem> problems_with_values(const Table& heading,
                                                            const Seen& seen) const;

    Condition m_condition;
    CellRules m_rules;
    Location m_where;
    std::vector<Seen> m_seen{};               ///< one for each comparison, in order
    std::map<std::size_t, Values> m_values{}; ///< by column
    bool m_takes_any = false;
};

} // namespace cairn::input
