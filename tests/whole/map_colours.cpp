#include "render/map_colours.h"

#include "render/pipeline.h"
#include "tests/support.h"

#include <fmt/format.h>

#include <string>

// What is told of colours that a map asks for and cannot have.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(map_colours)

namespace {

/// What `check` tells of a map of 1 to 9 stories with these keys on its second line.
std::string told(const std::string& keys) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "Place,Stories\nFife,1\nMoray,3\nAngus,9\n");
    const std::filesystem::path file = folder.write(
        "f.yaml", fmt::format("figures:\n  - {{{}, id: a, kind: choropleth, title: T, boundaries: "
                              "scotland-councils, data: {{file: d.csv, place: Place, value: "
                              "Stories}}}}\n",
                              keys));
    const Report report = check({.files = {file},
                                 .only = {},
                                 .out = {},
                                 .formats = {},
                                 .style = {},
                                 .dpi = {},
                                 .languages = {}},
                                {.styles = test::source_folder() / "styles",
                                 .boundaries = test::source_folder() / "boundaries",
                                 .gdal_module = test::build_folder() / "cairn_gdal.so"});
    std::string text;
    for (Problem problem : report.errors) {
        problem.where.file = problem.where.file.empty() ? "" : "f.yaml";
        text += to_string(problem, Severity::error) + "\n";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_midpoint_far_from_all_values) {
    for (const char* midpoint : {"0", "1", "5", "12"}) {
        BOOST_TEST(told(fmt::format("classes: {{method: continuous, midpoint: {}}}", midpoint)) ==
                   "");
    }
    BOOST_TEST(told("classes: {method: continuous, midpoint: 100}") ==
               "f.yaml:2:15: error: the midpoint 100 lies so far from the values, 1 to 9, that "
               "their shades are alike\n"
               "  write one between them, or take `midpoint` away\n");
    // Classes are told apart whatever their distance.
    BOOST_TEST(told("classes: {method: equal, midpoint: 100}") == "");
    BOOST_TEST(told("classes: {method: fixed, breaks: [1, 3, 9], midpoint: 100}") ==
               "f.yaml:2:39: error: the midpoint 100 lies outside the class breaks, 1 to 9\n"
               "  make it one of the breaks, or a number within the middle class\n");
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

BOOST_AUTO_TEST_SUITE_END()
