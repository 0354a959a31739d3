#include "render/output/pdf/pdf_structure.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <cmath>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(pdf_structure)

namespace {

using output::Element;
using output::Kid;
using output::Structure;
using scene::Group;
using scene::Role;

/// What a run paints: its texts in quotes, a star for a path.
std::string shown(const output::Run& run) {
    std::string text = run.unseen ? "unseen " : "";
    for (const output::Leaf& leaf : run.leaves) {
        const scene::Text* one = std::get_if<scene::Text>(&leaf);
        text += one == nullptr ? "*" : "'" + one->string + "'";
    }
    return text;
}

/// An element with all in it, one a line, indented by depth.
std::string shown(const Structure& structure, std::size_t index = 0, std::size_t depth = 0) {
    const Element& element = structure.elements.at(index);
    std::string text = std::string(depth, ' ') + element.type;
    const auto add = [&](const char* name, const std::string& value) {
        text += value.empty() ? "" : fmt::format(" {}={}", name, value);
    };
    add("alt", element.alt);
    add("text", element.actual_text);
    add("lang", element.language);
    add("scope", element.scope);
    text += '\n';
    for (const Kid& kid : element.kids) {
        if (kid.type == Kid::Type::run) {
            BOOST_TEST((structure.runs.at(kid.index).element == index));
            text += std::string(depth + 1, ' ') + shown(structure.runs[kid.index]) + "\n";
        } else {
            BOOST_TEST(structure.elements.at(kid.index).parent == index);
            text += shown(structure, kid.index, depth + 1);
        }
    }
    return text;
}

std::string artifacts(const Structure& structure) {
    std::string text;
    for (const output::Run& run : structure.runs) {
        text += run.element ? "" : shown(run) + "|";
    }
    return text;
}

/// All before the description.
std::string printed(const Structure& structure) {
    const std::string all = shown(structure);
    return all.substr(0, all.find(" P text="));
}

scene::Scene scene_of(std::vector<scene::Node> nodes, words::Words words = test::words()) {
    return scene::Scene(std::move(words), {{{test::px(200), test::px(120)}, std::move(nodes)}});
}

Structure of(std::vector<scene::Node> nodes, words::Words words = test::words()) {
    static std::vector<scene::Scene> kept; // the structure points to its paths
    kept.reserve(100);
    BOOST_REQUIRE(kept.size() < 100U);
    return output::structure_of(kept.emplace_back(scene_of(std::move(nodes), std::move(words))),
                                test::fonts());
}

scene::Path box(double x = 0, double y = 0) {
    return {{test::rectangle(x, y, 10, 10)}, colour::Role::border};
}

scene::Text in_gaelic(const std::string& string) {
    scene::Text text = test::text(string, 5, 20);
    text.language = "gd";
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_small_figure) {
    const scene::Scene scene = test::small_scene();
    const Structure structure = output::structure_of(scene, test::fonts());
    BOOST_TEST(shown(structure) == R"(Document
 H1
  'Sgeulachdan & <kind>'
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
  *
  'Fife'
  '5'
  *
  'Dùn Èideann'
  *
  'Moray'
 L
  LI
   LBody
    '3 to 5'
 P text=Three areas.
  unseen 'Three areas.'
 P text=Fife has 5 & Moray 2.
  unseen 'Fife has 5 & Moray 2.'
 Table
  Caption text=Stories <by area>
   unseen 'Stories <by area>'
  TR
   TH text=Council area scope=Column
    unseen 'Council area'
   TH text=Stories scope=Column
    unseen 'Stories'
  TR
   TH text=Fife scope=Row
    unseen 'Fife'
   TD text=5
    unseen '5'
  TR
   TH text=Na h-Eileanan Siar scope=Row
    unseen 'Na h-Eileanan Siar'
   TD text=0
    unseen '0'
  TR
   TH text=Moray "&" scope=Row
    unseen 'Moray "&"'
   TD text=2
    unseen '2'
 P
  'Source: A & B'
)");
    BOOST_TEST(artifacts(structure) == "|*|*|"); // ground, swatch, leader
}

BOOST_AUTO_TEST_CASE(the_box_holds_what_the_figure_paints) {
    scene::Path stroked = box(20, 30);
    stroked.stroke = colour::Stroke{colour::Role::border, test::px(4)};
    const Structure structure =
        of({box(40, 30), stroked, Group{Role::decoration, {}, {box(0, 0)}}});
    const geo::Box& figure = structure.elements.at(1).box;
    BOOST_TEST(structure.elements.at(1).type == "Figure");
    // From px down the page of 120 px to points up from its foot.
    BOOST_TEST(figure.min_x == 18 * 0.75);
    BOOST_TEST(figure.max_x == 50 * 0.75);
    BOOST_TEST(figure.min_y == (120 - 42) * 0.75);
    BOOST_TEST(figure.max_y == (120 - 28) * 0.75);
}

BOOST_AUTO_TEST_CASE(the_box_holds_text_and_ends_with_the_page) {
    const geo::Box text = of({test::text("Fife", 10, 42)}).elements.at(1).box;
    BOOST_TEST(text.min_x == 7.5);
    BOOST_TEST(text.max_y > (120 - 42 + 8) * 0.75);
    BOOST_TEST(text.min_y < (120 - 42) * 0.75);
    const geo::Box page = of({box(-5, -5), box(195, 115)}).elements.at(1).box;
    BOOST_TEST(page.min_x == 0);
    BOOST_TEST(page.min_y == 0);
    BOOST_TEST(page.max_x == 150);
    BOOST_TEST(page.max_y == 90);
}

BOOST_AUTO_TEST_CASE(title_and_subtitle_are_told_apart_by_their_words) {
    words::Words words = test::words();
    words.title = "Stories by council area";
    words.subtitle = "42 stories in all";
    const Group title{Role::title,
                      {},
                      {test::text("Stories by", 5, 20), test::text("council area", 5, 40), box(),
                       test::text("42 stories in", 5, 60), test::text("all", 5, 70)}};
    const Structure structure = of({title}, words);
    BOOST_TEST(printed(structure) == R"(Document
 H1
  'Stories by '
  'council area'
 P
  '42 stories in '
  'all'
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
)");
    BOOST_TEST(artifacts(structure) == "|*|");
}

BOOST_AUTO_TEST_CASE(a_title_that_is_worded_otherwise_is_one_heading) {
    const Structure structure =
        of({Group{Role::title, {}, {test::text("Something", 5, 20), test::text("else", 5, 40)}}});
    BOOST_TEST(printed(structure) == R"(Document
 H1
  'Something '
  'else'
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
)");
}

BOOST_AUTO_TEST_CASE(each_note_is_a_paragraph_in_its_language) {
    words::Words words = test::words();
    words.notes = {{"One note here"}, {"Tùs: A & B", "gd"}, {"Last"}};
    const Structure structure = of({Group{Role::notes,
                                          {},
                                          {test::text("One note", 5, 20), test::text("here", 5, 30),
                                           in_gaelic("Tùs: A & B"), test::text("Last", 5, 60)}}},
                                   words);
    const std::string all = shown(structure);
    BOOST_TEST(all.substr(all.find(" P\n")) == R"( P
  'One note '
  'here'
 P lang=gd
  'Tùs: A & B'
 P
  'Last'
)");
}

BOOST_AUTO_TEST_CASE(text_in_another_language_is_an_element_that_says_so) {
    words::Words words = test::words();
    words.title = "Sgeulachdan";
    const Structure structure =
        of({Group{Role::title, {}, {in_gaelic("Sgeulachdan")}},
            test::mark("Dùn Èideann: 5", "", 5, {box(), in_gaelic("Dùn Èideann")}),
            Group{Role::legend,
                  {},
                  {Group{Role::legend_entry, scene::Datum{"1"}, {in_gaelic("1 gu 2")}}}}},
           words);
    BOOST_TEST(printed(structure) == R"(Document
 H1
  Span lang=gd
   'Sgeulachdan'
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
  *
  Span lang=gd
   'Dùn Èideann'
 L
  LI
   LBody
    Span lang=gd
     '1 gu 2'
)");
}

BOOST_AUTO_TEST_CASE(a_row_heading_can_have_a_language_of_its_own) {
    words::Words words = test::words();
    words.table.row_languages = {"", "gd", ""};
    const std::string all = shown(of({}, words));
    BOOST_TEST(all.find("TH text=Na h-Eileanan Siar lang=gd scope=Row\n") != std::string::npos);
    BOOST_TEST(all.find("TH text=Fife scope=Row\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_legend_is_a_list_of_classes_and_counts) {
    const Group entry{Role::legend_entry,
                      scene::Datum{"3 to 4: 2 areas"},
                      {box(), test::text("3 to 4", 20, 20), test::text("2 areas", 60, 20)}};
    const Structure structure =
        of({Group{Role::legend,
                  {},
                  {test::text("Stories per", 5, 5), test::text("area", 5, 9), entry, entry}}});
    BOOST_TEST(printed(structure) == R"(Document
 L
  Caption
   'Stories per '
   'area'
  LI
   Lbl
    '3 to 4'
   LBody
    '2 areas'
  LI
   Lbl
    '3 to 4'
   LBody
    '2 areas'
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
)");
    BOOST_TEST(artifacts(structure) == "|*|*|");
}

BOOST_AUTO_TEST_CASE(a_legend_without_entries_is_a_paragraph) {
    const Structure structure =
        of({Group{Role::legend, {}, {test::text("Stories per council area", 5, 5)}}});
    BOOST_TEST(printed(structure) == R"(Document
 P
  'Stories per council area'
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
)");
}

BOOST_AUTO_TEST_CASE(text_is_never_an_artifact) {
    const Structure structure =
        of({Group{Role::decoration,
                  {},
                  {box(), Group{Role::plain, {}, {test::text("Fife", 5, 20), box()}}}}});
    BOOST_TEST(printed(structure) == R"(Document
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
  'Fife'
)");
    BOOST_TEST(artifacts(structure) == "|*|*|");
}

BOOST_AUTO_TEST_CASE(paths_of_one_element_are_one_run) {
    const Structure structure =
        of({box(), box(), Group{Role::decoration, {}, {box(), box()}}, box()});
    BOOST_TEST(printed(structure) == R"(Document
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
  **
  *
)");
    BOOST_TEST(artifacts(structure) == "|**|");
}

BOOST_AUTO_TEST_CASE(empty_words_have_no_content) {
    words::Words words = test::words();
    words.description = "\n\nOne.\n";
    words.table.caption = "";
    words.table.rows = {{"Fife", ""}};
    const std::string all = shown(of({}, words));
    BOOST_TEST(all == R"(Document
 Figure alt=Bars of 7 stories: "Fife" has most, 5.
 P text=One.
  unseen 'One.'
 Table
  TR
   TH text=Council area scope=Column
    unseen 'Council area'
   TH text=Stories scope=Column
    unseen 'Stories'
  TR
   TH text=Fife scope=Row
    unseen 'Fife'
   TD
)");
}

BOOST_AUTO_TEST_CASE(an_outline_is_an_artifact_beneath_its_group) {
    const colour::Stroke line{colour::Role::border, test::px(2)};
    const Structure structure =
        of({Group{Role::marks, {}, {test::mark("A: 1", "", 1, {box()})}, line}});
    BOOST_TEST(artifacts(structure) == "|*|"); // the ground, the outline
    BOOST_TEST(structure.runs.at(1).leaves.size() == 1U);
    BOOST_TEST(std::holds_alternative<const Group*>(structure.runs[1].leaves[0]));
    BOOST_TEST(structure.runs.at(2).element.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
