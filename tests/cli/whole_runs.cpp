#include "base/staged_files.h"
#include "tests/support_program.h"

#include <boost/test/unit_test.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <thread>

// A run writes all its files or none, whatever happens to it.

using namespace cairn;
using test::files_in;
using test::program;
using test::Run;
using test::run_in;

BOOST_AUTO_TEST_SUITE(whole_runs)

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

/// A figure file, NAME.yaml, of `count` bar charts f0, f1, … that tell its name.
struct Folder : test::TemporaryFolder {
    void add(const std::string& name, int count) const {
        write(name + ".csv", fmt::format("Sector,Stories\n{} A,1\n{} B,2\n", name, name));
        std::string file = "figures:\n";
        for (int i = 0; i < count; ++i) {
            file += fmt::format("  - {{id: f{}, kind: bar, title: T, data: {{file: {}.csv, label: "
                                "Sector, value: Stories}}}}\n",
                                i, name);
        }
        write(name + ".yaml", file);
    }

    /// Starts the program.
    [[nodiscard]] pid_t start(const std::vector<std::string>& arguments) const {
        const pid_t child = ::fork();
        if (child == 0) {
            const int log = ::open((path() / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
            ::dup2(log, STDOUT_FILENO);
            ::dup2(log, STDERR_FILENO);
            std::vector<std::string> all = arguments;
            all.insert(all.begin(), program());
            std::vector<char*> pointers;
            for (std::string& one : all) {
                pointers.push_back(one.data());
            }
            pointers.push_back(nullptr);
            if (::chdir(path().c_str()) == 0) {
                ::execv(pointers.front(), pointers.data());
            }
            ::_exit(127);
        }
        return child;
    }

    [[nodiscard]] std::set<std::string> names(const std::string& folder) const {
        std::set<std::string> all;
        std::error_code absent;
        for (const auto& entry : fs::directory_iterator(path() / folder, absent)) {
            all.insert(entry.path().filename().string());
        }
        return all;
    }
};

int wait_for(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

/// A child that has ended is still to be waited for.
bool is_running(pid_t child) {
    siginfo_t ended{};
    ::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOHANG | WNOWAIT);
    return ended.si_pid == 0;
}

/// Waits until something is there, a minute at the most.
template<typename Condition>
void wait_until(const Condition& condition) {
    for (int i = 0; i < 60'000 && !condition(); ++i) {
        std::this_thread::sleep_for(milliseconds(1));
    }
    BOOST_REQUIRE(condition());
}

bool has_hidden(const std::set<std::string>& names) {
    return std::ranges::any_of(names, [](const std::string& name) { return name[0] == '.'; });
}

const std::set<std::string> of_one{"f0.alt.txt", "f0.csv", "f0.svg", "figures.json"};

} // namespace

BOOST_AUTO_TEST_CASE(a_run_that_is_told_to_stop_leaves_nothing) {
    const Folder folder;
    folder.add("a", 60);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const pid_t child = folder.start({"render", "a.yaml", "--out", "new/out"});
        wait_until([&] { return has_hidden(folder.names("new/out")); });
        ::kill(child, signal);
        const int status = wait_for(child);
        BOOST_TEST(WIFSIGNALED(status));
        BOOST_TEST(WTERMSIG(status) == signal);
        BOOST_TEST(!fs::exists(folder.path() / "new"));
    }
}

BOOST_AUTO_TEST_CASE(what_is_ignored_stays_ignored) {
    const Folder folder;
    folder.add("a", 10);
    const Run run =
        run_in(folder.path(), fmt::format("trap '' HUP; {} render a.yaml --format svg --out out & "
                                          "sleep 0.02; kill -HUP $!; wait $!",
                                          program()));
    BOOST_TEST(run.status == 0);
    BOOST_TEST(folder.names("out").contains("figures.json"));
}

