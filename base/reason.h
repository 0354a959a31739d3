#pragma once

#include <string_view>

namespace cairn {

/// Why there is no number where a table should have one.
enum class Reason {
    not_available,
    suppressed, ///< kept back, so that nobody can be told by it
    not_applicable,
    low,   ///< too small to show, as a number that rounds to zero
    range, ///< all that is said is between which numbers it lies, such as `<5`
    unreliable,
    none_recorded,
    unknown ///< the mark has more than one meaning
};

/// "suppressed", in English: for messages and files that programs read.
std::string_view reason_in_words(Reason reason);

} // namespace cairn
