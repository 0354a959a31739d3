#include "render/map/set_apart.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <random>
#include <vector>

using namespace cairn;
using scene::Position;

BOOST_AUTO_TEST_SUITE(set_apart)

namespace {

constexpr Length between = Length::px(6);
constexpr Length reach = Length::px(20);

bool anywhere(std::size_t /*index*/, Position /*place*/) {
    return true;
}

double distance(Position a, Position b) {
    return std::hypot((a.x - b.x).to_px(), (a.y - b.y).to_px());
}

Position at(double x, double y) {
    return {Length::px(x), Length::px(y)};
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_clear_stays_and_none_covers_another) {
    std::mt19937 random(3);
    for (int round = 0; round < 30; ++round) {
        std::vector<Position> wanted;
        for (int i = 0; i < 40; ++i) {
            const auto x = static_cast<double>(random() % 160);
            const auto y = static_cast<double>(random() % 160);
            wanted.push_back(at(x, y));
        }
        const map::SetApart apart = map::set_apart(wanted, between, reach, anywhere);
        BOOST_TEST_REQUIRE(!apart.crowded);
        BOOST_TEST_REQUIRE(apart.places.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            bool is_clear = true;
            for (std::size_t k = 0; k < wanted.size(); ++k) {
                if (k != i) {
                    BOOST_TEST(distance(apart.places[i], apart.places[k]) > 5.9999);
                    is_clear = is_clear && distance(wanted[i], wanted[k]) >= 6;
                }
            }
            BOOST_TEST(distance(apart.places[i], wanted[i]) < 20.0001);
            // Others may have been moved to where it touches no place wanted, but not to its own.
            if (is_clear) {
                BOOST_TEST(distance(apart.places[i], wanted[i]) == 0);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(seven_at_one_place_are_a_full_ring) {
    const std::vector<Position> wanted(7, at(50, 50));
    const map::SetApart apart = map::set_apart(wanted, between, reach, anywhere);
    BOOST_TEST_REQUIRE(apart.places.size() == 7U);
    BOOST_TEST(distance(apart.places[0], wanted[0]) == 0);
    for (std::size_t i = 1; i < 7; ++i) {
        BOOST_TEST(distance(apart.places[i], wanted[i]) == 6, boost::test_tools::tolerance(1e-4));
    }
}

BOOST_AUTO_TEST_CASE(a_mark_stays_where_it_may_stand_if_there_is_room) {
    const std::vector<Position> wanted(5, at(50, 50));
    const auto west = [](std::size_t /*index*/, Position place) { return place.x.to_px() <= 50; };
    for (const Position place : map::set_apart(wanted, between, reach, west).places) {
        BOOST_TEST(place.x.to_px() <= 50);
    }
    // Else it stands elsewhere, not nowhere.
    const auto nowhere = [](std::size_t /*index*/, Position /*place*/) { return false; };
    BOOST_TEST(map::set_apart(wanted, between, reach, nowhere).places.size() == 5U);
}

BOOST_AUTO_TEST_CASE(what_has_no_room_is_told) {
    const std::vector<Position> wanted(200, at(50, 50));
    const map::SetApart apart = map::set_apart(wanted, between, reach, anywhere);
    BOOST_TEST(apart.places.empty());
    BOOST_TEST(apart.crowded.has_value());
    BOOST_TEST(map::set_apart({}, between, reach, anywhere).places.empty());
}

BOOST_AUTO_TEST_SUITE_END()