BOOST_AUTO_TEST_CASE(a_killed_run_is_cleared_by_the_next_and_its_mixture_told) {
    const Folder folder;
    folder.add("a", 3);
    folder.add("b", 3);
    const std::string format = "svg,pdf";
    const auto render = [&](const std::string& name) {
        return run_in(folder.path(), fmt::format("{} render {}.yaml --format {} --out out",
                                                 program(), name, format));
    };
    const auto start = std::chrono::steady_clock::now();
    BOOST_REQUIRE(render("a").status == 0);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    const std::set<std::string> complete = folder.names("out");

    std::mt19937 random(7);
    std::size_t hidden = 0;
    for (int round = 0; round < 20; ++round) {
        const std::string before = test::read_bytes(folder.path() / "out/f0.csv");
        const bool had_a = before.find("a A") != std::string::npos;
        const pid_t child = folder.start(
            {"render", had_a ? "b.yaml" : "a.yaml", "--format", format, "--out", "out"});
        const auto until = std::chrono::steady_clock::now() +
                           whole * std::uniform_int_distribution(0, 110)(random) / 100;
        // Every fourth is killed while it writes, however fast the machine is at that moment.
        const bool while_writing = round % 4 == 0;
        while (while_writing ? !has_hidden(folder.names("out")) && is_running(child)
                             : std::chrono::steady_clock::now() < until) {
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
        ::kill(child, SIGKILL);
        wait_for(child);
        hidden += has_hidden(folder.names("out")) ? 1 : 0;

        // Every file is whole, of the run before or of the one that was killed.
        std::set<char> runs;
        for (int i = 0; i < 3; ++i) {
            const std::string csv = test::read_bytes(folder.path() / fmt::format("out/f{}.csv", i));
            runs.insert(csv.find("a A") != std::string::npos ? 'a' : 'b');
            BOOST_TEST(test::read_bytes(folder.path() / fmt::format("out/f{}.svg", i))
                           .ends_with("</svg>\n"));
        }
        // A mixture is told, and nothing else is.
        const Run check = run_in(folder.path(), program() + " check a.yaml --out out");
        const bool told = check.errors.find("figures.json: warning: not the files that it names") !=
                          std::string::npos;
        BOOST_TEST((told || runs.size() == 1), check.errors);
        BOOST_TEST((told || check.errors.empty()), check.errors);

        const Run next = render("a");
        BOOST_TEST(next.status == 0);
        BOOST_TEST((next.errors.find("not the files that it names") != std::string::npos) == told);
        BOOST_TEST((folder.names("out") == complete));
        BOOST_TEST(run_in(folder.path(), program() + " check a.yaml --out out").errors == "");
    }
    BOOST_TEST(hidden > 0U); // else nothing was tried
}

BOOST_AUTO_TEST_CASE(files_that_the_manifest_does_not_name_so_are_told) {
    const Folder folder;
    folder.add("a", 1);
    const std::string render = program() + " render a.yaml --format svg";
    BOOST_TEST(run_in(folder.path(), render).errors == "");
    BOOST_TEST(run_in(folder.path(), render).errors == "");
    folder.write("figures/f0.svg", "<svg/>");
    fs::remove(folder.path() / "figures/f0.csv");
    const std::string told =
        "figures/figures.json: warning: not the files that it names: f0.csv and f0.svg\n"
        "  they were changed, or a run was stopped while it put its files there; render the "
        "figures again\n";
    BOOST_TEST(run_in(folder.path(), program() + " check a.yaml").errors == told);
    BOOST_TEST(run_in(folder.path(), render).errors == told);
    BOOST_TEST(run_in(folder.path(), program() + " check a.yaml").errors == "");
    folder.write("figures/figures.json", "[1]");
    const Run check = run_in(folder.path(), program() + " check a.yaml");
    BOOST_TEST(check.status == 0);
    BOOST_TEST(check.errors == "figures/figures.json: warning: this is no list of figures as Cairn "
                               "writes it\n  render the figures again\n");
}

BOOST_AUTO_TEST_CASE(two_runs_into_one_folder_do_not_mix) {
    const Folder folder;
    folder.add("a", 6);
    folder.add("b", 6);
    for (int round = 0; round < 6; ++round) {
        const pid_t a = folder.start({"render", "a.yaml", "--format", "svg", "--out", "out"});
        const pid_t b = folder.start({"render", "b.yaml", "--format", "svg", "--out", "out"});
        BOOST_TEST(wait_for(a) == 0);
        BOOST_TEST(wait_for(b) == 0);
        std::set<char> runs;
        for (int i = 0; i < 6; ++i) {
            const std::string csv = test::read_bytes(folder.path() / fmt::format("out/f{}.csv", i));
            runs.insert(csv.find("a A") != std::string::npos ? 'a' : 'b');
        }
        BOOST_TEST(runs.size() == 1U);
        BOOST_TEST(!has_hidden(folder.names("out")));
        BOOST_TEST(run_in(folder.path(), program() + " check a.yaml --out out").errors == "");
    }
}

BOOST_AUTO_TEST_CASE(a_folder_that_vanishes_is_an_error) {
    const Folder folder;
    folder.add("a", 60);
    const pid_t child = folder.start({"render", "a.yaml", "--format", "svg", "--out", "out"});
    wait_until([&] { return has_hidden(folder.names("out")); });
    while (fs::exists(folder.path() / "out")) {
        std::error_code meanwhile;
        fs::remove_all(folder.path() / "out", meanwhile);
    }
    const int status = wait_for(child);
    BOOST_TEST((WIFEXITED(status) && WEXITSTATUS(status) == 1));
    const std::string log = test::read_bytes(folder.path() / "log");
    BOOST_TEST(log.starts_with("out/"), log);
    BOOST_TEST(log.find(": error: cannot be written: No such file or directory\n  its folder was "
                        "removed meanwhile; run it again\n") != std::string::npos,
               log);
    BOOST_TEST(!fs::exists(folder.path() / "out"));
}

BOOST_AUTO_TEST_CASE(a_limit_on_the_size_of_files_is_an_error) {
    const Folder folder;
    folder.add("a", 2);
    BOOST_TEST(run_in(folder.path(), program() + " render a.yaml --format svg").status == 0);
    folder.add("a", 3);
    const Run run =
        run_in(folder.path(), "ulimit -f 4; " + program() + " render a.yaml --format svg,png");
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.errors == "figures/f0.svg: error: cannot be written: File too large\n"
                             "  free some space or choose a folder on another disk\n");
    BOOST_TEST(!has_hidden(folder.names("figures")));
    BOOST_TEST(!folder.names("figures").contains("f2.svg"));
    const Run check = run_in(folder.path(), program() + " check a.yaml");
    BOOST_TEST(check.errors == ""); // the files of the run before, and their manifest
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_put_in_place_leaves_the_others_as_they_were) {
    const test::TemporaryFolder folder;
    folder.write("a", "old");
    folder.write("b/in", "in the way");
    StagedFiles staged;
    staged.write(folder.path(), "new", "new");
    staged.write(folder.path(), "a", "new");
    fs::rename(folder.path() / "b", folder.path() / "c");
    staged.write(folder.path(), "b", "new");
    staged.write(folder.path(), "inner/d", "new");
    fs::rename(folder.path() / "c", folder.path() / "b"); // after it was looked at
    BOOST_TEST(test::error_text([&] { staged.commit(); }) ==
               (folder.path() / "b").string() + ": error: cannot be written: Is a directory\n"
                                                "  a folder has the name of this file; remove it "
                                                "or choose another folder\n");
    BOOST_TEST(test::read_bytes(folder.path() / "a") == "old");
    BOOST_TEST(!fs::exists(folder.path() / "new"));
    BOOST_TEST(!fs::exists(folder.path() / "inner"));
}

