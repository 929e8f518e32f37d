"""The frames in which Dutch says a figure: how the words around a number name what it measures.

Each frame is a named rule with its phrase; they are tried in the order of `FRAMES`, the first that fits speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from graph.extract.figures import levels, lexicon, lists, measures, parts, resumed, series
from graph.extract.figures.brackets import bracketed, times_in_brackets
from graph.extract.figures.changes import change_by, new_level
from graph.extract.figures.counted import counted
from graph.extract.figures.measures import (
    amount_of,
    made_available,
    measured,
    paid,
    spent_by,
    spent_on,
    words_of_clause,
)
from graph.extract.figures.predicates import acting
from graph.extract.figures.scene import Framing, Scene, until_clause_ends
from graph.extract.figures.shares import (
    compared,
    consisting,
    part_consisting,
    share_as,
    share_of,
    share_that_is,
)
from graph.extract.figures.subjects import Subject, clause, label_of
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule("row", "regel van een opsomming", "row of a list", "Noodopvang 29.790"),
    Rule("bracketed", "getal tussen haakjes", "number in brackets", "asielvergunningen (740)"),
    Rule("part-of", "deel van het voorgaande", "part of what went before", "waarvan 600 gedwongen en 50 zelfstandig"),
    Rule("same-thing", "hetzelfde als het voorgaande", "the same as before", "In 2024 was dit 102 dagen"),
    Rule("respectively", "respectievelijk", "respectively", "In 2024 zijn dit respectievelijk 450 en 16.670"),
    *series.RULES,
    *resumed.RULES,
    *levels.RULES,
    *lists.RULES,
    *parts.RULES,
    Rule("counted", "geteld zelfstandig naamwoord", "counted noun", "570 aanvragen"),
    Rule("shared-noun", "gedeeld zelfstandig naamwoord", "shared noun", "ca 2.370 en ca 2.760 vreemdelingen"),
    *measures.RULES,
)

_PART = frozenset("waarvan daarvan hiervan waaronder hieronder daaronder".split())
_POINTING = frozenset("dit dat deze".split())
_CONCERNS = frozenset("gaat ging betreft betrof".split())
_PEOPLE = frozenset("mensen personen".split())
_BE = re.compile(
    r"is|was|waren|zijn|lag|ligt|lagen|liggen|beliep|beliepen|betreft|betrof|betreffen|betroffen|bedraagt|bedroeg|gaat|ging|gaan|gingen|komt|kwam|komen"
)


def frame(scene: Scene, *, alone: bool = False) -> Framing:
    """Say what a number measures, by the first frame that fits.

    Args:
        scene: the number in its sentence.
        alone: whether there is no figure before it that it could be part of or the same as.
    """
    found = (framing for read in FRAMES if (framing := read(scene)))
    return next(framing for framing in found if not (alone and points_back(framing)))


def points_back(framing: Framing) -> bool:
    """Whether a frame needs a figure before it."""
    return framing.relation in ("part", "same", "resumed", "of-them", "equal") or framing.rule == "series"


def _row(scene: Scene) -> Framing | None:
    """Noodopvang 29.790: a line without a verb, with the number at its end."""
    if scene.heading is None or not scene.before or any(token.tag is Tag.FINITE for token in scene.tokens):
        return None
    return Framing("row", clause(scene.before), "part")


def _part(scene: Scene) -> Framing | None:
    """Waarvan 600 gedwongen en 50 zelfstandig; Daarvan is 95% ingewilligd; bij 40 daarvan is beroep ingesteld."""
    if scene.after and scene.after[0].low in _PART:
        said = clause(until_clause_ends(scene.after[1:], relative=True))
        return Framing("part-of", Subject(said.label, said.head, scene.quantity.end) if said else None, "part")
    if [token.low for token in scene.after[:2]] == ["van", "hen"] and scene.is_count:
        told = clause(until_clause_ends(scene.after[2:], relative=True))
        return Framing("part-of", Subject(told.label, told.head, scene.quantity.end) if told else None, "part")
    marker = next((i for i in range(scene.at - 1, -1, -1) if _marks_part(scene.tokens, i)), _of_all(scene))
    if marker is None or any(
        t.tag in (Tag.RELATIVE, Tag.STOP) and t.low not in _PART for t in scene.tokens[marker + 1 : scene.at]
    ):
        return None
    return Framing("part-of", _predicate(scene), "part")


def _marks_part(sequence: Sequence[Token], i: int) -> bool:
    """Whether a word says that what follows is part of what went before: "waarvan", "van wie", "onder hen"."""
    people = sequence[i].low in ("wie", "hen") and i > 0 and sequence[i - 1].low in ("van", "onder")
    return people or sequence[i].low in _PART


def _of_all(scene: Scene) -> int | None:
    """Find the total at the head of a sentence: "Van de 4.500 vacatures zijn er 3.100 vervuld"."""
    if not scene.before or scene.tokens[0].low != "van" or (scene.is_count and counted(scene.tokens, scene.at)):
        return None
    if not scene.is_count and scene.before[-1].tag not in (Tag.FINITE, Tag.ADVERB, Tag.TIME):
        return None
    total = next((i for i, token in enumerate(scene.before) if token.tag is Tag.NUMBER), None)
    verb = total is not None and any(token.tag is Tag.FINITE for token in scene.tokens[total : scene.at])
    return total if verb and total is not None and total < _SHORT else None


_SHORT = 6


def _predicate(scene: Scene) -> Subject | None:
    """Read what is said of a part: the counted noun, or the words up to the next number or comma."""
    subject = counted(scene.tokens, scene.at) if scene.is_count else None
    if subject:
        return subject
    if scene.after and (scene.after[0].low == "door" or scene.after[0].low in ("direct", "volledig")):
        return resumed.what_is_said(scene)
    words: list[Token] = []
    for token in scene.after:
        if token.tag in (Tag.NUMBER, Tag.COMMA, Tag.STOP, Tag.OPEN, Tag.RELATIVE) or (token.low == "en" and words):
            break
        words.append(token)
    told = [
        token
        for token in words
        if token.tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.DETERMINER)
        or token.low in ("dan", "structureel", "incidenteel")
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
    last = _last_verb(near)
    behind = [t for t in near if t.start >= last and t.low not in lexicon.HOLLOW]
    plain = not any(t.tag in (Tag.WORD, Tag.NAME, Tag.STOP, Tag.COMMA) for t in behind)
    own = not scene.is_count and bool(scene.after) and scene.after[0].low == "aan"
    if (
        own
        or any(token.low == "terwijl" for token in scene.before[-10:])
        or not (points or about)
        or not plain
        or not any(_BE.fullmatch(token.low) for token in near)
    ):
        return None
    subject = (counted(scene.tokens, scene.at) or _shared_noun(scene)) if scene.is_count else _topic(scene)
    respectively = any(token.low == "respectievelijk" for token in scene.before[-6:])
    return Framing("respectively" if respectively else "same-thing", subject, "same")


def _topic(scene: Scene) -> Subject | None:
    """Give what a sentence opens with: "Voor de uitgaven gaat het om € 323 miljoen"."""
    if not scene.before or scene.before[0].low not in ("voor", "bij", "onder", "in", "op"):
        return None
    verb = next((i for i, token in enumerate(scene.before) if token.tag is Tag.FINITE), 0)
    subject = clause(scene.before[1:verb])
    if subject is None or subject.label in _SAYS_NOTHING:
        return None
    return Subject(subject.label, subject.head, scene.quantity.end)


_SAYS_NOTHING = frozenset({"absolute zin", "absolute aantallen", "totaal", "praktijk"})


def _stands_alone(near: Sequence[Token], i: int) -> bool:
    """Whether "dit" or "dat" stands for a thing by itself: beside its verb, not before a noun or a clause."""
    beside = [near[j].tag for j in (i - 1, i + 1) if 0 <= j < len(near)]
    return Tag.FINITE in beside or (near[i].low != "dat" and beside[-1:] != [Tag.WORD])


def _last_verb(near: Sequence[Token]) -> int:
    return max((token.start for token in near if token.tag is Tag.FINITE), default=0)


def _counted(scene: Scene) -> Framing | None:
    """570 aanvragen voor een verblijfsvergunning ontvangen."""
    one_in = scene.quantity.numeral.rule == "number-one-in"
    subject = counted(scene.tokens, scene.at) if scene.is_count or one_in else None
    if subject and (subject.head in lexicon.HOLLOW or subject.label in _PEOPLE):
        said = clause([t for t in scene.after if t.low != subject.head and t.tag is not Tag.NUMBER])
        if said is None and scene.quantity.numeral.rule == "number-word":
            return None
        subject = (
            Subject(label_of([[subject.label], said.label.split()]), subject.head, subject.end) if said else subject
        )
    if subject and scene.is_count and (told := acting(scene.tokens, scene.at, subject)):
        subject = told
    return Framing("counted", subject) if subject else None


def _shared_noun(scene: Scene) -> Subject | None:
    """Take the noun of the next number: "ca 2.370 en ca 2.760 vreemdelingen"."""
    i = scene.at + 1
    if scene.quantity.numeral.value % 1:
        return None
    while (i := _next_of_list(scene.tokens, i)) and scene.tokens[i + 1].tag is Tag.NUMBER:
        subject = counted(scene.tokens, i + 1)
        subject = subject and (acting(scene.tokens, i + 1, subject) or subject)
        if subject:
            return Subject(subject.label, subject.head, scene.quantity.end)
        i += 2
    return None


def _next_of_list(sequence: Sequence[Token], i: int) -> int:
    """Give the index before the next number of a list: "in 2022 2.190, in 2023 2.292 en in 2024 2.614"; 0 for none."""
    if i + 1 >= len(sequence) or sequence[i].low not in ("en", "of", ","):
        return 0
    behind = i + 1 if sequence[i + 1].tag is Tag.TIME and i + 2 < len(sequence) else i
    return behind if behind + 1 < len(sequence) else 0


def _shared(scene: Scene) -> Framing | None:
    subject = _shared_noun(scene) if scene.is_count else None
    return Framing("shared-noun", subject) if subject else None


FRAMES: tuple[Callable[[Scene], Framing | None], ...] = (
    _row, times_in_brackets, levels.set_aside, bracketed, series.equal_to, part_consisting, consisting, compared,
    share_that_is,
    resumed.the_rest, resumed.split, _part, _same, resumed.resumed, resumed.of_them,
    series.series_of, levels.gapped_subject, series.gapped, change_by, new_level, levels.level, levels.put_at,
    _counted, _shared, spent_by, made_available, paid, share_of, share_as,
    spent_on, amount_of, measured, words_of_clause,
)  # fmt: skip
"""The frames, in the order in which they are tried."""
