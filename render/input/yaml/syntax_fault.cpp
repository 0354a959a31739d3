#include "render/input/yaml/syntax_fault.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace cairn::input {

namespace {

constexpr std::size_t none = std::string_view::npos;

// What yaml-cpp says, and what people can do about it.
struct Cause {
    std::string_view message;
    std::string_view remedy;
};

constexpr std::string_view remedy_for_any =
    "look for a missing quote, colon or bracket in this line and the one above";

constexpr std::string_view no_map_value = "illegal map value";
constexpr std::string_view no_end_of_list = "end of sequence not found";
constexpr std::string_view no_end_of_map = "end of map not found";
constexpr std::string_view no_list_bracket = "end of sequence flow not found";
constexpr std::string_view no_map_bracket = "end of map flow not found";
constexpr std::string_view unknown_escape = "unknown escape character";

constexpr std::array causes{
    Cause{no_map_value,
          "indent the keys of a map alike; put text that holds a colon and a space in quotes"},
    Cause{no_end_of_list, "indent the keys of a map alike, and the dashes of a list alike"},
    Cause{no_end_of_map,
          "indent the keys of a map alike; put text that begins with a quote in quotes as a whole"},
    Cause{no_list_bracket, "close the bracket: [1, 2, 3]"},
    Cause{no_map_bracket, "close the bracket: {file: place.csv}"},
    Cause{"illegal flow end", "take the bracket away, or put the text in quotes"},
    Cause{"unknown token", "put text that begins with @, %, ` or another sign in quotes"},
    Cause{"the referenced anchor is not defined", "put text that begins with * in quotes"},
};

/// A line that holds more than a comment.
struct Line {
    int number = 0; ///< from 1
    std::string_view text{};
    std::size_t indent = 0; ///< spaces before its first sign
};

/// Where a comment begins: at a # at the start or behind white space, outside of quotes.
std::size_t find_comment(std::string_view line) {
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char before = i == 0 ? ' ' : line[i - 1];
        if (quote != 0) {
            quote = line[i] == quote && before != '\\' ? '\0' : quote;
        } else if (line[i] == '#' && is_space(before)) {
            return i;
        } else if ((line[i] == '"' || line[i] == '\'') &&
                   (is_space(before) || before == '[' || before == '{' || before == ',')) {
            quote = line[i];
        }
    }
    return none;
}

