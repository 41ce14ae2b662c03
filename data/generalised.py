"""Generalises areas that share borders, and packs them: for data/prepare_basemap.py.

An area is a list of rings, the first its outside; a ring is a list of (x, y) in whole units of 1e-5
degrees, its first point not repeated. Borders are cut into arcs where they meet, each arc is
simplified once (Douglas & Peucker, The Canadian Cartographer 10 (1973), 112-122), so what was
shared stays shared. Then detail comes back wherever two arcs would cross or an island would end up
inside its neighbour, until there is no such place.
"""

import math

from osgeo import ogr

UNITS = 100000
METRES = math.radians(1.0) * 6371008.8 / UNITS  # of a unit along a meridian; mean radius (IUGG)
CELL = 4000  # units; a few segments to a cell


def scale_of_x(y):
    return math.cos(math.radians(y / UNITS))


class Arc:
    def __init__(self, points, tolerance):
        self.points = points
        self.closed = points[0] == points[-1]
        self.kept = {0, len(points) - 1}
        if self.closed:
            self.kept.add(self.farthest_from_start())
        for a, b in self.spans():
            self.simplify(a, b, tolerance)
        while self.closed and len(self.kept) < 4 and any([self.refine(a, b) for a, b in self.spans()]):
            pass

    def farthest_from_start(self):
        x0, y0 = self.points[0]
        k = scale_of_x(y0)
        return max(range(1, len(self.points) - 1),
                   key=lambda i: ((self.points[i][0] - x0) * k) ** 2 + (self.points[i][1] - y0) ** 2)

    def spans(self):
        kept = sorted(self.kept)
        return list(zip(kept, kept[1:]))

    def farthest(self, a, b):
        """The point between a and b that lies farthest from the line a-b: its index, metres."""
        (x0, y0), (x1, y1) = self.points[a], self.points[b]
        k = scale_of_x((y0 + y1) / 2)
        dx, dy = (x1 - x0) * k, y1 - y0
        square = dx * dx + dy * dy
        most, at = -1.0, -1
        for i in range(a + 1, b):
            px, py = (self.points[i][0] - x0) * k, self.points[i][1] - y0
            t = min(1.0, max(0.0, (px * dx + py * dy) / square)) if square > 0.0 else 0.0
            off = (px - t * dx) ** 2 + (py - t * dy) ** 2
            if off > most:
                most, at = off, i
        return at, math.sqrt(max(0.0, most)) * METRES

    def simplify(self, a, b, tolerance):
        work = [(a, b)]
        while work:
            a, b = work.pop()
            if b - a > 1:
                at, off = self.farthest(a, b)
                if off > tolerance:
                    self.kept.add(at)
                    work += [(a, at), (at, b)]

    def refine(self, a, b):
        """Brings back one point between a and b; says whether there was one."""
        if b - a < 2:
            return False
        self.kept.add(self.farthest(a, b)[0])
        return True

    def line(self):
        return [self.points[i] for i in sorted(self.kept)]


def junctions(rings):
    """Points where borders meet: their neighbours are not two."""
    neighbours = {}
    for ring in rings:
        for i, point in enumerate(ring):
            neighbours.setdefault(point, set()).update((ring[i - 1], ring[(i + 1) % len(ring)]))
    return {point for point, beside in neighbours.items() if len(beside) != 2}


def cut(ring, at):
    """The ring as arcs between junctions, each with whether it is used backwards."""
    starts = [i for i, point in enumerate(ring) if point in at]
    if not starts:
        i = ring.index(min(ring))
        whole = ring[i:] + ring[:i] + [ring[i]]
        backwards = whole[-2] < whole[1]
        return [(tuple(whole[::-1] if backwards else whole), backwards)]
    turned = ring[starts[0]:] + ring[:starts[0]] + [ring[starts[0]]]
    cuts = [i - starts[0] for i in starts] + [len(ring)]
    arcs = []
    for a, b in zip(cuts, cuts[1:]):
        piece = turned[a:b + 1]
        backwards = piece[::-1] < piece
        arcs.append((tuple(piece[::-1] if backwards else piece), backwards))
    return arcs


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def on(a, b, c):
    """Whether c lies on the segment a-b."""
    return (side(a, b, c) == 0 and min(a[0], b[0]) <= c[0] <= max(a[0], b[0])
            and min(a[1], b[1]) <= c[1] <= max(a[1], b[1]))


def conflict(a, b, c, d):
    """Whether two segments meet elsewhere than in a common end."""
    shared = {a, b} & {c, d}
    if len(shared) == 2:
        return True
    if shared:
        p = shared.pop()
        return on(a, b, c if d == p else d) or on(c, d, a if b == p else b)
    return ((side(a, b, c) > 0) != (side(a, b, d) > 0) and (side(c, d, a) > 0) != (side(c, d, b) > 0)
            or on(a, b, c) or on(a, b, d) or on(c, d, a) or on(c, d, b))


def crossings(arcs):
    """Spans (arc, a, b) that meet another."""
    cells, bad = {}, set()
    for number, arc in enumerate(arcs):
        for a, b in arc.spans():
            (x0, y0), (x1, y1) = p, q = arc.points[a], arc.points[b]
            box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            here = (number, a, b), p, q, box
            for cx in range(box[0] // CELL, box[2] // CELL + 1):
                for cy in range(box[1] // CELL, box[3] // CELL + 1):
                    others = cells.setdefault((cx, cy), [])
                    for span, r, s, other in others:
                        if (other[0] <= box[2] and box[0] <= other[2] and other[1] <= box[3]
                                and box[1] <= other[3] and conflict(p, q, r, s)):
                            bad.update((here[0], span))
                    others.append(here)
    return sorted(bad)


def to_ogr(area):
    polygon = ogr.Geometry(ogr.wkbPolygon)
    for ring in area:
        made = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring + ring[:1]:
            made.AddPoint_2D(x, y)
        polygon.AddGeometry(made)
    return polygon


def swallowed(areas):
    """(area, point): the point of another area's outside that has come to lie inside this one."""
    boxes = []
    for i, area in enumerate(areas):
        xs, ys = [p[0] for p in area[0]], [p[1] for p in area[0]]
        boxes.append((min(xs), max(xs), min(ys), max(ys), i))
    boxes.sort()
    found = []
    for west, east, south, north, i in boxes:
        inside = None
        for w, e, s, n, k in boxes:
            if w > east:
                break
            if e >= west and s <= north and n >= south and k != i and len(areas[i][0]) > 3:
                inside = inside or to_ogr(areas[i]).CreatePreparedGeometry()
                x, y = areas[k][0][0]
                point = ogr.Geometry(ogr.wkbPoint)
                point.AddPoint_2D(x, y)
                if west <= x <= east and south <= y <= north and inside.Contains(point):
                    found.append((i, (x, y)))
    return found


def around(arc, a, b, point):
    xs, ys = zip(*arc.points[a:b + 1])
    return min(xs) <= point[0] <= max(xs) and min(ys) <= point[1] <= max(ys)


def generalised(layers, tolerance):
    """Layers of areas, simplified to `tolerance` metres together."""
    at = junctions([ring for areas in layers for area in areas for ring in area])
    arcs, number_of = [], {}

    def arcs_of(ring):
        used = []
        for points, backwards in cut(ring, at):
            if points not in number_of:
                number_of[points] = len(arcs)
                arcs.append(Arc(points, tolerance))
            used.append((number_of[points], backwards))
        return used

    plan = [[[arcs_of(ring) for ring in area] for area in areas] for areas in layers]

    def built(used):
        ring = []
        for number, backwards in used:
            line = arcs[number].line()
            ring += (line[::-1] if backwards else line)[:-1]
        return ring

    while True:
        changed = [arcs[number].refine(a, b) for number, a, b in crossings(arcs)]
        result = [[[built(used) for used in area] for area in areas] for areas in plan]
        for areas, parts in zip(result, plan):
            for i, point in swallowed(areas):
                for number in {n for used in parts[i] for n, _ in used}:
                    changed += [arcs[number].refine(a, b) for a, b in arcs[number].spans()
                                if around(arcs[number], a, b, point)]
        if not any(changed):
            return result


def varint(value):
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


def twkb(area):
    """The area as Tiny WKB: https://github.com/TWKB/Specification, five decimals."""
    made = bytearray((3 | 10 << 4, 0))  # polygon, precision 5 in zigzag; no extras
    made += varint(len(area))
    x0 = y0 = 0
    for ring in area:
        made += varint(len(ring) + 1)
        for x, y in ring + ring[:1]:
            for step in (x - x0, y - y0):
                made += varint(step * 2 if step >= 0 else -step * 2 - 1)
            x0, y0 = x, y
    return bytes(made)
