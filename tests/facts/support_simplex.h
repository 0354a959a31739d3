#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace cairn::test {

/// Sums of variables that are zero or more: `coefficients` of each equation, and its right side.
struct Equations {
    std::vector<std::vector<double>> coefficients{};
    std::vector<double> sides{}; ///< zero or more
};

/// A linear programme in tableau form, by the simplex method with Bland's rule, which never cycles
/// (Bland 1977).
class Simplex {
  public:
    explicit Simplex(const Equations& equations)
        : m_variables(equations.coefficients.front().size()) {
        const std::size_t count = equations.sides.size();
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<double> row = equations.coefficients[i];
            row.resize(m_variables + count, 0);
            row[m_variables + i] = 1; // an artificial variable, which must become zero
            row.push_back(equations.sides[i]);
            m_rows.push_back(row);
            m_basis.push_back(m_variables + i);
        }
    }

    /// The lowest value of a sum of variables; nothing where the equations have no solution, or
    /// where there is no lowest.
    std::optional<double> lowest(const std::vector<double>& costs) {
        std::vector<double> artificial(m_variables, 0);
        artificial.resize(width(), 1);
        if (!reduce(artificial, width()) || value(artificial) > tolerance) {
            return std::nullopt;
        }
        std::vector<double> all = costs;
        all.resize(width(), 0);
        return reduce(all, m_variables) ? std::optional(value(all)) : std::nullopt;
    }

  private:
    static constexpr double tolerance = 1e-7;

    [[nodiscard]] std::size_t width() const { return m_variables + m_rows.size(); }

    [[nodiscard]] double value(const std::vector<double>& costs) const {
        double sum = 0;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            sum += costs[m_basis[i]] * m_rows[i].back();
        }
        return sum;
    }

    /// Goes to the lowest value; only the first `usable` variables may become more than zero.
    bool reduce(const std::vector<double>& costs, std::size_t usable) {
        for (;;) {
            std::size_t enters = usable;
            for (std::size_t j = 0; j < usable && enters == usable; ++j) {
                double gain = costs[j];
                for (std::size_t i = 0; i < m_rows.size(); ++i) {
                    gain -= costs[m_basis[i]] * m_rows[i][j];
                }
                enters = gain < -tolerance ? j : enters;
            }
            if (enters == usable) {
                return true;
            }
            std::optional<std::size_t> leaves;
            for (std::size_t i = 0; i < m_rows.size(); ++i) {
                if (m_rows[i][enters] > tolerance && (!leaves || is_before(i, *leaves, enters))) {
                    leaves = i;
                }
            }
            if (!leaves) {
                return false;
            }
            pivot(*leaves, enters);
        }
    }

    [[nodiscard]] bool is_before(std::size_t a, std::size_t b, std::size_t column) const {
        const double ratio_a = m_rows[a].back() / m_rows[a][column];
        const double ratio_b = m_rows[b].back() / m_rows[b][column];
        return ratio_a < ratio_b - tolerance ||
               (ratio_a < ratio_b + tolerance && m_basis[a] < m_basis[b]);
    }

    void pivot(std::size_t row, std::size_t column) {
        const double by = m_rows[row][column];
        for (double& cell : m_rows[row]) {
            cell /= by;
        }
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const double times = m_rows[i][column];
            if (i == row || times == 0) {
                continue;
            }
            for (std::size_t j = 0; j < m_rows[i].size(); ++j) {
                m_rows[i][j] -= times * m_rows[row][j];
            }
        }
        m_basis[row] = column;
    }

    std::size_t m_variables;
    std::vector<std::vector<double>> m_rows{};
    std::vector<std::size_t> m_basis{};
};

} // namespace cairn::test
