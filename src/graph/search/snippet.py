"""The passage of a text that shows best why it was found, with the places of the words that were asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.search.words import tokens

LENGTH = 260
"""How many characters a snippet has at most, besides the dots where it is cut."""

_CUT = "…"


@dataclass(frozen=True)
class Piece:
    """A stretch of a snippet, and whether it is a word that was asked for."""

    text: str
    hit: bool


@dataclass(frozen=True)
class Snippet:
    """A passage as plain text, and the places of the hits in it, in code points, end exclusive."""

    text: str = ""
    hits: tuple[tuple[int, int], ...] = ()

    def pieces(self) -> list[Piece]:
        """Give it in pieces, to be escaped one by one and marked by the page.

        >>> Snippet("de plek", ((3, 7),)).pieces()
        [Piece(text='de ', hit=False), Piece(text='plek', hit=True)]
        """
        out, at = [], 0
        for start, end in self.hits:
            out += [Piece(self.text[at:start], False), Piece(self.text[start:end], True)]
            at = end
        return [piece for piece in (*out, Piece(self.text[at:], False)) if piece.text]


def snippet(text: str, stems: Collection[str]) -> Snippet:
    """Cut the best passage out of a text.

    Args:
        text: all of it.
        stems: of the words that were asked for.

    >>> snippet("Er zijn 20 plekken", {"plek"})
    Snippet(text='Er zijn 20 plekken', hits=((11, 18),))
    """
    found = [(token.start, token.end, token.stem) for token in tokens(text) if token.stem in stems]
    start, end = _window(text, found)
    front, back = _CUT if start else "", _CUT if end < len(text) else ""
    shown = text[start:end].translate(_LINES)
    moved = len(front) - start
    hits = tuple((at + moved, to + moved) for at, to, _ in found if start <= at and to <= end)
    return Snippet(f"{front}{shown}{back}", hits)


_LINES = str.maketrans("\n\r\t", "   ")


def _window(text: str, found: list[tuple[int, int, str]]) -> tuple[int, int]:
    """Choose the stretch with the most different words, then with the most words, then the first; whole words only."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best, at = (0, 0), 0
    for start, _, _ in found:
        inside = [stem for begin, end, stem in found if start <= begin and end <= start + LENGTH * 5 // 8]
        best, at = max((best, at), ((len(set(inside)), len(inside)), start), key=lambda each: each[0])
    start = _word_start(text, max(0, at - LENGTH // 4))  # at most three eighths before it
    end = min(len(text), start + LENGTH)
    cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return start, end if end == len(text) or cut <= start + LENGTH // 2 else cut


def _word_start(text: str, at: int) -> int:
    """Give the place of the next word, or of the sentence that begins shortly before."""
    if not at:
        return 0
    sentence = max(text.rfind(". ", max(0, at - LENGTH // 8), at), text.rfind("\n", max(0, at - LENGTH // 8), at))
    if sentence >= 0:
        return sentence + (2 if text[sentence] == "." else 1)
    gap = text.find(" ", at, at + LENGTH // 8)
    return gap + 1 if gap >= 0 else at
