#include "render/facts/gather/suppressed_rows.h"

#include "tests/facts/support_facts.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace cairn;
using input::Observations;

BOOST_AUTO_TEST_SUITE(suppressed_rows)

namespace {

const geo::Gazetteer& places() {
    static const geo::Gazetteer places({
        {"S12000047", {}, "GB-FIF", "Fife", "Fìobha", {}},
        {"S12000041", {}, "GB-ANS", "Angus", "Aonghas", {"Forfarshire"}},
        {"S12000020", {}, "GB-MRY", "Moray", "Moireibh", {}},
    });
    return places;
}

input::FigureSpec spec_of(bool secondary = true) {
    input::FigureSpec spec = test::spec_of(false, {});
    spec.suppress = {.below = 5, .secondary = secondary, .where = {.file = "f.yaml", .line = 4}};
    return spec;
}

/// The values afterwards, and what is told.
struct Kept {
    std::vector<std::optional<double>> values{};
    std::string told{};
};

Kept kept(Observations data, input::FigureSpec spec, const geo::Gazetteer* map = nullptr) {
    std::vector<Problem> warnings;
    facts::suppress(spec, map, test::english(), data, warnings);
    Kept result;
    for (const input::Observation& row : data.rows) {
        result.values.push_back(row.value);
        BOOST_TEST((row.value || row.reason == Reason::suppressed));
    }
    for (const Problem& warning : warnings) {
        result.told += to_string(warning, Severity::warning) + "\n";
    }
    return result;
}

using Values = std::vector<std::optional<double>>;

constexpr std::nullopt_t gone = std::nullopt;

} // namespace

BOOST_AUTO_TEST_CASE(of_pairs_the_totals_of_both_columns_are_protected) {
    Observations pairs = test::observations(
        {{"A (x)", 50}, {"A (y)", 2}, {"B (x)", 20}, {"B (y)", 30}, {"C (x)", 40}, {"C (y)", 20}});
    pairs.other_headings = {"Phase", "How"};
    for (input::Observation& row : pairs.rows) {
        row.others = {row.label.substr(0, 1), row.label.substr(3, 1)};
    }
    input::FigureSpec spec = spec_of();
    spec.data.records.by = {"Phase", "How"};
    // One alone of a phase, or of a way, would be what its total leaves.
    BOOST_TEST((kept(pairs, spec).values == Values{gone, gone, 20, 30, gone, gone} ||
                kept(pairs, spec).values == Values{gone, gone, gone, gone, 40, 20}));
}

BOOST_AUTO_TEST_CASE(a_small_count_goes_and_another_with_it) {
    const Kept all = kept(test::observations({{"A", 19}, {"B", 3}, {"C", 6}, {"D", 0}}), spec_of());
    BOOST_TEST((all.values == Values{19, gone, gone, 0}));
    BOOST_TEST(all.told == "f.yaml:4: warning: 2 of 4 counts are suppressed: 1 below 5, and 1 from "
                           "which these could be worked out\n");
    const Kept alone = kept(test::observations({{"A", 19}, {"B", 3}, {"C", 6}}), spec_of(false));
    BOOST_TEST((alone.values == Values{19, gone, 6}));
    BOOST_TEST(kept(test::observations({{"A", 19}, {"B", 5}}), spec_of()).told.empty());
}

BOOST_AUTO_TEST_CASE(a_total_stays_but_where_it_is_small_itself) {
    const Kept all =
        kept(test::observations({{"A", 19}, {"B", 3}, {"C", 6}, {"Total", 28}}), spec_of());
    BOOST_TEST((all.values == Values{19, gone, gone, 28}));
    const Kept small =
        kept(test::observations({{"A", 1}, {"B", 2}, {"All sectors", 3}}), spec_of());
    BOOST_TEST((small.values == Values{gone, gone, gone}));
}

BOOST_AUTO_TEST_CASE(rows_of_one_place_are_one_count) {
    const Kept all =
        kept(test::observations({{"Angus", 3}, {"Forfarshire", 4}, {"Fife", 2}, {"Moray", 9}}),
             spec_of(), &places());
    BOOST_TEST((all.values == Values{gone, gone, gone, 9}));
}

BOOST_AUTO_TEST_CASE(small_maps_are_a_table_of_two_dimensions) {
    Observations data = test::observations(
        {{"Angus", 3}, {"Fife", 20}, {"Moray", 30}, {"Angus", 20}, {"Fife", 6}, {"Moray", 40}});
    for (std::size_t i = 0; i < data.rows.size(); ++i) {
        data.rows[i].panel = i < 3 ? "2023" : "2024";
    }
    input::FigureSpec spec = spec_of();
    spec.data.panel_column = "Year";
    BOOST_TEST((kept(data, spec, &places()).values == Values{gone, gone, 30, gone, gone, 40}));
}

BOOST_AUTO_TEST_CASE(the_expected_total_is_that_of_all) {
    input::FigureSpec spec = spec_of();
    spec.expect_total = 28;
    std::vector<Problem> warnings;
    Observations data = test::observations({{"A", 19}, {"B", 3}, {"C", 6}});
    facts::suppress(spec, nullptr, test::english(), data, warnings);
    BOOST_TEST(!spec.expect_total);
    BOOST_TEST(facts::gather_bars(spec, data, test::english()).total == 19);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_protected_is_an_error) {
    const auto told = [](const test::Rows& rows, int decimals = 0, double expected = 0) {
        return test::error_text([&] {
            input::FigureSpec spec = spec_of();
            spec.expect_total_where = {.file = "f.yaml", .line = 5};
            if (expected > 0) {
                spec.expect_total = expected;
            }
            kept(test::observations(rows, {.decimals = decimals}), spec);
        });
    };
    BOOST_TEST(
        told({{"A", 3}}) ==
        "f.yaml:4: error: a count below 5 can be worked out from the total, whatever else is "
        "suppressed\n"
        "  put labels, areas or years together; or, where nobody knows the total, write "
        "secondary: false\n");
    BOOST_TEST(
        told({{"A", 3.5}, {"B", -2}}, 1) ==
        "d.csv:2: error: field 'Stories': 3.5 is no count, and small counts are to be suppressed\n"
        "  take `suppress` away, or name the column of the counts\n"
        "d.csv:3: error: field 'Stories': \xE2\x88\x92"
        "2 is no count, and small counts are to be "
        "suppressed\n"
        "  take `suppress` away, or name the column of the counts\n");
    BOOST_TEST(told({{"A", 19}, {"B", 3}}, 0, 40) ==
               "f.yaml:5: error: the values of d.csv add up to 22, not to the 40 expected\n"
               "  correct the value that is wrong in the table, or expect_total\n");
}

BOOST_AUTO_TEST_SUITE_END()
