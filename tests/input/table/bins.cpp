#include "render/input/table/bins.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(bins)

namespace {

/// The label of the bin of a cell, or what is wrong with it; "none" where it has no value.
std::string label(Bins& bins, std::string_view cell) {
    const auto read = bins.bin_of(cell);
    if (const auto* refusal = std::get_if<Refusal>(&read)) {
        return refusal->what;
    }
    const auto* bin = std::get_if<std::int64_t>(&read);
    return bin == nullptr ? "none" : bins.label_of(*bin);
}

struct Example {
    BinSpec spec;
    std::string_view cell;
    std::string_view label;
};

const Example examples[] = {
    {{10.0}, "0", "0 to 9"},
    {{10.0}, "9", "0 to 9"},
    {{10.0}, "10", "10 to 19"},
    {{10.0}, "-1", "−10 to −1"},
    {{1000.0}, "1,234", "1,000 to 1,999"},
    {{1.0}, "7", "7"},
    {{10.0}, "9.5", "0 to under 10"},
    {{0.1}, "0.3", "0.3 to under 0.4"}, // 0.3 / 0.1 is less than 3
    {{10.0, true}, "25", "20 gu 29"},
    {{10.0, true}, "25.5", "20 gu nas lugha na 30"},
    {{10.0}, "[x]", "none"},
    {{10.0}, "", "none"},
    {{10.0}, "old", "\"old\" is not a number"},
    {{1e-9}, "1e9", "\"1e9\" is too large for bins so small"},
    {{Period::month}, "2024-03-31", "March 2024"},
    {{Period::month}, "2024-03", "March 2024"},
    {{Period::month}, "2024", "\"2024\" lies in more than one month"},
    {{Period::month}, "31/03/2024", "March 2024"},
    {{Period::month}, "03/31/2024", "\"03/31/2024\" is no date such as 2024-03-31"},
    {{Period::month, true}, "2024-11-30", "Samhain 2024"},
    {{Period::quarter}, "2024-03-31", "January to March 2024"},
    {{Period::quarter}, "2024-12-01", "October to December 2024"},
    {{Period::quarter, true}, "2024-04-01", "Giblean gu Ògmhios 2024"},
    {{Period::year}, "2024", "2024"},
    {{Period::financial_year}, "2024-03-31", "2023/24"},
    {{Period::financial_year}, "2024-04-01", "2024/25"},
    {{Period::financial_year}, "1999-05-01", "1999/00"},
    {{Period::financial_year}, "2024", "\"2024\" lies in more than one financial year"},
};

} // namespace

BOOST_AUTO_TEST_CASE(labels_as_people_write_them) {
    for (const Example& example : examples) {
        Bins bins(example.spec, {});
        BOOST_TEST(label(bins, example.cell) == example.label);
    }
}

BOOST_AUTO_TEST_CASE(one_number_with_decimals_changes_all_labels) {
    Bins bins({10.0}, {});
    BOOST_TEST(label(bins, "5") == "0 to 9");
    BOOST_TEST(label(bins, "12.5") == "10 to under 20");
    BOOST_TEST(label(bins, "5") == "0 to under 10");
}

BOOST_AUTO_TEST_CASE(bins_follow_one_another) {
    Bins months({Period::month}, {});
    Bins quarters({Period::quarter}, {});
    const auto bin = [](Bins& bins, std::string_view cell) {
        return std::get<std::int64_t>(bins.bin_of(cell));
    };
    BOOST_TEST(bin(months, "2024-01-01") == bin(months, "2023-12-31") + 1);
    BOOST_TEST(bin(months, "2025-01-01") == bin(months, "2024-01-31") + 12);
    BOOST_TEST(bin(quarters, "2024-01-01") == bin(quarters, "2023-12-31") + 1);
}

BOOST_AUTO_TEST_SUITE_END()
