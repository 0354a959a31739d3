#include "render/figure/legend.h"

#include "tests/figure/support_scene.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

using namespace cairn;
using figure::Block;
using figure::MapFills;
using figure::Rect;

BOOST_AUTO_TEST_SUITE(legend)

namespace {

const scene::Position corner{Length::px(40), Length::px(60)};
const Length width = Length::px(220);

facts::Words words() {
    facts::Words words;
    words.legend_title = "Stories per council area, of all that were told in the year";
    words.zero_label = {{.range = "No stories", .count = "4 areas"}};
    words.class_labels = {{.range = "1 to 2", .count = "12 areas"},
                          {.range = "3 to 14", .count = "9 areas"},
                          {.range = "15 to 1,024", .count = "1 area"}};
    words.missing_label = {{.range = "No data", .count = "6 areas"}};
    return words;
}

MapFills fills(const input::Style& style) {
    MapFills fills;
    fills.zero = scene::Colour{250, 250, 250};
    fills.classes = {scene::Colour{200, 200, 255}, scene::Colour{100, 100, 255},
                     scene::Colour{0, 0, 255}};
    fills.missing = style.map.missing;
    return fills;
}

struct Row {
    scene::Group group;
    Rect swatch{};
    std::vector<test::Line> lines{};
};

/// The rows of a legend, with the box of the first shape of each.
std::vector<Row> rows_of(const Block& block) {
    std::vector<Row> rows;
    for (const scene::Group& entry : test::groups_of(block.nodes, scene::Role::legend_entry)) {
        Row row{.group = entry, .lines = test::lines_of(entry.children)};
        if (const auto* path = std::get_if<scene::Path>(&entry.children.front())) {
            const auto& points = path->subpaths.at(0).points;
            const auto x = [](const auto& point) { return point.x; };
            const auto y = [](const auto& point) { return point.y; };
            row.swatch = {std::ranges::min(points, {}, x).x, std::ranges::min(points, {}, y).y,
                          std::ranges::max(points, {}, x).x, std::ranges::max(points, {}, y).y};
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void check_inside(const Block& block) {
    const auto inside = [&](const Rect& rect) {
        return rect.left >= block.rect.left && rect.right <= block.rect.right &&
               rect.top >= block.rect.top && rect.bottom <= block.rect.bottom;
    };
    for (const test::Line& line : test::lines_of(block.nodes)) {
        BOOST_TEST(inside(line.rect), line.text.string);
    }
    for (const Row& row : rows_of(block)) {
        BOOST_TEST((row.swatch.width() == Length() || inside(row.swatch)));
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(rows_stand_in_the_order_of_the_ramp_and_inside_the_block) {
    for (const char* name : {"screen", "print", "large", "high-contrast"}) {
        const test::Looks looks(name);
        const MapFills shown = fills(looks.style);
        const Block block =
            figure::set_legend(words(), shown, looks.style, looks.fonts, corner, width);
        BOOST_TEST((block.rect.left == corner.x && block.rect.top == corner.y));
        check_inside(block);
        const std::vector<Row> rows = rows_of(block);
        const std::vector<std::string> names{"No stories: 4 areas", "1 to 2: 12 areas",
                                             "3 to 14: 9 areas", "15 to 1,024: 1 area",
                                             "No data: 6 areas"};
        const std::vector<scene::Fill> expected{*shown.zero, shown.classes[0], shown.classes[1],
                                                shown.classes[2], *shown.missing};
        BOOST_REQUIRE(rows.size() == names.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            BOOST_TEST(rows[i].group.datum->name == names[i]);
            BOOST_TEST((std::get<scene::Path>(rows[i].group.children.front()).fill == expected[i]));
            BOOST_REQUIRE(rows[i].lines.size() == 2U);
            // Swatch, range, count from left to right, counts flush, and below the row before.
            BOOST_TEST((rows[i].swatch.right < rows[i].lines[0].rect.left));
            BOOST_TEST((rows[i].lines[0].rect.right < rows[i].lines[1].rect.left));
            BOOST_TEST((rows[i].lines[1].rect.left == rows[0].lines[1].rect.left));
            if (i > 0) {
                BOOST_TEST((rows[i - 1].swatch.bottom < rows[i].swatch.top));
                BOOST_TEST((rows[i - 1].lines[0].rect.bottom <= rows[i].lines[0].rect.top));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_long_title_wraps_over_the_rows) {
    const test::Looks looks("screen");
    const Block block =
        figure::set_legend(words(), fills(looks.style), looks.style, looks.fonts, corner, width);
    const std::vector<test::Line> lines = test::lines_of(block.nodes);
    std::string title;
    std::size_t count = 0;
    for (; lines[count].text.font.weight == scene::Weight::bold; ++count) {
        title += (title.empty() ? "" : " ") + lines[count].text.string;
        BOOST_TEST((lines[count].rect.width() <= width));
    }
    BOOST_TEST(count > 1U);
    BOOST_TEST(title == words().legend_title);
    BOOST_TEST((lines[count - 1].rect.bottom < rows_of(block).front().swatch.top));
}

BOOST_AUTO_TEST_CASE(zero_that_shows_by_a_missing_mark_has_no_swatch) {
    const test::Looks looks("screen");
    MapFills shown = fills(looks.style);
    shown.plain_zero = true;
    const Block block = figure::set_legend(words(), shown, looks.style, looks.fonts, corner, width);
    const std::vector<Row> rows = rows_of(block);
    BOOST_TEST(std::holds_alternative<scene::Text>(rows[0].group.children.front()));
    // Its text stands below those of the others all the same.
    BOOST_TEST((rows[0].lines[0].rect.left == rows[1].lines[0].rect.left));
}

BOOST_AUTO_TEST_CASE(headings_stand_over_the_classes_that_they_are_of) {
    const test::Looks looks("screen");
    facts::Words with_headings = words();
    with_headings.legend_headings = {{.before = 0, .text = "Below 3"},
                                     {.before = 2, .text = "Above"}};
    const Block block = figure::set_legend(with_headings, fills(looks.style), looks.style,
                                           looks.fonts, corner, width);
    check_inside(block);
    std::vector<std::string> order;
    for (const test::Line& line : test::lines_of(block.nodes)) {
        if (line.text.font.weight != scene::Weight::bold &&
            line.text.colour == looks.style.legend.colour) {
            order.push_back(line.text.string);
        }
    }
    const std::vector<std::string> expected{"No stories", "Below 3",     "1 to 2", "3 to 14",
                                            "Above",      "15 to 1,024", "No data"};
    BOOST_TEST(order == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_letter_of_a_group_stands_in_its_swatch) {
    const test::Looks looks("screen");
    facts::Words groups;
    groups.legend_title = "Groups";
    groups.class_labels = {{.range = "North", .count = {}, .sign = "N"},
                           {.range = "South", .count = {}, .language = "gd", .sign = "S"}};
    MapFills shown;
    shown.classes = {scene::Colour{200, 200, 255}, scene::Colour{0, 0, 120}};
    const Block block = figure::set_legend(groups, shown, looks.style, looks.fonts, corner, width);
    check_inside(block);
    const std::vector<Row> rows = rows_of(block);
    BOOST_REQUIRE(rows.size() == 2U);
    for (const Row& row : rows) {
        BOOST_REQUIRE(row.lines.size() == 2U);
        const Rect& sign = row.lines[1].rect;
        BOOST_TEST((sign.left >= row.swatch.left && sign.right <= row.swatch.right));
        const double middle = (row.swatch.left + row.swatch.right).to_px() / 2;
        BOOST_TEST((sign.left + sign.right).to_px() / 2 == middle,
                   boost::test_tools::tolerance(1e-9));
    }
    BOOST_TEST(rows[1].group.datum->language == "gd");
    BOOST_TEST(rows[1].group.datum->name == "South"); // without a count
    // Dark on light, light on dark.
    BOOST_TEST((rows[0].lines[1].text.colour == looks.style.map.label_dark));
    BOOST_TEST((rows[1].lines[1].text.colour == looks.style.map.label_light));
}

BOOST_AUTO_TEST_SUITE_END()
