"""Running heads of text that lost its line ends: words that come back once a page, with the slips of a scanner.

Where lines are known, `graph.parse.furniture` finds a running head as a line beside the turn of a page.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

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

_TAIL = 24
"""The most words behind the phrases that come back once a page which may still belong to the running head."""

_AGREE = 0.6
"""The share of running heads that must have the same two words in a row in that tail."""


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
    steady = [at for found in often for at in _once_a_page(found, tokens, counts)]
    stretches = _of_usual_length(words, list(_joined(sorted(steady))))
    for first, last in _of_usual_length(words, _with_tails(words, stretches)):
        yield Span(tokens[_with_marks(words, first)].start, tokens[last].end)


def _of_usual_length(words: Sequence[str], stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the stretches about as long as those in which most of the words stand; shorter ones are mentions."""
    long = [
        (first, last)
        for first, last in stretches
        if sum(map(str.isalpha, "".join(words[first : last + 1]))) >= _FEWEST_LETTERS
    ]
    lengths = sorted(last - first + 1 for first, last in long for _ in range(first, last + 1))
    usual = lengths[len(lengths) // 2] if lengths else 0
    return [(first, last) for first, last in long if last - first + 1 >= _MOSTLY * usual]


def _once_a_page(found: Sequence[int], tokens: Sequence[Span], counts: Sequence[PageCount]) -> Sequence[int]:
    """Give the places of words that stand on most pages, and between two counts not more often than pages turn there.

    Before the first count a letter may name its own subject more often; the last places are those of its pages.
    """
    starts = [tokens[at].start for at in found]
    borders = [bisect_left(starts, count.span.start) for count in counts]
    times = [borders[0], *(later - earlier for earlier, later in pairwise(borders))]
    pages = [counts[0].page, *(later.page - earlier.page for earlier, later in pairwise(counts))]
    spare = max(0, times[0] - pages[0])
    fits = all(map(operator.le, times[1:], pages[1:])) and 2 * sum(map(bool, times)) > len(times)
    return found[spare:] if fits else ()


def _with_tails(words: Sequence[str], stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lengthen stretches by the words on which most of them go on, over words misread in between."""
    votes: Counter[tuple[str, str]] = Counter()
    for _, last in stretches:
        votes.update(set(pairwise(words[last : last + _TAIL])))
    longer: list[tuple[int, int]] = []
    for first, last in stretches:
        end = last
        for at, two in enumerate(pairwise(words[last : last + _TAIL]), start=last):
            if all(two) and votes[two] >= max(3, _AGREE * len(stretches)) and at - end <= _SLIP:
                end = at + 1
        longer.append((first, end))
    return longer


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
