"""The frames in which Dutch says a figure: how the words around a number name what it measures.

Each frame is a named rule with its phrase; they are tried in the order of `FRAMES`, the first that fits speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.extract.figures import lexicon
from graph.extract.figures.counted import counted
from graph.extract.figures.quantities import Quantity
from graph.extract.figures.subjects import Subject, clause, named_before, without_brackets
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule("row", "regel van een opsomming", "row of a list", "Noodopvang 29.790"),
    Rule("bracketed", "getal tussen haakjes", "number in brackets", "asielvergunningen (740)"),
    Rule("part-of", "deel van het voorgaande", "part of what went before", "waarvan 600 gedwongen en 50 zelfstandig"),
    Rule("same-thing", "hetzelfde als het voorgaande", "the same as before", "In 2024 was dit 102 dagen"),
    Rule("respectively", "respectievelijk", "respectively", "In 2024 zijn dit respectievelijk 450 en 16.670"),
    Rule("new-level", "nieuwe hoogte", "new level", "stijgt naar 88.000 opvangplekken"),
    Rule("counted", "geteld zelfstandig naamwoord", "counted noun", "570 aanvragen"),
    Rule("shared-noun", "gedeeld zelfstandig naamwoord", "shared noun", "ca 2.370 en ca 2.760 vreemdelingen"),
    Rule("amount-of", "bedrag van iets", "amount of something", "een bezuiniging van 1,8%"),
    Rule("spent-on", "bedrag aan iets", "amount on something", "€ 48,1 miljoen aan dwangsommen uitgekeerd"),
    Rule("measured", "onderwerp van de zin", "subject of the sentence", "De voorraad op 1 september betreft 300"),
    Rule("asked", "wat de vraag vraagt", "what the question asks", "Hoeveel is er uitgekeerd? € 5 miljoen."),
    Rule("clause", "woorden van de zin", "words of the clause", "het aanbod bestaat voor 80% uit voedingsmiddelen"),
)


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


_HOLLOW = frozenset("bedrag bedragen totaal percentage aandeel aantal som".split())
_SMALL = 20
"""A bare number in brackets below this numbers the items of a sentence: "(1) ... en (2) ..."."""

_PART = frozenset("waarvan daarvan hiervan waaronder hieronder daaronder".split())
_POINTING = frozenset("dit dat deze".split())
_CONCERNS = frozenset("gaat ging betreft betrof".split())
_BE = re.compile(r"is|was|waren|zijn|betreft|betrof|betreffen|betroffen|bedraagt|bedroeg|gaat|ging|gaan|gingen")
_SPLIT = re.compile(
    r"splitsing|uitgesplitst|onderverdeeld|verdeling|verdeeld|namelijk|te weten|bestaande uit|waarvan|uitsplitsing"
)


def frame(scene: Scene, *, alone: bool = False) -> Framing:
    """Say what a number measures, by the first frame that fits.

    Args:
        scene: the number in its sentence.
        alone: whether there is no total that it could be part of.
    """
    found = (framing for read in FRAMES if (framing := read(scene)))
    return next(framing for framing in found if not (alone and framing.relation == "part"))


def _row(scene: Scene) -> Framing | None:
    """Noodopvang 29.790: a line without a verb, with the number at its end."""
    if scene.heading is None or not scene.before or any(token.tag is Tag.FINITE for token in scene.tokens):
        return None
    return Framing("row", clause(scene.before), "part")


def _bracketed(scene: Scene) -> Framing | None:
    """Asielvergunningen (740)."""
    if not scene.before or scene.before[-1].tag is not Tag.OPEN:
        return None
    behind = scene.at - 2
    while behind >= 0 and scene.tokens[behind].low in ("van", "=", ":"):
        behind -= 1
    if behind >= 0 and scene.tokens[behind].tag is Tag.NUMBER:
        return Framing("bracketed", None, "twin")
    subject = named_before(scene.tokens, scene.at - 1)
    if subject is None or not scene.is_count:
        subject = _around(scene) or subject
    if subject is None:
        return None
    splits = any(_SPLIT.search(token.low) for token in scene.before)
    if scene.is_count and not splits and scene.quantity.numeral.value < _SMALL:
        return Framing("clause", None)
    return Framing("bracketed", subject, "part" if splits else "")


def _around(scene: Scene) -> Subject | None:
    """Give the words of the clause around a bracket: "Kaas krijgt meestal (87%) een Nutri-Score D"."""
    behind = next((i for i, t in enumerate(scene.after) if t.tag is Tag.CLOSE), len(scene.after))
    before = [t for t in _clause_before(scene.tokens, scene.at - 1) if t.tag is not Tag.OPEN]
    subject = clause([*before[-8:], *_until_clause_ends(scene.after[behind + 1 :])[:8]])
    return Subject(subject.label, subject.head, scene.quantity.end) if subject else None


def _part(scene: Scene) -> Framing | None:
    """Waarvan 600 gedwongen en 50 zelfstandig; Daarvan is 95% ingewilligd."""
    marker = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].low in _PART), None)
    if marker is None or any(
        t.tag in (Tag.RELATIVE, Tag.STOP) and t.low not in _PART for t in scene.tokens[marker + 1 : scene.at]
    ):
        return None
    return Framing("part-of", _predicate(scene), "part")


def _predicate(scene: Scene) -> Subject | None:
    """Read what is said of a part: the counted noun, or the words up to the next number or comma."""
    subject = counted(scene.tokens, scene.at) if scene.is_count else None
    if subject:
        return subject
    words: list[Token] = []
    for token in scene.after:
        if token.tag in (Tag.NUMBER, Tag.COMMA, Tag.STOP, Tag.OPEN, Tag.RELATIVE) or (token.low == "en" and words):
            break
        words.append(token)
    told = [
        token for token in words if token.tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.DETERMINER)
    ]
    if not told:
        return None
    text = " ".join(token.text for token in told[:8])
    return Subject(text, told[0].low, told[-1].end if len(told) < 4 else scene.quantity.end)


def _same(scene: Scene) -> Framing | None:
    """In 2024 was dit 102 dagen; ging het om 2.760 vreemdelingen; dit betreft ca 5 vreemdelingen."""
    near = [token for token in scene.before[-7:] if token.tag is not Tag.TIME]
    points = any(
        t.low in _POINTING and (i + 1 == len(near) or near[i + 1].tag is not Tag.WORD) for i, t in enumerate(near)
    )
    about = any("het" in pair and not _CONCERNS.isdisjoint(pair) for pair in pairwise(token.low for token in near))
    plain = not any(t.tag in (Tag.WORD, Tag.NAME, Tag.STOP, Tag.COMMA) for t in near if t.start >= _last_verb(near))
    if not (points or about) or not plain or not any(_BE.fullmatch(token.low) for token in near):
        return None
    subject = (counted(scene.tokens, scene.at) or _shared_noun(scene)) if scene.is_count else None
    respectively = any(token.low == "respectievelijk" for token in scene.before[-6:])
    return Framing("respectively" if respectively else "same-thing", subject, "same")


def _last_verb(near: Sequence[Token]) -> int:
    return max((token.start for token in near if token.tag is Tag.FINITE), default=0)


def _new_level(scene: Scene) -> Framing | None:
    """De capaciteitsbehoefte stijgt naar 88.000 plekken; een verhoging van de ondersteuning naar € 5.000."""
    if not scene.before or scene.before[-1].low not in ("naar", "tot", "op", "met"):
        return None
    change = next(
        (i for i in range(scene.at - 1, max(-1, scene.at - 12), -1) if lexicon.CHANGES.fullmatch(scene.tokens[i].low)),
        None,
    )
    if change is None:
        return None
    noun = counted(scene.tokens, scene.at) if scene.is_count else None
    end = noun.end if noun else scene.quantity.end
    if scene.tokens[change].tag is Tag.FINITE:
        thing = clause(_clause_before(scene.tokens, change)) or clause(scene.tokens[change + 1 : scene.at])
    else:
        thing = clause(scene.tokens[change + 1 : scene.at])
    if thing is None:
        return None
    label = f"{thing.label} {noun.head}" if noun and noun.head not in thing.label else thing.label
    return Framing("new-level", Subject(label, thing.head, end))


def _counted(scene: Scene) -> Framing | None:
    """570 aanvragen voor een verblijfsvergunning ontvangen."""
    subject = counted(scene.tokens, scene.at) if scene.is_count else None
    return Framing("counted", subject) if subject else None


def _shared_noun(scene: Scene) -> Subject | None:
    """Take the noun of the next number: "ca 2.370 en ca 2.760 vreemdelingen"."""
    i = scene.at + 1
    if i + 1 < len(scene.tokens) and scene.tokens[i].low in ("en", "of", ",") and scene.tokens[i + 1].tag is Tag.NUMBER:
        subject = counted(scene.tokens, i + 1)
        return Subject(subject.label, subject.head, scene.quantity.end) if subject else None
    return None


def _shared(scene: Scene) -> Framing | None:
    subject = _shared_noun(scene) if scene.is_count else None
    return Framing("shared-noun", subject) if subject else None


def _spent_on(scene: Scene) -> Framing | None:
    """€ 48,1 miljoen aan dwangsommen uitgekeerd; € 113,8mln wordt besteed aan begeleidingskosten."""
    if scene.is_count or not scene.after:
        return None
    outside = without_brackets(scene.after)
    if outside and outside[0].low == "aan":
        subject = counted([scene.tokens[scene.at], *outside[1:]], 0)
        return Framing("spent-on", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None
    verbs = 0
    while verbs < len(outside) and outside[verbs].tag in (Tag.FINITE, Tag.TIME, Tag.ADVERB):
        verbs += 1
    spent = outside[verbs : verbs + 9]
    if not verbs or len(spent) < 2 or spent[0].tag is not Tag.PARTICIPLE or spent[1].tag is not Tag.PREPOSITION:
        return None
    subject = clause(_until_clause_ends(spent))
    return Framing("spent-on", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def _until_clause_ends(sequence: Sequence[Token], *, relative: bool = False) -> Sequence[Token]:
    """Give the words up to the end of a clause; a relative clause behind it belongs to it only where asked."""
    ends = (Tag.NUMBER, Tag.COMMA, Tag.STOP) if relative else (Tag.NUMBER, Tag.COMMA, Tag.STOP, Tag.RELATIVE)
    for i, token in enumerate(sequence):
        if token.tag in ends or (i > 1 and token.low in ("en", "maar")):
            return sequence[:i]
    return sequence


def _amount_of(scene: Scene) -> Framing | None:
    """Een additionele bezuiniging van 1,8%; een bedrag beschikbaar van € 431,6mln."""
    before = list(scene.before)
    if not before or before[-1].low not in ("van", "à", "ad"):
        return None
    subject = named_before(before, len(before) - 1)
    if subject is None or subject.head in _HOLLOW:
        wide = clause(_clause_before([*before, *scene.after], len(before)))
        subject = wide or subject
    more = (
        counted([scene.tokens[scene.at], *scene.after[1:]], 0)
        if scene.after and scene.after[0].low in ("aan", "voor", "op")
        else None
    )
    if subject is None:
        return None
    label = (
        f"{subject.label} {scene.after[0].low} {more.label}"
        if more and len(subject.label.split()) < 5
        else subject.label
    )
    return Framing("amount-of", Subject(label, subject.head, scene.quantity.end))


def _measured(scene: Scene) -> Framing | None:
    """De voorraad op 1 september betreft 300; was de gemiddelde doorlooptijd van de procedure 118 dagen."""
    verb = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.FINITE), None)
    if verb is None or not lexicon.COPULAS.fullmatch(scene.tokens[verb].low):
        return None
    between = [t for t in without_brackets(scene.tokens[verb + 1 : scene.at]) if t.tag is not Tag.TIME]
    if any(token.tag in (Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.NUMBER) for token in between):
        return None
    subject = clause(between) or clause(_clause_before(scene.tokens, verb))
    return Framing("measured", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def _clause_before(sequence: Sequence[Token], at: int) -> Sequence[Token]:
    """Give the words of the clause up to an index; a relative clause inside the subject belongs to it."""
    start = at
    while start > 0 and sequence[start - 1].tag not in (Tag.STOP, Tag.NUMBER):
        if sequence[start - 1].tag is Tag.COMMA and sequence[start].tag is not Tag.RELATIVE:
            break
        start -= 1
    return sequence[start:at]


def _clause(scene: Scene) -> Framing:
    """Fall back on the words of the clause: those before the number, then those after it."""
    before = [t for t in _clause_before(scene.tokens, scene.at) if t.tag is not Tag.TIME]
    after = _until_clause_ends(scene.after, relative=not scene.is_count)
    subject = clause([*before[-8:], *after[:8]]) or clause([*scene.before[-10:], *scene.after[:10]])
    if subject is None:
        return Framing("clause", None, "same")
    return Framing("clause", Subject(subject.label, subject.head, scene.quantity.end))


FRAMES: tuple[Callable[[Scene], Framing | None], ...] = (
    _row, _bracketed, _part, _same, _new_level, _counted, _shared, _spent_on, _amount_of, _measured, _clause,
)  # fmt: skip
"""The frames, in the order in which they are tried."""
