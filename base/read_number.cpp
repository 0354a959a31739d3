#include "base/read_number.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace cairn::input {

namespace {

constexpr std::array<std::string_view, 4> signs{"-", "+", "\u2212", "\u2013"};
constexpr std::array<std::string_view, 4> spaces{" ", "\u00A0", "\u2009", "\u202F"};
constexpr std::array<std::string_view, 2> apostrophes{"'", "\u2019"};
constexpr int most_exponent = 99;

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Takes off the first of these that the text begins with, and gives it; none: nothing.
std::string_view take_any(std::string_view& text, std::span<const std::string_view> marks) {
    for (const std::string_view mark : marks) {
        if (text.starts_with(mark)) {
            text.remove_prefix(mark.size());
            return mark;
        }
    }
    return {};
}

/// A number taken apart, every part as written.
struct Parts {
    bool negative = false;
    std::string_view whole; ///< with what parts thousands
    std::optional<std::string_view> decimals;
    int exponent = 0;
};

/// The exponent at the end of a number, which is taken off; 0 where there is none.
int take_exponent(std::string_view& text) {
    const std::size_t at = text.find_last_of("eE");
    if (at == std::string_view::npos || at == 0) {
        return 0;
    }
    std::string_view digits = text.substr(at + 1);
    const std::string_view sign = take_any(digits, signs);
    int exponent = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (!all_digits(digits) || error != std::errc() || exponent > most_exponent) {
        return 0;
    }
    text = text.substr(0, at);
    return sign.empty() || sign == "+" ? exponent : -exponent;
}

Parts take_apart(std::string_view text, char decimal) {
    Parts parts;
    const std::string_view sign = take_any(text, signs);
    parts.negative = !sign.empty() && sign != "+";
    while (!sign.empty() && !take_any(text, spaces).empty()) {
    }
    parts.exponent = take_exponent(text);
    const std::size_t point = text.find(decimal);
    parts.whole = text.substr(0, point);
    if (point != std::string_view::npos) {
        parts.decimals = text.substr(point + 1);
    }
    return parts;
}

/// The digits of a whole number, group by group, and what parts them: at most one kind of mark.
struct Groups {
    std::vector<std::string_view> digits;
    std::string_view mark{};
};

/// Nothing where another character stands among them.
std::optional<Groups> groups_of(std::string_view whole, char decimal) {
    const std::array<std::string_view, 7> marks{decimal == ',' ? "." : ",",
                                                spaces[0],
                                                spaces[1],
                                                spaces[2],
                                                spaces[3],
                                                apostrophes[0],
                                                apostrophes[1]};
    Groups groups;
    for (bool more = true; more;) {
        const auto* const end = std::ranges::find_if_not(whole, is_digit);
        groups.digits.push_back(whole.substr(0, static_cast<std::size_t>(end - whole.begin())));
        whole.remove_prefix(groups.digits.back().size());
        const std::string_view mark = take_any(whole, marks);
        more = !mark.empty();
        const bool another = more && groups.digits.size() > 1 && mark != groups.mark;
        if (groups.digits.back().empty() || another) {
            return std::nullopt;
        }
        groups.mark = more ? mark : groups.mark;
    }
    return whole.empty() ? std::optional(groups) : std::nullopt;
}

/// Whether every mark parts thousands: 1 to 3 digits first, not beginning with 0, then groups of 3.
bool parts_thousands(const Groups& groups) {
    const auto& digits = groups.digits;
    return digits.size() == 1 ||
           (digits.front().size() <= 3 && digits.front().front() != '0' &&
            std::all_of(digits.begin() + 1, digits.end(),
                        [](std::string_view group) { return group.size() == 3; }));
}

bool is_infinite_or_nan(std::string_view text) {
    constexpr std::array<std::string_view, 6> words{"nan",      "inf",    "infinity",
                                                    "infinite", "1.#inf", "∞"};
    take_any(text, signs);
    return std::ranges::find(words, lower(text)) != words.end();
}

Refusal refuse_groups(std::string_view text, std::string_view mark) {
    const std::string found = in_quotes(text);
    if (mark == "," || mark == ".") {
        return {fmt::format("{} has a {} that does not part thousands", found,
                            mark == "," ? "comma" : "point"),
                mark == ","
                    ? "write a point before decimals (1.23), and commas only before groups of "
                      "three digits (1,234)"
                    : "write a comma before decimals (1,23), and points only before groups of "
                      "three digits (1.234)"};
    }
    return {
        fmt::format("{} has {} in the number that does not part thousands", found,
                    std::ranges::find(spaces, mark) != spaces.end() ? "a space" : "an apostrophe"),
        "write the digits of the number without it"};
}

Refusal refuse_digits(std::string_view text, int count, std::string_view of_what) {
    return {fmt::format("{} has {} {}, more than the {} that are kept", in_quotes(text), count,
                        of_what, kept_digits),
            "round the number"};
}

/// Says of a text that is no number what it seems to be.
Refusal refuse(std::string_view text) {
    const std::string found = in_quotes(text);
    if (text.empty()) {
        return {"the cell is empty",
                "write a number: 0 where there are none, [x] where the number is not known"};
    }
    if (is_infinite_or_nan(text)) {
        return {found + " is not a finite number", "write a number, or [x] where it is not known"};
    }
    return {found + " is not a number",
            "write the number alone, such as 1234 or 0.5; [x] where it is not known"};
}

/// The number with these digits before and after the point, ahead of its exponent.
std::variant<Number, Refusal> number_of(std::string_view text, const Parts& parts,
                                        const std::string& whole, std::string_view decimals) {
    const std::string digits = fmt::format("{}.{}", whole, decimals);
    const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
    const std::string plain = fmt::format("{}e{}", digits, parts.exponent);
    double value = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), value);
    const std::size_t zeros = std::min(whole.find_first_not_of('0'), whole.size());
    const int before = is_zero ? 0 : static_cast<int>(whole.size() - zeros) + parts.exponent;
    if (before > kept_digits) {
        return refuse_digits(text, before, "significant digits");
    }
    const int written = std::max(0, static_cast<int>(decimals.size()) - parts.exponent);
    if (!is_zero && rounded(value, kept_digits) == 0) {
        return refuse_digits(text, written, "decimals");
    }
    const int held = kept_digits - std::max(0, before);
    return Number{parts.negative && !is_zero ? -value : value,
                  written > held ? std::min(held, decimals_of(value)) : written};
}

} // namespace

std::variant<Number, Refusal> parse_number(std::string_view text, char decimal) {
    const Parts parts = take_apart(text, decimal);
    const std::string_view decimals = parts.decimals.value_or(std::string_view());
    const std::optional<Groups> groups =
        parts.whole.empty() && !decimals.empty() ? Groups{{"0"}} : groups_of(parts.whole, decimal);
    if (!groups || !(decimals.empty() || all_digits(decimals))) {
        return refuse(text);
    }
    if (!parts_thousands(*groups)) {
        return refuse_groups(text, groups->mark);
    }
    return number_of(text, parts, fmt::format("{}", fmt::join(groups->digits, "")), decimals);
}

} // namespace cairn::input
