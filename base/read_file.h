#pragma once

#include "base/encoding.h"
#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cairn {

/// No file of text is larger than this.
inline constexpr std::uintmax_t most_text_bytes = std::uintmax_t{256} << 20;

/// Throws Error where `path` is no regular file, or one of more than `most_bytes`: absent, a
/// folder, a device, a pipe. `shown` is the path as messages give it.
void check_regular_file(const std::filesystem::path& path, const std::string& shown,
                        std::uintmax_t most_bytes = most_text_bytes);

/// All bytes of a regular file of at most `most_text_bytes`. Throws Error for any other, and for
/// one that cannot be read.
std::string read_bytes(const std::filesystem::path& path, const std::string& shown);

/// The text of a file in UTF-8, without its byte order mark. `shown` is the path as messages give
/// it. Throws Error as read_bytes() does, and, with the line where there is one, for a file that is
/// empty, a spreadsheet, not UTF-8 (naming Windows-1252 and UTF-16), or that holds
/// control characters.
std::string read_file(const std::filesystem::path& path, const std::string& shown);

/// Text in UTF-8 that a file may have had otherwise.
struct DecodedText {
    std::string text;                ///< without a byte order mark
    std::vector<Problem> warnings{}; ///< what was guessed
    std::vector<Problem> notices{};  ///< what was recognised, where it is not UTF-8
};

/// The text that the bytes of a file stand for: in this encoding, else in that of its byte order
/// mark; else in UTF-16 where many bytes are zero, in UTF-8, or in Windows-1252. Throws Error, with
/// the line where there is one, for bytes that are none in their encoding, for no text at all, and
/// for control characters.
DecodedText decode_text(std::string bytes, const std::string& shown,
                        std::optional<Encoding> encoding = {});

} // namespace cairn
