#pragma once

#include "tests/support.h"

#include <filesystem>
#include <string_view>

namespace cairn::test {

/// A new empty folder that is the working folder while this value lives, so that messages show
/// plain file names.
class WorkingFolder {
  public:
    WorkingFolder() : m_before(std::filesystem::current_path()) {
        std::filesystem::current_path(m_folder.path());
    }
    ~WorkingFolder() { std::filesystem::current_path(m_before); }
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

    /// Writes a file in it.
    void write(std::string_view name, std::string_view bytes) const { m_folder.write(name, bytes); }

  private:
    std::filesystem::path m_before;
    TemporaryFolder m_folder;
};

} // namespace cairn::test
