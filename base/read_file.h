#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace cairn {

/// No file of text is larger than this.
inline constexpr std::uintmax_t most_text_bytes = std::uintmax_t{256} << 20;

/// Throws Error where `path` is no regular file, or one of more than `most_bytes`: absent, a
/// folder, a device, a pipe. `shown` is the path as messages give it.
void check_regular_file(const std::filesystem::path& path, const std::string& shown,
                        std::uintmax_t most_bytes = most_text_bytes);

/// A regular file that is read piece by piece.
class OpenFile {
  public:
    /// Throws Error as check_regular_file() does, and for a file that cannot be opened.
    OpenFile(const std::filesystem::path& path, std::string shown,
             std::uintmax_t most_bytes = most_text_bytes);

    /// Adds the next bytes, `count` where there are so many left; false at the end of the file.
    /// Throws Error where it cannot be read, or has grown beyond the limit.
    bool read(std::size_t count, std::string& bytes);

    void rewind();

  private:
    std::string m_shown;
    std::uintmax_t m_most_bytes;
    std::uintmax_t m_bytes = 0; ///< read so far
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file;
};

/// All bytes of a regular file of at most `most_text_bytes`. Throws Error for any other, and for
/// one that cannot be read.
std::string read_bytes(const std::filesystem::path& path, const std::string& shown);

/// The text of a file in UTF-8, without its byte order mark. `shown` is the path as messages give
/// it. Throws Error as read_bytes() does, and, with the line where there is one, for a file that is
/// empty, a spreadsheet, not UTF-8 (naming Windows-1252 and UTF-16), or that holds
/// control characters.
std::string read_file(const std::filesystem::path& path, const std::string& shown);

} // namespace cairn
