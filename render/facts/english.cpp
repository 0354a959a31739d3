#include "render/facts/english.h"

#include "render/facts/number.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cairn::facts {
namespace {

constexpr std::size_t first_in_digits = 10;

std::string digits(std::size_t count) {
    return format_number(static_cast<double>(count), 0);
}

/// A fraction with a name.
struct Fraction {
    double part;
    double whole;
    std::string_view name;
};

constexpr std::array<Fraction, 11> fractions{{
    {1, 10, "a tenth"},
    {1, 5, "a fifth"},
    {1, 4, "a quarter"},
    {1, 3, "a third"},
    {2, 5, "two fifths"},
    {1, 2, "half"},
    {3, 5, "three fifths"},
    {2, 3, "two thirds"},
    {3, 4, "three quarters"},
    {4, 5, "four fifths"},
    {9, 10, "nine tenths"},
}};

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The first `count` characters.
std::string_view beginning(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    while (end < text.size() && (count > 0 || is_continuation(text[end]))) {
        if (!is_continuation(text[end])) {
            --count;
        }
        ++end;
    }
    return text.substr(0, end);
}

} // namespace

std::string number_word(std::size_t count) {
    constexpr std::array<std::string_view, first_in_digits> words{
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
    return count < first_in_digits ? std::string(words.at(count)) : digits(count);
}

std::string counted(std::size_t count, const input::Noun& noun) {
    return number_word(count) + " " + (count == 1 ? noun.one : noun.other);
}

std::string part_of(std::size_t part, std::size_t whole, const input::Noun& noun) {
    const bool in_words = whole < first_in_digits;
    return (in_words ? number_word(part) : digits(part)) + " of " +
           (in_words ? number_word(whole) : digits(whole)) + " " + noun.other;
}

std::string join(std::span<const std::string> names, std::string_view conjunction) {
    const bool compound = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.find(" and ") != std::string::npos || name.find(", ") != std::string::npos;
    });
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0 && i + 1 == names.size()) {
            text += (compound && names.size() > 2 ? ", " : " ") + std::string(conjunction) + " ";
        } else if (i > 0) {
            text += ", ";
        }
        text += names[i];
    }
    return text;
}

std::string share(double part, double whole) {
    constexpr double close = 0.02;
    const double ratio = part / whole;
    if (part >= whole) {
        return "all";
    }
    const Fraction* below = nullptr;
    const Fraction* nearest = nullptr;
    double distance = close;
    for (const Fraction& fraction : fractions) {
        // From whole numbers: no error of a quotient tips it over a bound.
        const double difference =
            (part * fraction.whole - whole * fraction.part) / (whole * fraction.whole);
        if (difference == 0) {
            return std::string(fraction.name);
        }
        if (std::abs(difference) <= distance) {
            nearest = &fraction;
            distance = std::abs(difference);
        }
        if (difference > 0) {
            below = &fraction;
        }
    }
    if (ratio >= 1 - close) {
        return "nearly all";
    }
    if (nearest != nullptr) {
        return (nearest == below ? "just over " : "nearly ") + std::string(nearest->name);
    }
    return below == nullptr ? "" : "more than " + std::string(below->name);
}

std::string times_as_many(double more, double fewer) {
    const double times = std::floor(more / fewer);
    if (times < 2) {
        return "";
    }
    // Beyond what a number of rows could need, digits without words.
    const std::string word =
        times == 2 ? "twice"
                   : (times < first_in_digits ? number_word(static_cast<std::size_t>(times))
                                              : format_number(times, 0)) +
                         " times";
    return (times * fewer < more ? "more than " : "") + word + " as many";
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string sentence(std::string text) {
    for (const std::string_view end : {".", "!", "?", "\u2026"}) {
        if (text.ends_with(end)) {
            return capitalised(std::move(text));
        }
    }
    return capitalised(std::move(text)) + ".";
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

std::string shortened(std::string_view text, std::size_t most) {
    if (characters(text) <= most) {
        return std::string(text);
    }
    constexpr std::string_view ellipsis = "\u2026";
    std::string_view kept = beginning(text, most - 1);
    if (text[kept.size()] != ' ') {
        const std::size_t space = kept.find_last_of(' ');
        // A single long word must not cost the label nearly everything.
        if (space != std::string_view::npos && space * 2 >= kept.size()) {
            kept = kept.substr(0, space);
        }
    }
    const std::size_t last = kept.find_last_not_of(" ,;:.(-/&");
    return std::string(kept.substr(0, last + 1)) + std::string(ellipsis);
}

} // namespace cairn::facts
