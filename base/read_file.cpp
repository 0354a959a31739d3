#include "base/read_file.h"

#include "base/decode_text.h"
#include "base/encoding.h"
#include "base/error.h"
#include "base/message_number.h"
#include "base/name_key.h"
#include "base/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace cairn {

namespace fs = std::filesystem;

namespace {

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
    throw_at(shown, "cannot be read: " + std::generic_category().message(reason),
             "check who may read the file");
}

void check_kind(std::string_view bytes, const std::string& shown) {
    if (marked_utf_16(bytes)) {
        throw_at(shown, "the text is UTF-16, not UTF-8", std::string(as_utf8));
    }
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        throw_at(shown, "is a spreadsheet or an archive, not text",
                 "save the sheet as text (in Excel: the file type \"CSV UTF-8\")");
    }
}

} // namespace

void check_regular_file(const fs::path& path, const std::string& shown, std::uintmax_t most_bytes) {
    std::error_code reason;
    const fs::file_status status = fs::status(path, reason);
    if (status.type() == fs::file_type::not_found) {
        throw_at(shown, "there is no such file", remedy_for_absent(path));
    }
    if (status.type() == fs::file_type::directory) {
        throw_at(shown, "is a folder, not a file", "give the path of a file in it");
    }
    if (fs::status_known(status) && status.type() != fs::file_type::regular) {
        throw_at(shown, "is a device or a pipe, not a file",
                 "write what it gives to a file, and give the path of that");
    }
    if (const std::uintmax_t bytes = fs::file_size(path, reason); !reason && bytes > most_bytes) {
        throw_at(shown,
                 fmt::format("is too large: {} MB, where {} MB are read at most",
                             counted(bytes >> 20), counted(most_bytes >> 20)),
                 "check that it is the file you mean");
    }
}

OpenFile::OpenFile(const fs::path& path, std::string shown, std::uintmax_t most_bytes)
    : m_shown(std::move(shown)), m_most_bytes(most_bytes), m_file(nullptr, &std::fclose) {
    check_regular_file(path, m_shown, most_bytes);
    m_file.reset(std::fopen(path.c_str(), "rb"));
    if (!m_file) {
        fail_unreadable(m_shown, errno);
    }
}

bool OpenFile::read(std::size_t count, std::string& bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + count);
    errno = 0;
    const std::size_t found = std::fread(bytes.data() + before, 1, count, m_file.get());
    bytes.resize(before + found);
    m_bytes += found;
    if (std::ferror(m_file.get()) != 0) {
        fail_unreadable(m_shown, errno);
    }
    if (m_bytes > m_most_bytes) { // it grows as it is read
        fail_unreadable(m_shown, EFBIG);
    }
    return found > 0;
}

void OpenFile::rewind() {
    std::rewind(m_file.get());
    m_bytes = 0;
}

std::string read_bytes(const fs::path& path, const std::string& shown) {
    constexpr std::size_t at_once = 65536;
    OpenFile file(path, shown);
    std::string bytes;
    while (file.read(at_once, bytes)) {
    }
    return bytes;
}

std::string read_file(const fs::path& path, const std::string& shown) {
    std::string text = read_bytes(path, shown);
    check_kind(text, shown);
    return decode_text(std::move(text), shown, Encoding::utf_8).text;
}

} // namespace cairn
