#!/usr/bin/python3
"""Makes scotland-health-boards and scotland-health-boards-web from the councils; see README.md.

A board is made of whole councils. Every border that two of its councils share is there twice, once
in each direction, so it falls away; what is left are the board's own rings, point by point as the
councils have them. Needs Python alone. The same input gives the same bytes.
"""

import argparse
import csv
import struct
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEVELS = {"scotland-councils": "scotland-health-boards",
          "scotland-councils-web": "scotland-health-boards-web"}
POLYGON = 5
FIELDS = ("code", "name", "name_gd")


def read_table(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_codes(path):
    """The first field of every record of a dBASE table."""
    data = path.read_bytes()
    records, = struct.unpack("<I", data[4:8])
    header, length = struct.unpack("<HH", data[8:12])
    width = data[32 + 16]
    return [data[header + i * length + 1:header + i * length + 1 + width].decode().strip()
            for i in range(records)]


def read_rings(path):
    """The rings of every polygon of a shapefile, as lists of points in whole metres."""
    data = path.read_bytes()
    polygons = []
    at = 100
    while at < len(data):
        words, = struct.unpack(">i", data[at + 4:at + 8])
        body = data[at + 8:at + 8 + 2 * words]
        parts, points = struct.unpack("<ii", body[36:44])
        starts = [*struct.unpack(f"<{parts}i", body[44:44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts:])
        line = [(round(x), round(y)) for x, y in zip(flat[::2], flat[1::2])]
        polygons.append([line[a:b] for a, b in zip(starts, starts[1:])])
        at += 8 + 2 * words
    return polygons


def turn_of(before, here, after):
    """How far left of the sharpest turn to the right the way goes on: from 0, rising to 4."""
    ax, ay = before[0] - here[0], before[1] - here[1]
    bx, by = after[0] - here[0], after[1] - here[1]
    cross, dot = ax * by - ay * bx, ax * bx + ay * by
    # Rises with the angle from the way back to the way on, anticlockwise.
    size = ((ax * ax + ay * ay) * (bx * bx + by * by)) ** 0.5
    return 1 - dot / size if cross > 0 or (cross == 0 and dot > 0) else 3 + dot / size


def dissolve(polygons):
    """The rings around all polygons together. The inside is on the right of each, as it was."""
    segments = {segment for rings in polygons for ring in rings
                for segment in zip(ring, ring[1:])}
    nexts = defaultdict(set)
    for a, b in segments:
        if (b, a) not in segments:
            nexts[a].add(b)
    rings = []
    for start in sorted(nexts):
        while nexts[start]:
            ring = [start, min(nexts[start])]
            nexts[start].remove(ring[1])
            while ring[-1] != start:
                # Where rings touch, the sharpest turn to the right stays with the same land.
                after = min(nexts[ring[-1]], key=lambda p: (turn_of(ring[-2], ring[-1], p), p))
                nexts[ring[-1]].remove(after)
                ring.append(after)
            rings.append(ring)
    return sorted(rings, key=lambda ring: (twice_area(ring), ring))


def twice_area(ring):
    """Below zero for an outer ring, which runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def box(points):
    xs, ys = zip(*points)
    return struct.pack("<4d", min(xs), min(ys), max(xs), max(ys))


def header(words, points):
    return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, words) + struct.pack("<2i", 1000, POLYGON) + \
        box(points) + bytes(32)


def write_shapes(folder, name, polygons):
    shapes, index, at = b"", b"", 50
    for number, rings in enumerate(polygons, 1):
        points = [point for ring in rings for point in ring]
        starts = [sum(map(len, rings[:i])) for i in range(len(rings))]
        body = struct.pack("<i", POLYGON) + box(points) + \
            struct.pack(f"<2i{len(starts)}i", len(starts), len(points), *starts) + \
            b"".join(struct.pack("<2d", *point) for point in points)
        shapes += struct.pack(">2i", number, len(body) // 2) + body
        index += struct.pack(">2i", at, len(body) // 2)
        at += 4 + len(body) // 2
    every = [point for rings in polygons for ring in rings for point in ring]
    (folder / f"{name}.shp").write_bytes(header(at, every) + shapes)
    (folder / f"{name}.shx").write_bytes(header(50 + len(index) // 2, every) + index)


def write_fields(folder, name, rows):
    widths = [max(1, *(len(row[field].encode()) for row in rows)) for field in FIELDS]
    described = b"".join(field.encode().ljust(11, b"\0") + b"C" + bytes(4) +
                         struct.pack("<B", width) + bytes(15)
                         for field, width in zip(FIELDS, widths))
    length = 33 + len(described)
    # The date is fixed: the same bytes on any day.
    table = struct.pack("<4B", 3, 100, 1, 1) + \
        struct.pack("<IHH", len(rows), length, 1 + sum(widths)) + bytes(20) + described + b"\r"
    for row in rows:
        cells = (row[field].encode().ljust(width) for field, width in zip(FIELDS, widths))
        table += b" " + b"".join(cells)
    (folder / f"{name}.dbf").write_bytes(table + b"\x1a")


def make(folder, areas, part_of, levels):
    """Writes a set of areas, rows of a table, each of the councils whose code part_of has it for."""
    rows = [{field: area[column] for field, column in
             zip(FIELDS, ("gss_code", "name", "name_gd"))} for area in areas]
    for councils, name in levels.items():
        parts = defaultdict(list)
        codes = read_codes(HERE / f"{councils}.dbf")
        for code, rings in zip(codes, read_rings(HERE / f"{councils}.shp")):
            parts[part_of[code]].append(rings)
        polygons = [dissolve(parts[area["gss_code"]]) for area in areas]
        before = sum(twice_area(ring) for area in parts.values() for rings in area
                     for ring in rings)
        if before != sum(twice_area(ring) for rings in polygons for ring in rings):
            sys.exit(f"{name}: its areas are not those of the councils")
        write_shapes(folder, name, polygons)
        write_fields(folder, name, rows)
        for part in ("prj", "cpg"):
            (folder / f"{name}.{part}").write_bytes((HERE / f"{councils}.{part}").read_bytes())
        print(f"{name}: {len(polygons)} areas, {sum(map(len, polygons))} rings, "
              f"{sum(len(ring) for rings in polygons for ring in rings)} points")


def check_people(areas, part_of):
    people = defaultdict(int)
    for council in read_table("councils.csv"):
        people[part_of[council["gss_code"]]] += int(council["population_2022"])
    if any(people[area["gss_code"]] != int(area["population_2022"]) for area in areas):
        sys.exit("the populations are not those of the councils")


def read_folder(description):
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("--out", type=Path, default=HERE, metavar="DIR",
                           help="the folder to write to (this one)")
    return arguments.parse_args().out


def main():
    folder = read_folder(__doc__.splitlines()[0])
    boards = read_table("health-boards.csv")
    councils = read_table("councils.csv")
    code_of = {board["name"]: board["gss_code"] for board in boards}
    if set(code_of) != {council["nhs_board"] for council in councils}:
        sys.exit("health-boards.csv and councils.csv do not name the same boards")
    part_of = {council["gss_code"]: code_of[council["nhs_board"]] for council in councils}
    check_people(boards, part_of)
    make(folder, boards, part_of, LEVELS)


if __name__ == "__main__":
    main()
