"""Tables of a page (HTML Living Standard, 4.9): rows, spans and headings; or only an arrangement of other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import BlockKind
from graph.read.content import TableCell
from graph.read.grid import Placed
from graph.read.html.elements import is_seen, name_of
from graph.read.trees import Element

if TYPE_CHECKING:
    from graph.read.html.reader import Place, Reader

_PARTS = ("thead", "tbody", "tfoot")
_INSIDE = frozenset({*_PARTS, "tr", "td", "th", "caption", "colgroup", "col"})


def read(table: Element, reader: Reader, place: Place) -> None:
    """Read a table; one with a table inside, or with words outside its cells, is read block by block."""
    if not _is_plain(table):
        reader.children(table, place)
        reader.flow.close(force=True)
        return
    for caption in table:
        if name_of(caption) == "caption" and is_seen(caption):
            reader.children(caption, place)
            reader.flow.close(BlockKind.HEADING, 3, force=True)
    rows = [
        [_cell(cell, reader, place, heading=heading) for cell in row if is_seen(cell)]
        for row, heading in _rows(table)
        if not reader.notes.is_note(row)
    ]
    reader.flow.table(reader.grids.table([row for row in rows if row]))


def _rows(table: Element) -> list[tuple[Element, bool]]:
    """Give the rows as a reader sees them, the foot last, and whether they are in the head."""
    direct = [(row, "tbody") for row in table if name_of(row) == "tr"]
    parts = [(row, name_of(part)) for part in table if name_of(part) in _PARTS and is_seen(part) for row in part]
    rows = sorted(direct + parts, key=lambda pair: _PARTS.index(pair[1]))
    return [(row, part == "thead") for row, part in rows if name_of(row) == "tr" and is_seen(row)]


def _cell(cell: Element, reader: Reader, place: Place, *, heading: bool) -> Placed:
    """Read a cell."""
    paragraphs = reader.apart(cell, place).paragraphs()
    rows, columns = _span(cell.get("rowspan"), least=0), _span(cell.get("colspan"), least=1)
    return Placed(TableCell(paragraphs, rows, columns, heading or name_of(cell) == "th"))


def _span(value: str | None, least: int) -> int:
    """Read a span; 1 where there is none or it is none."""
    digits = (value or "").strip()
    return max(int(digits), least) if digits.isdecimal() and len(digits) < 6 else 1


def _is_plain(table: Element) -> bool:
    """Whether all words of a table stand in its cells or caption, and no table in one."""
    if sum(1 for _ in table.iter("table")) > 1:
        return False
    level = [table]
    while level:
        if any((each.text or "").strip() or any((child.tail or "").strip() for child in each) for each in level):
            return False
        inside = [child for each in level for child in each if is_seen(child)]
        if any(name_of(child) not in _INSIDE for child in inside):
            return False
        level = [child for child in inside if name_of(child) in _PARTS or name_of(child) == "tr"]
    return True
