#!/usr/bin/python3
"""Makes data/basemap.gpkg from the Natural Earth shapefiles of Debian's libmagics++-data.

Needs Debian packages libmagics++-data (4.13.0-1) and python3-gdal (3.6.2). Run from anywhere:

    /usr/bin/python3 data/prepare_basemap.py [OUT.gpkg]

The same input gives the same bytes: coordinates are rounded to 1e-5 degrees (about 1 m), features
keep the order of the source, and the timestamps inside the GeoPackage are fixed. docs/base_map.md
says what is in the file and why.
Natural Earth is in the public domain: https://www.naturalearthdata.com/about/terms-of-use/
"""

import json
import os
import sys

sys.dont_write_bytecode = True

from osgeo import gdal, ogr, osr

import generalised

gdal.UseExceptions()
ogr.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2022-01-01T00:00:00.000Z")
gdal.SetConfigOption("OGR_SQLITE_PRAGMA", "page_size=4096")

SOURCE = "/usr/share/magics"
HERE = os.path.dirname(os.path.abspath(__file__))

# Natural Earth's feature class -> the class a map may show, dash or hide. The class
# "ForgetMagics" is a line its packagers withdrew.
BOUNDARY_CLASSES = {
    "International boundary (verify)": "international",
    "International boundary (Magics)": "international",
    "Disputed (please verify)": "disputed",
    "Line of control (please verify)": "line_of_control",
    "Indefinite (please verify)": "indefinite",
    "Indeterminant frontier": "indefinite",
    "Lease limit": "lease_limit",
    "Overlay limit": "disputed",
}

# Pieces of the Yangtze in rivers of the 10m scale, upstream to downstream, as
# (river number, index of the part, flip). The index counts parts in the order of the file; a
# stray part of two points near 116.20E is left out.
YANGTZE_UPPER = "Tongtian", "Jinsha (Yangtze)"
YANGTZE = ((18, 1, False), (18, 0, False), (1, 2, False), (1, 0, True))

# Waterways that Natural Earth lacks, drawn by hand: assumed.
CURATED = os.path.join(HERE, "curated_waterways.geojson")

# Rivers of the Xijiang chain, west to east: missing at the 50m scale, and freight goes there.
XIJIANG = ("You", "Yong", "Yu", "Xun", "Xi")
XIJIANG_NUMBERS = {548, 599, 623, 149, 96}

MOST_MINOR_PLACE = 6  # scalerank; leaves about 2,400 of 7,322 places

TOLERANCE = 100.0  # metres, for what comes from the 10m scale but the rivers


def rounded(geometry):
    """A copy with coordinates rounded to 1e-5 degrees and repeated points dropped."""
    flat = geometry.Clone()
    flat.FlattenTo2D()

    def points(g):
        kept = []
        for i in range(g.GetPointCount()):
            x, y = g.GetPoint_2D(i)
            point = (min(180.0, max(-180.0, round(x, 5))), min(90.0, max(-90.0, round(y, 5))))
            if not kept or kept[-1] != point:
                kept.append(point)
        return kept

    def build(g):
        kind = ogr.GT_Flatten(g.GetGeometryType())
        made = ogr.Geometry(ogr.wkbLinearRing if g.GetGeometryName() == "LINEARRING" else kind)
        if g.GetGeometryCount() > 0:
            for i in range(g.GetGeometryCount()):
                part = build(g.GetGeometryRef(i))
                if part is not None:
                    made.AddGeometry(part)
            return made
        kept = points(g)
        least = {"LINEARRING": 4, "LINESTRING": 2}.get(g.GetGeometryName(), 1)
        if len(kept) < least:
            return None
        for x, y in kept:
            made.AddPoint_2D(x, y)
        return made

    return build(flat)


def single_parts(geometry):
    if geometry.GetGeometryName().startswith(("MULTI", "GEOMETRYCOLLECTION")):
        parts = [geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]
        return [single for part in parts for single in single_parts(part)]
    return [geometry]


def valid_polygons(geometry):
    """Polygons of `geometry` after rounding; repaired where rounding or the source broke them."""
    made = rounded(geometry)
    if made is None or made.IsEmpty():
        return []
    if not made.IsValid():
        made = made.MakeValid()
    kept = []
    for part in single_parts(made):
        if part.GetGeometryName() == "POLYGON" and part.GetArea() > 0.0:
            kept.append(part.Clone())
    return kept


