"""Numbers in brackets: what stands before them, what both brackets of a pair share, the clause around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.counted import counted
from graph.extract.figures.lexicon import HOLLOW
from graph.extract.figures.scene import Framing, Scene, clause_before, until_clause_ends
from graph.extract.figures.shares import share_as
from graph.extract.figures.subjects import Subject, clause, label_of, named_before
from graph.extract.figures.tokens import Tag, Token

_SMALL = 20
"""A bare number in brackets below this numbers the items of a sentence: "(1) ... en (2) ..."."""

_ITEM = 7
"""The longest item of a list, in words, that is still a name."""

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
    if behind >= 0 and scene.tokens[behind].tag is Tag.TIME and _goes_on_from(scene, behind):
        return Framing("bracketed", None, "twin")
    if compared := _compared(scene):
        return compared
    if own := _own_noun(scene):
        return own
    measure = _measure_before(scene)
    subject = measure or named_before(scene.tokens, scene.at - 1)
    if measure is None and (subject is None or not scene.is_count or subject.head in HOLLOW):
        subject = _listed_brackets(scene) or _around_brackets(scene) or subject
    if subject is None:
        return None
    subject = _under_colon(scene, subject)
    splits = any(_SPLIT.search(token.low) for token in scene.before)
    if scene.is_count and not splits and scene.quantity.numeral.value < _SMALL:
        return Framing("clause", None)
    return Framing("bracketed", subject, "part" if splits else "")


_COMPARING = frozenset("dan boven onder tegen tegenover".split())
_WITH = 6


def _compared(scene: Scene) -> Framing | None:
    """Read what a figure is compared with: "lager dan het jaar ervoor (6,8%)", "onder Denemarken (4,0%)".

    A share in brackets behind what is counted is of the same thing: "401.000 woningen (4,9%)".
    """
    if scene.is_count:
        return None
    for i in range(scene.at - 2, max(-1, scene.at - 2 - _WITH), -1):
        token = scene.tokens[i]
        if token.tag is Tag.NUMBER and scene.quantity.unit == "percent" and scene.at - 1 - i in (2, 3):
            return Framing("bracketed", None, "twin") if scene.tokens[i + 1].tag is Tag.WORD else None
        if token.tag in (Tag.NUMBER, Tag.FINITE, Tag.STOP, Tag.COMMA, Tag.CLOSE, Tag.PARTICIPLE):
            return None
        if token.low in _COMPARING and (token.low == "dan" or _is_level(scene.tokens, i)):
            with_what = clause([t for t in scene.tokens[i + 1 : scene.at - 1] if t.low not in _THEN])
            return Framing("resumed", with_what, "resumed")
    return None


def _is_level(sequence: Sequence[Token], i: int) -> bool:
    """Whether something lies above or below another: "ligt ... boven", "maar onder"."""
    return sequence[i - 1].low == "maar" or any(token.low in _LIES for token in sequence[max(0, i - _WITH) : i])


_LIES = frozenset("ligt liggen lag lagen blijft bleef zit".split())
_THEN = frozenset("jaar daarvoor ervoor eerder vorig voorgaande kwartaal maand".split())


def _goes_on_from(scene: Scene, time: int) -> bool:
    """Whether a time with its figure is one of a series: "2026 (€ 91 mln.), 2027 (€ 118 mln.)"."""
    last = next((i for i in range(time - 1, -1, -1) if scene.tokens[i].tag is Tag.NUMBER), None)
    joined = last is not None and all(
        token.tag in (Tag.CLOSE, Tag.COMMA, Tag.STOP) or token.low in ("en", "over")
        for token in scene.tokens[last + 1 : time]
    )
    return joined


MEASURES: tuple[tuple[str, str], ...] = (
    ("percent", r"\w*(?:percentage|aandeel|groei|stijging|daling|toename|afname|krimp|graad|rendement|marge|rente)"),
    ("EUR", r"\w*(?:bedrag|bedragen|kosten|budget|uitgaven|omzet|schuld|winst|verlies|prijs|tarief|opbrengst(?:en)?)"),
    ("", r"\w*(?:duur|norm|niveau|afstand|oppervlakte|capaciteit|diepte|productie|verbruik|lengte|tijd)"),
)
"""Nouns of measure, by unit ("" is any other): a number in brackets behind one is its value."""

_AVERAGE = re.compile(r"gemiddelde?|totale?|jaarlijkse?|maximale?|minimale?|bruto|netto")
_MEASURES = tuple((unit, re.compile(nouns)) for unit, nouns in MEASURES)


def _measure_before(scene: Scene) -> Subject | None:
    """Name the measure whose value stands in brackets behind it: "het groeipercentage van het bezoek (178,3%)"."""
    if scene.is_count:
        return None
    unit = scene.quantity.unit
    nouns = next((nouns for of, nouns in _MEASURES if of == unit), _MEASURES[-1][1])
    first = None
    for i in range(scene.at - 2, -1, -1):
        token = scene.tokens[i]
        if token.tag in (Tag.FINITE, Tag.STOP, Tag.COMMA, Tag.NUMBER, Tag.RELATIVE, Tag.CLOSE):
            break
        if token.tag is Tag.WORD and nouns.fullmatch(token.low):
            first = i
    if first is None:
        return None
    while first > 0 and _AVERAGE.fullmatch(scene.tokens[first - 1].low):
        first -= 1
    subject = clause(scene.tokens[first : scene.at - 1])
    return Subject(subject.label, subject.head, scene.quantity.end) if subject else None


def _own_noun(scene: Scene) -> Framing | None:
    """Read a number in brackets that has its noun beside it: "minder meldingen (46 meldingen)", "(100% controles)"."""
    if not scene.is_count:
        return share_as(scene)
    own = counted(scene.tokens, scene.at)
    if own is None or all(token.low != own.head for token in scene.before):
        return None
    return Framing("counted", own)


def times_in_brackets(scene: Scene) -> Framing | None:
    """Read how often each of a list in brackets was: "meldingen (12x overbelading, 4x dieren die ongeschikt waren)"."""
    often = scene.quantity.end > scene.quantity.numeral.end and scene.tokens[scene.at].low.endswith(
        ("x", "keer", "maal")
    )
    opens = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag in (Tag.OPEN, Tag.CLOSE)), None)
    if not scene.is_count or not often or opens is None or scene.tokens[opens].tag is Tag.CLOSE:
        return None
    item = [token.text for token in _item(scene.after)]
    if item and any(token.tag is Tag.NUMBER for token in scene.tokens[:opens]):
        return Framing("bracketed", Subject(" ".join(item), item[0].lower(), scene.quantity.end), "part")
    lead = clause(clause_before(scene.tokens, opens))
    if lead is None or not item:
        return None
    return Framing("bracketed", Subject(label_of([lead.label.split(), item]), lead.head, scene.quantity.end))


def _item(after: Sequence[Token]) -> Sequence[Token]:
    end = next((i for i, t in enumerate(after) if t.tag in (Tag.COMMA, Tag.CLOSE, Tag.NUMBER, Tag.STOP)), len(after))
    return after[: min(end, _ITEM)]


def _under_colon(scene: Scene, subject: Subject) -> Subject:
    """Add what a list behind a colon is a list of: "Zij kregen subsidie: musea (€ 3) en orkesten (€ 2)"."""
    colon = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].text == ":"), None)
    if colon is None or len(subject.label.split()) >= _ITEM or any(t.tag is Tag.FINITE for t in scene.before[colon:]):
        return subject
    lead = named_before(scene.tokens, colon)
    if lead is None or lead.head in HOLLOW or len(lead.label.split()) >= _ITEM:
        return subject
    return Subject(label_of([lead.label.split(), subject.label.split()]), lead.head, subject.end)


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
    name = [t.text for t in scene.before if t.low == own.label.split()[0].lower()][-1:]
    label = label_of([lead.label.split(), [scene.tokens[cut].low], [*name, *own.label.split()[len(name) :]]])
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
