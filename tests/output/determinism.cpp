#include "base/write_files.h"
#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <locale>

// The same scene gives the same bytes, whatever surrounds the program.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(determinism)

namespace {

namespace fs = std::filesystem;

/// All outputs of a scene with a stand-in font, from fonts read anew.
std::vector<File> draw_all() {
    using namespace scene;
    const Fonts fonts(test::source_folder() / "styles/fonts", "Atkinson Hyperlegible Next");
    const Scene small = test::small_scene();
    std::vector<Node> nodes = small.nodes();
    nodes.emplace_back(test::text("直 骨 1,234.5", 10, 100));
    const Scene scene(small.size(), small.background(), small.words(), std::move(nodes));
    facts::Facts facts;
    facts.facts = {{.label = "Fife", .code = {}, .value = 1234.5, .class_index = {}}};
    facts.total = 1234.5;
    std::vector<File> files{
        {"svg", "a.svg", output::to_svg(scene, fonts)},
        {"png", "a.png", output::to_png(scene, fonts, 192)},
        {"pdf", "a.pdf", output::to_pdf(scene, fonts)},
        {"html", "a.html",
         output::to_html(scene, {"a.svg", "a.png", "a.csv"}, output::HtmlForm::alt_text)},
        {"csv", "a.csv", output::to_csv(facts, scene.words())}};
    const std::vector<output::Finished> figures{{facts, scene, {}, files}};
    files.push_back({"manifest", "figures.json", output::to_manifest("P", figures)});
    return files;
}

void check_same(const std::vector<File>& expected, const fs::path& folder) {
    for (const File& file : expected) {
        BOOST_TEST((test::read_bytes(folder / file.name) == file.bytes), file.name << " differs");
    }
}

/// A number format as in German: 1.234,5.
class German : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace

BOOST_AUTO_TEST_CASE(twice_in_one_process) {
    const std::vector<File> first = draw_all();
    const std::vector<File> second = draw_all();
    for (std::size_t i = 0; i < first.size(); ++i) {
        BOOST_TEST((first[i].bytes == second[i].bytes), first[i].name << " differs");
    }
}

BOOST_AUTO_TEST_CASE(in_other_surroundings) {
    const std::vector<File> here = draw_all();
    const test::TemporaryFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        bool ready = ::chdir("/") == 0;
        for (const char* name : {"LC_ALL", "LANG", "LANGUAGE", "PANGO_LANGUAGE"}) {
            ready = ready && ::setenv(name, "tr_TR.UTF-8", 1) == 0;
        }
        ready = ready && ::setenv("TZ", "Pacific/Kiritimati", 1) == 0;
        ::tzset();
        std::setlocale(LC_ALL, ""); // has no effect where the locale is not installed
        std::locale::global(std::locale(std::locale::classic(), new German));
        write_files(folder.path(), draw_all());
        ::_exit(ready ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    BOOST_REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    check_same(here, folder.path());
}

BOOST_AUTO_TEST_CASE(in_a_program_started_anew) {
    const std::vector<File> here = draw_all();
    const test::TemporaryFolder folder;
    const std::string command =
        "cd / && LC_ALL=zh_TW.UTF-8 LANG=ja_JP.UTF-8 LANGUAGE=ko TZ=Asia/Tokyo CAIRN_TEST_DRAW='" +
        folder.path().string() + "' '" + fs::read_symlink("/proc/self/exe").string() +
        "' --run_test=determinism/draw_for_another >/dev/null";
    BOOST_REQUIRE_EQUAL(std::system(command.c_str()), 0);
    check_same(here, folder.path());
}

/// Draws where the test above, which starts this program anew, asks for it; else draws into a
/// folder of its own.
BOOST_AUTO_TEST_CASE(draw_for_another) {
    const test::TemporaryFolder own;
    const char* asked = std::getenv("CAIRN_TEST_DRAW");
    const fs::path folder = asked == nullptr ? own.path() : fs::path(asked);
    write_files(folder, draw_all());
    BOOST_TEST(fs::exists(folder / "figures.json"));
}

BOOST_AUTO_TEST_SUITE_END()
