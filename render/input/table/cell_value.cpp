#include "render/input/table/cell_value.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/quote.h"
#include "base/white_space.h"
#include "render/input/table/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace cairn::input {

namespace {

/// A text that stands in place of a number.
struct Mark {
    std::string_view text; ///< in lower case
    Reason reason;
    bool is_plain = false;
    bool is_letter = false;
};

constexpr bool plain_mark = true;
constexpr bool letter_mark = true;

constexpr std::array missing_marks{
    Mark{"[x]", Reason::not_available, plain_mark},
    Mark{"[c]", Reason::suppressed, plain_mark},
    Mark{"[z]", Reason::not_applicable, plain_mark},
    Mark{"[u]", Reason::unreliable, plain_mark},
    Mark{"[w]", Reason::none_recorded, plain_mark},
    Mark{"..", Reason::not_available, plain_mark},
    Mark{"[low]", Reason::low},
    Mark{"[k]", Reason::low},
    Mark{"*", Reason::suppressed},
    Mark{"**", Reason::suppressed},
    Mark{"c", Reason::suppressed, false, letter_mark},
    Mark{"x", Reason::not_available, false, letter_mark},
    Mark{"z", Reason::not_applicable, false, letter_mark},
    Mark{":", Reason::not_available},
    Mark{"…", Reason::not_available},
    Mark{"na", Reason::not_available},
    Mark{"null", Reason::not_available},
    Mark{"#n/a", Reason::not_available},
    Mark{"#div/0!", Reason::not_available},
    Mark{"#ref!", Reason::not_available},
    Mark{"#value!", Reason::not_available},
    Mark{"#name?", Reason::not_available},
    Mark{"#num!", Reason::not_available},
    Mark{"...", Reason::not_available},
    Mark{"not available", Reason::not_available},
    Mark{"suppressed", Reason::suppressed},
    Mark{"confidential", Reason::suppressed},
    Mark{"not applicable", Reason::not_applicable},
    Mark{"n/a", Reason::unknown}, // not available, or not applicable
    Mark{"~", Reason::unknown},   // negligible, or kept back
    Mark{"-", Reason::unknown},   // nil, not available or kept back
    Mark{"\u2013", Reason::unknown},
    Mark{"\u2014", Reason::unknown},
    Mark{"\u2212", Reason::unknown},
};

bool is_number(std::string_view text, char decimal) {
    return std::holds_alternative<Number>(parse_number(text, decimal));
}

std::optional<double> number_in(std::string_view text, char decimal) {
    const auto read = parse_number(trimmed(text), decimal);
    const auto* number = std::get_if<Number>(&read);
    return number == nullptr ? std::nullopt : std::optional(number->value);
}

/// Takes an ending off, and the white space before it; false where the text has another.
bool take_ending(std::string_view& text, std::string_view ending) {
    if (!text.ends_with(ending)) {
        return false;
    }
    text = trimmed(text.substr(0, text.size() - ending.size()));
    return true;
}

/// Takes the sign of a currency or per cent off, which may stand before the number, after its own
/// sign, or behind it.
std::string take_sign(std::string& text) {
    constexpr std::array<std::string_view, 4> units{"%", "£", "$", "€"};
    constexpr std::array<std::string_view, 5> before{"", "-", "+", "\u2212", "\u2013"};
    for (const std::string_view unit : units) {
        std::string_view rest = text;
        if (take_ending(rest, unit)) {
            text = rest;
            return std::string(unit);
        }
        for (const std::string_view sign : before) {
            if (unit != "%" && text.starts_with(fmt::format("{}{}", sign, unit))) {
                rest = trimmed(rest.substr(sign.size() + unit.size()));
                text = fmt::format("{}{}", sign, rest);
                return std::string(unit);
            }
        }
    }
    return {};
}

/// `<5`, `<5%`, `1 to 4`, `1-4`: between which numbers the true one lies. Larger numbers with a
/// dash may be years.
bool is_range(std::string_view text, char decimal) {
    constexpr double most_with_dash = 20;
    for (const std::string_view start : {"<", "\u2264", "under ", "less than ", "fewer than "}) {
        if (lower(text.substr(0, start.size())) == start) {
            std::string number(trimmed(text.substr(start.size())));
            take_sign(number);
            return is_number(number, decimal);
        }
    }
    for (const std::string_view between : {" to ", "-", "\u2013"}) {
        const std::size_t at = text.find(between);
        if (at == std::string_view::npos || at == 0) {
            continue;
        }
        const std::optional<double> low = number_in(text.substr(0, at), decimal);
        const std::optional<double> high = number_in(text.substr(at + between.size()), decimal);
        return low && high && *low >= 0 && *low < *high &&
               (between == " to " || *high <= most_with_dash);
    }
    return false;
}

/// Whether a text in brackets is the mark of a special number, as the Government Analysis Function
/// and the European Statistical System have them, or of a note.
bool is_mark_in_brackets(std::string_view text, bool square) {
    constexpr std::array<std::string_view, 15> known{
        "b", "d", "e", "er", "f", "n", "ns", "p", "r", "s", "u", "est", "prov", "rev", "revised"};
    const std::string word = lower(text);
    const bool digits = !text.empty() && text.size() <= 2 && std::ranges::all_of(text, is_digit);
    return std::ranges::find(known, word) != known.end() || word.starts_with("note") ||
           word == "provisional" || word == "estimated" || (square && digits);
}

/// Takes the mark of a special number off the end; empty where there is none.
std::string_view take_mark(std::string_view& text) {
    const std::string_view whole = text;
    const char opening = text.ends_with(']') ? '[' : '(';
    const std::size_t open =
        text.ends_with(']') || text.ends_with(')') ? text.rfind(opening) : text.npos;
    if (open != text.npos && open > 0 &&
        is_mark_in_brackets(text.substr(open + 1, text.size() - open - 2), opening == '[')) {
        text = trimmed(text.substr(0, open));
        return whole.substr(open);
    }
    for (const std::string_view sign : note_signs) {
        if (take_ending(text, sign)) {
            return whole.substr(whole.size() - sign.size());
        }
    }
    const bool after_number = text.size() > 1 && !is_letter(text[text.size() - 2]);
    for (const std::string_view word : {"r", "e", "u"}) {
        if (after_number && take_ending(text, word)) {
            return word;
        }
    }
    return {};
}

/// Takes all marks off; in the order of the cell.
std::string take_marks(std::string_view& text) {
    std::string taken;
    for (std::string_view mark = take_mark(text); !mark.empty(); mark = take_mark(text)) {
        taken.insert(0, mark);
    }
    return taken;
}

struct Scale {
    std::string_view word; ///< in lower case
    int exponent;
};

/// Takes `m` or `thousand` off the end; nothing where there is none.
std::optional<Scale> take_scale(std::string_view& text, char decimal) {
    constexpr std::array scales{Scale{"thousand", 3}, Scale{"million", 6}, Scale{"billion", 9},
                                Scale{"bn", 9},       Scale{"k", 3},       Scale{"m", 6}};
    for (const Scale& scale : scales) {
        std::string_view rest = text;
        if (lower(text).ends_with(scale.word) &&
            take_ending(rest, text.substr(text.size() - scale.word.size())) &&
            is_number(rest, decimal)) {
            text = rest;
            return scale;
        }
    }
    return std::nullopt;
}

std::string shown(double value) {
    return format_number(value, decimals_of(value));
}

/// Of a text that is a number of the other decimal mark; nothing where it is none.
std::optional<Refusal> refuse_decimal(std::string_view text, char decimal) {
    const char other = decimal == '.' ? ',' : '.';
    const std::optional<double> value = number_in(text, other);
    if (!value) {
        return std::nullopt;
    }
    if (decimal == ',') {
        return Refusal{
            fmt::format("{} has a decimal point, in a table of decimal commas", in_quotes(text)),
            "write a comma before decimals, or leave `decimal` out of `data`"};
    }
    std::string joined(text);
    std::erase(joined, other);
    const std::optional<double> otherwise = number_in(joined, decimal);
    if (text.find(decimal) != text.npos || !otherwise) {
        return Refusal{fmt::format("{} is {} with a decimal comma", in_quotes(text), shown(*value)),
                       "write `decimal: \",\"` in `data` if all numbers of the table have one"};
    }
    return Refusal{
        fmt::format("{} can be {} or {}", in_quotes(text), shown(*value), shown(*otherwise)),
        fmt::format("if it has a decimal comma, write `decimal: \",\"` in `data`; if "
                    "the comma is to part thousands, write {} in the table",
                    joined)};
}

/// Of what has more than one meaning, or two that contradict each other; nothing for other texts.
std::optional<Refusal> refuse_ambiguous(std::string_view text, char decimal) {
    const std::string found = in_quotes(text);
    if (text.starts_with('(') && text.ends_with(')')) {
        std::string inside(trimmed(text.substr(1, text.size() - 2)));
        take_sign(inside);
        if (is_number(inside, decimal)) {
            return Refusal{fmt::format("{} can be \u2212{}, as accounts write it, or {}", found,
                                       inside, inside),
                           fmt::format("write -{} or {}; or `brackets: negative` in `data`, where "
                                       "all are below zero",
                                       inside, inside)};
        }
    }
    std::string_view rest = text;
    if ((take_ending(rest, "p") || take_ending(rest, "P")) && is_number(rest, decimal)) {
        return Refusal{
            fmt::format("{} can be {}, which is provisional, or {} pence", found, rest, rest),
            fmt::format("write {} [p] or {}", rest, rest)};
    }
    for (const Mark& mark : missing_marks) {
        rest = text;
        if (mark.text.starts_with('[') && mark.reason != Reason::unreliable &&
            rest.size() > mark.text.size() && lower(rest).ends_with(mark.text) &&
            take_ending(rest, rest.substr(rest.size() - mark.text.size())) &&
            is_number(rest, decimal)) {
            return Refusal{
                fmt::format("{} has a number, and a mark that says that there is none", found),
                fmt::format("write {} or {}", rest, mark.text)};
        }
    }
    return std::nullopt;
}

CellValue below_zero(CellValue value) {
    if (auto* number = std::get_if<CellNumber>(&value)) {
        number->value = number->value == 0 ? 0 : -std::abs(number->value);
    }
    return value;
}

} // namespace

