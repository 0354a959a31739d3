#!/usr/bin/python3
"""Lays the areas of each set out as tiles, in ID-hexagons.csv and ID-squares.csv; see README.md.

Needs Python alone. The same boundaries give the same bytes.
"""

import argparse
import csv
import math
import random
import struct
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).resolve().parent
COLUMNS, ROWS = 8, 11

# Of each set, the codes of Orkney, Shetland, the Western Isles and Highland, and its table.
SETS = {"scotland-councils": (("S12000023", "S12000027", "S12000013", "S12000017"), "councils.csv"),
        "scotland-health-boards": (("S08000025", "S08000026", "S08000028", "S08000022"),
                                   "health-boards.csv"),
        "scotland-integration-authorities": (
            ("S37000022", "S37000026", "S37000031", "S37000016"), "integration-authorities.csv")}

# What a layout costs: a border lost; a border that is none; the square of a tile's way from its
# place, in tiles; the cosine by which the direction from one tile to another is off, for
# neighbours and for all others; a gap with tiles all around, where there is no sea; each step of a
# gap between two tiles of a row, or of a column of squares; a rule of the islands broken.
LOST, FALSE, AWAY, TURNED, TURNED_FAR, HOLE, GAP, RULE = 1.0, 0.25, 0.02, 0.8, 0.03, 2.0, 0.4, 8.0


def read_areas(path):
    """For each area its code, its area in square metres, its centre, and its sides as point pairs."""
    shp = path.with_suffix(".shp").read_bytes()
    dbf = path.with_suffix(".dbf").read_bytes()
    head, length = struct.unpack("<HH", dbf[8:12])
    areas, at = [], 100
    while at < len(shp):
        words = struct.unpack(">i", shp[at + 4:at + 8])[0]
        parts, points = struct.unpack("<ii", shp[at + 44:at + 52])
        starts = struct.unpack(f"<{parts}i", shp[at + 52:at + 52 + 4 * parts])
        flat = struct.unpack(f"<{2 * points}d", shp[at + 52 + 4 * parts:at + 8 + 2 * words])
        line = list(zip(flat[::2], flat[1::2]))
        twice, x, y, sides = 0.0, 0.0, 0.0, set()
        for begin, end in zip(starts, starts[1:] + (points,)):
            for a, b in zip(line[begin:end], line[begin + 1:end]):
                cross = b[0] * a[1] - a[0] * b[1]
                twice += cross
                x += cross * (a[0] + b[0])
                y += cross * (a[1] + b[1])
                sides.add(frozenset((a, b)))
        record = dbf[head + len(areas) * length + 1:]
        areas.append((record[:9].decode().strip(), twice / 2,
                      (x / 3 / twice, y / 3 / twice), sides))
        at += 8 + 2 * words
    return areas


class Shape:
    """A kind of tile: its neighbours and where its middle is, in widths of a tile."""

    def __init__(self, name):
        self.hexagons = name == "hexagons"

    def middle(self, cell):
        column, row = cell
        if self.hexagons:  # pointed at top and bottom; every second row half a tile to the right
            return column + row % 2 / 2, row * math.sqrt(3) / 2
        return float(column), float(row)

    def around(self, cell):
        column, row = cell
        if self.hexagons:
            shift = row % 2
            return [(column - 1, row), (column + 1, row), (column - 1 + shift, row - 1),
                    (column + shift, row - 1), (column - 1 + shift, row + 1),
                    (column + shift, row + 1)]
        return [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)]

    def close(self, cell):
        """Cells that an island leaves free: those around it, and at the corners of a square."""
        column, row = cell
        corners = [] if self.hexagons else [(column + i, row + j) for i in (-1, 1) for j in (-1, 1)]
        return self.around(cell) + corners


