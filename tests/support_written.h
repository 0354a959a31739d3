#pragma once

#include "tests/support.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>
#include <string>
#include <utility>

namespace cairn::test {

/// A file of its own in a folder of its own, and what programs that did not write it say of it.
class Written {
  public:
    Written(std::string name, const std::string& bytes) : m_name(std::move(name)) {
        m_folder.write(m_name, bytes);
    }

    /// What a shell command prints; it runs in the file's folder and must succeed.
    std::string run(const std::string& command) const {
        const std::string whole =
            fmt::format("cd '{}' && TZ=UTC {} >out 2>&1", m_folder.path().string(), command);
        const int status = std::system(whole.c_str());
        const std::string out = read("out");
        BOOST_TEST((WIFEXITED(status) && WEXITSTATUS(status) == 0), command << ": " << out);
        return out;
    }

    [[nodiscard]] std::string read(const std::string& name) const {
        return read_bytes(m_folder.path() / name);
    }

    [[nodiscard]] const std::string& name() const { return m_name; }

  private:
    TemporaryFolder m_folder;
    std::string m_name;
};

} // namespace cairn::test
