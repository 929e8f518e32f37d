"""Tables read cell by cell: each number with what its column, its row and the words above the table say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.extract.figures.cellvalues import moved
from graph.extract.figures.figure import Context, Figure, Name, is_foreign
from graph.extract.figures.grid import GridCell
from graph.extract.figures.headings import Heading, Role, heading_of
from graph.extract.figures.quantities import Quantity
from graph.extract.figures.scales import Scale, scaled, speaks_of_money
from graph.extract.figures.scene import Framing
from graph.extract.figures.sentences import sentences
from graph.extract.figures.standing import status_of
from graph.extract.figures.tablenames import Naming
from graph.extract.figures.tableremarks import in_scale, scale_of_table
from graph.extract.figures.tableshape import Shape
from graph.extract.figures.tabletimes import Told, period_of, told_around
from graph.extract.figures.tabletopics import Topic, announced, topic_of
from graph.joints import BREAK
from graph.model import Authority, Period, Qualifier, Status

_OF_THE_ROW_ABOVE = re.compile(r"^(?:waarvan|w\.?v\.?|daarvan|hiervan)\b[\s:]*", re.IGNORECASE)
"""Rows that are a part of the last row that is none: "waarvan amv"."""


def figures_of_tables(
    shapes: Sequence[Shape],
    names: Sequence[Name],
    context: Context,
    asked: Callable[[], str],
    figures: Sequence[Figure],
) -> list[Figure]:
    """Read the tables of an answer; gives the figures of its sentences too, remarks in the unit of their table.

    Args:
        shapes: the tables, in the order of the text.
        names: the mentions in the answer.
        context: what a reader knows beforehand.
        asked: gives what the question asks the number of, where the table is about nothing else.
        figures: the figures of the sentences, in order.
    """
    found: list[Figure] = []
    told = list(figures)
    floor = 0
    for shape in shapes:
        grid = shape.grid
        titles = [grid.words(cell) for cell in grid.cells if cell.row in shape.titles]
        topic = topic_of(grid.text, grid.start, floor, titles, figures, context.day)
        found += _TableReading(shape, topic, names, context, asked, floor).read()
        if scale := scale_of_table(shape, topic.scales):
            told = in_scale(told, shape, scale)
        floor = grid.end
    return [*told, *found]


@dataclass
class _TableReading:
    """One table while it is read."""

    shape: Shape
    topic: Topic
    names: Sequence[Name]
    context: Context
    asked: Callable[[], str]
    floor: int

    def read(self) -> Iterator[Figure]:
        """Give the figures of its cells, in the order of the text."""
        for cell, quantities in self.shape.figures():
            columns, rows = self._columns(cell.column), self._rows(cell.row)
            for number, quantity in enumerate(quantities):
                if figure := self._figure(cell, quantity, columns, rows, share=number > 0):
                    yield figure

    def _figure(
        self, cell: GridCell, held: Quantity, columns: Sequence[Heading], rows: Sequence[Heading], *, share: bool
    ) -> Figure | None:
        more = [Heading(role=Role.SHARE, scale=Scale("percent"))] if share else []
        name = self._naming.named([*columns, *more], rows)
        if name is None:
            return None
        heads = [*reversed(columns), *reversed(rows), self._corner]
        money = any(speaks_of_money(head.label) for head in heads)
        money = money or (speaks_of_money(name.indicator) and not self.topic.counts)
        scales = [scale for scale in (*(head.scale for head in heads), *self.topic.scales) if scale != Scale()]
        quantity, changed = scaled(moved(held, cell.start), scales, money=money)
        period, period_rule = self._period(columns, rows)
        hedge = () if quantity.qualifier is Qualifier.EXACT else (quantity.qualifier.value,)
        unit = ("table-unit",) if changed else ()
        row = ("table-row-short",) if cell.placed else ()
        when = (period_rule,) if period else ()
        return Figure(
            quantity=quantity,
            sentence=self._sentence(cell),
            line=self.shape.grid.text.count(BREAK, 0, cell.start),
            framing=Framing("table-cell", None),
            head="",
            indicator=name.indicator,
            breakdown=name.breakdown,
            end=quantity.end,
            rules=(quantity.numeral.rule, *hedge, *unit, *row, "table-cell", name.rule, *when),
            periods=(period,) if period else (),
            status=self._status([*columns, *rows], period),
            place=self._place(cell),
        )

    @cached_property
    def _naming(self) -> Naming:
        text = self.shape.grid.text
        labels = {head.label for column in self.shape.columns for head in self._columns(column) if head.names}
        proper = {text[name.start : name.end] for name in self.names if text[name.start].isupper()}
        asked = self.asked() or announced(self.context.question, self.context.day)
        topic = replace(self.topic, label=self._undivided(self.topic.label))
        return Naming(topic, self._corner, self._undivided(asked), frozenset(labels), frozenset(proper))

    def _undivided(self, thing: str) -> str:
        """Leave out along what a thing is divided, where the corner names that: "vluchten per luchthaven"."""
        corner = self._corner.label
        return re.sub(rf" (?:per|naar) {re.escape(corner)}$", "", thing, flags=re.IGNORECASE) if corner else thing

    @cached_property
    def _foreign(self) -> list[Name]:
        return [name for name in self.names if is_foreign(name.mention.authority)]

    @cached_property
    def _corner(self) -> Heading:
        """Give the heading of the column of labels."""
        shape = self.shape
        cells = {c: None for row in shape.head for s in shape.stubs if (c := shape.grid.at(row, s))}
        return heading_of(" ".join(shape.grid.words(cell) for cell in cells), self.context.day)

    @cached_property
    def _sentences(self) -> dict[int, int]:
        return {s.line: index for index, s in reversed(list(enumerate(sentences(self.shape.grid.text))))}

    def _sentence(self, cell: GridCell) -> int:
        """Give the sentence that announces the table, else the first of the row."""
        if self.topic.sentence is not None:
            return self.topic.sentence
        return self._sentences[self.shape.grid.text.count(BREAK, 0, cell.start)]

    def _columns(self, column: int) -> list[Heading]:
        """Read the headings of a column, from top to bottom; one that spans all columns is the table's."""
        grid = self.shape.grid
        cells = {cell: None for row in self.shape.head if (cell := grid.at(row, column))}
        return [self._read(grid.words(cell)) for cell in cells]

    def _rows(self, row: int) -> list[Heading]:
        """Read the headings of a row: the group that it stands in, then its own."""
        labels = [*self._groups(row), *self._labels(row)]
        return [self._read(label) for label in labels if label]

    def _read(self, words: str) -> Heading:
        return heading_of(self._told.words(words), self.context.day)

    @cached_property
    def _told(self) -> Told:
        grid = self.shape.grid
        titles = [grid.words(cell) for cell in grid.cells if cell.row in self.shape.titles]
        return told_around(
            grid.text, grid.start, grid.end, self.floor, [*titles, self._corner.words, self.context.question]
        )

    def _labels(self, row: int) -> list[str]:
        """Give the labels of a row; a bare number is one of what the corner names: "slachthuizen 3"."""
        grid = self.shape.grid
        cells = {cell: None for stub in self.shape.stubs if (cell := grid.at(row, stub))}
        labels = [grid.words(cell) for cell in cells]
        labels = [
            f"{self._corner.words} {label.strip('. ')}".strip() if re.fullmatch(r"\d{1,3}\.?", label) else label
            for label in labels
        ]
        part = _OF_THE_ROW_ABOVE.match(labels[-1]) if labels else None
        if part is None:
            return labels
        own = labels[-1][part.end() :]
        return [*self._row_above(row), own] if own else labels

    def _row_above(self, row: int) -> list[str]:
        """Give the labels of the last row that is no part itself, where it is no total."""
        for above in range(row - 1, self.shape.body.start - 1, -1):
            cells = {c: None for stub in self.shape.stubs if (c := self.shape.grid.at(above, stub))}
            labels = [self.shape.grid.words(cell) for cell in cells]
            if labels and not _OF_THE_ROW_ABOVE.match(labels[-1]) and above not in self._group_rows:
                return [label for label in labels if self._read(label).names]
        return []

    @cached_property
    def _group_rows(self) -> dict[int, str]:
        """Give the rows without figures whose one label holds for the rows below."""
        shape, found = self.shape, {}
        for row in shape.body:
            cells = list(shape.grid.row(row))
            if len(cells) == 1 and cells[0].rows == 1 and not isinstance(shape.cells[cells[0]], tuple):
                found[row] = shape.grid.words(cells[0])
        return found

    def _groups(self, row: int) -> list[str]:
        """Give the group that a row stands in; the last total is of all groups."""
        above = [group for group in self._group_rows if group < row]
        last = row == self.shape.body.stop - 1 and any(
            self._read(label).role is Role.NOTHING and not self._read(label).period for label in self._labels_plain(row)
        )
        if not above or last:
            return []
        label = self._group_rows[above[-1]]
        if part := _OF_THE_ROW_ABOVE.match(label):
            return [*self._row_above(above[-1]), label[part.end() :]]
        return [label]

    def _labels_plain(self, row: int) -> list[str]:
        return [self.shape.grid.words(c) for stub in self.shape.stubs if (c := self.shape.grid.at(row, stub))]

    def _period(self, columns: Sequence[Heading], rows: Sequence[Heading]) -> tuple[Period, str]:
        table = self.topic.period, self.topic.period_rule
        return period_of(columns, rows, table, self._told.moment, self.context.day)

    def _status(self, headings: Sequence[Heading], period: Period) -> Status:
        own = next((heading.status for heading in headings if heading.status), self.topic.status)
        if own:
            return own
        return status_of("", 0, (period,) if period else (), self.context.day)

    def _place(self, cell: GridCell) -> Authority | None:
        """Give the country that a heading of a cell names, else the only one of the question."""
        shape = self.shape
        heads = [shape.grid.at(cell.row, stub) for stub in shape.stubs]
        heads += [shape.grid.at(row, cell.column) for row in shape.head]
        for head in filter(None, heads):
            for name in self._foreign:
                if head.start <= name.start and name.end <= head.end:
                    return name.mention.authority
        return self.context.places[0] if len(self.context.places) == 1 else None
