#include "render/run/render.h"
#include "tests/support_checkout.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

// What `check` advises of maps that another kind would show more honestly: once for all of them.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(advice)

namespace {

/// One figure: id, kind, what stands in its data behind the place, and other keys.
struct Figure {
    std::string id;
    std::string kind;
    std::string value;
    std::string more{};
};

std::string line_of(const Figure& figure) {
    const bool tiles = figure.kind == "tiles";
    const bool bars = figure.kind == "bar";
    return fmt::format(
        "  - {{id: {}, kind: {}, title: T,{} data: {{file: d.csv, {}: Place, {}}}{}}}\n", figure.id,
        figure.kind, tiles || bars ? "" : " boundaries: scotland-councils,",
        bars ? "label" : "place", figure.value, figure.more);
}

Report checked(const std::vector<Figure>& figures) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "Year,Place,Stories,Share,Board\n2021,Fife,1,2.5,A\n2022,Fife,3,2.5,A\n");
    folder.write("one.csv", "Place,Stories,Share,Board\nFife,1,2.5,A\nMoray,5,3.5,B\n");
    std::string text = "figures:\n";
    for (const Figure& figure : figures) {
        std::string line = line_of(figure);
        if (figure.value.find("panel") == std::string::npos) {
            line.replace(line.find("d.csv"), 5, "one.csv");
        }
        text += line;
    }
    return check({.files = {folder.write("f.yaml", text)},
                  .only = {},
                  .out = {},
                  .formats = {},
                  .style = {},
                  .dpi = {},
                  .languages = {}},
                 test::checkout());
}

/// The advice on these figures, with its line in the file; empty where there is none.
std::string advice_on(const std::vector<Figure>& figures) {
    const Report report = checked(figures);
    for (const Problem& problem : report.errors) {
        BOOST_TEST(false, to_string(problem, Severity::error));
    }
    std::string found;
    for (std::size_t at = 0; at < report.text.size();) {
        const std::size_t end = report.text.find('\n', at);
        const std::string line = report.text.substr(at, end - at);
        const std::size_t advice = line.find(" advice: ");
        if (advice != std::string::npos) {
            const std::size_t file = line.find("f.yaml:") + 7;
            found += line.substr(file, line.find(':', file) - file) + line.substr(advice) + "\n";
            const std::size_t next = report.text.find('\n', end + 1);
            found += report.text.substr(end + 1, next - end);
            at = next + 1;
        } else {
            at = end + 1;
        }
    }
    return found;
}

const std::string stories = "value: Stories";
const std::string by_counts = " areas by counts, which show much of where people live\n";
const std::string for_map = "  show the rate, value: {column: Stories, per: population, factor: "
                            "100000}, or draw the counts as symbols, kind: symbols";
const std::string for_panels = "write the rates of each map in the table, and value: their column";
const std::string percent = ", unit: {one: \"%\", other: \"%\"}";

} // namespace

BOOST_AUTO_TEST_CASE(counts_shade_areas) {
    BOOST_TEST(advice_on({{"a", "choropleth", stories}}) ==
               "2 advice: \"a\" shades" + by_counts + for_map + "\n");
    BOOST_TEST(advice_on({{"a", "tiles", stories}}) ==
               "2 advice: \"a\" shades" + by_counts + for_map + "\n");
    // Neither a built-in rate nor circles fit several small maps.
    BOOST_TEST(advice_on({{"a", "choropleth", stories + ", panel: Year"}}) ==
               "2 advice: \"a\" shades" + by_counts + "  " + for_panels + "\n");
}

BOOST_AUTO_TEST_CASE(all_are_told_once_at_the_first) {
    BOOST_TEST(advice_on({{"bars", "bar", stories},
                          {"a", "choropleth", stories + ", panel: Year"},
                          {"b", "tiles", stories},
                          {"c", "choropleth", stories}}) ==
               "3 advice: \"a\", \"b\" and \"c\" shade" + by_counts + for_map +
                   "; for small multiples, " + for_panels + "\n");
}

BOOST_AUTO_TEST_CASE(circles_and_dots_stand_for_amounts) {
    const std::string what = " a rate or a share by circles or dots, which stand for amounts\n"
                             "  write kind: choropleth, unless the values add up to one whole\n";
    BOOST_TEST(advice_on({{"a", "symbols", "value: Share", percent}}) ==
               "2 advice: \"a\" shows" + what);
    BOOST_TEST(
        advice_on({{"a", "dots", stories, ", unit: {one: story per head, other: stories per head}"},
                   {"b", "symbols", "value: Share", percent}}) ==
        "2 advice: \"a\" and \"b\" show" + what);
}

BOOST_AUTO_TEST_CASE(what_is_honest_needs_none) {
    for (const Figure& figure : std::vector<Figure>{
             {"a", "bar", stories},
             {"a", "symbols", stories},
             {"a", "symbols", "value: Share"}, // parts of a thing are amounts as well
             {"a", "dots", stories},
             {"a", "categorical", "category: Board"},
             {"a", "choropleth", "value: Share"},
             {"a", "choropleth", stories, percent},
             {"a", "choropleth", "value: Share, panel: Year"},
             {"a", "tiles", "value: Share"},
             {"a", "tiles", "value: {column: Stories, per: population, factor: 100000}"},
             {"a", "choropleth", "value: {column: Stories, per: population, factor: 100000}"}}) {
        BOOST_TEST(advice_on({figure}) == "", figure.kind << " " << figure.value);
    }
}

BOOST_AUTO_TEST_CASE(a_rate_of_few_cases_is_warned_of) {
    const Report report =
        checked({{"a", "choropleth", "value: {column: Stories, per: population, factor: 100000}"}});
    BOOST_TEST_REQUIRE(report.warnings.size() == 1U);
    BOOST_TEST(report.warnings.front().what ==
               "2 of 2 rates rest on fewer than 20 cases each, and may be due to chance");
}

BOOST_AUTO_TEST_SUITE_END()
