#include "render/scene/check.h"

#include "render/scene/limits.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <random>
#include <set>
#include <utility>

using namespace cairn;
using namespace cairn::scene;

BOOST_AUTO_TEST_SUITE(check)

namespace {

constexpr Size page{Length::px(600), Length::px(400)};

Scene scene_of(std::vector<Node> nodes, Size size = page) {
    facts::Words words;
    words.language = "en-GB";
    words.title = "Stories";
    words.short_text = "Bars of stories.";
    words.description = "Two sectors.";
    words.table.columns = {{"Sector"}, {"Stories", true}};
    words.table.rows = {{"Health", "6"}};
    return {size, {}, words, std::move(nodes)};
}

Text text_at(double x, double y, double width, double size = 20,
             const std::string& string = "Fife") {
    return {.string = string,
            .start = {Length::px(x), Length::px(y)},
            .width = Length::px(width),
            .font = {Length::px(size), Weight::regular},
            .colour = {}};
}

Path box(double left, double top, double width, double height) {
    const auto at = [](double x, double y) { return Position{Length::px(x), Length::px(y)}; };
    return {.subpaths = {{.points = {at(left, top), at(left + width, top),
                                     at(left + width, top + height), at(left, top + height)}}},
            .fill = Colour{}};
}

Group mark(double value, const Encoding& encoding, std::optional<Path> path,
           const std::string& name = "mark") {
    Group group{.role = Role::mark, .datum = Datum{name, "", value, "", encoding}};
    if (path) {
        group.children.emplace_back(std::move(*path));
    }
    return group;
}

std::vector<Finding> findings_of(std::vector<Node> nodes) {
    return scene::check(scene_of(std::move(nodes)));
}

/// The bars of these values, so many px a unit long.
std::vector<Node> bars(const std::vector<double>& values, double per_unit, double least = 1) {
    std::vector<Node> nodes;
    double top = 10;
    for (const double value : values) {
        std::optional<Path> path;
        if (value != 0) {
            const double length = std::max(least, std::abs(value) * per_unit);
            path = box(value > 0 ? 300 : 300 - length, top, length, 8);
        }
        nodes.emplace_back(mark(value, {.channel = Channel::width, .least = Length::px(least)},
                                std::move(path), std::to_string(static_cast<int>(value))));
        top += 10;
    }
    return nodes;
}

Path& path_of(Node& node) {
    return std::get<Path>(std::get<Group>(node).children.front());
}

} // namespace

BOOST_AUTO_TEST_CASE(a_good_layout_has_no_findings) {
    std::vector<Node> nodes = bars({5, 0, -20, 0.001}, 10);
    nodes.emplace_back(text_at(0, 14.4, 600));       // its box touches three sides of the page
    nodes.emplace_back(text_at(10, 396, 100));       // and the fourth
    nodes.emplace_back(text_at(110, 396, 100));      // begins where another ends
    nodes.emplace_back(text_at(10, 396 - 18.4, 90)); // stands on another's top
    BOOST_TEST(findings_of(std::move(nodes)).empty());
}

BOOST_AUTO_TEST_CASE(texts_that_leave_the_page_are_found) {
    const std::vector<std::pair<Text, double>> cases{{text_at(-3, 100, 50), 3},
                                                     {text_at(560, 100, 50), 10},
                                                     {text_at(100, 10, 50), 4.4},
                                                     {text_at(100, 400, 50), 4}};
    for (const auto& [text, by] : cases) {
        const std::vector<Finding> findings = findings_of({text});
        BOOST_REQUIRE(findings.size() == 1U);
        BOOST_TEST((findings[0].fault == Fault::off_page));
        BOOST_TEST(findings[0].by == by, boost::test_tools::tolerance(1e-9));
        BOOST_TEST(findings[0].name == "Fife");
        BOOST_TEST((findings[0].where.x == text.start.x));
    }
}

