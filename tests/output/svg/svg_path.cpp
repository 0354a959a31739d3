#include "render/output/svg/svg_path.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <charconv>
#include <cmath>
#include <random>

using namespace cairn;
using namespace cairn::output;

BOOST_AUTO_TEST_SUITE(svg_path)

namespace {

using test::px;

struct Point {
    double x = 0;
    double y = 0;
};

/// Reads path data of the commands m, l, h, v and z as SVG 2 says: numbers may follow one another
/// without a space.
class Reader {
  public:
    explicit Reader(std::string_view data) : m_rest(data) {}

    std::vector<std::vector<Point>> subpaths() {
        std::vector<std::vector<Point>> found;
        char command = '\0';
        while (!m_rest.empty()) {
            if (std::isalpha(static_cast<unsigned char>(m_rest.front())) != 0) {
                command = m_rest.front();
                m_rest.remove_prefix(1);
            }
            if (command == 'z') {
                m_at = found.back().front();
                continue;
            }
            m_at.x += command == 'v' ? 0 : number();
            m_at.y += command == 'h' ? 0 : number();
            if (command == 'm') {
                found.emplace_back();
                command = 'l';
            }
            found.back().push_back(m_at);
        }
        return found;
    }

  private:
    double number() {
        while (m_rest.starts_with(' ')) {
            m_rest.remove_prefix(1);
        }
        std::size_t end = m_rest.starts_with('-') ? 1 : 0;
        bool point = false;
        while (end < m_rest.size() && (std::isdigit(static_cast<unsigned char>(m_rest[end])) != 0 ||
                                       (m_rest[end] == '.' && !point))) {
            point = point || m_rest[end] == '.';
            ++end;
        }
        double value = 0;
        const auto read = std::from_chars(m_rest.data(), m_rest.data() + end, value);
        BOOST_REQUIRE((read.ec == std::errc() && read.ptr == m_rest.data() + end && end > 0));
        m_rest.remove_prefix(end);
        return value;
    }

    std::string_view m_rest;
    Point m_at{};
};

scene::Subpath line(std::vector<Point> points, bool closed) {
    scene::Subpath subpath{{}, closed};
    for (const Point& point : points) {
        subpath.points.push_back({px(point.x), px(point.y)});
    }
    return subpath;
}

std::string written(const std::vector<scene::Subpath>& subpaths) {
    return path_data(subpaths);
}

} // namespace

BOOST_AUTO_TEST_CASE(commands_are_as_short_as_can_be) {
    BOOST_TEST(written({line({{10, 20}, {15, 20}, {15, 30}, {10, 30}}, true)}) ==
               "m10 20h5v10h-5z");
    BOOST_TEST(written({line({{1, 1}, {2.5, 3.5}, {3, 3.25}}, false)}) == "m1 1 1.5 2.5.5-.25");
    BOOST_TEST(written({line({{1, 1}, {2, 1}, {3, 1}, {4, 2}, {6, 1}}, false)}) ==
               "m1 1h1 1l1 1 2-1");
    BOOST_TEST(written({}) == "");
}

BOOST_AUTO_TEST_CASE(a_further_subpath_begins_where_the_last_one_ended) {
    BOOST_TEST(written({line({{1, 1}, {2, 1}, {2, 2}}, true), line({{5, 5}, {6, 7}}, false),
                        line({{7, 7}, {8, 8}}, false)}) == "m1 1h1v1zm4 4 1 2m1 0 1 1");
}

BOOST_AUTO_TEST_CASE(points_that_fall_together_are_one) {
    BOOST_TEST(written({line({{1, 1}, {1.001, 1.001}, {2, 2}, {2, 1}, {1, 1}}, true)}) ==
               "m1 1 1 1v-1z");
    BOOST_TEST(written({line({{1, 1}}, false)}) == "m1 1h0");
    BOOST_TEST(written({line({{1, 1}, {1, 1}}, true)}) == "m1 1h0z");
    BOOST_TEST(written({line({}, true)}) == "");
}

BOOST_AUTO_TEST_CASE(no_point_is_off_by_more_than_rounding) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(-50, 700);
    std::uniform_real_distribution<double> step(-2, 2);
    for (int round = 0; round < 50; ++round) {
        std::vector<scene::Subpath> subpaths;
        std::vector<std::vector<Point>> given;
        for (int i = 0; i < 4; ++i) {
            std::vector<Point> points{{place(random), place(random)}};
            while (points.size() < 1000) {
                const Point last = points.back();
                const double x = last.x + (points.size() % 7 == 0 ? 0 : step(random));
                const double y = last.y + (points.size() % 5 == 0 ? 0.5 : 0.02 + step(random));
                points.push_back({x, y});
            }
            subpaths.push_back(line(points, i % 2 == 0));
            given.push_back(points);
        }
        const auto read = Reader(written(subpaths)).subpaths();
        BOOST_REQUIRE(read.size() == given.size());
        double furthest = 0;
        for (std::size_t i = 0; i < read.size(); ++i) {
            // Points that fall together are left out, so each given one is looked for from the last
            // found on.
            std::size_t at = 0;
            for (const Point& point : given[i]) {
                const auto distance = [&](std::size_t index) {
                    return std::max(std::abs(read[i][index].x - point.x),
                                    std::abs(read[i][index].y - point.y));
                };
                if (at + 1 < read[i].size() && distance(at + 1) < distance(at)) {
                    ++at;
                }
                furthest = std::max(furthest, distance(at));
            }
        }
        BOOST_TEST(furthest <= 0.005 + 1e-9);
    }
}

BOOST_AUTO_TEST_CASE(hundredths_are_whole_numbers) {
    BOOST_TEST(path_data(std::vector{line({{1, 1}, {2.5, 3.5}, {3, 3.25}, {3, 0}}, true)},
                         Unit::hundredth) == "m100 100 150 250 50-25v-325z");
}

BOOST_AUTO_TEST_SUITE_END()
