#include "render/facts/gather/figure_nouns.h"

#include "tests/facts/support_facts.h"

namespace cairn::facts {
BOOST_AUTO_TEST_SUITE(figure_nouns)

namespace {

input::FigureSpec spec_of(bool are_places) {
    input::FigureSpec spec;
    spec.data.are_places = are_places;
    spec.title = "Stories";
    return spec;
}

} // namespace

BOOST_AUTO_TEST_CASE(named_boundaries_are_those_without_a_file) {
    input::FigureSpec spec = spec_of(true);
    BOOST_TEST(has_named_boundaries(spec));
    spec.boundaries.emplace();
    BOOST_TEST(!has_named_boundaries(spec));
    spec.boundaries->name = "scotland-councils";
    BOOST_TEST(has_named_boundaries(spec));
    BOOST_TEST(!has_named_boundaries(spec_of(false)));
}

BOOST_AUTO_TEST_CASE(the_sign_of_the_cells_is_the_unit_where_there_is_none) {
    input::Observations rows = test::observations({{"a", 1}, {"b", 2}});
    rows.sign = "%";
    input::FigureSpec spec = spec_of(false);
    std::vector<Problem> warnings;
    BOOST_TEST(unit_of(spec, rows, warnings).other == "%");
    rows.value_heading = "Award (£)";
    BOOST_TEST(unit_of(spec, rows, warnings).other == "£");
    spec.unit = Noun{"story", "stories"};
    BOOST_TEST(unit_of(spec, rows, warnings).other == "stories");
}

BOOST_AUTO_TEST_CASE(nouns_are_guessed_in_english_alone) {
    const input::Observations rows = test::observations({{"a", 1}, {"b", 2}});
    input::FigureSpec spec = spec_of(false);
    spec.language = "gd";
    spec.where = {"f.yaml", 3, 5, "", {}, ""};
    const auto gather = [&] { return gather_bars(spec, rows, test::gaelic()); };
    BOOST_TEST(test::error_text(gather) ==
               "f.yaml:3:5: error: a bar chart in Scottish Gaelic (gd) needs the key \"items\"\n"
               "  say what it is counted by: items: {one: sgeulachd, two: sgeulachd, few: "
               "sgeulachdan, other: sgeulachd}\n");
    spec.item = Noun{"roinn", "roinn", "roinn", "roinnean"};
    const Facts facts = gather();
    BOOST_TEST(facts.unit.other == "");
    BOOST_REQUIRE(facts.warnings.size() == 1U);
    BOOST_TEST(to_string(facts.warnings[0], Severity::warning) ==
               "f.yaml:3:5: warning: without the key \"unit\" the words in Scottish Gaelic (gd) "
               "tell no total\n"
               "  say what is counted: unit: {one: sgeulachd, two: sgeulachd, few: sgeulachdan, "
               "other: sgeulachd}");
    const geo::Gazetteer places({{"S12000047", {}, "", "Fife", "Fìobha", {}}});
    input::FigureSpec map = spec_of(true);
    map.language = "gd";
    map.unit = {"a", "b", "c", "d"};
    const auto item_of = [&] {
        return gather_map(map, test::observations({{"Fife", 1}}), places, "", test::gaelic())
            .item.few;
    };
    BOOST_TEST(item_of() == "sgìrean comhairle");
    map.boundaries.emplace();
    BOOST_TEST(item_of() == "sgìrean");
}

BOOST_AUTO_TEST_CASE(areas_of_a_named_set_are_council_areas_by_their_codes) {
    input::FigureSpec spec = spec_of(true);
    spec.boundaries.emplace();
    spec.boundaries->name = "wards";
    input::Observations rows = test::observations({{"Leith", 1}});
    const auto item_of = [&](const std::string& code) {
        const geo::Gazetteer places({{code, {}, "", "Leith", "", {}}});
        return gather_map(spec, rows, places, "", test::english()).item.other;
    };
    BOOST_TEST(item_of("S12000036") == "council areas");
    rows.label_heading = "Ward";
    BOOST_TEST(item_of("S13002930") == "wards");
    rows.label_heading = "Name";
    BOOST_TEST(item_of("S13002930") == "areas");
}

BOOST_AUTO_TEST_CASE(a_heading_of_another_language_gives_way_to_its_noun) {
    input::Observations rows = test::observations({{"a", 1}, {"b", 2}});
    rows.label_heading_language = "en-GB";
    rows.value_heading_language = "en-GB";
    input::FigureSpec spec = spec_of(false);
    spec.language = "gd";
    spec.item = Noun{"òran", "òran", "òran", "òrain"};
    const Facts measured = gather_bars(spec, rows, test::gaelic());
    BOOST_TEST(measured.label_heading == "Òran");
    BOOST_TEST(measured.value_heading == "Stories");
    BOOST_TEST(measured.value_heading_language == "en-GB");
    spec.unit = {"sgeulachd", "sgeulachd", "sgeulachd", "sgeulachdan"};
    const Facts counted = gather_bars(spec, rows, test::gaelic());
    BOOST_TEST(counted.value_heading == "Sgeulachdan");
    BOOST_TEST(counted.value_heading_language == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts
