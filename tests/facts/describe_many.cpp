#include "render/facts/describe.h"
#include "render/facts/prose.h"
#include "tests/facts/support_samples.h"
#include "tests/support.h"

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

namespace cairn::facts {
namespace {

using test::facts_of;
using test::random_sample;
using test::Sample;
using test::syllables;
using test::written;

/// All numbers that may be told of a sample.
std::set<std::string> true_numbers(const Sample& sample, const Facts& facts) {
    std::set<std::string> numbers;
    const auto add = [&](long steps) { numbers.insert(written(steps, sample.decimals)); };
    const auto add_count = [&](std::size_t count) {
        numbers.insert(written(static_cast<long>(count), 0));
    };
    std::map<long, std::size_t, std::greater<>> groups;
    std::size_t with_value = 0;
    std::size_t negative = 0;
    long total = 0;
    for (const std::optional<long>& steps : sample.steps) {
        if (steps) {
            add(*steps);
            groups[*steps] += 1;
            total += *steps;
            ++with_value;
            negative += *steps < 0 ? 1 : 0;
        }
    }
    add(total);
    const std::size_t size = sample.steps.size();
    const std::size_t zeros = groups.contains(0) ? groups[0] : 0;
    for (const std::size_t count : {size, with_value, size - with_value, with_value - zeros, zeros,
                                    negative, facts.classes.size()}) {
        add_count(count);
    }
    long sum = 0;
    std::size_t rest = with_value - zeros;
    std::size_t leaders = 0;
    for (const auto& [steps, count] : groups) {
        add_count(count);
        add_count(count - 1); // "and two others"
        sum += steps * static_cast<long>(count);
        leaders += count;
        if (leaders <= 4) {
            add(sum); // "together"
        }
        rest -= std::min(rest, count);
        add_count(rest); // "another 12"
    }
    if (groups.size() > 1 && std::next(groups.begin())->first > 0) {
        add_count(
            static_cast<std::size_t>(groups.begin()->first / std::next(groups.begin())->first));
    }
    for (const Class& range : facts.classes) {
        add(std::lround(range.from * std::pow(10, sample.decimals)));
        add(std::lround(range.to * std::pow(10, sample.decimals)));
        add_count(range.count);
    }
    return numbers;
}

/// Words and numbers of a text, in order; "1,234" and "−0.5" are one token.
std::vector<std::string> tokens_of(const std::string& text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
    };
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        if (text.compare(i, 3, "\u2212") == 0 || is_digit(text[i])) {
            i += is_digit(text[i]) ? 1 : 3;
            while (i < text.size() &&
                   (is_digit(text[i]) || ((text[i] == ',' || text[i] == '.') &&
                                          i + 1 < text.size() && is_digit(text[i + 1])))) {
                ++i;
            }
        } else {
            while (i < text.size() && is_letter(text[i])) {
                ++i;
            }
        }
        if (i > begin) {
            tokens.push_back(text.substr(begin, i - begin));
        } else {
            ++i;
        }
    }
    return tokens;
}

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

double number_of(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    return std::stod(text);
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
    static const std::array<const char*, 14> slips{"  ", " ,", " .",  ",,",  "..",   " ;", ";;",
                                                   ":.", " )", " \n", "\n ", "\n\n", ",.", ";."};
    const std::vector<std::string> tokens = tokens_of(text);
    std::string wrong;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const std::optional<std::string> number = as_number(tokens[i]);
        const std::size_t noun = tokens[i + 1] == "council" ? i + 2 : i + 1;
        if (number && (*number == "1" ? plural : singular).contains(tokens.at(noun))) {
            wrong += tokens[i] + " " + tokens[noun] + "; ";
        }
    }
    for (const char* slip : slips) {
        wrong += text.find(slip) == std::string::npos ? "" : "'" + std::string(slip) + "'; ";
    }
    BOOST_TEST(wrong.empty(), wrong << "in: " << text);
    BOOST_TEST((text.front() != ' ' && text.back() != ' '));
}

