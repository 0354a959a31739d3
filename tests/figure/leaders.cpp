#include "render/figure/leaders.h"

#include "tests/figure/support_shapes.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <optional>
#include <vector>

using namespace cairn;
using figure::Footing;
using figure::Leader;
using figure::Rect;
using figure::SeaPlace;
using scene::Position;

BOOST_AUTO_TEST_SUITE(leaders)

namespace {

Length px(double value) {
    return Length::px(value);
}

Rect rect(double left, double top, double right, double bottom) {
    return {px(left), px(top), px(right), px(bottom)};
}

Position any_position(std::mt19937& random) {
    return {px(test::any(random, 0, 100)), px(test::any(random, 0, 100))};
}

Leader line(Position from, Position to) {
    return {.label = {}, .from = from, .to = to};
}

/// Where two lines meet, as shares of both, by Cramer's rule.
std::optional<std::pair<double, double>> meeting(const Leader& a, const Leader& b) {
    const double ax = (a.to.x - a.from.x).to_px();
    const double ay = (a.to.y - a.from.y).to_px();
    const double bx = (b.to.x - b.from.x).to_px();
    const double by = (b.to.y - b.from.y).to_px();
    const double determinant = ax * by - ay * bx;
    if (determinant == 0) {
        return std::nullopt;
    }
    const double x = (b.from.x - a.from.x).to_px();
    const double y = (b.from.y - a.from.y).to_px();
    return std::pair((x * by - y * bx) / determinant, (x * ay - y * ax) / determinant);
}

/// A label's room, by the way that its leader leaves it.
bool begins_beside(const Leader& leader, Length gap) {
    const Rect& label = leader.label;
    const bool left_or_right =
        leader.from.y == label.middle() &&
        (leader.from.x == label.left - gap || leader.from.x == label.right + gap);
    const bool above_or_below =
        leader.from.x >= label.left && leader.from.x <= label.right &&
        (leader.from.y == label.top - gap || leader.from.y == label.bottom + gap);
    return left_or_right || above_or_below;
}

/// Two islands in a sea of 400 by 200 px.
const std::vector<geo::MultiPolygon> islands{{test::square(180, 80, 30)},
                                             {test::square(230, 60, 60)}};
const figure::MapFrame frame = test::frame_of(400, 200);
const Position anchor{px(195), px(105)}; // the middle of the first

figure::LabelSpace space_with(std::vector<Rect> obstacles) {
    return {.page = rect(10, 10, 390, 190),
            .obstacles = std::move(obstacles),
            .clearance = px(4),
            .longest = px(120)};
}

std::vector<SeaPlace> places(const figure::LabelSpace& space, Footing footing = Footing::sea) {
    const figure::LandMask land(test::regions_of(islands), frame);
    return figure::places_in_sea({px(50), px(12)}, anchor, 0, land, space, footing);
}

} // namespace

BOOST_AUTO_TEST_CASE(lines_cross_where_they_have_a_point_in_common) {
    std::mt19937 random(1);
    int crossings = 0;
    for (int i = 0; i < 2000; ++i) {
        const Leader one = line(any_position(random), any_position(random));
        const Leader other = line(any_position(random), any_position(random));
        const auto shares = meeting(one, other).value();
        const bool expected =
            std::min(shares.first, shares.second) > 0 && std::max(shares.first, shares.second) < 1;
        crossings += expected ? 1 : 0;
        BOOST_TEST(figure::cross(one, other) == expected);
        BOOST_TEST(figure::cross(other, one) == expected);
    }
    BOOST_TEST((crossings > 200 && crossings < 1800));
}

BOOST_AUTO_TEST_CASE(a_leader_runs_through_the_boxes_that_its_points_lie_in) {
    std::mt19937 random(2);
    int through = 0;
    for (int i = 0; i < 1000; ++i) {
        const Leader one = line(any_position(random), any_position(random));
        const double left = test::any(random, 0, 80);
        const double top = test::any(random, 0, 80);
        const Rect box =
            rect(left, top, left + test::any(random, 5, 30), top + test::any(random, 5, 30));
        const auto has_point_in = [&](const Rect& in) {
            for (int k = 0; k <= 2000; ++k) {
                const double t = k / 2000.0;
                const Position at{one.from.x + (one.to.x - one.from.x) * t,
                                  one.from.y + (one.to.y - one.from.y) * t};
                if (at.x > in.left && at.x < in.right && at.y > in.top && at.y < in.bottom) {
                    return true;
                }
            }
            return false;
        };
        if (has_point_in(box)) {
            BOOST_TEST(figure::runs_through(one, box));
            ++through;
        } else if (!has_point_in(box.grown(px(0.2)))) {
            BOOST_TEST(!figure::runs_through(one, box));
        }
    }
    BOOST_TEST((through > 100 && through < 900));
}

