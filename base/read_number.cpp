#include "base/read_number.h"

#include "base/ascii.h"
#include "base/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <vector>

namespace cairn::input {

namespace {

constexpr std::string_view unicode_minus = "\xE2\x88\x92";
constexpr std::size_t most_digits = 15;

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

bool is_one_of(std::string_view text, const auto& words) {
    return std::ranges::find(words, lower(text)) != words.end();
}

bool means_no_number(std::string_view text) {
    constexpr std::array<std::string_view, 6> marks{"[x]", "[c]", "[z]", "[u]", "[w]", ".."};
    return is_one_of(text, marks);
}

/// A number taken apart, every part as written.
struct Parts {
    bool negative = false;
    std::string_view whole; ///< with commas
    std::optional<std::string_view> decimals;
};

Parts take_apart(std::string_view text) {
    Parts parts;
    if (text.starts_with(unicode_minus)) {
        parts.negative = true;
        text.remove_prefix(unicode_minus.size());
    } else if (text.starts_with('-') || text.starts_with('+')) {
        parts.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const std::size_t point = text.find('.');
    parts.whole = text.substr(0, point);
    if (point != std::string_view::npos) {
        parts.decimals = text.substr(point + 1);
    }
    return parts;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> pieces;
    for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
        pieces.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    pieces.push_back(text);
    return pieces;
}

/// The digits of whole part and decimals; nothing where another character stands among them.
std::optional<std::string> digits_of(const Parts& parts) {
    std::string digits;
    for (const std::string_view group : split(parts.whole, ',')) {
        if (!all_digits(group) && !(parts.whole.empty() && parts.decimals)) {
            return std::nullopt;
        }
        digits += group;
    }
    if (parts.decimals) {
        if (!all_digits(*parts.decimals)) {
            return std::nullopt;
        }
        digits += *parts.decimals;
    }
    return digits;
}

/// Whether every comma parts thousands: 1 to 3 digits first, not beginning with 0, then groups
/// of 3.
bool commas_part_thousands(std::string_view whole) {
    const std::vector<std::string_view> groups = split(whole, ',');
    return groups.size() == 1 ||
           (groups.front().size() <= 3 && groups.front().front() != '0' &&
            std::all_of(groups.begin() + 1, groups.end(),
                        [](std::string_view group) { return group.size() == 3; }));
}

std::optional<double> to_double(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

bool is_infinite_or_nan(std::string_view text) {
    constexpr std::array<std::string_view, 6> words{"nan",      "inf",    "infinity",
                                                    "infinite", "1.#inf", "∞"};
    if (text.starts_with('-') || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    return is_one_of(text, words);
}

bool has_exponent(std::string_view text) {
    const std::size_t at = text.find_first_of("eE");
    return at != std::string_view::npos && at > 0 && is_digit(text[at - 1]) &&
           to_double(text.substr(text.starts_with('+') ? 1 : 0)).has_value();
}

/// The text without a currency or per cent sign at either end; nothing where it has none.
std::optional<std::string_view> without_sign(std::string_view text) {
    constexpr std::array<std::string_view, 4> signs{"£", "$", "€", "%"};
    for (const std::string_view sign : signs) {
        std::string_view rest = text;
        if (rest.starts_with(sign)) {
            rest.remove_prefix(sign.size());
        } else if (rest.ends_with(sign)) {
            rest.remove_suffix(sign.size());
        } else {
            continue;
        }
        while (rest.starts_with(' ')) {
            rest.remove_prefix(1);
        }
        while (rest.ends_with(' ')) {
            rest.remove_suffix(1);
        }
        return rest;
    }
    return std::nullopt;
}

std::string without_spaces(std::string_view text) {
    std::string rest;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\u00A0")) {
            ++i;
        } else if (text.substr(i).starts_with("\u202F") || text.substr(i).starts_with("\u2009")) {
            i += 2;
        } else if (text[i] != ' ') {
            rest += text[i];
        }
    }
    return rest;
}

bool is_number(std::string_view text) {
    return std::holds_alternative<Number>(parse_number(text));
}

Refusal refuse_commas(std::string_view text) {
    return {fmt::format("{} has a comma that does not part thousands", in_quotes(text)),
            "write a point before decimals (1.23), and commas only before groups of three digits "
            "(1,234)"};
}

Refusal refuse_digits(std::string_view text, std::size_t count, std::string_view of_what) {
    return {fmt::format("{} has {} {}, more than the {} that are kept", in_quotes(text), count,
                        of_what, most_digits),
            "round the number"};
}

/// Whether published tables write a text in place of a number that they keep back: `*`, `<5`.
bool stands_for_suppressed(std::string_view text) {
    const bool stars = text.find_first_not_of('*') == std::string_view::npos;
    return stars || (text.starts_with('<') && is_number(without_spaces(text.substr(1))));
}

/// The number before the marks of a footnote; nothing where there are none.
std::optional<std::string_view> without_footnote(std::string_view text) {
    const std::size_t end = text.find_last_not_of("* ");
    const std::string_view number = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
    return number.size() < text.size() && is_number(number) ? std::optional(number) : std::nullopt;
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
    if (has_exponent(text)) {
        return {found + " is written with an exponent", "write the number in full, such as 120000"};
    }
    if (const auto rest = without_sign(text)) {
        if (is_number(*rest)) {
            return {
                found + " has a sign beside the number",
                fmt::format("write the number alone: {}; the unit belongs in the title", *rest)};
        }
    }
    if (const std::string joined = without_spaces(text); joined != text && is_number(joined)) {
        return {found + " has a space in the number",
                fmt::format("write it without the space: {}", joined)};
    }
    if (stands_for_suppressed(text)) {
        return {found + " is not a number", "write [c] where a small number is kept back"};
    }
    if (const auto rest = without_footnote(text)) {
        return {found + " has a mark beside the number",
                fmt::format("write the number alone: {}; what the mark means belongs in `note`",
                            *rest)};
    }
    return {found + " is not a number",
            "write the number alone, such as 1234 or 0.5; [x] where it is not known"};
}

} // namespace

std::variant<Number, NoNumber, Refusal> parse_number(std::string_view text) {
    if (means_no_number(text)) {
        return NoNumber{};
    }
    const Parts parts = take_apart(text);
    const std::optional<std::string> digits = digits_of(parts);
    if (!digits) {
        return refuse(text);
    }
    if (!commas_part_thousands(parts.whole)) {
        return refuse_commas(text);
    }
    const std::size_t first = std::min(digits->find_first_not_of('0'), digits->size());
    if (digits->size() - first > most_digits) {
        return refuse_digits(text, digits->size() - first, "significant digits");
    }
    const std::size_t decimals = parts.decimals ? parts.decimals->size() : 0;
    if (decimals > most_digits) {
        return refuse_digits(text, decimals, "decimals");
    }
    std::string plain = *digits;
    plain.insert(plain.size() - decimals, ".");
    const double value = to_double("0" + plain).value_or(0);
    return Number{parts.negative && value != 0 ? -value : value, static_cast<int>(decimals)};
}

} // namespace cairn::input
