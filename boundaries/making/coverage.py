"""What holds for regions that part the land among them without gap or overlap."""

import sys
from collections import Counter

from osgeo import ogr

from making.shapes import geometry_of, parts_of, segments_of


def check(name, regions):
    """Every region is valid, and every border that two regions share is the same on both sides.

    A border is the same on both sides when the segments that one region alone has are exactly the
    outline of all regions together, and all others are there once in each direction. A gap, an
    overlap, or a point that only one side has breaks this. Gives the number of segments of coast
    and of shared border.
    """
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    segments = Counter()
    for iso, parts in regions.items():
        geometry = geometry_of(parts)
        if not geometry.IsValid():
            sys.exit(f"{name}: {iso}: the geometry is not valid")
        for polygon in geometry:
            together.AddGeometry(polygon)
        segments.update(segments_of(parts))
    if max(segments.values()) > 1:
        sys.exit(f"{name}: two regions overlap: a segment is there twice in one direction")
    shared = {(a, b) for a, b in segments if (b, a) in segments}
    coast = {frozenset(segment) for segment in segments if segment not in shared}
    outline = {frozenset(segment) for segment in segments_of(parts_of(together.UnionCascaded()))}
    if coast != outline:
        sys.exit(f"{name}: {len(coast ^ outline)} segments of shared borders differ between their "
                 "sides")
    return len(coast), len(shared) // 2


def owners_of_segments(regions):
    """The region that has each segment, by the segment in its direction of travel."""
    return {segment: iso for iso, parts in regions.items() for segment in segments_of(parts)}


def inner_borders(regions):
    """The segments that two regions share, each once."""
    owners = owners_of_segments(regions)
    return [(a, b) for a, b in owners if a < b and (b, a) in owners]


def coast_ends(regions):
    """The points where a border of two regions meets the outline of all."""
    owners = owners_of_segments(regions)
    border = {point for a, b in owners if (b, a) in owners for point in (a, b)}
    outline = {point for a, b in owners if (b, a) not in owners for point in (a, b)}
    return sorted(border & outline)
