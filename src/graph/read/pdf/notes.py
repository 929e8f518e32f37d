"""Notes at the foot of a page: where they begin, which lines are of one note, and where they are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.read.pdf.columns import regions_of
from graph.read.pdf.manner import Manner
from graph.read.pdf.shapes import Line, Sheet, Word, lines_of, spaced

_MARK = re.compile(r"\d{1,3}|[*†‡]{1,3}|[a-z]")
_SET_MARK = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_END = re.compile(rf"^(.*?)([{_SUPERSCRIPTS}]+)$", re.DOTALL)
_RULE = (30.0, 0.6)
"""How long the rule above notes is: at least so many points, at most so much of the text column."""

_AHEAD = 6
"""How many notes may be missing between two that are found."""


@dataclass(slots=True)
class FootNote:
    """A note: the page on which it begins, its mark, and its lines without it."""

    page: int
    mark: str
    lines: list[str] = field(default_factory=list)
    key: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """The notes of a page: the lines of the one that goes on from the page before, and those that begin."""

    goes_on: tuple[str, ...] = ()
    notes: tuple[FootNote, ...] = ()


def marks_of(word: Word) -> list[str]:
    """Give the marks that a raised word calls: ``1,2`` calls two."""
    if word.raised <= 0:
        return []
    marks = re.findall(r"\d{1,3}|[*†‡]{1,3}", unicodedata.normalize("NFKC", word.text))
    return marks or ([word.text] if re.fullmatch(r"[a-z]\)?", word.text) else [])


def apart(word: Word) -> list[Word]:
    """Give a word without the superscripts of Unicode at its end, and those as a raised word: ``Kamer¹``."""
    match = _RAISED_END.match(word.text)
    if not match or word.raised:
        return [word]
    share = word.x1 - (word.x1 - word.x0) * len(match[2]) / len(word.text)
    mark = Word(
        unicodedata.normalize("NFKC", match[2]), share, word.x1, word.base, word.size, word.bold, word.italic, raised=1
    )
    if not match[1]:
        return [Word(mark.text, word.x0, word.x1, word.base, word.size, word.bold, word.italic, word.spaced, 1)]
    head = Word(match[1], word.x0, share, word.base, word.size, word.bold, word.italic, word.spaced)
    return [head, mark]


def split_foot(words: Sequence[Word], sheet: Sheet, manner: Manner, last: FootNote | None) -> tuple[list[Word], Foot]:
    """Part the words of a page from its notes.

    Args:
        words: of the page, without furniture and tables.
        sheet: the page, for the rule above notes.
        manner: how the paper is set.
        last: the last note of the pages before, which may go on.

    Returns:
        The words of the running text, and the notes.
    """
    _, right = manner.column(sheet.width)
    lines = lines_of(word for word in words if word.x0 < right)
    begin = _begin(lines, sheet, manner, last)
    if begin is None:
        return list(words), Foot()
    top = lines[begin].top - 1
    below = [word for line in lines[begin:] for word in line.words]
    taken = set(map(id, below))
    rest = [word for word in words if id(word) not in taken]
    ordered = [line for region in regions_of(below, manner.size) for line in region.lines]
    return rest, _foot(ordered, sheet.number, last) if top > 0 else Foot()


def _begin(lines: Sequence[Line], sheet: Sheet, manner: Manner, last: FootNote | None) -> int | None:
    """Give the index of the first line of the notes; None where there are none."""
    called = {mark for line in lines for word in line.words[1:] for mark in marks_of(word)}
    small = len(lines)
    while small > 0 and manner.is_small(lines[small - 1].size):
        small -= 1
    ruled = _below_rule(lines, sheet, manner)
    if ruled is not None and ruled < small and _opens(lines[ruled], called, last):
        return ruled
    if small < len(lines):
        starts = [index for index in range(small, len(lines)) if _opens(lines[index], called, last)]
        if starts and _continues(lines, small, starts[0], ruled, last):
            return small
        if starts:
            return starts[0]
        return small if ruled == small and last is not None else None
    return _raised_block(lines, called, manner)


def _continues(lines: Sequence[Line], small: int, start: int, ruled: int | None, last: FootNote | None) -> bool:
    """Whether the small lines above the first mark go on with the note of the page before."""
    if start == small or last is None:
        return False
    close = lines[start].base - lines[start - 1].base < 1.9 * lines[start].size
    return ruled == small or (close and start - small <= 12)


def _below_rule(lines: Sequence[Line], sheet: Sheet, manner: Manner) -> int | None:
    """Give the first line below a short rule at the left of the text, in the lower part of the page."""
    left, right = manner.column(sheet.width)
    for rule in sorted(sheet.across, key=lambda box: -box.top):
        wide = rule.x1 - rule.x0
        if rule.top < 0.3 * sheet.height or not _RULE[0] <= wide <= _RULE[1] * (right - left):
            continue
        if abs(rule.x0 - left) > 40:
            continue
        below = [index for index, line in enumerate(lines) if line.base > rule.top]
        if below:
            return below[0]
    return None


def _opens(line: Line, called: set[str], last: FootNote | None) -> bool:
    """Whether a line begins with the mark of a note that is called here, or that is the next one."""
    mark, raised = mark_of(line)
    if mark is None:
        return False
    number = int(mark) if mark.isdigit() else None
    before = int(last.mark) if last is not None and last.mark.isdigit() else 0
    expected = number is not None and (number == 1 or before < number <= before + _AHEAD)
    return mark in called or (raised and (expected or number is None))


def _raised_block(lines: Sequence[Line], called: set[str], manner: Manner) -> int | None:
    """Give the first of the last lines of a page that begin with raised marks, set in the type of the text."""
    begin = None
    for index in range(len(lines) - 1, 0, -1):
        mark, raised = mark_of(lines[index])
        if raised and mark in called:
            begin = index
        step = lines[index].base - lines[index - 1].base
        if step > 1.6 * manner.leading(lines[index].size):
            break
    return begin if begin is not None and begin == index else None


def mark_of(line: Line) -> tuple[str | None, bool]:
    """Give the mark with which a line begins, and whether it is raised."""
    first = line.words[0]
    if first.raised > 0:
        marks = marks_of(first)
        return (marks[0], True) if len(marks) == 1 and len(line.words) > 1 else (None, False)
    match = _SET_MARK.fullmatch(first.text)
    return (match[1], False) if match and len(line.words) > 1 else (None, False)


def _foot(lines: Sequence[Line], page: int, last: FootNote | None) -> Foot:
    """Tell the notes apart."""
    goes_on: list[str] = []
    notes: list[FootNote] = []
    raised_marks = any(mark_of(line)[1] for line in lines)
    before = last
    for line in lines:
        mark, raised = mark_of(line)
        if mark is not None and (raised or (not raised_marks and _is_next(mark, before, bool(notes)))):
            before = FootNote(page, mark, [spaced(line.words[1:])])
            notes.append(before)
        elif notes:
            notes[-1].lines.append(line.text)
        else:
            goes_on.append(line.text)
    return Foot(tuple(goes_on), tuple(notes))


def _is_next(mark: str, before: FootNote | None, begun: bool) -> bool:
    """Whether a mark that is not raised goes on with the numbering; the first of a page may begin it."""
    if not mark.isdigit():
        return False
    number = int(mark)
    last = int(before.mark) if before is not None and before.mark.isdigit() else 0
    return last < number <= last + _AHEAD if begun else last < number <= last + _AHEAD or number == 1
