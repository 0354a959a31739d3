#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cairn {

namespace {

constexpr char32_t not_a_character = 0xFFFD;

struct Decoded {
    char32_t character = not_a_character;
    std::size_t bytes = 1; ///< that it takes up
};

/// The character at the start of `text`; nothing where the bytes there are not UTF-8.
std::optional<Decoded> decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return Decoded{lead, 1};
    }
    // For each length: the bits that mark it, and the least character that needs it.
    struct Form {
        unsigned char mask;
        unsigned char mark;
        char32_t least;
    };
    static constexpr std::array<Form, 3> forms{
        {{0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}}};
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const Form form = forms[i];
        const std::size_t bytes = i + 2;
        if ((lead & form.mask) != form.mark || text.size() < bytes) {
            continue;
        }
        char32_t character = lead & static_cast<unsigned char>(~form.mask);
        for (std::size_t k = 1; k < bytes; ++k) {
            if ((byte(k) & 0xC0) != 0x80) {
                return std::nullopt;
            }
            character = character << 6 | (byte(k) & 0x3Fu);
        }
        const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
        if (character < form.least || character > 0x10FFFF || surrogate) {
            return std::nullopt;
        }
        return Decoded{character, bytes};
    }
    return std::nullopt;
}

/// Calls `visit(character, bytes)` for each character; a byte that is not UTF-8 is one for itself.
void for_each_character(std::string_view text, const auto& visit) {
    while (!text.empty()) {
        const Decoded next = decode(text).value_or(Decoded{});
        visit(next.character, text.substr(0, next.bytes));
        text.remove_prefix(next.bytes);
    }
}

struct Range {
    char32_t first;
    char32_t last;
};

bool in_any(std::span<const Range> ranges, char32_t c) {
    return std::ranges::any_of(ranges, [c](Range r) { return r.first <= c && c <= r.last; });
}

bool is_space(char32_t c) {
    static constexpr std::array<Range, 9> spaces{{{0x09, 0x0D},
                                                  {' ', ' '},
                                                  {0x85, 0x85},
                                                  {0xA0, 0xA0},
                                                  {0x2000, 0x200A},
                                                  {0x2028, 0x2029},
                                                  {0x202F, 0x202F},
                                                  {0x205F, 0x205F},
                                                  {0x3000, 0x3000}}};
    return in_any(spaces, c);
}

bool is_dash(char32_t c) {
    static constexpr std::array<Range, 7> dashes{{{'-', '-'},
                                                  {0x2010, 0x2015},
                                                  {0x2043, 0x2043},
                                                  {0x2212, 0x2212},
                                                  {0x2E3A, 0x2E3B},
                                                  {0xFE58, 0xFE63},
                                                  {0xFF0D, 0xFF0D}}};
    return in_any(dashes, c);
}

/// Characters that print nothing, accents that follow their letter, and apostrophes of every kind.
bool is_passed_over(char32_t c) {
    static constexpr std::array<Range, 16> ranges{{{'\'', '\''},
                                                   {'`', '`'},
                                                   {0xAD, 0xAD},     // soft hyphen
                                                   {0xB4, 0xB4},     // acute accent
                                                   {0x02B9, 0x02CB}, // modifier apostrophes
                                                   {0x0300, 0x036F}, // combining marks
                                                   {0x1AB0, 0x1AFF},
                                                   {0x1DC0, 0x1DFF},
                                                   {0x200B, 0x200F}, // zero width, direction
                                                   {0x2018, 0x201B}, // quotation marks
                                                   {0x202A, 0x202E}, // direction
                                                   {0x2032, 0x2035}, // primes
                                                   {0x2060, 0x206F}, // word joiner and others
                                                   {0x20D0, 0x20FF},
                                                   {0xFE00, 0xFE2F},   // variation selectors, marks
                                                   {0xFEFF, 0xFEFF}}}; // byte order mark
    return in_any(ranges, c) || c == 0xFF07;
}

/// A run of Latin letters and the ASCII letter of each; `?` stands for none.
struct Letters {
    char32_t first;
    std::string_view ascii;
};

