#include "tests/support_program.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <regex>
#include <string>
#include <vector>

// A count that is kept back is in nothing that a reader sees, nor is what it could be worked out
// from.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(suppressed_counts)

namespace {

namespace fs = std::filesystem;

constexpr const char* table = "Council,Year,Stories,People\n"
                              "Angus,2023,3,1000\nFife,2023,1021,2000\nMoray,2023,3057,3000\n"
                              "Stirling,2023,2111,4000\n"
                              "Angus,2024,1033,1000\nFife,2024,1409,2000\nMoray,2024,4051,3000\n"
                              "Stirling,2024,2203,4000\n";

constexpr const char* figures = R"(figures:
  - {id: bar, kind: bar, title: T, unit: {one: story, other: stories}, suppress: {below: 5},
     headline: auto, expect_total: 6192,
     data: {file: d.csv, label: Council, value: Stories, where: Year = 2023}}
  - {id: map, kind: choropleth, title: T, unit: {one: story, other: stories}, suppress: {below: 5},
     headline: auto, boundaries: scotland-councils, labels: all,
     data: {file: d.csv, place: Council, value: Stories, where: Year = 2023}}
  - {id: rate, kind: tiles, title: T, unit: {one: story, other: stories}, suppress: {below: 5},
     data: {file: d.csv, place: Council, value: {column: Stories, per: People, factor: 1000}, where: Year = 2023}}
  - {id: sum, kind: bar, title: T, unit: {one: story, other: stories}, suppress: {below: 5},
     data: {file: d.csv, label: Council, sum: Stories, where: Year = 2023}}
  - {id: dots, kind: dots, title: T, unit: {one: story, other: stories}, suppress: {below: 5},
     per_dot: 100, boundaries: scotland-councils,
     data: {file: d.csv, place: Council, value: Stories, where: Year = 2023}}
  - {id: years, kind: choropleth, title: T, unit: {one: story, other: stories}, suppress: {below: 5},
     boundaries: scotland-councils,
     data: {file: d.csv, place: Council, panel: Year, value: Stories}}
)";

/// Digits that stand together in what people read, without commas between thousands.
std::vector<std::string> numbers_in(std::string text) {
    static const std::regex comma("([0-9]),(?=[0-9]{3})");
    text = std::regex_replace(text, comma, "$1");
    static const std::regex number("[0-9]+");
    return {std::sregex_token_iterator(text.begin(), text.end(), number), {}};
}

} // namespace

BOOST_AUTO_TEST_CASE(no_output_tells_a_count_that_is_kept_back) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", table);
    folder.write("figures.yaml", figures);
    const test::Run run = test::run_in(
        folder.path(), test::program() + " render figures.yaml --format svg,html --out out");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors.find("2 of 4 counts are suppressed") != std::string::npos);
    std::size_t files = 0;
    // 3 and 1021 of 2023, and for the small maps 1033 and 1409 of 2024; the totals that would give
    // them away: 6192 of 2023, 8696 of 2024, 1036 and 2430 of both years, 14888 of all. Nor is the
    // sum of what is shown told as if it were all: 5168 and 6254, 11422 of both years.
    const std::vector<std::string> secret{"1021",  "6192", "8696",  "1036", "2430",
                                          "14888", "6254", "11422", "5168"};
    const std::vector<std::string> of_years{"1033", "1409"};
    for (const std::string& name : test::files_in(folder.path() / "out")) {
        const std::string text = test::read_bytes(folder.path() / "out" / name);
        const std::vector<std::string> numbers = numbers_in(text);
        ++files;
        for (const std::string& number : secret) {
            BOOST_TEST(std::ranges::count(numbers, number) == 0, number << " is in " << name);
        }
        for (const std::string& number : of_years) {
            BOOST_TEST((!name.starts_with("years") || std::ranges::count(numbers, number) == 0),
                       number << " is in " << name);
        }
        if (name.ends_with(".described.html") && !name.starts_with("years")) {
            BOOST_TEST(text.find("Suppressed for Angus and Fife.") != std::string::npos, name);
        }
        if (name.ends_with(".svg")) {
            BOOST_TEST(text.find("Counts from 1 to 4 are suppressed, and others") !=
                           std::string::npos,
                       name);
        }
        if (name.ends_with(".csv")) {
            BOOST_TEST(text.find("Angus,S12000041,3,") == std::string::npos);
            BOOST_TEST(text.find("Angus,3") == std::string::npos);
            BOOST_TEST(text.find("3057") != std::string::npos);
        }
    }
    BOOST_TEST(files > 20U);
}

BOOST_AUTO_TEST_SUITE_END()
