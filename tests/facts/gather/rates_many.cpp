#include "render/facts/body.h"
#include "render/facts/gather/rates.h"
#include "render/words/describe.h"
#include "tests/facts/support_many.h"

#include <algorithm>
#include <map>
#include <random>
#include <regex>
#include <set>

// words::Words of many generated tables of rates, held against rates that are worked out by whole
// numbers alone.

namespace cairn::facts {
BOOST_AUTO_TEST_SUITE(rates_many)

namespace {

using test::written;

/// A row: nothing is counted where `count` is missing. What it is per is odd, so that no rate lies
/// half-way between two that can be shown.
struct Row {
    std::string label;
    std::optional<long> count;
    long per = 1;
};

struct Table {
    bool map = false;
    long factor = 1;
    std::vector<Row> rows;
};

Table random_table(std::mt19937& random) {
    const auto below = [&](unsigned bound) { return static_cast<long>(random() % bound); };
    static const std::array<long, 4> factors{1, 100, 1000, 100000};
    Table table{
        .map = random() % 2 == 0, .factor = factors.at(random() % factors.size()), .rows = {}};
    const std::size_t size = random() % 4 == 0 ? 1 + random() % 4 : 1 + random() % 60;
    const long shape = below(6);
    for (std::size_t i = 0; i < size; ++i) {
        const long per = 2 * below(shape == 0 ? 10 : 300000) + 1;
        const long count = shape == 1   ? below(3)
                           : shape == 2 ? below(40)
                           : shape == 3 ? 7
                           : shape == 4 ? 0
                                        : below(9000);
        table.rows.push_back({test::random_label(random, i),
                              below(8) == 0 ? std::optional<long>() : count,
                              shape == 3 ? 99 : per});
    }
    return table;
}

/// A rate as a fraction of whole numbers, and as it should be written.
struct Fraction {
    long top = 0;
    long bottom = 1;
};

long power(int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; ++i) {
        result *= 10;
    }
    return result;
}

/// The fewest decimals with which a rate above zero has as many digits before its end.
int decimals_for(const Fraction& rate, long digits) {
    int decimals = 0;
    while (rate.top * power(decimals) < digits * rate.bottom) {
        ++decimals;
    }
    return decimals;
}

long steps_of(const Fraction& rate, long top, long bottom) {
    return (2 * rate.top * top + rate.bottom * bottom) / (2 * rate.bottom * bottom);
}

/// The rate in steps of its last decimal; of whole rates, three digits are told.
long rate_in_steps(const Fraction& rate, int decimals) {
    long step = 1;
    while (decimals == 0 && rate.top >= 1000 * step * rate.bottom) {
        step *= 10;
    }
    return steps_of(rate, power(decimals), step) * step;
}

/// What follows from a table.
struct Expected {
    std::vector<std::string> rates; ///< one a row; "no data" where there is none
    std::string overall;
    long total = 0;
    std::size_t some = 0;
    std::size_t few = 0;
    std::size_t zeros = 0;
    std::size_t missing = 0;
};

Expected expect(const Table& table, const std::string& no_data) {
    Expected expected;
    Fraction all{0, 0};
    std::vector<Fraction> known;
    for (const Row& row : table.rows) {
        if (row.count) {
            known.push_back({*row.count * table.factor, row.per});
            all = {all.top + *row.count * table.factor, all.bottom + row.per};
            expected.total += *row.count;
            expected.some += *row.count > 0 ? 1 : 0;
            expected.few += *row.count > 0 && *row.count < 20 ? 1 : 0;
            expected.zeros += *row.count == 0 ? 1 : 0;
        } else {
            ++expected.missing;
        }
    }
    if (!known.empty()) {
        known.push_back(all);
    }
    int decimals = 12;
    int needed = 0;
    for (const Fraction& one : known) {
        if (one.top > 0) {
            decimals = std::min(decimals, decimals_for(one, 100));
        }
    }
    for (const Fraction& one : known) {
        if (one.top > 0 && 2 * one.top * power(decimals) < one.bottom) {
            needed = std::max(needed, decimals_for(one, 1));
        }
    }
    decimals = std::max(decimals, needed);
    int shown = 0;
    for (const Fraction& one : known) {
        shown = std::max(shown, test::needed_decimals(rate_in_steps(one, decimals), decimals));
    }
    const auto text = [&](const Fraction& rate) {
        return written(rate_in_steps(rate, decimals), decimals, shown);
    };
    std::size_t next = 0;
    for (const Row& row : table.rows) {
        expected.rates.push_back(row.count ? text(known[next++]) : no_data);
    }
    expected.overall = known.empty() ? "" : text(known.back());
    return expected;
}

Facts facts_of(const Table& table, bool in_gaelic) {
    test::About about;
    about.in_gaelic = in_gaelic;
    input::FigureSpec spec = test::spec_of(table.map, about);
    spec.unit = in_gaelic ? spec.unit : Noun{"story", "stories"};
    input::RateSpec rate{.column = "Households", .factor = static_cast<double>(table.factor)};
    rate.noun = in_gaelic ? Noun{"dachaigh", "dachaigh", "dhachaigh", "dachaighean"}
                          : Noun{"household", "households"};
    spec.data.rate = rate;
    input::Observations observations{"d.csv", about.label_heading, about.value_heading, {}, 0};
    observations.per_heading = "Households";
    std::vector<geo::Place> places;
    for (const Row& row : table.rows) {
        observations.rows.push_back(
            {row.label, row.count ? std::optional(static_cast<double>(*row.count)) : std::nullopt,
             static_cast<int>(places.size()) + 2, "", static_cast<double>(row.per)});
        places.push_back({"S12 code of " + row.label, {}, "", row.label, "", {}});
    }
    const input::Catalogue& words = test::catalogue_of(about);
    return table.map ? gather_map(spec, observations, geo::Gazetteer(places), "", words)
                     : gather_bars(spec, observations, words);
}

/// Numbers of a text in digits, without those that labels could have: they have none.
std::vector<std::string> numbers_in(const std::string& text) {
    static const std::map<std::string, std::string> words{
        {"one", "1"}, {"two", "2"},   {"three", "3"}, {"four", "4"}, {"five", "5"},
        {"six", "6"}, {"seven", "7"}, {"eight", "8"}, {"nine", "9"}};
    std::vector<std::string> numbers;
    for (const std::string& token : test::tokens_of(text)) {
        if (token.find_first_of("0123456789") != std::string::npos) {
            numbers.push_back(token);
        } else if (const auto word = words.find(token); word != words.end()) {
            numbers.push_back(word->second);
        }
    }
    return numbers;
}

/// All numbers that may be told.
std::set<std::string> allowed_numbers(const Table& table, const Expected& expected,
                                      const Facts& facts) {
    std::set<std::string> numbers(expected.rates.begin(), expected.rates.end());
    std::map<std::string, std::size_t> groups;
    for (const std::string& rate : expected.rates) {
        ++groups[rate];
    }
    const auto add = [&](std::size_t count) {
        numbers.insert(written(static_cast<long>(count), 0));
    };
    for (const auto& [rate, count] : groups) {
        add(count);
    }
    for (const Row& row : table.rows) {
        add(static_cast<std::size_t>(row.count.value_or(0)));
    }
    numbers.insert(expected.overall);
    for (const std::size_t count :
         {table.rows.size(), expected.some, expected.few, expected.zeros, expected.missing,
          static_cast<std::size_t>(expected.total), static_cast<std::size_t>(table.factor),
          table.rows.size() - expected.missing, facts::classes_of(facts).size(), std::size_t{20}}) {
        add(count);
    }
    for (const Class& range : facts::classes_of(facts)) {
        add(range.count);
    }
    // Edges that are rates may need fewer decimals than all rates do.
    for (std::string rate : expected.rates) {
        while (rate.find('.') != std::string::npos && (rate.back() == '0' || rate.back() == '.')) {
            rate.pop_back();
            numbers.insert(rate);
        }
    }
    return numbers;
}

void check_numbers(const std::string& text, const std::set<std::string>& allowed) {
    std::string wrong;
    for (const std::string& number : numbers_in(text)) {
        wrong += allowed.contains(number) ? "" : number + " ";
    }
    BOOST_TEST(wrong.empty(), wrong << "does not follow from the table: " << text);
}

/// List, table, labels and marks of each row.
void check_rows(const Table& table, const Expected& expected, const words::Words& words) {
    std::string list;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Row& row = table.rows[i];
        const std::string& rate = expected.rates[i];
        const std::string count = row.count ? written(*row.count, 0) : rate;
        const bool few = row.count && *row.count > 0 && *row.count < 20;
        const bool all_few = expected.few == expected.some;
        BOOST_TEST(words.marks.at(i).value == rate + (few && !all_few ? " [u]" : ""));
        const std::vector<std::string> cells{row.label, count, written(row.per, 0),
                                             rate + (few ? " [u]" : "")};
        BOOST_TEST(words.table.rows.at(i) == cells, boost::test_tools::per_element());
        BOOST_TEST(words.marks.at(i).name.starts_with(row.label + ": " + rate));
    }
}

