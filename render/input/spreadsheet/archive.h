#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cairn::input {

/// The files in a ZIP archive (APPNOTE 6.3.10; stored or deflated, without ZIP64), as spreadsheets
/// are. What its directory says of it is not trusted.
class Archive {
  public:
    /// `shown` is its path as messages give it. Throws Error for bytes that are no such archive.
    Archive(std::string bytes, std::string shown);

    [[nodiscard]] bool has(std::string_view name) const;

    /// A file in it, of at most `most_text_bytes`. Throws Error for one that is larger, damaged or
    /// not there.
    [[nodiscard]] std::string read(std::string_view name) const;

    /// The archive's path, as messages give it.
    [[nodiscard]] const std::string& shown() const { return m_shown; }

  private:
    struct Entry {
        std::uint32_t method = 0;
        std::uint32_t packed_bytes = 0;
        std::uint32_t bytes = 0;
        std::uint32_t offset = 0;
    };

    [[nodiscard]] std::optional<std::string_view> packed(const Entry& entry) const;
    [[noreturn]] void fail_damaged() const;

    std::string m_bytes;
    std::string m_shown;
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace cairn::input
