#include "base/encoding.h"
#include "base/error.h"
#include "base/name_key.h"
#include "base/report.h"
#include "base/utf8.h"
#include "geo/gdal/open_gdal.h"
#include "geo/gdal/projection_gdal.h"
#include "geo/gdal/repair_gdal.h"
#include "geo/gdal_module.h"
#include "geo/shared_vertices.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace cairn::geo {
namespace {

using GeometryPointer = std::unique_ptr<OGRGeometry>;

/// The share of the largest region's extent within which points are one: a centimetre for Scotland,
/// far more than rounding and far less than a generalised border.
constexpr double touching = 1e-8;

std::string quoted(const std::vector<std::string>& names) {
    return names.empty() ? "none" : fmt::format("\"{}\"", fmt::join(names, "\", \""));
}

std::vector<std::string> field_names(OGRLayer& layer) {
    std::vector<std::string> names;
    const OGRFeatureDefn& fields = *layer.GetLayerDefn();
    names.reserve(static_cast<std::size_t>(fields.GetFieldCount()));
    for (int i = 0; i < fields.GetFieldCount(); ++i) {
        names.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
    }
    return names;
}

bool has_field(OGRLayer& layer, const std::string& field) {
    return std::ranges::count(field_names(layer), field) > 0;
}

bool is_polygon_type(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = wkbFlatten(type);
    return OGR_GT_IsSurface(flat) != 0 || OGR_GT_IsSubClassOf(flat, wkbMultiSurface) != 0;
}

/// Whether a layer can hold polygons, as far as it says.
bool may_hold_polygons(OGRLayer& layer) {
    return wkbFlatten(layer.GetGeomType()) == wkbUnknown || is_polygon_type(layer.GetGeomType());
}

/// The problems of a file's only layer.
void check_layer(const VectorSource& source, OGRLayer& layer) {
    std::vector<Problem> problems;
    if (!may_hold_polygons(layer)) {
        problems.push_back(
            {.where = {.file = source.shown, .layer = layer.GetName()},
             .what = fmt::format("the layer holds no polygons: its geometry type is \"{}\"",
                                 OGRGeometryTypeToName(wkbFlatten(layer.GetGeomType()))),
             .remedy = "boundaries need polygons"});
    }
    for (const std::string& field : {source.code_field, source.name_field}) {
        if (has_field(layer, field)) {
            continue;
        }
        const std::vector<std::string> known = field_names(layer);
        const std::vector<std::string> near = nearest(field, known);
        problems.push_back({.where = {.file = source.shown, .layer = layer.GetName()},
                            .what = fmt::format("no field \"{}\"", field),
                            .remedy = near.empty()
                                          ? fmt::format("its fields: {}", quoted(known))
                                          : fmt::format("did you mean \"{}\"? its fields: {}",
                                                        near.front(), quoted(known))});
    }
    throw_any(std::move(problems));
}

/// The layer of regions: the only one, else the only one of polygons that has the fields.
OGRLayer& choose_layer(const VectorSource& source, GDALDataset& dataset) {
    if (dataset.GetLayerCount() == 1) {
        check_layer(source, *dataset.GetLayer(0));
        return *dataset.GetLayer(0);
    }
    std::vector<OGRLayer*> fitting;
    std::vector<std::string> described;
    for (OGRLayer* layer : dataset.GetLayers()) {
        described.push_back(fmt::format("\"{}\" ({}; fields {})", layer->GetName(),
                                        OGRGeometryTypeToName(wkbFlatten(layer->GetGeomType())),
                                        quoted(field_names(*layer))));
        if (may_hold_polygons(*layer) && has_field(*layer, source.code_field) &&
            has_field(*layer, source.name_field)) {
            fitting.push_back(layer);
        }
    }
    if (fitting.size() != 1) {
        throw Error(Problem{.where = {.file = source.shown},
                            .what = fmt::format("{} layers of polygons have the fields \"{}\" and "
                                                "\"{}\", but exactly one must",
                                                fitting.empty() ? "no" : "several",
                                                source.code_field, source.name_field),
                            .remedy = fmt::format("its layers: {}", fmt::join(described, ", "))});
    }
    return *fitting.front();
}

/// A region as its features give it.
struct RawRegion {
    std::string code;
    std::string name;
    std::int64_t first_feature = 0;
    std::vector<GeometryPointer> parts;
};

/// Reads the features of a layer, and collects what is wrong with them.
class FeatureReader {
  public:
    FeatureReader(const VectorSource& source, OGRLayer& layer, const OGRSpatialReference& system)
        : m_source(source), m_layer(layer), m_farthest(system.IsGeographic() != 0 ? 1e6 : 1e9),
          m_code_field(layer.GetLayerDefn()->GetFieldIndex(source.code_field.c_str())),
          m_name_field(layer.GetLayerDefn()->GetFieldIndex(source.name_field.c_str())) {}