class Layout:
    def __init__(self, shape, areas, north):
        self.shape = shape
        self.north, self.islands = north, north[:3]
        self.codes = [code for code, _, _, _ in areas]
        side = math.sqrt(sum(area for _, area, _, _ in areas) / len(areas))
        if shape.hexagons:
            side *= math.sqrt(2 / math.sqrt(3))
        self.home = {code: (x / side, -y / side) for code, _, (x, y), _ in areas}
        self.pairs = {(a[0], b[0]) for a, b in combinations(areas, 2) if a[3] & b[3]}
        self.neighbours = {code: set() for code in self.codes}
        for a, b in self.pairs:
            self.neighbours[a].add(b)
            self.neighbours[b].add(a)
        self.bearing = {}
        for a in self.codes:
            for b in self.codes:
                dx, dy = self.home[b][0] - self.home[a][0], self.home[b][1] - self.home[a][1]
                long = math.hypot(dx, dy) or 1.0
                self.bearing[a, b] = (dx / long, dy / long)
        self.cells = [(c, r) for r in range(ROWS) for c in range(COLUMNS)]
        self.middles = {cell: shape.middle(cell) for cell in self.cells}
        self.touching = {cell: frozenset(shape.around(cell)) for cell in self.cells}
        self.closing = {cell: frozenset(shape.close(cell)) for cell in self.cells}

    def centred(self, place):
        """How far all tiles lie together from their homes."""
        n = len(place)
        return (sum(self.middles[place[c]][0] - self.home[c][0] for c in place) / n,
                sum(self.middles[place[c]][1] - self.home[c][1] for c in place) / n)

    def cost_of(self, code, place, taken, shift):
        """What a tile costs where it stands; what it shares with another counts at both."""
        cell = place[code]
        x, y = self.middles[cell]
        cost = 0.0
        touching = self.touching[cell]
        beside = {taken[one] for one in touching if one in taken}
        mine = self.neighbours[code]
        cost += LOST * len(mine - beside) + FALSE * len(beside - mine)
        hx, hy = self.home[code]
        cost += AWAY * ((x - hx - shift[0]) ** 2 + (y - hy - shift[1]) ** 2)
        for other, spot in place.items():
            if other != code:
                ox, oy = self.middles[spot]
                ux, uy = self.bearing[code, other]
                turned = 1 - ((ox - x) * ux + (oy - y) * uy) / math.hypot(ox - x, oy - y)
                cost += turned * (TURNED if other in mine else TURNED_FAR)
        for one in touching:
            if one not in taken and one in self.touching:
                around = self.touching[one]
                if sum(other in taken for other in around) == len(around):
                    cost += HOLE
        if code in self.islands:
            cost += RULE * sum(one in taken for one in self.closing[cell])
        return cost

    def rules(self, place):
        """How far the islands are from where they belong."""
        def middle(code):
            return self.middles[place[code]]
        orkney, shetland, hebrides, highland = map(middle, self.north)
        top = min(self.middles[place[c]][1] for c in self.codes if c not in self.islands)
        left = min((self.middles[place[c]][0] for c in self.codes
                    if c not in self.islands and self.middles[place[c]][1] < hebrides[1] + 1.8),
                   default=float(COLUMNS))
        east = max(self.middles[place[c]][0] for c in self.codes if c not in self.islands)
        broken = [orkney[1] + 1.2 - top, shetland[1] + 0.8 - orkney[1], orkney[0] + 1 - shetland[0],
                  hebrides[0] + 1 - left, abs(hebrides[1] - highland[1]) - 0.9,
                  highland[0] - orkney[0], orkney[0] - highland[0] - 1.6, shetland[0] - east,
                  top - orkney[1] - 2.1]
        return RULE * sum(max(0.0, one) for one in broken) + GAP * self.gaps(place)

    def gaps(self, place):
        """Free cells between tiles of the mainland, along rows, and along columns of squares."""
        lines = {}
        for code, (column, row) in place.items():
            if code not in self.islands:
                lines.setdefault(("row", row), []).append(column)
                if not self.shape.hexagons:
                    lines.setdefault(("column", column), []).append(row)
        return sum(max(line) - min(line) + 1 - len(line) for line in lines.values())

    def whole(self, place):
        taken = {cell: code for code, cell in place.items()}
        shift = self.centred(place)
        return sum(self.cost_of(c, place, taken, shift) for c in place) + self.rules(place)

    def start(self, chance):
        """Each area in turn in the free cell nearest to its home."""
        low_x = min(x for x, _ in self.home.values())
        low_y = min(y for _, y in self.home.values())
        place, free = {}, set(self.cells)
        for code in chance.sample(self.codes, len(self.codes)):
            x, y = self.home[code][0] - low_x, self.home[code][1] - low_y
            cell = min(sorted(free), key=lambda one: math.dist(self.middles[one], (x, y)))
            place[code] = cell
            free.remove(cell)
        return place

    def anneal(self, chance, steps):
        place = self.start(chance)
        taken = {cell: code for code, cell in place.items()}
        shift, rules = self.centred(place), self.rules(place)
        for step in range(steps):
            heat = 2.5 * (0.02 / 2.5) ** (step / steps)
            if step % 200 == 0:
                shift = self.centred(place)
            code = chance.choice(self.codes)
            column, row = place[code]
            if chance.random() < 0.8:
                to = chance.choice(sorted(self.closing[place[code]]))
            else:
                to = (column + chance.randint(-3, 3), row + chance.randint(-3, 3))
            if to not in self.touching or to == place[code]:
                continue
            other = taken.get(to)
            moved = [code] + ([other] if other else [])
            before = sum(self.cost_of(c, place, taken, shift) for c in moved)
            old = place[code]
            place[code], taken[to] = to, code
            if other:
                place[other], taken[old] = old, other
            else:
                del taken[old]
            after = sum(self.cost_of(c, place, taken, shift) for c in moved)
            new_rules = self.rules(place)
            # What a tile shares is felt at both ends.
            gain = 2 * (before - after) + rules - new_rules
            if gain >= 0 or chance.random() < math.exp(gain / heat):
                rules = new_rules
                continue
            place[code], taken[old] = old, code
            if other:
                place[other], taken[to] = to, other
            else:
                del taken[to]
        return place

    def trimmed(self, place):
        """Moved to the top left; by whole pairs of rows, since each second one stands aside."""
        left = min(c for c, _ in place.values())
        top = min(r for _, r in place.values())
        top -= top % 2 if self.shape.hexagons else 0
        return {code: (c - left, r - top) for code, (c, r) in place.items()}

    def report(self, place):
        beside = {pair for pair in combinations(self.codes, 2)
                  if place[pair[1]] in self.touching.get(place[pair[0]], ())}
        kept = self.pairs & beside
        shift = self.centred(place)
        away = [math.dist((self.middles[place[c]][0] - shift[0], self.middles[place[c]][1] - shift[1]),
                          self.home[c]) for c in self.codes]
        turned = []
        for a, b in self.pairs:
            (ax, ay), (bx, by) = self.middles[place[a]], self.middles[place[b]]
            ux, uy = self.bearing[a, b]
            cosine = ((bx - ax) * ux + (by - ay) * uy) / math.hypot(bx - ax, by - ay)
            turned.append(math.degrees(math.acos(max(-1.0, min(1.0, cosine)))))
        return (f"{len(kept)} of {len(self.pairs)} neighbours kept, {len(beside - kept)} false; "
                f"{sum(away) / len(away):.2f} tiles from home on average, {max(away):.2f} at most; "
                f"neighbours turned by {sum(turned) / len(turned):.0f} degrees on average")


