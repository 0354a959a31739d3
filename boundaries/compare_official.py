#!/usr/bin/python3
"""Compares the built-in boundaries with the official ones, and prints how far they agree.

    compare_official.py ons-lad-2013-scotland.topojson

The file holds the council areas with their GSS codes, of any year, in the field LAD13CD or another
that --code names, in degrees. Ends with 1 unless all that README.md claims holds. Needs GDAL for
Python (Debian: python3-gdal).
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True

from osgeo import gdal, ogr

from making.coverage import owners_of_segments
from making.national_grid import transformation
from making.shapes import geometry_of, parts_of, polygon_of
from making.sources import read_councils

HERE = Path(__file__).resolve().parent
NATURAL_EARTH = HERE / "source" / "natural-earth-10m-scotland.geojson"
LEVELS = "scotland-councils", "scotland-councils-web"

# What README.md tells under "Known limits".
NOT_NEIGHBOURS_HERE = {("GB-EDH", "GB-ELN")}
NEIGHBOURS_HERE_ALONE = {("GB-RFW", "GB-WDU")}
OFF_BY_A_TENTH = {"GB-ABE", "GB-DND", "GB-EDH", "GB-ERW", "GB-FAL", "GB-IVC", "GB-WDU"}
MOST_IN_ANOTHER = 0.02  # of all land

SMALLEST = 0.5  # square kilometres: smaller islands that are missing are counted, but not named


def read_official(file, code, iso_by_code):
    """The polygons of each council in British National Grid, repaired."""
    to_grid = transformation()
    official = {}
    source = ogr.Open(str(file))  # a feature is lost with its source
    for feature in source.GetLayer(0):
        geometry = feature.GetGeometryRef().Clone()
        geometry.AssignSpatialReference(None)
        geometry.Transform(to_grid)
        official[iso_by_code[feature[code]]] = polygons_of(geometry.Buffer(0))
    return official


def read_level(name):
    source = ogr.Open(str(HERE / f"{name}.shp"))
    return {feature["iso"]: parts_of(feature.GetGeometryRef()) for feature in source.GetLayer(0)}


def polygons_of(geometry):
    if geometry.GetGeometryType() == ogr.wkbPolygon:
        return [geometry]
    return [polygon.Clone() for polygon in geometry]


def apart(a, b):
    """Whether two envelopes (west, east, south, north) don't touch."""
    return a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]


def common(a, b, dimension):
    """How many metres (dimension 1) or square metres (2) two polygons have in common."""
    shared = a.Intersection(b)
    parts = [shared] if shared.GetGeometryCount() == 0 or dimension == 2 and \
        shared.GetGeometryType() == ogr.wkbPolygon else list(shared)
    measure = ogr.Geometry.Length if dimension == 1 else ogr.Geometry.Area
    return sum(measure(part) for part in parts if part.GetDimension() == dimension)


def compare_land(official, regions):
    """For each official polygon, as (council, polygon, square metres here by council)."""
    here = [(iso, part.GetEnvelope(), part)
            for iso, parts in regions.items() for part in map(polygon_of, parts)]
    result = []
    for iso, polygons in official.items():
        for polygon in polygons:
            box = polygon.GetEnvelope()
            sizes = Counter()
            for other, other_box, part in here:
                if not apart(box, other_box):
                    sizes[other] += common(polygon, part, 2)
            result.append((iso, polygon, sizes))
    return result


def tell_islands(name, land, mainlands):
    """Prints which official islands are missing or in another council; gives what is wrong."""
    wrong = []
    for smallest in (5, SMALLEST, 0.02):
        islands = [(iso, polygon, sizes) for iso, polygon, sizes in land
                   if polygon not in mainlands and polygon.Area() >= smallest * 1e6]
        missing = [polygon for _, polygon, sizes in islands if sum(sizes.values()) == 0]
        elsewhere = [polygon for iso, polygon, sizes in islands
                     if sum(sizes.values()) > 0 and sizes.most_common(1)[0][0] != iso]
        print(f"{name}: {len(islands)} official islands of {smallest} square kilometres or more: "
              f"{len(missing)} missing, {len(elsewhere)} in another council")
        for polygon in (missing if smallest >= SMALLEST else []) + elsewhere:
            place = polygon.PointOnSurface()
            print(f"    {polygon.Area() / 1e6:.2f} at {place.GetX():.0f}, {place.GetY():.0f}")
        if elsewhere or smallest == 5 and missing:
            wrong.append(f"{name}: an island is missing or in another council")
    return wrong


