#include "geo/read_shapefile.h"

#include "base/encoding.h"
#include "base/error.h"
#include "base/report.h"
#include "base/utf8.h"
#include "geo/shapefile_parts.h"
#include "geo/turn_rings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <shapefil.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::geo {

namespace {

namespace fs = std::filesystem;

struct CloseShapes {
    void operator()(SHPInfo* shapes) const { SHPClose(shapes); }
};
struct CloseTable {
    void operator()(DBFInfo* table) const { DBFClose(table); }
};
struct DestroyShape {
    void operator()(SHPObject* shape) const { SHPDestroyObject(shape); }
};
using Shapes = std::unique_ptr<SHPInfo, CloseShapes>;
using Table = std::unique_ptr<DBFInfo, CloseTable>;
using Shape = std::unique_ptr<SHPObject, DestroyShape>;

/// The parts, open, and what was found wrong so far.
struct Source {
    fs::path shp;
    fs::path dbf;
    Shapes shapes;
    Table table;
    std::vector<Problem> problems{};
};

Source open(const fs::path& path) {
    SAHooks hooks{};
    SASetupDefaultHooks(&hooks);
    hooks.Error = [](const char*) {}; // errors are reported by us alone
    Source source{.shp = part_of(path, ".shp"),
                  .dbf = part_of(path, ".dbf"),
                  .shapes = Shapes(SHPOpenLL(part_of(path, ".shp").c_str(), "rb", &hooks)),
                  .table = Table(DBFOpenLL(part_of(path, ".dbf").c_str(), "rb", &hooks))};
    if (!source.shapes) {
        throw Error(Problem{{.file = source.shp.string()}, "it is not a shapefile", ""});
    }
    if (!source.table) {
        throw Error(Problem{{.file = source.dbf.string()}, "it is not a dBASE table", ""});
    }
    return source;
}

void report(Source& source, Location where, std::string what, std::string remedy) {
    source.problems.push_back({std::move(where), std::move(what), std::move(remedy)});
}

/// The number of the field; for an absent one -1 and a problem.
int find_field(Source& source, const char* name) {
    const int found = DBFGetFieldIndex(source.table.get(), name);
    if (found < 0) {
        std::vector<std::string> fields;
        for (int i = 0; i < DBFGetFieldCount(source.table.get()); ++i) {
            std::array<char, XBASE_FLDNAME_LEN_READ + 1> field{};
            DBFGetFieldInfo(source.table.get(), i, field.data(), nullptr, nullptr);
            fields.push_back(fmt::format("\"{}\"", field.data()));
        }
        report(source, {.file = source.dbf.string()}, fmt::format("there is no field \"{}\"", name),
               fmt::format("the fields are {}", fmt::join(fields, ", ")));
    }
    return found;
}

std::string read_text(Source& source, int record, int field, const char* name, bool needed) {
    const char* const read = DBFReadStringAttribute(source.table.get(), record, field);
    std::string text = read == nullptr ? "" : read;
    const Location where{.file = source.dbf.string(), .feature = record, .field = name};
    if (invalid_utf8(text)) {
        report(source, where, "the text is not UTF-8", "save the .dbf as UTF-8");
    } else if (const std::string unfit = unfit_for_name(text); !unfit.empty()) {
        report(source, where, "the text holds " + unfit, "take it out of the .dbf");
    } else if (needed && text.empty()) {
        report(source, where, "the text is empty", "give each area its code and name");
    }
    return text;
}

/// What is wrong with a shape; empty when nothing is.
std::string fault_of(const SHPObject* shape) {
    if (shape == nullptr) {
        return "the shape is damaged";
    }
    if (shape->nSHPType == SHPT_NULL || shape->nVertices == 0) {
        return "the shape is empty";
    }
    const bool polygon = shape->nSHPType == SHPT_POLYGON || shape->nSHPType == SHPT_POLYGONZ ||
                         shape->nSHPType == SHPT_POLYGONM;
    if (!polygon || shape->nParts == 0) {
        return "the shape is not a polygon";
    }
    for (int part = 0; part < shape->nParts; ++part) {
        const int first = shape->panPartStart[part];
        const int end = part + 1 < shape->nParts ? shape->panPartStart[part + 1] : shape->nVertices;
        if (end - first < 4) {
            return fmt::format("ring {} has fewer than four points", part);
        }
        for (int i = first; i < end; ++i) {
            if (!std::isfinite(shape->padfX[i]) || !std::isfinite(shape->padfY[i])) {
                return fmt::format("ring {} has a point that is not a number", part);
            }
        }
        if (shape->padfX[first] != shape->padfX[end - 1] ||
            shape->padfY[first] != shape->padfY[end - 1]) {
            return fmt::format("ring {} is not closed", part);
        }
    }
    return {};
}

/// The rings the other way round: in a shapefile outer rings run clockwise.
MultiPolygon rings_of(const SHPObject& shape) {
    MultiPolygon rings;
    for (int part = 0; part < shape.nParts; ++part) {
        const int first = shape.panPartStart[part];
        const int end = part + 1 < shape.nParts ? shape.panPartStart[part + 1] : shape.nVertices;
        Ring& ring = rings.emplace_back();
        ring.reserve(static_cast<std::size_t>(end - first - 1));
        for (int i = end - 1; i > first; --i) {
            ring.push_back({shape.padfX[i], shape.padfY[i]});
        }
    }
    return rings;
}

MultiPolygon read_geometry(Source& source, int record) {
    const Shape shape(SHPReadObject(source.shapes.get(), record));
    std::string fault = fault_of(shape.get());
    if (fault.empty()) {
        MultiPolygon rings = rings_of(*shape);
        turn_rings(rings); // for files with rings the wrong way
        return rings;
    }
    report(source, {.file = source.shp.string(), .feature = record}, std::move(fault),
           "correct it in its source, or copy all parts of the boundary set again");
    return {};
}

void check_codes(Source& source, const std::vector<Region>& regions) {
    std::map<std::string_view, std::int64_t> first;
    for (std::int64_t i = 0; const Region& region : regions) {
        const auto [entry, unused] = first.try_emplace(region.code, i);
        if (!unused && !region.code.empty()) {
            report(
                source, {.file = source.dbf.string(), .feature = i, .field = "code"},
                fmt::format("\"{}\" is the code of feature {} already", region.code, entry->second),
                "give each area one feature, with all its parts");
        }
        ++i;
    }
}

std::vector<Region> read_regions(Source& source) {
    const int code = find_field(source, "code");
    const int name = find_field(source, "name");
    const int name_gd = find_field(source, "name_gd");
    std::vector<Region> regions;
    const int count = source.problems.empty() ? DBFGetRecordCount(source.table.get()) : 0;
    regions.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        regions.push_back({.code = read_text(source, i, code, "code", true),
                           .name = read_text(source, i, name, "name", true),
                           .name_gd = read_text(source, i, name_gd, "name_gd", false),
                           .geometry = read_geometry(source, i)});
    }
    check_codes(source, regions);
    if (regions.empty() && source.problems.empty()) {
        report(source, {.file = source.shp.string()}, "it holds no shapes", "");
    }
    return regions;
}

} // namespace

Regions read_shapefile(const fs::path& path) {
    std::vector<Problem> problems = check_shapefile_parts(path);
    throw_any(std::move(problems));
    Source source = open(path);
    std::vector<Region> regions = read_regions(source);
    if (!source.problems.empty()) {
        throw Error(std::move(source.problems));
    }
    return {.file = source.shp.string(), .regions = std::move(regions), .attribution = ""};
}

} // namespace cairn::geo
