#include "render/words/describe.h"
#include "render/words/prose.h"
#include "tests/facts/support_many.h"
#include "tests/facts/support_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <locale>
#include <map>
#include <random>
#include <regex>
#include <set>
#include <sstream>

// Words of many generated tables, held against what follows from their rows by another way.

namespace cairn::words {
BOOST_AUTO_TEST_SUITE(describe_many)

namespace {

using test::check_legend;
using test::check_marks;
using test::check_marks_of_writing;
using test::check_sentences;
using test::code_points;
using test::expected_list;
using test::facts_of;
using test::number_of;
using test::random_sample;
using test::Sample;
using test::syllables;
using test::tokens_of;
using test::true_numbers;

/// What a token says as a number in digits; nothing when it is none.
std::optional<std::string> as_number(const std::string& token) {
    static const std::map<std::string, std::string> words{
        {"no", "0"},   {"No", "0"},   {"one", "1"},   {"two", "2"},   {"three", "3"},
        {"four", "4"}, {"five", "5"}, {"six", "6"},   {"seven", "7"}, {"eight", "8"},
        {"nine", "9"}, {"One", "1"},  {"Two", "2"},   {"Three", "3"}, {"Four", "4"},
        {"Five", "5"}, {"Six", "6"},  {"Seven", "7"}, {"Eight", "8"}, {"Nine", "9"}};
    if (const auto word = words.find(token); word != words.end()) {
        return word->second;
    }
    const bool digits = token.find_first_of("0123456789") != std::string::npos;
    return digits ? std::optional(token) : std::nullopt;
}

/// Every number of the text, in digits: not those of fractions, which are checked apart, and not
/// "no".
std::vector<std::string> numbers_in(const std::string& text) {
    static const std::set<std::string> fractions{"fifths", "thirds", "quarters", "tenths"};
    const std::vector<std::string> tokens = tokens_of(text);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::optional<std::string> number = as_number(tokens[i]);
        const bool fraction = i + 1 < tokens.size() && fractions.contains(tokens[i + 1]);
        if (number && !fraction && tokens[i] != "no" && tokens[i] != "No") {
            found.push_back(*number);
        }
    }
    return found;
}

void check_numbers(const std::string& text, const std::set<std::string>& allowed) {
    std::string wrong;
    for (const std::string& number : numbers_in(text)) {
        wrong += allowed.contains(number) ? "" : number + " ";
    }
    BOOST_TEST(wrong.empty(), wrong << "does not follow from the facts: " << text);
}

/// Each "A of the B stories, nearly half" and "A of them, nearly half" is so; gives how many were
/// found.
int check_shares(const std::string& text, double total) {
    static const std::regex claim(
        "accounts? for ([0-9,]+) of (?:them|the ([0-9,]+) (?:story|stories)), "
        "(nearly |just over |more than |)"
        "(?:all|(half)|(a|two|three|four|nine) (tenth|fifth|quarter|third)s?)");
    static const std::map<std::string, double> tops{
        {"a", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"nine", 9}};
    static const std::map<std::string, double> bottoms{
        {"tenth", 10}, {"fifth", 5}, {"quarter", 4}, {"third", 3}};
    int found = 0;
    std::smatch match;
    for (std::size_t at = 0; (at = text.find("account", at)) != std::string::npos; ++at) {
        if (!std::regex_search(text.begin() + static_cast<long>(at), text.end(), match, claim,
                               std::regex_constants::match_continuous)) {
            continue;
        }
        ++found;
        const double part = number_of(match[1]);
        if (match[2].matched) {
            BOOST_TEST(number_of(match[2]) == total);
        }
        const double fraction = match[4].matched   ? 0.5
                                : match[5].matched ? tops.at(match[5]) / bottoms.at(match[6])
                                                   : 1;
        const double off = part / total - fraction;
        const std::string how = match[3];
        BOOST_TEST((how.empty()           ? std::abs(off) < 1e-12
                    : how == "nearly "    ? off < 0 && off > -0.021
                    : how == "just over " ? off > 0 && off < 0.021
                                          : off > 0.019 && off < 0.1),
                   match.str() << " of " << total << " is not so");
    }
    return found;
}

/// One of a singular, none and several of a plural; no slip of spaces or stops.
void check_grammar(const std::string& text) {
    static const std::set<std::string> singular{"story", "sector", "area"};
    static const std::set<std::string> plural{"stories", "sectors", "areas"};
    const std::vector<std::string> tokens = tokens_of(text);
    std::string wrong;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const std::optional<std::string> number = as_number(tokens[i]);
        const std::size_t noun = tokens[i + 1] == "council" ? i + 2 : i + 1;
        if (number && (*number == "1" ? plural : singular).contains(tokens.at(noun))) {
            wrong += tokens[i] + " " + tokens[noun] + "; ";
        }
    }
    BOOST_TEST(wrong.empty(), wrong << "in: " << text);
    check_marks_of_writing(text);
}

