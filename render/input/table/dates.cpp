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

/// A date as it is written in Britain: 31/03/2024, 1/4/2024, 31.03.2024.
std::optional<Days> parse_day_first(std::string_view text) {
    using namespace std::chrono;
    const auto take = [&](std::size_t most) -> std::optional<int> {
        const std::size_t digits = std::min(most, text.find_first_not_of("0123456789"));
        return digits == 0 ? std::nullopt : take_digits(text, std::min(digits, text.size()));
    };
    const std::optional<int> day_number = take(2);
    const char mark = text.empty() ? ' ' : text.front();
    if (!day_number || (mark != '/' && mark != '.')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const std::optional<int> month_number = take(2);
    if (!month_number || !text.starts_with(mark)) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const std::optional<int> year_number = take_digits(text, 4);
    if (!year_number || !(text.empty() || text.front() == ' ')) {
        return std::nullopt;
    }
    const year_month_day date{year{*year_number}, month{static_cast<unsigned>(*month_number)},
                              day{static_cast<unsigned>(*day_number)}};
    return date.ok() ? std::optional(Days{sys_days{date}, sys_days{date}}) : std::nullopt;
}

} // namespace

std::optional<Days> parse_date(std::string_view text) {
    using namespace std::chrono;
    if (const std::optional<Days> days = parse_day_first(text)) {
        return days;
    }
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
