#include "geo/gdal/repair_gdal.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace cairn::geo {
namespace {

using GeometryPointer = std::unique_ptr<OGRGeometry>;

/// The points of a ring, none twice in succession, the first not repeated.
Ring points_of(const OGRLinearRing& line) {
    Ring ring;
    for (int i = 0; i < line.getNumPoints(); ++i) {
        const Point point{line.getX(i), line.getY(i)};
        if (ring.empty() || ring.back() != point) {
            ring.push_back(point);
        }
    }
    while (ring.size() > 1 && ring.back() == ring.front()) {
        ring.pop_back();
    }
    return ring;
}

/// Adds a ring to `polygon`, unless it has too few points for an area, which GEOS does not take.
bool add_ring(OGRPolygon& polygon, const OGRLinearRing& line) {
    const Ring ring = points_of(line);
    if (ring.size() < 3) {
        return false;
    }
    auto added = std::make_unique<OGRLinearRing>();
    for (const Point point : ring) {
        added->addPoint(point.x, point.y);
    }
    added->closeRings();
    polygon.addRingDirectly(added.release());
    return true;
}

OGRPolygon without_degenerate_rings(const OGRPolygon& polygon) {
    OGRPolygon cleaned;
    const OGRLinearRing* outer = polygon.getExteriorRing();
    if (outer != nullptr && add_ring(cleaned, *outer)) {
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
            add_ring(cleaned, *polygon.getInteriorRing(i));
        }
    }
    return cleaned;
}

/// Calls `visit` for every polygon in `geometry`, a polygon or a collection.
void for_each_polygon(const OGRGeometry& geometry, const auto& visit) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (geometry.IsEmpty()) {
        return; // GEOS gives such as well; it has no ring
    }
    if (type == wkbPolygon) {
        visit(*geometry.toPolygon());
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection) != 0) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
            for_each_polygon(*part, visit);
        }
    }
}

/// All polygons of the parts, each valid in itself; `was_valid` becomes false where one was not.
OGRMultiPolygon valid_polygons(std::span<const OGRGeometry* const> parts, bool& was_valid) {
    OGRMultiPolygon all;
    for (const OGRGeometry* part : parts) {
        const GeometryPointer polygons(
            OGRGeometryFactory::forceToMultiPolygon(part->getLinearGeometry()));
        for_each_polygon(*polygons, [&](const OGRPolygon& polygon) {
            const OGRPolygon cleaned = without_degenerate_rings(polygon);
            if (cleaned.IsEmpty()) {
                return;
            }
            if (cleaned.IsValid()) {
                all.addGeometry(&cleaned);
                return;
            }
            was_valid = false;
            if (const GeometryPointer valid(cleaned.MakeValid()); valid) {
                for_each_polygon(*valid, [&](const OGRPolygon& each) { all.addGeometry(&each); });
            }
        });
    }
    return all;
}

void append(MultiPolygon& rings, const OGRLinearRing& line, bool outer) {
    Ring ring = points_of(line);
    if ((signed_area(ring) > 0) != outer) {
        std::ranges::reverse(ring);
    }
    rings.push_back(std::move(ring));
}

} // namespace

Repaired repair(std::span<const OGRGeometry* const> parts) {
    Repaired repaired;
    const OGRMultiPolygon polygons = valid_polygons(parts, repaired.was_valid);
    const GeometryPointer united(polygons.IsValid() ? nullptr : polygons.UnionCascaded());
    // Several features of one region may touch; a part that does so with itself is not valid.
    repaired.was_valid = repaired.was_valid && (!united || parts.size() > 1);
    const OGRGeometry* valid = united ? united.get() : &polygons;
    MultiPolygon& rings = repaired.polygon;
    for_each_polygon(*valid, [&](const OGRPolygon& polygon) {
        append(rings, *polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
            append(rings, *polygon.getInteriorRing(i), false);
        }
    });
    return repaired;
}

} // namespace cairn::geo
