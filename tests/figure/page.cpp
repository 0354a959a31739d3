#include "render/figure/page.h"

#include "tests/figure/support_scene.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

using namespace cairn;
using figure::Block;
using figure::Rect;

BOOST_AUTO_TEST_SUITE(page)

namespace {

Rect rect(double left, double top, double right, double bottom) {
    return {Length::px(left), Length::px(top), Length::px(right), Length::px(bottom)};
}

const std::string long_text =
    "Stories of projects in every council area of the country, by sector and by the year in which "
    "they began, as told by those who took part in them";

facts::Words words() {
    facts::Words words;
    words.language = "en-GB";
    words.title = long_text;
    words.subtitle = "2021 to 2024";
    words.notes = {{.text = "Source: " + long_text, .language = "gd", .lead = 8},
                   {.text = long_text}};
    return words;
}

/// The lines of a block from top to bottom, each of all texts on one baseline.
std::vector<std::string> rows_of(const Block& block) {
    std::vector<std::string> rows;
    Length baseline = Length::px(-1);
    for (const test::Line& line : test::lines_of(block.nodes)) {
        if (line.text.start.y == baseline) {
            rows.back() += line.text.string;
        } else {
            rows.push_back(line.text.string);
            BOOST_TEST((line.text.start.y > baseline));
        }
        baseline = line.text.start.y;
    }
    return rows;
}

std::string joined(const std::vector<std::string>& rows) {
    std::string text;
    for (const std::string& row : rows) {
        text += (text.empty() ? "" : " ") + row;
    }
    return text;
}

/// No text leaves the block, and the block is no wider than its widest line asks.
void check_inside(const Block& block) {
    Length right = block.rect.left;
    for (const test::Line& line : test::lines_of(block.nodes)) {
        BOOST_TEST((line.rect.left >= block.rect.left && line.rect.right <= block.rect.right &&
                    line.rect.top >= block.rect.top && line.rect.bottom <= block.rect.bottom));
        right = std::max(right, line.rect.right);
    }
    BOOST_TEST(block.rect.right.to_px() == right.to_px());
}

} // namespace

BOOST_AUTO_TEST_CASE(boxes_that_share_an_edge_do_not_overlap) {
    const Rect box = rect(10, 10, 20, 20);
    BOOST_TEST(box.overlaps(rect(19, 19, 30, 30)));
    BOOST_TEST(box.overlaps(rect(12, 12, 14, 14)));
    BOOST_TEST(!box.overlaps(rect(20, 10, 30, 20)));
    BOOST_TEST(!box.overlaps(rect(10, 0, 20, 10)));
    BOOST_TEST((box.grown(Length::px(2)) == rect(8, 8, 22, 22)));
    BOOST_TEST(box.middle().to_px() == 15);
}

BOOST_AUTO_TEST_CASE(a_box_is_drawn_along_its_edges) {
    const scene::Path path = figure::box_path(rect(1, 2, 5, 9), scene::Colour{1, 2, 3});
    BOOST_REQUIRE(path.subpaths.size() == 1U);
    const auto& points = path.subpaths[0].points;
    BOOST_REQUIRE(points.size() == 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        BOOST_TEST((points[i].x == Length::px(1) || points[i].x == Length::px(5)));
        BOOST_TEST((points[i].y == Length::px(2) || points[i].y == Length::px(9)));
        const auto& next = points[(i + 1) % 4];
        BOOST_TEST((points[i].x == next.x) != (points[i].y == next.y));
    }
}

BOOST_AUTO_TEST_CASE(a_line_stands_in_the_middle_of_its_line_box) {
    const test::Looks looks("screen");
    const input::TextStyle& style = looks.style.title;
    const scene::Text text =
        figure::set_line(looks.fonts, "Fife", style, {Length::px(30), Length::px(50)});
    const scene::Extent extent = looks.fonts.measure("Fife", style.font);
    BOOST_TEST((text.start.x == Length::px(30) && text.width == extent.width));
    const double above = (text.start.y - extent.ascent).to_px() - 50;
    const double below = 50 + style.line.to_px() - (text.start.y + extent.descent).to_px();
    BOOST_TEST(above == below, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(headings_keep_their_width_and_say_all_their_words) {
    for (const char* name : {"screen", "print", "large"}) {
        const test::Looks looks(name);
        for (const double share : {1.0, 0.6, 0.3}) {
            const Length width = (looks.style.width - 2 * looks.style.margin) * share;
            const Block block = figure::set_heading(words(), looks.style, looks.fonts, width);
            check_inside(block);
            BOOST_TEST((block.rect.width() <= width));
            BOOST_TEST(
                (block.rect.left == looks.style.margin && block.rect.top == looks.style.margin));
            BOOST_TEST(joined(rows_of(block)) == long_text + " 2021 to 2024");
            BOOST_REQUIRE(block.nodes.size() == 1U);
            BOOST_TEST((std::get<scene::Group>(block.nodes[0]).role == scene::Role::title));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_heading_without_a_subtitle_takes_no_room_for_one) {
    const test::Looks looks("screen");
    facts::Words alone = words();
    alone.title = "Stories";
    alone.subtitle = "";
    const Block block = figure::set_heading(alone, looks.style, looks.fonts, looks.style.width);
    BOOST_TEST(block.rect.height().to_px() == looks.style.title.line.to_px());
    alone.title = "";
    BOOST_TEST(
        figure::set_heading(alone, looks.style, looks.fonts, looks.style.width).nodes.empty());
}

BOOST_AUTO_TEST_CASE(notes_are_narrow_enough_to_read) {
    for (const double page : {320.0, 600.0, 2000.0}) {
        test::Looks looks("screen");
        looks.style.width = Length::px(page);
        const Block block = figure::set_notes(words(), looks.style, looks.fonts, Length::px(100));
        check_inside(block);
        BOOST_TEST(block.rect.top.to_px() == 100);
        BOOST_TEST((block.rect.right <= looks.style.width - looks.style.margin));
        BOOST_TEST(joined(rows_of(block)) == "Source: " + long_text + " " + long_text);
        for (const std::string& row : rows_of(block)) {
            BOOST_TEST(row.size() < 90U, row);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_lead_of_a_note_is_in_the_language_of_the_figure) {
    const test::Looks looks("screen");
    const Block block = figure::set_notes(words(), looks.style, looks.fonts, Length());
    std::string own;
    std::string other;
    for (const test::Line& line : test::lines_of(block.nodes)) {
        std::string& text = line.text.language.empty() ? own : other;
        text += (text.empty() || text.ends_with(' ') ? "" : " ") + line.text.string;
    }
    BOOST_TEST(own == "Source: " + long_text);
    BOOST_TEST(other == long_text);
}

BOOST_AUTO_TEST_CASE(pages_are_whole_pixels_high) {
    const test::Looks looks("screen");
    const scene::Size size = figure::page_size(looks.style, Length::px(100.2));
    BOOST_TEST((size.width == looks.style.width));
    BOOST_TEST(size.height.to_px() == std::ceil(100.2 + looks.style.margin.to_px()));
}

BOOST_AUTO_TEST_SUITE_END()
