#include "base/read_file.h"

#include "base/encoding.h"
#include "base/error.h"
#include "base/message_number.h"
#include "base/name_key.h"
#include "base/quote.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace cairn {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view as_utf8 = "save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")";

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view little_endian_mark = "\xFF\xFE";
constexpr std::string_view big_endian_mark = "\xFE\xFF";

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void fail(const std::string& shown, std::string what, std::string remedy,
                       int line = 0) {
    throw Error(Problem{.where = {.file = shown, .line = line},
                        .what = std::move(what),
                        .remedy = std::move(remedy)});
}

/// The name of the file in the same folder that may have been meant.
std::string remedy_for_absent(const fs::path& path) {
    std::vector<std::string> names;
    std::error_code ignored;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    const std::vector<std::string> near = nearest(path.filename().string(), names);
    return near.empty() ? "check the spelling of the path"
                        : fmt::format("did you mean {}?", near.front());
}

[[noreturn]] void fail_unreadable(const std::string& shown, int reason) {
    fail(shown, "cannot be read: " + std::generic_category().message(reason),
         "check who may read the file");
}

int line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + offset, '\n'));
}

/// The word around `offset`, as far as commas, quotes and spaces.
std::string_view word_at(std::string_view text, std::size_t offset) {
    constexpr std::string_view ends = " \t\r\n,;\"";
    const std::size_t before = text.find_last_of(ends, offset);
    const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(first, text.find_first_of(ends, offset) - first);
}

void check_kind(std::string_view bytes, const std::string& shown) {
    if (bytes.starts_with(little_endian_mark) || bytes.starts_with(big_endian_mark)) {
        fail(shown, "the text is UTF-16, not UTF-8", std::string(as_utf8));
    }
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        fail(shown, "is a spreadsheet or an archive, not text",
             "save the sheet as text (in Excel: the file type \"CSV UTF-8\")");
    }
}

/// What bytes are that are not UTF-8.
struct NotUtf8 {
    int line = 0;
    std::string as_windows_1252; ///< the word there; empty where the text cannot be Windows-1252
    unsigned char byte = 0;
};

std::optional<NotUtf8> not_utf8(std::string_view text) {
    const auto offset = invalid_utf8(text);
    if (!offset) {
        return std::nullopt;
    }
    const auto word = from_windows_1252(word_at(text, *offset));
    return NotUtf8{line_at(text, *offset), word && from_windows_1252(text) ? *word : std::string(),
                   static_cast<unsigned char>(text[*offset])};
}

std::string reading_of(const NotUtf8& found) {
    return fmt::format("the text is not UTF-8; as Windows-1252 it reads {}",
                       in_quotes(found.as_windows_1252));
}

void check_utf8(std::string_view text, const std::string& shown) {
    if (const auto found = not_utf8(text)) {
        fail(shown,
             found->as_windows_1252.empty()
                 ? fmt::format("the text is not UTF-8: byte 0x{:02X}", found->byte)
                 : reading_of(*found),
             std::string(as_utf8), found->line);
    }
}

void check_characters(std::string_view text, const std::string& shown) {
    if (text.empty()) {
        fail(shown, "the file is empty", "check that it was saved");
    }
    if (const auto found = find_control_character(text)) {
        fail(shown,
             fmt::format("holds the control character U+{:04X}, which is no text",
                         static_cast<unsigned>(found->character)),
             "take it out, or save the file as text again", line_at(text, found->offset));
    }
}

/// The order of the bytes of UTF-16, by its byte order mark, else by the zero bytes that the
/// letters of European languages have; nothing where it does not look like UTF-16.
std::optional<std::endian> order_of_utf_16(std::string_view bytes) {
    if (bytes.starts_with(little_endian_mark) || bytes.starts_with(big_endian_mark)) {
        return bytes.front() == '\xFF' ? std::endian::little : std::endian::big;
    }
    std::array<std::size_t, 2> zeros{};
    const std::string_view start = bytes.substr(0, 4096);
    for (std::size_t i = 0; i < start.size(); ++i) {
        zeros.at(i % 2) += start[i] == '\0' ? 1 : 0;
    }
    const auto [even, odd] = zeros;
    if (4 * std::max(even, odd) < start.size() || std::min(even, odd) > 0) {
        return std::nullopt;
    }
    return even < odd ? std::endian::little : std::endian::big;
}

