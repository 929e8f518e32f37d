"""Readable views of a stretch of the layer that map back to it: cleaning without rewriting (DESIGN section 3).

A view has single spaces inside a line of thought and a line feed between two: paragraphs, list items, rows of a
flattened table. Page furniture, footnote marks and notes are left out, words that were split at a line end are whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Footnote, Report, SourceText, Span

BREAK = "\n"
"""What stands in a view between two lines of thought."""

ABBREVIATIONS = frozenset("amv aow btw eu ggz gps havo hbo ict it mbo mkb ov po tbs tv vo vwo wo wmo ww zzp".split())
"""Small-letter abbreviations that keep the hyphen they have at a line end: ``amv-`` / ``plekken``."""

_RUN = re.compile(r"\S+")
_BLANK_LINE = re.compile(r"\n\s*\n")
_ITEM = re.compile(r"[•▪◦·*]|[-–—](?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s)")
_ROW = re.compile(r"[A-ZÀ-Þ0-9][^\n]{0,48}?(?<![\w.,])(?:€ ?)?\d+(?:[.,]\d+)*%?[ \t]*(?=\n|$)")
"""A short line with a number at its end, as in a flattened table: ``Noodopvang 29.790``."""

_SUPERSCRIPT = re.compile(r"[23]\b")
_UNIT_OF_LENGTH = re.compile(r"\d.* [ck]?m$")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
_COORDINATION = re.compile(r"(?:en|of|als|tot)\b")
_CLOSES = frozenset(".,;:)»?!")
"""What never begins a line: before it stood a raised footnote mark that is left out."""
_THOUGHT_ENDS = frozenset('.:;?!»”"')


_NEAR = 8
"""How far behind the last word of a text the mark of its note may stand."""


@dataclass(frozen=True)
class View:
    """A cleaned text and, for each of its characters, the offset in the layer that it came from."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Give the span in the layer of ``text[start:end]``, which must not be empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def inside(self, span: Span) -> Span:
        """Give where in the view a span of the layer stands."""
        start = self.index(span.start)
        return Span(start, max(start, self.index(span.end - 1) + 1))

    def text_of(self, span: Span) -> str:
        """Give the words of a span of the layer as they read in the view."""
        inside = self.inside(span)
        return self.text[inside.start : inside.end]

    def index(self, offset: int) -> int:
        """Give the first index of the view whose character lies at or after an offset of the layer."""
        return bisect_left(self.offsets, offset)


def view_of(report: Report, span: Span) -> View:
    """Give the running text of a question, an answer or a note: without furniture, footnote marks and other notes."""
    holes = [*report.furniture, *report.calls, *(note.span for note in report.footnotes)]
    return view(report.source, span, (hole for hole in holes if not hole.holds(span)))


def notes_of(report: Report, host: Span) -> Iterator[Footnote]:
    """Give the notes of a question or answer: those that it calls, and those without a call that stand in it."""
    return (note for note in report.footnotes if _calls(report, host, note))


def _calls(report: Report, host: Span, note: Footnote) -> bool:
    """Whether a text calls a note, in itself or right behind its last word; a note without call is where it stands."""
    if note.call is None:
        return host.holds(note.span)
    if host.end <= note.call.start < host.end + _NEAR:
        return not report.source.text[host.end : note.call.start].strip(" .,;:?!»”)\n[^")
    return host.holds(note.call)


def view(source: SourceText, span: Span, leave_out: Iterable[Span] = ()) -> View:
    r"""Make a view of a span without the stretches to leave out.

    >>> paper = SourceText("Er zijn in 2024 asielaan-\nvragen  \ngedaan.\n\nBron: IND", "a.txt", "text/plain", "")
    >>> view(paper, Span(0, 53)).text
    'Er zijn in 2024 asielaanvragen gedaan.\nBron: IND'
    """
    return _view(source, span, tuple(leave_out))


@lru_cache(maxsize=512)
def _view(source: SourceText, span: Span, leave_out: tuple[Span, ...]) -> View:
    """Make a view; kept, because names, figures and non-answers are read from the same ones."""
    text = source.text
    joint_of = _joint if source.layout is None else _joint_in_layout
    letters: list[str] = []
    offsets: list[int] = []
    end = span.start
    for start, stop, gap in _runs(text, span, leave_out):
        joint = joint_of(source, end, start, gap) if letters else ""
        if joint == "-":
            letters.pop()
            offsets.pop()
        elif joint:
            letters.append(joint)
            offsets.append(end)
        letters.extend(text[start:stop])
        offsets.extend(range(start, stop))
        end = stop
    return View("".join(letters), tuple(offsets))


