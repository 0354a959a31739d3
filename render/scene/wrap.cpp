#include "render/scene/measure.h"
#include "render/scene/measure_pango.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cairn::scene {

namespace {

/// A word with its width, as measured alone.
struct Word {
    std::string text;
    Length width;
};

struct Measure {
    const Fonts& fonts;
    const Font& font;

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

/// Lines filled one after another, as the index of each line's first word.
std::vector<std::size_t> fill_lines(const std::vector<Word>& words, Length space, Length width) {
    std::vector<std::size_t> starts{0};
    Length used = words.front().width;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Length longer = used + space + words[i].width;
        if (longer > width) {
            starts.push_back(i);
            used = words[i].width;
        } else {
            used = longer;
        }
    }
    return starts;
}

/// Lines of the least width that needs no line more than `width` does (CSS text-wrap: balance).
std::vector<std::size_t> balance_lines(const std::vector<Word>& words, Length space, Length width) {
    const std::size_t lines = fill_lines(words, space, width).size();
    Length low;
    Length high = width;
    while (lines > 1 && high - low > Length::px(0.1)) {
        const Length middle = (low + high) / 2;
        const bool enough = fill_lines(words, space, middle).size() <= lines;
        (enough ? high : low) = middle;
    }
    return fill_lines(words, space, high);
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

std::vector<std::string> wrap(const Fonts& fonts, std::string_view text, const Font& font,
                              Length width) {
    const Measure measure{fonts, font};
    std::vector<Word> words;
    for (const std::string& word : split_at_spaces(drawn_text(text))) {
        break_word(measure, word, width, words);
    }
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
