#include "render/input/yaml/yaml.h"

#include "base/encoding.h"
#include "base/quote.h"
#include "base/read_file.h"
#include "base/white_space.h"
#include "render/input/yaml/syntax_fault.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

constexpr int most_depth = 20;
constexpr int most_values = 100'000;
constexpr std::size_t most_bytes = 20'000'000; ///< of all texts

constexpr std::string_view never_closed = "illegal document indicator in scalar";

[[noreturn]] void fail(const std::string& shown, int line, int column, std::string what,
                       std::string_view remedy) {
    throw Error(Problem{.where = {.file = shown, .line = line, .column = column},
                        .what = std::move(what),
                        .remedy = std::string(remedy)});
}

/// The value that ends last, where the file breaks off in it.
YAML::Node last_of(const YAML::Node& node) {
    YAML::Node last = node;
    while (last.IsMap() || last.IsSequence()) {
        if (last.size() == 0) {
            break;
        }
        YAML::Node next;
        for (const auto& entry : last) {
            next.reset(!last.IsMap()           ? YAML::Node(entry)
                       : entry.second.IsNull() ? entry.first
                                               : entry.second);
        }
        last.reset(next);
    }
    return last;
}

/// yaml-cpp reads a quote that is never closed to the end of the file without complaint.
[[noreturn]] void fail_open_quote(const std::string& text, const std::string& shown) {
    YAML::Mark mark;
    try {
        mark = last_of(YAML::LoadAll(text).back()).Mark();
    } catch (const YAML::Exception& error) {
        mark = error.mark;
    }
    fail(shown, mark.line + 1, mark.column + 1, "a quote opens here and is never closed",
         "close the quote");
}

[[noreturn]] void fail_syntax(const std::string& text, const std::string& shown,
                              const YAML::Exception& error) {
    if (error.msg == never_closed) {
        fail_open_quote(text, shown);
    }
    // The end of the text, where load() found the fault behind it.
    const auto last = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    const bool behind = error.mark.line > last;
    const int line = std::min(error.mark.line, last) + 1;
    const int column = behind ? 1 : error.mark.column + 1;
    SyntaxFault fault = find_syntax_fault(text, line, column, error.msg);
    fail(shown, fault.line, fault.column, std::move(fault.what), fault.remedy);
}

[[noreturn]] void fail_beyond_use(const std::string& shown, int line, int column) {
    fail(shown, line, column, "values are nested too deep, or too many",
         "a value may not hold itself by way of an alias");
}

/// Follows yaml-cpp through a text before it builds anything of it, and stops it where it would
/// take memory without bound. Throws Error.
class Bounds : public YAML::EventHandler {
  public:
    Bounds(std::string_view text, const std::string& shown) : m_text(text), m_shown(shown) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        // A comma outside of brackets, say, begins one empty document after another.
        if (mark.pos == m_document) {
            const auto at = std::min(static_cast<std::size_t>(mark.pos), m_text.size());
            fail(m_shown, mark.line + 1, mark.column + 1,
                 fmt::format("this is not YAML: {} has no place here",
                             in_quotes(m_text.substr(at, 1))),
                 "take it away, or put the text in quotes");
        }
        m_document = mark.pos;
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { count(mark); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { count(mark); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  const std::string&) override {
        count(mark);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(mark);
    }
    void OnSequenceEnd() override { --m_depth; }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(mark);
    }
    void OnMapEnd() override { --m_depth; }

  private:
    void count(const YAML::Mark& mark) {
        if (++m_count > most_values || m_depth > most_depth) {
            fail_beyond_use(m_shown, mark.line + 1, mark.column + 1);
        }
    }
    void open(const YAML::Mark& mark) {
        count(mark);
        ++m_depth;
    }

    std::string_view m_text;
    const std::string& m_shown;
    int m_document = -1; ///< where the last one began
    int m_depth = 0;
    int m_count = 0;
};

void check_bounds(const std::string& text, const std::string& shown) {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Bounds bounds(text, shown);
    while (parser.HandleNextDocument(bounds)) {
    }
}

