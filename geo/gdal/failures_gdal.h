#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::geo {

/// What GDAL reports as failed with a file while this lives; its warnings are left out, and nothing
/// is printed.
class Failures {
  public:
    /// `shown` is the file as the user gave it; for messages.
    Failures(const std::filesystem::path& file, std::string shown);
    ~Failures();
    Failures(const Failures&) = delete;
    Failures& operator=(const Failures&) = delete;

    /// Throws Error when anything failed.
    void check(const std::string& remedy) const;

  private:
    std::string m_opened;
    std::string m_shown;
    std::vector<std::string> m_messages{};
};

} // namespace cairn::geo