BOOST_AUTO_TEST_CASE(nothing_is_written_once_a_run_is_abandoned) {
    const test::TemporaryFolder folder;
    StagedFiles staged;
    staged.write(folder.path() / "new", "a", "x");
    BOOST_TEST(fs::exists(folder.path() / "new"));
    staged.abandon();
    BOOST_TEST(!fs::exists(folder.path() / "new"));
    BOOST_TEST(test::error_text([&] { staged.write(folder.path(), "a", "x"); }) ==
               ": error: the run was stopped\n");
    BOOST_TEST(test::error_text([&] { staged.commit(); }) == ": error: the run was stopped\n");
    BOOST_TEST(files_in(folder.path()).empty());
}

BOOST_AUTO_TEST_CASE(the_folder_of_a_living_run_is_not_cleared) {
    const test::TemporaryFolder folder;
    fs::create_directory(folder.path() / ".cairn-run-dead00");
    folder.write(".cairn-run-dead00/a", "x");
    StagedFiles first;
    first.write(folder.path(), "a", "first");
    BOOST_TEST(!fs::exists(folder.path() / ".cairn-run-dead00"));
    StagedFiles second;
    second.write(folder.path() / ".", "a", "second");
    second.write(folder.path(), "b", "second");
    first.commit();
    BOOST_TEST(test::read_bytes(folder.path() / "a") == "first");
    second.commit();
    BOOST_TEST(test::read_bytes(folder.path() / "a") == "second");
    BOOST_TEST(files_in(folder.path()) == (std::vector<std::string>{"a", "b"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(names_of_files_that_collide_name_both_figures) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "L,V\na,1\nb,2\n");
    const auto file_of = [&](const std::vector<std::string>& ids) {
        std::string text = "figures:\n";
        for (const std::string& id : ids) {
            text += fmt::format(
                "  - {{id: {}, kind: bar, title: T, data: {{file: d.csv, label: L, value: V}}}}\n",
                id);
        }
        folder.write("f.yaml", text);
    };
    file_of({"a", "a.described", "A"});
    const Run run = run_in(folder.path(), program() + " render f.yaml");
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.errors ==
               "f.yaml:3:5: error: the file a.described.html of \"a.described\" would be that of "
               "\"a\" (f.yaml:2) too\n  give each figure in a folder an id of its own\n"
               "f.yaml:4:5: error: the file A.svg of \"A\" would be that of \"a\" (f.yaml:2) "
               "too\n  give each figure in a folder an id of its own\n");
    // Without HTML only the capital is in the way.
    BOOST_TEST(run_in(folder.path(), program() + " render f.yaml --only a,a.described --format "
                                                 "svg")
                   .status == 0);
    file_of({"gallery"});
    BOOST_TEST(run_in(folder.path(), program() + " render f.yaml").status == 0);
    BOOST_TEST(run_in(folder.path(), program() + " gallery f.yaml").errors ==
               "f.yaml:2:5: error: the file gallery.html of \"gallery\" would be that of the "
               "gallery too\n  give each figure in a folder an id of its own\n");
}

BOOST_AUTO_TEST_SUITE_END()
