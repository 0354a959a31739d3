#include "geo/gdal/projection_gdal.h"

#include "base/error.h"

#include <cpl_json.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace cairn::geo {
namespace {

constexpr int british_national_grid = 27700; // EPSG

/// The coordinate system that a TopoJSON file names in the member `crs` (of GeoJSON 2008), which
/// OGR does not read; empty where there is none.
std::string topojson_crs(const VectorSource& source, const std::string& layer) {
    CPLJSONDocument document;
    if (!document.Load(source.file.string())) {
        return {};
    }
    const CPLJSONObject root = document.GetRoot();
    for (const CPLJSONObject& holder : {root.GetObj("objects").GetObj(layer), root}) {
        std::string name = holder.GetString("crs/properties/name");
        if (!name.empty()) {
            return name;
        }
    }
    return {};
}

void for_each_point(std::vector<Region>& regions, const auto& visit) {
    for (Region& region : regions) {
        for (Ring& ring : region.geometry) {
            std::ranges::for_each(ring, visit);
        }
    }
}

Box bounds(std::vector<Region>& regions) {
    Box box;
    for_each_point(regions, [&](Point point) { box.add(point); });
    return box;
}

/// Projects all points; false when one of them cannot be.
bool transform(OGRCoordinateTransformation& transformation, std::vector<Region>& regions) {
    std::vector<double> x;
    std::vector<double> y;
    for_each_point(regions, [&](const Point& point) {
        x.push_back(point.x);
        y.push_back(point.y);
    });
    // All in one call: PROJ may choose another operation for another set of points, and shared
    // borders would part.
    const bool transformed =
        transformation.Transform(static_cast<int>(x.size()), x.data(), y.data()) != 0;
    std::size_t next = 0;
    for_each_point(regions, [&](Point& point) {
        point = {x[next], y[next]};
        ++next;
    });
    return transformed;
}

/// Whether all lies where British National Grid can be drawn: on it, or a thousand kilometres
/// around.
bool on_grid(const Box& box) {
    return box.min_x > -1e6 && box.min_y > -1e6 && box.max_x < 2e6 && box.max_y < 2.5e6;
}

} // namespace

OGRSpatialReference coordinate_system(const VectorSource& source, GDALDataset& dataset,
                                      OGRLayer& layer) {
    if (const OGRSpatialReference* known = layer.GetSpatialRef(); known != nullptr) {
        return *known;
    }
    OGRSpatialReference named;
    if (std::string_view(dataset.GetDriverName()) == "TopoJSON") {
        const std::string name = topojson_crs(source, layer.GetName());
        if (!name.empty() &&
            named.SetFromUserInput(name.c_str(),
                                   OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) ==
                OGRERR_NONE) {
            named.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            return named;
        }
    }
    throw Error(Problem{
        .where = {.file = source.shown, .layer = layer.GetName()},
        .what = "no coordinate system is given",
        .remedy = "a shapefile needs its .prj file; else write one in, for British National Grid: "
                  "ogr2ogr -a_srs EPSG:27700 with-crs.gpkg FILE, for longitude and latitude: "
                  "-a_srs EPSG:4326"});
}

void project(const VectorSource& source, OGRLayer& layer, const OGRSpatialReference& from,
             std::vector<Region>& regions) {
    const Box box = bounds(regions);
    OGRSpatialReference to;
    to.importFromEPSG(british_national_grid);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    bool projected = from.IsSame(&to) != 0;
    if (!projected) {
        OGRCoordinateTransformationOptions options;
        options.SetBallparkAllowed(false);
        const std::unique_ptr<OGRCoordinateTransformation> transformation(
            OGRCreateCoordinateTransformation(&from, &to, options));
        projected = transformation && transform(*transformation, regions);
    }
    if (!projected || !on_grid(bounds(regions))) {
        throw Error(Problem{
            .where = {.file = source.shown, .layer = layer.GetName()},
            .what = fmt::format("the regions are not near Great Britain, or not in \"{}\"",
                                from.GetName() != nullptr ? from.GetName() : "unnamed"),
            .remedy = fmt::format("check the coordinate system and the order of its axes: x runs "
                                  "from {:.6g} to {:.6g}, y from {:.6g} to {:.6g}",
                                  box.min_x, box.max_x, box.min_y, box.max_y)});
    }
}

} // namespace cairn::geo
