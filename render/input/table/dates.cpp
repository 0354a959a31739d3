#include "render/input/table/dates.h"

#include "base/ascii.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace cairn::input {

namespace {

/// Takes so many digits off the text; nothing, where they do not stand there.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    const std::string_view digits = text.substr(0, count);
    int number = 0;
    if (digits.size() < count || !std::ranges::all_of(digits, is_digit)) {
        return std::nullopt;
    }
    std::from_chars(digits.data(), digits.data() + count, number);
    text.remove_prefix(count);
    return number;
}

std::optional<unsigned> take_part(std::string_view& text) {
    if (!text.starts_with('-')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const std::optional<int> number = take_digits(text, 2);
    return number ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
}

} // namespace

std::optional<Days> parse_date(std::string_view text) {
    using namespace std::chrono;
    const std::optional<int> year_number = take_digits(text, 4);
    if (!year_number) {
        return std::nullopt;
    }
    const year in_year{*year_number};
    if (text.empty()) {
        return Days{sys_days{in_year / January / 1}, sys_days{in_year / December / 31}};
    }
    const std::optional<unsigned> month_number = take_part(text);
    const month in_month{month_number.value_or(0)};
    if (!in_month.ok()) {
        return std::nullopt;
    }
    if (text.empty()) {
        return Days{sys_days{in_year / in_month / 1}, sys_days{in_year / in_month / last}};
    }
    const std::optional<unsigned> day_number = take_part(text);
    const year_month_day date{in_year, in_month, day{day_number.value_or(0)}};
    if (!date.ok() || !(text.empty() || text.front() == 'T' || text.front() == ' ')) {
        return std::nullopt;
    }
    return Days{sys_days{date}, sys_days{date}};
}

} // namespace cairn::input
