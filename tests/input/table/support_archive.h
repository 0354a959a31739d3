#pragma once

#include <libdeflate.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::test {

/// A ZIP archive of these files, by name and content, none of them packed.
inline std::string archive_of(const std::vector<std::pair<std::string, std::string>>& files) {
    const auto number = [](std::size_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i, value >>= 8U) {
            text += static_cast<char>(value & 0xFFU);
        }
        return text;
    };
    std::string all;
    std::string directory;
    for (const auto& [name, content] : files) {
        // Version, flags, method and time; checksum, sizes, length of the name, and of what is
        // more.
        const std::string common = number(20, 2) + number(0, 8) +
                                   number(libdeflate_crc32(0, content.data(), content.size()), 4) +
                                   number(content.size(), 4) + number(content.size(), 4) +
                                   number(name.size(), 2) + number(0, 2);
        directory +=
            "PK\x01\x02" + number(20, 2) + common + number(0, 10) + number(all.size(), 4) + name;
        all += "PK\x03\x04" + common + name + content;
    }
    return all + directory + "PK\x05\x06" + number(0, 4) + number(files.size(), 2) +
           number(files.size(), 2) + number(directory.size(), 4) + number(all.size(), 4) +
           number(0, 2);
}

} // namespace cairn::test