    /// Regions in the order in which their codes first come.
    std::vector<RawRegion> read() {
        for (const OGRFeatureUniquePtr& feature : m_layer) {
            const std::string code = text(*feature, m_code_field, m_source.code_field, "code");
            if (!wanted(code)) {
                ++m_number;
                continue;
            }
            const std::string name = text(*feature, m_name_field, m_source.name_field, "name");
            GeometryPointer geometry(feature->StealGeometry());
            check_geometry(geometry.get());
            add(code, name, std::move(geometry));
            ++m_number;
        }
        if (m_number == 0) {
            report("", "the layer has no features", "boundaries need at least one polygon");
        }
        throw_any(std::move(m_problems));
        return std::move(m_regions);
    }

  private:
    [[nodiscard]] bool wanted(const std::string& code) const {
        return m_source.codes.empty() || std::ranges::binary_search(m_source.codes, code);
    }

    void report(const std::string& field, std::string what, std::string remedy) {
        Location where{.file = m_source.shown, .layer = m_layer.GetName(), .field = field};
        if (m_number > 0 || m_layer.GetFeatureCount() > 0) {
            where.feature = m_number;
        }
        m_problems.push_back({std::move(where), std::move(what), std::move(remedy)});
    }

    std::string text(const OGRFeature& feature, int index, const std::string& field,
                     std::string_view what) {
        std::string value =
            feature.IsFieldSetAndNotNull(index) ? feature.GetFieldAsString(index) : "";
        if (value.find_first_not_of(" \t\r\n") == std::string::npos) {
            report(field, fmt::format("the {} is empty", what),
                   fmt::format("every feature needs a {}", what));
        } else if (invalid_utf8(value)) {
            report(field, fmt::format("the {} is not UTF-8 text", what),
                   "save the file as UTF-8; a shapefile names its encoding in a .cpg file beside "
                   "it, such "
                   "as ISO-8859-1");
        } else if (const std::string unfit = unfit_for_name(value); !unfit.empty()) {
            report(field, fmt::format("the {} holds {}, which is no text", what, unfit),
                   "take it out of the file");
        }
        return value;
    }

    void check_geometry(const OGRGeometry* geometry) {
        const std::string mend = "mend the geometry, or remove the feature";
        const std::string remedy = "every feature needs a polygon: remove it, or give it one";
        if (geometry == nullptr) {
            report("", "there is no geometry", remedy);
        } else if (geometry->IsEmpty()) {
            report("", "the geometry is empty", remedy);
        } else if (!is_polygon_type(geometry->getGeometryType())) {
            report("",
                   fmt::format("the geometry is no polygon: its type is \"{}\"",
                               OGRGeometryTypeToName(wkbFlatten(geometry->getGeometryType()))),
                   remedy);
        } else if (OGREnvelope box; geometry->getEnvelope(&box),
                                    !std::isfinite(box.MinX + box.MaxX + box.MinY + box.MaxY)) {
            report("", "a coordinate is not a finite number", mend);
        } else if (const double farthest = std::max({std::abs(box.MinX), std::abs(box.MaxX),
                                                     std::abs(box.MinY), std::abs(box.MaxY)});
                   farthest > m_farthest) {
            report("", fmt::format("a coordinate of {:.6g} lies nowhere on earth", farthest), mend);
        }
    }

    void add(const std::string& code, const std::string& name, GeometryPointer geometry) {
        const auto [known, added] = m_by_code.try_emplace(code, m_regions.size());
        if (added) {
            m_regions.push_back({code, name, m_number, {}});
        }
        RawRegion& region = m_regions[known->second];
        if (region.name != name) {
            report(m_source.name_field,
                   fmt::format("the code \"{}\" has two names, \"{}\" and \"{}\"", code,
                               region.name, name),
                   "give all features of a code one name");
        }
        region.parts.push_back(std::move(geometry));
    }

