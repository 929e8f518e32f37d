"""A number in its sentence, what a frame makes of it, and the clause around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.figures.quantities import Quantity
from graph.extract.figures.subjects import Subject, clause, without_brackets
from graph.extract.figures.tokens import Tag, Token


@dataclass(frozen=True, slots=True)
class Scene:
    """A number in its sentence: the tokens, the index of the number among them, and the quantity.

    `heading` is the line that a row of a list stands under, by its number; None for a number in a sentence.
    """

    tokens: Sequence[Token]
    at: int
    quantity: Quantity
    heading: int | None = None

    @property
    def before(self) -> Sequence[Token]:
        """The tokens before the number."""
        return self.tokens[: self.at]

    @property
    def after(self) -> Sequence[Token]:
        """The tokens after the number."""
        return self.tokens[self.at + 1 :]

    @property
    def is_count(self) -> bool:
        """Whether things are counted, not measured."""
        return self.quantity.unit == "count"


@dataclass(frozen=True, slots=True)
class Framing:
    """What a frame makes of a number: the rule, its subject, and how it relates to figures before it.

    `relation`: ``""`` on its own, ``part`` of the last total, ``same`` thing as a figure before, ``twin`` of the figure
    that it stands in brackets behind.
    """

    rule: str
    subject: Subject | None
    relation: str = ""


def clause_before(sequence: Sequence[Token], at: int) -> Sequence[Token]:
    """Give the words of the clause up to an index; "een korting van 10%" in it is "een korting".

    A relative clause inside the subject belongs to it; an aside between commas does not.
    """
    words: list[Token] = []
    i = at - 1
    while i >= 0 and sequence[i].tag is not Tag.STOP:
        if sequence[i].tag is Tag.NUMBER and i > 0 and sequence[i - 1].low == "van":
            i -= 2
            continue
        if sequence[i].tag is Tag.CLOSE and (opens := _opening(sequence, i)) is not None:
            i = opens - 1
            continue
        if sequence[i].tag is Tag.COMMA and (not words or words[0].tag is Tag.FINITE):
            aside = _aside_opens(sequence, i)
            if aside is not None:
                i = aside - 1
                continue
        ends = sequence[i].tag is Tag.COMMA and not (words and words[0].tag is Tag.RELATIVE)
        if ends or sequence[i].tag is Tag.NUMBER:
            break
        words.insert(0, sequence[i])
        i -= 1
    return words


_ASIDE = 9
"""How many words an aside has at most."""


def _aside_opens(sequence: Sequence[Token], i: int) -> int | None:
    """Give the comma that opens the aside which a comma closes: "het tekort, | bij ongewijzigd beleid, loopt op"."""
    for j in range(i - 1, max(0, i - _ASIDE - 1), -1):
        if sequence[j].tag in (Tag.NUMBER, Tag.STOP, Tag.FINITE, Tag.RELATIVE):
            return None
        if sequence[j].tag is Tag.COMMA:
            return j if sequence[j + 1].tag is Tag.PREPOSITION else None
    return None


def _opening(sequence: Sequence[Token], i: int) -> int | None:
    """Give where the bracket opens that closes at an index; None where a number stands in it or it never opens."""
    for j in range(i - 1, -1, -1):
        if sequence[j].tag in (Tag.NUMBER, Tag.CLOSE):
            return None
        if sequence[j].tag is Tag.OPEN:
            return j
    return None


def until_clause_ends(sequence: Sequence[Token], *, relative: bool = False) -> Sequence[Token]:
    """Give the words up to the end of a clause; a relative clause behind it belongs to it only where asked."""
    ends = (Tag.NUMBER, Tag.COMMA, Tag.STOP) if relative else (Tag.NUMBER, Tag.COMMA, Tag.STOP, Tag.RELATIVE)
    depth = 0
    for i, token in enumerate(sequence):
        depth = max(0, depth + (token.tag is Tag.OPEN) - (token.tag is Tag.CLOSE))
        aside = depth > 0 and token.tag in (Tag.COMMA, Tag.RELATIVE)
        if (token.tag in ends and not aside) or (i > 1 and depth == 0 and token.low in ("en", "maar")):
            return sequence[:i]
    return sequence


_TELLS = frozenset(
    "schat schatte raamt raamde meldt meldde constateert constateerde becijfert berekende verwacht".split()
)
"""Verbs of counting and telling: who stands before them is the source."""

_ACTORS = frozenset(
    "kabinet minister ministers ministerie nederland regering staatssecretaris wij we ik rijk overheid".split()
)
"""Who acts in an answer: not part of what is measured."""


def _without_actor(words: list[Token]) -> list[Token]:
    """Leave out the one who acts before the verb: "Het kabinet heeft | 200 miljoen euro uitgetrokken"."""
    verb = next((i for i, token in enumerate(words) if token.tag is Tag.FINITE), None)
    if verb is None:
        return words
    sides = words[:verb], words[verb + 1 :]
    kept = [[t for t in side if t.tag is not Tag.DETERMINER] for side in sides]
    if words[verb].low in _TELLS:
        return words[verb:]
    acts = [len(side) == 1 and (side[0].tag is Tag.NAME or side[0].low in _ACTORS) for side in kept]
    return [*([] if acts[0] else sides[0]), words[verb], *([] if acts[1] and not acts[0] else sides[1])]


def _without_rate(after: Sequence[Token]) -> Sequence[Token]:
    """Leave out "per jaar" right behind a number: it is no name of a thing."""
    i = 0
    while i + 1 < len(after) and after[i].low == "per" and after[i + 1].tag in (Tag.WORD, Tag.NAME):
        i += 2
    return after[i:]


def around(scene: Scene) -> Subject | None:
    """Give the words of the clause on both sides of a number."""
    before = _without_actor([t for t in clause_before(scene.tokens, scene.at) if t.tag is not Tag.TIME])
    after = without_brackets(until_clause_ends(_without_rate(scene.after), relative=not scene.is_count))
    return clause([*before[-8:], *after[:8]])
