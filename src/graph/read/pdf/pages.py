"""One page taken apart: furniture, tables, notes, and the regions of its running text in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.read.pdf.aligned import tables_of_figures
from graph.read.pdf.between import tables_between_rules
from graph.read.pdf.cells import Grid
from graph.read.pdf.columns import Region, regions_of
from graph.read.pdf.furniture import Leaf, furniture_of
from graph.read.pdf.grids import grids_of
from graph.read.pdf.manner import Manner, manner_of
from graph.read.pdf.notes import FootNote, apart, split_foot
from graph.read.pdf.shapes import Line, Sheet, Word, lines_of

_PART = 1.5
"""The white, in sizes of the type, that parts a footer from the page number beside it."""


@dataclass(slots=True)
class Page:
    """What a page holds.

    Attributes:
        sheet: the page itself.
        head: furniture above the text.
        body: tables and regions of text.
        notes: the notes that begin here.
        foot: furniture below the text.
    """

    sheet: Sheet
    head: list[str] = field(default_factory=list)
    body: list[Region | Grid] = field(default_factory=list)
    notes: list[FootNote] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


def pages_of(sheets: Sequence[Sheet]) -> tuple[list[Page], Manner]:
    """Take the pages of a paper apart; notes that run over pages are whole afterwards."""
    leaves = [
        Leaf(
            sheet.number,
            sheet.width,
            sheet.height,
            [part for line in lines_of(sheet.words) for part in line.parts(_PART)],
        )
        for sheet in sheets
    ]
    manner = manner_of((leaf.width, leaf.parts) for leaf in leaves)
    pages: list[Page] = []
    last: FootNote | None = None
    for sheet, leaf, furniture in zip(sheets, leaves, furniture_of(leaves, manner), strict=True):
        page = _page(sheet, leaf.parts, furniture, manner, last)
        pages.append(page)
        last = page.notes[-1] if page.notes else last
    return pages, manner


def _page(sheet: Sheet, parts: Sequence[Line], furniture: set[int], manner: Manner, last: FootNote | None) -> Page:
    """Take one page apart."""
    page = Page(sheet)
    for index in sorted(furniture):
        part = parts[index]
        edge = page.head if part.base < sheet.height / 2 else page.foot
        if edge and index - 1 in furniture and part.text.isdigit() and abs(parts[index - 1].base - part.base) < 1:
            edge[-1] += f" {part.text}"  # the page number at the end of a footer
        else:
            edge.append(part.text)
    words = [
        piece
        for index, part in enumerate(parts)
        if index not in furniture
        for word in part.words
        for piece in apart(word)
    ]
    lying = [_lying(text, box.x0, box.x1, box.top, box.bottom) for text, box in sheet.turned]
    grids = grids_of(sheet, [*words, *lying])
    words, turned = _outside(words, grids), _outside(lying, grids)
    page.foot += (word.text for word in turned)
    between = tables_between_rules(sheet, words, manner)
    words = _outside(words, between)
    words, foot = split_foot(words, sheet, manner, last)
    if last is not None:
        last.lines.extend(foot.goes_on)
    page.notes.extend(foot.notes)
    left, right = manner.column(sheet.width)
    figures = tables_of_figures(lines_of(word for word in words if left - 60 < word.x1 and word.x0 < right + 5), manner)
    page.body = list(_in_order(_outside(words, figures), [*grids, *between, *figures], manner))
    return page


def _lying(text: str, x0: float, x1: float, top: float, bottom: float) -> Word:
    """Give turned text as a word in the middle of its place."""
    size = min(x1 - x0, bottom - top)
    return Word(text, x0, x1, (top + bottom) / 2 + 0.3 * size, size, spaced=True)


def _outside(words: Sequence[Word], grids: Sequence[Grid]) -> list[Word]:
    """Give the words that stand in no table."""
    taken = {id(word) for grid in grids for row in grid.rows for cell in row for word in cell.words}
    return [word for word in words if id(word) not in taken] if taken else list(words)


def _in_order(words: Sequence[Word], grids: Sequence[Grid], manner: Manner) -> list[Region | Grid]:
    """Give the tables of a page and the text above, between and below them."""
    body: list[Region | Grid] = []
    rest = list(words)
    for grid in sorted(grids, key=lambda one: (one.box.top, one.box.x0)):
        middle = (grid.box.top + grid.box.bottom) / 2
        above = [word for word in rest if word.middle[1] < middle]
        rest = [word for word in rest if word.middle[1] >= middle]
        body += regions_of(above, manner.size)
        body.append(grid)
    return [*body, *regions_of(rest, manner.size)]
