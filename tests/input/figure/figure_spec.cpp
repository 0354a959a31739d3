#include "render/input/figure/figure_spec.h"

#include "render/kinds.h"
#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using input::FigureFile;
using input::FigureSpec;
using input::Format;

BOOST_AUTO_TEST_SUITE(figure_spec)

namespace {

FigureFile read(std::string_view text) {
    const test::WorkingFolder folder;
    folder.write("f.yaml", text);
    return input::read_figure_file("f.yaml", kinds_of_figure_files());
}

std::string bar(std::string_view id) {
    return "  - id: " + std::string(id) +
           "\n    kind: bar\n    title: T\n    data: {file: d.csv, label: L, value: V}\n";
}

const std::string two_languages =
    "  - id: a\n    kind: bar\n    title: {en: Story, gd: Sgeulachd}\n"
    "    data: {file: d.csv, label: L, value: V}\n";

struct BadInput {
    std::string text;
    std::string_view message;
};

// What makes a file as a whole useless.
const BadInput bad_inputs[] = {
    {"- id: x\n", "f.yaml:1:1: error: a figure file is a map of keys, and this is not one\n"
                  "  write keys that end in a colon and a space, such as figures:\n"},
    {"figures:x\n", "f.yaml:1:1: error: a figure file is a map of keys, and this is not one\n"
                    "  write keys that end in a colon and a space, such as figures:\n"},
    {"title: T\nfigures:\n" + bar("a"),
     "f.yaml:1:1: error: the key \"title\" does not belong here\n"
     "  write it in a figure, in the list below figures:\n"},
    {"project: P\n", "f.yaml:1:1: error: the key \"figures\" is missing\n"
                     "  write it like this: figures: [{id: sector-8, …}]\n"},
    {"figures:\n", "f.yaml:1:1: error: \"figures\" is empty\n"
                   "  write it like this: figures: [{id: sector-8, …}]\n"},
    {"figures: {id: x}\n", "f.yaml:1:10: error: \"figures\" is a map, not a list\n"
                           "  begin each item of the list with a dash: - id: …\n"},
    {"projekt: P\nfigures:\n" + bar("a"), "f.yaml:1:1: error: unknown key \"projekt\"\n"
                                          "  did you mean \"project\"?\n"},
    {"style: print\nstyle: screen\nfigures:\n" + bar("a"),
     "f.yaml:2:1: error: the key \"style\" is given twice\n"
     "  it is first given on line 1; keep one\n"},
    {"style: [screen]\nfigures:\n" + bar("a"), "f.yaml:1:8: error: \"style\" is a list, not text\n"
                                               "  write it like this: style: screen\n"},
    {"formats: svg\nfigures:\n" + bar("a"),
     "f.yaml:1:10: error: \"formats\" is text, not a list\n"
     "  write it like this: formats: [svg, png, pdf, html]\n"},
    {"formats: [svg, jpg]\nfigures:\n" + bar("a"),
     "f.yaml:1:16: error: \"formats\" cannot be \"jpg\"\n"
     "  write \"svg\", \"png\", \"pdf\" or \"html\"\n"},
    {"formats: [svg, svg]\nfigures:\n" + bar("a"),
     "f.yaml:1:16: error: the format \"svg\" is given twice\n"
     "  keep one\n"},
    {"formats: []\nfigures:\n" + bar("a"),
     "f.yaml:1:10: error: \"formats\" is empty\n"
     "  write it like this: formats: [svg, png, pdf, html]\n"},
    {"language: ga\nfigures:\n" + bar("a"), "f.yaml:1:11: error: \"language\" cannot be \"ga\"\n"
                                            "  words are written in English (en) and Scottish "
                                            "Gaelic (gd): write en-GB, gd, or another tag "
                                            "of these\n"},
    {"source: {fr: Nous}\nfigures:\n" + bar("a"), "f.yaml:1:10: error: unknown key \"fr\"\n"
                                                  "  the keys here are \"en\" and \"gd\"\n"},
    {"project: {}\nfigures:\n" + bar("a"), "f.yaml:1:10: error: \"project\" is empty\n"
                                           "  write \"en\" or \"gd\": and a text\n"},
    {"style: [x]\nfigures:\n  - id: a\n", "f.yaml:1:8: error: \"style\" is a list, not text\n"
                                          "  write it like this: style: screen\n"
                                          "f.yaml:3:5: error: the key \"kind\" is missing\n"
                                          "  write it like this: kind: bar\n"
                                          "f.yaml:3:5: error: the key \"title\" is missing\n"
                                          "  write it like this: title: Story origins by sector\n"
                                          "f.yaml:3:5: error: the key \"data\" is missing\n"
                                          "  write it like this: data: {file: sector.csv, label: "
                                          "Sector, value: Stories}\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(the_sample) {
    const auto path = test::source_folder() / "samples/stories-project/figures.yaml";
    const FigureFile file = input::read_figure_file(path, kinds_of_figure_files());
    BOOST_TEST(file.problems.empty());
    BOOST_TEST(file.style == "screen");
    BOOST_TEST(file.style_where.line == 4);
    BOOST_TEST((file.formats == std::vector{Format::svg, Format::png, Format::pdf, Format::html}));
    BOOST_REQUIRE(file.figures.size() == 2u);
    const FigureSpec& bars = file.figures[0];
    BOOST_TEST(bars.id == "sector-8");
    BOOST_TEST(bars.kind->name == "bar");
    BOOST_TEST(bars.project == "The stories project");
    BOOST_TEST(bars.source == "Personal Outcomes Network");
    BOOST_TEST(bars.data.shown == (path.parent_path() / "sector.csv").string());
    BOOST_TEST(bars.data.label_column == "Sector");
    BOOST_TEST((bars.sort == input::Sort::file));
    BOOST_TEST(bars.expect_total.value() == 39);
    BOOST_TEST(bars.unit.other == "stories");
    BOOST_TEST(!bars.boundaries.has_value());
    const FigureSpec& map = file.figures[1];
    BOOST_TEST(map.kind->name == "choropleth");
    BOOST_TEST(map.data.label_column == "Council area");
    BOOST_TEST(map.boundaries.value().name == "scotland-councils");
    BOOST_TEST((map.absent == input::Absent::zero));
    BOOST_TEST((map.classes.method == input::ClassMethod::fixed));
    BOOST_TEST(map.classes.breaks == (std::vector<double>{1, 2, 3, 5, 11}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_taken_where_nothing_is_said) {
    const FigureFile file = read("figures:\n" + bar("a"));
    BOOST_TEST(file.style == "screen");
    BOOST_TEST(file.style_where.file == "f.yaml");
    BOOST_TEST(file.formats.size() == 4u);
    BOOST_REQUIRE(file.figures.size() == 1u);
    BOOST_TEST(file.figures[0].language == "en-GB");
    BOOST_TEST(file.figures[0].project == "");
    BOOST_TEST(file.figures[0].data.shown == "d.csv");
}

BOOST_AUTO_TEST_CASE(paths_are_relative_to_the_figure_file) {
    const test::WorkingFolder folder;
    folder.write("samples/x/f.yaml", "style: own.yaml\nfigures:\n" + bar("a"));
    const FigureFile file = input::read_figure_file("samples/x/f.yaml", kinds_of_figure_files());
    BOOST_TEST(file.figures.at(0).data.shown == "samples/x/d.csv");
    BOOST_TEST(std::get<std::filesystem::path>(file.figures.at(0).data.source) ==
               "samples/x/d.csv");
    BOOST_TEST(file.figures.at(0).where.file == "samples/x/f.yaml");
    BOOST_TEST(file.style == "own.yaml");
}

BOOST_AUTO_TEST_CASE(anchors_and_aliases) {
    const FigureFile file = read("figures:\n  - id: a\n    kind: bar\n    title: T\n"
                                 "    data: &d {file: d.csv, label: L, value: V}\n"
                                 "  - {id: b, kind: bar, title: T, data: *d}\n");
    BOOST_TEST(file.problems.empty());
    BOOST_TEST(file.figures.at(1).data.label_column == "L");
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(test::error_text([&] { read(bad.text); }) == bad.message);
    }
    BOOST_TEST(test::error_text([] {
                   input::read_figure_file("no.yaml", kinds_of_figure_files());
               }) == "no.yaml: error: there is no such file\n  check the spelling of the path\n");
}

BOOST_AUTO_TEST_CASE(a_figure_stands_in_each_language_asked_for) {
    const test::WorkingFolder folder;
    folder.write("f.yaml", "source: {en: Us, gd: Sinne}\nfigures:\n" + two_languages);
    const auto languages_of = [](const std::vector<std::string>& asked) {
        std::string text;
        for (const FigureSpec& figure :
             input::read_figure_file("f.yaml", kinds_of_figure_files(), asked).figures) {
            text += figure.id + " " + figure.language + ": " + figure.title + ", " + figure.source +
                    "; ";
        }
        return text;
    };
    BOOST_TEST(languages_of({}) == "a en-GB: Story, Us; ");
    BOOST_TEST(languages_of({"en"}) == "a en-GB: Story, Us; ");
    BOOST_TEST(languages_of({"gd"}) == "a gd: Sgeulachd, Sinne; ");
    BOOST_TEST(languages_of({"en", "gd", "en"}) == "a en-GB: Story, Us; a gd: Sgeulachd, Sinne; ");
}

BOOST_AUTO_TEST_CASE(a_title_is_needed_in_each_language_asked_for) {
    const test::WorkingFolder folder;
    folder.write("f.yaml", "figures:\n" + bar("one") + two_languages);
    const FigureFile file =
        input::read_figure_file("f.yaml", kinds_of_figure_files(), {"en", "gd"});
    BOOST_REQUIRE(file.figures.size() == 2u);
    BOOST_TEST(file.figures[0].id == "a");
    BOOST_REQUIRE(file.problems.size() == 1u);
    BOOST_TEST(to_string(file.problems[0], Severity::error) ==
               "f.yaml:4:12: error: the title is not given in Scottish Gaelic (gd)\n"
               "  write it in each language: title: {en: \"T\", gd: …}");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_every_language_is_told_once) {
    const test::WorkingFolder folder;
    folder.write("f.yaml", "figures:\n" + two_languages + "    sort: up\n");
    const FigureFile file =
        input::read_figure_file("f.yaml", kinds_of_figure_files(), {"en", "gd"});
    BOOST_TEST(file.figures.empty());
    BOOST_TEST(file.problems.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_wrong_figure_leaves_the_others) {
    const FigureFile file = read("figures:\n" + bar("a") + "  - id: b\n    kind: bar\n" + bar("c"));
    BOOST_REQUIRE(file.figures.size() == 2u);
    BOOST_TEST(file.figures[0].id == "a");
    BOOST_TEST(file.figures[1].id == "c");
    BOOST_REQUIRE(file.problems.size() == 2u);
    BOOST_TEST(file.problems[0].where.line == 6);
    BOOST_TEST(file.problems[0].what == "the key \"title\" is missing");
    BOOST_TEST(file.problems[1].what == "the key \"data\" is missing");
}

BOOST_AUTO_TEST_CASE(an_id_used_twice_draws_neither) {
    const FigureFile file = read("figures:\n" + bar("a") + bar("b") + bar("a"));
    BOOST_REQUIRE(file.figures.size() == 1u);
    BOOST_TEST(file.figures[0].id == "b");
    BOOST_REQUIRE(file.problems.size() == 1u);
    BOOST_TEST(to_string(file.problems[0], Severity::error) ==
               "f.yaml:10:5: error: the id \"a\" is used twice\n"
               "  the figure on line 2 has it too; give each an id of its own");
}

BOOST_AUTO_TEST_SUITE_END()
