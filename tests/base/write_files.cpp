#include "base/write_files.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

// Whole files or none, and nothing left behind.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(write_files)

namespace {

namespace fs = std::filesystem;

const std::vector<File> two_files{{"svg", "a.svg", "first"}, {"png", "a.png", "second"}};

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// What one try of writing gave: the error as printed, or the failure of the preparation.
std::string attempt(const fs::path& folder, const std::vector<File>& files) {
    try {
        cairn::write_files(folder, files);
    } catch (const Error& error) {
        return to_string(error.problems().front(), Severity::error);
    }
    return "written";
}

/// Runs `action` in a process of its own, since it changes the process, and gives the text it
/// returns.
std::string in_child(const auto& action) {
    std::array<int, 2> ends{};
    BOOST_REQUIRE_EQUAL(::pipe(ends.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string text = action();
        const ssize_t written = ::write(ends[1], text.data(), text.size());
        ::_exit(written == static_cast<ssize_t>(text.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string text;
    char byte = 0;
    while (::read(ends[0], &byte, 1) == 1) {
        text += byte;
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    BOOST_TEST((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(files_are_written_and_replaced) {
    const test::TemporaryFolder folder;
    const fs::path deep = folder.path() / "new" / "deep";
    cairn::write_files(deep, two_files);
    BOOST_TEST(names_in(deep) == (std::vector<std::string>{"a.png", "a.svg"}),
               boost::test_tools::per_element());
    BOOST_TEST(test::read_bytes(deep / "a.svg") == "first");
    cairn::write_files(deep, std::vector<File>{{"svg", "a.svg", "changed"}});
    BOOST_TEST(test::read_bytes(deep / "a.svg") == "changed");
    BOOST_TEST(test::read_bytes(deep / "a.png") == "second");
    struct stat state {};
    BOOST_REQUIRE_EQUAL(::stat((deep / "a.svg").c_str(), &state), 0);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    BOOST_TEST((state.st_mode & 0777) == (0666 & ~mask));
}

BOOST_AUTO_TEST_CASE(a_file_in_place_of_a_folder) {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("out", "x").string();
    for (const std::string& target : {file, file + "/deep"}) {
        BOOST_TEST(attempt(target, two_files) ==
                   target + ": error: the folder cannot be made: File exists\n"
                            "  a file has the name of a folder; choose another folder");
    }
    BOOST_TEST(names_in(folder.path()) == std::vector<std::string>{"out"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_folder_in_place_of_a_file) {
    const test::TemporaryFolder folder;
    fs::create_directory(folder.path() / "a.png");
    BOOST_TEST(attempt(folder.path(), two_files) ==
               (folder.path() / "a.png").string() +
                   ": error: cannot be written: Is a directory\n"
                   "  a folder has the name of this file; remove it or choose another folder");
    BOOST_TEST(names_in(folder.path()) == std::vector<std::string>{"a.png"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_folder_that_may_not_be_written) {
    const test::TemporaryFolder folder;
    const fs::path locked = folder.path() / "locked";
    fs::create_directory(locked);
    ::chmod(folder.path().c_str(), 0755);
    ::chmod(locked.c_str(), 0555);
    const auto as_nobody = [&](const fs::path& target) {
        return in_child([&] {
            const bool ordinary = ::geteuid() != 0 || ::seteuid(65534) == 0;
            return ordinary ? attempt(target, two_files) : "cannot become another user";
        });
    };
    BOOST_TEST(as_nobody(locked) == locked.string() +
                                        ": error: cannot be written: Permission denied\n"
                                        "  choose a folder that you may write to");
    BOOST_TEST(as_nobody(locked / "new") ==
               (locked / "new").string() + ": error: the folder cannot be made: Permission denied\n"
                                           "  choose a folder that you may write to");
    BOOST_TEST(names_in(locked).empty());
}

BOOST_AUTO_TEST_CASE(a_write_that_fails_half_way_leaves_nothing) {
    const test::TemporaryFolder folder;
    const fs::path target = folder.path() / "new" / "deep";
    const std::vector<File> files{{"svg", "a.svg", "small"},
                                  {"png", "a.png", std::string(100'000, 'x')}};
    const std::string told = in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{50'000, 50'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        return attempt(target, files);
    });
    BOOST_TEST(told == (target / "a.png").string() +
                           ": error: cannot be written: File too large\n"
                           "  free some space or choose a folder on another disk");
    BOOST_TEST(names_in(folder.path()).empty());
}

BOOST_AUTO_TEST_CASE(a_full_disk) {
    const test::TemporaryFolder folder;
    const std::vector<File> files{{"svg", "a.svg", "new"},
                                  {"png", "a.png", std::string(100'000, 'x')}};
    // A disk of 16 kB that this child alone sees.
    const std::string told = in_child([&]() -> std::string {
        const bool apart =
            ::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0;
        if (!apart || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("none", folder.path().c_str(), "tmpfs", 0, "size=16k") != 0) {
            return "no disk";
        }
        folder.write("a.svg", "old");
        const std::string error = attempt(folder.path(), files);
        std::string left;
        for (const std::string& name : names_in(folder.path())) {
            left += "; " + name + " " + test::read_bytes(folder.path() / name);
        }
        return error + left;
    });
    if (told == "no disk") {
        std::cout << "did not run: no right to mount a small disk\n";
        return;
    }
    BOOST_TEST(told == (folder.path() / "a.png").string() +
                           ": error: cannot be written: No space left on device\n"
                           "  free some space or choose a folder on another disk; a.svg old");
}

BOOST_AUTO_TEST_SUITE_END()