/// A locale that writes 1.234.567,5 and knows no letter of ours.
class Continental : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace

BOOST_AUTO_TEST_CASE(what_is_told_follows_from_the_facts) {
    std::mt19937 random(2024);
    int shares = 0;
    for (int round = 0; round < 1500; ++round) {
        const Sample sample = random_sample(random);
        const facts::Facts facts = facts_of(sample);
        const Words words = describe(facts, test::english());
        const std::set<std::string> allowed = true_numbers(sample, facts);
        for (const std::string& text : {words.short_text, words.description, words.subtitle}) {
            check_numbers(text, allowed);
            shares += check_shares(text, facts.total);
        }
        for (const auto& labels : {words.class_labels, words.zero_label, words.missing_label}) {
            for (const LegendLabel& label : labels) {
                check_numbers(label.range + " " + label.count, allowed);
                check_grammar(label.range);
                check_grammar(label.count);
            }
        }
        BOOST_TEST(words.list == expected_list(sample, facts.title, "no data"));
        check_marks(sample, words, "no data");
        check_legend(facts, words);
        for (const std::string& name : test::names_of_marks(words)) {
            check_grammar(name);
        }
    }
    BOOST_TEST(shares > 500); // the claims were there to be checked
}

BOOST_AUTO_TEST_CASE(what_is_told_is_good_english) {
    std::mt19937 random(7);
    for (int round = 0; round < 1500; ++round) {
        const Words words = describe(facts_of(random_sample(random)), test::english());
        for (const std::string& text : {words.short_text, words.description}) {
            check_grammar(text);
            check_sentences(text);
        }
        check_grammar(words.subtitle);
        BOOST_TEST(code_points(words.short_text) <= 250U);
    }
}

BOOST_AUTO_TEST_CASE(a_long_text_names_all_that_a_figure_of_forty_has) {
    std::mt19937 random(99);
    for (int round = 0; round < 500; ++round) {
        const Sample sample = random_sample(random);
        const facts::Facts facts = facts_of(sample);
        if (facts.facts.size() > 40) {
            continue;
        }
        const std::string text = describe(facts, test::english()).description;
        for (const facts::Fact& fact : facts.facts) {
            BOOST_TEST(text.find(fact.label) != std::string::npos,
                       fact.label << " is not told in: " << text);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_short_text_is_short_however_long_the_names) {
    std::mt19937 random(5);
    for (int round = 0; round < 500; ++round) {
        facts::Facts facts = facts_of(random_sample(random));
        for (facts::Fact& fact : facts.facts) {
            for (std::size_t i = random() % 60; i > 0; --i) {
                fact.label += std::string(" ") + syllables.at(random() % syllables.size());
            }
        }
        const std::string extra(random() % 400, 'w');
        facts.title += extra;
        facts.value_heading += " " + extra;
        facts.item.other += extra;
        BOOST_TEST(code_points(describe(facts, test::english()).short_text) <= 250U);
    }
}

BOOST_AUTO_TEST_CASE(nothing_depends_on_the_locale) {
    std::mt19937 random(3);
    for (int round = 0; round < 100; ++round) {
        const facts::Facts facts = facts_of(random_sample(random));
        const Words plain = describe(facts, test::english());
        const std::locale before =
            std::locale::global(std::locale(std::locale::classic(), new Continental));
        const Words other = describe(facts, test::english());
        std::locale::global(before);
        BOOST_TEST(plain.list == other.list);
        BOOST_TEST(plain.short_text == other.short_text);
        BOOST_TEST(plain.description == other.description);
        BOOST_TEST(to_markdown(plain.table) == to_markdown(other.table));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