def _runs(text: str, span: Span, leave_out: Iterable[Span]) -> Iterable[tuple[int, int, str]]:
    """Give the runs of characters that are kept, each with the white space before it (holes left out)."""
    gap = ""
    at = span.start
    for hole in [*sorted(hole for hole in leave_out if hole.overlaps(span)), Span(span.end, span.end)]:
        for run in _RUN.finditer(text, at, max(at, hole.start)):
            yield run.start(), run.end(), gap + text[at : run.start()]
            gap, at = "", run.end()
        gap += text[at : hole.start]
        at = max(at, hole.end)


def _joint(source: SourceText, end: int, start: int, gap: str) -> str:
    """Say what joins two runs: nothing, a space, a break, or ``-`` where the hyphen at a line end goes."""
    text = source.text
    flat = is_flattened(text)
    follows = text[start : start + 12]
    if flat and gap == " " and text[end - 1] == "-" and text[end - 2].isalpha() and follows[0].isalpha():
        return _hyphen(text[text.rfind(" ", 0, end) + 1 : end], follows) if follows[0].islower() else ""
    if "\n" not in gap and not (flat and len(gap) > 1):
        return " " if gap else ""
    line = text[text.rfind("  " if flat else "\n", 0, end) + 1 : end].lstrip(" " if flat else "")
    if follows[0] in _CLOSES:
        return ""
    if line.endswith("-") and not line.endswith(" -") and follows[0].islower():
        return _hyphen(line, follows)
    if _SUPERSCRIPT.match(follows) and _UNIT_OF_LENGTH.search(line):
        return " "
    blank = len(gap) > 3 if flat else _BLANK_LINE.search(gap) is not None
    turned_page = any(end <= page <= start for page in source.page_starts[1:])
    if blank and not turned_page:
        return BREAK
    if line[-1] in _THOUGHT_ENDS:
        short = len(line) < 0.6 * _line_width(text)
        return BREAK if blank or line[-1] == ":" or short or _ITEM.match(follows) else " "
    if follows[0].islower():
        return " "
    starts_anew = _ITEM.match(follows) or _ROW.match(text, start)
    return BREAK if starts_anew or len(line.strip()) < 0.6 * _line_width(text) else " "


def _joint_in_layout(source: SourceText, end: int, start: int, gap: str) -> str:
    """Say what joins two runs where the format says which words are one line of thought."""
    layout, text = source.layout, source.text
    if layout is None or not gap:
        return ""
    follows = text[start : start + 12]
    block = layout.block_at(end - 1)
    if block is not layout.block_at(start):
        return BREAK
    if follows[0] in _CLOSES and "\n" in gap:
        return ""
    line = text[max(text.rfind("\n", 0, end) + 1, block.span.start if block else 0) : end]
    if "\n" in gap and layout.wrapped and line.endswith("-") and not line.endswith(" -"):
        return _hyphen(line, follows) if follows[0].islower() else ""
    # A note is in no block: its lines are one thought.
    meant = "\n" in gap and not layout.wrapped and block is not None and not follows[0].islower()
    return BREAK if meant else " "


@lru_cache(maxsize=8)
def is_flattened(text: str) -> bool:
    """Whether the line ends of a text were flattened to two spaces, and its blank lines to four or more."""
    return text.count("  ") > max(text.strip().count("\n") * 20, len(text) / 400)


def _hyphen(line: str, follows: str) -> str:
    """Say what becomes of a hyphen at a line end: a word is whole again, ``EU-`` and ``jeugd-`` / ``en`` keep it."""
    if _COORDINATION.match(follows):
        return " "
    word = _LAST_WORD.search(line)
    keeps = word is None or not word.group(1).islower() or word.group(1) in ABBREVIATIONS
    return "" if keeps else "-"


@lru_cache(maxsize=8)
def _line_width(text: str) -> int:
    """Give the width at which the lines of a text were wrapped: what nine lines in ten do not exceed."""
    lines = text.split("  ") if is_flattened(text) else text.splitlines()
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    return widths[len(widths) * 9 // 10] if widths else 0
