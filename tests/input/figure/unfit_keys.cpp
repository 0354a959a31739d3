#include "render/input/figure/unfit_keys.h"

#include "tests/input/figure/support_figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// Which key fits which kind of figure, each combination of the two: what does not fit is refused in
// these very words, and docs/figure-file.md says the same.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(unfit_keys)

namespace {

/// A kind of figure as its file has it, on five lines at most, the last without `extra` in its
/// data.
struct Shape {
    std::string_view kind;
    std::string_view name; ///< in messages
    std::string_view data; ///< but for the value
};

constexpr std::array<Shape, 7> shapes{{
    {"bar", "a bar chart", "label: L"},
    {"choropleth", "a choropleth", "place: L"},
    {"choropleth", "small multiples", "place: L, panel: Y"},
    {"tiles", "a tile map", "place: L"},
    {"categorical", "a categorical map", "place: L, category: C"},
    {"symbols", "a map of circles", "place: L"},
    {"dots", "a map of dots", "place: L"},
}};

/// A key with a value, and for each shape what to do instead; empty where the key fits.
struct Row {
    std::string_view key;
    std::string_view value;
    std::array<std::string_view, 7> remedies{};
};

constexpr std::string_view shade = "take it away, or write kind: choropleth";
constexpr std::string_view tile = "take it away, or write kind: tiles";
constexpr std::string_view dot = "take it away, or write kind: dots";
constexpr std::string_view no_numbers = "take it away: categories are no numbers";
constexpr std::string_view no_room = "take it away: they have no room for it";
constexpr std::string_view one_kind = "take it away: each of them is a choropleth";

constexpr std::array rows{
    Row{"boundaries", "scotland-councils", {shade, "", "", "", "", "", ""}},
    Row{"absent", "zero", {shade, "", "", "", no_numbers, "", ""}},
    Row{"classes", "{count: 3}", {shade, "", "", "", no_numbers, shade, shade}},
    Row{"palette", "viridis", {shade, "", "", "", "", shade, shade}},
    Row{"patterns", "true", {shade, "", "", "", "", shade, shade}},
    Row{"labels",
        "none",
        {shade, "", no_room, "take it away: every tile has its name and value",
         "take it away: each group is labelled", "", ""}},
    Row{"scale_bar", "true", {shade, "", no_room, shade, "", "", ""}},
    Row{"north_arrow", "true", {shade, "", no_room, shade, "", "", ""}},
    Row{"tiles", "squares", {tile, tile, one_kind, "", tile, tile, tile}},
    Row{"per_dot", "10", {dot, dot, one_kind, dot, dot, dot, ""}},
    Row{"gazetteer",
        "g.csv",
        {shade, "", "", "", "take it away, and write the areas in the table", "", ""}},
    Row{"points", "false", {dot, dot, one_kind, dot, dot, dot, ""}},
    Row{"headline",
        "auto",
        {"", "", "take it away, and write what the maps show as the title", "",
         "take it away, and write what the map shows as the title", "", ""}},
    Row{"unit", "{one: story, other: stories}", {"", "", "", "", no_numbers, "", ""}},
    Row{"expect_total", "39", {"", "", "", "", no_numbers, "", ""}},
    Row{"suppress", "{below: 5}", {"", "", "", "", no_numbers, "", ""}},
    Row{"duplicates", "sum", {"", "", "", "", no_numbers, "", ""}},
    Row{"sort", "file"},
    Row{"items", "{one: area, other: areas}"},
    Row{"subtitle", "S"},
    Row{"note", "N"},
    Row{"source", "S"},
    Row{"language", "en"},
    Row{"text", "outlines"},
    Row{"interactive", "true"},
};

std::string data_of(const Shape& shape, std::string_view value) {
    const bool groups = shape.kind == "categorical";
    return fmt::format("data: {{file: d.csv, {}{}{}}}\n", shape.data,
                       groups ? "" : ", value: ", groups ? "" : value);
}

/// The figure without the key that is looked at.
std::string figure_of(const Shape& shape, std::string_view without, std::string_view value = "V") {
    const bool has_boundaries =
        shape.kind != "bar" && shape.kind != "tiles" && without != "boundaries";
    return fmt::format("id: a\nkind: {}\ntitle: T\n{}{}", shape.kind,
                       has_boundaries ? "boundaries: scotland-councils\n" : "",
                       data_of(shape, value));
}

std::string told(const std::string& figure) {
    return test::read_one_figure(figure).told;
}

/// What the last line of a figure is refused with.
std::string refusal(const std::string& figure, std::size_t column, std::string_view what,
                    std::string_view remedy) {
    return fmt::format("f.yaml:{}:{}: error: {}\n  {}\n", std::ranges::count(figure, '\n'), column,
                       what, remedy);
}

/// The cells of a row of a Markdown table.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream text(line.substr(1));
    for (std::string cell; std::getline(text, cell, '|');) {
        const std::size_t begin = cell.find_first_not_of(' ');
        const std::size_t end = cell.find_last_not_of(' ');
        cells.push_back(begin == std::string::npos ? "" : cell.substr(begin, end + 1 - begin));
    }
    return cells;
}

/// The line of the table in the document that begins with these words.
std::vector<std::string> line_of_page(const std::string& begin) {
    const std::string page = test::read_bytes(test::source_folder() / "docs/figure-file.md");
    const std::string section = page.substr(page.find("## Which key fits which kind"));
    const std::size_t at = section.find("\n| " + begin + " |");
    BOOST_TEST_REQUIRE((at != std::string::npos), begin << " is not in the table");
    return cells_of(section.substr(at + 1, section.find('\n', at + 1) - at - 1));
}

} // namespace

