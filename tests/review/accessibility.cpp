#include "render/review/accessibility.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>

// Every rule is measured on the scene, and a scene that breaks it is found.

using namespace cairn;
using namespace cairn::scene;
using colour::Colour;

BOOST_AUTO_TEST_SUITE(accessibility)

namespace {

/// What a small chart of two bars looks like.
struct Looks {
    Colour page{255, 255, 255};
    Colour first{28, 94, 186};
    Colour second{95, 133, 204};
    Colour text{26, 26, 26};
    double size = 12;
    double pitch = 24;
    std::string alt = "Bars of 7 stories.";
};

Scene chart(const Looks& looks) {
    const auto bar = [&](const std::string& name, double top, std::size_t group) {
        return test::mark(name, "", 5,
                          {Path{{test::rectangle(40, top, 20, 10)}, colour::Category{group}, {}}});
    };
    words::Words words = test::words();
    words.short_text = looks.alt;
    Text title = test::text("Stories", 10, 20, looks.size);
    return {
        words,
        {{{test::px(100), test::px(100)},
          {Group{Role::title, {}, {title}},
           Group{Role::marks,
                 {},
                 {bar("Fife: 5 stories", 30, 0), bar("Moray: 2 stories", 30 + looks.pitch, 1)}}}}}};
}

colour::Theme theme_of(const Looks& looks) {
    colour::Theme theme = test::theme();
    theme[colour::Role::page] = looks.page;
    theme[colour::Role::label] = looks.text;
    theme.categories = {looks.first, looks.second};
    return theme;
}

std::vector<review::Measure> measured(const Looks& looks) {
    const Scene scene = chart(looks);
    const colour::Theme theme = theme_of(looks);
    return review::measure(scene, theme, review::touching(scene, theme, test::fonts()), true);
}

std::vector<std::string> broken(const Looks& looks) {
    std::vector<std::string> rules;
    for (const review::Measure& measure : measured(looks)) {
        if (!measure.kept) {
            rules.push_back(measure.rule + ": " + measure.measured + "; " + measure.where);
            BOOST_TEST(!measure.remedy.empty());
        }
    }
    return rules;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_sound_figure_keeps_every_rule) {
    BOOST_TEST(broken({}) == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(
        review::to_table(measured({})) ==
        "  Contrast of text (WCAG 1.4.3)                       17.40:1  at least 4.50:1      kept\n"
        "  Contrast of marks and lines (WCAG 1.4.11)            3.67:1  at least 3.00:1      kept\n"
        "  Fills apart with normal vision (CIEDE2000)            14.87  at least 8           kept\n"
        "  Fills apart with protanopia (CIEDE2000)               14.14  at least 8           kept\n"
        "  Fills apart with deuteranopia (CIEDE2000)             14.96  at least 8           kept\n"
        "  Fills apart with tritanopia (CIEDE2000)               12.44  at least 8           kept\n"
        "  Alt text                                      18 characters  at most 250          kept\n"
        "  Smallest text                                       9.00 pt  at least 8.25 pt     kept\n"
        "  Target size (WCAG 2.5.8)                            24.0 px  at least 24 px       "
        "kept\n");
}

BOOST_AUTO_TEST_CASE(each_rule_is_found_broken) {
    struct Case {
        std::function<void(Looks&)> change;
        std::vector<std::string> rules;
    };
    const std::vector<Case> cases{
        {[](Looks& looks) {
             looks.text = {140, 140, 140};
         },
         {"Contrast of text (WCAG 1.4.3): 3.36:1; #ffffff (page) beside \"Stories\" #8c8c8c"}},
        {[](Looks& looks) {
             looks.second = {160, 190, 240};
         },
         {"Contrast of marks and lines (WCAG 1.4.11): 1.88:1; #ffffff (page) beside #a0bef0 (bar, "
          "area or swatch)"}},
        // Red and green of one lightness: told apart by most people, not with deuteranopia.
        {[](Looks& looks) {
             looks.first = {3, 71, 63};
             looks.second = {68, 28, 47};
         },
         {"Fills apart with deuteranopia (CIEDE2000): 5.27; #03473f and #441c2f"}},
        {[](Looks& looks) { looks.alt = std::string(251, 'a'); }, {"Alt text: 251 characters; "}},
        {[](Looks& looks) { looks.size = 10.9; }, {"Smallest text: 8.17 pt; \"Stories\""}},
        {[](Looks& looks) { looks.pitch = 23.5; },
         {"Target size (WCAG 2.5.8): 23.5 px; \"Fife: 5 stories\""}},
    };
    for (const Case& one : cases) {
        Looks looks;
        one.change(looks);
        BOOST_TEST(broken(looks) == one.rules, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(only_what_the_keyboard_leads_to_is_a_target) {
    const Scene scene = chart({.pitch = 12});
    const colour::Theme theme = theme_of({});
    const auto touches = review::touching(scene, theme, test::fonts());
    BOOST_TEST(review::measure(scene, theme, touches, false).back().measured == "no targets");
    BOOST_TEST(review::measure(scene, theme, touches, true).back().measured == "12.0 px");
}

BOOST_AUTO_TEST_CASE(areas_of_a_map_keep_their_shape) {
    const Scene map(
        test::words(),
        {{{test::px(100), test::px(60)},
          {test::mark("Fife: 5 stories", "S12000047", 5,
                      {Path{{test::rectangle(10, 10, 5, 5)}, colour::Role::bar, {}}})}}});
    const colour::Theme theme = test::theme();
    const review::Measure size =
        review::measure(map, theme, review::touching(map, theme, test::fonts()), true).back();
    BOOST_TEST(size.kept);
    BOOST_TEST(size.limit == "at least 24 px, but areas keep their shape (Essential)");
}

BOOST_AUTO_TEST_CASE(areas_that_meet_at_a_point_need_no_contrast) {
    const scene::Scene scene = test::small_scene();
    const auto kept = [&](scene::Paint paint, std::size_t length) {
        const review::Touch touch{
            {paint, {90, 90, 90}}, {scene::Paint::mark, {100, 100, 100}}, length};
        const std::vector<review::Measure> measures =
            review::measure(scene, test::theme(), {&touch, 1}, false);
        return measures[0].kept && measures[1].kept;
    };
    BOOST_TEST(kept(scene::Paint::mark, 4));
    BOOST_TEST(!kept(scene::Paint::mark, 5));
    BOOST_TEST(!kept(scene::Paint::text, 1));
}

BOOST_AUTO_TEST_SUITE_END()
