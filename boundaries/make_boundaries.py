#!/usr/bin/python3
"""Makes scotland-councils.shp, .shx, .dbf, .prj and .cpg from Natural Earth; see README.md.

Needs GDAL for Python (Debian: python3-gdal). The same input gives the same bytes.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from pathlib import Path

from osgeo import gdal, ogr, osr

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source" / "natural-earth-10m-scotland.geojson"
COUNCILS = HERE / "councils.csv"
NAME = "scotland-councils"

# Longitude and latitude of a point on an island, and the region that Natural Earth gives it to.
ARRAN = (-5.2532, 55.5770), "GB-AGB"
ARRAN_BELONGS_TO = "GB-NAY"
ROCKALL = (-13.690, 57.597), "GB-ELS"

# WGS 84 to British National Grid by the seven parameters of EPSG:1314 (good to 2 m) and the
# projection of EPSG:27700. Written out, so that PROJ does not take a finer way on a machine that
# has Ordnance Survey's OSTN15 grid.
TO_BRITISH_NATIONAL_GRID = """
    +proj=pipeline
    +step +proj=unitconvert +xy_in=deg +xy_out=rad
    +step +proj=push +v_3
    +step +proj=cart +ellps=WGS84
    +step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842
          +s=-20.489 +convention=position_vector
    +step +inv +proj=cart +ellps=airy
    +step +proj=pop +v_3
    +step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy
"""


def read_parts():
    """The polygons of each region, by ISO 3166-2 code, in degrees: lists of rings."""
    parts = {}
    for feature in json.loads(SOURCE.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        iso = feature["properties"]["iso_3166_2"]
        if iso in parts:
            sys.exit(f"{SOURCE.name}: {iso} is there twice")
        parts[iso] = [polygons] if geometry["type"] == "Polygon" else list(polygons)
    return parts


def polygon_of(rings):
    return ogr.CreateGeometryFromJson(json.dumps({"type": "Polygon", "coordinates": rings}))


def take_island(parts, point, iso):
    """Takes the one part of a region that holds the point out of it, and gives it."""
    place = ogr.CreateGeometryFromWkt("POINT ({} {})".format(*point))
    found = [part for part in parts[iso] if polygon_of(part).Contains(place)]
    if len(found) != 1:
        sys.exit(f"{SOURCE.name}: {len(found)} parts of {iso} hold {point}, but one was expected")
    parts[iso].remove(found[0])
    return found[0]


def project(parts):
    """All points to British National Grid, in whole metres.

    The source is good to some hundreds of metres. Whole metres leave no digit that could differ
    from machine to machine.
    """
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(" ".join(TO_BRITISH_NATIONAL_GRID.split()))
    transformation = osr.CoordinateTransformation(None, None, options)

    def whole_metres(ring):
        return [[float(round(x)), float(round(y))]
                for x, y, _ in transformation.TransformPoints(ring)]

    return {iso: [[whole_metres(ring) for ring in part] for part in polygons]
            for iso, polygons in parts.items()}


def segments_of(geometry):
    """Each segment of all rings, as a pair of points, in its direction of travel."""
    for polygon in geometry if geometry.GetGeometryType() == ogr.wkbMultiPolygon else [geometry]:
        for ring in polygon:
            points = ring.GetPoints(2)
            yield from zip(points, points[1:])


def check(geometries):
    """Every geometry is valid, and every border that two regions share is the same on both sides.

    A border is the same on both sides when the segments that one region alone has are exactly the
    outline of all regions together, and all others are there once in each direction. A gap, an
    overlap, or a point that only one side has breaks this.
    """
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    segments = Counter()
    for iso, geometry in geometries.items():
        if not geometry.IsValid():
            sys.exit(f"{iso}: the geometry is not valid")
        for polygon in geometry:
            together.AddGeometry(polygon)
        segments.update(segments_of(geometry))
    if max(segments.values()) > 1:
        sys.exit("two regions overlap: a segment is there twice in one direction")
    shared = {(a, b) for a, b in segments if (b, a) in segments}
    coast = {frozenset(segment) for segment in segments if segment not in shared}
    outline = {frozenset(segment) for segment in segments_of(together.UnionCascaded())}
    if coast != outline:
        sys.exit(f"{len(coast ^ outline)} segments of shared borders differ between their sides")
    return len(coast), len(shared) // 2


def geometry_of(polygons):
    geometry = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons:
        geometry.AddGeometry(polygon_of(rings))
    return geometry


def write(folder, councils, geometries):
    """Writes the shapefile, regions in the order of councils.csv, which is by name."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(27700)
    driver = ogr.GetDriverByName("ESRI Shapefile")
    file = driver.CreateDataSource(str(folder / f"{NAME}.shp"))
    layer = file.CreateLayer(NAME, system, ogr.wkbPolygon,
                             ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2000-01-01"])
    columns = {"code": "gss_code", "iso": "iso_3166_2", "name": "name", "name_gd": "name_gd"}
    for field, column in columns.items():
        definition = ogr.FieldDefn(field, ogr.OFTString)
        definition.SetWidth(max(len(council[column].encode()) for council in councils))
        layer.CreateField(definition)
    for council in councils:
        feature = ogr.Feature(layer.GetLayerDefn())
        for field, column in columns.items():
            feature[field] = council[column]
        feature.SetGeometry(geometries[council["iso_3166_2"]])
        layer.CreateFeature(feature)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--out", type=Path, default=HERE, metavar="DIR",
                           help="the folder to write to (this one)")
    folder = arguments.parse_args().out
    gdal.UseExceptions()

    with COUNCILS.open(encoding="utf-8", newline="") as file:
        councils = list(csv.DictReader(file))
    parts = read_parts()
    if parts.keys() != {council["iso_3166_2"] for council in councils}:
        sys.exit(f"{SOURCE.name} and {COUNCILS.name} do not hold the same iso_3166_2 codes")
    parts[ARRAN_BELONGS_TO].append(take_island(parts, *ARRAN))
    take_island(parts, *ROCKALL)

    geometries = {iso: geometry_of(polygons) for iso, polygons in project(parts).items()}
    coast, shared = check(geometries)
    write(folder, councils, geometries)
    print(f"{len(geometries)} regions, {sum(map(len, parts.values()))} parts: "
          f"{coast} segments of coast and outer border; "
          f"{shared} of shared border, all the same on both sides")


if __name__ == "__main__":
    main()
