#include "render/site/escape.h"

#include "tests/support.h"

#include <cmark.h>

#include <array>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

// Words are read back by rules other than the program's: Markdown by cmark, HTML and Hugo's
// shortcodes by readers written here after their own sources.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(escape)

namespace {

/// All that a web page may take for markup, and a few letters to keep it apart.
const std::vector<std::string> alphabet{
    "\"",  "'",  "`",  "\\",   "{", "}",    "{{",   "}}",  "<",   ">",     "&",    "[",
    "]",   "(",  ")",  "*",    "_", "~",    "!",    "#",   "|",   "-",     "--",   ".",
    "...", ":",  "/",  "://",  "@", "www.", "=",    "%",   "$",   "^",     "+",    " ",
    "\n",  "a",  "1",  "è",    "“", "&lt;", "&#1;", "{{<", ">}}", "{{%",   "%}}",  "-->",
    "![",  "](", "\t", "http", ";", "<b>",  "é",    "😀",   ",",   "{{</*", "*/>}}"};

/// Every pair of the alphabet, then random strings of it.
std::vector<std::string> hostile_words() {
    std::vector<std::string> words{""};
    for (const std::string& first : alphabet) {
        for (const std::string& second : alphabet) {
            words.push_back(first + second);
            words.push_back("a" + first + second + "b");
        }
    }
    std::mt19937 random(20261123);
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        const auto size = 1 + random() % 12;
        for (std::size_t part = 0; part < size; ++part) {
            text += alphabet[random() % alphabet.size()];
        }
        words.push_back(text);
    }
    return words;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// A value as an HTML parser gives it: what stands between the quotes, references replaced.
std::string html_value(std::string value) {
    for (std::size_t at = value.find("&#"); at != std::string::npos;
         at = value.find("&#", at + 1)) {
        const std::size_t end = value.find(';', at);
        BOOST_REQUIRE(end != std::string::npos);
        value.replace(at, end + 1 - at, 1, static_cast<char>(std::stoi(value.substr(at + 2))));
    }
    replace_all(value, "&lt;", "<");
    replace_all(value, "&gt;", ">");
    replace_all(value, "&quot;", "\"");
    replace_all(value, "&amp;", "&");
    return value;
}

/// The alt text that cmark gives to the image; requires that the page is that image alone.
std::string markdown_alt(const std::string& page) {
    char* html = cmark_markdown_to_html(page.data(), page.size(), CMARK_OPT_UNSAFE);
    const std::string text = html;
    std::free(html); // NOLINT: cmark gives memory of malloc
    const std::string before = "<p><img src=\"place.png\" alt=\"";
    const std::string after = "\" /></p>\n";
    BOOST_REQUIRE_MESSAGE(text.starts_with(before) && text.ends_with(after), page << "\nbecame\n"
                                                                                  << text);
    std::string alt = text.substr(before.size(), text.size() - before.size() - after.size());
    BOOST_REQUIRE(alt.find('"') == std::string::npos);
    replace_all(alt, "&lt;", "<");
    replace_all(alt, "&gt;", ">");
    replace_all(alt, "&quot;", "\"");
    replace_all(alt, "&amp;", "&");
    return alt;
}

/// A parameter's value by the rules of Hugo's lexer (parser/pageparser, 0.111); fails the test
/// where Hugo would refuse the page.
std::string hugo_value(const std::string& value) {
    BOOST_REQUIRE(value.size() >= 2U);
    const char quote = value.front();
    BOOST_REQUIRE((quote == '"' || quote == '`'));
    bool escapes = false;
    std::size_t at = 1;
    for (; at < value.size() && value[at] != quote; ++at) {
        if (quote == '`') {
            continue;
        }
        BOOST_REQUIRE_MESSAGE(value[at] != '\n', "Hugo: unterminated quoted string: " << value);
        if (value[at] == '\\' && at + 1 < value.size()) {
            BOOST_REQUIRE_MESSAGE(value[at + 1] != '`', "Hugo: unrecognized escape: " << value);
            escapes = escapes || value[at + 1] == '"';
            at += value[at + 1] == '"' ? 1 : 0;
        }
    }
    BOOST_REQUIRE_MESSAGE(at == value.size() - 1, "Hugo: the value ends early: " << value);
    std::string words = value.substr(1, value.size() - 2);
    if (escapes) {
        replace_all(words, "\\", "");
    }
    return words;
}

} // namespace

BOOST_AUTO_TEST_CASE(hostile_words_come_back_from_markdown) {
    for (std::string words : hostile_words()) {
        const std::string text = site::to_markdown(words, {});
        replace_all(words, "\n", " ");
        BOOST_TEST(markdown_alt("![" + text + "](place.png)\n") == words);
        BOOST_TEST(site::from_markdown(text, {}).value_or("markup") == words);
        BOOST_TEST(text.find("{{") == std::string::npos); // Hugo sees no shortcode
        // Outside code no backslash and no reference: Hugo would show them as they stand.
        BOOST_TEST((text == words || text.starts_with('`')));
    }
}

