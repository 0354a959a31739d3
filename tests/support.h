#pragma once

#include "base/error.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace cairn::test {

/// The root of the checkout.
std::filesystem::path source_folder();

/// The root of the build.
std::filesystem::path build_folder();

/// A file of the folder `shared` beside the checkout; where it is missing, says on standard output
/// that the test `did not run`, and gives nothing.
std::optional<std::filesystem::path> shared_file(std::string_view name);

/// A new empty folder, gone with this value.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    /// Writes a file in it and gives its path.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;

  private:
    std::filesystem::path m_path;
};

/// All bytes of a file; fails the test when it cannot be read.
std::string read_bytes(const std::filesystem::path& file);

/// Runs `action`, which must throw cairn::Error, and gives all its problems as printed, one after
/// another, each ended by a newline. Fails the test when nothing is thrown.
std::string error_text(const auto& action) {
    std::string text;
    try {
        action();
    } catch (const Error& error) {
        for (const Problem& problem : error.problems()) {
            text += to_string(problem, Severity::error) + "\n";
        }
    }
    BOOST_TEST(!text.empty(), "an error was expected");
    return text;
}

} // namespace cairn::test
