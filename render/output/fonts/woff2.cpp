#include "render/output/fonts/woff2.h"

#include <brotli/encode.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

// Google's encoder prints a line on standard error for each font; and tables that are packed as
// they are cost some hundred bytes more than its glyph transformation, for fonts as small as ours.

namespace cairn::output {

namespace {

constexpr std::size_t offsets_size = 12; ///< of a TrueType file's head
constexpr std::size_t record_size = 16;  ///< of an entry of its table directory
constexpr std::size_t header_size = 48;  ///< of WOFF2

/// Tags that WOFF2 knows by number, as far as our fonts have them; a tag that is not here is
/// written out.
constexpr std::array<std::string_view, 13> known_tags{"cmap", "head", "hhea", "hmtx", "maxp",
                                                      "name", "OS/2", "post", "cvt ", "fpgm",
                                                      "glyf", "loca", "prep"};
constexpr std::uint8_t written_out = 63;
/// Of glyf and loca: the table as it is. All others are so by 0.
constexpr std::uint8_t no_transformation = 3 << 6;

/// The best, 11, takes some 20 ms a figure to make it 350 bytes smaller.
constexpr int brotli_quality = 5;

struct Table {
    std::string_view tag;
    std::string_view bytes;
};

std::string_view part(std::string_view bytes, std::size_t begin, std::size_t size) {
    if (begin > bytes.size() || size > bytes.size() - begin) {
        throw std::runtime_error("a font that ends within a table");
    }
    return bytes.substr(begin, size);
}

std::uint32_t read_number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (const char byte : part(bytes, at, size)) {
        number = number << 8 | static_cast<unsigned char>(byte);
    }
    return number;
}

void add_number(std::string& bytes, std::size_t number, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
        bytes += static_cast<char>(number >> shift & 0xFFU);
    }
}

/// UIntBase128: seven bits a byte, the highest first.
void add_base128(std::string& bytes, std::size_t number) {
    int shift = 0;
    while (number >> shift > 0x7F) {
        shift += 7;
    }
    for (; shift >= 0; shift -= 7) {
        bytes += static_cast<char>((number >> shift & 0x7FU) | (shift > 0 ? 0x80U : 0U));
    }
}

std::vector<Table> tables_of(std::string_view truetype) {
    std::vector<Table> tables(read_number(truetype, 4, 2));
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::size_t record = offsets_size + i * record_size;
        tables[i] = {part(truetype, record, 4), part(truetype, read_number(truetype, record + 8, 4),
                                                     read_number(truetype, record + 12, 4))};
    }
    if (tables.empty()) {
        throw std::runtime_error("a font without tables");
    }
    // As WOFF2 asks for: loca right behind glyf, which the order of tags gives.
    std::ranges::sort(tables, {}, &Table::tag);
    return tables;
}

std::string directory_of(const std::vector<Table>& tables) {
    std::string directory;
    for (const Table& table : tables) {
        const auto known = std::ranges::find(known_tags, table.tag);
        const bool transformed_by_default = table.tag == "glyf" || table.tag == "loca";
        const auto flags = static_cast<std::uint8_t>(
            (known == known_tags.end() ? written_out : known - known_tags.begin()) |
            (transformed_by_default ? no_transformation : 0));
        directory += static_cast<char>(flags);
        directory += known == known_tags.end() ? table.tag : std::string_view();
        add_base128(directory, table.bytes.size());
    }
    return directory;
}

std::string compressed(const std::vector<Table>& tables) {
    std::string bytes;
    for (const Table& table : tables) {
        bytes += table.bytes;
    }
    std::string packed(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = packed.size();
    if (BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_FONT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(packed.data())) != BROTLI_TRUE) {
        throw std::runtime_error("Brotli cannot pack a font");
    }
    packed.resize(size);
    return packed;
}

/// The size of the font when it is unpacked again: each table padded to four bytes.
std::size_t unpacked_size(const std::vector<Table>& tables) {
    std::size_t size = offsets_size + record_size * tables.size();
    for (const Table& table : tables) {
        size += (table.bytes.size() + 3) / 4 * 4;
    }
    return size;
}

} // namespace

std::string to_woff2(std::string_view truetype) {
    const std::vector<Table> tables = tables_of(truetype);
    const std::string directory = directory_of(tables);
    const std::string packed = compressed(tables);
    const std::size_t end = header_size + directory.size() + packed.size();

    std::string woff2 = "wOF2";
    woff2 += part(truetype, 0, 4); // what kind of font
    add_number(woff2, (end + 3) / 4 * 4, 4);
    add_number(woff2, tables.size(), 2);
    add_number(woff2, 0, 2);
    add_number(woff2, unpacked_size(tables), 4);
    add_number(woff2, packed.size(), 4);
    add_number(woff2, 1, 2); // version
    add_number(woff2, 0, 2);
    woff2.resize(header_size); // no metadata, no private data
    woff2 += directory + packed;
    woff2.resize((end + 3) / 4 * 4);
    return woff2;
}

} // namespace cairn::output