CellRules cell_rules(const TableFormat& format) {
    return {.decimal = format.decimal.value_or('.'),
            .missing = format.missing,
            .empty_is_missing = format.empty_is_missing,
            .brackets_are_negative = format.brackets_are_negative};
}

std::optional<Missing> read_missing(std::string_view cell, const CellRules& rules) {
    const std::string text = lower(trimmed(cell));
    const auto* const mark = std::ranges::find(missing_marks, text, &Mark::text);
    const bool is_known = mark != missing_marks.end();
    const bool is_declared = std::ranges::any_of(
        rules.missing, [&](const std::string& one) { return lower(trimmed(one)) == text; });
    if (is_declared) {
        return Missing{is_known ? mark->reason : Reason::not_available, true};
    }
    if (text.empty() && rules.empty_is_missing) {
        return Missing{Reason::not_available, true};
    }
    if (is_known && (rules.letters_are_marks || !mark->is_letter)) {
        return Missing{mark->reason, mark->is_plain};
    }
    return is_range(text, rules.decimal) ? std::optional(Missing{Reason::range, false})
                                         : std::nullopt;
}

bool is_without_value(std::string_view cell, const CellRules& rules) {
    const std::optional<Missing> missing = read_missing(cell, rules);
    return cell.empty() || (missing && missing->is_plain);
}

