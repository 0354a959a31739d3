#pragma once

#include "render/facts/facts.h"

#include <cstddef>
#include <vector>

namespace cairn::facts {

/// All facts that have one value.
struct EqualValues {
    double value = 0;
    std::vector<std::size_t> members; ///< indices in Facts::facts, in the order drawn
};

/// What there is to say about facts: who is high, who is low, who has none.
struct Summary {
    bool counts = false; ///< whole numbers of a named unit, from zero, that add up to a total
    bool rates = false;  ///< rates of a named unit, so that zero is none of it
    std::vector<EqualValues> by_value; ///< highest first
    std::vector<std::size_t> zeros;    ///< where the values are counts, or rates of them
    std::vector<std::size_t> missing;  ///< facts without a value
    std::size_t with_value = 0;
};

/// Whether a noun can go with a number: "%", "per cent" and "stories per head" measure, and so do
/// "sa cheud" and "sgeulachdan gach ceann" in Gaelic; their values have no total.
bool can_be_counted(const Noun& unit);

/// Whether the unit is the sign of a currency, which goes before the number. Sums of money are
/// stated as measures: nobody has "no £", or "the fewest".
bool is_currency(const Noun& unit);

/// Whether the values count something, so that they have a total and shares of it.
bool are_counts(const Facts& facts);

Summary summarise(const Facts& facts);

/// The fewest leaders of a count, of two to four and far from all, who have half of the total
/// together; none where there are no such.
std::vector<std::size_t> leaders_of_half(const Facts& facts, const Summary& summary);

} // namespace cairn::facts