def draw(layout, place, names):
    lines = []
    for row in range(max(r for _, r in place.values()) + 1):
        line = "  " * (row % 2 if layout.shape.hexagons else 0)
        at = {cell: code for code, cell in place.items()}
        for column in range(max(c for c, _ in place.values()) + 1):
            line += names.get(at.get((column, row)), " . ") + " "
        lines.append(line)
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--out", type=Path, default=HERE, metavar="DIR",
                           help="the folder to write to (this one)")
    arguments.add_argument("--shape", action="append", choices=["hexagons", "squares"])
    arguments.add_argument("--runs", type=int, default=5, help="layouts tried; the best is kept")
    arguments.add_argument("--steps", type=int, default=150_000, help="moves tried in each")
    arguments.add_argument("--set", action="append", choices=list(SETS), dest="sets")
    chosen = arguments.parse_args()
    for id_ in chosen.sets or SETS:
        north, table = SETS[id_]
        areas = read_areas(HERE / f"{id_}-web")
        with (HERE / table).open(encoding="utf-8", newline="") as file:
            names = {row["gss_code"]: row["short"][:3].ljust(3) for row in csv.DictReader(file)}
        for name in chosen.shape or ["hexagons", "squares"]:
            layout = Layout(Shape(name), areas, north)
            places = [layout.anneal(random.Random(run), chosen.steps)
                      for run in range(chosen.runs)]
            best = min(places, key=layout.whole)
            place = layout.trimmed(best)
            print(f"{id_}, {name}: {layout.report(best)}; cost {layout.whole(best):.2f}")
            print(draw(layout, place, names), flush=True)
            with (chosen.out / f"{id_}-{name}.csv").open("w", encoding="utf-8",
                                                         newline="\n") as file:
                file.write("code,column,row\n")
                for code in sorted(place, key=lambda one: (place[one][1], place[one][0])):
                    file.write(f"{code},{place[code][0]},{place[code][1]}\n")


if __name__ == "__main__":
    main()
