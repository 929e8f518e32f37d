"""Numbers in brackets: what stands before them, what both brackets of a pair share, the clause around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.lexicon import HOLLOW
from graph.extract.figures.scene import Framing, Scene, clause_before, until_clause_ends
from graph.extract.figures.subjects import Subject, clause, label_of, named_before
from graph.extract.figures.tokens import Tag, Token

_SMALL = 20
"""A bare number in brackets below this numbers the items of a sentence: "(1) ... en (2) ..."."""

_SPLIT = re.compile(
    r"splitsing|uitgesplitst|onderverdeeld|verdeling|verdeeld|namelijk|te weten|bestaande uit|waarvan|uitsplitsing"
)


def bracketed(scene: Scene) -> Framing | None:
    """Read a number in brackets: "asielvergunningen (740)"."""
    if not scene.before or scene.before[-1].tag is not Tag.OPEN:
        return None
    behind = scene.at - 2
    while behind >= 0 and scene.tokens[behind].low in ("van", "=", ":"):
        behind -= 1
    if behind >= 0 and scene.tokens[behind].tag is Tag.NUMBER:
        return Framing("bracketed", None, "twin")
    subject = named_before(scene.tokens, scene.at - 1)
    if subject is None or not scene.is_count or subject.head in HOLLOW:
        subject = _listed_brackets(scene) or _around_brackets(scene) or subject
    if subject is None:
        return None
    splits = any(_SPLIT.search(token.low) for token in scene.before)
    if scene.is_count and not splits and scene.quantity.numeral.value < _SMALL:
        return Framing("clause", None)
    return Framing("bracketed", subject, "part" if splits else "")


def _listed_brackets(scene: Scene) -> Subject | None:
    """Give a second bracket what the first has: "fouten bij Onderwijs (€ 4) en bij Financiën (€ 6)"."""
    first = next(
        (i for i, t in enumerate(scene.before[:-1]) if t.tag is Tag.OPEN and scene.tokens[i + 1].tag is Tag.NUMBER),
        None,
    )
    if first is None:
        return None
    own = named_before(scene.tokens, scene.at - 1)
    between = scene.tokens[first + 3 : scene.at - 1]
    if own is None or any(t.tag in (Tag.FINITE, Tag.STOP) for t in between):
        return None
    cut = next((i for i in range(first - 1, 0, -1) if scene.tokens[i].tag is Tag.PREPOSITION), None)
    lead = clause(clause_before(scene.tokens, cut)) if cut else None
    if cut is None or lead is None:
        return None
    label = label_of([lead.label.split(), [scene.tokens[cut].low], own.label.split()])
    return Subject(label, lead.head, scene.quantity.end)


def _sentence_part(tokens: Sequence[Token]) -> Sequence[Token]:
    return until_clause_ends(tokens, relative=True)[:14]


def _around_brackets(scene: Scene) -> Subject | None:
    """Give the words of the clause around a bracket: "Kaas krijgt meestal (87%) een Nutri-Score D"."""
    behind = next((i for i, t in enumerate(scene.after) if t.tag is Tag.CLOSE), len(scene.after))
    rest = scene.after[behind + 1 :]
    if scene.at > 1 and scene.tokens[scene.at - 2].low in HOLLOW and (told := clause(_sentence_part(rest))):
        return Subject(told.label, told.head, scene.quantity.end)
    if rest and (rest[0].tag is Tag.COMMA or rest[0].low in ("en", "of")):
        rest = ()
    before = [t for t in clause_before(scene.tokens, scene.at - 1) if t.tag is not Tag.OPEN]
    subject = clause([*before[-8:], *until_clause_ends(rest)[:8]])
    return Subject(subject.label, subject.head, scene.quantity.end) if subject else None