class Source:
    def __init__(self, scale, name, encoding):
        path = f"{SOURCE}/{scale}/ne_{scale}_{name}.shp"
        self.dataset = gdal.OpenEx(path, gdal.OF_VECTOR, open_options=[f"ENCODING={encoding}"])

    def features(self):
        for feature in self.dataset.GetLayer(0):
            if feature.GetGeometryRef() is not None:
                yield feature


def text(feature, field):
    """An attribute as text: never null, spaces single."""
    return " ".join((feature[field] or "").split())


class Target:
    def __init__(self, path):
        if os.path.exists(path):
            os.remove(path)
        self.dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path, options=["ADD_GPKG_OGR_CONTENTS=NO"])
        self.wgs84 = osr.SpatialReference()
        self.wgs84.ImportFromEPSG(4326)
        self.wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)

    def layer(self, name, kind, fields, description):
        layer = self.dataset.CreateLayer(
            name, self.wgs84 if kind != ogr.wkbNone else None, kind,
            options=["SPATIAL_INDEX=NO", "GEOMETRY_NULLABLE=NO", f"DESCRIPTION={description}"])
        for field, field_type in fields:
            definition = ogr.FieldDefn(field, field_type)
            definition.SetNullable(False)
            layer.CreateField(definition)
        return layer


def add(layer, geometry, **values):
    feature = ogr.Feature(layer.GetLayerDefn())
    for key, value in values.items():
        if isinstance(value, bytes):
            feature.SetFieldBinaryFromHexString(key, value.hex())
        else:
            feature[key] = value
    if geometry is not None:
        feature.SetGeometry(geometry)
    layer.CreateFeature(feature)


def write_land(target, scale):
    layer = target.layer(f"land_{scale}", ogr.wkbPolygon, [("scale_rank", ogr.OFTInteger)],
                         f"Natural Earth land 1:{scale}, lakes cut out")
    for feature in Source(scale, "land", "UTF-8").features():
        for polygon in valid_polygons(feature.GetGeometryRef()):
            add(layer, polygon, scale_rank=int(feature["scalerank"]))


def write_lakes(target):
    """Lakes are the polygons of the ocean file that are not ocean."""
    layer = target.layer("lakes", ogr.wkbPolygon, [("name", ogr.OFTString)],
                         "Natural Earth lakes 1:50m")
    for feature in Source("50m", "ocean", "UTF-8").features():
        if feature["featurecla"] is None:
            for polygon in valid_polygons(feature.GetGeometryRef()):
                add(layer, polygon, name=text(feature, "name"))


def settled(geometry):
    """The polygons of `geometry` as areas of `generalised`: valid after rounding, or gone."""
    areas = []
    for polygon in valid_polygons(geometry):
        rings = [[(round(x * generalised.UNITS), round(y * generalised.UNITS))
                  for x, y in polygon.GetGeometryRef(i).GetPoints()[:-1]]
                 for i in range(polygon.GetGeometryCount())]
        # Repairing makes points that are not round; rounding them may break the polygon again.
        again = rounded(polygon)
        areas += [rings] if again is not None and again.IsValid() else settled(polygon)
    return areas


def write_fine_land_and_lakes(target):
    """Land and lakes of the 10m scale, generalised together and packed as Tiny WKB."""
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for feature in Source("10m", "land", "ISO-8859-1").features():
        geometry = feature.GetGeometryRef().Clone()
        geometry.FlattenTo2D()
        valid = geometry if geometry.IsValid() else geometry.MakeValid()
        for part in single_parts(valid):
            if part.GetGeometryName() == "POLYGON":
                whole.AddGeometry(part)
    land = settled(whole.UnionCascaded())  # many islands are in the source twice
    lakes, names = [], []
    for feature in Source("10m", "ocean", "ISO-8859-1").features():
        if feature["featurecla"] is None:
            areas = settled(feature.GetGeometryRef())
            lakes += areas
            names += [text(feature, "name")] * len(areas)
    land, lakes = generalised.generalised([land, lakes], TOLERANCE)
    layer = target.layer("land_10m", ogr.wkbNone, [("twkb", ogr.OFTBinary)],
                         "Natural Earth land 1:10m, lakes cut out, to 100 m; Tiny WKB")
    for area in land:
        add(layer, None, twkb=generalised.twkb(area))
    layer = target.layer("lakes_10m", ogr.wkbNone,
                         [("name", ogr.OFTString), ("twkb", ogr.OFTBinary)],
                         "Natural Earth lakes 1:10m, to 100 m; Tiny WKB")
    for area, name in zip(lakes, names):
        add(layer, None, name=name, twkb=generalised.twkb(area))


def joined(parts):
    line = ogr.Geometry(ogr.wkbLineString)
    for points in parts:
        for x, y in points:
            line.AddPoint_2D(x, y)
    return line


