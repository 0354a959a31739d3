"""Degrees to British National Grid (EPSG:27700), in whole metres."""

from osgeo import osr

# WGS 84 to British National Grid by the seven parameters of EPSG:1314 (good to 2 m) and the
# projection of EPSG:27700. Written out, so that PROJ does not take a finer way on a machine that
# has Ordnance Survey's OSTN15 grid.
PIPELINE = """
    +proj=pipeline
    +step +proj=unitconvert +xy_in=deg +xy_out=rad
    +step +proj=push +v_3
    +step +proj=cart +ellps=WGS84
    +step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842
          +s=-20.489 +convention=position_vector
    +step +inv +proj=cart +ellps=airy
    +step +proj=pop +v_3
    +step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy
"""


def transformation():
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(" ".join(PIPELINE.split()))
    return osr.CoordinateTransformation(None, None, options)


def project(ring, to_grid):
    """The points of a ring, longitude first, as pairs of whole metres.

    The sources are good to a hundred metres at best. Whole metres leave no digit that could differ
    from machine to machine. Points that fall together are there once.
    """
    points = []
    for x, y, _ in to_grid.TransformPoints(ring):
        point = (round(x), round(y))
        if not points or points[-1] != point:
            points.append(point)
    return points
