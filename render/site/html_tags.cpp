#include "render/site/html_tags.h"

#include "base/ascii.h"
#include "render/site/escape.h"
#include "render/site/span.h"

#include <algorithm>
#include <array>

namespace cairn::site {

namespace {

/// A name of CommonMark's grammar; what Markdown takes for a tag, HTML does too.
bool is_name(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == ':' || c == '.' || c == '-' || c == '@';
}

/// Past the `{{ … }}` that begins at `at`, or `at`.
std::size_t skip_template(std::string_view html, std::size_t at, std::size_t end) {
    if (!html.substr(at).starts_with("{{")) {
        return at;
    }
    const std::size_t close = html.find("}}", at);
    return close == nowhere || close + 2 > end ? at : close + 2;
}

/// Reads a tag from left to right.
class TagReader {
  public:
    TagReader(std::string_view html, std::size_t at, std::size_t end)
        : m_html(html.substr(0, end)), m_begin(at), m_at(at + 1) {}

    std::optional<Tag> read() {
        if (done() || m_html[m_begin] != '<' || !is_letter(m_html[m_at])) {
            return std::nullopt;
        }
        Tag tag{{}, name(), {}};
        for (skip_space(); !done(); skip_space()) {
            if (m_html[m_at] == '>') {
                tag.span = {m_begin, m_at + 1};
                return tag;
            }
            if (const std::size_t past = skip_template(m_html, m_at, m_html.size()); past != m_at) {
                m_at = past;
            } else if (m_html[m_at] == '/') {
                ++m_at;
            } else if (auto attribute = read_attribute()) {
                tag.attributes.push_back(std::move(*attribute));
            } else {
                break;
            }
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool done() const { return m_at >= m_html.size(); }

    void skip_space() {
        while (!done() && is_space(m_html[m_at])) {
            ++m_at;
        }
    }

    std::string name() {
        const std::size_t begin = m_at;
        while (!done() && is_name(m_html[m_at])) {
            ++m_at;
        }
        return lower(slice(m_html, {begin, m_at}));
    }

    std::optional<Attribute> read_attribute() {
        Attribute attribute{name(), {m_at, m_at}, "", false};
        if (attribute.name.empty()) {
            return std::nullopt;
        }
        const std::size_t after_name = m_at;
        skip_space();
        if (done() || m_html[m_at] != '=') {
            m_at = after_name;
            return attribute;
        }
        ++m_at;
        skip_space();
        const std::size_t begin = m_at;
        if (!read_value(attribute)) {
            return std::nullopt;
        }
        attribute.value = {begin, m_at};
        return attribute;
    }

    bool read_value(Attribute& attribute) {
        const char quote =
            !done() && (m_html[m_at] == '"' || m_html[m_at] == '\'') ? m_html[m_at] : '\0';
        const auto ends = [&] {
            const char c = m_html[m_at];
            return quote != '\0' ? c == quote : is_space(c) || c == '>';
        };
        m_at += quote != '\0' ? 1 : 0;
        const std::size_t begin = m_at;
        while (!done() && !ends()) {
            const std::size_t past = skip_template(m_html, m_at, m_html.size());
            attribute.computed = attribute.computed || past != m_at;
            m_at = past != m_at ? past : m_at + 1;
        }
        if (done() || (quote == '\0' && m_at == begin)) {
            return false;
        }
        attribute.words = from_attribute(slice(m_html, {begin, m_at}));
        m_at += quote != '\0' ? 1 : 0;
        return true;
    }

    std::string_view m_html;
    std::size_t m_begin;
    std::size_t m_at;
};

bool is_raw_text(const std::string& name) {
    constexpr std::array<std::string_view, 7> names{"script", "style",  "textarea", "title",
                                                    "xmp",    "iframe", "noembed"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

const Attribute* Tag::find(std::string_view attribute) const {
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [&](const Attribute& candidate) { return candidate.name == attribute; });
    return found == attributes.end() ? nullptr : &*found;
}

std::optional<Tag> read_tag(std::string_view html, std::size_t at, std::size_t end) {
    return TagReader(html, at, std::min(end, html.size())).read();
}

std::size_t end_of_other_markup(std::string_view html, std::size_t at) {
    const auto past = [&](std::string_view begin, std::string_view end) {
        const std::size_t found = html.find(end, at + begin.size());
        return found == nowhere ? nowhere : found + end.size();
    };
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("<!-->")) {
        return at + 5;
    }
    if (rest.starts_with("<!--")) {
        return past("<!--", "-->");
    }
    if (rest.starts_with("{{/*") || rest.starts_with("{{- /*")) {
        return past("{{/*", "*/");
    }
    const char second = rest.size() > 1 && rest[0] == '<' ? rest[1] : ' ';
    if (second == '!' || second == '?' ||
        (second == '/' && rest.size() > 2 && is_letter(rest[2]))) {
        return past("<", ">");
    }
    return at;
}

std::size_t end_of_raw_text(std::string_view html, const Tag& tag) {
    std::size_t at = tag.span.end;
    if (!is_raw_text(tag.name)) {
        return at;
    }
    for (at = html.find("</", at); at != nowhere; at = html.find("</", at + 2)) {
        if (lower(html.substr(at + 2, tag.name.size())) == tag.name) {
            return at;
        }
    }
    return html.size();
}

} // namespace cairn::site
