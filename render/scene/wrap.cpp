#include "base/ascii.h"
#include "render/scene/measure.h"
#include "render/scene/measure_pango.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace cairn::scene {

namespace {

/// A word with its width, as measured alone.
struct Word {
    std::string text;
    Length width;
    bool holds_next = false; ///< a number, which the word that it counts should not part from
};

struct Measure {
    const Fonts& fonts;
    const colour::Font& font;

    Length operator()(std::string_view text) const { return fonts.measure(text, font).width; }
};

std::vector<std::string> split_at_spaces(const std::string& text) {
    std::vector<std::string> words;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        if (end > start) {
            words.push_back(text.substr(start, end - start));
        }
        start = end + 1;
    }
    return words;
}

/// Whether a word is a number that goes on in the next: "42 stories", but not "42, stories" and not
/// "42 – 50".
bool counts_next(std::string_view word, std::string_view next) {
    constexpr std::string_view dashes[]{"\u2013", "\u2014", "\u2212"};
    const std::size_t digits = word.find_first_of("0123456789");
    if (digits == std::string_view::npos || !is_digit(word.back()) ||
        word.substr(digits).find_first_not_of("0123456789,.") != std::string_view::npos) {
        return false;
    }
    const bool is_sign =
        std::ranges::any_of(dashes, [&](std::string_view dash) { return next.starts_with(dash); });
    return !is_sign && (!is_ascii(next.front()) || is_letter(next.front()));
}

/// The places, in bytes, where a reader sees one letter end, the last of them the end of the word.
std::vector<std::size_t> letter_ends(const std::string& word) {
    const auto characters = static_cast<int>(g_utf8_strlen(word.data(), -1));
    std::vector<PangoLogAttr> breaks(static_cast<std::size_t>(characters) + 1);
    pango_get_log_attrs(word.data(), static_cast<int>(word.size()), -1,
                        pango_language_from_string("en"), breaks.data(),
                        static_cast<int>(breaks.size()));
    std::vector<std::size_t> ends;
    const char* next = word.data();
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        next = g_utf8_next_char(next);
        if (breaks[i].is_cursor_position || i + 1 == breaks.size()) {
            ends.push_back(static_cast<std::size_t>(next - word.data()));
        }
    }
    return ends;
}

/// Parts no wider than `width`, each as long as can be, but of one letter at least.
void break_word(const Measure& measure, std::string word, Length width, std::vector<Word>& parts) {
    while (measure(word) > width) {
        const std::vector<std::size_t> ends = letter_ends(word);
        const auto too_wide =
            std::partition_point(ends.begin() + 1, ends.end(), [&](std::size_t end) {
                return measure(std::string_view(word).substr(0, end)) <= width;
            });
        if (too_wide == ends.end()) {
            break;
        }
        const std::size_t end = *(too_wide - 1);
        parts.push_back({word.substr(0, end), measure(std::string_view(word).substr(0, end))});
        word.erase(0, end);
    }
    parts.push_back({word, measure(word)});
}

/// The words of a text, those wider than a line in parts.
std::vector<Word> words_of(const Measure& measure, const std::string& text, Length width) {
    const std::vector<std::string> whole = split_at_spaces(text);
    std::vector<Word> words;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        break_word(measure, whole[i], width, words);
        words.back().holds_next = i + 1 < whole.size() && counts_next(whole[i], whole[i + 1]);
    }
    return words;
}

/// The best way to set the words from one on: as few lines as can be, of these with the fewest
/// numbers parted from their words, of these the most even.
struct Setting {
    std::size_t lines = 0;
    std::size_t partings = 0;
    double raggedness = 0; ///< sum of the squares of what the lines leave free
    std::size_t next = 0;  ///< the word that the second line begins with
};

bool is_better(const Setting& one, const Setting& other) {
    return std::tie(one.lines, one.partings, one.raggedness) <
           std::tie(other.lines, other.partings, other.raggedness);
}

/// Lines as the index of each line's first word: no more of them than a line of `width` asks for,
/// and the last as full as the others (optimum fit, Knuth and Plass 1981, without its penalties).
std::vector<std::size_t> balance_lines(const std::vector<Word>& words, Length space, Length width) {
    std::vector<Setting> best(words.size() + 1);
    for (std::size_t first = words.size(); first-- > 0;) {
        Length used;
        for (std::size_t next = first + 1; next <= words.size(); ++next) {
            used += words[next - 1].width + (next == first + 1 ? Length() : space);
            if (used > width && next > first + 1) {
                break;
            }
            const double free = (width - used).to_px();
            const Setting one{best[next].lines + 1,
                              best[next].partings + (words[next - 1].holds_next ? 1 : 0),
                              best[next].raggedness + free * free, next};
            if (best[first].lines == 0 || is_better(one, best[first])) {
                best[first] = one;
            }
        }
    }
    std::vector<std::size_t> starts;
    for (std::size_t first = 0; first < words.size(); first = best[first].next) {
        starts.push_back(first);
    }
    return starts;
}

std::vector<std::string> join_words(const std::vector<Word>& words,
                                    const std::vector<std::size_t>& starts) {
    std::vector<std::string> lines;
    for (std::size_t line = 0; line < starts.size(); ++line) {
        const std::size_t end = line + 1 < starts.size() ? starts[line + 1] : words.size();
        std::string text = words[starts[line]].text;
        for (std::size_t i = starts[line] + 1; i < end; ++i) {
            text += ' ' + words[i].text;
        }
        lines.push_back(std::move(text));
    }
    return lines;
}

} // namespace

std::vector<std::string> wrap(const Fonts& fonts, std::string_view text, const colour::Font& font,
                              Length width) {
    const Measure measure{fonts, font};
    const std::vector<Word> words = words_of(measure, drawn_text(text), width);
    if (words.empty()) {
        return {};
    }
    const Length space = measure(" ");
    Length budget = width;
    while (true) {
        std::vector<std::string> lines = join_words(words, balance_lines(words, space, budget));
        // Kerning over a space can make a line wider than its words.
        const bool fits = std::ranges::all_of(lines, [&](const std::string& line) {
            return measure(line) <= width || line.find(' ') == std::string::npos;
        });
        if (fits) {
            return lines;
        }
        budget -= Length::px(0.1);
    }
}

} // namespace cairn::scene
