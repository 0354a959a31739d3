#include "render/figure/region_labels.h"

#include "tests/figure/support_islands.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace cairn;
using figure::Effort;
using figure::RegionLabel;
using figure::RegionLabels;
using figure::WantedLabel;

BOOST_AUTO_TEST_SUITE(region_labels)

namespace {

RegionLabels label(const test::Islands& islands, const std::vector<WantedLabel>& wanted,
                   const figure::LabelSpace& space) {
    const figure::LabelGround ground = islands.ground();
    std::vector<const WantedLabel*> labels;
    std::ranges::transform(wanted, std::back_inserter(labels),
                           [](const WantedLabel& one) { return &one; });
    return figure::label_regions(islands.facts, islands.words,
                                 {.labels = labels,
                                  .ground = ground,
                                  .space = space,
                                  .first_number = 1,
                                  .effort = Effort::full},
                                 islands.setter);
}

/// Islands of all sizes anywhere, which do not touch.
test::Islands& fill(std::unique_ptr<test::Islands>& islands, std::mt19937& random, int count) {
    std::vector<test::Islands::Island> places;
    std::vector<double> values;
    for (int tries = 0; tries < 400 && static_cast<int>(places.size()) < count; ++tries) {
        const test::Islands::Island one{test::any(random, 60, 540), test::any(random, 60, 540),
                                        test::any(random, 4, 110)};
        if (std::ranges::all_of(places, [&](const auto& other) {
                const double apart = (one.side + other.side) / 2 + 6;
                return std::abs(one.x - other.x) > apart || std::abs(one.y - other.y) > apart;
            })) {
            places.push_back(one);
            values.push_back(std::floor(test::any(random, 1, 2000)));
        }
    }
    islands = std::make_unique<test::Islands>(places, values);
    return *islands;
}

/// Whether two labels, or what leads to them, share room.
void check_apart(const RegionLabels& labels) {
    for (std::size_t i = 0; i < labels.placed.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            BOOST_TEST(!labels.placed[i].leader.label.overlaps(labels.placed[k].leader.label));
            BOOST_TEST(!(labels.placed[i].leader.has_line() && labels.placed[k].leader.has_line() &&
                         figure::cross(labels.placed[i].leader, labels.placed[k].leader)));
            BOOST_TEST(
                !figure::runs_through(labels.placed[i].leader, labels.placed[k].leader.label));
            BOOST_TEST(
                !figure::runs_through(labels.placed[k].leader, labels.placed[i].leader.label));
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(every_wanted_label_is_placed_or_reported) {
    std::mt19937 random(5);
    std::size_t unnamed = 0;
    for (const int count : {1, 5, 15, 30, 60}) {
        std::unique_ptr<test::Islands> held;
        test::Islands& islands = fill(held, random, count);
        const figure::LabelSpace space = islands.space();
        const RegionLabels labels = label(islands, islands.wanted(), space);
        std::multiset<std::size_t> found(labels.unnamed.begin(), labels.unnamed.end());
        for (const RegionLabel& one : labels.placed) {
            found.insert(one.fact);
        }
        std::multiset<std::size_t> expected;
        for (std::size_t i = 0; i < islands.labelled.size(); ++i) {
            expected.insert(i);
        }
        BOOST_TEST(found == expected, boost::test_tools::per_element());
        check_apart(labels);
        unnamed += labels.unnamed.size();
        for (const RegionLabel& one : labels.placed) {
            BOOST_TEST((one.leader.label.left >= space.page.left &&
                        one.leader.label.right <= space.page.right));
        }
    }
    BOOST_TEST(unnamed < 60U);
}

BOOST_AUTO_TEST_CASE(a_label_says_name_and_value_where_it_stands) {
    const test::Islands islands({{300, 300, 200}, {80, 80, 10}}, {7, 1'234});
    const RegionLabels labels = label(islands, islands.wanted(), islands.space());
    BOOST_REQUIRE(labels.placed.size() == 2U);
    for (const RegionLabel& placed : labels.placed) {
        std::string text;
        for (const test::Line& line : test::lines_of(labels.texts)) {
            if (placed.leader.label.grown(Length::px(1)).overlaps(line.rect)) {
                text += (text.empty() ? "" : " ") + line.text.string;
            }
        }
        BOOST_TEST(text == (placed.fact == 0 ? "Island 1 7" : "Island 2 1,234"));
    }
    // The small island has a leader, to its middle.
    const auto small = std::ranges::find(labels.placed, 1U, &RegionLabel::fact);
    BOOST_TEST(small->leader.has_line());
    BOOST_TEST(small->leader.to.x.to_px() == 80, boost::test_tools::tolerance(0.02));
    BOOST_TEST(small->leader.to.y.to_px() == 520, boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(where_there_is_no_room_the_value_alone_stands_inside) {
    // An island that holds its number and no name, on a page without sea.
    const test::Islands islands({{300, 300, 30}}, {7});
    figure::LabelSpace space = islands.space();
    space.obstacles = {{Length::px(0), Length::px(0), Length::px(284), Length::px(600)},
                       {Length::px(316), Length::px(0), Length::px(600), Length::px(600)},
                       {Length::px(284), Length::px(0), Length::px(316), Length::px(284)},
                       {Length::px(284), Length::px(316), Length::px(316), Length::px(600)}};
    const RegionLabels labels = label(islands, islands.wanted(), space);
    BOOST_TEST(labels.placed.empty());
    BOOST_REQUIRE(labels.unnamed.size() == 1U);
    const std::vector<test::Line> lines = test::lines_of(labels.texts);
    BOOST_REQUIRE(lines.size() == 1U);
    BOOST_TEST(lines[0].text.string == "7");
    BOOST_TEST((lines[0].rect.left >= Length::px(285) && lines[0].rect.right <= Length::px(315)));
}

BOOST_AUTO_TEST_CASE(numbers_run_down_the_map) {
    const test::Islands islands({{300, 120, 10}, {300, 480, 10}, {300, 300, 10}}, {7, 8, 9});
    const figure::LabelSpace space = islands.space();
    // So cheap that none stands itself.
    std::vector<WantedLabel> wanted = figure::with_numbers(
        islands.wanted(), {.most = 3, .cost = -1000}, islands.ground(), space, islands.setter);
    const RegionLabels labels = label(islands, wanted, space);
    BOOST_REQUIRE(labels.placed.size() == 3U);
    const std::vector<std::size_t> down{1, 2, 0}; // y runs up
    for (std::size_t i = 0; i < down.size(); ++i) {
        BOOST_TEST(labels.placed[i].fact == down[i]);
        BOOST_TEST(labels.placed[i].key == i + 1);
    }
}

BOOST_AUTO_TEST_SUITE_END()
