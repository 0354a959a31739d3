#include "render/words/english/nouns.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace cairn::words {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 16> irregular{{
    {"person", "people"},
    {"child", "children"},
    {"man", "men"},
    {"woman", "women"},
    {"life", "lives"},
    {"half", "halves"},
    {"quiz", "quizzes"},
    {"bus", "buses"},
    {"shoe", "shoes"},
    {"movie", "movies"},
    {"cookie", "cookies"},
    {"calorie", "calories"},
    {"series", "series"},
    {"species", "species"},
    {"analysis", "analyses"},
    {"crisis", "crises"},
}};

constexpr std::array<std::string_view, 8> singular_in_s{"news",  "wales", "gas",    "lens",
                                                        "atlas", "bias",  "canvas", "christmas"};

constexpr std::array<std::string_view, 6> singular_endings{"ss",  "us", "is",
                                                           "ics", "'s", "\u2019s"};

constexpr std::array<std::string_view, 6> singular_in_use{"use",    "abuse", "excuse",
                                                          "refuse", "fuse",  "muse"};

// Headings that say that there is a number, not of what.
constexpr std::array<std::string_view, 8> no_nouns{"values",      "counts", "numbers", "totals",
                                                   "percentages", "rates",  "scores",  "figures"};

// A heading that begins with one of these has values without a total.
constexpr std::array<std::string_view, 9> measuring{
    "average", "mean", "median", "rate", "percentage", "percent", "share", "proportion", "index"};

// Words of a heading that keep their capital in running text.
constexpr std::array<std::string_view, 10> proper{"Scottish", "Scots",    "Scotland", "Gaelic",
                                                  "English",  "Welsh",    "Irish",    "British",
                                                  "European", "Ukrainian"};

// What follows one of these belongs to the noun before it: "places of origin".
constexpr std::array<std::string_view, 14> prepositions{
    " of ", " in ", " by ",   " for ", " with ",  " without ", " per ",
    " at ", " on ", " from ", " to ",  " under ", " aged ",    " who "};

bool contains(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// A phrase around the word that carries its number.
struct Phrase {
    std::string_view before;
    std::string_view noun;
    std::string_view after;
};

Phrase split(std::string_view text) {
    std::size_t end = text.find(" (");
    for (const std::string_view preposition : prepositions) {
        end = std::min(end, text.find(preposition));
    }
    const std::string_view head = text.substr(0, end);
    const std::size_t space = head.find_last_of(' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    return {text.substr(0, begin), head.substr(begin), text.substr(head.size())};
}

std::string joined(const Phrase& phrase, const std::string& noun) {
    return std::string(phrase.before) + noun + std::string(phrase.after);
}

bool is_plural_word(std::string_view word) {
    const std::string folded = lower(word);
    for (const auto& [one, other] : irregular) {
        if (folded == one || folded == other) {
            return folded == other;
        }
    }
    // A capital at the end is an acronym's: NHS.
    if (word.size() < 3 || word.back() != 's' || contains(singular_in_s, folded)) {
        return false;
    }
    return std::none_of(singular_endings.begin(), singular_endings.end(),
                        [&](std::string_view ending) { return folded.ends_with(ending); });
}

std::string singular_word(std::string_view word) {
    const std::string folded = lower(word);
    for (const auto& [one, other] : irregular) {
        if (folded == other) {
            return word.front() == other.front() ? std::string(one)
                                                 : word.front() + std::string(one.substr(1));
        }
    }
    const auto without = [&](std::size_t count) {
        return std::string(word.substr(0, word.size() - count));
    };
    if (folded.ends_with("ies") && folded.size() > 4) {
        return without(3) + "y";
    }
    if (folded.ends_with("uses") && !folded.ends_with("ouses") && !folded.ends_with("auses") &&
        !contains(singular_in_use, without(1))) {
        return without(2); // campuses, viruses
    }
    for (const std::string_view ending : {"sses", "shes", "ches", "xes", "oes"}) {
        if (folded.ends_with(ending) && folded.size() > ending.size()) {
            return without(2);
        }
    }
    return is_plural_word(word) ? without(1) : std::string(word);
}

std::string plural_word(std::string_view word) {
    const std::string folded = lower(word);
    for (const auto& [one, other] : irregular) {
        if (folded == one) {
            return word.front() == one.front() ? std::string(other)
                                               : word.front() + std::string(other.substr(1));
        }
    }
    std::string text(word);
    if (folded.size() > 1 && folded.ends_with("y") && !is_vowel(folded[folded.size() - 2])) {
        text.pop_back();
        return text + "ies";
    }
    for (const std::string_view ending : {"s", "x", "z", "ch", "sh"}) {
        if (folded.ends_with(ending)) {
            return text + "es";
        }
    }
    return text + "s";
}

/// A heading's word as running text has it. A word with a capital or a digit inside stays: GPs.
std::string running(std::string_view word) {
    const bool plain = !word.empty() && is_upper(word.front()) &&
                       std::none_of(word.begin() + 1, word.end(),
                                    [](char c) { return is_upper(c) || is_digit(c); });
    return plain && word.size() > 1 && !contains(proper, word) ? lower(word) : std::string(word);
}

std::string running_text(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        result += (result.empty() ? "" : " ") + running(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return result;
}

/// A heading without what surrounds its noun, in running text.
std::string noun_phrase(std::string_view heading) {
    if (heading.ends_with(')')) {
        heading = heading.substr(0, heading.rfind(" ("));
    }
    std::string text = running_text(heading);
    for (const std::string_view counting : {"number of ", "no. of ", "count of "}) {
        if (text.starts_with(counting)) {
            text.erase(0, counting.size());
        }
    }
    return text;
}

} // namespace

std::string plural_of(std::string_view singular) {
    const Phrase phrase = split(singular);
    return phrase.noun.empty() ? std::string(singular) : joined(phrase, plural_word(phrase.noun));
}

std::string singular_of(std::string_view plural) {
    const Phrase phrase = split(plural);
    return phrase.noun.empty() ? std::string(plural) : joined(phrase, singular_word(phrase.noun));
}

bool is_plural(std::string_view phrase) {
    return is_plural_word(split(phrase).noun);
}

Noun noun_of_heading(std::string_view heading) {
    const std::string text = noun_phrase(heading);
    return is_plural(text) ? Noun{singular_of(text), text} : Noun{text, plural_of(text)};
}

std::optional<Noun> counted_noun(std::string_view heading) {
    const std::string text = noun_phrase(heading);
    const std::string_view first = std::string_view(text).substr(0, text.find(' '));
    if (!is_plural(text) || contains(no_nouns, text) || contains(measuring, first) ||
        text.find(" per ") != std::string::npos || text.find('%') != std::string::npos) {
        return std::nullopt;
    }
    return Noun{singular_of(text), text};
}

} // namespace cairn::words
