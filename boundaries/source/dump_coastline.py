#!/usr/bin/python3
"""Makes gshhg-scotland.topojson from the full-resolution coastline of GSHHG; see ../README.md.

Needs GMT and its data (Debian: gmt, gmt-gshhg-full). Only who renews the coastline needs this:
make_boundaries.py reads the file that it makes.
"""

import json
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE / "gshhg-scotland.topojson"

# West, east, south and north. The south is that of the Mull of Galloway, less 4 km: so far the
# English mainland goes with it. The west leaves Rockall out.
BOX = -9.2, -0.5, 54.6, 61.0
# Level 1 is land in the sea; 2 and more are lakes, islands in lakes and so on.
COMMAND = ["gmt", "coast", "-R{}/{}/{}/{}".format(*BOX), "-Df", "-A0/0/1", "-W", "-M"]
STEPS_PER_DEGREE = 100_000  # 1.1 m from south to north

# Where islands of Ireland and England lie in the box: west, east, south, north.
OTHERS = (-9.2, -5.85, 54.6, 55.45), (-5.85, -5.45, 54.6, 55.2), (-2.1, -0.5, 54.6, 55.85)


def read_lines(text):
    """The lines of GMT's dump, as whole steps; points that fall together once."""
    lines = []
    for row in text.splitlines():
        if row.startswith(">"):
            lines.append([])
        elif not row.startswith("#"):
            point = [round(float(number) * STEPS_PER_DEGREE) for number in row.split()]
            if not lines[-1] or lines[-1][-1] != point:
                lines[-1].append(point)
    return [line for line in lines if len(line) > 1]


def join(lines):
    """Joins lines end to end, until all are closed or end at the box's edge."""
    open_lines = {}  # by both ends
    rings, loose = [], []
    for line in lines:
        while line[0] != line[-1]:
            for end in (0, -1):
                other = open_lines.get(tuple(line[end]))
                if other:
                    break
            if not other:
                break
            for key in (tuple(other[0]), tuple(other[-1])):
                del open_lines[key]
            if end == 0:
                line = line[::-1]
            line = line + (other if other[0] == line[-1] else other[::-1])[1:]
        if line[0] == line[-1]:
            rings.append(line)
        else:
            open_lines[tuple(line[0])] = open_lines[tuple(line[-1])] = line
    for line in open_lines.values():
        if line not in loose:
            loose.append(line)
    return rings, loose


def lies_in(ring, box):
    west, east, south, north = (number * STEPS_PER_DEGREE for number in box)
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def longest(lines):
    return max(lines, key=len)


def normal(ring):
    """The same ring from its westernmost (then southernmost) point, anticlockwise."""
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
    ring = ring[:-1] if twice > 0 else ring[:0:-1]
    start = ring.index(min(ring))
    return ring[start:] + ring[:start + 1]


def write(rings):
    arcs = []
    for ring in rings:
        steps = [ring[0]] + [[b[0] - a[0], b[1] - a[1]] for a, b in zip(ring, ring[1:])]
        arcs.append(json.dumps(steps, separators=(",", ":")))
    polygons = [f'{{"type":"Polygon","arcs":[[{number}]]}}' for number in range(len(arcs))]
    scale = 1 / STEPS_PER_DEGREE
    OUT.write_text('{"type":"Topology",\n'
                   f'"transform":{{"scale":[{scale:.5f},{scale:.5f}],"translate":[0,0]}},\n'
                   '"objects":{"coast":{"type":"GeometryCollection","geometries":[\n'
                   + ",\n".join(polygons) + ']}},\n"arcs":[\n' + ",\n".join(arcs) + "]}\n",
                   encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as folder:  # GMT leaves a history where it runs
        dump = subprocess.run(COMMAND, check=True, capture_output=True, text=True, cwd=folder).stdout
    rings, loose = join(read_lines(dump))
    # Great Britain runs out of the box in the south, as Ireland does: the longest line is hers.
    # Her ring is closed some way south of the box, where the straight edge meets no coast.
    mainland = longest(loose)
    south = round((BOX[2] - 0.1) * STEPS_PER_DEGREE)
    corners = [[mainland[-1][0], south], [mainland[0][0], south]]
    rings.append(mainland + corners + mainland[:1])
    kept = sorted(normal(ring) for ring in rings
                  if len(ring) > 3 and not any(lies_in(ring, box) for box in OTHERS))
    write(kept)
    print(f"{len(kept)} rings of {sum(map(len, kept)) - len(kept)} points; "
          f"{len(loose)} lines that leave the box, of {[len(line) for line in loose]} points")


if __name__ == "__main__":
    main()
