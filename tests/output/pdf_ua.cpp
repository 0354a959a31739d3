#include "tests/output/support_scene.h"
#include "tests/support_image.h"
#include "tests/support_pdf_ua.h"

#include <boost/test/unit_test.hpp>

// PDF/UA-1, as far as software can judge. tests/whole/samples_pdf.cpp looks at the samples.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(pdf_ua)

namespace {

std::string small() {
    return output::to_pdf(test::small_scene(), test::theme(), test::fonts());
}

scene::Scene scene_of(std::vector<scene::Node> nodes, words::Words words = test::words()) {
    return scene::Scene(std::move(words), {{{test::px(300), test::px(120)}, std::move(nodes)}});
}

} // namespace

BOOST_AUTO_TEST_CASE(a_small_figure_keeps_every_rule) {
    test::check_pdf_ua("small", small());
}

BOOST_AUTO_TEST_CASE(every_rule_can_fail) {
    const test::Pdf sound(small());
    for (const test::UaRule& rule : test::ua_rules()) {
        const test::Pdf broken(rule.broken(sound));
        BOOST_TEST(!rule.holds(broken),
                   "what breaks it goes unseen: " << rule.number << " " << rule.name);
    }
}

BOOST_AUTO_TEST_CASE(a_file_written_anew_by_qpdf_keeps_every_rule) {
    // So that a rule that fails above does so by its own damage, not by the way there.
    test::check_pdf_ua("edited", test::Pdf(small()).edited([](test::Json&) {}));
}

BOOST_AUTO_TEST_CASE(so_do_stand_in_fonts_other_languages_and_hostile_words) {
    words::Words words = test::words();
    words.title = "(EMC) \\ <</MCID 7>> BDC \u6771\u4eac";
    words.description = words.title + "\n)\\(";
    words.table.rows = {{"\u6771\u4eac", "("}, {"\u05d0\u05d1 \u05d2", ")"}, {"\\", "EMC"}};
    words.table.row_languages = {"ja", "he", ""};
    scene::Text japanese = test::text("\u6771\u4eac EMC", 10, 40);
    japanese.language = "ja";
    test::check_pdf_ua(
        "hostile",
        output::to_pdf(
            scene_of({scene::Group{scene::Role::title, {}, {test::text(words.title, 5, 20)}},
                      japanese, test::text("office affluent \u05d0\u05d1", 10, 60)},
                     words),
            test::theme(), test::fonts()));
}

BOOST_AUTO_TEST_CASE(something_that_fills_the_page_hides_no_tags) {
    using namespace scene;
    const Path all{{test::rectangle(0, 0, 300, 120)}, colour::Role::land};
    test::check_pdf_ua("filled", output::to_pdf(scene_of({all, test::text("A", 9, 20), all,
                                                          test::text("B", 9, 40), all}),
                                                test::theme(), test::fonts()));
}

BOOST_AUTO_TEST_SUITE_END()