/// Every sentence begins with a capital (or a letter beyond ASCII), and ends with a stop.
void check_sentences(const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    std::string wrong;
    while (std::getline(lines, line)) {
        wrong += line.ends_with('.') || line.ends_with("\u2026") ? "" : "no stop; ";
        for (std::size_t begin = 0; begin < line.size();) {
            const char first = line[begin];
            const bool capital =
                (first >= 'A' && first <= 'Z') || static_cast<signed char>(first) < 0;
            wrong += capital ? "" : "no capital: " + line.substr(begin, 20) + "; ";
            const std::size_t stop = line.find(". ", begin);
            begin = stop == std::string::npos ? line.size() : stop + 2;
        }
    }
    BOOST_TEST(wrong.empty(), wrong << "in: " << text);
}

std::string expected_list(const Sample& sample, const std::string& title) {
    std::string text = title + ": ";
    for (std::size_t i = 0; i < sample.rows; ++i) {
        text += (i == 0 ? "" : ", ") + sample.labels[i] + " " +
                (sample.steps[i] ? written(*sample.steps[i], sample.decimals) : "no data");
    }
    return text;
}

std::size_t code_points(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= -64; }));
}

void check_marks(const Sample& sample, const Words& words) {
    BOOST_REQUIRE(words.mark_names.size() == sample.labels.size());
    BOOST_REQUIRE(words.value_labels.size() == sample.labels.size());
    BOOST_REQUIRE(words.table.rows.size() == sample.labels.size());
    for (std::size_t i = 0; i < sample.labels.size(); ++i) {
        const std::string value =
            sample.steps[i] ? written(*sample.steps[i], sample.decimals) : "no data";
        BOOST_TEST(words.value_labels[i] == value);
        BOOST_TEST(words.table.rows[i].at(0) == sample.labels[i]);
        BOOST_TEST(words.table.rows[i].at(1) == value);
        BOOST_TEST(words.mark_names[i].starts_with(sample.labels[i] + ": "));
        check_grammar(words.mark_names[i]);
    }
}

void check_legend(const Facts& facts, const Words& words) {
    BOOST_TEST(words.class_labels.size() == facts.classes.size());
    BOOST_TEST(words.zero_label.size() == (facts.zero_count ? 1U : 0U));
    if (facts.kind == input::Kind::choropleth) {
        BOOST_TEST(words.missing_label.size() == (facts.missing.empty() ? 0U : 1U));
    }
    std::size_t areas = 0;
    for (const auto& labels : {words.class_labels, words.zero_label, words.missing_label}) {
        for (const LegendLabel& label : labels) {
            areas += static_cast<std::size_t>(std::stoul(label.count));
            check_grammar(label.range);
            check_grammar(label.count);
        }
    }
    BOOST_TEST(areas == (facts.kind == input::Kind::choropleth ? facts.facts.size() : 0U));
}

/// A locale that writes 1.234.567,5 and knows no letter of ours.
class Continental : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace

BOOST_AUTO_TEST_SUITE(describe_many)

BOOST_AUTO_TEST_CASE(what_is_told_follows_from_the_facts) {
    std::mt19937 random(2024);
    int shares = 0;
    for (int round = 0; round < 1500; ++round) {
        const Sample sample = random_sample(random);
        const Facts facts = facts_of(sample);
        const Words words = describe(facts, test::english());
        const std::set<std::string> allowed = true_numbers(sample, facts);
        for (const std::string& text : {words.short_text, words.description, words.subtitle}) {
            check_numbers(text, allowed);
            shares += check_shares(text, facts.total);
        }
        for (const auto& labels : {words.class_labels, words.zero_label, words.missing_label}) {
            for (const LegendLabel& label : labels) {
                check_numbers(label.range + " " + label.count, allowed);
            }
        }
        BOOST_TEST(words.list == expected_list(sample, facts.title));
        check_marks(sample, words);
        check_legend(facts, words);
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
        const Facts facts = facts_of(sample);
        if (facts.facts.size() > 40) {
            continue;
        }
        const std::string text = describe(facts, test::english()).description;
        for (const Fact& fact : facts.facts) {
            BOOST_TEST(text.find(fact.label) != std::string::npos,
                       fact.label << " is not told in: " << text);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_short_text_is_short_however_long_the_names) {
    std::mt19937 random(5);
    for (int round = 0; round < 500; ++round) {
        Facts facts = facts_of(random_sample(random));
        for (Fact& fact : facts.facts) {
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
        const Facts facts = facts_of(random_sample(random));
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

} // namespace cairn::facts
