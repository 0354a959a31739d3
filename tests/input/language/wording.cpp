#include "render/input/language/wording.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <array>

using namespace cairn;
using input::Wording;

BOOST_AUTO_TEST_SUITE(wording)

namespace {

constexpr std::array keys{input::Key{"title", "Story origins"}};

/// The wordings of a title, or what is wrong with it.
std::string read(std::string_view text) {
    const test::TemporaryFolder folder;
    const input::YamlValue root = input::read_yaml(folder.write("f.yaml", text), "f.yaml");
    input::YamlLog log{.file = "f.yaml"};
    input::MapReader map(root, keys, log);
    std::string told;
    for (const Wording& one : input::read_wordings(map, "title", "en-GB", log)) {
        told += one.language + ": " + one.text + "\n";
    }
    for (const Problem& problem : log.problems) {
        told += to_string(problem, Severity::error) + "\n";
    }
    return told;
}

/// The text that is best for `wanted` in a figure whose own language is `own`.
std::string best(const std::vector<Wording>& wordings, std::string_view wanted,
                 std::string_view own) {
    const Wording* found = input::best_wording(wordings, wanted, own);
    return found == nullptr ? "none" : found->text;
}

} // namespace

BOOST_AUTO_TEST_CASE(text_is_of_the_own_language) {
    BOOST_TEST(read("title: Story\n") == "en-GB: Story\n");
    BOOST_TEST(read("other: x\n").starts_with("f.yaml:1:1: error: unknown key"));
}

BOOST_AUTO_TEST_CASE(a_map_gives_each_its_language) {
    BOOST_TEST(read("title: {gd: Sgeulachd, en: Story}\n") == "en-GB: Story\ngd: Sgeulachd\n");
    BOOST_TEST(read("title: {gd: Sgeulachd}\n") == "gd: Sgeulachd\n");
}

BOOST_AUTO_TEST_CASE(a_noun_that_does_not_change_is_plain_text) {
    constexpr std::array noun_key{input::Key{"unit", "{one: story, other: stories}"}};
    const auto read_unit = [&](const char* text) {
        const test::TemporaryFolder folder;
        const input::YamlValue root = input::read_yaml(folder.write("f.yaml", text), "f.yaml");
        input::YamlLog log{.file = "f.yaml"};
        input::MapReader map(root, noun_key, log);
        const auto noun = input::read_noun(map, "unit", "en-GB", "en-GB", log);
        return noun && log.problems.empty() ? noun->one + "/" + noun->other : "refused";
    };
    for (const char* unit : {"%", "£", "kg", "per cent", "people per home", "km²"}) {
        BOOST_TEST(read_unit(fmt::format("unit: \"{}\"\n", unit).c_str()) ==
                   fmt::format("{}/{}", unit, unit));
    }
    BOOST_TEST(read_unit("unit: stories\n") == "refused");
    BOOST_TEST(read_unit("unit: {one: story, other: stories}\n") == "story/stories");
}

BOOST_AUTO_TEST_CASE(bad_input) {
    const std::pair<std::string_view, std::string_view> bad_inputs[] = {
        {"title: {}\n", "f.yaml:1:8: error: \"title\" is empty\n"
                        "  write \"en\" or \"gd\": and a text\n"},
        {"title: {en: \"\"}\n", "f.yaml:1:13: error: \"en\" is empty\n"
                                "  write it like this: en: Story origins by sector\n"},
        {"title: {en: A, en: B}\n", "en-GB: A\nf.yaml:1:16: error: the key \"en\" is given twice\n"
                                    "  it is first given on line 1; keep one\n"},
        {"title: {en-GB: A}\n", "f.yaml:1:9: error: unknown key \"en-GB\"\n"
                                "  the keys here are \"en\" and \"gd\"\n"},
    };
    for (const auto& [text, message] : bad_inputs) {
        BOOST_TEST(read(text) == message);
    }
}

BOOST_AUTO_TEST_CASE(the_best_wording_is_the_nearest_to_what_is_wanted) {
    const std::vector<Wording> both{{"Story", "en-GB"}, {"Sgeulachd", "gd"}};
    BOOST_TEST(best(both, "gd", "en-GB") == "Sgeulachd");
    BOOST_TEST(best(both, "en", "gd") == "Story");
    BOOST_TEST(best({{"Sgeulachd", "gd"}}, "en", "en") == "Sgeulachd");
    BOOST_TEST(best({{"Story", "en-GB"}}, "gd", "en-GB") == "Story");
    BOOST_TEST(best({}, "gd", "en") == "none");
    BOOST_TEST(input::find_wording({{"Story", "en-GB"}}, "gd") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
