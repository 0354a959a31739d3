#include "geo/spelling.h"

#include "base/ascii.h"
#include "base/encoding.h"
#include "base/name_key.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "geo/area_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace cairn::geo {

namespace {

using Words = std::vector<std::string>;

bool holds(std::span<const std::string_view> words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool any_of_in(const Words& words, std::span<const std::string_view> some) {
    return std::ranges::any_of(words, [&](const std::string& word) { return holds(some, word); });
}

// "Region" is safe: those of 1975 that share a council's name have its extent.
constexpr std::array<std::string_view, 16> of_councils{
    "council", "councils", "cncl",    "area",       "areas",  "local",     "authority", "la",
    "lad",     "ua",       "unitary", "government", "region", "comhairle", "scotland",  "uk"};
constexpr std::array<std::string_view, 8> of_boards{"nhs",    "nhsb", "health", "board",
                                                    "boards", "hb",   "area",   "scotland"};
constexpr std::array<std::string_view, 13> of_integration_authorities{
    "integration", "joint", "authority", "board",       "ijb",  "hscp", "health",
    "social",      "care",  "area",      "partnership", "chcp", "and"};
constexpr std::array<std::string_view, 4> of_notes{"note", "notes", "footnote", "ref"};

constexpr std::array<std::string_view, 4> isles{"isles", "isle", "is", "island"};
constexpr std::array<std::string_view, 5> small_words{"and", "of", "the", "agus", "is"};

// What says that an area is not a council; not a board; not the whole of either.
constexpr std::array<std::string_view, 7> not_councils{"nhs",  "nhsb", "health", "hb",
                                                       "hscp", "ijb",  "board"};
constexpr std::array<std::string_view, 8> not_boards{"council", "councils", "cncl",    "local",
                                                     "hscp",    "ijb",      "unitary", "authority"};
constexpr std::array<std::string_view, 3> not_authorities{"nhs", "nhsb", "hb"};
constexpr std::array<std::string_view, 15> parts_of_areas{
    "part",    "parts",   "rest",    "remainder", "excluding", "excl", "except",  "exc",
    "without", "outside", "outwith", "minus",     "elsewhere", "not",  "mainland"};

std::span<const std::string_view> words_of_kind(NamedKind kind) {
    switch (kind) {
    case NamedKind::council:
        return of_councils;
    case NamedKind::health_board:
        return of_boards;
    case NamedKind::integration_authority:
        return of_integration_authorities;
    case NamedKind::none:
        return {};
    }
    return {};
}

bool is_of_another_kind(const Words& words, NamedKind kind) {
    return (kind == NamedKind::council && any_of_in(words, not_councils)) ||
           (kind == NamedKind::health_board && any_of_in(words, not_boards)) ||
           (kind == NamedKind::integration_authority && any_of_in(words, not_authorities));
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> compass{{{"n", "north"},
                                                                                {"nth", "north"},
                                                                                {"s", "south"},
                                                                                {"sth", "south"},
                                                                                {"e", "east"},
                                                                                {"w", "west"}}};

/// A point of the compass in full; nothing for another word.
std::optional<std::string_view> point_of_compass(std::string_view word) {
    for (const auto& [shortened, full] : compass) {
        if (word == shortened || word == full) {
            return full;
        }
    }
    return std::nullopt;
}

/// Words that many names have.
bool is_common(std::string_view word) {
    static constexpr std::array<std::string_view, 3> common{"city", "islands", "isles"};
    return point_of_compass(word).has_value() || holds(common, word);
}

std::string_view without_last_character(std::string_view text) {
    std::size_t size = text.size() - 1;
    while (size > 0 && continues_character(text[size])) {
        --size;
    }
    return text.substr(0, size);
}

/// The byte that a character stands for in Windows-1252; nothing for one that is not in it.
std::optional<char> byte_of(char32_t c) {
    constexpr unsigned first_apart = 0x80;
    constexpr unsigned end_apart = 0xA0; // from here on as Latin-1, like ASCII
    if (c < first_apart || (c >= end_apart && c < 0x100)) {
        return static_cast<char>(c);
    }
    for (unsigned byte = first_apart; byte < end_apart; ++byte) {
        const char one = static_cast<char>(byte);
        if (from_windows_1252(std::string_view(&one, 1)) == to_utf8(c)) {
            return one;
        }
    }
    return std::nullopt;
}

/// What text was that has been written as UTF-8 and read as Windows-1252; nothing for any other.
std::optional<std::string> read_wrongly(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return is_ascii(c); })) {
        return std::nullopt;
    }
    std::string bytes;
    bool fits = true;
    for_each_character(text, [&](char32_t c, std::string_view) {
        const std::optional<char> byte = fits ? byte_of(c) : std::nullopt;
        fits = byte.has_value();
        bytes += byte.value_or(' ');
    });
    return fits && !invalid_utf8(bytes) ? std::optional(bytes) : std::nullopt;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
        text.replace(at, what.size(), by);
    }
}

} // namespace