def yangtze_line(by_number):
    parts = []
    for number, index, flip in YANGTZE:
        points = single_parts(by_number[number])[index].GetPoints()
        points = [p[:2] for p in points]
        parts.append(points[::-1] if flip else points)
    return rounded(joined(parts))


def write_rivers(target):
    layer = target.layer(
        "rivers", ogr.wkbLineString,
        [("name", ogr.OFTString), ("scale_rank", ogr.OFTInteger), ("origin", ogr.OFTString)],
        "Natural Earth rivers 1:50m, Yangtze and Xijiang 1:10m; some curated")
    for feature in Source("50m", "rivers_lake_centerlines", "UTF-8").features():
        name = text(feature, "name")
        if "Yangtze" in name or name in YANGTZE_UPPER or name in ("Xi", "Xun"):
            continue  # these come from the 10m scale
        for part in single_parts(feature.GetGeometryRef()):
            line = rounded(part)
            if line is not None:
                add(layer, line, name=name, scale_rank=int(feature["scalerank"]),
                    origin="Natural Earth 1:50m")
    by_number = {}
    for feature in Source("10m", "rivers_lake_centerlines", "ISO-8859-1").features():
        geometry = feature.GetGeometryRef()
        by_number.setdefault(feature["rivernum"], geometry.Clone())
        xijiang = feature["rivernum"] in XIJIANG_NUMBERS
        if xijiang or text(feature, "name") in YANGTZE_UPPER:
            for part in single_parts(geometry):
                add(layer, rounded(part), name=text(feature, "name"),
                    scale_rank=4 if xijiang else 1, origin="Natural Earth 1:10m")
    add(layer, yangtze_line(by_number), name="Yangtze", scale_rank=1, origin="Natural Earth 1:10m")
    with open(CURATED, encoding="utf-8") as file:
        for feature in json.load(file)["features"]:
            add(layer, joined([feature["geometry"]["coordinates"]]),
                name=feature["properties"]["name"], origin="curated",
                scale_rank=feature["properties"]["scale_rank"])


def write_boundaries(target):
    layer = target.layer("boundaries", ogr.wkbLineString,
                         [("class", ogr.OFTString), ("featurecla", ogr.OFTString)],
                         "Natural Earth boundary lines 1:50m; schematic, not an authority")
    for feature in Source("50m", "admin_0_boundary_lines_land", "UTF-8").features():
        kind = BOUNDARY_CLASSES.get(feature["featurecla"])
        if kind is None:
            continue
        for part in single_parts(feature.GetGeometryRef()):
            add(layer, rounded(part), **{"class": kind, "featurecla": feature["featurecla"]})


def write_provinces(target):
    """Lines between provinces; districts of Hong Kong and counties of Taiwan are none."""
    layer = target.layer("provinces", ogr.wkbLineString, [("name", ogr.OFTString)],
                         "Natural Earth province lines of China 1:10m, to 100 m; schematic")
    for feature in Source("10m", "admin_1_states_provinces_lines", "UTF-8").features():
        if feature["adm0_a3"] == "CHN":
            for part in single_parts(feature.GetGeometryRef()):
                line = rounded(part)
                if line is not None:
                    points = [(round(x * generalised.UNITS), round(y * generalised.UNITS))
                              for x, y in line.GetPoints()]
                    kept = generalised.Arc(points, TOLERANCE).line()
                    add(layer, joined([[(x / generalised.UNITS, y / generalised.UNITS)
                                        for x, y in kept]]), name=text(feature, "name"))


def write_places(target):
    layer = target.layer(
        "places", ogr.wkbPoint,
        [("name", ogr.OFTString), ("population", ogr.OFTInteger), ("scale_rank", ogr.OFTInteger)],
        "Natural Earth populated places 1:10m, the more important ones")
    for feature in Source("10m", "populated_places_simple", "ISO-8859-1").features():
        if feature["scalerank"] <= MOST_MINOR_PLACE:
            add(layer, rounded(feature.GetGeometryRef()), name=text(feature, "name"),
                population=max(0, int(feature["pop_max"] or 0)),
                scale_rank=int(feature["scalerank"]))


def main():
    default = os.path.join(HERE, "basemap.gpkg")
    target = Target(sys.argv[1] if len(sys.argv) > 1 else default)
    for scale in ("50m", "110m"):
        write_land(target, scale)
    write_lakes(target)
    write_rivers(target)
    write_boundaries(target)
    write_provinces(target)
    write_places(target)
    write_fine_land_and_lakes(target)
    target.dataset.ExecuteSQL("VACUUM")


main()
