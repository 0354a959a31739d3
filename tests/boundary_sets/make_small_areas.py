#!/usr/bin/env python3
"""Makes a GeoJSON file of small areas by splitting the built-in councils, as official files of them cannot be had here:
the squares of a grid whose middles lie in a council, with uneven sides that neighbours share, in British National Grid.

    tests/boundary_sets/make_small_areas.py wards 355 FILE
    tests/boundary_sets/make_small_areas.py output-areas 46000 FILE

Wards have names that come back in other councils; output areas have codes alone. Some more or fewer areas are made than
are asked for; how many is printed. The same words give the same bytes.
"""

import json
import math
import pathlib
import random
import sys

BOUNDARIES = pathlib.Path(__file__).resolve().parents[2] / "boundaries"
NAMES = ["North", "South", "East", "West", "Central", "Abbey", "Castle", "Harbour", "Park", "Kirkton"]
POINTS = 5  # of a side, but the last


def council_cells(side):
    """The cells (column, row) of a grid whose middles lie in a council, council by council."""
    sys.path.insert(0, str(BOUNDARIES))
    from make_health_boards import read_rings  # noqa: PLC0415
    cells = []
    for rings in read_rings(BOUNDARIES / "scotland-councils-web.shp"):
        lines = [line for ring in rings for line in zip(ring, ring[1:])]
        crossings = {}  # of each row's middle, from west to east
        for (ax, ay), (bx, by) in lines:
            low, high = min(ay, by), max(ay, by)
            for row in range(math.ceil(low / side - 0.5), math.ceil(high / side - 0.5)):
                y = (row + 0.5) * side
                crossings.setdefault(row, []).append(ax + (y - ay) / (by - ay) * (bx - ax))
        own = []
        for row in sorted(crossings, reverse=True):
            xs = sorted(crossings[row])
            for begin, end in zip(xs[::2], xs[1::2]):
                own += [(column, row) for column in
                        range(math.ceil(begin / side - 0.5), math.ceil(end / side - 0.5))]
        cells.append(own)
    return cells


def side_of(column, row, upright, side):
    """The points from one corner of the grid towards the next, up or to the right, but the last."""
    numbers = random.Random(column * 1_000_003 + row * 2 + upright)
    points = []
    for step in range(POINTS):
        along, off = step / POINTS * side, 0 if step == 0 else numbers.uniform(-0.15, 0.15) * side
        x, y = (off, along) if upright else (along, off)
        points.append((round(column * side + x, 1), round(row * side + y, 1)))
    return points


def ring_of(column, row, side):
    corner = [(round((column + 1) * side, 1), round((row + 1) * side, 1))]
    below = side_of(column, row, False, side)
    right = side_of(column + 1, row, True, side)
    above = corner + side_of(column, row + 1, False, side)[:0:-1]
    left = side_of(column, row + 1, False, side)[:1] + side_of(column, row, True, side)[:0:-1]
    return [*below, *right, *above, *left, below[0]]


def main():
    kind, count, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    land = 79_800e6  # square metres, a little more than there are on the maps
    side = math.sqrt(land / count)
    features = []
    for cells in council_cells(side):
        for index, (column, row) in enumerate(cells):
            number = len(features)
            name = NAMES[index % len(NAMES)] + (f" {index // len(NAMES) + 1}" if index >= len(NAMES) else "")
            properties = {"WD22CD": f"S13{2500 + number:06}", "WD22NM": name} if kind == "wards" \
                else {"code": f"S00{135000 + number:06}"}
            features.append({"type": "Feature", "properties": properties, "geometry":
                             {"type": "Polygon", "coordinates": [ring_of(column, row, side)]}})
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "crs": crs, "features": features}, file)
    print(len(features))


if __name__ == "__main__":
    main()
