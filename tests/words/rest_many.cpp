#include "render/words/describe.h"
#include "tests/facts/support_facts.h"
#include "tests/facts/support_many.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <string>
#include <vector>

// Words of charts whose last bar is the rest of the labels, held against all labels.

namespace cairn::words {
namespace {

/// The values of all labels, of which `top` stand alone: whole numbers, or tenths.
struct Counted {
    std::vector<long> steps; ///< highest first
    std::size_t top = 0;
    int decimals = 0;
};

std::string label_of(std::size_t index) {
    return fmt::format("X{}", static_cast<char>('a' + index));
}

Counted random_counted(std::mt19937& random) {
    Counted counted;
    counted.decimals = random() % 4 == 0 ? 1 : 0;
    counted.top = 1 + random() % 8;
    const std::size_t labels = counted.top + 2 + random() % 20;
    const unsigned most = random() % 3 == 0 ? 4 : 300;
    for (std::size_t i = 0; i < labels; ++i) {
        counted.steps.push_back(static_cast<long>(random() % most));
    }
    counted.steps.front() += 1; // some
    std::ranges::sort(counted.steps, std::greater{});
    return counted;
}

long rest_of(const Counted& counted) {
    return std::accumulate(counted.steps.begin() + static_cast<long>(counted.top),
                           counted.steps.end(), 0L);
}

facts::Facts facts_of(const Counted& counted, bool in_gaelic) {
    const double unit = counted.decimals == 0 ? 1 : 10;
    const std::size_t others = counted.steps.size() - counted.top;
    test::Rows rows;
    for (std::size_t i = 0; i < counted.top; ++i) {
        rows.emplace_back(label_of(i), static_cast<double>(counted.steps[i]) / unit);
    }
    rows.emplace_back(fmt::format("Other ({})", others),
                      static_cast<double>(rest_of(counted)) / unit);
    const test::About about{.title = "Story origins by sector",
                            .value_heading = counted.decimals == 0 ? "Stories" : "Hours",
                            .decimals = counted.decimals,
                            .in_gaelic = in_gaelic};
    input::Observations observations = test::observations(std::move(rows), about);
    observations.rows.back().rest_of = others;
    observations.rows.back().rest_with_some = static_cast<std::size_t>(
        std::count_if(counted.steps.begin() + static_cast<long>(counted.top), counted.steps.end(),
                      [](long steps) { return steps != 0; }));
    input::FigureSpec spec = test::spec_of(false, about);
    spec.headline = true;
    return facts::gather_bars(spec, observations, test::catalogue_of(about));
}

std::string number_word(std::size_t number) {
    static const std::vector<std::string> words{"no",   "one", "two",   "three", "four",
                                                "five", "six", "seven", "eight", "nine"};
    return number < words.size() ? words[number] : std::to_string(number);
}

/// How often a text occurs in another.
std::size_t count_in(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// What is true of the words in every language, `told` being what is said of the rest.
void check_rest(const Counted& counted, const Words& words, const std::string& told) {
    for (const std::string& text : {words.short_text, words.description}) {
        BOOST_TEST(count_in(text, told) == 1U, told << " is not once in: " << text);
    }
    for (const std::string& text : {words.title, words.short_text, words.description}) {
        BOOST_TEST(!has(text, "Other ("), text);
    }
    const std::string label = fmt::format("Other ({})", counted.steps.size() - counted.top);
    BOOST_REQUIRE(words.marks.size() == counted.top + 1);
    BOOST_TEST(words.marks.back().name.starts_with(label + ": "));
    BOOST_TEST(words.table.rows.back().front() == label);
    test::check_marks_of_writing(words.description);
    test::check_sentences(words.description);
    test::check_sentences(words.short_text);
}

void check_english(const Counted& counted, const Words& words) {
    // Those that stand alone are not the lowest: the others are lower.
    for (const std::string& text : {words.title, words.short_text, words.description}) {
        for (const char* claim : {"fewest", "The lowest", "bars run from", "groups"}) {
            BOOST_TEST(!has(text, claim), claim << " is in: " << text);
        }
    }
    const auto with_some = static_cast<std::size_t>(
        std::ranges::count_if(counted.steps, [](long steps) { return steps > 0; }));
    const std::size_t all = counted.steps.size();
    const bool in_words = all <= 9;
    const std::string whole =
        counted.decimals > 0 || with_some == all
            ? fmt::format(" {} sectors", number_word(all))
            : fmt::format(" {} of {} sectors",
                          in_words ? number_word(with_some) : std::to_string(with_some),
                          in_words ? number_word(all) : std::to_string(all));
    const std::string first = words.description.substr(0, words.description.find(". "));
    BOOST_TEST(has(first, whole), whole << " is not in: " << first);
    const std::vector<long>& steps = counted.steps;
    if (has(words.title, " accounts for ")) {
        const long total = std::accumulate(steps.begin(), steps.end(), 0L);
        BOOST_TEST(counted.top > 1U, words.title);
        BOOST_TEST(words.title.starts_with("Xa "), words.title);
        BOOST_TEST((4 * steps[0] >= total && 2 * steps[0] >= 3 * steps[1]), words.title);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(rest_many)

BOOST_AUTO_TEST_CASE(the_rest_is_told_last_and_as_what_it_is) {
    std::mt19937 random(67);
    int headlines = 0;
    for (int i = 0; i < 500; ++i) {
        const Counted counted = random_counted(random);
        const std::size_t others = counted.steps.size() - counted.top;
        const facts::Facts facts = facts_of(counted, false);
        const std::string amount =
            test::written(rest_of(counted), counted.decimals, facts.shown_decimals);
        const Words english = describe(facts, test::english());
        check_rest(
            counted, english,
            fmt::format("he other {} sectors have {} together", number_word(others), amount));
        check_english(counted, english);
        headlines += english.has_headline ? 1 : 0;
        const Words gaelic = describe(facts_of(counted, true), test::gaelic());
        check_rest(counted, gaelic, fmt::format(" eile: {} còmhla", amount));
    }
    BOOST_TEST(headlines > 50);
}

BOOST_AUTO_TEST_CASE(sectors_are_counted_with_those_in_the_rest) {
    const Counted counted{.steps = {60, 20, 12, 5, 3, 0}, .top = 2};
    const Words words = describe(facts_of(counted, false), test::english());
    BOOST_TEST(words.title == "Xa accounts for three fifths of the stories");
    BOOST_TEST(words.subtitle == "Story origins by sector: 100 stories in 5 of 6 sectors");
    BOOST_TEST(
        words.short_text ==
        "Bar chart of story origins by sector: 100 stories in five of six sectors. Xa accounts "
        "for 60 of them, three fifths; Xb has 20; the other four sectors have 20 together.");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
