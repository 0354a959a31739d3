#pragma once

#include "tests/support.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

// The program as people run it.

namespace cairn::test {

/// What a command gave.
struct Run {
    int status = 0;
    std::string out;
    std::string errors;
};

/// Runs a shell command in `folder`.
inline Run run_in(const std::filesystem::path& folder, const std::string& command) {
    const TemporaryFolder streams;
    const std::filesystem::path out = streams.path() / "out";
    const std::filesystem::path errors = streams.path() / "errors";
    const int status = std::system(fmt::format("cd '{}' && ( {} ) >'{}' 2>'{}'", folder.string(),
                                               command, out.string(), errors.string())
                                       .c_str());
    return {WEXITSTATUS(status), read_bytes(out), read_bytes(errors)};
}

/// The program that was built.
inline std::string program() {
    return (build_folder() / "cairn").string();
}

/// Names of all there is in a folder, sorted.
inline std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace cairn::test
