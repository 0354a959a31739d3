#include "render/input/table/where.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "base/read_number.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace cairn::input {

namespace {

struct Token {
    enum class Type { word, quoted, sign, end };

    Type type = Type::end;
    std::string text{};
    std::size_t at = 0; ///< where it begins in the expression, in bytes
};

constexpr std::array<std::string_view, 12> signs{"<=", ">=", "!=", "<>", "==", "=",
                                                 "<",  ">",  "(",  ")",  ",",  "!"};

constexpr std::array<std::string_view, 5> keywords{"and", "or", "not", "in", "between"};

constexpr std::array<std::pair<std::string_view, Relation>, 8> relations{{
    {"=", Relation::equal},
    {"==", Relation::equal},
    {"!=", Relation::unequal},
    {"<>", Relation::unequal},
    {"<", Relation::below},
    {"<=", Relation::at_most},
    {">", Relation::above},
    {">=", Relation::at_least},
}};

/// An error in the expression, at the character that begins at this byte.
[[noreturn]] void fail(const Location& where, std::string_view expression, std::size_t at,
                       const std::string& what, std::string remedy) {
    const std::size_t character = 1 + count_characters(expression.substr(0, at));
    throw Error(Problem{.where = where,
                        .what = fmt::format("`where`, at character {}: {}", character, what),
                        .remedy = std::move(remedy)});
}

/// The sign that a text begins with; empty for none.
std::string_view sign_at(std::string_view text) {
    const auto sign =
        std::ranges::find_if(signs, [&](std::string_view one) { return text.starts_with(one); });
    return sign == signs.end() ? std::string_view() : *sign;
}

/// Takes a text in quotes off an expression, from `at` on.
Token take_quoted(std::string_view text, std::size_t& at, const Location& where) {
    Token token{Token::Type::quoted, "", at};
    const char quote = text[at++];
    for (; at < text.size(); ++at) {
        if (text[at] == quote && (++at == text.size() || text[at] != quote)) {
            return token;
        }
        token.text += text[at]; // a doubled quote is one
    }
    fail(where, text, token.at, "a quote opens here and is never closed",
         "close it; write a quote inside a text twice: 'Women''s Aid'");
}

/// Takes an expression apart. A quote opens a text where a word would begin: `Women's` is a word.
std::vector<Token> tokens_of(std::string_view text, const Location& where) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        if (is_space(text[at])) {
            ++at;
        } else if (text[at] == '\'' || text[at] == '"') {
            tokens.push_back(take_quoted(text, at, where));
        } else if (const std::string_view sign = sign_at(text.substr(at)); !sign.empty()) {
            at += sign.size();
            tokens.push_back({Token::Type::sign, std::string(sign), begin});
        } else {
            while (at < text.size() && !is_space(text[at]) && sign_at(text.substr(at)).empty()) {
                ++at;
            }
            tokens.push_back(
                {Token::Type::word, std::string(text.substr(begin, at - begin)), begin});
        }
    }
    tokens.push_back({Token::Type::end, "", text.size()});
    return tokens;
}

/// A column or a value as it is written.
struct Term {
    std::string text{};
    bool in_quotes = false;
    std::size_t at = 0;
};

/// Reads an expression by recursive descent.
class Parser {
  public:
    /// Without a table, every column is 0.
    Parser(std::string_view text, const Table* table, const Location& where)
        : m_text(text), m_table(table), m_where(where), m_tokens(tokens_of(text, where)) {}

    Condition whole() {
        Condition condition = any_of();
        if (next().type != Token::Type::end) {
            unexpected();
        }
        return condition;
    }

    /// The columns met, as they are written.
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

  private:
    [[nodiscard]] const Token& next() const { return m_tokens[m_next]; }

    [[nodiscard]] bool is_keyword(std::string_view word) const {
        return next().type == Token::Type::word && lower(next().text) == word;
    }

    [[nodiscard]] bool is_sign(std::string_view sign) const {
        return next().type == Token::Type::sign && next().text == sign;
    }

    bool take_keyword(std::string_view word) {
        const bool found = is_keyword(word);
        m_next += found ? 1 : 0;
        return found;
    }

    bool take_sign(std::string_view sign) {
        const bool found = is_sign(sign);
        m_next += found ? 1 : 0;
        return found;
    }

    [[noreturn]] void fail_here(const std::string& what, std::string remedy) const {
        fail(m_where, m_text, next().at, what, std::move(remedy));
    }

    [[nodiscard]] std::string shown() const {
        return next().type == Token::Type::end ? "the end" : in_quotes(next().text);
    }

    [[noreturn]] void unexpected() const {
        fail_here(fmt::format("{} has no place here", shown()),
                  "join comparisons by `and` or `or`; put a name or a text with signs in quotes");
    }

    Condition any_of() {
        std::vector<Condition> conditions;
        do {
            conditions.push_back(all_of());
        } while (take_keyword("or"));
        return conditions.size() == 1 ? std::move(conditions.front())
                                      : Condition{AnyOf{std::move(conditions)}};
    }

    Condition all_of() {
        std::vector<Condition> conditions;
        do {
            conditions.push_back(one());
        } while (take_keyword("and"));
        return conditions.size() == 1 ? std::move(conditions.front())
                                      : Condition{AllOf{std::move(conditions)}};
    }

