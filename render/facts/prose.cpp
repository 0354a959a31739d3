#include "render/facts/prose.h"

#include "base/number.h"
#include "base/utf8.h"
#include "render/facts/fill.h"
#include "render/input/language.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cairn::facts {
namespace {

constexpr std::size_t first_in_digits = 10;

/// A fraction with a name.
struct Fraction {
    double part;
    double whole;
    input::SentenceKey name;
};

constexpr std::array<Fraction, 11> fractions{{
    {1, 10, "tenth"},
    {1, 5, "fifth"},
    {1, 4, "quarter"},
    {1, 3, "third"},
    {2, 5, "two_fifths"},
    {1, 2, "half"},
    {3, 5, "three_fifths"},
    {2, 3, "two_thirds"},
    {3, 4, "three_quarters"},
    {4, 5, "four_fifths"},
    {9, 10, "nine_tenths"},
}};

std::string with_noun(const std::string& number, std::size_t count, const Noun& noun,
                      const input::Catalogue& words) {
    return fill(words["counted"],
                {{"number", number},
                 {"noun", input::form_of(noun, words.language, static_cast<double>(count))}});
}

std::string part_with_noun(const std::string& part, const std::string& whole, std::size_t count,
                           const Noun& noun, const input::Catalogue& words) {
    return fill(words["part_of"],
                {{"part", part},
                 {"whole", whole},
                 {"noun", input::form_of(noun, words.language, static_cast<double>(count))}});
}

} // namespace

std::string digits(std::size_t count, const input::Catalogue& words) {
    return format_number(static_cast<double>(count), 0, words.numbers);
}

std::string number_word(std::size_t count, const input::Catalogue& words) {
    return count < first_in_digits ? words.number_words.at(count) : digits(count, words);
}

std::string counted(std::size_t count, const Noun& noun, const input::Catalogue& words) {
    return with_noun(number_word(count, words), count, noun, words);
}

std::string counted_in_digits(std::size_t count, const Noun& noun, const input::Catalogue& words) {
    return with_noun(digits(count, words), count, noun, words);
}

std::string part_of(std::size_t part, std::size_t whole, const Noun& noun,
                    const input::Catalogue& words) {
    return whole < first_in_digits ? part_with_noun(number_word(part, words),
                                                    number_word(whole, words), whole, noun, words)
                                   : part_of_in_digits(part, whole, noun, words);
}

std::string part_of_in_digits(std::size_t part, std::size_t whole, const Noun& noun,
                              const input::Catalogue& words) {
    return part_with_noun(digits(part, words), digits(whole, words), whole, noun, words);
}

std::string join(std::span<const std::string> names, const input::Catalogue& words, Ending ending) {
    const bool compound = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::any_of(
            words.compound_marks.begin(), words.compound_marks.end(),
            [&](const std::string& mark) { return name.find(mark) != std::string::npos; });
    });
    const std::string& last = ending == Ending::all
                                  ? (compound ? words["list_and_long"] : words["list_and"])
                                  : (compound ? words["list_none_long"] : words["list_none"]);
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string& step = i + 1 == names.size() ? last : words["list_next"];
        text = i == 0 ? names[i] : fill(step, {{"list", text}, {"name", names[i]}});
    }
    return text;
}

std::string share(double part, double whole, const input::Catalogue& words) {
    constexpr double close = 0.02;
    const double ratio = part / whole;
    if (part >= whole) {
        return words["share_all"];
    }
    const Fraction* below = nullptr;
    const Fraction* nearest = nullptr;
    double distance = close;
    for (const Fraction& fraction : fractions) {
        // From whole numbers: no error of a quotient tips it over a bound.
        const double difference =
            (part * fraction.whole - whole * fraction.part) / (whole * fraction.whole);
        if (difference == 0) {
            return words[fraction.name];
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
        return words["share_nearly_all"];
    }
    if (nearest != nullptr) {
        return fill(nearest == below ? words["share_just_over"] : words["share_nearly"],
                    {{"fraction", words[nearest->name]}});
    }
    return below == nullptr ? ""
                            : fill(words["share_more_than"], {{"fraction", words[below->name]}});
}

std::string times_as_many(double more, double fewer, const input::Catalogue& words) {
    const double times = std::floor(more / fewer);
    if (times < 2) {
        return "";
    }
    // Beyond what a number of rows could need, digits without words.
    const std::string number = times < first_in_digits
                                   ? number_word(static_cast<std::size_t>(times), words)
                                   : format_number(times, 0, words.numbers);
    const std::string text = times == 2
                                 ? words["twice"]
                                 : fill(input::form_of(words.noun("times"), words.language, times),
                                        {{"number", number}});
    return times * fewer < more ? fill(words["times_more"], {{"times", text}}) : text;
}

std::string capitalised(std::string text) {
    if (const auto first = decode(text)) {
        text.replace(0, first->bytes, to_utf8(capital(first->character)));
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

void add_sentence(std::string& paragraph, const std::string& text) {
    if (!text.empty()) {
        paragraph += (paragraph.empty() ? "" : " ") + sentence(text);
    }
}

void add_paragraph(std::string& text, const std::string& paragraph) {
    if (!paragraph.empty()) {
        text += (text.empty() ? "" : "\n") + paragraph;
    }
}

void add_clause(std::string& text, const std::string& clause, const input::Catalogue& words) {
    text = text.empty() ? clause : fill(words["next_clause"], {{"text", text}, {"clause", clause}});
}

std::string shortened(std::string_view text, std::size_t most) {
    if (count_characters(text) <= most) {
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