/// Derived from the decompositions of the Unicode Character Database, with Ø, Ł, Ð and the like.
constexpr std::array<Letters, 3> accented_letters{
    {{0x00C0, "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
              "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllll"
              "nnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
     {0x01CD,
      "aaiioouuuuuuuuuu?aaaa????ggkkoooo??j???gg??nnaa??ooaaaaeeeeiiiioooorrrruuuusstt??hh??"
      "????aaeeooooooooyy"},
     {0x1E00, "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooo"
              "pppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas????"
              "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo"
              "uuuuuuuuuuuuuuyyyyyyyy"}}};

constexpr std::array<std::pair<char32_t, std::string_view>, 15> letter_pairs{{{0xC6, "ae"},
                                                                              {0xDE, "th"},
                                                                              {0xDF, "ss"},
                                                                              {0xE6, "ae"},
                                                                              {0xFE, "th"},
                                                                              {0x132, "ij"},
                                                                              {0x133, "ij"},
                                                                              {0x152, "oe"},
                                                                              {0x153, "oe"},
                                                                              {0x1E2, "ae"},
                                                                              {0x1E3, "ae"},
                                                                              {0x1FC, "ae"},
                                                                              {0x1FD, "ae"},
                                                                              {0xFB01, "fi"},
                                                                              {0xFB02, "fl"}}};

/// The ASCII spelling of a Latin letter beyond ASCII; empty for anything else.
std::string_view ascii_of(char32_t c) {
    for (const Letters& letters : accented_letters) {
        if (c >= letters.first && c - letters.first < letters.ascii.size()) {
            const std::string_view letter = letters.ascii.substr(c - letters.first, 1);
            if (letter != "?") {
                return letter;
            }
        }
    }
    const auto* const pair =
        std::ranges::find(letter_pairs, c, [](const auto& p) { return p.first; });
    return pair == letter_pairs.end() ? std::string_view{} : pair->second;
}

/// Lower case ASCII, with spaces for all that parts words, and commas kept.
void append_folded(std::string& folded, char32_t c, std::string_view bytes) {
    if (is_passed_over(c)) {
        return;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) { // full width
        c -= 0xFF01 - '!';
        bytes = {};
    }
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ',') {
        folded += static_cast<char>(c);
    } else if (c >= 'A' && c <= 'Z') {
        folded += static_cast<char>(c - 'A' + 'a');
    } else if (c == '&' || c == '+') {
        folded += " and ";
    } else if (const std::string_view ascii = ascii_of(c); !ascii.empty()) {
        folded += ascii;
    } else if (c < 0xC0 || is_space(c) || (c >= 0x2010 && c <= 0x20CF) || is_dash(c)) {
        folded += ' '; // spaces, dashes, brackets, stops, footnote marks
    } else {
        folded += bytes;
    }
}

/// `Edinburgh, City of` as `City of Edinburgh`.
std::string without_comma(std::string folded) {
    if (std::ranges::count(folded, ',') == 1) {
        const std::size_t comma = folded.find(',');
        return folded.substr(comma + 1) + ' ' + folded.substr(0, comma);
    }
    std::ranges::replace(folded, ',', ' ');
    return folded;
}

std::vector<std::string> words_of(std::string_view name) {
    std::string folded;
    for_each_character(
        name, [&](char32_t c, std::string_view bytes) { append_folded(folded, c, bytes); });
    folded = without_comma(std::move(folded));
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = folded.find_first_not_of(' ', at)) != std::string::npos;) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        words.push_back(folded.substr(at, end - at));
        at = end;
    }
    return words;
}

void drop_the_and_council(std::vector<std::string>& words) {
    if (words.size() > 1 && words.front() == "the") {
        words.erase(words.begin());
    }
    const bool area = words.size() > 2 && words.back() == "area";
    const std::size_t council = words.size() - (area ? 2 : 1);
    if (words.size() > 1 && words[council] == "council") {
        words.resize(council);
    }
}

void write_out(std::vector<std::string>& words) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> compass{
        {{"n", "north"},
         {"nth", "north"},
         {"s", "south"},
         {"sth", "south"},
         {"e", "east"},
         {"w", "west"}}};
    if (words.size() < 2) {
        return;
    }
    for (const auto& [shortened, full] : compass) {
        if (words.front() == shortened) {
            words.front() = full;
        }
    }
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (words[i] == "agus" || words[i] == "is") { // Gaelic
            words[i] = "and";
        }
    }
    if (words.size() > 2 && words[0] == "city" && words[1] == "of") {
        words.erase(words.begin() + 1);
        std::rotate(words.begin(), words.begin() + 1, words.end());
    }
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::u32string characters_of(std::string_view text) {
    std::u32string characters;
    for_each_character(text, [&](char32_t c, std::string_view) { characters += c; });
    return characters;
}

