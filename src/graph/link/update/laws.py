"""Reads a list of laws: CSV with named columns, or the official list of BWB identifiers (``BWBIdList.xml``)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Protocol

from lxml import etree

from graph.errors import RegisterError
from graph.link.update.rows import BWB_ID, LawRow, OfficialList, Reading, RowError, check_days, clean, day


class Reader(Protocol):
    """A reader of CSV: rows of cells, and the line that it is in."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]:
        """Give the rows."""


_COLUMNS = {
    "bwb_id": ("bwb_id", "bwbid", "bwb-id", "id"),
    "title": ("title", "titel", "officiele_titel"),
    "citation_title": ("citation_title", "citeertitel"),
    "abbreviation": ("abbreviation", "afkorting"),
    "begin": ("begin", "inwerkingtreding", "inwerkingtredingsdatum"),
    "end": ("end", "vervaldatum"),
}
"""The columns of a CSV file, each with the names that it may have; several values in one cell are parted by ``;``."""

_NAMESPACE = "{http://schemas.overheid.nl/bwbidservice}"
_CITED = frozenset({"wet", "rijkswet", "AMvB", "KB", "rijksKB", "ministeriele-regeling", "verdrag"})
"""The types of the official list that papers cite by name; a law without a citation title is left out."""


def read_csv(text: str, file: str) -> OfficialList:
    """Read a CSV file of laws; its columns are parted by commas or semicolons.

    Raises:
        RegisterError: when it has no column with BWB identifiers, or none with titles.
    """
    head = text.partition("\n")[0]
    table = _rows(csv.reader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ","), file)
    _, names = next(table, (1, []))
    places = _places([clean(name).casefold() for name in names])
    if "bwb_id" not in places or not {"title", "citation_title"} & places.keys():
        raise RegisterError(f"{file}: this is no list of laws: it needs the columns bwb_id and title or citation_title")
    reading = Reading()
    laws = []
    for line, cells in table:
        values = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        try:
            law = _law(line, values)
            reading.first(law.bwb_id, line)
            laws.append(law)
        except RowError as error:
            reading.refuse(line, error)
    return OfficialList(file, laws=tuple(laws), refused=tuple(reading.refused))


def _rows(table: Reader, file: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold anything, each with its line.

    Raises:
        RegisterError: when it is no table.
    """
    try:
        yield from ((table.line_num, cells) for cells in table if any(cells))
    except csv.Error as error:
        raise RegisterError(f"{file}, line {table.line_num}: this is no CSV ({error}); save it again") from error


def _places(head: list[str]) -> dict[str, int]:
    """Give in which column each value stands."""
    found = {}
    for name, spelt in _COLUMNS.items():
        at = next((head.index(each) for each in spelt if each in head), None)
        if at is not None:
            found[name] = at
    return found


def _law(line: int, values: dict[str, str]) -> LawRow:
    """Read one law.

    Raises:
        RowError: when its identifier or a date is wrong, or it has no name.
    """
    bwb_id = clean(values.get("bwb_id", ""))
    if not BWB_ID.fullmatch(bwb_id):
        raise RowError(f"no BWB identifier (such as BWBR0011823): {bwb_id or 'the cell is empty'}")
    begin, end = day(values.get("begin", ""), "begin"), day(values.get("end", ""), "end")
    check_days(begin, end)
    title = clean(values.get("title", ""))
    cited = _several(values.get("citation_title", ""))
    if not title and not cited:
        raise RowError(f"{bwb_id} has no title")
    return LawRow(line, bwb_id, title, cited, _several(values.get("abbreviation", "")), begin, end)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for part in cell.split(";") if (found := clean(part))))


def read_bwb(data: bytes, file: str) -> OfficialList:
    """Read the official list of BWB identifiers; of a law that papers do not cite by name it only counts.

    Raises:
        RegisterError: when it is not that list.
    """
    reading = Reading()
    laws = []
    left_out = 0
    try:
        for line, values, kind in _regulations(data):
            if kind not in _CITED or not values["citation_title"]:
                left_out += 1
                continue
            try:
                law = _law(line, values)
                reading.first(law.bwb_id, line)
                laws.append(law)
            except RowError as error:
                reading.refuse(line, error)
    except etree.XMLSyntaxError as error:
        reason = clean(str(error.msg))
        raise RegisterError(f"{file}, line {error.lineno}: this is no XML ({reason}); download it again") from error
    if not laws and not left_out and not reading.refused:
        raise RegisterError(f"{file}: this is no list of BWB identifiers: it has no RegelingInfo")
    return OfficialList(file, laws=tuple(laws), refused=tuple(reading.refused), left_out=left_out)


def _regulations(data: bytes) -> Iterator[tuple[int, dict[str, str], str]]:
    """Give line, values and type of each law, without keeping the whole list in memory."""
    found = etree.iterparse(
        io.BytesIO(data), tag=f"{_NAMESPACE}RegelingInfo", resolve_entities=False, no_network=True, huge_tree=False
    )
    for _, node in found:
        values = {
            "bwb_id": _text(node, "BWBId"),
            "title": _text(node, "OfficieleTitel"),
            "citation_title": _text(node, "CiteertitelLijst", "Citeertitel", "titel"),
            "abbreviation": _text(node, "AfkortingLijst", "Afkorting"),
            "begin": _text(node, "InwerkingtredingsDatum"),
            "end": _text(node, "VervalDatum"),
        }
        yield int(node.sourceline or 1), values, clean(_text(node, "RegelingSoort"))
        node.clear()


def _text(node: etree._Element, *path: str) -> str:
    """Give the words of the elements at a path, parted by semicolons."""
    elements = node.iterfind("/".join(f"{_NAMESPACE}{name}" for name in path))
    return ";".join(words for element in elements if (words := clean(str(element.text or "")).replace(";", ",")))