BOOST_AUTO_TEST_CASE(every_key_with_every_kind) {
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            const std::string figure =
                fmt::format("{}{}: {}\n", figure_of(shapes[i], row.key), row.key, row.value);
            BOOST_TEST(told(figure) == (row.remedies[i].empty()
                                            ? ""
                                            : refusal(figure, row.key.size() + 3,
                                                      fmt::format("\"{}\" does not fit {}", row.key,
                                                                  shapes[i].name),
                                                      row.remedies[i])));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_column_of_panels) {
    for (const std::size_t i : {0U, 3U, 4U, 5U, 6U}) {
        Shape shape = shapes.at(i);
        const std::string data = std::string(shape.data) + ", panel: Y";
        shape.data = data;
        const std::string figure = figure_of(shape, "");
        const std::size_t column = data_of(shape, "V").find("Y") + 1;
        BOOST_TEST(told(figure) == refusal(figure, column,
                                           fmt::format("\"panel\" does not fit {}", shape.name),
                                           shade));
    }
    // A key that there is not is told without it.
    BOOST_TEST(told("id: a\nkind: tiles\ntitle: T\ndata: {file: d.csv, place: L, value: V, year: "
                    "Y}\n") ==
               "f.yaml:4:41: error: unknown key \"year\"\n"
               "  the keys here are \"file\", \"place\", \"value\", \"delimiter\", "
               "\"encoding\", \"sheet\", \"range\", "
               "\"source\", \"table\", \"query\", \"header_row\", \"decimal\", \"missing\", "
               "\"empty\", \"brackets\", \"where\", "
               "\"join\", \"count\", \"sum\", \"mean\", \"median\", \"distinct\", "
               "\"longitude\", \"latitude\", \"easting\", \"northing\" and \"grid_reference\"\n");
}

BOOST_AUTO_TEST_CASE(a_rate) {
    constexpr std::string_view rate = "{column: Stories, per: population}";
    for (const std::size_t i : {0U, 1U, 3U}) {
        BOOST_TEST(told(figure_of(shapes.at(i), "", rate)) == "");
    }
    for (const std::size_t i : {5U, 6U}) {
        const Shape& shape = shapes.at(i);
        const std::string figure = figure_of(shape, "", rate);
        BOOST_TEST(told(figure) ==
                   refusal(figure, data_of(shape, rate).find(rate) + 1,
                           fmt::format("a rate does not fit {}, which shows amounts", shape.name),
                           "write kind: choropleth, or the counts, value: Stories"));
    }
    const std::string panels = figure_of(shapes[2], "", rate);
    BOOST_TEST(told(panels) ==
               refusal(panels, data_of(shapes[2], rate).find("Y") + 1,
                       "\"panel\" does not fit a rate that is worked out here",
                       "write the rates of each map in the table, and value: their column"));
    // Groups are no numbers at all.
    const std::string groups = "id: a\nkind: categorical\ntitle: T\nboundaries: scotland-councils\n"
                               "data: {file: d.csv, place: L, value: {column: V, per: P}}\n";
    BOOST_TEST(told(groups) == "f.yaml:5:31: error: unknown key \"value\"\n"
                               "  the keys here are \"file\", \"place\", \"category\", "
                               "\"delimiter\", \"encoding\", \"sheet\", \"range\", "
                               "\"source\", \"table\", \"query\", \"header_row\", \"decimal\", "
                               "\"missing\", \"empty\", \"brackets\", \"where\" "
                               "and \"join\"\n"
                               "f.yaml:5:7: error: the key \"category\" is missing\n"
                               "  write it like this: category: Health board\n");
}

BOOST_AUTO_TEST_CASE(patterns_on_a_continuous_scale) {
    for (const std::size_t i : {1U, 2U, 3U}) {
        const std::string figure =
            figure_of(shapes.at(i), "") + "classes: {method: continuous}\npatterns: true\n";
        BOOST_TEST(told(figure) == refusal(figure, 11,
                                           "\"patterns\" does not fit a continuous scale",
                                           "take it away, or write classes of another method"));
    }
}

BOOST_AUTO_TEST_CASE(several_are_told_together) {
    const std::string figure =
        figure_of(shapes[5], "", "{column: V, per: P}") + "palette: viridis\nper_dot: 2\n";
    BOOST_TEST(told(figure) ==
               "f.yaml:5:38: error: a rate does not fit a map of circles, which shows amounts\n"
               "  write kind: choropleth, or the counts, value: V\n"
               "f.yaml:6:10: error: \"palette\" does not fit a map of circles\n"
               "  take it away, or write kind: choropleth\n"
               "f.yaml:7:10: error: \"per_dot\" does not fit a map of circles\n"
               "  take it away, or write kind: dots\n");
}

BOOST_AUTO_TEST_CASE(the_page_says_the_same) {
    std::vector<std::string> head = line_of_page("Key");
    BOOST_TEST(head ==
                   (std::vector<std::string>{"Key", "`bar`", "`choropleth`", "with `panel`",
                                             "`tiles`", "`categorical`", "`symbols`", "`dots`"}),
               boost::test_tools::per_element());
    for (const Row& row : rows) {
        if (std::ranges::all_of(row.remedies, &std::string_view::empty)) {
            continue;
        }
        const std::vector<std::string> cells = line_of_page(fmt::format("`{}`", row.key));
        BOOST_TEST_REQUIRE(cells.size() == 8U);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            BOOST_TEST(cells[i + 1] == (row.remedies[i].empty() ? "yes" : "–"),
                       row.key << " in " << shapes[i].name);
        }
    }
    BOOST_TEST(line_of_page("a rate as `value`") ==
                   (std::vector<std::string>{"a rate as `value`", "yes", "yes", "–", "yes", "–",
                                             "–", "–"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
