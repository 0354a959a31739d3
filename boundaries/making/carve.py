"""The councils' inner borders, cut by the true coast: which land is whose."""

import sys
from collections import defaultdict

from making.coverage import coast_ends, inner_borders, owners_of_segments
from making.shapes import geometry_of, lines_of, parts_of, point_of, polygon_of, segments_of

# A piece of a council that the coast and a border cut off from the rest of it goes to its
# neighbour if it is smaller than this, in square metres: the two lines were drawn from other
# maps, and cross where one of them is off.
SLIVER = 1_000_000

# No piece of land may lie in a second council by more than this, in square metres: a border would
# end before the coast, and two councils run together.
MIXED = 1_000_000

# The council of an island that no council area holds is that of the nearest land of this size, in
# square metres, or more ...
NEAREST = 1_000_000
# ... but for these, by a point on each.
ISLANDS = {
    "Eilean Balnagowan": ((195368, 753985), "GB-HLD"),
    "Mugdrum Island": ((322667, 718954), "GB-PKN"),
    "Sule Skerry": ((262369, 1024255), "GB-ORK"),
    "Stack Skerry": ((256527, 1017639), "GB-ORK"),
    "Alloa Inch": ((287076, 691603), "GB-CLK"),
    "Tullibody Inch": ((286190, 692403), "GB-CLK"),
}

# Natural Earth's outline runs on from these ends of the English border as coast.
GRETNA = 332881, 565717
BERWICK = 398666, 656912
# From Berwick to Gretna round the English land in the box, by the sea and the middle of the Solway.
ROUND_ENGLAND = [(480000, 656912), (480000, 480000), (200000, 480000), (200000, 530000),
                 (270000, 540000), (300000, 555000), (315000, 562300), (320000, 563000),
                 (325000, 563700), (328700, 562300), (331300, 565200), (332150, 565850)]


def english_border(regions):
    """The points of the border with England, from Gretna to Berwick."""
    owners = owners_of_segments(regions)
    after = {a: b for a, b in owners if (b, a) not in owners}
    ways = []
    for start, end in ((GRETNA, BERWICK), (BERWICK, GRETNA)):
        way = [start]
        while way[-1] != end:
            if way[-1] not in after or len(way) > len(after):
                sys.exit(f"no border with England leads from {start} to {end}")
            way.append(after[way[-1]])
        ways.append(way if start == GRETNA else way[::-1])
    return min(ways, key=len)  # the other way is the coast


def extend(regions, border, rings):
    """From each end of an inner border, and of that with England, on land, the line to the coast.

    It is the shortest, so that it crosses no other land and leaves each side its own coast. Where
    it ends, the coast's ring gets a point.
    """
    lines = []
    land = [polygon_of([ring]) for ring in rings]
    for end in [end for end in coast_ends(regions) if end not in border] + [GRETNA, BERWICK]:
        for ring, part in zip(rings, land):
            if part.Contains(point_of(end)):
                at, point = nearest_point(end, ring)
                if point not in ring[at:at + 2]:
                    ring.insert(at + 1, point)
                lines.append([end, point])
    return lines


def nearest_point(place, ring):
    """The segment of a ring, and the point of it in whole metres, that lie nearest to a place."""
    x, y = place
    nearest = []
    for at, ((ax, ay), (bx, by)) in enumerate(zip(ring, ring[1:])):
        dx, dy = bx - ax, by - ay
        along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)
        along = min(1, max(0, along))
        point = round(ax + along * dx), round(ay + along * dy)
        nearest.append(((point[0] - x) ** 2 + (point[1] - y) ** 2, at, point))
    return min(nearest)[1:]


def node(lines):
    """The same lines, cut wherever they meet, in whole metres.

    Rounding a crossing to whole metres moves two lines a little, so that they can meet anew: it is
    done again until nothing moves.
    """
    for _ in range(20):
        first, rest = lines_of(lines[:1]), lines_of(lines[1:])
        noded = first.Union(rest)
        before = {tuple(sorted(pair)) for line in noded for pair in zip(*ends(line))}
        after = {pair for pair in (tuple(sorted((whole(a), whole(b)))) for a, b in before)
                 if pair[0] != pair[1]}
        if before == after:
            return noded
        lines = [list(pair) for pair in sorted(after)]
    sys.exit("the lines of coast and borders don't come to rest in whole metres")


def ends(line):
    points = line.GetPoints(2)
    return points[:-1], points[1:]


def whole(point):
    return float(round(point[0])), float(round(point[1]))


def faces_of(regions, coast):
    """The land of Scotland, cut by the inner borders and by the one with England."""
    border = english_border(regions)
    england = polygon_of([border + ROUND_ENGLAND + border[:1]])
    inner = [list(segment) for segment in inner_borders(regions)]
    lines = inner + [list(pair) for pair in zip(border, border[1:])]
    all_lines = lines_of(lines)
    crossed, faces = [], []
    for ring in coast:
        face = polygon_of([ring])
        if face.Distance(all_lines) < 2:
            crossed.append(list(ring))
        else:
            faces.append(face)
    lines += extend(regions, set(border), crossed)
    land = geometry_of([[ring] for ring in crossed])
    faces += [face.Clone() for face in node(lines + crossed).Polygonize()
              if land.Contains(face.PointOnSurface())]
    return [face for face in faces if not england.Contains(face.PointOnSurface())]