    Condition one() {
        constexpr int deepest = 50;
        if (m_depth == deepest) {
            fail_here("brackets are nested more than 50 deep", "write a shorter condition");
        }
        ++m_depth;
        Condition condition = take_keyword("not") ? negated(one())
                              : take_sign("(")    ? in_brackets()
                                                  : comparison();
        --m_depth;
        return condition;
    }

    Condition in_brackets() {
        Condition condition = any_of();
        close_bracket();
        return condition;
    }

    void close_bracket() {
        if (!take_sign(")")) {
            fail_here(fmt::format("{} stands where a bracket should close", shown()),
                      "close the bracket");
        }
    }

    static Condition negated(Condition condition) {
        return {Not{std::make_unique<Condition>(std::move(condition))}};
    }

    /// Words up to a sign or keyword, or what stands in quotes; nothing where neither stands here.
    std::optional<Term> take_term() {
        Term term{.at = next().at};
        if (next().type == Token::Type::quoted) {
            term.text = next().text;
            term.in_quotes = true;
            ++m_next;
            return term;
        }
        while (next().type == Token::Type::word &&
               std::ranges::find(keywords, lower(next().text)) == keywords.end()) {
            term.text += (term.text.empty() ? "" : " ") + next().text;
            ++m_next;
        }
        return term.text.empty() ? std::nullopt : std::optional(term);
    }

    Condition comparison() {
        const std::optional<Term> name = take_term();
        if (!name) {
            fail_here(fmt::format("{} stands where the name of a column should", shown()),
                      "write it like this: Phase = 'Phase 1'");
        }
        const bool negation = take_keyword("not");
        if (take_keyword("in")) {
            return {
                Comparison{column(*name), negation ? Relation::unequal : Relation::equal, list()}};
        }
        if (take_keyword("between")) {
            Condition between = between_two(column(*name));
            return negation ? negated(std::move(between)) : std::move(between);
        }
        const auto relation =
            std::ranges::find_if(relations, [&](const auto& one) { return is_sign(one.first); });
        if (negation || relation == relations.end()) {
            not_compared(*name);
        }
        ++m_next;
        const std::size_t index = column(*name);
        const bool is_order =
            relation->second != Relation::equal && relation->second != Relation::unequal;
        return {Comparison{index, relation->second, {value(is_order)}}};
    }

    /// A text with "and" in it, without quotes, seems to be two conditions.
    [[noreturn]] void not_compared(const Term& name) const {
        fail(m_where, m_text, name.at,
             fmt::format("{} is compared with nothing", in_quotes(name.text)),
             "write =, !=, <, <=, >, >=, in or between behind the name of a column; a text with "
             "\"and\" or \"or\" in it stands in quotes: 'Argyll and Bute'");
    }

    std::size_t column(const Term& name) {
        m_names.push_back(name.text);
        if (m_table == nullptr) {
            return 0;
        }
        try {
            return column_index(*m_table, name.text, m_where);
        } catch (const Error& error) {
            const Problem& problem = error.problems().front();
            fail(m_where, m_text, name.at, problem.what, problem.remedy);
        }
    }

    /// A value; with `has_order`, one that others are more or less than: a number, a date, or a
    /// text in quotes.
    Literal value(bool has_order = false) {
        std::optional<Term> term = take_term();
        if (!term) {
            fail_here(fmt::format("{} stands where a value should", shown()),
                      "write a number, a date such as 2024-03-31, or a text in quotes");
        }
        Literal literal{.text = std::move(term->text)};
        if (!term->in_quotes) {
            const auto read = parse_number(literal.text);
            if (const auto* number = std::get_if<Number>(&read)) {
                literal.number = number->value;
            }
            literal.days = parse_date(literal.text);
            if (has_order && !literal.number && !literal.days) {
                fail(m_where, m_text, term->at,
                     fmt::format("{} is no number and no date", in_quotes(literal.text)),
                     "write a number, a date such as 2024-03-31 or 31/03/2024, or a text in "
                     "quotes");
            }
        }
        return literal;
    }

    std::vector<Literal> list() {
        if (!take_sign("(")) {
            fail_here(fmt::format("{} stands where a bracket should open", shown()),
                      "write the values in brackets: in ('Phase 1', 'Phase 2')");
        }
        std::vector<Literal> values;
        do {
            values.push_back(value());
        } while (take_sign(","));
        close_bracket();
        return values;
    }

    Condition between_two(std::size_t column) {
        AllOf both;
        both.conditions.push_back({Comparison{column, Relation::at_least, {value(true)}}});
        if (!take_keyword("and")) {
            fail_here(fmt::format("{} stands where the `and` of `between` should", shown()),
                      "write it like this: between 2019 and 2023");
        }
        both.conditions.push_back({Comparison{column, Relation::at_most, {value(true)}}});
        return {std::move(both)};
    }

    std::string_view m_text;
    const Table* m_table; ///< may be null
    const Location& m_where;
    std::vector<Token> m_tokens;
    std::vector<std::string> m_names{};
    std::size_t m_next = 0;
    int m_depth = 0;
};

} // namespace

Condition parse_condition(std::string_view text, const Table& table, const Location& where) {
    return Parser(text, &table, where).whole();
}

std::vector<std::string> columns_named_in(std::string_view expression) {
    try {
        const Location nowhere;
        Parser parser(expression, nullptr, nowhere);
        parser.whole();
        return parser.names();
    } catch (const Error&) {
        return {};
    }
}

} // namespace cairn::input
