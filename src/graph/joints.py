"""What joins two words of a text that white space or a left-out stretch separates: nothing, a space, or a new thought.

Where a format has a layout it says which words belong together; in plain text lines are judged by the eye: by their
width, by what ends them and by what begins the next.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.model import SourceText

BREAK = "\n"
"""What stands in a view between two lines of thought."""

ABBREVIATIONS = frozenset("amv aow btw eu ggz gps havo hbo ict it mbo mkb ov po tbs tv vo vwo wo wmo ww zzp".split())
"""Small-letter abbreviations that keep the hyphen they have at a line end: ``amv-`` / ``plekken``."""

_BLANK_LINE = re.compile(r"\n\s*\n")
_ITEM = re.compile(r"[•▪◦·*]|[-–—](?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s)")
_ROW = re.compile(r"[A-ZÀ-Þ0-9][^\n]{0,48}?(?<![\w.,])(?:€ ?)?\d+(?:[.,]\d+)*%?[ \t]*(?=\n|$)")
"""A short line with a number at its end, as in a flattened table: ``Noodopvang 29.790``."""

_CELLS = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=\)))[^\w\n]*"
    r"(?:[ \t]+(?:(?:[€<>-] ?)?\d+(?:[.,]\d+)*(?: ?%)?\*?|[–-]|n\.[a-z.]{2,4})){2,}[ \t]*$"
)
"""A line that ends in two cells or more: ``waarvan aspiranten 5.120 4.870``; two such lines are rows of a table."""

_REACH = 120
"""The characters at the end of a line in which its cells stand."""

_SUPERSCRIPT = re.compile(r"[23]\b")
_UNIT_OF_LENGTH = re.compile(r"\d.* [ck]?m$")
_GOES_ON = re.compile(
    r"(?:^|\s)(?:€|[Zz]o[’'`]n|[Dd]e|[Hh]et|[Ee]en|van|met|ruim|circa|ongeveer|bijna|tussen|minstens|maximaal|gemiddeld)\s*$"
)
"""What ends no thought: an article or a hedge at a line end, whose number opens the next."""

_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<![^\W_-])[^\W\d_]+-[^\W\d_]+(?![^\W_-])")
_ADDRESS = re.compile(r"(?:https?://|\bwww\.|\b[\w-]+\.(?:nl|com|org|eu|net|be)/)\S*[-/_.=&?%#~+]$")
"""An address that goes on: it ends in a sign that addresses are broken behind."""

_PREFIXES = frozenset("ex niet non oud".split())
"""What is written with a hyphen before any word: ``niet-`` / ``noodgevallen``."""

_COORDINATION = re.compile(r"(?:en|of|als|tot)\b")
_CLOSES = frozenset(".,;:)»?!")
"""What never begins a line: before it stood a raised footnote mark that is left out."""
_SHORT = 0.6
"""How much of the width of a text a line fills at least that goes on in the next."""

_GAPS_OF_FLAT = 400
"""Characters to a double space below which these stand for line ends."""

_LINES_OF_FLAT = 20
"""How many double spaces to a line feed show the same."""

_THOUGHT_ENDS = frozenset('.:;?!»”"')


def joint(source: SourceText, end: int, start: int, gap: str) -> str:
    """Say what joins two runs of characters.

    Args:
        source: the layer.
        end: where the first run ends.
        start: where the second begins.
        gap: the white space between them, without what is left out.

    Returns:
        Nothing, a space, `BREAK`, or ``-`` where the hyphen at the end of the first run goes.
    """
    if source.layout is not None:
        return _joint_in_layout(source, end, start, gap)
    return _joint_by_eye(source, end, start, gap)


def _joint_by_eye(source: SourceText, end: int, start: int, gap: str) -> str:
    """Say what joins two runs: nothing, a space, a break, or ``-`` where the hyphen at a line end goes."""
    text = source.text
    flat = is_flattened(text)
    follows = text[start : start + 4]
    if flat and gap == " " and text[end - 1] == "-" and text[end - 2].isalpha() and follows[0].isalpha():
        return _mended(text, text[text.rfind(" ", 0, end) + 1 : end], start) or ""
    if "\n" not in gap and not (flat and len(gap) > 1):
        return " " if gap else ""
    line = text[text.rfind("  " if flat else "\n", 0, end) + 1 : end].lstrip(" " if flat else "")
    if follows[0] in _CLOSES:
        return ""
    if (mended := _mended(text, line, start)) is not None:
        return mended
    if _SUPERSCRIPT.match(follows) and _UNIT_OF_LENGTH.search(line):
        return " "
    blank = len(gap) > 3 if flat else _BLANK_LINE.search(gap) is not None
    turned_page = any(end <= page <= start for page in source.page_starts[1:])
    if blank and not turned_page:
        return BREAK
    if line[-1] in _THOUGHT_ENDS:
        short = len(line) < _SHORT * _line_width(text)
        return BREAK if blank or line[-1] == ":" or short or _ITEM.match(follows) else " "
    if _is_row_of_cells(text, line, end, start):
        return BREAK
    if follows[0].islower() or _GOES_ON.search(line):
        return " "
    starts_anew = _ITEM.match(follows) or _ROW.match(text, start)
    return BREAK if starts_anew or len(line.strip()) < _SHORT * _line_width(text) else " "


def _is_row_of_cells(text: str, line: str, end: int, start: int) -> bool:
    """Whether a line ends in cells, and so does the one before or behind it: a row of a table goes on in no other."""
    if not (line[-1].isdigit() or line[-1] in "%*-–.") or not _CELLS.search(line[-_REACH:]):
        return False
    stop, top = text.find("\n", start), text.rfind("\n", 0, end)
    before = text[text.rfind("\n", 0, max(top, 0)) + 1 : max(top, 0)].rstrip()
    behind = text[start : stop if stop >= 0 else len(text)].rstrip()
    return any(_CELLS.search(row[-_REACH:]) for row in (behind, before))


def _joint_in_layout(source: SourceText, end: int, start: int, gap: str) -> str:
    """Say what joins two runs where the format says which words are one line of thought."""
    layout, text = source.layout, source.text
    if layout is None or not gap:
        return ""
    follows = text[start : start + 4]
    block = layout.block_at(end - 1)
    if block is not layout.block_at(start):
        return BREAK
    if follows[0] in _CLOSES and ("\n" in gap or len(gap) < start - end):
        return ""  # only what is left out, or a raised mark above the line, stood between
    line = text[max(text.rfind("\n", 0, end) + 1, block.span.start if block else 0) : end]
    if "\n" in gap and layout.wrapped:
        mended = _mended(text, line, start)
        if mended is not None:
            return mended
        if line.endswith("-") and not line.endswith(" -"):
            return ""
    # A note is in no block: its lines are one thought.
    meant = "\n" in gap and not layout.wrapped and block is not None and not follows[0].islower()
    return BREAK if meant else " "


@lru_cache(maxsize=8)
def is_flattened(text: str) -> bool:
    """Whether the line ends of a text were flattened to two spaces, and its blank lines to four or more."""
    return text.count("  ") > max(text.strip().count("\n") * _LINES_OF_FLAT, len(text) / _GAPS_OF_FLAT)


def _mended(text: str, line: str, start: int) -> str | None:
    """Say what joins a word or an address that was split at a line end; None where nothing was split.

    A hyphen stays in an address, before ``en``, in ``EU-`` and ``niet-``, and where the paper writes the same word with
    a hyphen inside a line; elsewhere the word is whole again.
    """
    if not (text[start].islower() or text[start].isdigit()):
        return None
    if _ADDRESS.search(line):
        return ""
    if not text[start].islower() or not line.endswith("-") or line.endswith(" -"):
        return None
    if _COORDINATION.match(text, start):
        return " "
    word, rest = _LAST_WORD.search(line), _FIRST_WORD.match(text, start)
    if word is None or not word[1].islower() or word[1] in ABBREVIATIONS or word[1] in _PREFIXES:
        return ""
    whole = f"{word[1]}-{rest.group() if rest else ''}".lower()
    return "" if whole in _hyphenated(text) else "-"


@lru_cache(maxsize=8)
def _hyphenated(text: str) -> frozenset[str]:
    """Give the words of a text that have a hyphen inside a line."""
    return frozenset(match.group().lower() for match in _COMPOUND.finditer(text))


@lru_cache(maxsize=8)
def _line_width(text: str) -> int:
    """Give the width at which the lines of a text were wrapped: what nine lines in ten do not exceed."""
    lines = text.split("  ") if is_flattened(text) else text.splitlines()
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    return widths[len(widths) * 9 // 10] if widths else 0
