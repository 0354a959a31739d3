#include "render/input/spreadsheet/archive.h"

#include "base/error.h"
#include "base/message_number.h"

#include <fmt/format.h>
#include <libdeflate.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace cairn::input {

namespace {

constexpr std::string_view directory_end_mark = "PK\x05\x06";
constexpr std::string_view directory_mark = "PK\x01\x02";
constexpr std::string_view file_mark = "PK\x03\x04";
constexpr std::size_t directory_end_bytes = 22;
constexpr std::size_t directory_entry_bytes = 46;
constexpr std::size_t file_header_bytes = 30;
constexpr std::uint32_t stored = 0;
constexpr std::uint32_t deflated = 8;

struct FreeDecompressor {
    void operator()(libdeflate_decompressor* decompressor) const {
        libdeflate_free_decompressor(decompressor);
    }
};
using Decompressor = std::unique_ptr<libdeflate_decompressor, FreeDecompressor>;

/// A little-endian number of so many bytes.
std::uint32_t number_at(std::string_view bytes, std::size_t offset, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = size; i > 0; --i) {
        number = (number << 8U) | static_cast<unsigned char>(bytes.at(offset + i - 1));
    }
    return number;
}

} // namespace

Archive::Archive(std::string bytes, std::string shown)
    : m_bytes(std::move(bytes)), m_shown(std::move(shown)) {
    const std::string_view all = m_bytes;
    const std::size_t end = all.rfind(directory_end_mark);
    if (end == std::string_view::npos || all.size() - end < directory_end_bytes) {
        fail_damaged();
    }
    std::string_view directory = all.substr(0, end);
    directory.remove_prefix(std::min<std::size_t>(number_at(all, end + 16, 4), directory.size()));
    while (directory.starts_with(directory_mark) && directory.size() >= directory_entry_bytes) {
        const std::size_t name_bytes = number_at(directory, 28, 2);
        const std::size_t more_bytes = number_at(directory, 30, 2) + number_at(directory, 32, 2);
        m_entries.emplace(directory.substr(directory_entry_bytes, name_bytes),
                          Entry{.method = number_at(directory, 10, 2),
                                .checksum = number_at(directory, 16, 4),
                                .packed_bytes = number_at(directory, 20, 4),
                                .bytes = number_at(directory, 24, 4),
                                .offset = number_at(directory, 42, 4)});
        directory.remove_prefix(
            std::min(directory_entry_bytes + name_bytes + more_bytes, directory.size()));
    }
}

bool Archive::has(std::string_view name) const {
    return m_entries.contains(name);
}

std::string Archive::read(std::string_view name) {
    const auto found = m_entries.find(name);
    const auto bytes = found == m_entries.end() ? std::nullopt : packed(found->second);
    if (!bytes) {
        fail_damaged();
    }
    const Entry& entry = found->second;
    if (entry.bytes > m_left) {
        throw Error(Problem{.where = {.file = m_shown},
                            .what = fmt::format("is too large: unpacked, it has more than {} MB",
                                                counted(most_text_bytes >> 20U)),
                            .remedy = "save the sheet that you need as a file of its own"});
    }
    m_left -= entry.bytes;
    std::string text = unpacked(entry, *bytes);
    if (libdeflate_crc32(0, text.data(), text.size()) != entry.checksum) {
        fail_damaged();
    }
    return text;
}

std::string Archive::unpacked(const Entry& entry, std::string_view bytes) const {
    if (entry.method == stored) {
        return std::string(bytes);
    }
    // No byte of a deflated file stands for more than 1,032 (RFC 1951: matches of 258 bytes, in two
    // bits): what claims more is not worth the memory.
    constexpr std::uint64_t most_a_byte = 1'032;
    if (entry.method != deflated || entry.bytes > most_a_byte * (bytes.size() + 1)) {
        fail_damaged();
    }
    const Decompressor decompressor(libdeflate_alloc_decompressor());
    if (!decompressor) {
        throw std::bad_alloc();
    }
    std::string text(entry.bytes, '\0');
    if (libdeflate_deflate_decompress(decompressor.get(), bytes.data(), bytes.size(), text.data(),
                                      text.size(), nullptr) != LIBDEFLATE_SUCCESS) {
        fail_damaged();
    }
    return text;
}

std::optional<std::string_view> Archive::packed(const Entry& entry) const {
    std::string_view bytes = m_bytes;
    bytes.remove_prefix(std::min<std::size_t>(entry.offset, bytes.size()));
    if (!bytes.starts_with(file_mark) || bytes.size() < file_header_bytes) {
        return std::nullopt;
    }
    const std::size_t header =
        file_header_bytes + number_at(bytes, 26, 2) + number_at(bytes, 28, 2);
    if (header > bytes.size() || entry.packed_bytes > bytes.size() - header) {
        return std::nullopt;
    }
    return bytes.substr(header, entry.packed_bytes);
}

void Archive::fail_damaged() const {
    throw Error(Problem{.where = {.file = m_shown},
                        .what = "is a damaged spreadsheet",
                        .remedy = "open it in a spreadsheet program, and save it as .xlsx again"});
}

} // namespace cairn::input
