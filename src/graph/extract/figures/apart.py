"""Figures of one paper that bear one name and cannot be one thing, told apart by the words around them.

A paper does not give two values for one thing, at one time and place. Where two of its figures seem to do so, their
label has lost what tells them apart: "1,5 euro per vat ... boven de 80 euro per vat", or two answers that each count
other schools. It is taken from the words that the one has around it and the other has not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.extract.figures import lexicon
from graph.extract.figures.parts import EMPTY
from graph.extract.figures.predicates import AUXILIARIES
from graph.extract.figures.subjects import NAMING
from graph.extract.figures.tokens import Tag, tokens
from graph.model import Qualifier, Rule, Statistic

RULES = (
    Rule(
        "told-apart",
        "onderscheiden van een gelijk genoemd cijfer",
        "told apart from a figure of the same name",
        "Voor € 2 per stuk in de stad, voor € 5 per stuk daarbuiten",
    ),
)

_Words = list[str]
_Key = tuple[str, frozenset[str], frozenset[str], str]


@dataclass(frozen=True)
class Told:
    """A figure with the words around it.

    Attributes:
        before: the words of its sentence before it, from the figure before.
        behind: those behind it, up to the next figure; of a cell, those of the notes of its row.
        sentence: all words of its sentence, or of the notes of its row.
        question: the question that it answers.
    """

    fact: Statistic
    before: str
    behind: str
    sentence: str
    question: str


def told_apart(told: Sequence[Told]) -> tuple[Statistic, ...]:
    """Give the figures of a paper, those of one name that differ with the words that tell them apart.

    Args:
        told: all figures of a paper, in order.
    """
    found = [one.fact for one in told]
    alike: dict[_Key, list[int]] = defaultdict(list)
    for i, fact in enumerate(found):
        alike[_key(fact)].append(i)
    for members in alike.values():
        for i, words in _apart([(i, told[i]) for i in members]):
            parts = [part for part in (found[i].breakdown, words) if part]
            found[i] = replace(found[i], breakdown=", ".join(parts), rules=(*found[i].rules, "told-apart"))
    return tuple(found)


def _key(fact: Statistic) -> _Key:
    """Give what figures of one name have in common: unit, the forms of their words, and the place."""
    place = fact.place.slug if fact.place else ""
    return fact.unit, _forms(fact.indicator), _forms(fact.breakdown or ""), place


def _forms(words: str) -> frozenset[str]:
    return frozenset(lexicon.lemma(word) for word in words.split())


def _apart(alike: list[tuple[int, Told]]) -> Iterator[tuple[int, str]]:
    """Say by what words figures of one name are told apart; nothing for those that can be one thing."""
    answers: dict[str, list[tuple[int, Told]]] = defaultdict(list)
    for i, one in alike:
        answers[one.fact.key].append((i, one))
    for key, own in answers.items():
        others = [one for other, members in answers.items() if other != key for _, one in members]
        against = [other for other in others if any(_differ(one.fact, other.fact, far=True) for _, one in own)]
        if against and not _is_all(own):
            yield from _of_answer(own, against)
        else:
            yield from _within(own)


def _of_answer(own: list[tuple[int, Told]], others: list[Told]) -> Iterator[tuple[int, str]]:
    """Tell the figures of one answer from those of others: one by its sentence, a series by its question."""
    first = own[0][1]
    asked = [word for other in others for word in _telling(other.question)]
    words = _differing(_words_around(first), others) if len(own) == 1 else []
    words = words or (_differing(_telling(first.question), others, asked) if _is_cell(first) else [])
    if not words and " " in first.fact.indicator:
        return  # a full name: what looks like a contradiction may be one
    for i, _ in own:
        yield i, " ".join(words) or f"antwoord {first.fact.question}"


def _within(own: list[tuple[int, Told]]) -> Iterator[tuple[int, str]]:
    """Tell figures of one answer from each other."""
    for i, one in own:
        near = [other for _, other in own if _differ(one.fact, other.fact, far=_is_own(one) and _is_own(other))]
        others = [other for other in near if not _is_change(one, other)]
        if not _is_part(one) and all(_is_part(other) for other in others):
            continue
        words = _differing(_words_around(one), others) if others else []
        if others and not words:
            words = _of_sentence(one, others) or (["ter", "vergelijking"] if _COMPARES.search(one.before) else [])
        if words:
            yield i, " ".join(words)


def _differ(one: Statistic, other: Statistic, *, far: bool = False) -> bool:
    """Whether two figures of one name cannot be one thing: two values at one time; far apart, a time may be unknown."""
    unknown = far and not (one.period and other.period)
    if not unknown and (one.period, one.status) != (other.period, other.status):
        return False
    if (one.value, one.value_max) == (other.value, other.value_max) or _is_rounded(one, other):
        return False
    return not (far and " " in one.indicator and _are_near(one, other, _CORRECTED))


_NEAR = Decimal("0.1")
_CORRECTED = Decimal("0.05")
"""How near two values of a full name are of which one may be wrong or corrected: a contradiction is no other thing."""


def _are_near(one: Statistic, other: Statistic, share: Decimal) -> bool:
    return abs(one.value - other.value) <= share * max(abs(one.value), abs(other.value))


def _is_rounded(one: Statistic, other: Statistic) -> bool:
    """Whether one of two figures says the other roughly: "minder dan de helft (46%)"."""
    rough = any(fact.qualifier is not Qualifier.EXACT or "number-share" in fact.rules for fact in (one, other))
    return rough and _are_near(one, other, _NEAR)


_CHANGES = frozenset(("new-level", "levels", "change-by"))


def _is_change(one: Told, other: Told) -> bool:
    """Whether two figures are the old and the new level of one thing: "daalde van 41.300 naar 38.900"."""
    return not _CHANGES.isdisjoint(one.fact.rules) and not _CHANGES.isdisjoint(other.fact.rules)


def _is_part(one: Told) -> bool:
    """Whether a figure is part of one before it, which then bears the plain name."""
    return "part-of" in one.fact.rules


_CARRIED = frozenset(
    "same-thing gapped series resumed respectively of-them compared equals shared-noun set-aside table-cell".split()
)


def _is_own(one: Told) -> bool:
    """Whether a figure is named by its own words, not by those of a figure before it."""
    return _CARRIED.isdisjoint(one.fact.rules) and not _is_part(one)


_COMPARES = re.compile(
    r"(?:t\.o\.v\.|ten opzichte van|in plaats van|versus|vs\.?)(?: de| het| een)?\s*$", re.IGNORECASE
)
"""What stands before the figure that another is held against: "een grens van € 20 (t.o.v. | € 2)"."""


def _of_sentence(one: Told, others: Sequence[Told]) -> _Words:
    """Give the words of its sentence that those of the others have not: what an amount is for may stand far behind."""
    if one.fact.unit != "EUR":
        return []
    asked = [word for other in others for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", other.sentence)]
    return _differing(_telling(one.sentence), others, asked)


def _is_all(own: list[tuple[int, Told]]) -> bool:
    """Whether an answer speaks of all of them, so that nothing restricts its figure: "alle 23 scholen"."""
    return all(re.search(r"\balle\s*$", one.before, re.IGNORECASE) is not None for _, one in own)


def _is_cell(one: Told) -> bool:
    return "table-cell" in one.fact.rules


_MOST = 4
"""How many words tell a figure apart at most."""


def _words_around(one: Told) -> _Words:
    """Give the words around a figure that tell something, the nearest ones."""
    before, behind = _telling(one.before), _telling(one.behind)
    return [*before[-2 * _MOST :], *behind[: 2 * _MOST]]


def _differing(words: _Words, others: Sequence[Told], asked: Sequence[str] = ()) -> _Words:
    """Give the words that none of the others has in its name or around it, or in what its question asks."""
    known = {form for other in others for form in _known(other)} | {lexicon.lemma(word) for word in asked}
    told = [word for word in dict.fromkeys(words) if lexicon.lemma(word) not in known]
    return told[:_MOST] if any(map(_tells, told)) else []


def _tells(word: str) -> bool:
    return lexicon.is_noun(word) or lexicon.is_participle(word) or word[0].isupper()


def _known(one: Told) -> Iterator[str]:
    for text in (one.before, one.behind, one.fact.indicator, one.fact.breakdown or ""):
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text):
            yield lexicon.lemma(word)


_NO_WORDS = EMPTY | frozenset(
    "jaar jaren maand maanden week weken kwartaal periode moment datum peildatum euro miljoen miljard procent mln mld "
    "januari februari maart april mei juni juli augustus september oktober november december bron kamer tabel "
    "overzicht onderstaand bijlage pagina bladzijde mogelijk eerder volgend vorig afgelopen komend komende bekend "
    "deel delen minder meer iets lager hoger cijfer stuk stukken overige name land landen hen wie daarna destijds "
    "t.o.v n.a.v i.h.k.v twee drie vier vijf zes zeven acht negen tien".split()
)
"""Words of time, size and layout: they tell no thing from another."""


def _telling(text: str) -> _Words:
    """Give the nouns, names, adjectives and participles of a text."""
    return [
        token.low if token.start == 0 else token.text
        for token in tokens(text, 0, len(text))
        if token.tag in (*NAMING, Tag.PARTICIPLE)
        and len(token.low) > 2
        and not any(letter.isdigit() for letter in token.low)
        and token.low not in _NO_WORDS
        and token.low not in AUXILIARIES
    ]