BOOST_AUTO_TEST_CASE(texts_on_one_another_are_found_with_both_names) {
    std::vector<Node> inner{text_at(130, 105, 50, 20, "Angus")};
    const std::vector<Finding> findings =
        findings_of({text_at(100, 100, 50), Group{.children = std::move(inner)}});
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST((findings[0].fault == Fault::on_text));
    BOOST_TEST(findings[0].name == "Angus");
    BOOST_TEST(findings[0].other == "Fife");
    // They would part soonest downwards: letters of 18.4 px, 5 px apart.
    BOOST_TEST(findings[0].by == 13.4, boost::test_tools::tolerance(1e-9));
    const std::string what = to_problem(findings[0]).what;
    BOOST_TEST(what == "\"Angus\", 130 px from the left and 91 px from the top, lies on \"Fife\" "
                       "by 13.4 px");
}

BOOST_AUTO_TEST_CASE(every_text_on_another_is_found_among_many) {
    std::mt19937 random(3);
    for (const int count : {1, 2, 10, 100, 1000}) {
        const auto any = [&](double from, double to) {
            return std::uniform_real_distribution(from, to)(random);
        };
        std::vector<Node> nodes;
        std::set<std::string> expected;
        std::vector<Text> texts;
        for (int i = 0; i < count; ++i) {
            Text text =
                text_at(any(-50, 600), any(0, 450), any(0, 20) < 1 ? any(1, 700) : any(1, 30),
                        any(11, 14), std::to_string(i));
            const bool on_another = std::ranges::any_of(texts, [&](const Text& other) {
                const auto parted = [](double from, double to, double its_from, double its_to) {
                    return from >= its_to - 0.05 || its_from >= to - 0.05;
                };
                const auto top = [](const Text& one) {
                    return one.start.y.to_px() - 0.72 * one.font.size.to_px();
                };
                const auto bottom = [](const Text& one) {
                    return one.start.y.to_px() + 0.2 * one.font.size.to_px();
                };
                return !parted(text.start.x.to_px(), (text.start.x + text.width).to_px(),
                               other.start.x.to_px(), (other.start.x + other.width).to_px()) &&
                       !parted(top(text), bottom(text), top(other), bottom(other));
            });
            if (on_another) {
                expected.insert(text.string);
            }
            texts.push_back(text);
            nodes.emplace_back(std::move(text));
        }
        std::set<std::string> found;
        for (const Finding& finding : findings_of(std::move(nodes))) {
            if (finding.fault == Fault::on_text) {
                found.insert(finding.name);
            }
        }
        BOOST_TEST(found == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(small_texts_are_found) {
    BOOST_TEST(findings_of({text_at(100, 100, 50, smallest_text.to_px())}).empty());
    const std::vector<Finding> findings = findings_of({text_at(100, 100, 50, 9)});
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST((findings[0].fault == Fault::too_small));
    BOOST_TEST(findings[0].by == 2, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_bar_that_is_not_as_its_value_asks_is_found) {
    std::vector<Node> nodes = bars({10, 20, -30, 40}, 5);
    path_of(nodes[2]) = box(140, 30, 160, 8); // ten too long
    const std::vector<Finding> findings = findings_of(std::move(nodes));
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST((findings[0].fault == Fault::off_scale));
    BOOST_TEST(findings[0].name == "-30");
    BOOST_TEST((findings[0].by > 5 && findings[0].by < 10)); // the fit takes some of it
}

BOOST_AUTO_TEST_CASE(half_a_pixel_is_no_fault) {
    std::vector<Node> nodes = bars({10, 20, 30, 40}, 5);
    path_of(nodes[0]) = box(300, 10, 50.5, 8);
    BOOST_TEST(findings_of(std::move(nodes)).empty());
}

BOOST_AUTO_TEST_CASE(lengths_are_fitted_through_zero_and_places_with_an_offset) {
    const auto shifted = [](Channel channel) {
        std::vector<Node> nodes;
        for (const double value : {10.0, 20.0, 30.0}) {
            const double length = 5 * value + 20;
            nodes.emplace_back(mark(value, {.channel = channel},
                                    channel == Channel::width ? box(50, value, length, 8)
                                                              : box(length, value, 0, 8)));
        }
        return findings_of(std::move(nodes));
    };
    BOOST_TEST(shifted(Channel::x).empty());
    BOOST_REQUIRE(shifted(Channel::width).size() == 1U);
    BOOST_TEST((shifted(Channel::width)[0].fault == Fault::off_scale));
}

BOOST_AUTO_TEST_CASE(places_down_the_page_may_rise_upwards) {
    std::vector<Node> nodes;
    for (const double value : {-10.0, 0.0, 30.0, 25.0}) {
        nodes.emplace_back(
            mark(value, {.channel = Channel::y}, box(value + 100, 300 - 4 * value, 5, 0)));
    }
    BOOST_TEST(findings_of(nodes).empty());
    path_of(nodes[3]) = box(125, 220, 5, 0);
    const std::vector<Finding> findings = findings_of(std::move(nodes));
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST((findings[0].fault == Fault::off_scale));
}

BOOST_AUTO_TEST_CASE(bars_that_all_have_the_least_length_have_no_scale) {
    const std::vector<Finding> findings = findings_of(bars({-1'234'567.25, 2'345'678.5}, 1e-9));
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST((findings[0].fault == Fault::no_scale));
    BOOST_TEST(findings[0].name == "2345678");
    BOOST_TEST(findings_of(bars({0, 0}, 1)).empty());
}

BOOST_AUTO_TEST_CASE(areas_are_compared_by_their_radius) {
    const auto squares = [](double wrong) {
        std::vector<Node> nodes;
        for (const double value : {1.0, 4.0, 9.0, 16.0}) {
            const double side = 20 * std::sqrt(value) + (value == 9 ? wrong : 0);
            Path path = box(100, 100, side + 2, side + 2);
            path.stroke = Stroke{Colour{}, Length::px(2)}; // hides its inner half
            nodes.emplace_back(mark(value, {.channel = Channel::area}, std::move(path)));
        }
        return findings_of(std::move(nodes));
    };
    BOOST_TEST(squares(0).empty());
    const std::vector<Finding> findings = squares(6);
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST((findings[0].fault == Fault::off_scale));
    // A side of 6 px more is a radius of 3.4 px more, of which the fit takes a third.
    BOOST_TEST((findings[0].by > 2 && findings[0].by < 6 / std::sqrt(std::numbers::pi)));
}

BOOST_AUTO_TEST_CASE(groups_have_scales_of_their_own) {
    std::vector<Node> nodes = bars({10, 20}, 5);
    for (Node& node : bars({10, 20}, 8)) {
        std::get<Group>(node).datum->encoding->group = 1;
        nodes.emplace_back(std::move(node));
    }
    BOOST_TEST(findings_of(std::move(nodes)).empty());
}

BOOST_AUTO_TEST_CASE(dots_are_counted) {
    const auto dots = [](double value, std::size_t count) {
        Path path{.stroke = Stroke{Colour{}, Length::px(3), true}};
        for (std::size_t i = 0; i < count; ++i) {
            path.subpaths.push_back(
                {.points = {{Length::px(10.0 * static_cast<double>(i)), Length::px(50)}},
                 .closed = false});
        }
        const Encoding encoding{.channel = Channel::count, .per = 10};
        Group group = mark(value, encoding, box(0, 0, 200, 100)); // land lies beneath
        if (count > 0) {
            group.children.emplace_back(std::move(path));
        }
        return findings_of({std::move(group)});
    };
    BOOST_TEST(dots(0, 0).empty());
    BOOST_TEST(dots(1, 1).empty());
    BOOST_TEST(dots(24, 2).empty());
    BOOST_TEST(dots(100, 10).empty());
    for (const auto& [value, count, by] : std::vector<std::tuple<double, std::size_t, double>>{
             {24, 3, 1}, {100, 8, -2}, {4, 0, -1}}) {
        const std::vector<Finding> findings = dots(value, count);
        BOOST_REQUIRE(findings.size() == 1U);
        BOOST_TEST((findings[0].fault == Fault::miscounted));
        BOOST_TEST(findings[0].by == by);
    }
}

BOOST_AUTO_TEST_CASE(each_finding_says_what_where_and_by_how_much_and_what_helps) {
    for (const Fault fault : {Fault::off_page, Fault::on_text, Fault::too_small, Fault::off_scale,
                              Fault::no_scale, Fault::miscounted}) {
        const Problem problem =
            to_problem({fault, {Length::px(120), Length::px(34)}, 7, "Fife", "Angus"});
        for (const char* part : {"\"Fife\"", "120 px from the left", "34 px from the top", "7"}) {
            BOOST_TEST(problem.what.find(part) != std::string::npos, problem.what);
        }
        BOOST_TEST(!problem.remedy.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
