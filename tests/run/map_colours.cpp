#include "render/run/map_colours.h"

#include "render/run/render.h"
#include "tests/support_checkout.h"

#include <fmt/format.h>

#include <string>

// What is told of colours that a map asks for and cannot have; what its colours need is turned on,
// in every style, and `cairn check` finds nothing wrong.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(map_colours)

namespace {

std::string sample(const char* name) {
    return (test::source_folder() / "samples" / name).string();
}

/// A figure file with one figure, and what `cairn check` says of it.
Report check(const std::string& figure, const std::string& style) {
    const test::TemporaryFolder folder;
    Request request;
    request.files = {
        folder.write("figures.yaml", "project: P\nfigures:\n  - id: f\n    title: T\n" + figure)};
    request.style = style;
    return cairn::check(request, test::checkout());
}

std::string warnings_of(const Report& report) {
    std::string text;
    for (const Problem& problem : report.warnings) {
        text += problem.what + "\n";
    }
    return text;
}

/// What `cairn check` tells of a map of 1 to 9 stories with these keys on its second line.
std::string told(const std::string& keys) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "Place,Stories\nFife,1\nMoray,3\nAngus,9\n");
    Request request;
    request.files = {folder.write(
        "f.yaml", fmt::format("figures:\n  - {{{}, id: a, kind: choropleth, title: T, boundaries: "
                              "scotland-councils, data: {{file: d.csv, place: Place, value: "
                              "Stories}}}}\n",
                              keys))};
    std::string text;
    const Report report = cairn::check(request, test::checkout());
    for (Problem problem : report.errors) {
        problem.where.file = problem.where.file.empty() ? "" : "f.yaml";
        text += to_string(problem, Severity::error) + "\n";
    }
    return text;
}

std::string groups(const std::string& more) {
    return fmt::format("    kind: categorical\n    boundaries: scotland-councils\n"
                       "    data: {{file: {}, place: Council area, category: Collaborative}}\n{}",
                       sample("categorical/collaboratives.csv"), more);
}

std::string stories(const char* kind, const char* file, const char* keys, const char* more) {
    return fmt::format("    kind: {}\n    data: {{file: {}, place: Council area, value: "
                       "Stories{}}}\n    absent: zero\n    patterns: true\n"
                       "    classes: {{method: fixed, breaks: [1, 2, 3, 5, 11]}}\n{}",
                       kind, sample(file), keys, more);
}

std::string difference(const char* classes) {
    return fmt::format("    kind: choropleth\n    boundaries: scotland-councils\n"
                       "    data: {{file: {}, place: Council area, value: Difference}}\n"
                       "    classes: {{{}, midpoint: 0}}\n",
                       sample("palettes-and-classes/difference.csv"), classes);
}

void check_kept(const std::string& figure, const std::string& style) {
    const Report report = check(figure, style);
    for (const Problem& problem : report.errors) {
        BOOST_TEST(false, style << ": " << to_string(problem, Severity::error));
    }
    BOOST_TEST((report.text.find("BROKEN") == std::string::npos), style << report.text);
}

} // namespace

BOOST_AUTO_TEST_CASE(a_midpoint_far_from_all_values) {
    for (const char* midpoint : {"0", "1", "5", "12"}) {
        BOOST_TEST(told(fmt::format("classes: {{method: continuous, midpoint: {}}}", midpoint)) ==
                   "");
    }
    for (const char* method : {"continuous", "quantile", "equal", "jenks", "pretty",
                               "standard-deviation", "head-tail"}) {
        BOOST_TEST(told(fmt::format("classes: {{method: {}, midpoint: 100}}", method)) ==
                   "f.yaml:2:15: error: the midpoint 100 lies so far from the values, 1 to 9, that "
                   "shades hardly tell them apart\n"
                   "  write one between them, or take `midpoint` away\n");
    }
    BOOST_TEST(told("classes: {method: fixed, breaks: [1, 3, 9, 90, 110], midpoint: 100}") == "");
    BOOST_TEST(told("classes: {method: fixed, breaks: [1, 3, 9], midpoint: 100}") ==
               "f.yaml:2:39: error: the midpoint 100 lies outside the class breaks, 1 to 9\n"
               "  make it one of the breaks, or a number within the middle class\n");
}

