#include "render/figure/choropleth.h"

#include "tests/figure/support_atlas.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

using namespace cairn;
using test::Atlas;

BOOST_AUTO_TEST_SUITE(choropleth)

namespace {

std::optional<scene::Fill> fill_of(const scene::Group& mark) {
    return std::get<scene::Path>(mark.children.at(0)).fill;
}

std::string first_text(const scene::Group& group) {
    return test::lines_of(group.children).at(0).text.string;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_area_is_a_named_mark) {
    const Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts =
        atlas.gather({{"Fife", 5}, {"Glasgow City", 11}}, input::Absent::zero);
    const auto marks = test::groups_of(atlas.draw(facts, looks).scene.nodes(), scene::Role::mark);
    BOOST_REQUIRE(marks.size() == 32U);
    BOOST_TEST(marks[0].datum->name == "Fife: 5 stories");
    BOOST_TEST(marks[0].datum->code == "S12000047");
    BOOST_TEST(marks[0].datum->value.value() == 5);
    BOOST_TEST(marks[2].datum->name == "Aberdeen City: no stories");
}

BOOST_AUTO_TEST_CASE(zero_missing_and_classes_look_different) {
    const Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather({{"Fife", 5}, {"Highland", 0}}, input::Absent::missing);
    const auto marks = test::groups_of(atlas.draw(facts, looks).scene.nodes(), scene::Role::mark);
    BOOST_TEST((std::get<scene::Colour>(*fill_of(marks.at(1))) == looks.style.map.zero));
    BOOST_TEST((std::get<scene::Colour>(*fill_of(marks.at(0))) != looks.style.map.zero));
    BOOST_TEST(std::holds_alternative<scene::Hatch>(*fill_of(marks.at(2))));
}

BOOST_AUTO_TEST_CASE(legend_runs_in_the_order_of_the_ramp_and_counts_areas) {
    const Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(
        {{"Fife", 5}, {"Stirling", 1}, {"Moray", 9}, {"Angus", 1}}, input::Absent::zero);
    const figure::MapFigure map = atlas.draw(facts, looks);
    const auto entries = test::groups_of(map.scene.nodes(), scene::Role::legend_entry);
    BOOST_REQUIRE(entries.size() == facts.classes.size() + 1);
    std::size_t counted = *facts.zero_count;
    BOOST_TEST((std::get<scene::Colour>(*fill_of(entries[0])) == looks.style.map.zero));
    for (std::size_t i = 0; i < facts.classes.size(); ++i) {
        BOOST_TEST((std::get<scene::Colour>(*fill_of(entries[i + 1])) == map.class_colours[i + 1]));
        counted += facts.classes[i].count;
    }
    BOOST_TEST(counted == 32U);
    BOOST_TEST(first_text(entries[0]) == "No stories");
}

BOOST_AUTO_TEST_CASE(labels_never_touch_and_none_is_lost) {
    const Atlas atlas;
    std::mt19937 random(11);
    for (const char* style : {"screen", "print", "phone"}) {
        const bool phone = style == std::string("phone");
        test::Looks looks(phone ? "screen" : style);
        if (phone) {
            looks.style.width = Length::px(320);
        }
        for (int round = 0; round < 3; ++round) {
            std::vector<std::pair<std::string, double>> values;
            for (const geo::Place& place : atlas.places.places()) {
                if (std::uniform_int_distribution(0, 2)(random) > 0) {
                    values.emplace_back(place.name, std::uniform_int_distribution(0, 30)(random));
                }
            }
            const facts::Facts facts = atlas.gather(values, input::Absent::zero);
            const figure::MapFigure map = atlas.draw(facts, looks);
            test::check_layout(map.scene);
            test::check_leaders(map.scene);
            std::size_t wanted = 0;
            for (const facts::Fact& fact : facts.facts) {
                wanted += fact.value.value_or(0) != 0 ? 1U : 0U;
            }
            std::size_t bold = 0;
            for (const test::Line& line : test::lines_of(map.scene.nodes())) {
                bold +=
                    line.text.font.weight == scene::Weight::bold &&
                            line.text.font.size == looks.style.label.font.size &&
                            line.text.string.find_first_not_of("0123456789") == std::string::npos
                        ? 1U
                        : 0U;
            }
            BOOST_TEST(bold <= wanted);
            BOOST_TEST(bold + map.unnamed.size() >= wanted);
        }
    }
}

BOOST_AUTO_TEST_CASE(shetland_stands_in_its_true_place) {
    const Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts =
        atlas.gather({{"Shetland", 1}, {"Dumfries and Galloway", 1}}, input::Absent::zero);
    const auto marks = test::groups_of(atlas.draw(facts, looks).scene.nodes(), scene::Role::mark);
    // Of the largest island or of the mainland: skerries are too small to be drawn.
    const auto box_of = [](const scene::Group& mark) {
        geo::Box largest;
        for (const scene::Subpath& subpath : std::get<scene::Path>(mark.children.at(0)).subpaths) {
            geo::Box box;
            for (const scene::Position point : subpath.points) {
                box.add({point.x.to_px(), point.y.to_px()});
            }
            largest = box.height() > largest.height() ? box : largest;
        }
        return largest;
    };
    const auto metres = [&](const char* name) {
        const auto& rings = atlas.regions.regions.at(atlas.places.find(name).value()).geometry;
        return geo::bounds({std::ranges::max(
            rings, {}, [](const geo::Ring& ring) { return geo::bounds({ring}).height(); })});
    };
    const geo::Box shetland = box_of(marks.at(0));
    const geo::Box galloway = box_of(marks.at(1));
    const double scale = galloway.width() / metres("Dumfries and Galloway").width();
    // As far apart on the page as on the ground, to a pixel.
    BOOST_TEST(std::abs((galloway.min_y - shetland.min_y) / scale -
                        (metres("Shetland").max_y - metres("Dumfries and Galloway").max_y)) <
               1 / scale);
    BOOST_TEST(std::abs((shetland.max_x - galloway.max_x) / scale -
                        (metres("Shetland").max_x - metres("Dumfries and Galloway").max_x)) <
               1 / scale);
}

BOOST_AUTO_TEST_CASE(a_gaelic_name_says_so) {
    const Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts =
        atlas.gather({{"Fife", 5}, {"Western Isles", 2}}, input::Absent::missing);
    const scene::Scene scene = atlas.draw(facts, looks).scene;
    const auto marks = test::groups_of(scene.nodes(), scene::Role::mark);
    BOOST_TEST(marks.at(0).datum->language == "");
    BOOST_TEST(marks.at(1).datum->name == "Na h-Eileanan Siar: 2 stories");
    BOOST_TEST(marks.at(1).datum->language == "gd");
    std::string named;
    for (const test::Line& line : test::lines_of(scene.nodes())) {
        if (!line.text.language.empty()) {
            named += (named.empty() ? "" : " ") + line.text.string;
            BOOST_TEST(line.text.language == "gd");
        }
    }
    BOOST_TEST(named == "Na h-Eileanan Siar");
}

BOOST_AUTO_TEST_SUITE_END()
