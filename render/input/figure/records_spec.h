#pragma once

#include "base/error.h"

#include <optional>
#include <string>

namespace cairn::input {

/// What becomes of the rows of one label, where each is a record.
enum class Aggregate { count, sum, mean, median, distinct };

struct Aggregation {
    Aggregate of = Aggregate::count;
    std::string column{}; ///< of the table; empty for a count
    Location where{};     ///< of its key
};

/// Which rows of a table a figure is about, and what is made of them.
struct RecordsSpec {
    std::string condition{}; ///< an expression over the columns; empty: all rows
    Location condition_where{};
    std::optional<Aggregation> aggregation{}; ///< nothing where a row is a label and its number
    int top = 0; ///< so many labels, those of the highest values, the others as one; 0: all
    Location top_where{};
    std::string rest{}; ///< what those are called: "Other"
};

/// Whether the values are amounts, and no measures.
constexpr bool is_amount(Aggregate aggregate) {
    return aggregate != Aggregate::mean && aggregate != Aggregate::median;
}

/// Whether the values have a total: those of several labels add up to that of all their records.
constexpr bool adds_up(Aggregate aggregate) {
    return aggregate == Aggregate::count || aggregate == Aggregate::sum;
}

} // namespace cairn::input
