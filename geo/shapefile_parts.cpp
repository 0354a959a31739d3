#include "geo/shapefile_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

namespace cairn::geo {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view copy_again =
    "copy all parts of the boundary set again from their source";

/// The file is held whole: a built-in boundary set is small.
std::optional<std::string> read_whole(const fs::path& file) {
    constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 30;
    std::error_code unknown;
    if (!fs::is_regular_file(file, unknown) || fs::file_size(file) > most_bytes) {
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return std::nullopt;
    }
    std::string bytes(fs::file_size(file), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t little_16(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}

std::uint32_t little_32(std::string_view bytes, std::size_t at) {
    return little_16(bytes, at) | little_16(bytes, at + 2) << 16;
}

std::uint32_t big_32(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 24 | byte_at(bytes, at + 1) << 16 | byte_at(bytes, at + 2) << 8 |
           byte_at(bytes, at + 3);
}

/// What the header of a part says of the number of shapes or records, or what is wrong with it.
struct Header {
    std::uint32_t count = 0;
    std::string wrong{};
};

std::string size_differs(std::uint64_t stated, std::size_t bytes) {
    return fmt::format("its header tells of {} bytes, but the file has {}", stated, bytes);
}

std::string_view name_of_shape_type(std::uint32_t type) {
    switch (type % 10) { // 11 to 18 have heights as well, 21 to 28 measures
    case 1:
        return "points";
    case 3:
        return "lines";
    case 5:
        return "polygons";
    case 8:
        return "groups of points";
    default:
        return "no plane shapes";
    }
}

/// The header that .shp and .shx have alike (ESRI Shapefile Technical Description, 1998).
Header read_shp_header(std::string_view bytes) {
    constexpr std::size_t length = 100;
    constexpr std::uint32_t mark = 9994;
    if (bytes.size() < length) {
        return {.wrong = fmt::format("it has {} bytes, but its header alone takes {}", bytes.size(),
                                     length)};
    }
    if (big_32(bytes, 0) != mark) {
        return {.wrong = "it is not part of a shapefile"};
    }
    const std::uint64_t stated = std::uint64_t{big_32(bytes, 24)} * 2;
    if (stated != bytes.size()) {
        return {.wrong = size_differs(stated, bytes.size())};
    }
    const std::string_view shapes = name_of_shape_type(little_32(bytes, 32));
    if (shapes != "polygons") {
        return {.wrong = fmt::format("it holds {}, but boundaries are polygons", shapes)};
    }
    constexpr std::size_t index_entry = 8; // of .shx
    return {.count = static_cast<std::uint32_t>((bytes.size() - length) / index_entry)};
}

/// The header of a dBASE III table.
Header read_dbf_header(std::string_view bytes) {
    constexpr std::size_t least = 33; // without any field
    if (bytes.size() < least) {
        return {.wrong = fmt::format("it has {} bytes, but its header alone takes {}", bytes.size(),
                                     least)};
    }
    const std::uint32_t count = little_32(bytes, 4);
    const std::uint32_t header = little_16(bytes, 8);
    const std::uint32_t record = little_16(bytes, 10);
    if (header < least || record < 1) {
        return {.wrong = "it is not a dBASE table"};
    }
    const std::uint64_t stated = header + std::uint64_t{count} * record;
    // A byte that marks the end may follow.
    if (bytes.size() != stated && bytes.size() != stated + 1) {
        return {.wrong = size_differs(stated, bytes.size())};
    }
    return {.count = count};
}

/// The name of the coordinate system in well-known text: its first quoted words.
std::string name_of_system(std::string_view text) {
    const std::size_t open = text.find('"');
    const std::size_t close = text.find('"', open + 1);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return {};
    }
    std::string name(text.substr(open + 1, close - open - 1));
    std::ranges::replace(name, '_', ' ');
    return name;
}

/// What is wrong with the coordinate system; empty when nothing is. Its names are
/// `British_National_Grid` (ESRI) and `OSGB36 / British National Grid` (EPSG).
std::string wrong_system(std::string_view text) {
    const std::string name = name_of_system(text);
    if (name.empty()) {
        return "it names no coordinate system";
    }
    const bool projected = text.starts_with("PROJCS[") || text.starts_with("PROJCRS[");
    if (!projected || !name.ends_with("British National Grid")) {
        return fmt::format("the coordinate system is \"{}\", not British National Grid", name);
    }
    return {};
}

} // namespace

fs::path part_of(const fs::path& path, std::string_view extension) {
    fs::path part = path;
    return part += extension;
}

std::vector<Problem> check_shapefile_parts(const fs::path& path) {
    std::vector<Problem> problems;
    const auto add = [&](const fs::path& file, std::string what, std::string_view remedy) {
        Location where{.file = file.string()};
        problems.push_back({std::move(where), std::move(what), std::string(remedy)});
    };
    const std::array<std::string_view, 4> extensions{".shp", ".shx", ".dbf", ".prj"};
    std::array<std::optional<std::string>, 4> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const fs::path file = part_of(path, extensions[i]);
        parts[i] = read_whole(file);
        if (!parts[i]) {
            add(file, fs::exists(file) ? "the file cannot be read" : "there is no such file",
                "a boundary set has its .shp, .shx, .dbf and .prj side by side");
        }
    }
    const auto& [shp, shx, dbf, prj] = parts;
    const auto header = [&](const auto& bytes, std::string_view extension, auto read) {
        Header found = bytes ? read(*bytes) : Header{};
        if (!found.wrong.empty()) {
            add(part_of(path, extension), found.wrong, copy_again);
        }
        return found;
    };
    header(shp, ".shp", read_shp_header);
    const Header shapes = header(shx, ".shx", read_shp_header);
    const Header records = header(dbf, ".dbf", read_dbf_header);
    if (shx && dbf && shapes.wrong.empty() && records.wrong.empty() &&
        shapes.count != records.count) {
        add(part_of(path, ".dbf"),
            fmt::format("it has {} records for {} shapes", records.count, shapes.count),
            copy_again);
    }
    if (const std::string wrong = prj ? wrong_system(*prj) : ""; !wrong.empty()) {
        add(part_of(path, ".prj"), wrong, "built-in boundaries are in EPSG:27700");
    }
    return problems;
}

} // namespace cairn::geo
