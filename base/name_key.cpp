#include "base/name_key.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace cairn {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

bool in_any(std::span<const Range> ranges, char32_t c) {
    return std::ranges::any_of(ranges, [c](Range r) { return r.first <= c && c <= r.last; });
}

bool is_dash(char32_t c) {
    constexpr char32_t hyphen_bullet = 0x2043;
    constexpr char32_t minus = 0x2212;
    return c == hyphen_bullet || c == minus ||
           utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_PD;
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

/// Latin letters that Unicode does not take apart.
constexpr std::array<std::pair<char32_t, std::string_view>, 14> whole_letters{{{0xE6, "ae"},   // æ
                                                                               {0xF0, "d"},    // ð
                                                                               {0xF8, "o"},    // ø
                                                                               {0xFE, "th"},   // þ
                                                                               {0x111, "d"},   // đ
                                                                               {0x127, "h"},   // ħ
                                                                               {0x131, "i"},   // ı
                                                                               {0x133, "ij"},  // ĳ
                                                                               {0x138, "k"},   // ĸ
                                                                               {0x140, "l"},   // ŀ
                                                                               {0x142, "l"},   // ł
                                                                               {0x14B, "n"},   // ŋ
                                                                               {0x153, "oe"},  // œ
                                                                               {0x167, "t"}}}; // ŧ

/// Adds a character in lower case, its accents taken off, Latin letters as ASCII.
void append_letter(std::string& folded, char32_t c) {
    std::array<utf8proc_int32_t, 16> parts{};
    int last_boundary_class = 0;
    const auto count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD),
        &last_boundary_class);
    for (const utf8proc_int32_t part : std::span(parts).first(static_cast<std::size_t>(count))) {
        const auto letter = static_cast<char32_t>(part);
        const auto* const whole =
            std::ranges::find(whole_letters, letter, [](const auto& one) { return one.first; });
        if (whole != whole_letters.end()) {
            folded += whole->second;
        } else if (!is_passed_over(letter)) {
            folded += to_utf8(letter);
        }
    }
}

/// Adds a character as name keys compare it: letters folded, "and" for its signs, a comma as it is,
/// a space for any other sign. `bytes` is the character in the name.
void append_folded(std::string& folded, char32_t c, std::string_view bytes) {
    constexpr char32_t first_full_width = 0xFF01;
    constexpr char32_t last_full_width = 0xFF5E;
    constexpr char32_t first_accented = 0xC0;
    if (is_passed_over(c)) {
        return;
    }
    if (c >= first_full_width && c <= last_full_width) {
        c -= first_full_width - '!';
    } else if (c == Decoded{}.character) {
        folded += bytes; // not UTF-8
        return;
    }
    const char byte = c < 0x80 ? static_cast<char>(c) : '\0';
    if (is_letter(byte) || is_digit(byte) || byte == ',') {
        folded += lower(byte);
    } else if (byte == '&' || byte == '+') {
        folded += " and ";
    } else if (c < first_accented || is_space(c) || (c >= 0x2010 && c <= 0x20CF) || is_dash(c)) {
        folded += ' '; // spaces, dashes, brackets, stops, footnote marks
    } else {
        append_letter(folded, c);
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

std::vector<std::string> name_words(std::string_view name) {
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

std::string name_key(std::string_view name) {
    std::vector<std::string> words = name_words(name);
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

} // namespace cairn
