#pragma once

#include "tests/support.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// What is true of the samples' maps, by another way than the program's: the tables and the
/// built-in boundaries read byte by byte here, and every group of areas tried.
namespace cairn::test {

/// Rows of a CSV file, the first with the names of the columns.
inline std::vector<std::vector<std::string>> plain_csv(const std::filesystem::path& file) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (const char c : read_bytes(file)) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.push_back({""});
        } else if (c != '\r') {
            rows.back().back() += c;
        }
    }
    rows.pop_back();
    return rows;
}

/// The cells of a column.
inline std::vector<std::string> column(const std::vector<std::vector<std::string>>& rows,
                                       const std::string& name) {
    const auto at = std::ranges::find(rows.front(), name) - rows.front().begin();
    std::vector<std::string> cells;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        cells.push_back(rows[i].at(static_cast<std::size_t>(at)));
    }
    return cells;
}

/// The council areas; each is told by its place in this list.
struct Councils {
    std::vector<std::string> codes, names, names_gd;
    std::vector<long> people;
    std::vector<std::set<std::size_t>> beside; ///< those that share a border with each
    std::vector<double> north, south;          ///< how far each reaches, metres
};

template<typename T>
T little_endian(const std::string& bytes, std::size_t at) {
    static_assert(std::endian::native == std::endian::little);
    T value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

/// The first field of each record of a dBASE file: the codes of the areas.
inline std::vector<std::string> codes_in(const std::string& dbf) {
    const auto records = little_endian<std::uint32_t>(dbf, 4);
    const auto head = little_endian<std::uint16_t>(dbf, 8);
    const auto length = little_endian<std::uint16_t>(dbf, 10);
    BOOST_TEST_REQUIRE(std::string(dbf.c_str() + 32) == "code");
    const auto width = static_cast<unsigned char>(dbf[32 + 16]);
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < records; ++i) {
        const std::string cell = dbf.substr(head + i * length + 1, width);
        codes.push_back(cell.substr(0, cell.find_last_not_of(' ') + 1));
    }
    return codes;
}

using RawPoint = std::pair<double, double>;
using RawRing = std::vector<RawPoint>;

/// The rings of each polygon of a shapefile (ESRI Shapefile Technical Description, 1998).
inline std::vector<std::vector<RawRing>> polygons_in(const std::string& shp) {
    std::vector<std::vector<RawRing>> polygons;
    const auto big_endian = [&](std::size_t at) {
        std::size_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            value = value * 256 + static_cast<unsigned char>(shp[at + i]);
        }
        return value;
    };
    for (std::size_t at = 100; at < shp.size(); at += 8 + 2 * big_endian(at + 4)) {
        const std::size_t body = at + 8;
        BOOST_TEST_REQUIRE(little_endian<std::int32_t>(shp, body) == 5); // a polygon
        const auto parts = little_endian<std::uint32_t>(shp, body + 36);
        const auto points = little_endian<std::uint32_t>(shp, body + 40);
        std::vector<RawRing> rings(parts);
        for (std::size_t part = 0; part < parts; ++part) {
            const auto first = little_endian<std::uint32_t>(shp, body + 44 + 4 * part);
            const auto end =
                part + 1 < parts ? little_endian<std::uint32_t>(shp, body + 48 + 4 * part) : points;
            for (std::size_t i = first; i < end; ++i) {
                const std::size_t point = body + 44 + 4 * std::size_t{parts} + 16 * i;
                rings[part].emplace_back(little_endian<double>(shp, point),
                                         little_endian<double>(shp, point + 8));
            }
        }
        polygons.push_back(std::move(rings));
    }
    return polygons;
}

/// Areas that have a stretch of line in common, not a point alone.
inline std::vector<std::set<std::size_t>>
borders_of(const std::vector<std::vector<RawRing>>& areas) {
    std::map<std::pair<RawPoint, RawPoint>, std::set<std::size_t>> owners;
    for (std::size_t area = 0; area < areas.size(); ++area) {
        for (const RawRing& ring : areas[area]) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                if (ring[i] != ring[i + 1]) {
                    owners[std::minmax(ring[i], ring[i + 1])].insert(area);
                }
            }
        }
    }
    std::vector<std::set<std::size_t>> beside(areas.size());
    for (const auto& [line, sides] : owners) {
        for (const std::size_t side : sides) {
            for (const std::size_t other : sides) {
                if (side != other) {
                    beside[side].insert(other);
                }
            }
        }
    }
    return beside;
}

