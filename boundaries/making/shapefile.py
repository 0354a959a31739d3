"""The shapefile, the same bytes from the same regions."""

from osgeo import ogr, osr

from making.shapes import geometry_of, twice_area

# Field of the shapefile, and the column of councils.csv that it comes from.
FIELDS = {"code": "gss_code", "iso": "iso_3166_2", "name": "name", "name_gd": "name_gd"}


def in_order(parts):
    """The same parts, the largest first, each ring from its westernmost (then southernmost) point.

    The libraries that cut and join land may begin a ring elsewhere from version to version.
    """
    turned = []
    for part in parts:
        rings = []
        for ring in part:
            start = ring.index(min(ring))
            points = ring[start:-1] + ring[:start + 1]
            rings.append(points)
        turned.append(rings)
    return sorted(turned, key=lambda part: (-abs(twice_area(part[0])), part[0][0]))


def write(folder, name, councils, regions):
    """Writes the shapefile, regions in the order of councils.csv, which is by name."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(27700)
    driver = ogr.GetDriverByName("ESRI Shapefile")
    file = driver.CreateDataSource(str(folder / f"{name}.shp"))
    layer = file.CreateLayer(name, system, ogr.wkbPolygon,
                             ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2000-01-01"])
    for field, column in FIELDS.items():
        definition = ogr.FieldDefn(field, ogr.OFTString)
        definition.SetWidth(max(len(council[column].encode()) for council in councils))
        layer.CreateField(definition)
    for council in councils:
        feature = ogr.Feature(layer.GetLayerDefn())
        for field, column in FIELDS.items():
            feature[field] = council[column]
        feature.SetGeometry(geometry_of(in_order(regions[council["iso_3166_2"]])))
        layer.CreateFeature(feature)
