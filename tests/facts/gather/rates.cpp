#include "render/facts/gather/rates.h"

#include "render/facts/body.h"
#include "render/facts/gather/gather.h"
#include "tests/support.h"
#include "tests/support_language.h"

#include <sstream>

namespace cairn::facts {
BOOST_AUTO_TEST_SUITE(rates)

namespace {

using input::FigureSpec;
using input::Observations;

constexpr std::nullopt_t none = std::nullopt;

/// Label, count, and what it is per.
struct Row {
    std::string label;
    std::optional<double> count;
    std::optional<double> per;
};

/// A table `d.csv` whose first row is on line 2, with a column of households, or none.
Observations table(const std::vector<Row>& rows, bool has_per = true) {
    Observations observations{"d.csv", "Sector", "Stories", {}, 0};
    if (has_per) {
        observations.per_heading = "Households";
    }
    for (const Row& row : rows) {
        const int line = static_cast<int>(observations.rows.size()) + 2;
        observations.rows.push_back({row.label, row.count, line, "", row.per});
    }
    return observations;
}

FigureSpec rate_spec(bool are_places, const std::string& per, double factor = 1000) {
    FigureSpec spec;
    spec.data.are_places = are_places;
    spec.title = "Stories";
    spec.sort = input::Sort::file;
    spec.where = {.file = "f.yaml", .line = 3};
    spec.data.value_column = "Stories";
    spec.data.value_where = {.file = "f.yaml", .line = 6, .column = 40};
    spec.data.rate = input::RateSpec{
        .column = per, .factor = factor, .where = {.file = "f.yaml", .line = 6, .column = 54}};
    return spec;
}

/// Three council areas with people, and a place without.
const geo::Gazetteer& places() {
    static const geo::Gazetteer all({
        {"S12000047", {}, "", "Fife", "Fìobha", {}, geo::Population{371340, 2022}},
        {"S12000041", {}, "", "Angus", "Aonghas", {}, geo::Population{114660, 2022}},
        {"S12000027", {}, "", "Shetland Islands", "Sealtainn", {}, geo::Population{23020, 2022}},
    });
    return all;
}

Facts bars_of(const FigureSpec& spec, const Observations& observations) {
    return gather_bars(spec, observations, test::english());
}

Facts map_of(const FigureSpec& spec, const Observations& observations,
             const geo::Gazetteer& where = places()) {
    return gather_map(spec, observations, where, "Boundaries: us", test::english());
}

/// "Fife=1.35 (5/371340)", with a star where it rests on few cases.
std::string shown(const Facts& facts) {
    std::ostringstream text;
    const auto number = [&](const std::optional<double>& value) {
        value ? text << *value : text << "-";
    };
    for (const Fact& fact : facts.facts) {
        text << (text.str().empty() ? "" : ", ") << fact.label << "=";
        number(fact.value);
        text << (fact.few_cases ? "*" : "") << " (";
        number(fact.count);
        text << "/";
        number(fact.denominator);
        text << ")";
    }
    return text.str();
}

std::string warnings(const Facts& facts) {
    std::string text;
    for (const Problem& warning : facts.warnings) {
        text += to_string(warning, Severity::warning) + "\n";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(rates_per_a_column_of_the_table) {
    const Facts facts = bars_of(rate_spec(false, "Households"),
                                table({{"A", 30, 4000}, {"B", 0, 500}, {"C", none, 700}}));
    BOOST_TEST(shown(facts) == "A=7.5 (30/4000), B=0 (0/500), C=- (-/700)");
    BOOST_TEST(facts.total == 30);
    BOOST_TEST(facts.value_heading == "Stories per 1,000 households");
    const Rate& rate = facts.rate.value();
    BOOST_TEST(rate.overall.value() == 6.67); // 30 of 4,500; C has no part in it
    BOOST_TEST(rate.count_heading == "Stories");
    BOOST_TEST(rate.per_heading == "Households");
    BOOST_TEST(rate.per.one == "household");
    BOOST_TEST(rate.population_year == 0);
    BOOST_TEST(rate.of_some == 1U);
    BOOST_TEST(rate.of_few_cases == 0U);
    BOOST_TEST(facts.missing == std::vector<std::string>{"C"}, boost::test_tools::per_element());
    BOOST_TEST(warnings(facts) == "");
}

BOOST_AUTO_TEST_CASE(rates_per_built_in_population) {
    FigureSpec spec = rate_spec(true, "population", 100000);
    spec.absent = input::Absent::zero;
    spec.sort = input::Sort::descending;
    spec.expect_total = 26; // of the counts
    spec.classes.count = 2;
    const Facts facts = map_of(spec, table({{"Sealtainn", 1, none}, {"Fife", 25, none}}, false));
    // Sorted by rate, and so classed.
    BOOST_TEST(shown(facts) ==
               "Fife=6.73 (25/371340), Shetland Islands=4.34* (1/23020), Angus=0 (0/114660)");
    BOOST_REQUIRE(facts::classes_of(facts).size() == 2U);
    BOOST_TEST(facts::classes_of(facts)[0].from == 4.34);
    BOOST_TEST(facts::classes_of(facts)[1].from == 6.73);
    BOOST_TEST(facts.facts[0].class_index.value() == 1U);
    BOOST_TEST(facts::zero_count_of(facts).value() == 1U);
    BOOST_TEST(facts.total == 26);
    BOOST_TEST(facts.decimals == 2);
    const Rate& rate = facts.rate.value();
    BOOST_TEST(rate.overall.value() == 5.11); // 26 of 509,020 people, not 11.07
    BOOST_TEST(rate.per_heading == "Population, mid-2022");
    BOOST_TEST(rate.population_year == 2022);
    BOOST_TEST(rate.of_some == 2U);
    BOOST_TEST(rate.of_few_cases == 1U);
    BOOST_TEST(warnings(facts) ==
               "f.yaml:6:40: warning: 1 of 2 rates rest on fewer than 20 cases each, and may be "
               "due to chance\n  the figure says so; counts of more years, or larger areas, make "
               "rates that hold\n");
}

BOOST_AUTO_TEST_CASE(classes_of_whole_rates_leave_no_gap) {
    FigureSpec spec = rate_spec(true, "Households");
    spec.classes.count = 2;
    const Facts facts =
        map_of(spec, table({{"Fife", 700, 1000}, {"Angus", 300, 1000}, {"Sealtainn", 200, 1000}}));
    BOOST_REQUIRE(facts::classes_of(facts).size() == 2U);
    BOOST_TEST(facts::classes_of(facts)[0].to == 700); // not 699, as a count's
    BOOST_TEST(!facts::classes_of(facts)[0].holds_end);
}

BOOST_AUTO_TEST_CASE(a_region_without_a_row_is_missing_or_has_the_rate_zero) {
    FigureSpec spec = rate_spec(true, "population");
    const Observations people = table({{"Fife", 371340, none}}, false);
    BOOST_TEST(shown(map_of(spec, people)) == "Fife=1000 (371340/371340), Angus=- (-/114660), "
                                              "Shetland Islands=- (-/23020)");
    BOOST_TEST(map_of(spec, people).rate.value().overall.value() == 1000);
    spec = rate_spec(true, "Households");
    spec.absent = input::Absent::zero;
    const Facts facts = map_of(spec, table({{"Fife", 20, 1000}}));
    BOOST_TEST(shown(facts) == "Fife=20 (20/1000), Angus=0 (0/-), Shetland Islands=0 (0/-)");
    // How many households the others have, nobody knows: so nobody knows the rate of all.
    BOOST_TEST(!facts.rate.value().overall.has_value());
}

BOOST_AUTO_TEST_CASE(rows_of_one_label_are_added_up_on_both_sides) {
    FigureSpec spec = rate_spec(false, "Households");
    spec.duplicates = input::Duplicates::sum;
    const Facts facts =
        bars_of(spec, table({{"A", 20, 1000}, {"A", 40, 2000}, {"A", none, 5000}, {"B", 90, 900}}));
    BOOST_TEST(shown(facts) == "A=20 (60/3000), B=100 (90/900)");
    BOOST_TEST(warnings(facts) ==
               "d.csv:4: warning: the row for \"A\" has no value and adds nothing to the sum\n");
}

BOOST_AUTO_TEST_CASE(what_two_rows_have_in_common_may_be_one_thing) {
    FigureSpec spec = rate_spec(false, "Households");
    spec.duplicates = input::Duplicates::sum;
    BOOST_TEST(warnings(bars_of(spec, table({{"A", 20, 1000}, {"A", 40, 1000}}))) ==
               "d.csv:3: warning: field 'Households': \"A\" has 1,000 on line 2 too, and both are "
               "added up\n  where they are the same, make one row of the two\n");
    // Of a table joined by a key, it is one.
    input::Observations joined = table({{"A", 20, 1000}, {"A", 40, 1000}});
    joined.per_is_joined = true;
    BOOST_TEST(warnings(bars_of(spec, joined)).empty());
    BOOST_TEST(shown(bars_of(spec, joined)) == "A=60 (60/1000)");
}

BOOST_AUTO_TEST_CASE(a_total_row_is_compared_with_the_counts) {
    const Facts facts = bars_of(rate_spec(false, "Households"),
                                table({{"A", 20, 1000}, {"B", 30, 1000}, {"Total", 50, none}}));
    BOOST_TEST(shown(facts) == "A=20 (20/1000), B=30 (30/1000)");
    BOOST_TEST(facts.total_row.value() == 50);
    BOOST_TEST(test::error_text([] {
                   bars_of(rate_spec(false, "Households"),
                           table({{"A", 20, 1000}, {"B", 30, 1000}, {"Total", 60, 2000}}));
               }) == "d.csv:4: error: \"Total\" is 60, but the other rows add up to 50\n"
                     "  correct the row that is wrong, or leave this one out\n");
}

BOOST_AUTO_TEST_CASE(twenty_cases_are_enough) {
    const Facts facts = bars_of(rate_spec(false, "Households"),
                                table({{"A", 19, 1000}, {"B", 20, 1000}, {"C", 0, 1000}}));
    BOOST_TEST(shown(facts) == "A=19* (19/1000), B=20 (20/1000), C=0 (0/1000)");
    Observations money = table({{"A", 1.5, 1000}, {"B", 20, 1000}});
    money.decimals = 1; // an amount is no number of cases
    BOOST_TEST(shown(bars_of(rate_spec(false, "Households"), money)) ==
               "A=1.5 (1.5/1000), B=20 (20/1000)");
}

BOOST_AUTO_TEST_CASE(what_it_is_per_has_a_name) {
    struct Case {
        std::string heading;
        double factor;
        std::string measure;
    };
    const std::vector<Case> cases{
        {"Households", 1, "Stories per household"},
        {"Households", 1000, "Stories per 1,000 households"},
        {"Number of homes", 100, "Stories per 100 homes"},
        {"Population", 10000, "Stories per 10,000 people"},
        {"Population (2021)", 1, "Stories per person"},
        {"Carers", 0.5, "Stories per 0.5 carers"},
    };
    for (const Case& one : cases) {
        Observations observations = table({{"A", 20, 1000}});
        observations.per_heading = one.heading;
        const FigureSpec spec = rate_spec(false, one.heading, one.factor);
        BOOST_TEST(bars_of(spec, observations).value_heading == one.measure);
    }
    FigureSpec own = rate_spec(false, "Hh");
    own.data.rate->noun = Noun{"home", "homes"};
    BOOST_TEST(bars_of(own, table({{"A", 20, 1000}})).value_heading == "Stories per 1,000 homes");
}

BOOST_AUTO_TEST_CASE(three_significant_digits_at_most) {
    struct Case {
        std::vector<double> rates;
        int decimals;
        std::vector<double> shown;
    };
    const std::vector<Case> cases{
        {{}, 0, {}},
        {{0, 0}, 0, {0, 0}},
        {{4.3440486, 0.29331, 0.771}, 2, {4.34, 0.29, 0.77}},
        {{13.06, 4.9401, 0.04}, 2, {13.06, 4.94, 0.04}}, // 0.0 would say none
        {{131.4, 7.5}, 0, {131, 8}},
        {{12345.6, 131.6}, 0, {12300, 132}},
        {{0.0123456}, 4, {0.0123}},
        {{435.126, 0.0004}, 4, {435.126, 0.0004}},
        {{100, 10, 1}, 0, {100, 10, 1}},
        {{1000, 999.6}, 0, {1000, 1000}},
    };
    for (const Case& one : cases) {
        BOOST_TEST(rate_decimals(one.rates) == one.decimals);
        std::vector<double> all;
        for (const double rate : one.rates) {
            all.push_back(shown_rate(rate, one.decimals));
        }
        BOOST_TEST(all == one.shown, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(bad_input) {
    struct BadInput {
        std::vector<Row> rows;
        std::string message;
    };
    const std::vector<BadInput> cases{
        {{{"A", -3, 1000}},
         "d.csv:2: error: field 'Stories': −3 is below zero, and no count that a rate can be made "
         "of\n  write how many there are, 0 or more\n"},
        {{{"A", 3, 1000}, {"B", 3, 0}, {"C", 3, -5}},
         "d.csv:3: error: field 'Households': the count of \"B\" cannot be divided by 0\n"
         "  write the right number, or [x] for the count\n"
         "d.csv:4: error: field 'Households': the count of \"C\" cannot be divided by −5\n"
         "  write the right number, or [x] for the count\n"},
        {{{"A", 3, none}},
         "d.csv:2: error: field 'Households': \"A\" has a count here, but nothing that it is per\n"
         "  write the number, or [x] for the count too\n"},
    };
    for (const BadInput& bad : cases) {
        BOOST_TEST(test::error_text([&] {
                       bars_of(rate_spec(false, "Households"), table(bad.rows));
                   }) == bad.message);
    }
}

BOOST_AUTO_TEST_CASE(no_population_is_known) {
    const std::string remedy = "name a column of the table that has them: per: Population\n";
    BOOST_TEST(test::error_text([] {
                   bars_of(rate_spec(false, "population"), table({{"A", 3, none}}, false));
               }) == "f.yaml:6:54: error: a bar chart has no built-in populations\n  " + remedy);
    const geo::Gazetteer wards({{"1", {}, "", "Ward One", "", {}},
                                {"2", {}, "", "Ward Two", "", {}},
                                {"3", {}, "", "Ward Three", "", {}},
                                {"4", {}, "", "Ward Four", "", {}}});
    BOOST_TEST(
        test::error_text([&] {
            map_of(rate_spec(true, "population"), table({{"Ward One", 3, none}}, false), wards);
        }) == "f.yaml:6:54: error: there is no built-in population of \"Ward One\", \"Ward "
              "Four\", \"Ward Three\" and 1 more\n"
              "  there are those of Scotland's council areas alone; " +
                  remedy);
}

BOOST_AUTO_TEST_CASE(what_measures_already_has_no_rate) {
    FigureSpec spec = rate_spec(false, "Households");
    spec.unit = {"%", "%"};
    BOOST_TEST(test::error_text([&] {
                   bars_of(spec, table({{"A", 3, 9}}));
               }) == "f.yaml:6:40: error: \"%\" measures already, and has no rate\n"
                     "  name the column that counts, or write its name alone: value: Stories\n");
}

BOOST_AUTO_TEST_CASE(gaelic_needs_its_nouns) {
    FigureSpec spec = rate_spec(false, "Households");
    spec.language = "gd";
    spec.item = Noun{"roinn", "roinn", "roinn", "roinnean"};
    const auto message = [&] {
        return test::error_text([&] { gather_bars(spec, table({{"A", 3, 9}}), test::gaelic()); });
    };
    BOOST_TEST(message() == "f.yaml:3: error: a rate in Scottish Gaelic (gd) needs the key "
                            "\"unit\"\n  say what is counted: unit: {one: sgeulachd, two: "
                            "sgeulachd, few: sgeulachdan, other: sgeulachd}\n");
    spec.unit = {"sgeulachd", "sgeulachd", "sgeulachd", "sgeulachdan"};
    BOOST_TEST(message() == "f.yaml:6:54: error: a rate in Scottish Gaelic (gd) needs the key "
                            "\"per_unit\"\n  say what it is per, in forms such as those of a unit: "
                            "{one: sgeulachd, two: "
                            "sgeulachd, few: sgeulachdan, other: sgeulachd}\n");
    spec.data.rate->noun = Noun{"dachaigh", "dachaigh", "dhachaigh", "dachaighean"};
    BOOST_TEST(gather_bars(spec, table({{"A", 30, 90}}), test::gaelic()).value_heading ==
               "Sgeulachdan do gach 1,000 dachaigh");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts
