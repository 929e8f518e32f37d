"""What a number measures, in the words of the clause before or around it: "De voorraad procedures | betreft 300".

The label that results is independent of the sentence: without times, verbs that say nothing, and possessives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.extract.figures import lexicon
from graph.extract.figures.tokens import Tag, Token

MAX_WORDS = 12
"""The longest label, in words: more is a sentence, not a name of a thing."""

NAMING = frozenset({Tag.WORD, Tag.NAME})
DROPPED = frozenset("hun haar zijn mijn uw onze ons alle al deze die".split())
_TELLING = frozenset({Tag.WORD, Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION, Tag.PARTICIPLE, Tag.RELATIVE})
_MARK = re.compile(r"\d+\w?|[a-z]")
"""A number or a letter alone, which names nothing: the mark of a note or an item."""

NEGATIONS = frozenset({"niet", "geen"})
"""Words without which a label would say the opposite."""

_ARTICLES = frozenset("de het een".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: its label, the noun that it is about, and where the words for it end in the view."""

    label: str
    head: str
    end: int


def named_before(sequence: Sequence[Token], at: int) -> Subject | None:
    """Read the noun phrase that ends just before an index: "een additionele bezuiniging | van 1,8%"."""
    start = at
    while start > 0 and _belongs(sequence, start - 1, at):
        start -= 1
    return _noun_phrase(sequence[start:at])


def _belongs(sequence: Sequence[Token], i: int, at: int) -> bool:
    token = sequence[i]
    if token.tag in (Tag.WORD, Tag.NAME, Tag.DETERMINER):
        return True
    if token.tag is Tag.PREPOSITION:
        return token.low not in ("tussen", "naar", "om", "exclusief", "inclusief") and i < at - 1
    if token.low in ("en", "of"):
        clause_begins = i < at - 1 and sequence[i + 1].tag is Tag.DETERMINER
        return (
            i < at - 1 and i > 0 and not clause_begins and sequence[i - 1].tag not in (Tag.CLOSE, Tag.COMMA, Tag.NUMBER)
        )
    return token.tag is Tag.PARTICIPLE and i < at - 1 and sequence[i + 1].tag is not Tag.PREPOSITION


def clause(sequence: Sequence[Token]) -> Subject | None:
    """Make a subject of the words of a clause: what is left without verbs that say nothing, adverbs and times."""
    return _noun_phrase([token for token in without_brackets(sequence) if token.tag is not Tag.TIME])


def _noun_phrase(sequence: Sequence[Token]) -> Subject | None:
    """Make a subject of words in their order, opening phrases moved behind; its head is the first noun of its own."""
    kept = [token for token in sequence if token.tag in _TELLING or token.low in ("en", "of") or token.low in NEGATIONS]
    words = [token for token in kept if token.low not in DROPPED and not _MARK.fullmatch(token.text)]
    words = _trimmed(_without_lone_preposition(_opening_phrases_last(_trimmed(words))))
    nouns = [
        (i, t) for i, t in enumerate(words) if t.tag is Tag.NAME or (t.tag is Tag.WORD and lexicon.is_noun(t.text))
    ]
    if not nouns:
        return None
    free = [token for i, token in nouns if not _governed(words, i)]
    head = (free or [token for _, token in nouns])[0]
    small = (Tag.DETERMINER, Tag.PREPOSITION)
    label = label_of([[token.low if token.tag in small else token.text for token in words]])
    return Subject(label, head.low, sequence[-1].end)


def _trimmed(words: list[Token]) -> list[Token]:
    """Leave out what cannot open or close the name of a thing."""
    first = 0
    while first < len(words) and (
        words[first].tag in (Tag.DETERMINER, Tag.RELATIVE, Tag.CONJUNCTION) or words[first].low == "van"
    ):
        first += 1
    last = len(words)
    while last > first and words[last - 1].tag not in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE):
        last -= 1
    return words[first:last]


def _opening_phrases_last(words: list[Token]) -> list[Token]:
    """Move phrases with a preposition from front to back: "voor Nidos een bedrag" is "een bedrag voor Nidos"."""
    moved: list[Token] = []
    while words and words[0].tag is Tag.PREPOSITION:
        end = next(
            (
                i + 1
                for i, t in enumerate(words)
                if t.tag is Tag.NAME or (t.tag is Tag.WORD and lexicon.is_noun(t.text))
            ),
            0,
        )
        while (
            0 < end < len(words)
            and words[end].tag in NAMING
            and words[end - 1].text.islower()
            and words[end].text[0].isupper()
        ):
            end += 1
        if not end or end == len(words):
            break
        moved, words = [*moved, *words[:end]], words[end:]
    return [*words, *moved]


def _without_lone_preposition(words: list[Token]) -> list[Token]:
    """Take off the preposition of a phrase that is all there is: "tot een extra bijdrage" names a "bijdrage"."""
    while len(words) > 1 and words[0].tag in (Tag.PREPOSITION, Tag.DETERMINER):
        words = words[1:]
    return words


def _governed(words: list[Token], i: int) -> bool:
    """Whether a noun hangs on a preposition before it."""
    while (
        i > 0
        and words[i - 1].tag in (Tag.WORD, Tag.DETERMINER, Tag.PARTICIPLE)
        and not lexicon.is_noun(words[i - 1].text)
    ):
        i -= 1
    return i > 0 and words[i - 1].tag is Tag.PREPOSITION


def without_brackets(sequence: Sequence[Token]) -> list[Token]:
    """Give the tokens that stand outside brackets."""
    outside: list[Token] = []
    depth = 0
    for token in sequence:
        depth += token.tag is Tag.OPEN
        if depth == 0:
            outside.append(token)
        depth = max(0, depth - (token.tag is Tag.CLOSE))
    return outside


def label_of(groups: Iterable[Sequence[str]]) -> str:
    """Join groups of words, as many whole groups as the longest label has room for."""
    words: list[str] = []
    for group in groups:
        if words and len(words) + len(group) > MAX_WORDS:
            break
        words.extend(group)
    words = words[:MAX_WORDS]
    while len(words) > 1 and (words[-1] in lexicon.PREPOSITIONS or words[-1] in _ARTICLES or words[-1] in ("en", "of")):
        words.pop()
    if words[-2:] in (["ter", "waarde"], ["ter", "hoogte"], ["ter", "grootte"]) and len(words) > 2:
        words = words[:-2]
    while len(words) > 1 and words[0].lower() in _ARTICLES:
        words.pop(0)
    first = words[0]
    if first[0].isupper() and first[1:].islower() and first.lower() not in ("nederland",):
        words[0] = first if len(words) > 1 and words[1][:1].isupper() else first[0].lower() + first[1:]
    return " ".join(words)