def surface(geometry):
    return geometry.Area() if geometry.GetDimension() == 2 else 0


def box_distance(a, b):
    """How far apart two envelopes (west, east, south, north) are, at least."""
    x = max(a[0] - b[1], b[0] - a[1], 0)
    y = max(a[2] - b[3], b[2] - a[3], 0)
    return (x * x + y * y) ** 0.5


def overlaps(face, councils, boxes):
    """The council areas that a face lies in, most of it first, as (square metres, council)."""
    box = face.GetEnvelope()
    sizes = [(surface(face.Intersection(councils[iso])), iso)
             for iso, other in boxes.items() if box_distance(box, other) == 0]
    return sorted((size for size in sizes if size[0] > 0), reverse=True)


def nearest(face, others):
    """The place in a list of (box, geometry) of the geometry that lies nearest to a face."""
    box = face.GetEnvelope()
    best, found = float("inf"), None
    for bound, at in sorted((box_distance(box, other), at) for at, (other, _) in enumerate(others)):
        if bound > best:
            break
        distance = face.Distance(others[at][1])
        if distance < best:
            best, found = distance, at
    return found


def owners_of(faces, regions):
    """The council of each face: the one that most of it lies in, else that of the nearest land.

    The faces are in order of area, the largest first.
    """
    councils = {iso: geometry_of(parts) for iso, parts in regions.items()}
    boxes = {iso: geometry.GetEnvelope() for iso, geometry in councils.items()}
    owners, large = [], []
    for face in faces:
        found = overlaps(face, councils, boxes)
        if len(found) > 1 and found[1][0] > MIXED:
            sys.exit(f"a piece of land lies in {found[0][1]} and, by {found[1][0]:.0f} square "
                     f"metres, in {found[1][1]}: no border parts it")
        owners.append(found[0][1] if found else owners[nearest(face, large)])
        if face.Area() >= NEAREST:
            large.append((face.GetEnvelope(), face))
    for name, (place, iso) in ISLANDS.items():
        at = [number for number, face in enumerate(faces) if face.Contains(point_of(place))]
        if len(at) != 1 or faces[at[0]].Area() > NEAREST:
            sys.exit(f"{name} is not on the coastline")
        owners[at[0]] = iso
    return owners


def pieces_of(owners, touching):
    """Faces of one owner that touch along a line, together: lists of their numbers."""
    pieces, seen = [], set()
    for start in range(len(owners)):
        if start in seen:
            continue
        piece, open_faces = [], [start]
        seen.add(start)
        while open_faces:
            face = open_faces.pop()
            piece.append(face)
            for other in touching[face]:
                if other not in seen and owners[other] == owners[face]:
                    seen.add(other)
                    open_faces.append(other)
        pieces.append(piece)
    return pieces


def shared_lengths(faces):
    """For each face, the length that it shares with each other one."""
    sides = {}
    for number, face in enumerate(faces):
        for segment in segments_of(parts_of(face)):
            sides[segment] = number
    touching = defaultdict(lambda: defaultdict(float))
    for (a, b), number in sides.items():
        other = sides.get((b, a))
        if other is not None and other != number:
            length = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
            touching[number][other] += length
    return touching


def give_slivers_away(faces, owners):
    """Gives each sliver, the smallest first, to the neighbour with the longest border.

    Gives the slivers as (square metres, from, to, x, y).
    """
    touching = shared_lengths(faces)
    given = []
    while True:
        slivers = []
        for piece in pieces_of(owners, touching):
            size = sum(faces[face].Area() for face in piece)
            if size < SLIVER and any(other not in piece for face in piece
                                     for other in touching[face]):
                slivers.append((size, sorted(piece)))
        if not slivers:
            return given
        size, piece = min(slivers)
        borders = defaultdict(float)
        for face in piece:
            for other, length in touching[face].items():
                if owners[other] != owners[face]:
                    borders[owners[other]] += length
        to = max(sorted(borders), key=lambda iso: borders[iso])
        place = faces[piece[0]].PointOnSurface()
        given.append((size, owners[piece[0]], to, round(place.GetX()), round(place.GetY())))
        for face in piece:
            owners[face] = to


def carve(regions, coast):
    """The parts of each council on the true coast, and the slivers that changed hands."""
    faces = sorted(faces_of(regions, coast), key=lambda face: (-face.Area(), face.GetEnvelope()))
    owners = owners_of(faces, regions)
    given = give_slivers_away(faces, owners)
    together = {iso: geometry_of([]) for iso in regions}
    for face, iso in zip(faces, owners):
        together[iso].AddGeometry(face)
    return {iso: parts_of(geometry.UnionCascaded()) for iso, geometry in together.items()}, given
