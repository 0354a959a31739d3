#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace cairn::input {

/// The days that a date stands for: one, or all of a month or a year.
struct Days {
    std::chrono::sys_days first;
    std::chrono::sys_days last;
};

/// The days of a date as ISO 8601 writes it: `2024`, `2024-03` or `2024-03-31`, or as Britain does,
/// the day first: `31/03/2024`; a whole date with or without a time behind it. Nothing for any
/// other text, and for a day that no calendar has.
std::optional<Days> parse_date(std::string_view text);

} // namespace cairn::input
