"""Lines to paragraphs: where one ends is seen from white, line fill, indentation, labels of items and type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import BlockKind
from graph.read.pdf.manner import Manner
from graph.read.pdf.shapes import Line, Word, spaced

_BULLET = re.compile(r"[•▪◦·■□►‣●○◆❖✓→*o–—-]")
_SURE_BULLET = re.compile(r"[•▪◦■□►‣●○◆❖✓→]")
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z](?=\)))[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?")
"""The label of an item: ``1.``, ``a)``, ``(iv)``, ``2.1``."""

_MARKER = re.compile(
    r"(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?: op)?(?: (?:de )?vra(?:ag|gen))?"
    r"(?:,? (?:en |t/m |tot en met )?\(?\d{1,3}(?:[a-z]|[-–]\d{1,3})?\)?)*:?"
)
"""A line that stands alone whatever its type: ``Vraag 1``, ``Antwoord op vraag 2 en 3:``, ``Vraag (4):``."""

_ENDS = re.compile(r"[.?!:;]['\"’”»)\]]*$")
_NEVER_HEADING = re.compile(r"[.?!;,]['\"’”»)\]]*(?: ?[\[(]?\d{1,3}[\])])*$")
"""How no heading ends: as a sentence does, also with the call of a note behind it."""

_TITLE = 0.12
"""How much of the column a line of a title may leave white at its end."""

_HALF = 0.4
"""How much of the column a line fills at least that its writer broke in mid-sentence; a shorter one is a line apart."""

_LONGEST_HEADING = 160
"""Characters: a heading is shorter than this."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph: its lines, on one page or more, with the page of each."""

    lines: tuple[Line, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """The column in which paragraphs are told apart: how the paper is set, and the right edge of the column."""

    manner: Manner
    right: float


def measure_of(lines: Sequence[Line], manner: Manner, width: float) -> Measure:
    """Give the measure of a column: its right edge is that of the running text, or that of its own longest lines."""
    _, right = manner.column(width)
    own = sorted(line.x1 for line in lines)
    longest = own[min(len(own) - 1, int(0.95 * len(own)))] if own else right
    if own and (longest > right + 5 or min(line.x0 for line in lines) > right - 60):
        right = longest
    filled = sum(line.x1 > right - 0.15 * (right - line.x0) for line in lines)
    if len(lines) >= 6 and not filled:
        right = longest
    return Measure(manner, right)


def drafts_of(lines: Sequence[Line], measure: Measure) -> list[Draft]:
    """Give the paragraphs of a column."""
    drafts: list[list[Line]] = []
    for line in lines:
        if drafts and goes_on(drafts[-1], line, measure):
            drafts[-1].append(line)
        else:
            drafts.append([line])
    return [draft_of(each, measure.manner) for each in drafts]


def draft_of(lines: Sequence[Line], manner: Manner) -> Draft:
    """Say what a paragraph is."""
    if label_of(lines[0]) and len(lines[0].words) > 1:
        return Draft(tuple(lines), BlockKind.ITEM, 1)
    text = " ".join(spaced(_plain(line)) for line in lines)
    large = all(line.size > 1.08 * manner.size for line in lines)
    bold = all(word.bold for line in lines for word in line.words if not word.raised)
    if (
        (large or bold)
        and len(lines) <= (3 if large else 2)
        and len(text) <= _LONGEST_HEADING
        and not _NEVER_HEADING.search(text)
    ):
        return Draft(tuple(lines), BlockKind.HEADING, 1 if large else 2)
    return Draft(tuple(lines))


def goes_on(draft: Sequence[Line], line: Line, measure: Measure, *, turned: bool = False) -> bool:
    """Whether a line goes on with a paragraph.

    Args:
        draft: the lines of the paragraph so far.
        line: the line that follows.
        measure: of its column.
        turned: whether a page or a column ends between them, so that distance says nothing.
    """
    last = draft[-1]
    if _MARKER.fullmatch(line.text) or _MARKER.fullmatch(last.text):
        return False
    if not turned and _is_apart(last, line, measure):
        return False
    if _differs(last, line):
        return False
    long = turned or last.x1 - last.x0 > _HALF * (measure.right - last.x0)
    if not _is_filled(draft, line, measure) and not (long and _in_mid_sentence(last, line)):
        return False
    if _opens_item(last, line):
        return False
    return turned or _is_aligned(draft, line)


def _is_apart(last: Line, line: Line, measure: Measure) -> bool:
    """Whether more white than usual lies between two lines."""
    leading = measure.manner.leading(max(last.size, line.size))
    return line.base - last.base > leading + max(2.0, 0.18 * leading)


def _differs(last: Line, line: Line) -> bool:
    """Whether two lines are set in different type: another size, or bold that ends or begins with the line."""
    if abs(last.size - line.size) > 0.08 * last.size:
        return True
    if last.bold == line.bold:
        return False
    one, other = _plain(last)[-1], _plain(line)[0]
    return one.bold != other.bold


def _in_mid_sentence(last: Line, line: Line) -> bool:
    """Whether a sentence does not end with one line and goes on with the next."""
    end, begin = _plain(last)[-1].text, _plain(line)[0].text
    return not _ENDS.search(end) and begin[:1].islower() and label_of(line) is None


def _plain(line: Line) -> Sequence[Word]:
    return [word for word in line.words if not word.raised] or line.words


def _is_filled(draft: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether the first word of the next line would not have fitted on the last one."""
    last = draft[-1]
    right = measure.right
    if last.bold and line.bold:  # a title, which is seldom broken where it must be
        right -= _TITLE * (right - last.x0)
    if len(draft) >= 3:  # a paragraph with a right edge of its own, as a quotation has
        own = sorted(each.x1 for each in draft)
        if own[-1] - own[1] < 0.12 * (own[-1] - draft[-1].x0):
            right = min(right, own[-1])
    words = _plain(line)
    first = words[0]
    end = first.x1
    for word in words[1:]:
        if word.follows(first):
            break
        end, first = word.x1, word
    return last.x1 + 0.25 * last.size + (end - words[0].x0) > right - 1.5


def label_of(line: Line) -> str | None:
    """Give the label with which a line begins an item; None where it does not."""
    first = line.words[0].text
    if line.words[0].raised or len(line.words) < 2:
        return None
    return first if _BULLET.fullmatch(first) or _LABEL.fullmatch(first) else None


def _opens_item(last: Line, line: Line) -> bool:
    """Whether a line opens a list item: a bullet, or a label that follows the end of a sentence or stands apart."""
    label = label_of(line)
    if label is None:
        return False
    if _SURE_BULLET.fullmatch(label) or _ENDS.search(last.text):
        return True
    gap = line.words[1].x0 - line.words[0].x1
    if gap > 0.7 * line.size:
        return True
    return label_of(last) is not None and abs(last.x0 - line.x0) < 1.5


def _is_aligned(draft: Sequence[Line], line: Line) -> bool:
    """Whether the left edge of a line is where the paragraph goes on."""
    last = draft[-1]
    slack = 0.45 * last.size
    if abs(line.x0 - last.x0) <= slack:
        return True
    if len(draft) > 1:
        return False
    if line.x0 < last.x0:  # the first line was indented
        return last.x0 - line.x0 < 4 * last.size and label_of(last) is None
    hangs = any(abs(word.x0 - line.x0) <= slack for word in last.words[1:4])
    return hangs and (label_of(last) is not None or line.x0 - last.x0 > 2 * last.size)