    const VectorSource& m_source;
    OGRLayer& m_layer;
    double m_farthest; ///< coordinate from which projections overflow, with much to spare
    int m_code_field;
    int m_name_field;
    std::int64_t m_number = 0; ///< of the feature at hand
    std::vector<RawRegion> m_regions;
    std::unordered_map<std::string, std::size_t> m_by_code;
    std::vector<Problem> m_problems;
};

/// The regions in the coordinates of the file, valid, with their borders matched.
std::vector<Region> repair_all(const VectorSource& source, OGRLayer& layer,
                               const std::vector<RawRegion>& raw_regions,
                               const ReadingSteps& steps) {
    std::vector<Problem> problems;
    std::size_t invalid = 0;
    Regions repaired;
    for (const RawRegion& raw : raw_regions) {
        std::vector<const OGRGeometry*> parts;
        std::ranges::transform(raw.parts, std::back_inserter(parts), &GeometryPointer::get);
        Repaired valid = repair(parts);
        invalid += valid.was_valid ? 0 : 1;
        const Region& region =
            repaired.regions.emplace_back(Region{raw.code, raw.name, "", std::move(valid.polygon)});
        if (region.geometry.empty()) {
            problems.push_back({.where = {.file = source.shown,
                                          .layer = layer.GetName(),
                                          .feature = raw.first_feature},
                                .what = "the geometry has no area",
                                .remedy = "every feature needs a polygon: remove it, or give it "
                                          "one"});
        }
    }
    throw_any(std::move(problems));
    if (steps.repaired) {
        steps.repaired(repaired.regions.size(), invalid);
    }
    double extent = 0;
    for (const Region& region : repaired.regions) {
        const Box box = bounds(region.geometry);
        extent = std::max({extent, box.width(), box.height()});
    }
    share_vertices(repaired, touching * extent);
    return std::move(repaired.regions);
}

const char* const readable = "expected a whole file in a format that GDAL reads, such as "
                             "GeoPackage, GeoJSON, TopoJSON or shapefile";

/// Drivers of files: of no service.
constexpr std::array<const char*, 17> drivers{
    "GPKG", "GeoJSON", "GeoJSONSeq",   "TopoJSON", "ESRI Shapefile", "FlatGeobuf", "OpenFileGDB",
    "CSV",  "GML",     "MapInfo File", "KML",      "LIBKML",         "ESRIJSON",   "SQLite",
    "DXF",  "Parquet", nullptr};

GDALDatasetUniquePtr open(const VectorSource& source, const Failures& failures) {
    return open_file(source.file, drivers.data(), nullptr, failures, readable);
}

Regions read(const VectorSource& source, const ReadingSteps& steps) {
    const Failures failures(source.file, source.shown);
    const GDALDatasetUniquePtr dataset = open(source, failures);
    OGRLayer& layer = choose_layer(source, *dataset);
    const OGRSpatialReference system = coordinate_system(source, *dataset, layer);
    const std::vector<RawRegion> raw = FeatureReader(source, layer, system).read();
    failures.check(readable);
    if (steps.read) {
        steps.read(
            std::transform_reduce(raw.begin(), raw.end(), std::size_t{0}, std::plus<>(),
                                  [](const RawRegion& region) { return region.parts.size(); }));
    }
    Regions regions{source.shown, repair_all(source, layer, raw, steps), source.attribution};
    project(source, layer, system, regions.regions);
    return regions;
}

std::vector<VectorLayer> fields_of(const VectorSource& source) {
    const Failures failures(source.file, source.shown);
    const GDALDatasetUniquePtr dataset = open(source, failures);
    std::vector<VectorLayer> layers;
    for (OGRLayer* layer : dataset->GetLayers()) {
        if (!may_hold_polygons(*layer)) {
            continue;
        }
        VectorLayer& read = layers.emplace_back(VectorLayer{layer->GetName(), {}});
        for (std::string& name : field_names(*layer)) {
            read.fields.push_back({std::move(name), {}});
        }
        std::array<const char*, 2> shapes{"OGR_GEOMETRY", nullptr};
        layer->SetIgnoredFields(shapes.data()); // which take long to read
        for (const OGRFeatureUniquePtr& feature : *layer) {
            for (int i = 0; i < feature->GetFieldCount(); ++i) {
                read.fields[static_cast<std::size_t>(i)].values.emplace_back(
                    feature->IsFieldSetAndNotNull(i) ? feature->GetFieldAsString(i) : "");
            }
        }
    }
    failures.check(readable);
    return layers;
}

} // namespace
} // namespace cairn::geo

extern "C" void cairn_read_vector(const cairn::geo::VectorSource& source,
                                  const cairn::geo::ReadingSteps& steps,
                                  cairn::geo::Regions& regions) {
    regions = cairn::geo::read(source, steps);
}

extern "C" void cairn_read_fields(const cairn::geo::VectorSource& source,
                                  std::vector<cairn::geo::VectorLayer>& layers) {
    layers = cairn::geo::fields_of(source);
}
