"""What the page of an indicator shows: its lines by unit, each as a table, and those of a unit together as a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from markupsafe import Markup

from graph.web.marks import anchor
from graph.web.meta import script_json
from graph.web.series import Line, Moment, Point, Series
from graph.web.words import Words

TABLES = 40
"""How many lines a page shows as tables; the CSV has all."""

LINES = 6
"""How many lines a chart has: more cannot be told apart. The total, and those with most figures."""


@dataclass(frozen=True)
class Row:
    """A row of a table: a figure, and whether others say something else of the same period.

    Attributes:
        point: the figure.
        period: as people say it.
        amount: the value or range, with its unit.
        hedge: how sure it is; empty for exact.
        standing: whether it was realised, expected, required or budgeted.
        differing: whether the statements about this period differ.
        rows: over how many rows the cell of the period stretches; 0 where that of an earlier row does.
        place: the address of its words in the page of its paper.
    """

    point: Point
    period: str
    amount: str
    hedge: str
    standing: str
    differing: bool
    rows: int
    place: str


@dataclass(frozen=True)
class Table:
    """A line of the indicator as a table."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Group:
    """The lines in one unit: a chart of the most telling ones, and a table for each.

    Attributes:
        unit: as people say it; empty for things that are counted.
        tables: one for each line.
        drawn: what the chart is drawn from, as JSON; empty where there is nothing to draw.
    """

    unit: str
    tables: tuple[Table, ...]
    drawn: Markup


@dataclass(frozen=True)
class _Drawn:
    """A point of a chart; `web/src/chart.ts` reads it."""

    line: str
    start: str | None
    end: str | None
    value: float
    max: float | None
    lower: float | None
    upper: float | None
    forecast: bool
    href: str
    title: str


@dataclass(frozen=True)
class Drawing:
    """The points of a chart, its unit, and what it is called."""

    points: tuple[_Drawn, ...]
    unit: str
    label: str
    language: str


class Showing:
    """Shows the series of an indicator.

    Args:
        words: writes values in the language of the page.
        path_of: gives the address of the page of an IRI.
    """

    def __init__(self, words: Words, path_of: Callable[[str], str]) -> None:
        self._words = words
        self._path_of = path_of

    def groups(self, series: Series) -> tuple[Group, ...]:
        """Group the lines by unit, those units first that have the first lines."""
        units = dict.fromkeys(line.unit for line in series.lines)
        left = TABLES
        found = []
        for unit in units:
            lines = [line for line in series.lines if line.unit == unit]
            tables = tuple(self._table(line) for line in lines[:left])
            left = max(0, left - len(lines))
            found.append(Group(self._words.unit(unit), tables, self._drawn(series, lines)))
        return tuple(group for group in found if group.tables)

    def _table(self, line: Line) -> Table:
        return Table(self.name(line), tuple(row for moment in line.moments for row in self._rows(moment, line.unit)))

    def name(self, line: Line) -> str:
        """Give what a line is called: its part and its country, or that it is the total."""
        total = line.breakdown.iri.endswith("/breakdown/total")
        part = self._words.language.gettext("totaal") if total else line.breakdown.name
        return f"{part} ({line.place.name})" if line.place else part

    def _rows(self, moment: Moment, unit: str) -> Iterator[Row]:
        for number, point in enumerate(moment.points):
            said = _Said(point, unit)
            yield Row(
                point,
                self._words.period_of(said),
                self._words.amount(said),
                self._words.hedge(said),
                self._words.standing(said),
                moment.differing,
                len(moment.points) if number == 0 else 0,
                self._place(point),
            )

    def _place(self, point: Point) -> str:
        """Give the address of the words of a figure in its paper."""
        return f"{self._path_of(point.document.iri)}#{anchor(point.document.iri, point.figure)}"

    def _drawn(self, series: Series, lines: Sequence[Line]) -> Markup:
        dated = [(line, [*_dated(line)]) for line in lines]
        telling = sorted((each for each in dated if len(each[1]) > 1), key=lambda each: -len(each[1]))
        points = tuple(self._point(line, point) for line, found in telling[:LINES] for point in found)
        if not points:
            return Markup()
        unit = self._words.unit(lines[0].unit)
        return script_json(asdict(Drawing(points, unit, series.indicator.name, self._words.language.code)))

    def _point(self, line: Line, point: Point) -> _Drawn:
        said = _Said(point, line.unit)
        told = f"{self._words.hedge(said)} {self._words.amount(said)}, {self._words.period_of(said)}".strip()
        return _Drawn(
            line=self.name(line),
            start=point.start,
            end=point.end,
            value=float(point.value),
            max=_float(point.value_max),
            lower=_float(point.lower),
            upper=_float(point.upper),
            forecast=point.forecast,
            href=self._place(point),
            title=f"{self.name(line)}: {told}. {point.document.name}",
        )


@dataclass(frozen=True)
class _Said:
    """A point with its unit, as `Words` writes it out."""

    point: Point
    unit: str

    @property
    def value(self) -> str:
        return self.point.value

    @property
    def value_max(self) -> str | None:
        return self.point.value_max

    @property
    def qualifier(self) -> str:
        return self.point.qualifier

    @property
    def status(self) -> str:
        return self.point.status

    @property
    def period_start(self) -> str | None:
        return self.point.start

    @property
    def period_end(self) -> str | None:
        return self.point.end


def _dated(line: Line) -> Iterable[Point]:
    return (point for moment in line.moments if moment.start or moment.end for point in moment.points)


def _float(text: str | None) -> float | None:
    return None if text is None else float(text)
