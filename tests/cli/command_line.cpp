#include "tests/support_program.h"

// What people may write after `cairn`, and what they are told where they may not.

using namespace cairn;
using test::program;
using test::Run;
using test::run_in;

BOOST_AUTO_TEST_SUITE(command_line)

namespace {

/// Two figure files of two bar charts each: a and b, c and d.
struct Folder : test::TemporaryFolder {
    Folder() {
        write("d.csv", "Sector,Stories\nA,1\nB,2\n");
        const auto figure = [](const char* id) {
            return fmt::format("  - {{id: {}, kind: bar, title: T {}, data: {{file: d.csv, label: "
                               "Sector, value: Stories}}}}\n",
                               id, id);
        };
        write("f.yaml", "figures:\n" + figure("a") + figure("b"));
        write("g.yaml", "figures:\n" + figure("c") + figure("d"));
    }

    [[nodiscard]] Run run(const std::string& arguments) const {
        return run_in(path(), program() + " " + arguments);
    }
};

} // namespace

BOOST_AUTO_TEST_CASE(options_of_lists_leave_the_files_alone) {
    const Folder folder;
    const std::string a = "T a: B 2, A 1\n";
    BOOST_TEST(folder.run("describe --only a f.yaml --form list").out == a);
    BOOST_TEST(folder.run("describe --form list --lang en f.yaml --only a").out == a);
    BOOST_TEST(folder.run("describe --only a,c f.yaml g.yaml --form list").out ==
               a + "T c: B 2, A 1\n");
    BOOST_TEST(folder.run("describe --only c --only a f.yaml g.yaml --form list").out ==
               a + "T c: B 2, A 1\n");
    const Run run = folder.run("render --format svg f.yaml --out out");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    BOOST_TEST(test::files_in(folder.path() / "out") ==
                   (std::vector<std::string>{"a.alt.txt", "a.csv", "a.svg", "b.alt.txt", "b.csv",
                                             "b.svg", "figures.json"}),
               boost::test_tools::per_element());
    BOOST_TEST(folder.run("render --format svg,png --format svg f.yaml --only a --out o").status ==
               0);
    BOOST_TEST(
        test::files_in(folder.path() / "o") ==
            (std::vector<std::string>{"a.alt.txt", "a.csv", "a.png", "a.svg", "figures.json"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_figure_that_is_not_there_is_named) {
    const Folder folder;
    const Run run = folder.run("describe --only e --only f --only a f.yaml");
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.errors == "--only: error: there is no figure \"e\"\n  known: a, b\n"
                             "--only: error: there is no figure \"f\"\n  known: a, b\n");
}

BOOST_AUTO_TEST_CASE(a_wrong_word_is_told_with_those_there_are) {
    const Folder folder;
    const struct {
        const char* arguments;
        const char* told;
    } table[] = {
        {"rendr f.yaml", "cairn: error: unknown command \"rendr\"\n  did you mean \"render\"?\n"},
        {"paint f.yaml", "cairn: error: unknown command \"paint\"\n  there are \"render\", "
                         "\"describe\", \"match\", \"check\", \"gallery\", \"embed\" and "
                         "\"boundaries\"\n"},
        {"", "cairn: error: no command is given\n  there are \"render\", \"describe\", \"match\", "
             "\"check\", \"gallery\", \"embed\" and \"boundaries\"\n"},
        {"boundaries", "cairn boundaries: error: no command is given\n  there are \"import\", "
                       "\"list\" and \"info\"\n"},
        {"boundaries lst",
         "cairn boundaries: error: unknown command \"lst\"\n  did you mean \"list\"?\n"},
        {"render", "cairn render: error: FILE is required\n  see cairn render --help\n"},
        {"render f.yaml --formt svg",
         "cairn render: error: unknown option \"--formt\"\n  did you mean \"--format\"?\n"},
        {"boundaries list more", "cairn boundaries list: error: unknown argument \"more\"\n"
                                 "  see cairn boundaries list --help\n"},
        {"render f.yaml --format gif", "cairn render: error: --format: unknown format \"gif\"\n"
                                       "  write \"html\", \"pdf\", \"png\" or \"svg\"\n"},
        {"render f.yaml --format 1", "cairn render: error: --format: unknown format \"1\"\n"
                                     "  write \"html\", \"pdf\", \"png\" or \"svg\"\n"},
        {"describe f.yaml --form shrt", "cairn describe: error: --form: unknown form of words "
                                        "\"shrt\"\n  did you mean \"short\"?\n"},
        {"describe f.yaml --lang ga", "cairn describe: error: --lang: unknown language \"ga\"\n"
                                      "  did you mean \"gd\"?\n"},
        {"render f.yaml --out", "cairn render: error: --out needs a value\n"
                                "  see cairn render --help\n"},
        {"render f.yaml --out a --out b", "cairn render: error: --out is given twice\n"
                                          "  see cairn render --help\n"},
    };
    for (const auto& [arguments, told] : table) {
        const Run run = folder.run(arguments);
        BOOST_TEST(run.status == 2, arguments);
        BOOST_TEST(run.errors == told);
        BOOST_TEST(run.out == "");
    }
}

BOOST_AUTO_TEST_CASE(help_shows_words_alone) {
    const Folder folder;
    const Run all = folder.run("--help");
    BOOST_TEST(all.status == 0);
    BOOST_TEST(all.out.find("boundaries") != std::string::npos);
    for (const char* command : {"render", "describe", "check", "gallery", "embed"}) {
        const Run help = folder.run(std::string(command) + " --help");
        BOOST_TEST(help.status == 0);
        BOOST_TEST(help.out.find(fmt::format("Usage: cairn {} [OPTIONS] FILE", command)) !=
                   std::string::npos);
        BOOST_TEST(help.out.find("->") == std::string::npos);
        BOOST_TEST(help.out.find("--only ID,…") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(the_version_names_the_libraries) {
    const Folder folder;
    const Run run = folder.run("--version");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    BOOST_TEST(run.out.starts_with("cairn "));
    BOOST_TEST(run.out.find("\nCairo 1.") != std::string::npos);
    BOOST_TEST(run.out.ends_with("\n"));
}

BOOST_AUTO_TEST_CASE(an_error_stands_on_a_line_of_its_own) {
    const Folder folder;
    folder.write("bad.csv", "Sector,Stories\nA,one\n");
    std::string file = test::read_bytes(folder.path() / "f.yaml");
    // More text than the streams hold back.
    for (int i = 0; i < 200; ++i) {
        file += fmt::format("  - {{id: n{0}, kind: bar, title: T {0}, data: {{file: d.csv, label: "
                            "Sector, value: Stories}}}}\n",
                            i);
    }
    folder.write("many.yaml", file + "  - {id: bad, kind: bar, title: T, data: {file: bad.csv, "
                                     "label: Sector, value: Stories}}\n");
    const Run run = folder.run("describe many.yaml --form list 2>&1");
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.out.size() > 2000U);
    BOOST_TEST(run.out.find("T 199: B 2, A 1\nbad.csv:2") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(output_that_cannot_be_written_is_an_error) {
    const Folder folder;
    for (const char* arguments : {"describe f.yaml", "check f.yaml", "boundaries list", "--help",
                                  "--version", "render f.yaml --format svg --out out"}) {
        const Run run = folder.run(std::string(arguments) + " >/dev/full");
        BOOST_TEST(run.status == 1, arguments);
        BOOST_TEST(run.errors ==
                   "standard output: error: cannot be written: No space left on device\n");
    }
}

BOOST_AUTO_TEST_SUITE_END()