CellValue read_cell_value(std::string_view cell, const CellRules& rules) {
    const std::string_view text = trimmed(cell);
    if (const auto missing = read_missing(text, rules)) {
        return *missing;
    }
    if (rules.brackets_are_negative && text.starts_with('(') && text.ends_with(')')) {
        return below_zero(read_cell_value(text.substr(1, text.size() - 2), rules));
    }
    if (auto refusal = refuse_ambiguous(text, rules.decimal)) {
        return std::move(*refusal);
    }
    std::string_view rest = text;
    CellNumber number;
    number.mark = take_marks(rest);
    std::string digits(rest);
    number.sign = take_sign(digits);
    rest = digits;
    if (const auto scale = take_scale(rest, rules.decimal)) {
        number.scale = scale->word;
        digits = fmt::format("{}e{}", rest, scale->exponent);
    }
    const auto read = parse_number(digits, rules.decimal);
    if (const auto* plain_number = std::get_if<Number>(&read)) {
        number.value = plain_number->value;
        number.decimals = plain_number->decimals;
        return number;
    }
    if (auto refusal = refuse_decimal(digits, rules.decimal)) {
        return std::move(*refusal);
    }
    // A refusal speaks of the whole cell, unless what is wrong is how the number in it is written.
    const bool is_number_alone = digits.find_first_not_of("0123456789.,") == digits.npos;
    return std::get<Refusal>(is_number_alone ? read : parse_number(text, rules.decimal));
}

} // namespace cairn::input