BOOST_AUTO_TEST_CASE(hostile_words_come_back_from_a_table) {
    const site::MarkdownContext around{.in_table = true, .backticks = {1, 3}};
    for (std::string words : hostile_words()) {
        const std::string text = site::to_markdown(words, around);
        replace_all(words, "\n", " ");
        BOOST_TEST(site::from_markdown(text, around).value_or("markup") == words);
        std::string cell = text; // GFM: `\|` is no end of a cell, and loses its backslash first
        replace_all(cell, "\\|", "");
        BOOST_TEST(cell.find('|') == std::string::npos);
        cell = text;
        replace_all(cell, "\\|", "|");
        BOOST_TEST(markdown_alt("![" + cell + "](place.png)\n") == words);
    }
}

BOOST_AUTO_TEST_CASE(code_of_an_alt_text_does_not_close_code_around_it) {
    BOOST_TEST(site::to_markdown("a*", {}) == "`a*`");
    BOOST_TEST(site::to_markdown("a*", {.in_table = false, .backticks = {2, 1}}) == "```a*```");
    BOOST_TEST(site::to_markdown("`a*", {}) == "`` `a* ``");
    BOOST_TEST(site::to_markdown("{{ a {{{", {}) == "`{`{` a {`{`{`");
}

BOOST_AUTO_TEST_CASE(hostile_words_come_back_from_attributes) {
    for (const std::string& words : hostile_words()) {
        for (const char quote : {'"', '\''}) {
            const std::string text = site::to_attribute(words, quote);
            const std::string inner = text.substr(1, text.size() - 2);
            BOOST_TEST((text.front() == quote && text.back() == quote));
            BOOST_TEST(inner.find_first_of("\"'<>`|\n{") == std::string::npos);
            BOOST_TEST(html_value(inner) == words);
            BOOST_TEST(site::from_attribute(inner) == words);
        }
    }
}

BOOST_AUTO_TEST_CASE(hostile_words_come_back_from_shortcodes) {
    std::size_t refused = 0;
    for (const std::string& words : hostile_words()) {
        const auto text = site::to_shortcode(words);
        if (!text) {
            ++refused;
            BOOST_TEST(words.find('`') != std::string::npos);
            BOOST_TEST(words.find_first_of("\\\n") != std::string::npos);
            continue;
        }
        BOOST_TEST(hugo_value(*text) == words);
        BOOST_TEST(site::from_shortcode(*text) == words);
    }
    BOOST_TEST(refused > 0U);
}

BOOST_AUTO_TEST_CASE(plain_words_stay_readable) {
    const std::string words =
        "Map of story origins (2026): 42 stories, 1,234 in all; see a/b. 50%!";
    BOOST_TEST(site::to_markdown(words, {}) == words);
    BOOST_TEST(site::to_attribute(words, '"') == '"' + words + '"');
    BOOST_TEST(site::to_shortcode(words).value() == '"' + words + '"');
}

BOOST_AUTO_TEST_CASE(what_typography_would_change_is_code) {
    for (const std::string words :
         {"Bute's", "\"few\"", "a -- b", "a ...", "https://x.y", "www.z", "a@b", ":wink:", "$a$"}) {
        BOOST_TEST(site::to_markdown(words, {}) == "`" + words + "`");
    }
}

BOOST_AUTO_TEST_CASE(quotes_and_backslashes_choose_the_form_of_a_parameter) {
    using Pair = std::array<std::string, 2>;
    for (const auto& [words, value] :
         {Pair{"a \"b\"", "\"a \\\"b\\\"\""}, Pair{"a \\ b", "\"a \\ b\""},
          Pair{"a \"b\" \\", "`a \"b\" \\`"}, Pair{"a\nb", "`a\nb`"}, Pair{"a`b`", "\"a`b`\""},
          Pair{"a\\", "`a\\`"}}) {
        BOOST_TEST(site::to_shortcode(words).value_or("nothing") == value);
    }
    BOOST_TEST(!site::to_shortcode("\\`"));
    BOOST_TEST(!site::to_shortcode("`\n"));
    BOOST_TEST(!site::to_shortcode("` \" \\"));
}

BOOST_AUTO_TEST_CASE(markup_in_an_alt_text_is_not_plain_words) {
    for (const char* text : {"a *b*", "a [b](c)", "<b>", "a_b_", "~~a~~", "`a", "a ``b`", "a \\* b",
                             "a &amp; b", "&#38;"}) {
        BOOST_TEST(!site::from_markdown(text, {}), text);
    }
    BOOST_TEST(site::from_markdown("a & b; \\a ``c ` *``\"d\"", {}).value() ==
               "a & b; \\a c ` *\"d\"");
}

BOOST_AUTO_TEST_CASE(references_that_are_no_characters_stay) {
    for (const char* text : {"&", "&;", "&#;", "&#x;", "&#0;", "&#xD800;", "&#1114112;",
                             "&#99999999999;", "&#-1;", "&amp", "&unknown;"}) {
        BOOST_TEST(site::from_attribute(text) == text);
    }
    BOOST_TEST(site::from_attribute("&#233;&#x1F600;&nbsp;&apos;&quot;&#x20AC;") ==
               "é😀\xC2\xA0'\"€");
}

BOOST_AUTO_TEST_CASE(white_space_counts_once) {
    BOOST_TEST(site::with_single_spaces(" a\r\n\tb  c ") == "a b c");
}

BOOST_AUTO_TEST_SUITE_END()