def neighbours(regions):
    owners = owners_of_segments(regions)
    return {tuple(sorted((iso, owners[b, a]))) for (a, b), iso in owners.items() if (b, a) in owners}


def touching(official):
    """The pairs of councils that have more than a point in common, and the polygons that do."""
    pairs, polygons = set(), []
    large = [(iso, polygon, polygon.GetEnvelope()) for iso, parts in official.items()
             for polygon in parts if polygon.Area() >= SMALLEST * 1e6]
    for at, (iso, land, box) in enumerate(large):
        for other, other_land, other_box in large[at + 1:]:
            if iso != other and not apart(box, other_box) and common(land, other_land, 1) > 0:
                pairs.add(tuple(sorted((iso, other))))
                polygons += land, other_land
    return pairs, polygons


def tell_neighbours(name, regions, there):
    here = neighbours(regions)
    print(f"{name}: {len(here)} pairs of neighbours; here alone: {sorted(here - there)}; "
          f"in the official file alone: {sorted(there - here)}")
    if (here - there, there - here) != (NEIGHBOURS_HERE_ALONE, NOT_NEIGHBOURS_HERE):
        return [f"{name}: the neighbours are not those that README.md tells"]
    return []


def tell_areas(official, before, after, names):
    """Prints how far each area is off in Natural Earth and in the built-in boundaries."""
    print(f"{'area in square kilometres':<24}{'official':>9}{'Natural Earth':>21}{LEVELS[0]:>21}")
    off = set()
    for iso in sorted(official, key=lambda iso: names[iso]):
        size = sum(polygon.Area() for polygon in official[iso])
        sizes = [geometry_of(regions[iso]).Area() for regions in (before, after)]
        errors = [other / size - 1 for other in sizes]
        print(f"{names[iso]:<24}{size / 1e6:10.1f}" + "".join(
            f"{other / 1e6:12.1f} {error:+8.1%}" for other, error in zip(sizes, errors)))
        if abs(errors[1]) >= 0.1:
            off.add(iso)
    return [] if off == OFF_BY_A_TENTH else [
        f"other areas are off by a tenth than README.md tells: {sorted(off ^ OFF_BY_A_TENTH)}"]


def in_another(land):
    """How many square kilometres of official land lie in another council here, and how many in any."""
    mine = sum(sizes[iso] for iso, _, sizes in land)
    every = sum(sum(sizes.values()) for _, _, sizes in land)
    return (every - mine) / 1e6, every / 1e6


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--code", default="LAD13CD", help="the field of the codes (LAD13CD)")
    given = arguments.parse_args()
    gdal.UseExceptions()

    with (HERE / "councils.csv").open(encoding="utf-8", newline="") as file:
        councils = list(csv.DictReader(file))
    names = {council["iso_3166_2"]: council["name"] for council in councils}
    iso_by_code = {code: council["iso_3166_2"] for council in councils
                   for code in [council["gss_code"], *council["gss_codes_former"].split(";")]}
    official = read_official(given.file, given.code, iso_by_code)
    pairs, mainlands = touching(official)
    before = read_councils(NATURAL_EARTH)
    wrong = []
    tables = {"Natural Earth": before} | {name: read_level(name) for name in LEVELS}
    for name, regions in tables.items():
        land = compare_land(official, regions)
        elsewhere, every = in_another(land)
        print(f"{name}: {elsewhere:.0f} of {every:.0f} square kilometres lie in another council, "
              f"{elsewhere / every:.1%}")
        if name in LEVELS:
            wrong += tell_islands(name, land, mainlands)
            wrong += tell_neighbours(name, regions, pairs)
            if elsewhere > MOST_IN_ANOTHER * every:
                wrong.append(f"{name}: more land lies in another council than README.md tells")
    wrong += tell_areas(official, before, tables[LEVELS[0]], names)
    for line in wrong:
        print("WRONG:", line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
