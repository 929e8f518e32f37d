"""The frames in which Dutch says a figure: how the words around a number name what it measures.

Each frame is a named rule with its phrase; they are tried in the order of `FRAMES`, the first that fits speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from graph.extract.figures import measures
from graph.extract.figures.counted import counted
from graph.extract.figures.measures import amount_of, measured, new_level, spent_on, words_of_clause
from graph.extract.figures.scene import Framing, Scene, clause_before, until_clause_ends
from graph.extract.figures.subjects import Subject, clause, named_before
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule("row", "regel van een opsomming", "row of a list", "Noodopvang 29.790"),
    Rule("bracketed", "getal tussen haakjes", "number in brackets", "asielvergunningen (740)"),
    Rule("part-of", "deel van het voorgaande", "part of what went before", "waarvan 600 gedwongen en 50 zelfstandig"),
    Rule("same-thing", "hetzelfde als het voorgaande", "the same as before", "In 2024 was dit 102 dagen"),
    Rule("respectively", "respectievelijk", "respectively", "In 2024 zijn dit respectievelijk 450 en 16.670"),
    Rule("counted", "geteld zelfstandig naamwoord", "counted noun", "570 aanvragen"),
    Rule("shared-noun", "gedeeld zelfstandig naamwoord", "shared noun", "ca 2.370 en ca 2.760 vreemdelingen"),
    *measures.RULES,
)

_SMALL = 20
"""A bare number in brackets below this numbers the items of a sentence: "(1) ... en (2) ..."."""

_PART = frozenset("waarvan daarvan hiervan waaronder hieronder daaronder".split())
_POINTING = frozenset("dit dat deze".split())
_CONCERNS = frozenset("gaat ging betreft betrof".split())
_BE = re.compile(
    r"is|was|waren|zijn|betreft|betrof|betreffen|betroffen|bedraagt|bedroeg|gaat|ging|gaan|gingen|komt|kwam|komen"
)
_SPLIT = re.compile(
    r"splitsing|uitgesplitst|onderverdeeld|verdeling|verdeeld|namelijk|te weten|bestaande uit|waarvan|uitsplitsing"
)


def frame(scene: Scene, *, alone: bool = False) -> Framing:
    """Say what a number measures, by the first frame that fits.

    Args:
        scene: the number in its sentence.
        alone: whether there is no figure before it that it could be part of or the same as.
    """
    found = (framing for read in FRAMES if (framing := read(scene)))
    return next(framing for framing in found if not (alone and framing.relation in ("part", "same")))


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
        subject = _around_brackets(scene) or subject
    if subject is None:
        return None
    splits = any(_SPLIT.search(token.low) for token in scene.before)
    if scene.is_count and not splits and scene.quantity.numeral.value < _SMALL:
        return Framing("clause", None)
    return Framing("bracketed", subject, "part" if splits else "")


def _around_brackets(scene: Scene) -> Subject | None:
    """Give the words of the clause around a bracket: "Kaas krijgt meestal (87%) een Nutri-Score D"."""
    behind = next((i for i, t in enumerate(scene.after) if t.tag is Tag.CLOSE), len(scene.after))
    before = [t for t in clause_before(scene.tokens, scene.at - 1) if t.tag is not Tag.OPEN]
    subject = clause([*before[-8:], *until_clause_ends(scene.after[behind + 1 :])[:8]])
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
    points = any(token.low in _POINTING and _stands_alone(near, i) for i, token in enumerate(near))
    about = any("het" in pair and not _CONCERNS.isdisjoint(pair) for pair in pairwise(token.low for token in near))
    plain = not any(t.tag in (Tag.WORD, Tag.NAME, Tag.STOP, Tag.COMMA) for t in near if t.start >= _last_verb(near))
    own = not scene.is_count and bool(scene.after) and scene.after[0].low == "aan"
    if own or not (points or about) or not plain or not any(_BE.fullmatch(token.low) for token in near):
        return None
    subject = (counted(scene.tokens, scene.at) or _shared_noun(scene)) if scene.is_count else None
    respectively = any(token.low == "respectievelijk" for token in scene.before[-6:])
    return Framing("respectively" if respectively else "same-thing", subject, "same")


def _stands_alone(near: Sequence[Token], i: int) -> bool:
    """Whether "dit" or "dat" stands for a thing by itself: beside its verb, not before a noun or a clause."""
    beside = [near[j].tag for j in (i - 1, i + 1) if 0 <= j < len(near)]
    return Tag.FINITE in beside or (near[i].low != "dat" and beside[-1:] != [Tag.WORD])


def _last_verb(near: Sequence[Token]) -> int:
    return max((token.start for token in near if token.tag is Tag.FINITE), default=0)


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


FRAMES: tuple[Callable[[Scene], Framing | None], ...] = (
    _row, _bracketed, _part, _same, new_level, _counted, _shared, spent_on, amount_of, measured, words_of_clause,
)  # fmt: skip
"""The frames, in the order in which they are tried."""
