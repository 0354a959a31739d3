"""Rings and parts as GDAL's geometries and back, and the segments of rings."""

from osgeo import ogr


def point_of(point):
    geometry = ogr.Geometry(ogr.wkbPoint)
    geometry.AddPoint_2D(*point)
    return geometry


def line_of(points, kind=ogr.wkbLineString):
    geometry = ogr.Geometry(kind)
    for x, y in points:
        geometry.AddPoint_2D(x, y)
    return geometry


def lines_of(lines):
    geometry = ogr.Geometry(ogr.wkbMultiLineString)
    for line in lines:
        geometry.AddGeometry(line_of(line))
    return geometry


def polygon_of(rings):
    geometry = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        geometry.AddGeometry(line_of(ring, ogr.wkbLinearRing))
    return geometry


def geometry_of(parts):
    geometry = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in parts:
        geometry.AddGeometry(polygon_of(rings))
    return geometry


def parts_of(geometry):
    """The parts of a polygon or of several, their rings of points in whole metres."""
    polygons = [geometry] if geometry.GetGeometryType() == ogr.wkbPolygon else list(geometry)
    return [[[(round(x), round(y)) for x, y in ring.GetPoints(2)] for ring in polygon]
            for polygon in polygons]


def twice_area(ring):
    """Twice the area of a closed ring, above zero where it runs anticlockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def segments_of(parts):
    """Each segment of all rings, as a pair of points, in its direction of travel."""
    for part in parts:
        for ring in part:
            yield from zip(ring, ring[1:])