Encoding recognised(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) {
        return Encoding::utf_8;
    }
    if (order_of_utf_16(bytes)) {
        return Encoding::utf_16;
    }
    const auto found = not_utf8(bytes);
    return found && !found->as_windows_1252.empty() ? Encoding::windows_1252 : Encoding::utf_8;
}

std::string without_mark(std::string text) {
    if (text.starts_with(utf8_mark)) {
        text.erase(0, utf8_mark.size());
    }
    return text;
}

std::string decoded_utf_16(std::string_view bytes, const std::string& shown) {
    auto text = from_utf_16(bytes, order_of_utf_16(bytes).value_or(std::endian::little));
    if (!text) {
        fail(shown, "the text is not UTF-16", std::string(as_utf8));
    }
    return without_mark(std::move(*text));
}

std::string decoded_windows_1252(std::string_view bytes, const std::string& shown) {
    auto text = from_windows_1252(bytes);
    if (!text) {
        fail(shown, "the text is not Windows-1252", std::string(as_utf8));
    }
    return std::move(*text);
}

} // namespace

void check_regular_file(const fs::path& path, const std::string& shown, std::uintmax_t most_bytes) {
    std::error_code reason;
    const fs::file_status status = fs::status(path, reason);
    if (status.type() == fs::file_type::not_found) {
        fail(shown, "there is no such file", remedy_for_absent(path));
    }
    if (status.type() == fs::file_type::directory) {
        fail(shown, "is a folder, not a file", "give the path of a file in it");
    }
    if (fs::status_known(status) && status.type() != fs::file_type::regular) {
        fail(shown, "is a device or a pipe, not a file",
             "write what it gives to a file, and give the path of that");
    }
    if (const std::uintmax_t bytes = fs::file_size(path, reason); !reason && bytes > most_bytes) {
        fail(shown,
             fmt::format("is too large: {} MB, where {} MB are read at most", counted(bytes >> 20),
                         counted(most_bytes >> 20)),
             "check that it is the file you mean");
    }
}

std::string read_bytes(const fs::path& path, const std::string& shown) {
    check_regular_file(path, shown);
    const OpenFile file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        fail_unreadable(shown, errno);
    }
    std::string bytes;
    std::array<char, 65536> chunk{};
    errno = 0;
    while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
        bytes.append(chunk.data(), count);
        if (bytes.size() > most_text_bytes) { // it grows as it is read
            fail_unreadable(shown, EFBIG);
        }
    }
    if (std::ferror(file.get()) != 0) {
        fail_unreadable(shown, errno);
    }
    return bytes;
}

std::string read_file(const fs::path& path, const std::string& shown) {
    std::string text = read_bytes(path, shown);
    check_kind(text, shown);
    return decode_text(std::move(text), shown, Encoding::utf_8).text;
}

DecodedText decode_text(std::string bytes, const std::string& shown,
                        std::optional<Encoding> encoding) {
    DecodedText decoded;
    switch (encoding ? *encoding : recognised(bytes)) {
    case Encoding::utf_8:
        decoded.text = without_mark(std::move(bytes));
        check_utf8(decoded.text, shown);
        break;
    case Encoding::utf_16:
        decoded.text = decoded_utf_16(bytes, shown);
        decoded.notices.push_back({{.file = shown}, "the text is UTF-16", ""});
        break;
    case Encoding::windows_1252:
        decoded.text = decoded_windows_1252(bytes, shown);
        if (const auto found = not_utf8(bytes); found && !encoding) {
            decoded.warnings.push_back(
                {{.file = shown, .line = found->line},
                 reading_of(*found),
                 "if it is right, write encoding: windows-1252; else " + std::string(as_utf8)});
        }
        break;
    }
    check_characters(decoded.text, shown);
    return decoded;
}

} // namespace cairn
