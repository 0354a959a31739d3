#pragma once

#include "base/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cairn::input {

/// What becomes of the rows of one label, where each is a record.
enum class Aggregate { count, sum, mean, median, distinct };

struct Aggregation {
    Aggregate of = Aggregate::count;
    std::string column{}; ///< of the table; empty for a count
    Location where{};     ///< of its key
};

/// What dates are put together by.
enum class Period { month, quarter, year, financial_year };

/// What labels are put together by, where they are numbers or dates.
struct BinSpec {
    std::variant<double, Period> width = 1.0; ///< of numbers above zero; of dates
    bool is_gaelic = false;                   ///< the language of the labels made; else English
    Location where{};
};

/// A second table, whose columns each row of the first gets from the row that has its key.
struct JoinSpec {
    std::filesystem::path file; ///< opened
    std::string shown;          ///< the path as messages give it
    std::string key;            ///< column of the second table
    std::string to;             ///< column of the first
    Location where{};
};

/// Which rows of a table a figure is about, and what is made of them.
struct RecordsSpec {
    std::optional<JoinSpec> join{};
    std::string condition{}; ///< an expression over the columns; empty: all rows
    Location condition_where{};
    std::optional<Aggregation> aggregation{}; ///< nothing where a row is a label and its number
    /// The two columns whose entries make a label together; empty where one column has the labels.
    std::vector<std::string> by{};
    Location by_where{};
    std::optional<BinSpec> bin{}; ///< nothing where each entry is a label
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
