"""Words of a sentence with the part each can play: what a subject is read from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.extract.figures import lexicon

_TOKEN = re.compile(r"[^\W_]+(?:[-/'’.&][^\W_]+|['’]s\b)*-?|[^\s]")


class Tag(StrEnum):
    """The part that a word plays."""

    NUMBER = "number"
    TIME = "time"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    FINITE = "finite"
    PARTICIPLE = "participle"
    RELATIVE = "relative"
    CONJUNCTION = "conjunction"
    ADVERB = "adverb"
    WORD = "word"
    NAME = "name"
    COMMA = "comma"
    OPEN = "("
    CLOSE = ")"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with its stretch of the view and the part that it plays."""

    text: str
    start: int
    end: int
    tag: Tag

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def tokens(text: str, start: int, end: int, fixed: Iterable[tuple[int, int, Tag]] = ()) -> list[Token]:
    """Give the words of ``text[start:end]``; a fixed stretch (a quantity, a time, a name) is one token.

    Args:
        text: the text of the view.
        start: where the sentence begins.
        end: where it ends.
        fixed: start, end and part of each fixed stretch; of two that overlap the first counts.
    """
    found: list[Token] = []
    at = start
    for low, high, tag in [*sorted(fixed), (end, end, Tag.STOP)]:
        if low < at or high > end:
            continue
        for word in _TOKEN.finditer(text, at, low):
            found.extend(_parts(word))
        if tag is not Tag.STOP:
            found.append(Token(text[low:high], low, high, tag))
        at = high
    return [_as_noun(found, i) for i in range(len(found))]


def _as_noun(found: list[Token], i: int) -> Token:
    """Take "kosten" for a noun behind an article or an adjective, and what follows "te" for a verb: "te beperken"."""
    token = found[i]
    if _is_past(found, i):
        return replace(token, tag=Tag.FINITE)
    if i and found[i - 1].low == "te" and token.tag in (Tag.WORD, Tag.PARTICIPLE) and token.low.endswith("n"):
        return replace(token, tag=Tag.FINITE)
    if token.low == "wilde" and 0 < i < len(found) - 1 and _is_wild(found[i - 1], found[i + 1]):
        return replace(token, tag=Tag.WORD)
    if token.text == "Staat" and i and found[i - 1].tag is Tag.DETERMINER:
        return replace(token, tag=Tag.WORD)
    if i and token.low in _RISING and i + 1 < len(found) and _is_towards(found[i + 1]):
        return replace(token, tag=Tag.ADVERB)
    if token.tag is not Tag.FINITE or i == 0 or token.low not in lexicon.AMBIGUOUS or token.low == "zijn":
        return token
    before = found[i - 1]
    noun = before.tag in (Tag.DETERMINER, Tag.PREPOSITION) or (before.tag is Tag.WORD and before.low.endswith("e"))
    return replace(token, tag=Tag.WORD) if noun else token


_RISING = frozenset("oplopen teruglopen uitkomen toenemen afnemen".split())
"""Infinitives behind which a new level stands: they name nothing."""

_PAST = re.compile(r"(?:be|ge|ver|ont|her|over|onder|aan|mis)\w+[dt]en?")


def _is_wild(before: Token, behind: Token) -> bool:
    """Whether "wilde" is the adjective: behind an article, a number or another adjective, right before a noun."""
    opens = before.tag in (Tag.NUMBER, Tag.DETERMINER, Tag.PREPOSITION) or before.low.endswith("e")
    return opens and behind.tag is Tag.WORD and lexicon.is_noun(behind.text)


def _is_towards(token: Token) -> bool:
    return token.tag is Tag.NUMBER or token.low in ("tot", "naar", "van")


def _is_past(found: list[Token], i: int) -> bool:
    """Whether what looks like an adjective is a verb before its subject: "gebruikte | 9 procent", "bezochten de"."""
    token = found[i]
    if token.tag not in (Tag.WORD, Tag.PARTICIPLE) or not _PAST.fullmatch(token.text) or i + 1 == len(found):
        return False
    if found[i + 1].tag not in (Tag.NUMBER, Tag.DETERMINER) or lexicon.is_noun(token.text):
        return False
    verb = lexicon.lemma(token.low)
    if verb == token.low or not verb.endswith(("en", "aan")):
        return False
    return i == 0 or found[i - 1].tag not in (Tag.DETERMINER, Tag.PREPOSITION, Tag.WORD, Tag.FINITE, Tag.CONJUNCTION)


_SHORTEST = 5


def _parts(word: re.Match[str]) -> list[Token]:
    """Give a word as the two that it is where a space was lost: "levensduurvan", "wordtgekeken", "eenprijsstijging"."""
    text, start = lexicon.whole(word.group()), word.start()
    unknown = len(text) >= _SHORTEST and text.isalpha() and text[1:].islower() and not lexicon.is_known(text)
    if unknown and _tag(text) is Tag.WORD:
        for at in lexicon.joints(text):
            ends = ((text[:at], start), (text[at:], start + at))
            return [Token(part, begin, begin + len(part), _tag(part)) for part, begin in ends]
    return [Token(text, start, word.end(), _tag(text))]


_SIGNS = {",": Tag.COMMA, "(": Tag.OPEN, ")": Tag.CLOSE, "[": Tag.OPEN, "]": Tag.CLOSE}


def _tag(word: str) -> Tag:
    low = word.lower()
    if not any(letter.isalnum() for letter in word):
        return _SIGNS.get(word, Tag.STOP)
    if low in lexicon.RELATIVES:
        return Tag.RELATIVE
    if low in lexicon.FINITE:
        return Tag.FINITE
    if low in lexicon.DETERMINERS:
        return Tag.DETERMINER
    if low in lexicon.PREPOSITIONS:
        return Tag.PREPOSITION
    if low in lexicon.CONJUNCTIONS:
        return Tag.CONJUNCTION
    if low in lexicon.ADVERBS or low in lexicon.PRONOUNS:
        return Tag.ADVERB
    if lexicon.is_finite(word):
        return Tag.FINITE
    if lexicon.is_participle(word):
        return Tag.PARTICIPLE
    return Tag.WORD
