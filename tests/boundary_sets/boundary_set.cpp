#include "render/boundary_sets/boundary_set.h"

#include "tests/support.h"

#include <vector>

BOOST_AUTO_TEST_SUITE(boundary_set)

using namespace cairn;
using input::BoundarySetFile;
namespace fs = std::filesystem;

namespace {

void require_same(const BoundarySetFile& a, const BoundarySetFile& b) {
    BOOST_TEST(a.title == b.title);
    BOOST_TEST(a.attribution == b.attribution);
    BOOST_TEST(a.licence == b.licence);
    BOOST_TEST(a.source == b.source);
    BOOST_TEST(a.note == b.note);
    BOOST_TEST(a.advice == b.advice);
    BOOST_REQUIRE(a.levels.size() == b.levels.size());
    for (std::size_t i = 0; i < a.levels.size(); ++i) {
        BOOST_TEST(a.levels[i].file == b.levels[i].file);
        BOOST_TEST(a.levels[i].error == b.levels[i].error);
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_written_is_read) {
    const test::TemporaryFolder folder;
    const std::vector<BoundarySetFile> sets{
        {.path = "",
         .title = "",
         .attribution = "Someone",
         .licence = "",
         .source = "",
         .note = "",
         .advice = "",
         .levels = {{"a", 0}}},
        {.path = "",
         .title = "Wards: \"all\"",
         .attribution = R"(C:\maps # 'Crown' © {copyright}, [2024] & others: 100 %)",
         .licence = "yes",
         .source = "~",
         .note = "- 1",
         .advice = "*",
         .levels = {{"a-full", 0}, {"a-print", 34.75}, {"1.0", 1e3}}}};
    for (const BoundarySetFile& set : sets) {
        require_same(input::read_boundary_set(folder.write("a", to_yaml(set))), set);
    }
}

BOOST_AUTO_TEST_CASE(the_built_in_set_says_what_it_is) {
    const BoundarySetFile set = input::read_boundary_set(
        test::source_folder() / "boundaries/scotland-councils.boundaries.yaml");
    BOOST_TEST(set.title == "Council areas of Scotland");
    BOOST_TEST(set.attribution ==
               "Boundaries: Natural Earth and GSHHG, generalised, not for measuring");
    BOOST_TEST(set.note.find("not for measuring") != std::string::npos);
    BOOST_TEST(set.advice.find("cairn boundaries import FILE --id scotland-councils") !=
               std::string::npos);
    BOOST_TEST(set.licence.find("gshhg-licence.txt") != std::string::npos);
    BOOST_REQUIRE(set.levels.size() == 2U);
}

BOOST_AUTO_TEST_CASE(wrong_sets_are_told) {
    struct Case {
        std::string text;
        std::string message;
    };
    const std::string rest = "attribution: Someone\nlevels: ";
    const std::string rises =
        "\n  begin with the most detailed level, of error 0; each further one is coarser\n";
    const std::vector<Case> cases{
        {"- a", ":1:1: error: a boundary set is described by a map of keys, and this is not one\n"
                "  write keys that end in a colon and a space, such as levels:\n"},
        {"attribution: Someone",
         ":1:1: error: the key \"levels\" is missing\n"
         "  write it like this: levels: [{file: scotland-councils, error: 0}]\n"},
        {"levels: [{file: a, error: 0}]",
         ":1:1: error: the key \"attribution\" is missing\n"
         "  write it like this: attribution: Contains OS data © Crown copyright\n"},
        {rest + "[a]", ":2:10: error: a level is a map of keys, and this is not one\n"
                       "  write it like this: {file: scotland-councils, error: 0}\n"},
        {rest + "[{file: ../a, error: 0}]",
         ":2:17: error: \"../a\" is no name of a shapefile beside this file\n"
         "  write the name alone, without folder and extension\n"},
        {rest + "[{file: a, error: 35}]",
         ":2:27: error: the first level is not the one of error 0" + rises},
        {rest + "[{file: a, error: 0}, {file: b, error: 35}, {file: c, error: 35}]",
         ":2:70: error: the error does not rise above that of the level before" + rises},
        {rest + "[{file: a, error: near}]", ":2:27: error: \"error\": \"near\" is not a number\n"
                                            "  write it like this: error: 35\n"},
    };
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "a";
    for (const Case& one : cases) {
        folder.write("a", one.text);
        BOOST_TEST(test::error_text([&] { input::read_boundary_set(file); }) ==
                   file.string() + one.message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
