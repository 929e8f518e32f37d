"""Paragraphs, tables and notes as `graph.read.content` has them, with the calls of notes where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import BlockKind
from graph.read.content import Call, Furniture, Inline, Note, PageBreak, Paragraph, Piece, TableCell, TableRows
from graph.read.pdf.cells import Cell, Grid
from graph.read.pdf.endnotes import Listed, take_endnotes
from graph.read.pdf.flow import Part, Placed, PlacedGrid, Run
from graph.read.pdf.manner import Manner
from graph.read.pdf.notes import FootNote, marks_of
from graph.read.pdf.paragraphs import Measure, drafts_of
from graph.read.pdf.shapes import Line, Word, lines_of, spaced

_LONG = 200
"""Characters: a cell with more holds prose, whose paragraphs are told apart."""

_LENGTH = re.compile(r"(?<![^\W\d_])[kcdm]?m$")
"""The end of ``12 m`` and ``12km``, but not of a word."""

_RAISED = re.compile(r"\d{1,3}|[*†‡]{1,3}|[a-z]|[^\d*†‡a-z]+")


@dataclass(frozen=True, slots=True)
class Calls:
    """Which note a mark calls: one on its page, or on the next, or at the end of the paper."""

    on_pages: dict[int, dict[str, str]]
    listed: Listed

    def note(self, mark: str, page: int) -> str | None:
        """Give the key of the note that a raised mark on a page calls."""
        for at in (page, page + 1):
            key = self.on_pages.get(at, {}).get(mark)
            if key is not None:
                return key
        return self.listed.notes[mark].key if mark in self.listed.notes else None


def pieces_of(parts: list[Part], manner: Manner) -> Iterator[Piece]:
    """Give the pieces of a paper.

    Args:
        parts: of the paper, in the order of reading.
        manner: how it is set, for the paragraphs in cells.
    """
    on_pages: dict[int, dict[str, str]] = {}
    for note in _foot_notes(parts):
        known = on_pages.setdefault(note.page, {})
        note.key = f"{note.page}-{note.mark}" if note.mark not in known else f"{note.page}-{note.mark}-{len(known)}"
        known.setdefault(note.mark, note.key)
    calls = Calls(on_pages, Listed({}))
    loose = {mark for mark, page in _marks(parts) if calls.note(mark, page) is None}
    calls = Calls(on_pages, take_endnotes(parts, loose))
    for part in parts:
        match part:
            case Run():
                yield _paragraph(part, calls)
            case PlacedGrid():
                yield _table(part.grid, part.page, calls, manner)
            case _:
                yield _aside(part)


def _foot_notes(parts: Iterable[Part]) -> Iterator[FootNote]:
    """Give the notes at the feet of pages."""
    for part in parts:
        if isinstance(part, FootNote):
            yield part
        elif isinstance(part, Run):
            yield from (each for each in part.content if isinstance(each, FootNote))


def _marks(parts: Iterable[Part]) -> Iterator[tuple[str, int]]:
    """Give the raised marks in running text, each with its page."""
    for part in parts:
        if isinstance(part, Run):
            for placed in part.content:
                if isinstance(placed, Placed):
                    for word in placed.line.words[1:]:
                        for mark in marks_of(word):
                            yield mark, placed.page


def _paragraph(run: Run, calls: Calls) -> Paragraph:
    """Write a paragraph."""
    content: list[Inline] = []
    after_line = False
    for each in run.content:
        if isinstance(each, Placed):
            if after_line:
                content.append("\n")
            content += _inlines(each.line.words, each.page, calls)
        else:
            content.append(_aside(each))
        after_line = isinstance(each, Placed)
    return Paragraph(_joined(content), run.kind, run.level)


def _aside(aside: FootNote | Furniture | PageBreak) -> Note | Furniture | PageBreak:
    """Write a note, a running head or the end of a page."""
    if isinstance(aside, FootNote):
        return Note(aside.key, aside.mark, ("\n".join(aside.lines),))
    return aside


def _inlines(words: Sequence[Word], page: int, calls: Calls) -> Iterator[Inline]:
    """Write the words of a line."""
    before: Word | None = None
    for word in words:
        if before is not None and word.follows(before):
            yield " "
        if word.raised > 0 and before is not None:
            yield from [word.text] if _is_power(word, before) else _raised(word, page, calls)
        else:
            yield from _listed_calls(word.text, calls, first=before is None)
        before = word


def _is_power(word: Word, before: Word) -> bool:
    """Whether a raised 2 or 3 belongs to a unit of length: ``m2``, ``km2``, ``m3``."""
    return word.text in ("2", "3") and _LENGTH.search(before.text) is not None


def _raised(word: Word, page: int, calls: Calls) -> Iterator[Inline]:
    """Write a raised word: the calls of notes in it, other raised letters as they are (``m2``)."""
    marks = set(marks_of(word))
    for piece in _RAISED.findall(word.text):
        note = calls.note(piece, page) if piece in marks else None
        yield Call(piece, note) if note is not None else piece


def _listed_calls(text: str, calls: Calls, *, first: bool) -> Iterator[Inline]:
    """Write a word, with the calls of notes at the end in it (``geraakt[1],``)."""
    at = 0
    if calls.listed.call is not None and not first:
        for match in calls.listed.call.finditer(text):
            if match[1] in calls.listed.notes:
                yield text[at : match.start()]
                yield Call(match[0], calls.listed.notes[match[1]].key)
                at = match.end()
    yield text[at:]


def _joined(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Join the text between calls and asides."""
    result: list[Inline] = []
    for each in content:
        if isinstance(each, str) and result and isinstance(result[-1], str):
            result[-1] += each
        elif each != "":
            result.append(each)
    return tuple(result)


def _table(grid: Grid, page: int, calls: Calls, manner: Manner) -> TableRows:
    """Write a table; where one of its cells holds prose, all are written paragraph by paragraph."""
    prose = any(len(spaced(cell.words)) > _LONG for row in grid.rows for cell in row)
    return TableRows(
        tuple(
            tuple(
                TableCell(tuple(_cell(cell, page, calls, manner, prose=prose)), cell.rows, cell.columns, cell.heading)
                for cell in row
            )
            for row in grid.rows
        )
    )


def _cell(cell: Cell, page: int, calls: Calls, manner: Manner, *, prose: bool) -> Iterator[Paragraph]:
    """Write the paragraphs of a cell."""
    lines = lines_of(cell.words)
    if not lines:
        return
    if not prose:
        yield Paragraph(_joined(_on_one_line(lines, page, calls)))
        return
    for draft in drafts_of(lines, Measure(manner, cell.right - 5)):
        run = Run([Placed(line, page) for line in draft.lines])
        if draft.kind is BlockKind.ITEM:
            run.kind, run.level = draft.kind, draft.level
        yield _paragraph(run, calls)


def _on_one_line(lines: Sequence[Line], page: int, calls: Calls) -> Iterator[Inline]:
    """Write the lines of a cell of figures on one line; a word that was split at a line end stays so."""
    for number, line in enumerate(lines):
        if number:
            yield "\n" if lines[number - 1].text.endswith("-") else " "
        yield from _inlines(line.words, page, calls)
