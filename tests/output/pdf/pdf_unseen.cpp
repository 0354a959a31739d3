#include "render/output/pdf/pdf_unseen.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(pdf_unseen)

namespace {

using Laid = std::vector<std::vector<scene::Text>>;

Laid lay(const std::vector<output::Unseen>& texts, double width, double height) {
    return output::lay_unseen(texts, test::fonts(), {test::px(width), test::px(height)});
}

std::string joined(const std::vector<scene::Text>& pieces) {
    std::string text;
    for (const scene::Text& piece : pieces) {
        text += piece.string;
    }
    return text;
}

void check_inside(const Laid& laid, double width, double height) {
    for (const std::vector<scene::Text>& pieces : laid) {
        for (const scene::Text& piece : pieces) {
            BOOST_TEST(piece.start.x.to_px() >= 0);
            BOOST_TEST((piece.start.x + piece.width).to_px() <= width);
            BOOST_TEST(piece.start.y.to_px() > 0);
            BOOST_TEST(piece.start.y.to_px() < height);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(cells_of_a_row_stand_together_and_rows_apart) {
    const Laid laid = lay({{"Fife"}, {"5", true}, {"Moray"}, {"2", true}}, 100, 50);
    BOOST_REQUIRE(laid.size() == 4U);
    const auto gap = [&](std::size_t after) {
        const scene::Text& left = laid[after].front();
        return (laid[after + 1].front().start.x - left.start.x - left.width).to_px();
    };
    BOOST_TEST(laid[0].front().start.x.to_px() == 0);
    BOOST_TEST(gap(0) == 0.3, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(gap(1) == 8, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(gap(2) == 0.3, boost::test_tools::tolerance(1e-9));
    for (const std::vector<scene::Text>& pieces : laid) {
        BOOST_TEST(pieces.front().start.y.to_px() == 49); // a letter above the foot
        BOOST_TEST(pieces.front().font.size.to_px() == 1);
        BOOST_TEST((pieces.front().ink == colour::Ink(colour::Role::page)));
    }
}

BOOST_AUTO_TEST_CASE(long_text_is_broken_at_spaces_and_nothing_is_lost) {
    std::string text;
    for (int i = 0; i < 200; ++i) {
        text += "w\u00F6rd" + std::to_string(i) + " ";
    }
    const Laid laid = lay({{text}, {"next"}}, 60, 200);
    BOOST_TEST(laid[0].size() > 10U);
    BOOST_TEST(joined(laid[0]) == text);
    for (const scene::Text& piece : laid[0]) {
        BOOST_TEST(piece.string.ends_with(' '), piece.string);
    }
    BOOST_TEST(laid[1].front().start.y.to_px() == 199);
    check_inside(laid, 60, 200);
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_a_line_is_broken_between_letters) {
    std::string word;
    for (int i = 0; i < 40; ++i) {
        word += "\u00F6\u6771";
    }
    for (const double width : {1.0, 2.0, 7.0, 50.0}) {
        const Laid laid = lay({{word}}, width, 100);
        BOOST_TEST(joined(laid[0]) == word);
        for (const scene::Text& piece : laid[0]) {
            // A piece begins with the first byte of a letter.
            BOOST_TEST((static_cast<unsigned char>(piece.string.front()) & 0xC0U) != 0x80U);
        }
    }
}

BOOST_AUTO_TEST_CASE(lines_move_together_where_the_page_is_full) {
    const std::vector<output::Unseen> many(2000, {"Fife has stories"});
    const Laid laid = lay(many, 40, 30);
    check_inside(laid, 40, 30);
    BOOST_TEST((laid.front().front().start.y < laid.back().front().start.y));
}

BOOST_AUTO_TEST_CASE(no_text_has_no_pieces) {
    const Laid laid = lay({{""}, {"a"}}, 40, 30);
    BOOST_TEST(laid[0].empty());
    BOOST_TEST(laid[1].size() == 1U);
    BOOST_TEST(lay({}, 40, 30).empty());
}

BOOST_AUTO_TEST_SUITE_END()
