#include "render/map/labels/label_places.h"

#include <boost/test/unit_test.hpp>

#include <random>
#include <vector>

using namespace cairn;
using map::LabelRequest;
using page::Rect;

BOOST_AUTO_TEST_SUITE(label_places)

namespace {

Length px(double value) {
    return Length::px(value);
}

Rect rect(double left, double top, double right, double bottom) {
    return {px(left), px(top), px(right), px(bottom)};
}

/// Square islands of 20 px in a row, 60 px apart, in a sea of 400 by 200 px; a metre is a pixel.
struct Sea {
    geo::Regions regions;
    map::MapFrame frame{{0, 0, 400, 200}, px(1), {px(0), px(0)}};

    explicit Sea(int islands) {
        for (int i = 0; i < islands; ++i) {
            const double left = 30 + 60 * i;
            regions.regions.push_back(
                {.code = {},
                 .name = {},
                 .name_gd = {},
                 .geometry = {{{left, 90}, {left + 20, 90}, {left + 20, 110}, {left, 110}}}});
        }
    }
    [[nodiscard]] map::LandMask land() const { return {regions, frame}; }
    [[nodiscard]] static map::LabelSpace space() {
        return {
            .page = rect(0, 0, 400, 200), .obstacles = {}, .clearance = px(4), .longest = px(120)};
    }
};

/// A label of 50 by 12 px for each island.
std::vector<LabelRequest> requests_for(const Sea& sea) {
    std::vector<LabelRequest> requests;
    for (std::size_t i = 0; i < sea.regions.regions.size(); ++i) {
        requests.push_back({.region = i,
                            .anchor = {px(40 + 60 * static_cast<double>(i)), px(100)},
                            .ways = {{.size = {px(50), px(12)}}}});
    }
    return requests;
}

} // namespace

BOOST_AUTO_TEST_CASE(labels_leave_each_other_and_the_land_room) {
    const Sea sea(6);
    const map::LandMask land = sea.land();
    std::mt19937 random(3);
    for (int round = 0; round < 20; ++round) {
        map::LabelSpace space = Sea::space();
        for (int i = 0; i < 3; ++i) {
            const auto x = static_cast<double>(random() % 360);
            const auto y = static_cast<double>(random() % 180);
            space.obstacles.push_back(rect(x, y, x + 40, y + 15));
        }
        const auto places = map::place_labels(requests_for(sea), land, space);
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!places[i]) {
                continue;
            }
            const map::Leader& one = places[i]->leader;
            BOOST_TEST(land.free(one.label));
            for (const Rect& obstacle : space.obstacles) {
                BOOST_TEST(!obstacle.overlaps(one.label));
                BOOST_TEST(!map::runs_through(one, obstacle));
            }
            for (std::size_t j = i + 1; j < places.size(); ++j) {
                BOOST_TEST(
                    (!places[j] || !map::in_conflict(one, places[j]->leader, space.clearance)));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_label_has_a_place_where_there_is_room_for_all) {
    const Sea sea(6);
    for (const auto& place : map::place_labels(requests_for(sea), sea.land(), Sea::space())) {
        BOOST_TEST(place.has_value());
    }
}

BOOST_AUTO_TEST_CASE(a_label_stays_inside_and_others_go_around_it) {
    const Sea sea(2);
    std::vector<LabelRequest> requests = requests_for(sea);
    requests[0].ways[0].inside = {rect(15, 94, 65, 106)};
    const auto places = map::place_labels(requests, sea.land(), Sea::space());
    BOOST_REQUIRE(places[0].has_value());
    BOOST_TEST(!places[0]->leader.has_line());
    BOOST_REQUIRE(places[1].has_value());
    BOOST_TEST(!map::runs_through(places[1]->leader, requests[0].ways[0].inside[0]));
}

BOOST_AUTO_TEST_CASE(a_label_that_is_not_needed_gives_way) {
    const Sea sea(2);
    std::vector<LabelRequest> requests = requests_for(sea);
    // Both have the same one place.
    for (LabelRequest& request : requests) {
        request.ways[0].beside = false;
        request.ways[0].inside = {rect(100, 20, 150, 32)};
    }
    requests[0].needed = false;
    const auto places = map::place_labels(requests, sea.land(), Sea::space());
    BOOST_TEST(!places[0].has_value());
    BOOST_TEST(places[1].has_value());
}

BOOST_AUTO_TEST_CASE(a_dearer_way_is_taken_where_it_alone_has_room) {
    const Sea sea(1);
    std::vector<LabelRequest> requests = requests_for(sea);
    requests[0].ways = {{.size = {px(500), px(12)}}, {.size = {px(30), px(24)}, .cost = 50}};
    const auto places = map::place_labels(requests, sea.land(), Sea::space());
    BOOST_REQUIRE(places[0].has_value());
    BOOST_TEST(places[0]->way == 1U);
}

BOOST_AUTO_TEST_CASE(no_label_stands_on_the_line_of_a_frame) {
    const Sea sea(1);
    map::LabelSpace space = Sea::space();
    space.frames = {rect(20, 80, 60, 120)};
    const auto places = map::place_labels(requests_for(sea), sea.land(), space);
    BOOST_REQUIRE(places[0].has_value());
    BOOST_TEST(!space.frames[0].overlaps(places[0]->leader.label));
}

BOOST_AUTO_TEST_SUITE_END()
