#pragma once

#include "render/facts/facts.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace cairn::words {

/// All facts that have one value.
struct EqualValues {
    double value = 0;
    std::vector<std::size_t> members; ///< indices in Facts::facts, in the order drawn
};

/// What there is to say about facts: who is high, who is low, who has none.
struct Summary {
    bool amounts = false; ///< whole numbers of a named unit, from zero, so that zero is none of it
    bool counts = false;  ///< amounts that add up to a total
    bool rates = false;   ///< rates of a named unit, so that zero is none of it
    std::vector<EqualValues> by_value; ///< highest first
    /// The fact that is the rest: that of several labels together. It is in none of the lists here.
    std::optional<std::size_t> rest{};
    std::vector<std::size_t> zeros;   ///< where the values are amounts, or rates of them
    std::vector<std::size_t> missing; ///< facts without a value
    std::size_t with_value = 0;
};

/// How many labels there are, how many of them have a value, and how many more than nothing: with
/// those that the rest stands for.
struct Labels {
    std::size_t all = 0;
    std::size_t with_value = 0;
    std::size_t with_some = 0;
};

Labels count_labels(const facts::Facts& facts, const Summary& summary);

/// Whether the values count something.
bool are_amounts(const facts::Facts& facts);

Summary summarise(const facts::Facts& facts);

/// The fewest leaders of a count, of two to four and far from all, who have half of the total
/// together; none where there are no such.
std::vector<std::size_t> leaders_of_half(const facts::Facts& facts, const Summary& summary);

} // namespace cairn::words
