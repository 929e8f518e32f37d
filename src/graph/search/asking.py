"""What a visitor typed, read: words, phrases between quotation marks, the number of a paper. Any text can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.search.references import Reference, reference_in
from graph.search.words import EMPTY, Token, tokens

LONGEST = 300
"""How many characters of a query are read."""

MOST_WORDS = 20
"""How many words of it are looked for."""

_PHRASE = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


class Sort(StrEnum):
    """In which order the found things come."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


@dataclass(frozen=True)
class Asked:
    """What is asked.

    Attributes:
        text: as it was typed.
        words: those that are looked for.
        phrases: those that stand next to one another.
        reference: the paper or question that is meant.
    """

    text: str
    words: tuple[Token, ...] = ()
    phrases: tuple[tuple[Token, ...], ...] = ()
    reference: Reference | None = None

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.reference)

    def replaced(self, forms: Mapping[str, str]) -> str:
        """Give the text with other words in the place of some.

        Args:
            forms: by the form of a word as it was typed, the one to put there.
        """
        out, at = [], 0
        for token in tokens(self.text):
            if token.form in forms:
                out += [self.text[at : token.start], forms[token.form]]
                at = token.end
        return "".join([*out, self.text[at:]])


@dataclass(frozen=True)
class Wanted:
    """A whole request.

    Attributes:
        text: what was typed; empty asks for the newest papers.
        chosen: the values that facets must have, by their names.
        sort: the order.
        page: from 1.
        size: how many things a page has.
    """

    text: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    size: int = 20


def read(text: str) -> Asked:
    """Read a query.

    >>> asked = read('hoeveel "reguliere plekken" had het COA')
    >>> [word.stem for word in asked.words], [[word.form for word in phrase] for phrase in asked.phrases]
    (['coa'], [['reguliere', 'plekken']])
    """
    text = text[:LONGEST]
    phrases = tuple(found for each in _PHRASE.findall(text) if (found := tuple(tokens(each))[:MOST_WORDS]))
    return Asked(text, words_in(_PHRASE.sub(" ", text)), phrases[:MOST_WORDS], reference_in(text))


def words_in(text: str) -> tuple[Token, ...]:
    """Give the words that are looked for, each once; empty ones too where there are no others."""
    found = {token.stem: token for token in tokens(text)}
    full = [token for token in found.values() if token.form not in EMPTY]
    return tuple((full or list(found.values()))[:MOST_WORDS])
