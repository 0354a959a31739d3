#include "render/site/escape.h"

#include <algorithm>

namespace cairn::site {

namespace {

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/// Whether the character is itself and nothing else between its neighbours, also where a site has
/// the usual extensions: emoji, mathematics, footnotes, attributes.
bool is_plain(char before, char c, char after) {
    switch (c) {
    case ',':
    case ';':
    case '(':
    case ')':
    case '/':
    case '?':
    case '%':
    case '!':
    case '#':
        return true;
    case '.':
        return before != '.' && after != '.' && before != 'w' && before != 'W';
    case '-':
        return before != '-' && after != '-';
    case ':':
        return after == ' ';
    default:
        return !is_punctuation(c);
    }
}

bool is_plain(std::string_view words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char before = i > 0 ? words[i - 1] : ' ';
        const char after = i + 1 < words.size() ? words[i + 1] : ' ';
        if (!is_plain(before, words[i], after)) {
            return false;
        }
    }
    return true;
}

/// The text as a code span between runs of `ticks` backticks.
std::string code_span(const std::string& text, std::size_t ticks) {
    const bool blank = text.find_first_not_of(' ') == std::string::npos;
    const bool at_edge = text.starts_with('`') || text.ends_with('`');
    const bool loses_spaces = text.starts_with(' ') && text.ends_with(' ') && !blank;
    const std::string pad = at_edge || loses_spaces ? " " : "";
    const std::string mark(ticks, '`');
    return mark + pad + text + pad + mark;
}

/// The words of a code span, marks and all.
std::string from_code_span(std::string_view span, bool in_table) {
    const std::size_t ticks = span.find_first_not_of('`');
    std::string_view text = span.substr(ticks, span.size() - 2 * ticks);
    const bool blank = text.find_first_not_of(' ') == std::string_view::npos;
    if (text.starts_with(' ') && text.ends_with(' ') && !blank) {
        text = text.substr(1, text.size() - 2);
    }
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        i += in_table && text.substr(i).starts_with("\\|") ? 1 : 0;
        words += text[i];
    }
    return words;
}

/// Whether a character reference begins the text.
bool begins_reference(std::string_view text) {
    const std::size_t end = text.find(';');
    constexpr std::size_t longest = 40;
    return text.starts_with('&') && end != std::string_view::npos && end <= longest &&
           text.substr(0, end).find(' ') == std::string_view::npos;
}

} // namespace

std::vector<std::size_t> backtick_runs(std::string_view text) {
    std::vector<std::size_t> runs;
    for (std::size_t at = text.find('`'); at != std::string_view::npos; at = text.find('`', at)) {
        const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
        runs.push_back(end - at);
        at = end;
    }
    return runs;
}

std::size_t skip_code_span(std::string_view text, std::size_t at, std::size_t end) {
    const std::size_t opened = std::min(text.find_first_not_of('`', at), end);
    const std::size_t size = opened - at;
    for (std::size_t tick = text.find('`', opened); tick < end; tick = text.find('`', tick)) {
        const std::size_t past = std::min(text.find_first_not_of('`', tick), end);
        if (past - tick == size) {
            return past;
        }
        tick = past;
    }
    return opened;
}

std::string to_markdown(std::string_view words, const MarkdownContext& around) {
    std::string line(words);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    if (is_plain(line)) {
        return line;
    }
    std::vector<std::size_t> taken = backtick_runs(line);
    taken.insert(taken.end(), around.backticks.begin(), around.backticks.end());
    std::size_t ticks = 1;
    while (std::find(taken.begin(), taken.end(), ticks) != taken.end()) {
        ++ticks;
    }
    std::string text;
    std::string part;
    for (const char c : line) {
        if (c == '{' && part.ends_with('{')) { // Hugo looks for shortcodes in code too
            text += code_span(part, ticks) + "{";
            part.clear();
        } else if (c == '|' && around.in_table) {
            part += "\\|";
        } else {
            part += c;
        }
    }
    return part.empty() ? text : text + code_span(part, ticks);
}

std::optional<std::string> from_markdown(std::string_view text, const MarkdownContext& around) {
    constexpr std::string_view markup = "*_[]<~`";
    std::string words;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t past = text[i] == '`' ? skip_code_span(text, i, text.size()) : i;
        if (past > i && past > text.find_first_not_of('`', i)) {
            words += from_code_span(text.substr(i, past - i), around.in_table);
            i = past;
            continue;
        }
        const bool escape = text[i] == '\\' && i + 1 < text.size() && is_punctuation(text[i + 1]);
        if (escape || begins_reference(text.substr(i)) ||
            markup.find(text[i]) != std::string_view::npos) {
            return std::nullopt;
        }
        words += text[i++];
    }
    return words;
}

} // namespace cairn::site
