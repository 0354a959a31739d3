#pragma once

#include "base/error.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/table/bins.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The rows that are made of records, before they are a table.
namespace cairn::input {

/// What is made of the records of one label.
struct MadeRow {
    int line = 0;                     ///< of the first record; 0 where there is none
    std::vector<std::string> cells{}; ///< its label, and those of the columns that tell it
    std::optional<double> value{};
    std::string mark{};         ///< where there is no value
    std::int64_t bin = 0;       ///< where labels are bins
    std::size_t with_value = 0; ///< records that have one
};

/// The rows of bins in their order, each with its label, and one for every bin between the first
/// and the last: of amounts 0, of others without a value. Throws Error for more than 1,000.
std::vector<MadeRow> with_all_bins(std::vector<MadeRow> rows, const Bins& bins,
                                   const RecordsSpec& records);

/// The rows of pairs, each with its label, "Phase 1 (Written)", by the first of the pair and then
/// the second, both as they come first; of amounts one for every pair, 0 where there is no record.
/// Throws Error for more than 1,000.
std::vector<MadeRow> with_all_pairs(std::vector<MadeRow> rows, const RecordsSpec& records);

/// What the pair of two cells is called: "Phase 1 (Written)"; empty where either is.
std::string label_of_pair(const std::string& first, const std::string& second);

/// How many labels a row stands for together, and how many of these have a value other than 0.
struct Rest {
    std::size_t labels = 0;
    std::size_t with_some = 0;
    std::vector<int> lines{}; ///< of the first records of these labels
};

/// Leaves the labels of the highest values alone, as many as `top` says, and puts the others
/// together in a row at the end; no labels where all stand alone.
Rest gather_rest(const RecordsSpec& records, std::vector<MadeRow>& rows,
                 std::vector<Problem>& notices);

} // namespace cairn::input
