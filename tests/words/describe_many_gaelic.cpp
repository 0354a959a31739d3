#include "render/words/describe.h"
#include "tests/facts/support_many.h"
#include "tests/facts/support_marks.h"

#include <random>
#include <regex>

// Words in Gaelic of many generated tables, held against what follows from their rows by another
// way.

namespace cairn::words {
BOOST_AUTO_TEST_SUITE(describe_many_gaelic)

namespace {

using test::code_points;
using test::facts_of;
using test::gaelic;
using test::random_sample;
using test::Sample;
using test::tokens_of;

/// Every number of the text, in digits; "dà uair" (twice) and "aon chlas" (one class) are those in
/// words. Fractions are checked apart.
std::vector<std::string> numbers_in(const std::string& text) {
    const std::vector<std::string> tokens = tokens_of(text);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string next = i + 1 < tokens.size() ? tokens[i + 1] : "";
        if (tokens[i].find_first_of("0123456789") != std::string::npos) {
            found.push_back(tokens[i]);
        } else if (tokens[i] == "d\u00e0" && next == "uair") {
            found.emplace_back("2");
        } else if (next == "chlas") {
            found.emplace_back("1");
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

/// Each "A a-mach à B sgeulachd, faisg air leth" and "A dhiubh, leth" is so; gives how many were
/// found.
int check_shares(const std::string& text, double total) {
    static const std::map<std::string, double> fractions{
        {"an t-iomlan", 1},         {"an iomlan", 1},
        {"an deicheamh cuid", 0.1}, {"an còigeamh cuid", 0.2},
        {"cairteal", 0.25},         {"trian", 1.0 / 3},
        {"dà chòigeamh", 0.4},      {"leth", 0.5},
        {"trì còigeamhan", 0.6},    {"dà thrian", 2.0 / 3},
        {"trì cairtealan", 0.75},   {"ceithir còigeamhan", 0.8},
        {"naoi deicheamhan", 0.9}};
    std::string names;
    for (const auto& [name, value] : fractions) {
        names += (names.empty() ? "" : "|") + name;
    }
    const std::regex claim("([0-9,]+) (?:dhiubh|a-mach à ([0-9,]+) sgeulachd(?:an)?), "
                           "(faisg air |beagan a bharrachd air |còrr is |)(" +
                           names + ")");
    int found = 0;
    for (std::sregex_iterator at(text.begin(), text.end(), claim), end; at != end; ++at, ++found) {
        const std::smatch& match = *at;
        if (match[2].matched) {
            BOOST_TEST(test::number_of(match[2]) == total);
        }
        const double off = test::number_of(match[1]) / total - fractions.at(match[4]);
        const std::string how = match[3];
        BOOST_TEST((how.empty()            ? std::abs(off) < 1e-12
                    : how == "faisg air "  ? off < 0 && off > -0.021
                    : how.ends_with("is ") ? off > 0.019 && off < 0.1
                                           : off > 0 && off < 0.021),
                   match.str() << " of " << total << " is not so");
    }
    return found;
}

/// Each noun has the form that CLDR gives its number: few for 3 to 10 and 13 to 19; the nouns here
/// have one form for all others, but the class, which is lenited after 1 and 2.
void check_nouns(const std::string& text) {
    static const std::set<std::string> few{"3",  "4",  "5",  "6",  "7",  "8",  "9", "10",
                                           "13", "14", "15", "16", "17", "18", "19"};
    static const std::map<std::string, bool> is_few{
        {"sgeulachd", false}, {"sgeulachdan", true}, {"roinn", false}, {"roinnean", true},
        {"sgìre", false},     {"sgìrean", true},     {"uair", false},  {"uairean", true},
        {"chlas", false},     {"clasaichean", true}};
    const std::vector<std::string> tokens = tokens_of(text);
    std::string wrong;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        std::string number = tokens[i].starts_with("\u2212") ? tokens[i].substr(3) : tokens[i];
        number = std::regex_replace(number, std::regex("\\.0+$"), ""); // 6.0 is 6
        const auto noun = is_few.find(tokens[i + 1]);
        const bool is_number = number.find_first_of("0123456789") == 0;
        if (is_number && noun != is_few.end() && noun->second != few.contains(number)) {
            wrong += number + " " + noun->first + "; ";
        }
    }
    BOOST_TEST(wrong.empty(), wrong << "in: " << text);
    test::check_marks_of_writing(text);
}

/// Nothing of the English catalogue: words that no label, title or noun here has.
void check_no_english(const std::string& text) {
    static const std::set<std::string> english{
        "the", "The", "each", "have", "has",   "accounts", "account", "them",    "other",  "data",
        "map", "Map", "from", "to",   "total", "nearly",   "half",    "highest", "lowest", "none"};
    std::string wrong;
    for (const std::string& token : tokens_of(text)) {
        wrong += english.contains(token) ? token + " " : "";
    }
    BOOST_TEST(wrong.empty(), wrong << "is English in: " << text);
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_told_follows_from_the_facts) {
    std::mt19937 random(2025);
    int shares = 0;
    for (int round = 0; round < 1500; ++round) {
        const Sample sample = random_sample(random);
        const facts::Facts facts = facts_of(sample, true);
        const Words words = describe(facts, gaelic());
        const std::set<std::string> allowed = test::true_numbers(sample, facts);
        for (const std::string& text : {words.short_text, words.description, words.subtitle}) {
            check_numbers(text, allowed);
            shares += check_shares(text, facts.total);
        }
        for (const auto& labels : {words.class_labels, words.zero_label, words.missing_label}) {
            for (const LegendLabel& label : labels) {
                check_numbers(label.range + " " + label.count, allowed);
                check_nouns(label.range);
                check_nouns(label.count);
            }
        }
        BOOST_TEST(words.list == test::expected_list(sample, facts.title, "gun dàta"));
        test::check_marks(sample, words, "gun dàta");
        test::check_legend(facts, words);
    }
    BOOST_TEST(shares > 500);
}

BOOST_AUTO_TEST_CASE(what_is_told_is_in_form) {
    std::mt19937 random(8);
    for (int round = 0; round < 1500; ++round) {
        const Words words = describe(facts_of(random_sample(random), true), gaelic());
        for (const std::string& text : {words.short_text, words.description}) {
            check_nouns(text);
            test::check_sentences(text);
            check_no_english(text);
        }
        check_nouns(words.subtitle);
        check_no_english(words.legend_title);
        for (const std::string& name : test::names_of_marks(words)) {
            check_nouns(name);
        }
        BOOST_TEST(code_points(words.short_text) <= 250U);
    }
}

BOOST_AUTO_TEST_CASE(a_long_text_names_all_that_a_figure_of_forty_has) {
    std::mt19937 random(98);
    for (int round = 0; round < 500; ++round) {
        const facts::Facts facts = facts_of(random_sample(random), true);
        if (facts.facts.size() > 40) {
            continue;
        }
        const std::string text = describe(facts, gaelic()).description;
        for (const facts::Fact& fact : facts.facts) {
            BOOST_TEST(text.find(fact.label) != std::string::npos,
                       fact.label << " is not told in: " << text);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_short_text_is_short_however_long_the_names) {
    std::mt19937 random(6);
    for (int round = 0; round < 500; ++round) {
        facts::Facts facts = facts_of(random_sample(random), true);
        for (facts::Fact& fact : facts.facts) {
            for (std::size_t i = random() % 60; i > 0; --i) {
                fact.label +=
                    std::string(" ") + test::syllables.at(random() % test::syllables.size());
            }
        }
        const std::string extra(random() % 400, 'w');
        facts.title += extra;
        facts.value_heading += " " + extra;
        facts.item.few += extra;
        facts.item.other += extra;
        BOOST_TEST(code_points(describe(facts, gaelic()).short_text) <= 250U);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
