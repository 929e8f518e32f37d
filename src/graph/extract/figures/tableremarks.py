"""Remarks in a table: bare amounts in them are in the unit of the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.extract.figures.figure import Figure
from graph.extract.figures.numerals import canonical
from graph.extract.figures.scales import ONE, Scale, scale_of
from graph.extract.figures.tableshape import Shape


def scale_of_table(shape: Shape, told: Iterable[Scale]) -> Scale | None:
    """Give the euros that all amounts of a table are in, where it scales them and names no other scale.

    Args:
        shape: the table.
        told: what its title and announcement say.
    """
    heads = [scale_of(shape.grid.words(c))[0] for c in shape.grid.cells if c.row in shape.titles or c.row in shape.head]
    scales = {scale for scale in (*heads, *told) if scale.factor != ONE}
    scale = next(iter(scales)) if len(scales) == 1 else None
    return scale if scale and scale.unit == "EUR" else None


def in_scale(figures: Sequence[Figure], shape: Shape, scale: Scale) -> list[Figure]:
    """Give amounts in the remarks of a table its unit: "Betreft subsidie, waarvan 2,5 voor pilots".

    Only numbers with a comma that count nothing: a whole one may count what the remark speaks of.
    """
    grid = shape.grid
    last = grid.text.find("\n", grid.end)
    end = last if last >= 0 else len(grid.text)
    return [_scaled(f, scale) if grid.start <= f.quantity.start < end and _is_bare(f) else f for f in figures]


def _is_bare(figure: Figure) -> bool:
    numeral = figure.quantity.numeral
    bare = figure.quantity.unit == "count" and numeral.rule == "number" and "," in numeral.written
    return bare and "counted" not in figure.rules


def _scaled(figure: Figure, scale: Scale) -> Figure:
    numeral = figure.quantity.numeral
    high = None if numeral.high is None else canonical(numeral.high * scale.factor)
    numeral = replace(numeral, value=canonical(numeral.value * scale.factor), high=high)
    return replace(
        figure,
        quantity=replace(figure.quantity, numeral=numeral, unit=scale.unit or "EUR"),
        rules=(*figure.rules, "table-unit"),
    )
