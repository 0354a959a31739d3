#include "render/facts/gather/suppressed_cells.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <queue>
#include <utility>

namespace cairn::facts {

namespace {

/// A cell as an edge between the totals that it is a part of.
struct Edge {
    std::size_t from = 0; ///< of its row
    std::size_t to = 0;   ///< of its column
};

/// The totals of rows and columns, each a vertex. All are taken as known: one that is a small count
/// itself is what the others leave.
std::vector<Edge> edges_of(std::span<const CountCell> cells) {
    std::map<std::size_t, std::size_t> rows;
    std::map<std::size_t, std::size_t> columns;
    std::vector<Edge> edges;
    for (const CountCell& cell : cells) {
        edges.push_back({rows.emplace(cell.row, rows.size()).first->second,
                         columns.emplace(cell.column, columns.size()).first->second});
    }
    for (Edge& edge : edges) {
        edge.to += rows.size();
    }
    return edges;
}

/// One more or one less of a cell.
enum class Step { up, down };

/// Other cells that change with a cell, and how much would be lost by keeping them back.
struct Cycle {
    std::vector<std::size_t> cells{};
    double loss = std::numeric_limits<double>::infinity();
};

class Suppression {
  public:
    /// `least` is what everybody knows each cell to be that is kept back.
    Suppression(std::span<const CountCell> cells, int below, int least)
        : m_cells(cells), m_edges(edges_of(cells)), m_least(least) {
        for (const CountCell& cell : cells) {
            m_is_kept_back.push_back(cell.count < below && cell.count >= least);
        }
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            m_edges_at.resize(std::max(m_edges_at.size(), m_edges[i].to + 1));
            m_edges_at[m_edges[i].from].push_back(i);
            m_edges_at[m_edges[i].to].push_back(i);
        }
    }

    /// Whether each cell that is kept back can be protected; keeps back what that takes.
    bool protect_all() {
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            if (!m_is_kept_back[i]) {
                continue;
            }
            Cycle best = cycle_through(i, Step::up);
            if (Cycle down = cycle_through(i, Step::down); down.loss < best.loss) {
                best = std::move(down);
            }
            if (best.loss == std::numeric_limits<double>::infinity()) {
                return false;
            }
            for (const std::size_t cell : best.cells) {
                m_is_kept_back[cell] = true;
            }
        }
        return true;
    }

    [[nodiscard]] const std::vector<bool>& kept_back() const { return m_is_kept_back; }

    [[nodiscard]] bool keeps_back_zero() const {
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            if (m_cells[i].count == 0 && m_is_kept_back[i]) {
                return true;
            }
        }
        return false;
    }

  private:
    /// Whether a cell may be kept back, and be one more or less to all that is known.
    [[nodiscard]] bool can(std::size_t cell, Step step) const {
        const double count = m_cells[cell].count;
        return count >= m_least && (step == Step::up || count >= m_least + 1);
    }

    /// The cheapest others that keep all totals where a cell is one more, or less (Dijkstra). Only
    /// the cell itself is out: where another changes, it is one less or one more.
    [[nodiscard]] Cycle cycle_through(std::size_t cell, Step step) const {
        if (!can(cell, step)) {
            return {};
        }
        const std::size_t begin = step == Step::up ? m_edges[cell].to : m_edges[cell].from;
        const std::size_t end = step == Step::up ? m_edges[cell].from : m_edges[cell].to;
        constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
        std::vector<double> loss(m_edges_at.size(), std::numeric_limits<double>::infinity());
        std::vector<std::size_t> by(m_edges_at.size(), none);
        using Entry = std::pair<double, std::size_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        loss[begin] = 0;
        open.emplace(0, begin);
        while (!open.empty()) {
            const auto [reached, vertex] = open.top();
            open.pop();
            if (vertex == end) {
                break;
            }
            if (reached > loss[vertex]) {
                continue;
            }
            for (const std::size_t i : m_edges_at[vertex]) {
                const bool up = m_edges[i].from == vertex;
                if (i == cell || !can(i, up ? Step::up : Step::down)) {
                    continue;
                }
                const std::size_t next = up ? m_edges[i].to : m_edges[i].from;
                const double all = reached + (m_is_kept_back[i] ? 0 : 1 + m_cells[i].count);
                if (all < loss[next]) {
                    loss[next] = all;
                    by[next] = i;
                    open.emplace(all, next);
                }
            }
        }
        Cycle cycle{.cells = {}, .loss = loss[end]};
        for (std::size_t at = end; at != begin && by[at] != none;) {
            cycle.cells.push_back(by[at]);
            at = m_edges[by[at]].from == at ? m_edges[by[at]].to : m_edges[by[at]].from;
        }
        return cycle;
    }

    std::span<const CountCell> m_cells;
    std::vector<Edge> m_edges;
    double m_least;
    std::vector<bool> m_is_kept_back{};
    std::vector<std::vector<std::size_t>> m_edges_at{}; ///< by vertex, rising
};

} // namespace

std::vector<bool> small_cells(std::span<const CountCell> cells, int below) {
    std::vector<bool> small;
    for (const CountCell& cell : cells) {
        small.push_back(cell.count > 0 && cell.count < below);
    }
    return small;
}

std::optional<std::vector<bool>> suppressed_cells(std::span<const CountCell> cells, int below) {
    std::vector<bool> small = small_cells(cells, below);
    if (std::ranges::find(small, true) == small.end()) {
        return small;
    }
    for (const int least : {1, 0}) {
        Suppression suppression(cells, below, least);
        // Where no zero is suppressed, everybody sees that the others are 1 or more.
        if (suppression.protect_all() && (least > 0 || suppression.keeps_back_zero())) {
            return suppression.kept_back();
        }
    }
    return std::nullopt;
}

} // namespace cairn::facts