NamedKind named_kind_of_code(std::string_view code) {
    const std::optional<AreaKind> kind = kind_of_code(code);
    const std::string_view prefix = kind ? kind->prefix : std::string_view();
    if (prefix == "S12") {
        return NamedKind::council;
    }
    if (prefix == "S08") {
        return NamedKind::health_board;
    }
    return prefix == "S37" ? NamedKind::integration_authority : NamedKind::none;
}

bool tells_part(std::string_view text) {
    return any_of_in(name_words(text), parts_of_areas);
}

bool is_city_region(const Words& words) {
    const auto city = std::ranges::find(words, "city");
    return city != words.end() && city + 1 != words.end() && *(city + 1) == "region";
}

Words plain_words(std::string_view text, NamedKind kind) {
    Words words = name_words(text);
    if (any_of_in(words, parts_of_areas) || is_of_another_kind(words, kind) ||
        is_city_region(words)) { // of several councils
        return {};
    }
    const auto says_kind = [&](const std::string& word) {
        return holds(words_of_kind(kind), word) || holds(of_notes, word);
    };
    const auto first = std::ranges::find_if_not(words, [&](const std::string& word) {
        return says_kind(word) || std::ranges::all_of(word, [](char c) { return is_digit(c); });
    });
    words.erase(words.begin(), first);
    while (!words.empty() && says_kind(words.back())) {
        words.pop_back();
    }
    if (!words.empty() && holds(isles, words.back())) {
        words.back() = "islands";
    }
    std::erase_if(words, [](const std::string& word) { return holds(small_words, word); });
    if (words.size() > 1 && words.front() == "city") {
        std::rotate(words.begin(), words.begin() + 1, words.end());
    }
    return words;
}

Words compass_first(Words words) {
    if (words.size() > 1) {
        if (point_of_compass(words.back())) {
            std::rotate(words.begin(), words.end() - 1, words.end());
        }
        if (const auto point = point_of_compass(words.front())) {
            words.front() = *point;
        }
    }
    return words;
}

bool shortens(std::span<const std::string> words, std::span<const std::string> name) {
    constexpr std::size_t least_left_off = 2; // one letter less may be a slip
    constexpr std::size_t least_told = 3;
    if (words.size() != name.size() || name.size() < 2) {
        return false;
    }
    bool tells = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = point_of_compass(words[i]).value_or(words[i]);
        const bool initial = words[i].size() == 1 && name[i].front() == words[i].front();
        if (word != name[i] && !initial &&
            !(name[i].starts_with(word) && word.size() + least_left_off <= name[i].size())) {
            return false;
        }
        tells = tells || (words[i].size() >= least_told && !is_common(name[i]));
    }
    return tells;
}

std::string repaired(std::string_view text) {
    std::string result = read_wrongly(text).value_or(std::string(text));
    replace_all(result, "&amp;", "&");
    replace_all(result, "\u00C2", " "); // of a no-break space that was read as Windows-1252
    return result;
}

std::string_view without_note_sign(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || is_letter(text.back())) {
        return text;
    }
    constexpr std::size_t most_digits = 2;
    const std::string_view whole = text;
    const bool number = is_digit(text.back());
    do {
        text = without_last_character(text);
    } while (number && !text.empty() && is_digit(text.back()));
    // A longer number is no sign: "Fife 2023".
    return number && whole.size() - text.size() > most_digits ? whole : trimmed(text);
}

TextWithCodes codes_apart(std::string_view text) {
    constexpr std::size_t length = 9;
    TextWithCodes result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_letter_or_digit(text[end])) {
            ++end;
        }
        const std::string_view run = text.substr(at, end - at);
        if (run.size() == length && kind_of_code(run)) {
            result.codes.emplace_back(run);
        } else {
            result.rest += run;
        }
        if (end < text.size()) {
            result.rest += text[end++];
        }
        at = end;
    }
    return result;
}

} // namespace cairn::geo