BOOST_AUTO_TEST_CASE(a_map_has_no_more_classes_than_its_style_tells_apart_unless_asked_for) {
    const auto figure = [](const std::string& more) {
        return "    kind: choropleth\n    boundaries: scotland-councils\n"
               "    data: {file: " +
               sample("palettes-and-classes/difference.csv") +
               ", place: Council area, value: Difference}\n" + more;
    };
    for (const char* more : {"", "    classes: {method: quantile}\n"}) {
        const Report report = check(figure(more), "high-contrast");
        BOOST_TEST(report.errors.empty());
    }
    const Report five = check(figure("    classes: {count: 5}\n"), "high-contrast");
    BOOST_REQUIRE(five.errors.size() == 1U);
    BOOST_TEST(five.errors.front().what ==
               "5 classes, but the style high-contrast tells only 4 apart");
    BOOST_TEST(five.errors.front().remedy == "write classes: {count: 4}");
    const Report breaks =
        check(figure("    classes: {method: fixed, breaks: [-20, -10, 0, 5, 10, 20]}\n"),
              "high-contrast");
    BOOST_REQUIRE(breaks.errors.size() == 1U);
    BOOST_TEST(breaks.errors.front().remedy == "give at most 5 breaks");
}

BOOST_AUTO_TEST_CASE(a_palette_of_another_kind) {
    const std::string remedy = "  docs/colours.md lists the palettes of each kind\n";
    BOOST_TEST(
        told("palette: okabe-ito") ==
        "f.yaml:2:15: error: the palette \"okabe-ito\" is qualitative, and this map needs one "
        "that is sequential\n" +
            remedy);
    BOOST_TEST(told("palette: RdBu") ==
               "f.yaml:2:15: error: the palette \"RdBu\" is diverging, and this map needs one that "
               "is sequential\n" +
                   remedy);
    BOOST_TEST(
        told("classes: {method: equal, midpoint: 3}, palette: Blues") ==
        "f.yaml:2:54: error: the palette \"Blues\" is sequential, and this map needs one that "
        "is diverging\n" +
            remedy);
}

BOOST_AUTO_TEST_CASE(groups_keep_the_rules_in_every_style) {
    for (const char* style :
         {"screen", "print", "dark", "high-contrast", "greyscale", "large", "adaptive"}) {
        for (const char* more : {"", "    patterns: true\n"}) {
            check_kept(groups(more), style);
        }
    }
}

BOOST_AUTO_TEST_CASE(patterns_of_all_kinds_of_map_keep_the_rules) {
    for (const char* style : {"screen", "dark", "greyscale", "adaptive"}) {
        check_kept(stories("choropleth", "stories-project/place.csv", "",
                           "    boundaries: scotland-councils\n"),
                   style);
        check_kept(stories("choropleth", "small-multiples/stories.csv", ", panel: Year",
                           "    boundaries: scotland-councils\n"),
                   style);
        check_kept(stories("tiles", "stories-project/place.csv", "", ""), style);
    }
}

BOOST_AUTO_TEST_CASE(both_sides_of_a_midpoint_are_told_apart_in_every_style) {
    for (const char* style : {"screen", "dark", "high-contrast", "greyscale"}) {
        check_kept(difference("method: fixed, breaks: [-5, -2.5, 0, 2.5, 5, 15]"), style);
        check_kept(difference("method: continuous"), style);
    }
}

BOOST_AUTO_TEST_CASE(a_palette_with_hues_is_told_to_be_drawn_in_greys) {
    const Report named = check(groups("    palette: okabe-ito\n"), "greyscale");
    BOOST_TEST(warnings_of(named) ==
               "the style \"greyscale\" draws the palette \"okabe-ito\" in greys\n");
    BOOST_TEST((named.text.find("by patterns") != std::string::npos), named.text);
    BOOST_TEST(warnings_of(check(groups(""), "greyscale")).empty());
    BOOST_TEST(warnings_of(check(groups("    palette: okabe-ito\n"), "screen")).empty());
}

BOOST_AUTO_TEST_CASE(published_groups_get_a_casing_on_a_dark_page) {
    const std::string told = warnings_of(check(groups("    palette: okabe-ito\n"), "dark"));
    BOOST_TEST(told.starts_with("the palette \"okabe-ito\" needs a casing along borders"), told);
}

BOOST_AUTO_TEST_CASE(a_casing_parts_dark_areas_from_lines_to_their_very_ends) {
    for (const char* palette : {"viridis", "cividis", "YlGnBu", "Reds"}) {
        const std::string figure = fmt::format(
            "    kind: choropleth\n    boundaries: scotland-councils\n    palette: {}\n"
            "    data: {{file: {}, place: Council area, value: Stories}}\n    absent: zero\n"
            "    classes: {{method: fixed, breaks: [1, 2, 3, 5, 11]}}\n",
            palette, sample("stories-project/place.csv"));
        BOOST_TEST((warnings_of(check(figure, "screen")).find("casing") != std::string::npos));
        check_kept(figure, "screen");
    }
}

BOOST_AUTO_TEST_SUITE_END()