/// The lines up to one, the last of them that.
std::vector<Line> lines_until(std::string_view text, int last) {
    std::vector<Line> lines;
    for (int number = 1; number <= last && !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        const std::size_t indent = line.find_first_not_of(" \t");
        if (number == last || (indent != none && line[indent] != '#')) {
            lines.push_back({number, line, std::min(indent, line.size())});
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Where the key of a line stands, behind the dashes of lists, and the colon that ends it.
struct KeyPlace {
    std::size_t begin = 0;
    std::size_t colon = 0;
};

std::optional<KeyPlace> find_key(const Line& line) {
    std::size_t begin = line.indent;
    while (line.text.substr(begin).starts_with("- ")) {
        begin = std::min(line.text.find_first_not_of(' ', begin + 1), line.text.size());
    }
    std::size_t end = begin;
    while (end < line.text.size() &&
           (is_letter_or_digit(line.text[end]) || line.text[end] == '_' || line.text[end] == '-')) {
        ++end;
    }
    const bool is_key = end > begin && end < line.text.size() && line.text[end] == ':';
    return is_key ? std::optional(KeyPlace{begin, end}) : std::nullopt;
}

/// The value beside the key, without a comment.
std::string_view value_of(const Line& line, const KeyPlace& key) {
    return trimmed(line.text.substr(0, find_comment(line.text)).substr(key.colon + 1));
}

SyntaxFault fault_at(const Line& line, std::size_t byte, std::string what, std::string remedy) {
    return {.line = line.number,
            .column = static_cast<int>(count_characters(line.text.substr(0, byte))) + 1,
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

/// `kind:bar`, or `-id: a`.
std::optional<SyntaxFault> missing_space(const Line& line) {
    const std::string_view content = line.text.substr(line.indent);
    if (const auto key = find_key(line)) {
        const std::string_view rest = line.text.substr(key->colon + 1);
        if (content.starts_with('-') && !content.starts_with("- ")) {
            return fault_at(line, line.indent, "a space is missing after the dash",
                            fmt::format("write - {}", trimmed(content.substr(1))));
        }
        if (!rest.empty() && !is_space(rest.front()) && !rest.starts_with("//")) {
            const std::string_view name = line.text.substr(key->begin, key->colon - key->begin);
            return fault_at(line, key->colon, "a space is missing after the colon",
                            fmt::format("write {}: {}", name, yaml_text(value_of(line, *key))));
        }
    }
    return std::nullopt;
}

/// `title: Stories: a summary`, where the parser stopped at the second colon.
std::optional<SyntaxFault> colon_in_text(const Line& line, int column) {
    const auto key = find_key(line);
    if (!key || key->colon + 1 >= static_cast<std::size_t>(column)) {
        return std::nullopt;
    }
    const std::string_view value = value_of(line, *key);
    if (value.empty() || std::string_view("\"'[{|>").find(value.front()) != none) {
        return std::nullopt;
    }
    const std::string_view name = line.text.substr(key->begin, key->colon - key->begin);
    return SyntaxFault{.line = line.number,
                       .column = column,
                       .what = "a text with a colon and a space in it stands in quotes",
                       .remedy = fmt::format("write {}: {}", name, yaml_quoted(value))};
}

/// A line that is indented deeper than the one before, which has its value already.
std::optional<SyntaxFault> deeper_than_before(const Line& before, const Line& line) {
    const auto key = find_key(before);
    if (!key || line.indent <= key->begin || value_of(before, *key).empty()) {
        return std::nullopt;
    }
    const std::string_view first = trimmed(before.text);
    if (key->begin == before.indent && before.text.substr(key->begin).starts_with("id:")) {
        return fault_at(
            before, before.indent, "a dash is missing before the first key of a figure",
            fmt::format("write - {}, and its other keys below the {}", first, in_quotes("id")));
    }
    return fault_at(line, line.indent,
                    fmt::format("the line is indented deeper than line {}, which has its value "
                                "beside its key",
                                before.number),
                    fmt::format("begin it below the {} of line {}",
                                in_quotes(before.text.substr(key->begin, 1)), before.number));
}

/// A key that stands where the lines above have a dash.
std::optional<SyntaxFault> missing_dash(std::span<const Line> above, const Line& line) {
    for (auto other = above.rbegin(); other != above.rend() && other->indent >= line.indent;
         ++other) {
        if (other->indent == line.indent && other->text.substr(other->indent).starts_with("- ")) {
            return fault_at(line, line.indent,
                            fmt::format("a dash is missing, as line {} has one", other->number),
                            fmt::format("write - {}", trimmed(line.text)));
        }
    }
    return std::nullopt;
}

/// A bracket that the line opens and never closes, or that a comment closes.
std::optional<SyntaxFault> open_bracket_in(const Line& line) {
    const std::size_t comment = find_comment(line.text);
    const std::string_view text = line.text.substr(0, comment);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' || text[i] == '[') {
            open.push_back(i);
        } else if ((text[i] == '}' || text[i] == ']') && !open.empty()) {
            open.pop_back();
        }
    }
    if (open.empty()) {
        return std::nullopt;
    }
    const char close = text[open.back()] == '{' ? '}' : ']';
    if (comment != none && line.text.find(close, comment) != none) {
        const std::string_view hidden = line.text.substr(comment);
        const std::string_view value = trimmed(hidden.substr(0, hidden.find_first_of(",]}")));
        return fault_at(line, comment,
                        "a # after a space begins a comment, and hides the rest of the line",
                        "put the text in quotes: " + yaml_quoted(value));
    }
    return fault_at(
        line, open.back(),
        fmt::format("the bracket {} is never closed", in_quotes(text.substr(open.back(), 1))),
        fmt::format("close it with {}, and put text that holds a bracket in quotes",
                    in_quotes(std::string_view(&close, 1))));
}

/// That of the last line that has one.
std::optional<SyntaxFault> open_bracket(std::span<const Line> lines) {
    for (std::size_t i = lines.size(); i > 0; --i) {
        if (auto fault = open_bracket_in(lines[i - 1])) {
            return fault;
        }
    }
    return std::nullopt;
}

/// A text that goes on behind the quote that closes it: `title: "Us" and them`.
std::optional<SyntaxFault> text_behind_quote(const Line& line, int column) {
    const auto key = find_key(line);
    const std::string_view value = key ? value_of(line, *key) : std::string_view();
    if (value.empty() || (value.front() != '"' && value.front() != '\'') ||
        column <= static_cast<int>(key->colon)) {
        return std::nullopt;
    }
    return SyntaxFault{.line = line.number,
                       .column = column,
                       .what = "the text goes on behind the quote that closes it",
                       .remedy = "put all of it in quotes: " + yaml_quoted(value)};
}

/// `"C:\data\sector.csv"`
std::optional<SyntaxFault> backslash_in_quotes(const Line& line, int column) {
    const std::size_t found = line.text.rfind('\\', static_cast<std::size_t>(column));
    if (found == none) {
        return std::nullopt;
    }
    return fault_at(line, found,
                    "in double quotes, a back slash gives the sign behind it another "
                    "meaning",
                    "write / in paths, or put the text in single quotes");
}

std::optional<SyntaxFault> known_fault(std::span<const Line> lines, int column,
                                       std::string_view message) {
    const Line& line = lines.back();
    const auto above = lines.first(lines.size() - 1);
    std::optional<SyntaxFault> fault;
    if (message.starts_with(unknown_escape)) {
        return backslash_in_quotes(line, column);
    }
    if (message == no_list_bracket || message == no_map_bracket) {
        return open_bracket(lines);
    }
    if (message != no_map_value && message != no_end_of_map && message != no_end_of_list) {
        return std::nullopt;
    }
    if (message == no_end_of_map) {
        fault = text_behind_quote(line, column);
    }
    if (!fault && message != no_map_value) {
        fault = missing_space(line);
    }
    if (!fault && message != no_map_value) {
        fault = missing_dash(above, line);
    }
    if (!fault && message == no_map_value) {
        fault = colon_in_text(line, column);
    }
    if (!fault && !above.empty() && message == no_map_value) {
        fault = missing_space(above.back());
        fault = fault ? fault : deeper_than_before(above.back(), line);
    }
    return fault;
}

/// The fault, without repeating a line that holds a password, as a server's may.
std::optional<SyntaxFault> without_password(std::optional<SyntaxFault> fault) {
    if (fault && lower(fault->remedy).find("password") != none) {
        fault->remedy = "write the line as YAML, and no password into this file";
    }
    return fault;
}

} // namespace

SyntaxFault find_syntax_fault(std::string_view text, int line, int column,
                              std::string_view message) {
    const std::vector<Line> lines = lines_until(text, line);
    if (lines.empty()) {
        return {line, column, "this is not YAML: " + std::string(message),
                std::string(remedy_for_any)};
    }
    if (lines.back().text.substr(0, lines.back().indent).find('\t') != none) {
        return {line, column, "the line is indented by a tab", "indent with spaces"};
    }
    if (auto fault = without_password(known_fault(lines, column, message))) {
        return *std::move(fault);
    }
    const auto* const cause = std::ranges::find(causes, message, &Cause::message);
    return {line, column, "this is not YAML: " + std::string(message),
            std::string(cause != causes.end() ? cause->remedy : remedy_for_any)};
}

std::optional<SyntaxFault> find_missing_space_above(std::string_view text, int line) {
    const std::vector<Line> lines = lines_until(text, line);
    return lines.size() < 2 ? std::nullopt
                            : without_password(missing_space(lines[lines.size() - 2]));
}

std::string yaml_text(std::string_view text) {
    return text.starts_with('#') ? yaml_quoted(text) : std::string(text);
}

std::string yaml_quoted(std::string_view text) {
    if (text.find_first_of("\"\\") == none) {
        return fmt::format("\"{}\"", text);
    }
    std::string doubled;
    for (const char sign : text) {
        doubled.append(sign == '\'' ? 2 : 1, sign);
    }
    return fmt::format("'{}'", doubled);
}

} // namespace cairn::input
