"""Natural Earth's council areas and GSHHG's coastline, as they came, in British National Grid.

A ring is a list of points, the first of them again at the end; a part is a list of rings.
"""

import json
import sys
from pathlib import Path

from making.national_grid import project, transformation
from making.shapes import polygon_of, point_of

# Longitude and latitude of a point on an island, and the region that Natural Earth gives it to.
ARRAN = (-5.2532, 55.5770), "GB-AGB"
ARRAN_BELONGS_TO = "GB-NAY"
ROCKALL = (-13.690, 57.597), "GB-ELS"


def take_island(file, parts, point, iso):
    """Takes the one part of a region that holds the point out of it, and gives it."""
    found = [part for part in parts[iso] if polygon_of(part).Contains(point_of(point))]
    if len(found) != 1:
        sys.exit(f"{file.name}: {len(found)} parts of {iso} hold {point}, but one was expected")
    parts[iso].remove(found[0])
    return found[0]


def read_councils(file: Path):
    """The parts of each council area, by ISO 3166-2 code; Arran where it belongs, no Rockall."""
    parts = {}
    for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        iso = feature["properties"]["iso_3166_2"]
        if iso in parts:
            sys.exit(f"{file.name}: {iso} is there twice")
        parts[iso] = [polygons] if geometry["type"] == "Polygon" else list(polygons)
    parts[ARRAN_BELONGS_TO].append(take_island(file, parts, *ARRAN))
    take_island(file, parts, *ROCKALL)
    to_grid = transformation()
    return {iso: [[project(ring, to_grid) for ring in part] for part in polygons]
            for iso, polygons in parts.items()}


def read_coast(file: Path):
    """The rings of all land, islands and mainland alike."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    scale_x, scale_y = topology["transform"]["scale"]
    left, bottom = topology["transform"]["translate"]
    to_grid = transformation()
    rings = []
    for arc in topology["arcs"]:
        x = y = 0
        ring = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            ring.append((left + x * scale_x, bottom + y * scale_y))
        rings.append(project(ring, to_grid))
    return [ring for ring in rings if len(ring) > 3]