/// Takes over a tree of yaml-cpp, which may hold itself by way of an alias.
class Conversion {
  public:
    Conversion(std::string shown, std::string_view text) : m_shown(std::move(shown)) {
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            m_lines.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    YamlValue value(const YAML::Node& node, int depth) {
        const YAML::Mark mark = node.Mark();
        YamlValue result;
        result.line = mark.line + 1;
        result.column = mark.column + 1;
        m_bytes += node.IsScalar() ? node.Scalar().size() : 0;
        if (depth > most_depth || ++m_count > most_values || m_bytes > most_bytes) {
            fail_beyond_use(m_shown, result.line, result.column);
        }
        if (node.IsScalar()) {
            result.type = YamlValue::Type::text;
            result.text = node.Scalar();
            check_text(result);
        } else if (node.IsSequence()) {
            result.type = YamlValue::Type::list;
            for (const YAML::Node& item : node) {
                result.items.push_back(value(item, depth + 1));
            }
        } else if (node.IsMap()) {
            result.type = YamlValue::Type::map;
            for (const auto& entry : node) {
                result.entries.push_back(
                    {value(entry.first, depth + 1), value(entry.second, depth + 1)});
                YamlEntry& last = result.entries.back();
                if (last.value.type == YamlValue::Type::nothing) {
                    last.value.line = last.key.line;
                    last.value.column = last.key.column;
                    last.value.comment = comment_after(last.key);
                }
            }
        }
        return result;
    }

  private:
    /// In quotes, a backslash and a number may stand for any character.
    void check_text(const YamlValue& value) const {
        if (const auto found = find_control_character(value.text)) {
            fail(m_shown, value.line, value.column,
                 fmt::format("the text holds the control character U+{:04X}, which is no text",
                             static_cast<unsigned>(found->character)),
                 "take it out");
        }
    }

    /// The comment that stands where the value of a key should be.
    [[nodiscard]] std::string comment_after(const YamlValue& key) const {
        const auto line = static_cast<std::size_t>(key.line - 1);
        const auto begin = static_cast<std::size_t>(key.column - 1) + key.text.size();
        if (line >= m_lines.size() || begin >= m_lines[line].size()) {
            return {};
        }
        const std::string_view rest = m_lines[line].substr(begin);
        const std::string_view value = trimmed(rest.substr(rest.find(':') + 1));
        return value.starts_with('#') ? std::string(value) : std::string();
    }

    std::string m_shown;
    std::vector<std::string_view> m_lines{};
    int m_count = 0;
    std::size_t m_bytes = 0;
};

std::vector<YAML::Node> load(const std::string& text, const std::string& shown) {
    try {
        // The mark that ends a document shows a quote that is still open.
        const std::string ended = text + "\n...\n";
        check_bounds(ended, shown);
        std::vector<YAML::Node> documents = YAML::LoadAll(ended);
        std::erase_if(documents, [](const YAML::Node& document) { return document.IsNull(); });
        return documents;
    } catch (const YAML::Exception& error) {
        fail_syntax(text, shown, error);
    }
}

} // namespace

YamlValue read_yaml(const std::filesystem::path& path, const std::string& shown) {
    const std::string text = read_file(path, shown);
    const std::vector<YAML::Node> documents = load(text, shown);
    if (documents.empty()) {
        fail(shown, 0, 0, "the file holds nothing but blanks or comments", "write its keys");
    }
    if (documents.size() > 1) {
        const YAML::Mark mark = documents[1].Mark();
        if (const auto slip = find_missing_space_above(text, mark.line + 1)) {
            fail(shown, slip->line, slip->column, slip->what, slip->remedy);
        }
        fail(shown, mark.line + 1, mark.column + 1, "a second document begins here",
             "take away the line --- above it; each file holds one document");
    }
    return Conversion(shown, text).value(documents.front(), 0);
}

Location YamlLog::at(const YamlValue& value) const {
    return {.file = file, .line = value.line, .column = value.column};
}

void YamlLog::report(const YamlValue& at_value, std::string what, std::string remedy) {
    problems.push_back(
        {.where = at(at_value), .what = std::move(what), .remedy = std::move(remedy)});
}

} // namespace cairn::input
