"""What an answer may say without answering: predicates of counting, knowing and telling that are denied in one clause.

Dutch puts verb, negation and object in many orders ("daarop heb ik geen zicht", "omdat er geen zicht op is"). So a
predicate names the words that one clause must hold, in any order, and what the sentence must be about; the wordings,
which follow one order, go before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

_BORDER = re.compile(
    r"[,;:–] |[()] ?| (?=(?:omdat|doordat|aangezien|waardoor|hoewel|terwijl|zodat|want|maar|dat|die|waarbij|of|hoeveel|"
    r"welke?|wat|wie|hoe) )"
)
"""Where a clause ends: at a mark, or before a word that opens the next one."""

_STOPS = " .!;:\n»”\"')"


@dataclass(frozen=True, slots=True)
class Predicate:
    """One way not to answer.

    Attributes:
        rule: the rule that it belongs to.
        example: a phrase that it is for.
        words: what one clause must hold, in any order.
        about: what the sentence must hold, anywhere; None when the words suffice.
        bar: what the sentence must not hold.
    """

    rule: str
    example: str
    words: tuple[Pattern[str], ...]
    about: Pattern[str] | None = None
    bar: Pattern[str] | None = None

    def place(self, sentence: str) -> tuple[int, int] | None:
        """Give the ends of its words in the first clause of a sentence that holds them all."""
        if not all(one.search(sentence) for one in (*self.words, *((self.about,) if self.about else ()))):
            return None
        if self.bar and self.bar.search(sentence):
            return None
        return next((ends for start, end in parts(sentence) if (ends := self._ends(sentence, start, end))), None)

    def _ends(self, sentence: str, start: int, end: int) -> tuple[int, int] | None:
        found = [one.search(sentence, start, end) for one in self.words]
        held = [match for match in found if match]
        if len(held) < len(found):
            return None
        return min(match.start() for match in held), max(match.end() for match in held)


def parts(sentence: str) -> Iterator[tuple[int, int]]:
    """Give the clauses of a sentence.

    >>> text = "Dat is niet bekend, omdat niemand telt"
    >>> [text[start:end] for start, end in parts(text)]
    ['Dat is niet bekend', 'omdat niemand telt']
    """
    at = 0
    for border in _BORDER.finditer(sentence):
        yield at, border.start()
        at = border.end()
    yield at, max(at, len(sentence.rstrip(_STOPS)))


@lru_cache(maxsize=512)
def pattern(words: str) -> Pattern[str]:
    """Compile whole words of a table."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