/// The councils with the borders of one of the built-in levels, such as scotland-councils-web.
inline Councils read_councils(const std::string& level) {
    const std::filesystem::path folder = source_folder() / "boundaries";
    const std::vector<std::string> codes = codes_in(read_bytes(folder / (level + ".dbf")));
    const auto areas = polygons_in(read_bytes(folder / (level + ".shp")));
    const auto table = plain_csv(folder / "councils.csv");
    const std::vector<std::string> of_row = column(table, "gss_code");
    Councils councils{.codes = codes,
                      .names = {},
                      .names_gd = {},
                      .people = {},
                      .beside = {},
                      .north = {},
                      .south = {}};
    for (const std::string& code : codes) {
        const auto row = static_cast<std::size_t>(std::ranges::find(of_row, code) - of_row.begin());
        councils.names.push_back(column(table, "name").at(row));
        councils.names_gd.push_back(column(table, "name_gd").at(row));
        councils.people.push_back(std::stol(column(table, "population_2022").at(row)));
    }
    councils.beside = borders_of(areas);
    for (const std::vector<RawRing>& area : areas) {
        double north = -std::numeric_limits<double>::infinity();
        double south = std::numeric_limits<double>::infinity();
        for (const RawRing& ring : area) {
            for (const RawPoint& point : ring) {
                north = std::max(north, point.second);
                south = std::min(south, point.second);
            }
        }
        councils.north.push_back(north);
        councils.south.push_back(south);
    }
    return councils;
}

using Areas = std::vector<std::size_t>;

/// Groups of areas that hang together, by union-find.
inline std::vector<Areas> parts_of(const Councils& councils, const Areas& areas) {
    std::map<std::size_t, std::size_t> parent;
    for (const std::size_t area : areas) {
        parent[area] = area;
    }
    const auto root = [&](std::size_t area) {
        while (parent[area] != area) {
            area = parent[area];
        }
        return area;
    };
    for (const std::size_t area : areas) {
        for (const std::size_t other : councils.beside[area]) {
            if (parent.contains(other)) {
                parent[root(area)] = root(other);
            }
        }
    }
    std::map<std::size_t, Areas> parts;
    for (const std::size_t area : areas) {
        parts[root(area)].push_back(area);
    }
    std::vector<Areas> all;
    for (auto& [first, part] : parts) {
        all.push_back(std::move(part));
    }
    return all;
}

/// Of all groups of areas that hang together, those furthest above the mean of `values` in sum,
/// every subset of the areas with some tried; at most one area in three.
inline std::vector<Areas> best_clusters(const Councils& councils, const std::vector<long>& values) {
    Areas some;
    long total = 0;
    for (std::size_t area = 0; area < values.size(); ++area) {
        total += values[area];
        if (values[area] > 0) {
            some.push_back(area);
        }
    }
    BOOST_TEST_REQUIRE(some.size() <= 20U, "too many areas to try all groups");
    std::vector<std::uint32_t> beside(some.size(), 0);
    for (std::size_t i = 0; i < some.size(); ++i) {
        for (std::size_t k = 0; k < some.size(); ++k) {
            beside[i] |= councils.beside[some[i]].contains(some[k]) ? 1U << k : 0U;
        }
    }
    const long areas = static_cast<long>(values.size());
    long best = 0;
    std::vector<Areas> clusters;
    for (std::uint32_t set = 1; set < 1U << some.size(); ++set) {
        Areas members;
        long sum = 0;
        for (std::size_t i = 0; i < some.size(); ++i) {
            if ((set >> i & 1U) != 0) {
                members.push_back(some[i]);
                sum += values[some[i]];
            }
        }
        const long excess = sum * areas - total * static_cast<long>(members.size());
        if (excess < best || 3 * static_cast<long>(members.size()) > areas) {
            continue;
        }
        std::uint32_t reached = set & (~set + 1);
        for (std::uint32_t before = 0; reached != before;) {
            before = reached;
            for (std::size_t i = 0; i < some.size(); ++i) {
                reached |= (reached >> i & 1U) != 0 ? beside[i] & set : 0U;
            }
        }
        if (reached == set) {
            if (excess > best) {
                clusters.clear();
                best = excess;
            }
            clusters.push_back(members);
        }
    }
    return clusters;
}

} // namespace cairn::test
