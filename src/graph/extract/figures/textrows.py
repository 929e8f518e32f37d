"""Rows of tables in running text: a short label and the numbers behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extract.figures import lexicon
from graph.extract.figures.sentences import ABBREVIATIONS
from graph.joints import BREAK

NUMBER = (
    r"(?:-/- ?)?(?:[<>] ?|(?:minder|meer) dan |circa |ca\. ?)?(?:€ ?)?(?:-/- ?|[-−+](?=\d))?\d+(?:[.,]\d+)*(?: ?%)?\*?"
    r"(?: \(\d{1,3}(?:,\d+)? ?%\))?"
)
CELL = rf"(?:{NUMBER}|[-–—*]|(?:PM|pm|n\.v\.t\.|nvt|n\.b\.)(?!\w))"
ONE_CELL = re.compile(CELL)
YEAR = re.compile(r"(?:19|20)\d\d")

_CELLS = re.compile(rf"(?:^|(?<=[\s:])){CELL}(?: {CELL})*$")
_COUNTED = re.compile(rf"(?:^|(?<=[\s:])){NUMBER} (?P<noun>[a-zà-ÿ-]{{3,}})(?: {NUMBER} (?P=noun))+$")
"""Cells that each say what they count: "12 personen 15 personen"."""

_SENTENCE_ENDS = re.compile(r"[.?!][»”\"')]? (?=[A-ZÀ-Þ])")
_LABEL_WORDS = 10
_WORD_REACH = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text: the number of the line it is on, its label and its cells, in the offsets of the view."""

    line: int
    label: tuple[int, int]
    cells: tuple[tuple[int, int], ...]


def lines_of(text: str) -> list[tuple[int, int]]:
    r"""Give where each line of a text begins and ends.

    >>> lines_of("Soort 2023\nRegulier 5")
    [(0, 10), (11, 21)]
    """
    lines, at = [], 0
    for line in text.split(BREAK):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def row_of(text: str, number: int, line: tuple[int, int]) -> Row | None:
    """Read a line as a row: a short label and numbers up to its end; a year before other numbers is a label.

    Args:
        text: the text of a view.
        number: the number of the line.
        line: where it begins and ends.
    """
    start, end = line
    line_text = text[start:end].rstrip()
    match = _CELLS.search(line_text) or _COUNTED.search(line_text)
    if match is None:
        return None
    first = start + match.start()
    one = re.compile(rf"{NUMBER} {match['noun']}") if match.re is _COUNTED else ONE_CELL
    cells = [(first + cell.start(), first + cell.end()) for cell in one.finditer(match.group())]
    label = (start, start + len(text[start:first].rstrip()))
    if label[0] == label[1] and len(cells) > 1 and YEAR.fullmatch(text[slice(*cells[0])].rstrip("*")):
        label, cells = cells[0], cells[1:]
    words = text[slice(*label)]
    if all(YEAR.fullmatch(text[slice(*cell)]) for cell in cells):
        return None
    if not words or len(words.split()) > _LABEL_WORDS or _SENTENCE_ENDS.search(words):
        return None
    if len(cells) == 1 and (not words[0].isalnum() or has_verb(words)):
        return None
    return Row(number, label, tuple(cells))


def is_bare(line: str) -> bool:
    """Whether a line holds numbers and nothing else, and more than the year of a group of rows."""
    return _CELLS.fullmatch(line.strip()) is not None and not YEAR.fullmatch(line.strip())


def has_verb(words: str) -> bool:
    """Whether a verb is among words: they are no label then."""
    return any(word in lexicon.FINITE - lexicon.AMBIGUOUS for word in re.findall(r"\w+", words.lower()))


def behind_sentence(text: str, start: int, end: int) -> int:
    """Give where a line begins anew behind its last sentence: "Zie hieronder. | Ministerie Uitgaven"."""
    ends = [
        e for e in _SENTENCE_ENDS.finditer(text, start, end) if _last_word(text[: e.start() + 1]) not in ABBREVIATIONS
    ]
    return ends[-1].end() if ends else start


def _last_word(text: str) -> str:
    return text[-_WORD_REACH:].split()[-1]
