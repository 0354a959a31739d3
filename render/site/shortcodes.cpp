#include "render/site/shortcodes.h"

#include "render/site/escape.h"
#include "render/site/span.h"

namespace cairn::site {

namespace {

/// Reads one shortcode from left to right.
class ShortcodeReader {
  public:
    ShortcodeReader(std::string_view page, std::size_t at)
        : m_page(page), m_begin(at), m_at(at + 3) {
        m_end_mark = page[at + 2] == '<' ? ">}}" : "%}}";
    }

    std::optional<Shortcode> read() {
        if (next_is("/*")) {
            const std::size_t end = m_page.find("*/" + m_end_mark, m_at);
            return end == nowhere ? std::nullopt
                                  : std::optional(Shortcode{{m_begin, end + 5}, "", false, {}});
        }
        Shortcode shortcode{};
        skip_space();
        if (next_is("/")) {
            shortcode.closes = true;
            ++m_at;
            skip_space();
        }
        shortcode.name = word();
        while (!shortcode.name.empty()) {
            skip_space();
            if (next_is(m_end_mark)) {
                shortcode.span = {m_begin, m_at + 3};
                return shortcode;
            }
            if (next_is("/" + m_end_mark)) {
                ++m_at;
                continue;
            }
            if (next_is("{{")) { // another begins before this one ends
                break;
            }
            auto parameter = read_parameter();
            if (!parameter) {
                break;
            }
            shortcode.parameters.push_back(std::move(*parameter));
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool next_is(std::string_view text) const {
        return m_page.substr(m_at).starts_with(text);
    }

    void skip_space() {
        m_at = std::min(m_page.find_first_not_of(white_space, m_at), m_page.size());
    }

    std::string word() {
        const std::size_t begin = m_at;
        while (m_at < m_page.size() && !next_is(m_end_mark) && !next_is("/" + m_end_mark) &&
               m_page[m_at] != '=' && m_page[m_at] != '"' && m_page[m_at] != '`' &&
               white_space.find(m_page[m_at]) == nowhere) {
            ++m_at;
        }
        return std::string(slice(m_page, {begin, m_at}));
    }

    std::optional<Parameter> read_parameter() {
        Parameter parameter{};
        if (!next_is("\"") && !next_is("`")) {
            const std::size_t begin = m_at;
            std::string name = word();
            skip_space();
            if (!next_is("=")) {
                return name.empty() ? std::nullopt
                                    : std::optional(Parameter{
                                          "", {begin, begin + name.size()}, std::move(name)});
            }
            ++m_at;
            skip_space();
            parameter.name = std::move(name);
        }
        const std::size_t begin = m_at;
        if (!read_value()) {
            return std::nullopt;
        }
        parameter.value = {begin, m_at};
        parameter.words = from_shortcode(slice(m_page, parameter.value));
        return parameter;
    }

    bool read_value() {
        if (next_is("`")) {
            const std::size_t end = m_page.find('`', m_at + 1);
            m_at = end + 1;
            return end != nowhere;
        }
        if (!next_is("\"")) {
            return !word().empty();
        }
        for (++m_at; m_at < m_page.size() && m_page[m_at] != '\n'; ++m_at) {
            if (next_is("\\\"")) {
                ++m_at;
            } else if (m_page[m_at] == '"') {
                ++m_at;
                return true;
            }
        }
        return false;
    }

    std::string_view m_page;
    std::size_t m_begin;
    std::size_t m_at;
    std::string m_end_mark{};
};

} // namespace

std::vector<Shortcode> find_shortcodes(std::string_view page, std::size_t from) {
    std::vector<Shortcode> found;
    for (std::size_t at = page.find("{{", from); at != nowhere; at = page.find("{{", at)) {
        const char mark = at + 2 < page.size() ? page[at + 2] : ' ';
        std::optional<Shortcode> shortcode;
        if (mark == '<' || mark == '%') {
            shortcode = ShortcodeReader(page, at).read();
        }
        at = shortcode ? shortcode->span.end : at + 1;
        if (shortcode) {
            found.push_back(std::move(*shortcode));
        }
    }
    return found;
}

} // namespace cairn::site
