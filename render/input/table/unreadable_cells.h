#pragma once

#include "render/input/table/number_column.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace cairn::input {

/// Cells of a column that cannot be read: the first few, and how many there are.
class UnreadableCells {
  public:
    void add(Problem problem) {
        constexpr std::size_t most = 3;
        if (++m_count <= most) {
            m_first.push_back(std::move(problem));
        }
    }

    /// As problems, few of them. `heading` is that of their table.
    [[nodiscard]] std::vector<Problem> all(const Table& heading, std::size_t column) const {
        std::vector<Problem> problems = m_first;
        if (m_count > m_first.size()) {
            problems.push_back(more_unreadable(heading, column, m_count - m_first.size()));
        }
        return problems;
    }

  private:
    std::vector<Problem> m_first{};
    std::size_t m_count = 0;
};

} // namespace cairn::input
