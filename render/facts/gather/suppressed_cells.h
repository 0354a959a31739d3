#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace cairn::facts {

/// A count of a table of two dimensions; one of one dimension has a single row and a single column.
struct CountCell {
    std::size_t row = 0;
    std::size_t column = 0;
    double count = 0; ///< a whole number, 0 or more
};

/// Which cells are to be kept back so that nobody is told a small count: the threshold rule of
/// statistical disclosure control with secondary suppression (Hundepool et al., "Statistical
/// Disclosure Control", 2012), for frequency tables.
///
/// Primary: counts from 1 to `below` - 1. Secondary: so many others, of counts as low as may be,
/// that no cell kept back can be worked out from the others and the totals of rows and columns,
/// whether they are published or not, by somebody who knows that zeros are shown: each could be one
/// more or one less, with others of its rows and columns (a cycle of the table, Gusfield 1988; the
/// cheapest is found as a shortest path, Cox 1995). A total that is itself below the threshold
/// counts as unknown.
///
/// Zeros are kept back too where there is no other way; nothing where there is none even so.
std::optional<std::vector<bool>> suppressed_cells(std::span<const CountCell> cells, int below);

/// The primary cells alone.
std::vector<bool> small_cells(std::span<const CountCell> cells, int below);

} // namespace cairn::facts
