#include "render/facts/gather/suppressed_cells.h"

#include "tests/facts/support_simplex.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <utility>
#include <vector>

using namespace cairn;
using facts::CountCell;

BOOST_AUTO_TEST_SUITE(suppressed_cells)

namespace {

constexpr int below = 5;

std::vector<CountCell> one_way(const std::vector<double>& counts) {
    std::vector<CountCell> cells;
    for (const double count : counts) {
        cells.push_back({.row = 0, .column = 0, .count = count});
    }
    return cells;
}

std::vector<CountCell> two_way(const std::vector<std::vector<double>>& rows) {
    std::vector<CountCell> cells;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            cells.push_back({row, column, rows[row][column]});
        }
    }
    return cells;
}

/// What somebody knows who has the published cells and all totals: the sums of the cells that are
/// kept back, each less the `least` that it must be.
test::Equations known(const std::vector<CountCell>& cells, const std::vector<bool>& gone,
                      double least) {
    std::map<std::pair<bool, std::size_t>, std::size_t> equation_of;
    test::Equations equations;
    const auto variables = static_cast<std::size_t>(std::ranges::count(gone, true));
    std::size_t variable = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!gone[i]) {
            continue;
        }
        for (const bool is_row : {true, false}) {
            const std::pair key(is_row, is_row ? cells[i].row : cells[i].column);
            const auto [entry, is_new] = equation_of.emplace(key, equation_of.size());
            if (is_new) {
                equations.coefficients.emplace_back(variables, 0);
                equations.sides.push_back(0);
            }
            equations.coefficients[entry->second][variable] += 1;
            equations.sides[entry->second] += cells[i].count - least;
        }
        ++variable;
    }
    return equations;
}

/// Whether each cell that is kept back could be at least two whole numbers.
bool withstands(const std::vector<CountCell>& cells, const std::vector<bool>& gone) {
    bool shows_zero = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        shows_zero = shows_zero || (!gone[i] && cells[i].count == 0);
    }
    bool keeps_zero = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        keeps_zero = keeps_zero || (gone[i] && cells[i].count == 0);
    }
    // Where a zero is kept back none is shown, and nobody can tell.
    BOOST_TEST(!(shows_zero && keeps_zero));
    const auto variables = static_cast<std::size_t>(std::ranges::count(gone, true));
    const test::Equations equations = known(cells, gone, keeps_zero ? 0 : 1);
    for (std::size_t i = 0; i < variables; ++i) {
        std::vector<double> costs(variables, 0);
        costs[i] = 1;
        const auto least = test::Simplex(equations).lowest(costs);
        costs[i] = -1;
        const auto most = test::Simplex(equations).lowest(costs);
        BOOST_REQUIRE(least);
        BOOST_REQUIRE(most);
        if (std::floor(-*most + 1e-6) - std::ceil(*least - 1e-6) < 1) {
            return false;
        }
    }
    return true;
}

class Random {
  public:
    explicit Random(unsigned seed) : m_engine(seed) {}
    std::size_t below(std::size_t end) { return m_engine() % end; }
    double count() {
        const std::size_t sort = below(4);
        return static_cast<double>(sort == 0 ? 0 : sort == 1 ? 1 + below(4) : 5 + below(50));
    }

  private:
    std::mt19937 m_engine;
};

} // namespace

BOOST_AUTO_TEST_CASE(cells_by_hand) {
    struct Case {
        std::vector<CountCell> cells;
        std::vector<bool> gone;
    };
    const Case cases[] = {
        {one_way({7, 9, 0}), {false, false, false}},
        {one_way({3, 9, 12}), {true, true, false}},
        {one_way({3, 4, 12}), {true, true, false}},
        // Two ones with zeros shown: both are known to be one.
        {one_way({1, 1, 12, 0}), {true, true, true, false}},
        {one_way({3, 12, 0}), {true, true, false}},
        {two_way({{3, 20, 30}, {20, 6, 40}, {30, 40, 7}}),
         {true, true, false, true, true, false, false, false, false}},
    };
    for (const Case& one : cases) {
        const auto gone = facts::suppressed_cells(one.cells, below);
        BOOST_REQUIRE(gone);
        BOOST_TEST(*gone == one.gone, boost::test_tools::per_element());
    }
    // A map whose total is small itself is known by what the other maps leave.
    const auto small_map = facts::suppressed_cells(two_way({{3, 1, 6}, {2, 1, 5}}), below);
    BOOST_TEST((!small_map || withstands(two_way({{3, 1, 6}, {2, 1, 5}}), *small_map)));
    BOOST_TEST(!facts::suppressed_cells(one_way({3}), below));
    BOOST_TEST(facts::small_cells(one_way({0, 1, 4, 5}), below) ==
                   (std::vector<bool>{false, true, true, false}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_attack_finds_what_is_not_protected) {
    BOOST_TEST(!withstands(one_way({3, 9, 12}), {true, false, false}));
    BOOST_TEST(!withstands(one_way({1, 1, 12, 0}), {true, true, false, false}));
    BOOST_TEST(withstands(one_way({3, 9, 12}), {true, true, false}));
    // Two in the row, but one alone in each column.
    BOOST_TEST(!withstands(two_way({{3, 9}, {20, 30}}), {true, true, false, false}));
}

BOOST_AUTO_TEST_CASE(no_count_can_be_worked_out) {
    Random random(7);
    std::size_t protected_tables = 0;
    std::size_t hopeless = 0;
    for (int i = 0; i < 1500; ++i) {
        const bool is_two_way = random.below(2) == 1;
        const std::size_t rows = is_two_way ? 2 + random.below(5) : 1;
        const std::size_t columns = 2 + random.below(is_two_way ? 3 : 9);
        std::vector<CountCell> cells;
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                cells.push_back({row, is_two_way ? column : 0, random.count()});
            }
        }
        const std::vector<bool> small = facts::small_cells(cells, below);
        const auto gone = facts::suppressed_cells(cells, below);
        if (!gone) {
            ++hopeless;
            BOOST_TEST(!withstands(cells, std::vector<bool>(cells.size(), true)));
            continue;
        }
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            BOOST_TEST((!small[cell] || (*gone)[cell]));
        }
        const bool has_small = std::ranges::find(small, true) != small.end();
        BOOST_TEST(has_small == (std::ranges::find(*gone, true) != gone->end()));
        protected_tables += has_small ? 1 : 0;
        BOOST_TEST((!has_small || withstands(cells, *gone)));
    }
    BOOST_TEST(protected_tables > 1000U);
    BOOST_TEST(hopeless < 100U);
}

BOOST_AUTO_TEST_SUITE_END()