/// Sentences that name who is highest, and who has most, are so; gives how many were found.
int check_claims(const std::string& text, const Table& table, const Expected& expected) {
    int found = 0;
    double highest = 0;
    long most = 0;
    for (const Row& row : table.rows) {
        highest = std::max(highest, static_cast<double>(row.count.value_or(0)) /
                                        static_cast<double>(row.per));
        most = std::max(most, row.count.value_or(0));
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Row& row = table.rows[i];
        const std::string& label = row.label;
        const std::string count = written(row.count.value_or(0), 0);
        const double rate =
            static_cast<double>(row.count.value_or(0)) / static_cast<double>(row.per);
        for (const char* verb : {" has", " have"}) {
            if (text.find(label + verb + " the highest rate, " + expected.rates[i] + " (" +
                          count) != std::string::npos) {
                BOOST_TEST(rate == highest, label << " in: " << text);
                ++found;
            }
            if (text.find(label + verb + " the most stories, " + count + ", at a rate of " +
                          expected.rates[i]) != std::string::npos) {
                BOOST_TEST(*row.count == most, label << " in: " << text);
                ++found;
            }
        }
    }
    static const std::regex few("f the ([0-9,]+) rates, ([0-9,]+) rests? on fewer than 20 stories");
    std::smatch match;
    if (std::regex_search(text, match, few)) {
        BOOST_TEST(test::number_of(match[1]) == static_cast<double>(expected.some));
        BOOST_TEST(test::number_of(match[2]) == static_cast<double>(expected.few));
        ++found;
    }
    if (text.find("very rate") != std::string::npos) {
        BOOST_TEST(expected.few == expected.some);
        BOOST_TEST(expected.few > 0U);
        ++found;
    }
    return found;
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_told_follows_from_the_table) {
    std::mt19937 random(41);
    int claims = 0;
    for (int round = 0; round < 1000; ++round) {
        const Table table = random_table(random);
        const Expected expected = expect(table, "no data");
        const Facts facts = facts_of(table, false);
        const words::Words words = words::describe(facts, test::english());
        const std::set<std::string> allowed = allowed_numbers(table, expected, facts);
        for (const std::string& text : {words.short_text, words.description, words.subtitle}) {
            check_numbers(text, allowed);
            test::check_marks_of_writing(text);
            claims += check_claims(text, table, expected);
        }
        for (const std::string& text : {words.short_text, words.description}) {
            test::check_sentences(text);
        }
        for (const words::LegendLabel& label : words.class_labels) {
            check_numbers(label.range, allowed);
        }
        check_rows(table, expected, words);
        test::check_legend(facts, words);
        BOOST_TEST(test::code_points(words.short_text) <= 250U);
        const bool has_overall = words.description.find(" overall") != std::string::npos;
        BOOST_TEST(has_overall == (expected.some > 0));
        BOOST_TEST(words.description.find("counts, not rates") == std::string::npos);
    }
    BOOST_TEST(claims > 1000); // they were there to be checked
}

