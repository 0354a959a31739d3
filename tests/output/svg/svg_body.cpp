#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <regex>

// Roles, names and languages of the elements, and who reads which text.

using namespace cairn;
using scene::Group;
using scene::Role;

BOOST_AUTO_TEST_SUITE(svg_body)

namespace {

std::string draw(std::vector<scene::Node> nodes, const words::Words& words = test::words(),
                 const output::SvgOptions& options = {}) {
    return output::to_svg(scene::Scene(words, {{{test::px(100), test::px(50)}, std::move(nodes)}}),
                          test::theme(), test::fonts(), options);
}

/// The opening tag before a text's own words.
std::string tag_of(const std::string& svg, const std::string& text) {
    const std::size_t end = svg.find(">" + text + "</text>");
    BOOST_REQUIRE_MESSAGE(end != std::string::npos, "no text " << text);
    const std::size_t begin = svg.rfind('<', end);
    return svg.substr(begin, end - begin);
}

bool is_hidden(const std::string& svg, const std::string& text) {
    return tag_of(svg, text).find("aria-hidden=\"true\"") != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

/// Each element of `elements` in the order in which it stands in the figure.
std::vector<std::string> order(const std::string& svg, const std::string& elements) {
    const std::regex pattern(elements);
    return {std::sregex_token_iterator(svg.begin(), svg.end(), pattern),
            std::sregex_token_iterator()};
}

} // namespace

BOOST_AUTO_TEST_CASE(elements_stand_in_the_order_of_reading) {
    const std::string svg = output::to_svg(test::small_scene(), test::theme(), test::fonts());
    const std::vector<std::string> expected{"<title>Sgeulachdan",
                                            "<desc>",
                                            "aria-label=\"Areas\"",
                                            "<title>Fife: 5",
                                            "<title>Na h-Eileanan Siar: no",
                                            "<title>Moray: no",
                                            "aria-label=\"Stories per council area\"",
                                            "<title>3 to 5: 1",
                                            "role=\"note\""};
    BOOST_TEST(
        order(svg, "<title>[\\w -]*\\w(: \\w+)?|<desc>|aria-label=\"[^\"]*\"|role=\"note\"") ==
            expected,
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_group_without_name_has_none) {
    words::Words words = test::words();
    words.marks_title = words.legend_title = "";
    const std::string svg = draw({Group{Role::marks, {}, {test::text("a", 1, 1)}},
                                  Group{Role::legend, {}, {test::text("b", 1, 1)}}},
                                 words);
    BOOST_TEST(count(svg, "role=\"graphics-object group\"") == 2U);
    BOOST_TEST(count(svg, "aria-label") == 0U);
}

BOOST_AUTO_TEST_CASE(what_a_name_says_is_not_read_again) {
    words::Words words = test::words();
    words.title = "Stories by sector, in a long title";
    const std::string svg =
        draw({Group{Role::title,
                    {},
                    {test::text("Stories by sector,", 1, 1), test::text("in a long title", 1, 2),
                     test::text("Subtitle", 1, 3)}},
              Group{Role::marks, {}, {test::mark("A: 1", "", 1, {test::text("A 1", 1, 4)})}},
              Group{Role::legend,
                    {},
                    {test::text("Stories per", 1, 5), test::text("council area", 1, 6),
                     test::text("Aside", 1, 7)}}},
             words);
    for (const char* text :
         {"Stories by sector,", "in a long title", "A 1", "Stories per", "council area"}) {
        BOOST_TEST(is_hidden(svg, text), text);
    }
    BOOST_TEST(!is_hidden(svg, "Subtitle"));
    BOOST_TEST(!is_hidden(svg, "Aside"));
}

BOOST_AUTO_TEST_CASE(a_title_that_says_something_else_is_read) {
    const std::string svg =
        draw({Group{Role::title, {}, {test::text("Sgeulachdan", 1, 1), test::text("eile", 1, 2)}}});
    BOOST_TEST(!is_hidden(svg, "Sgeulachdan"));
    BOOST_TEST(!is_hidden(svg, "eile"));
}

BOOST_AUTO_TEST_CASE(texts_in_decoration_are_hidden_once) {
    const std::string svg = draw({Group{Role::decoration, {}, {test::text("label", 1, 1)}}});
    BOOST_TEST(!is_hidden(svg, "label"));
    BOOST_TEST(count(svg, "<g aria-hidden=\"true\">") == 1U);
}

BOOST_AUTO_TEST_CASE(languages_where_they_change) {
    scene::Text gaelic = test::text("Dùn Èideann", 1, 1);
    gaelic.language = "gd";
    scene::Text own = test::text("Edinburgh", 1, 2);
    own.language = "en-GB";
    Group mark = test::mark("Dùn Èideann: 5", "", 5, {gaelic, test::text("stories", 1, 3)});
    mark.datum->language = "gd";
    const std::string svg = draw({Group{Role::marks, {}, {mark}}, gaelic, own});
    BOOST_TEST(count(svg, "<g role=\"graphics-symbol img\" lang=\"gd\" xml:lang=\"gd\"") == 1U);
    BOOST_TEST(count(tag_of(svg, "stories"), "lang=\"en-GB\" xml:lang=\"en-GB\"") == 1U);
    BOOST_TEST(count(svg, "lang=\"gd\" xml:lang=\"gd\"") == 2U); // the mark and the free text
    BOOST_TEST(count(tag_of(svg, "Edinburgh"), "lang") == 0U);
}

BOOST_AUTO_TEST_CASE(the_keyboard_leads_through_the_marks_alone) {
    const scene::Scene scene = test::small_scene();
    BOOST_TEST(count(output::to_svg(scene, test::theme(), test::fonts()), "tabindex") == 0U);
    const std::string svg =
        output::to_svg(scene, test::theme(), test::fonts(), {.interactive = true});
    BOOST_TEST(count(svg, "<g role=\"graphics-symbol img\" tabindex=\"0\"") == 3U);
    BOOST_TEST(count(svg, "tabindex=\"") == 3U);
}

BOOST_AUTO_TEST_CASE(an_outline_takes_no_focus) {
    const scene::Path area{{test::rectangle(1, 1, 2, 2)}, colour::Role::bar};
    const Group marks{Role::marks,
                      {},
                      {test::mark("A: 1", "", 1, {area})},
                      colour::Stroke{colour::Role::border, test::px(2)}};
    BOOST_TEST(count(draw({marks}), "<use ") == 1U);
    const std::string svg = draw({marks}, test::words(), {.interactive = true});
    BOOST_TEST(count(svg, "<use ") == 0U);
    BOOST_TEST(count(svg, "tabindex=\"") == 1U);
    BOOST_TEST(count(svg, "<path fill=\"none\" stroke=\"#282828\"") == 1U);
    BOOST_TEST(svg.find("<path fill=\"none\" stroke") < svg.find("tabindex"));
}

BOOST_AUTO_TEST_CASE(outlines_keep_the_words_as_names) {
    scene::Text note = test::text("Source: A & B", 1, 1);
    note.language = "gd";
    const std::string svg =
        draw({Group{Role::notes, {}, {note, test::text(" ", 1, 2)}},
              Group{Role::marks, {}, {test::mark("A: 1", "", 1, {test::text("A 1", 1, 4)})}},
              Group{Role::decoration, {}, {test::text("label", 1, 1)}}},
             test::words(), {.outlines = true});
    BOOST_TEST(count(svg, "<text") == 0U);
    BOOST_TEST(count(svg, "@font-face") == 0U);
    BOOST_TEST(
        count(svg,
              "<path lang=\"gd\" xml:lang=\"gd\" role=\"img\" aria-label=\"Source: A &amp; B\"") ==
        1U);
    BOOST_TEST(count(svg, "role=\"img\"") == 1U);
    BOOST_TEST(count(svg, "fill-rule=\"nonzero\"") == 3U);
    BOOST_TEST(count(svg, "d=\"\"") == 0U);
}

BOOST_AUTO_TEST_CASE(a_text_without_outlines_stays_text) {
    const std::string svg = draw({test::text("\U0010FFFD", 1, 1), test::text("a", 1, 1)},
                                 test::words(), {.outlines = true});
    BOOST_TEST(count(svg, ">\U0010FFFD</text>") == 1U);
    BOOST_TEST(count(svg, "aria-label=\"a\"") == 1U);
}

BOOST_AUTO_TEST_CASE(an_outline_is_a_hidden_copy_beneath_its_group) {
    const scene::Path square{{test::rectangle(1, 1, 5, 5)}, colour::Role::symbol};
    const colour::Stroke line{colour::Role::coast, test::px(2), true};
    const std::string svg = draw({Group{
        Role::marks,
        {},
        {test::mark("A: 1", "", 1, {square}), test::mark("B: 2", "", 2, {test::text("B", 1, 1)})},
        line}});
    const std::size_t copy = svg.find("<use ");
    const std::size_t group = svg.find("<g id=\"");
    BOOST_REQUIRE((copy < group && group != std::string::npos));
    const std::string id = svg.substr(group + 7, svg.find('"', group + 7) - group - 7);
    BOOST_TEST(svg.substr(copy, svg.find("/>", copy) - copy) ==
               "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#" + id +
                   "\" aria-hidden=\"true\" stroke=\"#ff0000\" stroke-linecap=\"round\" "
                   "stroke-linejoin=\"round\" stroke-width=\"2\"");
    BOOST_TEST(count(svg, "stroke=") == 1U);
    BOOST_TEST(count(svg, "id=\"" + id + "\"") == 1U);
}

BOOST_AUTO_TEST_CASE(an_outline_keeps_its_width_beside_other_lines) {
    const scene::Path area{{test::rectangle(1, 1, 5, 5)}, colour::Role::symbol};
    scene::Path dots{{test::rectangle(2, 2, 3, 3)}};
    dots.stroke = colour::Stroke{colour::Role::land_border, test::px(4), true};
    const std::string svg = draw(
        {Group{Role::marks,
               {},
               {test::mark("A: 1", "", 1, {area, dots}), test::mark("B: 2", "", 2, {area, dots})},
               colour::Stroke{colour::Role::coast, test::px(2), true}}});
    // The copy's areas take its width from no group in it, and the dots have their own.
    BOOST_TEST(count(svg, "stroke-width=\"2\"") == 1U);
    BOOST_TEST(count(svg, "stroke-width=\"4\"") == 2U);
    for (std::size_t at = svg.find("<g"); at != std::string::npos; at = svg.find("<g", at + 1)) {
        BOOST_TEST(svg.substr(at, svg.find('>', at) - at).find("stroke") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(many_points_are_whole_numbers_of_hundredths) {
    scene::Subpath zigzag;
    for (int i = 0; i < 200; ++i) {
        zigzag.points.push_back({test::px(0.25 * i), test::px(i % 2)});
    }
    const colour::Hatch hatch = test::hatch();
    const colour::Stroke line{colour::Role::coast, test::px(0.5)};
    const std::string svg = draw(
        {Group{Role::marks, {}, {test::mark("A: 1", "", 1, {scene::Path{{zigzag}, hatch}})}, line},
         Group{Role::decoration, {}, {scene::Path{{zigzag}, {}, line}}},
         Group{Role::plain, {}, {scene::Path{{test::rectangle(1, 1, 2, 2)}, hatch, line}}},
         Group{Role::plain, {}, {scene::Path{{zigzag}, {}, line}, test::text("A", 1, 1)}}});
    BOOST_TEST(count(svg, "transform=\"scale(.01)\"") == 2U);
    BOOST_TEST(count(svg, "d=\"m0 0 25 100 25-100") == 2U);
    BOOST_TEST(count(svg, "d=\"m0 0 .25 1 .25-1") == 1U);
    BOOST_TEST(count(svg, "stroke-width=\"50\"") == 2U);
    BOOST_TEST(count(svg, "stroke-width=\".5\"") == 2U);
    // The hatching is as wide in either unit.
    BOOST_TEST(count(svg, "<pattern ") == 2U);
    BOOST_TEST(count(svg, "-fine\" xlink:href=\"#cairn-") == 1U);
    BOOST_TEST(count(svg, "patternTransform=\"scale(100)\"/>") == 1U);
    BOOST_TEST(count(svg, "-fine)\"") == 1U);
    BOOST_TEST(count(svg, "-hatch-1)\"") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
