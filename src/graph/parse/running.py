"""Running heads of text that lost its line ends: words that come back once a page, with the slips of a scanner.

Where lines are known, `graph.parse.furniture` finds a running head as a line beside the turn of a page.
"""

from __future__ import annotations

import operator
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from graph.model import Span

_TOKEN = re.compile(r"\S+")
_NO_LETTERS = re.compile(r"[\W_]+")
_PHRASE = 4
"""How many words in a row are compared: a slip spoils the phrases that it stands in, the others still agree."""

_SLIP = 6
"""The most words that may be misread between two stretches of one running head."""

_FEWEST_LETTERS = 25
"""The fewest letters of a running head: shorter phrases repeat by themselves (``Zie het antwoord op vraag 3``)."""

_MOSTLY = 0.75
"""How much of a running head must be read; less is a mention of the same title in a sentence."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """A ``3/12`` of a paper: the page that it counts, the number of pages, and where it stands."""

    page: int
    pages: int
    span: Span


def running_heads(text: str, counts: Sequence[PageCount]) -> Iterator[Span]:
    """Give the running heads of a text, with the marks before them that a scanner made of a rule or a logo.

    Args:
        text: the layer.
        counts: its page counts, in order; without them nothing tells what comes back once a page.
    """
    if not counts:
        return
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text)]
    words = [_NO_LETTERS.sub("", text[token.start : token.end]).lower() for token in tokens]
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - _PHRASE + 1):
        places[tuple(words[at : at + _PHRASE])].append(at)
    often = [found for found in places.values() if 2 * len(found) > len(counts)]
    steady = [at for found in often if _once_a_page([tokens[at].start for at in found], counts) for at in found]
    stretches = [
        (first, last)
        for first, last in _joined(sorted(steady))
        if len("".join(filter(str.isalpha, "".join(words[first : last + 1])))) >= _FEWEST_LETTERS
    ]
    usual = median([last - first + 1 for first, last in stretches] or [0])
    for first, last in stretches:
        if last - first + 1 >= _MOSTLY * usual:
            yield Span(tokens[_with_marks(words, first)].start, tokens[last].end)


def _once_a_page(starts: Sequence[int], counts: Sequence[PageCount]) -> bool:
    """Whether words stand on most pages, and between two counts not more often than pages turn there."""
    borders = [(0, -1), *((count.page, count.span.start) for count in counts)]
    pages = [later - page for (page, _), (later, _) in pairwise(borders)]
    found = [sum(begin <= start < end for start in starts) for (_, begin), (_, end) in pairwise(borders)]
    return all(map(operator.le, found, pages)) and 2 * sum(map(bool, found)) > len(found)


def _joined(starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join phrases to stretches, over words misread between them: the indexes of their first and last words."""
    stretch: list[int] = []
    for start in starts:
        if stretch and start > stretch[-1] + _PHRASE + _SLIP:
            yield stretch[0], stretch[-1] + _PHRASE - 1
            stretch = []
        stretch.append(start)
    if stretch:
        yield stretch[0], stretch[-1] + _PHRASE - 1


def _with_marks(words: Sequence[str], first: int) -> int:
    """Step back over the tokens right before a stretch that have no letter and no digit."""
    while first > 0 and not words[first - 1]:
        first -= 1
    return first
