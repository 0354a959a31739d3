"""Fewer points: each border simplified once, nothing crossed, no island lost that counts.

Douglas and Peucker 1973 on the arcs of the coverage. Where a simplified line would meet another,
or change sides with an island, it keeps more of its points.
"""

from collections import defaultdict

from making.shapes import twice_area


def arcs_of(rings):
    """The arcs that the rings run along, each once, and each ring as its arcs in order.

    Rings are closed. An arc runs from junction to junction, where rings part or meet; a ring without
    a junction is one closed arc. Gives (arcs, uses): a use is (number, whether backwards).
    """
    beside = defaultdict(set)
    for ring in rings:
        points = ring[:-1]
        for before, at, after in zip(points[-1:] + points[:-1], points, points[1:] + points[:1]):
            beside[at].update((before, after))
    arcs, numbers, uses = [], {}, []
    for ring in rings:
        points = ring[:-1]
        cuts = [i for i, point in enumerate(points) if len(beside[point]) > 2]
        start = cuts[0] if cuts else points.index(min(points))
        points = points[start:] + points[:start + 1]
        cuts = [cut - start for cut in cuts] or [0]
        use = []
        for first, last in zip(cuts, cuts[1:] + [len(points) - 1]):
            arc = tuple(points[first:last + 1])
            backwards = arc[::-1] in numbers
            if not backwards:
                numbers[arc] = len(arcs)
                arcs.append(arc)
            use.append((numbers[arc[::-1] if backwards else arc], backwards))
        uses.append(use)
    return arcs, uses


def farthest(arc, first, last):
    """The point of an arc that lies farthest from the segment between two others of it.

    Gives (distance squared, number of the point); the first of equals.
    """
    ax, ay = arc[first]
    dx, dy = arc[last][0] - ax, arc[last][1] - ay
    length = dx * dx + dy * dy
    best, at = -1.0, first
    for i in range(first + 1, last):
        x, y = arc[i][0] - ax, arc[i][1] - ay
        along = x * dx + y * dy
        if along <= 0:
            distance = x * x + y * y
        elif along >= length:
            distance = (x - dx) ** 2 + (y - dy) ** 2
        else:
            distance = (x * dy - y * dx) ** 2 / length
        if distance > best:
            best, at = distance, i
    return best, at


def thin(arc, tolerance):
    """The numbers of the points that the simplified arc keeps; at least four points of a closed one."""
    kept = {0, len(arc) - 1}
    if arc[0] == arc[-1]:
        while len(kept) < 5:
            split_widest(arc, kept)
    order = sorted(kept)
    spans = list(zip(order, order[1:]))
    while spans:
        first, last = spans.pop()
        distance, at = farthest(arc, first, last)
        if last - first > 1 and distance > tolerance * tolerance:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return kept


def split_widest(arc, kept):
    """Adds the point that lies farthest from the simplified arc."""
    order = sorted(kept)
    distances = [farthest(arc, first, last) for first, last in zip(order, order[1:])
                 if last - first > 1]
    if distances:
        kept.add(max(distances)[1])


class Grid:
    """Boxes by the square cells that they touch."""

    def __init__(self, cell):
        self.cell = cell
        self.cells = defaultdict(list)

    def cells_of(self, west, south, east, north):
        for column in range(int(west // self.cell), int(east // self.cell) + 1):
            for row in range(int(south // self.cell), int(north // self.cell) + 1):
                yield column, row

    def add(self, box, item):
        for cell in self.cells_of(*box):
            self.cells[cell].append(item)


def box_of(points):
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def side(a, b, c):
    value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (value > 0) - (value < 0)


def lies_on(a, b, point):
    """Whether a point lies between the ends of a segment."""
    return (point not in (a, b) and side(a, b, point) == 0
            and min(a[0], b[0]) <= point[0] <= max(a[0], b[0])
            and min(a[1], b[1]) <= point[1] <= max(a[1], b[1]))


def collide(a, b, c, d):
    """Whether two segments meet elsewhere than at an end that both have."""
    if {a, b} == {c, d}:
        return True
    if lies_on(a, b, c) or lies_on(a, b, d) or lies_on(c, d, a) or lies_on(c, d, b):
        return True
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def inside(ring, point):
    """Whether a point lies in a ring, by the crossings of a ray to the east."""
    x, y = point
    within = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y):
            turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
            within ^= (turn > 0) == (by > ay)
    return within


def conflicts(arcs, kept, cell):
    """The spans of simplified arcs that meet another, or jump over an island or junction."""
    grid = Grid(cell)
    spans, ends, bad = [], Grid(cell), set()
    for number, (arc, keep) in enumerate(zip(arcs, kept)):
        order = sorted(keep)
        ends.add(box_of(arc[:1]), arc[0])
        for first, last in zip(order, order[1:]):
            grid.add(box_of((arc[first], arc[last])), len(spans))
            spans.append((number, first, last))
    segments = [(arcs[number][first], arcs[number][last]) for number, first, last in spans]
    for items in grid.cells.values():
        for i, one in enumerate(items):
            for other in items[:i]:
                if collide(*segments[one], *segments[other]):
                    bad.update((spans[one], spans[other]))
    for number, first, last in spans:
        chain = list(arcs[number][first:last + 1])
        if len(chain) > 2:
            places = {place for at in ends.cells_of(*box_of(chain)) for place in ends.cells.get(at, ())}
            if any(place not in chain and inside(chain, place) for place in places):
                bad.add((number, first, last))
    return bad


def resolve(arcs, kept, cell):
    """Adds points to simplified arcs until none meets another."""
    while True:
        bad = conflicts(arcs, kept, cell)
        split = 0
        for number, first, last in sorted(bad):
            if last - first > 1:
                kept[number].add(farthest(arcs[number], first, last)[1])
                split += 1
        if not bad:
            return
        if not split:
            raise RuntimeError(f"lines meet before they are simplified: {sorted(bad)[:3]}")


def simplify(regions, tolerance, smallest):
    """Regions whose borders keep every point within a distance (metres) of the simplified line.

    Islands below an area (square metres) are left out. Those that stay keep four points at least.
    """
    islands, rings = [], []
    for iso, parts in regions.items():
        for part in parts:
            for ring in part:
                islands.append(iso)
                rings.append(ring)
    arcs, uses = arcs_of(rings)
    alone = {use[0][0]: number for number, use in enumerate(uses)
             if len(use) == 1 and arcs[use[0][0]][0] == arcs[use[0][0]][-1]}
    gone = {number for arc, number in alone.items()
            if abs(twice_area(rings[number])) < 2 * smallest or len(rings[number]) < 5}
    for number in gone:
        arcs[uses[number][0][0]] = ()
    live = [number for number, arc in enumerate(arcs) if arc]
    kept = {number: thin(arcs[number], tolerance) for number in live}
    lines = [arcs[number] for number in live]
    chosen = [kept[number] for number in live]
    resolve(lines, chosen, 20 * tolerance)
    thinned = {number: [arcs[number][i] for i in sorted(kept[number])] for number in live}
    result = {iso: [] for iso in regions}
    for number, (iso, use) in enumerate(zip(islands, uses)):
        if number not in gone:
            ring = []
            for arc, backwards in use:
                ring += (thinned[arc][::-1] if backwards else thinned[arc])[:-1]
            result[iso].append([ring + ring[:1]])
    return result
