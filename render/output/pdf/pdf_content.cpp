#include "render/output/pdf/pdf_content.h"

#include "base/ascii.h"
#include "base/number.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>

namespace cairn::output {

namespace {

using TokenType = ContentToken::Type;

/// White space of PDF (ISO 32000-1, 7.2.2).
bool separates(char c) {
    return is_space(c) || c == '\0';
}

bool is_delimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

bool is_regular(char c) {
    return !separates(c) && !is_delimiter(c);
}

/// Reads tokens one after another.
class TokenReader {
  public:
    explicit TokenReader(std::string_view content) : m_content(content) {}

    std::optional<ContentToken> next() {
        skip_space_and_comments();
        if (m_at == m_content.size()) {
            return std::nullopt;
        }
        const std::size_t start = m_at;
        const TokenType type = pass_token();
        return ContentToken{type, m_content.substr(start, m_at - start)};
    }

    /// The bytes between ID and EI.
    ContentToken image() {
        const std::size_t start = m_at;
        for (std::size_t end = m_content.find("EI", start); end != std::string_view::npos;
             end = m_content.find("EI", end + 1)) {
            const bool ends = end + 2 == m_content.size() || !is_regular(m_content[end + 2]);
            if (end > start && separates(m_content[end - 1]) && ends) {
                m_at = end;
                return {TokenType::data, m_content.substr(start, end - start)};
            }
        }
        throw std::runtime_error("a PDF page with an image that does not end");
    }

  private:
    void skip_space_and_comments() {
        while (m_at < m_content.size()) {
            if (m_content[m_at] == '%') {
                m_at = std::min(m_content.find_first_of("\r\n", m_at), m_content.size());
            } else if (separates(m_content[m_at])) {
                ++m_at;
            } else {
                return;
            }
        }
    }

    TokenType pass_token() {
        const std::string_view two = m_content.substr(m_at, 2);
        switch (m_content[m_at]) {
        case '(':
            pass_string();
            return TokenType::text;
        case '<':
            if (two == "<<") {
                m_at += 2;
                return TokenType::mark;
            }
            m_at = m_content.find('>', m_at);
            if (m_at == std::string_view::npos) {
                throw std::runtime_error("a PDF page with a string that does not end");
            }
            ++m_at;
            return TokenType::text;
        case '/':
            ++m_at;
            pass_regular();
            return TokenType::name;
        case '>':
        case '[':
        case ']':
        case '{':
        case '}':
        case ')':
            m_at += two == ">>" ? 2 : 1;
            return TokenType::mark;
        default:
            pass_regular();
            return TokenType::word;
        }
    }

    void pass_regular() {
        while (m_at < m_content.size() && is_regular(m_content[m_at])) {
            ++m_at;
        }
    }

    /// Brackets nest; a backslash takes the next character's meaning away.
    void pass_string() {
        int depth = 0;
        for (; m_at < m_content.size(); ++m_at) {
            const char c = m_content[m_at];
            if (c == '\\') {
                ++m_at;
            } else if (c == '(') {
                ++depth;
            } else if (c == ')' && --depth == 0) {
                ++m_at;
                return;
            }
        }
        throw std::runtime_error("a PDF page with a string that does not end");
    }

    std::string_view m_content;
    std::size_t m_at = 0;
};

/// The number after /MCID among an operator's operands.
std::optional<std::size_t> marked_content_id(const std::vector<ContentToken>& operands) {
    for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
        if (operands[i].type == TokenType::name && operands[i].text == "/MCID") {
            if (const auto id = to_number<std::size_t>(operands[i + 1].text)) {
                return id;
            }
        }
    }
    return std::nullopt;
}

/// Copies a content stream and opens its marked content anew.
class Retagging {
  public:
    Retagging(std::string_view content, const std::vector<Opening>& openings)
        : m_content(content), m_openings(openings) {}

    std::string run() {
        for (const ContentToken& token : content_tokens(m_content)) {
            const bool is_operator = token.type == TokenType::word && !token.text.empty() &&
                                     std::string_view("+-.0123456789").find(token.text.front()) ==
                                         std::string_view::npos;
            if (is_operator) {
                operate(token);
                m_operands.clear();
            } else {
                m_operands.push_back(token);
            }
        }
        if (m_opened != m_openings.size() || !m_open.empty()) {
            throw std::runtime_error("Cairo tagged other parts of the PDF than it was asked to");
        }
        return m_result.append(m_content.substr(m_copied));
    }

  private:
    void operate(const ContentToken& token) {
        if (token.text == "BDC" || token.text == "BMC") {
            open(token);
        } else if (token.text == "EMC") {
            close();
        } else if (token.text == "BT" && invisible()) {
            copy_to(end_of(token));
            m_result += " 3 Tr";
        } else if (token.text == "ET" && invisible()) {
            copy_to(start_of(token));
            m_result += "0 Tr ";
        }
    }

    void open(const ContentToken& token) {
        const std::optional<std::size_t> id = marked_content_id(m_operands);
        if (!id) { // Cairo's own, such as the letters of a ligature
            m_open.push_back(invisible());
            return;
        }
        if (*id != m_opened || *id >= m_openings.size()) {
            throw std::runtime_error("Cairo tagged the parts of the PDF in another order");
        }
        copy_to(start_of(m_operands.front()));
        m_result += m_openings[*id].operation;
        m_copied = end_of(token);
        m_open.push_back(m_openings[*id].invisible);
        ++m_opened;
    }

    void close() {
        if (m_open.empty()) {
            throw std::runtime_error("a PDF page that ends marked content twice");
        }
        m_open.pop_back();
    }

    [[nodiscard]] bool invisible() const { return !m_open.empty() && m_open.back(); }

    [[nodiscard]] std::size_t start_of(const ContentToken& token) const {
        return static_cast<std::size_t>(token.text.data() - m_content.data());
    }

    [[nodiscard]] std::size_t end_of(const ContentToken& token) const {
        return start_of(token) + token.text.size();
    }

    void copy_to(std::size_t end) {
        m_result.append(m_content.substr(m_copied, end - m_copied));
        m_copied = end;
    }

    std::string_view m_content;
    const std::vector<Opening>& m_openings;
    std::vector<ContentToken> m_operands{};
    std::vector<bool> m_open{}; ///< of each open piece, whether it is invisible
    std::size_t m_opened = 0;
    std::size_t m_copied = 0;
    std::string m_result{};
};

} // namespace

std::vector<ContentToken> content_tokens(std::string_view content) {
    std::vector<ContentToken> tokens;
    TokenReader reader(content);
    while (const std::optional<ContentToken> token = reader.next()) {
        tokens.push_back(*token);
        if (token->type == TokenType::word && token->text == "ID") {
            tokens.push_back(reader.image());
        }
    }
    return tokens;
}

std::string retag(std::string_view content, const std::vector<Opening>& openings) {
    return Retagging(content, openings).run();
}

} // namespace cairn::output