/// Edits (put in, take out, change, swap two neighbours) that make of `a` the first 0, 1, … and all
/// characters of `b`.
std::vector<std::size_t> edit_distances(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before; // the row before the last, for swaps
    std::vector<std::size_t> last(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::vector<std::size_t> row(b.size() + 1);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before = std::exchange(last, std::move(row));
    }
    return last;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    return edit_distances(a, b).back();
}

struct Near {
    std::size_t distance = 0;
    bool part = false;   ///< one of the two holds the other whole
    bool begins = false; ///< the candidate begins with the text
};

std::optional<Near> nearness(std::u32string_view text, std::u32string_view candidate) {
    const auto [shorter, longer] =
        text.size() <= candidate.size() ? std::pair(text, candidate) : std::pair(candidate, text);
    constexpr std::size_t least_part = 4; // shorter ones stand in many names by chance
    const bool part =
        shorter.size() >= least_part && longer.find(shorter) != std::u32string_view::npos;
    // A third of the letters wrong, as compilers allow when they suggest a name.
    const std::size_t limit = std::max<std::size_t>(longer.size(), 3) / 3;
    if (!part && longer.size() - shorter.size() > limit) {
        return std::nullopt; // no need to measure
    }
    const std::size_t distance = edit_distance(text, candidate);
    if (!part && (distance > limit || distance >= shorter.size())) {
        return std::nullopt;
    }
    return Near{distance, part, part && candidate.starts_with(text)};
}

/// Of a text that is like the beginning of a candidate alone: `Dumfies`.
std::optional<Near> nearness_of_beginning(std::u32string_view text, std::u32string_view candidate) {
    constexpr std::size_t most_edits_in = 5; // one in so many letters: the rest is not known
    const std::vector<std::size_t> distances = edit_distances(text, candidate);
    const std::size_t least = *std::ranges::min_element(distances);
    const bool like = text.size() >= most_edits_in && least <= text.size() / most_edits_in;
    return like ? std::optional(Near{least}) : std::nullopt;
}

} // namespace

std::optional<std::size_t> invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::optional<Decoded> next = decode(text.substr(at));
        if (!next) {
            return at;
        }
        at += next->bytes;
    }
    return std::nullopt;
}

std::string name_key(std::string_view name) {
    std::vector<std::string> words = words_of(name);
    if (!words.empty()) {
        drop_the_and_council(words);
        write_out(words);
    }
    std::string key;
    for (const std::string& word : words) {
        if (!key.empty() && is_digit(key.back()) && is_digit(word.front())) {
            key += ' '; // `Zone 1-1` is not `Zone 11`
        }
        key += word;
    }
    return key;
}

std::string code_key(std::string_view code) {
    std::string key;
    for_each_character(code, [&](char32_t c, std::string_view bytes) {
        if (is_dash(c)) {
            key += '-';
        } else if (c >= 'a' && c <= 'z') {
            key += static_cast<char>(c - 'a' + 'A');
        } else if (!is_space(c) && !is_passed_over(c)) {
            key += bytes;
        }
    });
    return key;
}

std::vector<std::string> nearest(std::string_view text, std::span<const std::string> candidates,
                                 std::size_t most) {
    const std::u32string key = characters_of(name_key(text));
    std::vector<std::pair<Near, const std::string*>> found;
    for (const auto measure : {nearness, nearness_of_beginning}) {
        for (const std::string& candidate : candidates) {
            if (const auto near = measure(key, characters_of(name_key(candidate)))) {
                found.emplace_back(*near, &candidate);
            }
        }
        if (!found.empty()) {
            break;
        }
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) {
        return std::pair(!one.first.begins, one.first.distance);
    });
    std::vector<std::string> names;
    const Near nearest = found.empty() ? Near{} : found.front().first;
    for (const auto& [near, name] : found) {
        // Beside a near one, a far one only distracts.
        if (names.size() < most &&
            (near.part || (!nearest.begins && near.distance <= nearest.distance + 1))) {
            names.push_back(*name);
        }
    }
    return names;
}

std::string capitalised(std::string text) {
    constexpr unsigned char latin_1 = 0xC3; // first byte of U+00C0 to U+00FF
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto raise = [&](std::size_t at) { text[at] = static_cast<char>(byte(at) - 0x20U); };
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        raise(0);
    } else if (text.size() > 1 && byte(0) == latin_1 && byte(1) >= 0xA0 && byte(1) <= 0xBE &&
               byte(1) != 0xB7) { // U+00F7 is the sign of division
        raise(1);
    }
    return text;
}

} // namespace cairn
