"""Running text with marks on what is known about it: pieces that a template puts in order, each escaped by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_SENTENCE_END = re.compile(r"(?<=[.?!:])[)\"”’']?\s+(?=[A-Z„“\"'•-])|\n\s*\n")


@dataclass(frozen=True)
class Mark:
    """A stretch of text that something is known about.

    Attributes:
        start, end: where it stands, in the offsets of the text layer.
        kind: which of the kinds of `graph.web.marks` it is.
        address: of the page about it.
        title: what it says, for those who do not follow the link.
        anchor: its name within the page; empty for none.
        fact: the IRI of the figure, mention or non-answer; empty for none.
    """

    start: int
    end: int
    kind: str
    address: str
    title: str
    anchor: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Piece:
    """A piece of text, with the mark that is on it, and those that stand on the same words."""

    text: str
    mark: Mark | None = None
    also: tuple[Mark, ...] = ()


def marked(text: str, offset: int, marks: Iterable[Mark]) -> list[Piece]:
    """Cut a text at its marks; where two overlap the one that begins first has the words, of two such the shorter.

    Args:
        text: a stretch of the text layer.
        offset: where it begins there.
        marks: with offsets into the layer; those that do not lie in the text as a whole have no effect.

    >>> [piece.text for piece in marked("Er zijn 12 plekken.", 100, [Mark(108, 110, "figure", "", "")])]
    ['Er zijn ', '12', ' plekken.']
    """
    pieces: list[Piece] = []
    at = offset
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if mark.start < offset or mark.end > offset + len(text) or mark.end <= mark.start:
            continue
        if mark.start < at:
            pieces[-1] = replace(pieces[-1], also=(*pieces[-1].also, mark))
            continue
        pieces.append(Piece(text[at - offset : mark.start - offset]))
        pieces.append(Piece(text[mark.start - offset : mark.end - offset], mark))
        at = mark.end
    pieces.append(Piece(text[at - offset :]))
    return [piece for piece in pieces if piece.text]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the sentence that a stretch stands in, as far as a reader needs it.

    >>> text = "Dat is zo. Er zijn 12 plekken. Meer niet."
    >>> text[slice(*sentence_around(text, 19, 21))]
    'Er zijn 12 plekken.'
    """
    begin = max(0, start - 800)
    before = [match.end() for match in _SENTENCE_END.finditer(text, begin, start) if match.end() <= start]
    after = _SENTENCE_END.search(text, end, min(len(text), end + 800))
    stop = after.start() if after else min(len(text), end + 800)
    return (before[-1] if before else begin), stop