BOOST_AUTO_TEST_CASE(places_lie_in_free_sea_on_the_page) {
    const std::vector<Rect> obstacles{rect(20, 20, 120, 60), rect(150, 150, 260, 170)};
    const figure::LabelSpace space = space_with(obstacles);
    const std::vector<SeaPlace> found = places(space);
    BOOST_REQUIRE(found.size() > 50U);
    for (const auto& [leader, cost] : found) {
        const Rect& label = leader.label;
        BOOST_TEST((label.left >= space.page.left && label.right <= space.page.right &&
                    label.top >= space.page.top && label.bottom <= space.page.bottom));
        BOOST_TEST(label.width().to_px() == 50, boost::test_tools::tolerance(1e-9));
        BOOST_TEST((leader.to == anchor));
        BOOST_TEST(begins_beside(leader, space.clearance / 2));
        BOOST_TEST((leader.length() <= space.longest));
        BOOST_TEST(!figure::runs_through(leader, label));
        for (const Rect& obstacle : obstacles) {
            BOOST_TEST(!obstacle.overlaps(label.grown(space.clearance)));
            BOOST_TEST(!figure::runs_through(leader, obstacle));
        }
        for (const geo::MultiPolygon& island : islands) {
            for (double y = label.top.to_px(); y <= label.bottom.to_px(); ++y) {
                for (double x = label.left.to_px(); x <= label.right.to_px(); ++x) {
                    BOOST_TEST(!test::is_inside(island, frame.point({px(x), px(y)})));
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(places_are_told_by_cost_which_grows_over_other_land) {
    const std::vector<SeaPlace> found = places(space_with({}));
    BOOST_TEST(std::ranges::is_sorted(found, {}, &SeaPlace::cost));
    bool over_the_other = false;
    for (const auto& [leader, cost] : found) {
        const double length = leader.length().to_px();
        const double slope = 0.35 * std::abs((leader.from.y - leader.to.y).to_px());
        double foreign = 0;
        constexpr int steps = 500;
        for (int i = 0; i < steps; ++i) {
            const double t = (i + 0.5) / steps;
            const geo::Point at = frame.point({leader.from.x + (leader.to.x - leader.from.x) * t,
                                               leader.from.y + (leader.to.y - leader.from.y) * t});
            foreign += test::is_inside(islands[1], at) ? length / steps : 0;
        }
        over_the_other = over_the_other || foreign > 10;
        // Land is known to 2 px on each side.
        BOOST_TEST(std::abs(cost - (length + slope + 1.5 * foreign)) <= 1.5 * 6);
    }
    BOOST_TEST(found.front().cost < 30);
}

BOOST_AUTO_TEST_CASE(labels_left_of_their_region_line_up_at_their_right_ends) {
    for (const auto& [leader, cost] : places(space_with({}))) {
        const Rect& label = leader.label;
        const Length edge = label.right < anchor.x ? label.right : label.left;
        if (label.right < anchor.x || label.left > anchor.x) {
            const double steps = (edge - px(10)) / px(4);
            BOOST_TEST(std::abs(steps - std::round(steps)) < 1e-6);
        }
    }
}

BOOST_AUTO_TEST_CASE(where_there_is_no_sea_other_land_may_serve) {
    figure::LabelSpace space = space_with({});
    space.page = rect(225, 70, 295, 150); // around the second island
    BOOST_TEST(places(space).empty());
    const std::vector<SeaPlace> found = places(space, Footing::anywhere);
    BOOST_TEST(!found.empty());
    for (const auto& [leader, cost] : found) {
        // Clear of its outline.
        BOOST_TEST((leader.label.left >= px(230) && leader.label.right <= px(290)));
        BOOST_TEST((leader.label.top >= px(80) && leader.label.bottom <= px(140)));
    }
    space.longest = px(5);
    BOOST_TEST(places(space, Footing::anywhere).empty());
}

BOOST_AUTO_TEST_CASE(labels_may_stand_within_or_beside_a_frame_but_not_on_it) {
    figure::LabelSpace space = space_with({});
    space.frames = {rect(100, 50, 200, 150)};
    BOOST_TEST(figure::stands_on_frame(rect(90, 90, 140, 102), space));
    BOOST_TEST(figure::stands_on_frame(rect(120, 45, 170, 57), space));
    BOOST_TEST(!figure::stands_on_frame(rect(120, 90, 170, 102), space));
    BOOST_TEST(!figure::stands_on_frame(rect(20, 90, 70, 102), space));
    const Leader inwards{rect(20, 90, 70, 102), {px(72), px(96)}, {px(150), px(96)}};
    BOOST_TEST(figure::is_free(inwards, space)); // its line may cross the frame's
    space.obstacles = {rect(110, 90, 115, 100)};
    BOOST_TEST(!figure::is_free(inwards, space));
}

BOOST_AUTO_TEST_CASE(labels_are_in_conflict_where_they_or_their_leaders_meet) {
    const auto leader_to = [](double left, double top, double x, double y) {
        return Leader{
            rect(left, top, left + 50, top + 12), {px(left + 52), px(top + 6)}, {px(x), px(y)}};
    };
    const auto conflict = [](const Leader& one, const Leader& other) {
        BOOST_TEST(figure::in_conflict(one, other, px(4)) ==
                   figure::in_conflict(other, one, px(4)));
        return figure::in_conflict(one, other, px(4));
    };
    const Leader one = leader_to(20, 50, 150, 56);
    BOOST_TEST(!conflict(one, leader_to(20, 80, 150, 86)));
    BOOST_TEST(conflict(one, leader_to(20, 64, 150, 70)));  // 2 px between the labels
    BOOST_TEST(conflict(one, leader_to(20, 20, 140, 100))); // lines cross
    BOOST_TEST(conflict(one, leader_to(90, 52, 200, 58)));  // a line through the other's label
    BOOST_TEST(conflict(one, leader_to(20, 90, 110, 57)));  // a line through the other's end
    const Leader inside{rect(100, 50, 150, 62), {px(125), px(56)}, {px(125), px(56)}};
    BOOST_TEST(conflict(one, inside));
    BOOST_TEST(!conflict(leader_to(20, 90, 110, 96), inside));
}

BOOST_AUTO_TEST_SUITE_END()
