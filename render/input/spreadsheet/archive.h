#pragma once

#include "base/read_file.h"

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

    /// A file in it. Throws Error for one that is damaged or not there, and where all that were
    /// read have more than `most_text_bytes`.
    [[nodiscard]] std::string read(std::string_view name);

    /// The archive's path, as messages give it.
    [[nodiscard]] const std::string& shown() const { return m_shown; }

  private:
    struct Entry {
        std::uint32_t method = 0;
        std::uint32_t checksum = 0; ///< CRC-32
        std::uint32_t packed_bytes = 0;
        std::uint32_t bytes = 0;
        std::uint32_t offset = 0;
    };

    [[nodiscard]] std::optional<std::string_view> packed(const Entry& entry) const;
    [[nodiscard]] std::string unpacked(const Entry& entry, std::string_view bytes) const;
    [[noreturn]] void fail_damaged() const;

    std::string m_bytes;
    std::string m_shown;
    std::uintmax_t m_left = most_text_bytes; ///< may still be read
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace cairn::input
