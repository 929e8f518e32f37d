"""CALS tables (OASIS TR 9901) of an official publication: ``tgroup``, ``colspec``, ``namest``, ``morerows``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import BlockKind
from graph.read.content import TableCell
from graph.read.grid import Placed
from graph.read.trees import Element
from graph.read.xml import vocabulary as names
from graph.read.xml.elements import name_of

if TYPE_CHECKING:
    from graph.read.xml.reader import Place, Reader

_PARTS = ("thead", "tbody", "tfoot")


def read(table: Element, reader: Reader, place: Place) -> None:
    """Read a table: its title, its rows, and the notes that belong to it.

    A table that has words outside its entries, or a table inside an entry, only arranges what is in it: that is read
    block by block.
    """
    reader.flow.text(table.text)
    for child in table:
        name = name_of(child)
        if name == "title":
            reader.flow.close()
            reader.line(child)
            reader.flow.close(BlockKind.HEADING, 2 + place.sections, force=True)
        elif name == "tgroup" and _is_plain(child):
            reader.flow.table(reader.grids.table(_rows(child, reader, place)))
        elif name and name not in names.SKIPPED:
            reader.flow.close()
            reader.children(child, place)
            reader.flow.close(force=True)
        reader.flow.text(child.tail)
    reader.flow.close(force=True)
    reader.flow.pieces.extend(reader.notes.of_table())


def _rows(group: Element, reader: Reader, place: Place) -> list[list[Placed]]:
    """Give the rows as a reader sees them, the foot last."""
    columns = _columns(group)
    spans = {spec.get("spanname", ""): spec for spec in group if name_of(spec) == "spanspec"}
    parts = sorted((part for part in group if name_of(part) in _PARTS), key=lambda part: _PARTS.index(name_of(part)))
    return [
        [_cell(entry, reader, place, columns, spans, heading=name_of(part) == "thead") for entry in row]
        for part in parts
        for row in part
        if name_of(row) == "row"
    ]


def _cell(
    entry: Element,
    reader: Reader,
    place: Place,
    columns: dict[str, int],
    spans: dict[str, Element],
    *,
    heading: bool,
) -> Placed:
    """Read an entry, and say where it stands."""
    span = spans.get(entry.get("spanname", ""), entry)
    first = columns.get(span.get("namest") or entry.get("colname") or "")
    last = columns.get(span.get("nameend") or "")
    wide = last - first + 1 if first is not None and last is not None and last >= first else 1
    paragraphs = reader.apart(entry, place).paragraphs()
    return Placed(TableCell(paragraphs, 1 + _count(entry.get("morerows")), wide, heading), first)


def _columns(group: Element) -> dict[str, int]:
    """Give the places of the columns by their names."""
    columns: dict[str, int] = {}
    for spec in group:
        if name_of(spec) == "colspec":
            given = _count(spec.get("colnum"))
            columns.setdefault(spec.get("colname", ""), given - 1 if given else len(columns))
    return columns


def _count(value: str | None) -> int:
    """Read a whole number; 0 where there is none."""
    return int(value) if value and value.isdecimal() and len(value) < 6 else 0


def _is_plain(group: Element) -> bool:
    """Whether all words of a group stand in entries, and no table in one."""
    level = [group]
    while level:
        if any((each.text or "").strip() or any((child.tail or "").strip() for child in each) for each in level):
            return False
        inside = [child for each in level for child in each if name_of(child) not in names.SKIPPED]
        if any(name_of(child) not in names.TABLES and name_of(child) != "entry" for child in inside):
            return False
        level = [child for child in inside if name_of(child) != "entry"]
    return next(group.iter("{*}table", "{*}entrytbl"), None) is None
