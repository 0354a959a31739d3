#include "render/input/language/language.h"

#include "base/ascii.h"
#include "base/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace cairn::input {

namespace {

constexpr std::array english_forms{
    Key{"one", "story", true},
    Key{"other", "stories", true},
};

constexpr std::array gaelic_forms{
    Key{"one", "sgeulachd", true},
    Key{"two", "sgeulachd", true},
    Key{"few", "sgeulachdan", true},
    Key{"other", "sgeulachd", true},
};

// Rules: Unicode CLDR, supplemental/plurals.xml, cardinal.
Plural english_plural(double number, int decimals) {
    return number == 1 && decimals == 0 ? Plural::one : Plural::other;
}

Plural gaelic_plural(double number, int /*decimals*/) {
    constexpr double teen = 10;
    if (number == 1 || number == 1 + teen) {
        return Plural::one;
    }
    if (number == 2 || number == 2 + teen) {
        return Plural::two;
    }
    const bool few = (number >= 3 && number <= teen) || (number >= 3 + teen && number <= 9 + teen);
    return few && number == std::floor(number) ? Plural::few : Plural::other;
}

struct Language {
    std::string_view tag;
    std::string_view name;
    std::string_view example; ///< a tag as people write it
    std::span<const Key> forms;
    Plural (*plural)(double number, int decimals);
};

constexpr std::array languages{
    Language{"en", "English", "en-GB", english_forms, english_plural},
    Language{"gd", "Scottish Gaelic", "gd", gaelic_forms, gaelic_plural},
};

constexpr std::array language_texts{
    Key{"en", "Story origins by sector"},
    Key{"gd", "Tùsan nan sgeulachdan a rèir roinne"},
};

const Language* find(std::string_view tag) {
    const std::string subtag = language_of(tag);
    const auto* const found = std::find_if(languages.begin(), languages.end(),
                                           [&](const Language& one) { return one.tag == subtag; });
    return found == languages.end() ? nullptr : found;
}

/// The language of a tag; English where it is none of ours, which no figure gets as far as.
const Language& language(std::string_view tag) {
    const Language* found = find(tag);
    return found == nullptr ? languages.front() : *found;
}

} // namespace

std::string language_of(std::string_view tag) {
    return std::string(tag.substr(0, tag.find('-')));
}

std::vector<std::string> known_languages() {
    std::vector<std::string> known;
    known.reserve(languages.size());
    for (const Language& one : languages) {
        known.emplace_back(one.tag);
    }
    return known;
}

bool is_known_language(std::string_view tag) {
    return find(tag) != nullptr && tag.back() != '-' && tag.find("--") == std::string_view::npos &&
           std::ranges::all_of(tag, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

std::string other_language(std::string_view text, std::string_view figure) {
    return language_of(text) == language_of(figure) ? "" : std::string(text);
}

std::string language_in_words(std::string_view tag) {
    const Language& found = language(tag);
    return fmt::format("{} ({})", found.name, found.tag);
}

std::string remedy_for_language() {
    std::string known;
    std::string examples;
    for (const Language& one : languages) {
        known += (known.empty() ? "" : " and ") + language_in_words(one.tag);
        examples += fmt::format("{}, ", one.example);
    }
    return fmt::format("words are written in {}: write {}or another tag of these", known, examples);
}

std::span<const Key> language_keys() {
    return language_texts;
}

std::span<const Key> noun_keys(std::string_view tag) {
    return language(tag).forms;
}

std::string noun_example(std::string_view tag) {
    std::string text;
    for (const Key& form : noun_keys(tag)) {
        text += fmt::format("{}{}: {}", text.empty() ? "{" : ", ", form.name, form.example);
    }
    return text + "}";
}

Plural plural_form(std::string_view tag, double number, int decimals) {
    return language(tag).plural(std::abs(number), decimals);
}

const std::string& form_of(const Noun& noun, std::string_view tag, double number, int decimals) {
    switch (plural_form(tag, number, decimals)) {
    case Plural::one:
        return noun.one;
    case Plural::two:
        return noun.two;
    case Plural::few:
        return noun.few;
    case Plural::other:
        return noun.other;
    }
    return noun.other;
}

const std::string& bare_plural(const Noun& noun) {
    return noun.few.empty() ? noun.other : noun.few;
}

std::string sort_key(std::string_view name, std::string_view tag) {
    constexpr std::string_view accented =
        "\u00c0\u00c8\u00cc\u00d2\u00d9\u00e0\u00e8\u00ec\u00f2\u00f9";
    constexpr std::string_view plain = "AEIOUaeiou";
    constexpr std::size_t length = 2; // bytes of each accented letter
    std::string key(name);
    if (language_of(tag) != "gd") {
        return key;
    }
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const std::string_view letter = accented.substr(i * length, length);
        for (std::size_t at = 0; (at = key.find(letter, at)) != std::string::npos;) {
            key.replace(at, length, 1, plain[i]);
        }
    }
    return key;
}

} // namespace cairn::input
