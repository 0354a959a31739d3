#include "geo/write_shapefile.h"

#include "base/error.h"
#include "base/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <utility>

namespace cairn::geo {
namespace {

constexpr std::uint32_t polygon_type = 5;
constexpr std::size_t header_length = 100;
constexpr std::size_t longest_text = 254;

constexpr const char* british_national_grid =
    R"(PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",)"
    R"(SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],)"
    R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
    R"(PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],)"
    R"(PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],)"
    R"(PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]])";

void add_little(std::string& bytes, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
}

void add_big_32(std::string& bytes, std::size_t value) {
    for (int i = 3; i >= 0; --i) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
}

void add_number(std::string& bytes, double value) {
    add_little(bytes, std::bit_cast<std::uint64_t>(value), 8);
}

void add_box(std::string& bytes, const Box& box) {
    for (const double value : {box.min_x, box.min_y, box.max_x, box.max_y}) {
        add_number(bytes, value);
    }
}

/// Of .shp and .shx; lengths are given in units of two bytes.
std::string shape_header(const Box& box, std::size_t length) {
    std::string bytes;
    add_big_32(bytes, 9994);
    bytes.append(20, '\0');
    add_big_32(bytes, length / 2);
    add_little(bytes, 1000, 4);
    add_little(bytes, polygon_type, 4);
    add_box(bytes, box);
    bytes.append(header_length - bytes.size(), '\0');
    return bytes;
}

/// The rings closed, and the other way round: in a shapefile outer rings run clockwise.
std::string shape_content(const MultiPolygon& polygon) {
    std::string bytes;
    add_little(bytes, polygon_type, 4);
    add_box(bytes, bounds(polygon));
    add_little(bytes, polygon.size(), 4);
    std::size_t points = 0;
    for (const Ring& ring : polygon) {
        points += ring.size() + 1;
    }
    add_little(bytes, points, 4);
    std::size_t start = 0;
    for (const Ring& ring : polygon) {
        add_little(bytes, start, 4);
        start += ring.size() + 1;
    }
    const auto add_point = [&](Point point) {
        add_number(bytes, point.x);
        add_number(bytes, point.y);
    };
    for (const Ring& ring : polygon) {
        add_point(ring.front());
        std::for_each(ring.rbegin(), ring.rend(), add_point);
    }
    return bytes;
}

struct Column {
    std::string_view name;
    std::string Region::*text;
};
constexpr std::array columns{Column{"code", &Region::code}, Column{"name", &Region::name},
                             Column{"name_gd", &Region::name_gd}};

std::size_t width_of(const Regions& regions, const Column& column) {
    std::size_t width = 1;
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        const std::size_t length = (regions.regions[i].*column.text).size();
        width = std::max(width, length);
        if (length > longest_text) {
            problems.push_back({{.file = regions.file, .feature = static_cast<std::int64_t>(i)},
                                fmt::format("the {} has {} bytes, more than the {} that a boundary "
                                            "set can hold",
                                            column.name, length, longest_text),
                                "shorten it, or name another field"});
        }
    }
    throw_any(std::move(problems));
    return width;
}

std::string table(const Regions& regions) {
    constexpr std::size_t field_length = 32;
    std::array<std::size_t, columns.size()> widths{};
    std::size_t record = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        widths[i] = width_of(regions, columns[i]);
        record += widths[i];
    }
    std::string bytes{"\x03\x64\x01\x01", 4}; // dBASE III, 2000-01-01
    add_little(bytes, regions.regions.size(), 4);
    add_little(bytes, field_length * (1 + columns.size()) + 1, 2);
    add_little(bytes, record, 2);
    bytes.append(field_length - bytes.size(), '\0');
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string field(columns[i].name);
        field.resize(11, '\0');
        field += 'C';
        field.append(4, '\0');
        field += static_cast<char>(widths[i]);
        field.resize(field_length, '\0');
        bytes += field;
    }
    bytes += '\r';
    for (const Region& region : regions.regions) {
        bytes += ' ';
        for (std::size_t i = 0; i < columns.size(); ++i) {
            std::string text = region.*columns[i].text;
            text.resize(widths[i], ' ');
            bytes += text;
        }
    }
    return bytes + '\x1A';
}

} // namespace

std::vector<ShapefilePart> write_shapefile(const Regions& regions) {
    std::string shapes;
    std::string index;
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        const std::string content = shape_content(regions.regions[i].geometry);
        add_big_32(index, (header_length + shapes.size()) / 2);
        add_big_32(index, content.size() / 2);
        add_big_32(shapes, i + 1);
        add_big_32(shapes, content.size() / 2);
        shapes += content;
    }
    const Box box = bounds(regions);
    return {{".shp", shape_header(box, header_length + shapes.size()) + shapes},
            {".shx", shape_header(box, header_length + index.size()) + index},
            {".dbf", table(regions)},
            {".prj", british_national_grid},
            {".cpg", "UTF-8"}};
}

} // namespace cairn::geo
