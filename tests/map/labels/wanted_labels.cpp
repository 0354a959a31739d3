#include "render/map/labels/wanted_labels.h"

#include "tests/map/support_islands.h"

#include <algorithm>
#include <vector>

using namespace cairn;
using map::Leader;
using map::WantedLabel;
using page::Rect;

BOOST_AUTO_TEST_SUITE(wanted_labels)

BOOST_AUTO_TEST_CASE(every_label_that_is_needed_is_wanted) {
    test::Islands islands({{300, 300, 120}, {80, 80, 10}, {500, 80, 10}}, {7, 1'234, 5});
    islands.labelled[2].choice = facts::LabelChoice{}; // nothing to say
    const std::vector<WantedLabel> labels = islands.wanted();
    BOOST_REQUIRE(labels.size() == 2U);
    BOOST_TEST(labels[0].of == &islands.labelled[0]);
    BOOST_TEST(labels[1].of == &islands.labelled[1]);
    for (const WantedLabel& label : labels) {
        BOOST_TEST(label.request.needed);
        BOOST_TEST(!label.options.empty());
        BOOST_TEST(label.texts.size() == label.request.ways.size());
        BOOST_TEST(std::ranges::is_sorted(label.options, {}, &map::LabelOption::cost));
    }
}

BOOST_AUTO_TEST_CASE(a_label_stands_inside_a_region_that_holds_it) {
    const test::Islands islands({{300, 300, 200}, {80, 80, 10}}, {7, 9});
    const std::vector<WantedLabel> labels = islands.wanted();
    const auto inside = [](const WantedLabel& label) {
        std::vector<Rect> all;
        for (const map::LabelWay& way : label.request.ways) {
            all.insert(all.end(), way.inside.begin(), way.inside.end());
        }
        return all;
    };
    BOOST_TEST(!inside(labels[0]).empty());
    for (const Rect& rect : inside(labels[0])) {
        BOOST_TEST((rect.left >= Length::px(200) && rect.right <= Length::px(400) &&
                    rect.top >= Length::px(200) && rect.bottom <= Length::px(400)));
    }
    BOOST_TEST(inside(labels[1]).empty());
    BOOST_TEST(labels[1].options.front().place.leader.has_line());
}

BOOST_AUTO_TEST_CASE(a_label_that_is_to_stand_beside_never_stands_inside) {
    test::Islands islands({{300, 300, 200}}, {7});
    islands.labelled[0].choice = {.name = true, .value = true, .needed = true, .beside = true};
    const std::vector<WantedLabel> labels = islands.wanted();
    for (const map::LabelOption& option : labels.at(0).options) {
        BOOST_TEST(option.place.leader.has_line());
    }
}

BOOST_AUTO_TEST_CASE(a_label_that_is_not_needed_has_no_leader) {
    test::Islands islands({{300, 300, 200}, {80, 80, 10}}, {7, 9});
    for (map::LabelledRegion& region : islands.labelled) {
        region.choice = {.name = true, .value = true, .needed = false, .beside = false};
    }
    const std::vector<WantedLabel> labels = islands.wanted();
    for (const WantedLabel& label : labels) {
        for (const map::LabelOption& option : label.options) {
            BOOST_TEST(!option.place.leader.has_line());
        }
    }
    BOOST_TEST(!labels.at(0).options.empty());
    BOOST_TEST(labels.at(1).options.empty());
}

BOOST_AUTO_TEST_CASE(labels_keep_off_the_marks_of_all_regions) {
    test::Islands islands({{300, 300, 260}, {80, 80, 10}}, {7, 9});
    // A mark in the middle of the large region, which leaves its label room at the side.
    islands.labelled[0].mark =
        map::LabelMark{{test::square(290, 290, 20), test::square(320, 290, 20)},
                       {},
                       islands.frame.at({300, 300}),
                       Length::px(10)};
    const std::vector<WantedLabel> labels = islands.wanted();
    const Rect marks{Length::px(290), Length::px(290), Length::px(340), Length::px(310)};
    std::size_t inside = 0;
    for (const map::LabelOption& option : labels.at(0).options) {
        if (!option.place.leader.has_line()) {
            BOOST_TEST(!option.place.leader.label.overlaps(marks));
            ++inside;
        }
    }
    BOOST_TEST(inside > 0U);
}

BOOST_AUTO_TEST_CASE(words_stand_beside_the_block_at_the_end_of_a_leader) {
    const test::Islands islands({{300, 300, 200}}, {7});
    const scene::Size block{Length::px(30), Length::px(12)};
    const Rect label{Length::px(100), Length::px(50), Length::px(200), Length::px(62)};
    const Length taken = block.width + islands.setter.space();
    // The block is at the side that the leader begins from.
    const Leader from_right{
        label, {Length::px(202), Length::px(56)}, {Length::px(300), Length::px(56)}};
    const Leader from_left{
        label, {Length::px(98), Length::px(56)}, {Length::px(20), Length::px(56)}};
    const Rect left_of_it = map::words_beside(block, from_right, islands.setter);
    BOOST_TEST((left_of_it.left == label.left && left_of_it.right == label.right - taken));
    const Rect right_of_it = map::words_beside(block, from_left, islands.setter);
    BOOST_TEST((right_of_it.left == label.left + taken && right_of_it.right == label.right));
    BOOST_TEST((map::words_beside(std::nullopt, from_left, islands.setter) == label));
}

BOOST_AUTO_TEST_CASE(numbers_are_one_more_way_of_labels_that_are_needed) {
    test::Islands islands({{300, 300, 200}, {80, 80, 10}, {500, 80, 200}}, {7, 9, 11});
    islands.labelled[2].choice = {.name = true, .value = true, .needed = false, .beside = false};
    const std::vector<WantedLabel> plain = islands.wanted();
    const std::vector<WantedLabel> labels =
        map::with_numbers(plain, {.most = 12, .cost = 50, .footing = map::Footing::sea},
                          islands.ground(), islands.space(), islands.setter);
    BOOST_REQUIRE(labels.size() == 3U);
    for (const std::size_t i : {0U, 1U}) {
        BOOST_TEST(labels[i].request.ways.size() == plain[i].request.ways.size() + 1);
        BOOST_TEST(labels[i].options.size() > plain[i].options.size());
        BOOST_TEST(std::ranges::is_sorted(labels[i].options, {}, &map::LabelOption::cost));
        for (const map::LabelOption& option : labels[i].options) {
            if (option.place.way == plain[i].request.ways.size()) {
                BOOST_TEST(option.cost >= 50);
                BOOST_TEST(option.place.leader.label.width().to_px() ==
                               islands.setter.number_size(12).width.to_px(),
                           boost::test_tools::tolerance(1e-9));
            }
        }
    }
    BOOST_TEST(labels[2].options.size() == plain[2].options.size());
}

BOOST_AUTO_TEST_SUITE_END()