BOOST_AUTO_TEST_CASE(what_is_told_in_gaelic_follows_from_the_table) {
    std::mt19937 random(42);
    for (int round = 0; round < 500; ++round) {
        const Table table = random_table(random);
        const Expected expected = expect(table, "gun d\u00e0ta");
        const Facts facts = facts_of(table, true);
        const words::Words words = words::describe(facts, test::gaelic());
        const std::set<std::string> allowed = allowed_numbers(table, expected, facts);
        for (const std::string& text : {words.short_text, words.description, words.subtitle}) {
            check_numbers(text, allowed);
            test::check_marks_of_writing(text);
        }
        for (const std::string& text : {words.short_text, words.description}) {
            test::check_sentences(text);
        }
        check_rows(table, expected, words);
        BOOST_TEST(test::code_points(words.short_text) <= 250U);
    }
}

BOOST_AUTO_TEST_CASE(a_long_text_tells_all_that_a_figure_of_forty_has) {
    std::mt19937 random(43);
    for (int round = 0; round < 300; ++round) {
        const Table table = random_table(random);
        if (table.rows.size() > 40) {
            continue;
        }
        const Expected expected = expect(table, "no data");
        const std::string text =
            words::describe(facts_of(table, false), test::english()).description;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const Row& row = table.rows[i];
            BOOST_TEST(text.find(row.label) != std::string::npos,
                       row.label << " is not told in: " << text);
            if (expected.some > 1 && row.count.value_or(0) > 0) {
                BOOST_TEST(text.find(row.label + ", " + expected.rates[i] + " (") !=
                               std::string::npos,
                           row.label << "'s rate is not told in: " << text);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts
