"""What is drawn on a page: the rules of its tables, and how much of it pictures cover."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from graph.read.pdf.shapes import Box
from graph.read.pdf.view import View

_THIN = 3.0
"""Points: how thick a rule may be; a filled rectangle that is thicker is an area, whose edges are rules."""

_TIGHT = 16.0
"""Points: an area that is lower marks the words of a line, and is no cell."""

_SHORT = 4.0
"""Points: below this a line is a dash or part of a drawing."""

_FAR = 20_000.0
"""Points: what lies further away, or nowhere, is no rule of a page."""

_MOST = 20_000
"""How many things are looked at on a page: a map has more, and no table."""

_CELLS = 1_000
"""How many coloured cells are compared."""

_DEEP = 6
"""How deep forms may lie in one another."""

_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """The rules of a page, its coloured areas and pictures, and how much of it (0 to 1) pictures cover."""

    across: tuple[Box, ...] = ()
    down: tuple[Box, ...] = ()
    areas: tuple[Box, ...] = ()
    pictured: float = 0.0


@dataclass(slots=True)
class _Canvas:
    """What is found while the objects of a page are walked."""

    view: View
    left: int = _MOST
    boxes: list[Box] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictured: float = 0.0


def read_drawn(page: object, view: View) -> Drawn:
    """Give the rules of a page, horizontal and vertical ones."""
    canvas = _Canvas(view)
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    _walk(canvas, objects, _SAME, 0)
    if canvas.left <= 0:
        return Drawn(areas=tuple(canvas.areas), pictured=canvas.pictured)
    across, down = [], []
    for box in [*canvas.boxes, *_edges(canvas.fills)]:
        if not (-_FAR < box.x0 and box.x1 < _FAR and -_FAR < box.top and box.bottom < _FAR):
            continue
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if high <= _THIN and wide >= _SHORT and wide > 2 * high:
            across.append(box)
        elif wide <= _THIN and high >= _SHORT and high > 2 * wide:
            down.append(box)
    return Drawn(tuple(across), tuple(down), tuple(canvas.areas), canvas.pictured)


def _edges(fills: list[Box]) -> Iterator[Box]:
    """Give the edges of coloured cells: areas that stand upon each other; a lone one is a background."""
    for one in fills[:_CELLS]:
        stacked = any(
            min(abs(one.top - other.bottom), abs(one.bottom - other.top)) < _THIN
            and min(one.x1, other.x1) - max(one.x0, other.x0) > 0
            for other in fills[:_CELLS]
        )
        if stacked:
            yield from (
                Box(one.x0, one.top, one.x1, one.top),
                Box(one.x0, one.bottom, one.x1, one.bottom),
                Box(one.x0, one.top, one.x0, one.bottom),
                Box(one.x1, one.top, one.x1, one.bottom),
            )


def _walk(canvas: _Canvas, objects: Iterator[object], matrix: _Matrix, depth: int) -> None:
    """Look at objects, and at those of forms inside them."""
    for each in objects:
        canvas.left -= 1
        if canvas.left <= 0:
            return
        kind: int = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(canvas, each, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _add_picture(canvas, each, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEP:
            inner = (
                pdfium.FPDFFormObj_GetObject(each, index) for index in range(pdfium.FPDFFormObj_CountObjects(each))
            )
            _walk(canvas, inner, _times(_matrix_of(each), matrix), depth + 1)


def _add_path(canvas: _Canvas, path: object, matrix: _Matrix) -> None:
    """Keep the straight stretches of a path that is seen."""
    filled, stroked = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(filled), byref(stroked))
    if not stroked.value and (not filled.value or is_white(path)):
        return
    segments: int = pdfium.FPDFPath_CountSegments(path)
    canvas.left -= segments
    if segments < 2 or canvas.left <= 0:
        return
    points = list(_points(path, segments, _times(_matrix_of(path), matrix), canvas.view))
    if filled.value:
        area = _around([point for _, point in points])
        if min(area.x1 - area.x0, area.bottom - area.top) <= _THIN:
            canvas.boxes.append(area)
            return
        if not is_white(path):
            canvas.areas.append(area)
        if not stroked.value:
            if area.bottom - area.top >= _TIGHT:
                canvas.fills.append(area)
            return
    last = points[0][1]
    for kind, point in points:
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            _add_stretch(canvas, last, point)
        last = point


def _points(path: object, segments: int, matrix: _Matrix, view: View) -> Iterator[tuple[int, tuple[float, float]]]:
    """Give the kind and the end of each stretch of a path; a closed one returns to its start."""
    x, y = c_float(), c_float()
    a, b, c, d, e, f = matrix
    start = (0.0, 0.0)
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind: int = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = view.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        yield kind, point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield pdfium.FPDF_SEGMENT_LINETO, start


def _around(points: list[tuple[float, float]]) -> Box:
    """Give the rectangle around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _add_stretch(canvas: _Canvas, one: tuple[float, float], other: tuple[float, float]) -> None:
    """Keep a stretch that runs straight across or straight down."""
    (ax, ay), (bx, by) = one, other
    if abs(ax - bx) < 0.5 or abs(ay - by) < 0.5:
        canvas.boxes.append(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))


def _add_picture(canvas: _Canvas, picture: object, matrix: _Matrix) -> None:
    """Count how much of the page a picture covers: the image of the unit square."""
    a, b, c, d, e, f = _times(_matrix_of(picture), matrix)
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    box = canvas.view.box(min(xs), min(ys), max(xs), max(ys))
    canvas.areas.append(box)
    width, height = canvas.view.extent
    wide = min(box.x1, width) - max(box.x0, 0.0)
    high = min(box.bottom, height) - max(box.top, 0.0)
    if wide > 0 and high > 0 and width * height > 0:
        canvas.pictured = min(1.0, canvas.pictured + wide * high / (width * height))


def is_white(path: object) -> bool:
    """Whether an area or a letter is filled with white, and so is not seen on paper."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(alpha)):
        return False
    return min(red.value, green.value, blue.value) >= 0xFA or alpha.value == 0


def _matrix_of(each: object) -> _Matrix:
    """Give how an object is placed."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(each, byref(matrix)):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """Give one placing inside another."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
