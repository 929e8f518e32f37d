"""Phrases behind a noun, read word by word: with a preposition, joined by "en", a name in capitals that goes on."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.figures import lexicon
from graph.extract.figures.subjects import DROPPED, NAMING
from graph.extract.figures.tokens import Tag, Token


def joined(sequence: Sequence[Token], i: int) -> tuple[list[str], int]:
    """Read a noun that "en" joins to the counted one: "fouten en onzekerheden"; none where a clause begins."""
    if _clause_follows(sequence, i) or sequence[i + 1].tag is not Tag.WORD:
        return [], i
    if not lexicon.is_noun(sequence[i + 1].text):
        return [], i
    return [sequence[i].low, sequence[i + 1].text], i + 2


def prepositional(sequence: Sequence[Token], i: int) -> tuple[list[str], int]:
    """Read a phrase with its preposition, up to its noun; no words when a time, a number or a verb comes instead."""
    words = [sequence[i].low]
    i += 1
    named = False
    while i < len(sequence):
        token = sequence[i]
        if token.tag is Tag.DETERMINER or (token.tag is Tag.ADVERB and token.low in ("dit", "dat", "deze")):
            if token.low not in DROPPED:
                words.append(token.low)
        elif token.tag in NAMING or (token.tag is Tag.PARTICIPLE and not named and noun_follows(sequence, i)):
            words.append(token.text)
            named = token.tag is Tag.NAME or lexicon.is_noun(token.text)
        elif not (token.low in ("en", "of") and noun_follows(sequence, i)):
            return ([], i) if not named and token.tag in (Tag.TIME, Tag.NUMBER) else (words if named else [], i)
        else:
            words.append(token.low)
            named = False
        i += 1
        if named and not _name_goes_on(sequence, i):
            return words, i
    return (words if named else []), i


def noun_follows(sequence: Sequence[Token], i: int) -> bool:
    """Whether words up to the next noun follow, and no number or verb: "fouten en onzekerheden"."""
    for token in sequence[i + 1 : i + 4]:
        if token.tag is Tag.NAME or (token.tag is Tag.WORD and lexicon.is_noun(token.text)):
            return True
        if token.tag not in (Tag.WORD, Tag.PARTICIPLE, Tag.DETERMINER):
            return False
    return False


def _name_goes_on(sequence: Sequence[Token], i: int) -> bool:
    """Whether the noun just read goes on: "speciaal onderwijs", a name in capitals, a second noun joined by "en"."""
    if i >= len(sequence):
        return False
    token, last = sequence[i], sequence[i - 1]
    if token.low in ("en", "of"):
        return noun_follows(sequence, i) and not _clause_follows(sequence, i)
    both_names = last.text[0].isupper() and token.text[0].isupper()
    noun = token.tag is Tag.WORD and lexicon.is_noun(token.text) and not lexicon.MANNER.match(token.low)
    return (token.tag in NAMING and both_names) or (noun and token.text[0].islower())


def _clause_follows(sequence: Sequence[Token], i: int) -> bool:
    return any(token.tag in (Tag.FINITE, Tag.NUMBER) for token in sequence[i + 1 : i + 5])


def closing(sequence: Sequence[Token], i: int) -> int:
    """Give the index at which the bracket at an index closes."""
    depth = 0
    for j in range(i, len(sequence)):
        depth += (sequence[j].tag is Tag.OPEN) - (sequence[j].tag is Tag.CLOSE)
        if depth == 0:
            return j
    return len(sequence) - 1


def as_what(sequence: Sequence[Token], i: int) -> list[list[str]]:
    """Read what something is held to be, behind its participle: "erkend | als slachtoffer"; none for "als gevolg van".

    Args:
        sequence: the tokens of the sentence.
        i: where "als" would stand.
    """
    if i + 1 >= len(sequence) or sequence[i].low != "als":
        return []
    end = i + 1
    while end < len(sequence) and sequence[end].tag in NAMING and end - i < _AS:
        end += 1
    words = [token.text for token in sequence[i + 1 : end]]
    closes = end == len(sequence) or sequence[end].tag in (Tag.COMMA, Tag.STOP, Tag.CLOSE, Tag.FINITE)
    return [["als", *words]] if words and closes and lexicon.is_noun(words[-1]) else []


_AS = 4
