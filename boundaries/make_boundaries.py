#!/usr/bin/python3
"""Makes scotland-councils and scotland-councils-web from Natural Earth and GSHHG; see README.md.

Needs GDAL for Python (Debian: python3-gdal). The same input gives the same bytes.
"""

import argparse
import csv
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the folder holds what is written here, and nothing else

from osgeo import gdal

from making.carve import carve
from making.coverage import check
from making.shapefile import write
from making.simplify import simplify
from making.sources import read_coast, read_councils

HERE = Path(__file__).resolve().parent
COUNCILS = HERE / "councils.csv"
NATURAL_EARTH = HERE / "source" / "natural-earth-10m-scotland.geojson"
GSHHG = HERE / "source" / "gshhg-scotland.topojson"

# For each level, how far a point may lie from the simplified line, in metres, and the area of the
# smallest island, in square metres. On A3 a dot of print at 300 to the inch is 150 m wide, on a
# page of 413 px (with its margins) a pixel is 1.1 km: the lines are good to a quarter of that.
LEVELS = {
    "scotland-councils": (35, 10_000),
    "scotland-councils-web": (280, 500_000),
}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--out", type=Path, default=HERE, metavar="DIR",
                           help="the folder to write to (this one)")
    folder = arguments.parse_args().out
    gdal.UseExceptions()

    with COUNCILS.open(encoding="utf-8", newline="") as file:
        councils = list(csv.DictReader(file))
    areas = read_councils(NATURAL_EARTH)
    if areas.keys() != {council["iso_3166_2"] for council in councils}:
        sys.exit(f"{NATURAL_EARTH.name} and {COUNCILS.name} do not hold the same iso_3166_2 codes")
    check(NATURAL_EARTH.name, areas)

    regions, given = carve(areas, read_coast(GSHHG))
    for size, before, after, x, y in given:
        print(f"a piece of {size / 1e6:.2f} square kilometres at {x}, {y} goes from {before} "
              f"to {after}")
    levels = {name: simplify(regions, *level) for name, level in LEVELS.items()}
    for name, level in levels.items():
        coast, shared = check(name, level)
        parts = sum(map(len, level.values()))
        points = sum(len(ring) - 1 for rings in level.values() for part in rings for ring in part)
        print(f"{name}: {len(level)} regions, {parts} parts, {points} points: {coast} segments of "
              f"coast and outer border; {shared} of shared border, all the same on both sides")
    for name, level in levels.items():
        write(folder, name, councils, level)


if __name__ == "__main__":
    main()
