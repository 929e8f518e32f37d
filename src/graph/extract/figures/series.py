"""Frames of series: a number whose thing stands at the first of them, with its own time, place or group."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.figures.counted import counted
from graph.extract.figures.scene import Framing, Scene, until_clause_ends
from graph.extract.figures.subjects import NAMING, Subject, clause
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule(
        "gapped",
        "zelfde zin, ander jaar of ander getal",
        "same clause, other time",
        "in 2011 € 4 miljoen en in 2013 € 5 miljoen",
    ),
    Rule("equals", "zelfde in ander opzicht", "the same, otherwise put", "7.300 fte, ofwel 7,2% van de banen"),
    Rule("series", "reeks van plaatsen of groepen", "series of places or groups", "48 dagen, in Denemarken 37 dagen"),
)


def series_of(scene: Scene) -> Framing | None:
    """In Nederland 48 dagen, in Denemarken 37 dagen; in Zeeland gaat het om 120 bedrijven, in Limburg om 340."""
    last = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.NUMBER), None)
    if last is None or scene.at - last > _SERIES or (scene.is_count and counted(scene.tokens, scene.at)):
        return None
    behind = scene.tokens[last + 1 : scene.at]
    joint = next((i for i, t in enumerate(behind) if t.tag is Tag.COMMA or t.low in _SERIES_JOINTS), None)
    if joint is None or joint > 2 or (scene.after and scene.after[0].tag in (Tag.PREPOSITION, *NAMING)):
        return None
    words = [t for t in behind[joint:] if t.tag is not Tag.COMMA and t.low not in _SERIES_JOINTS]
    if len(words) > 1 and words[-1].low in ("om", "op", "met", "naar"):
        words = words[:-1]
    if len(words) < 2 or words[0].low not in _PLACES or any(t.tag not in (Tag.DETERMINER, *NAMING) for t in words[1:]):
        return None
    label = " ".join([words[0].low, *(t.text for t in words[1:] if t.tag is not Tag.DETERMINER)])
    return Framing("series", Subject(label, words[-1].low, scene.quantity.end), "twin")


_EQUALS = frozenset("overeenkomt overeenkomend neerkomt gelijkstaat ofwel oftewel".split())
_OPENING = "dat komt neer op een kleine".split()
_BETWEEN = frozenset("wat hetgeen dat dit komt neer overeen met op aan een kleine is circa ongeveer".split())


def equal_to(scene: Scene) -> Framing | None:
    """7.300 fte, wat overeenkomt met 7,2% van de banen; 396.000 woningen, ofwel 4,8% van de voorraad."""
    last = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.NUMBER), -1)
    if scene.quantity.unit != "percent" or not scene.after or scene.after[0].low != "van":
        return None
    comma = next((i for i in range(scene.at - 1, last, -1) if scene.tokens[i].tag is Tag.COMMA), None)
    opens = 0 if last < 0 and comma is None and scene.at < len(_OPENING) else None
    first = comma + 1 if comma else opens
    words = [token.low for token in scene.tokens[first : scene.at]] if first is not None else []
    told = "neer" in words or "overeen" in words
    if (
        not words
        or (_EQUALS.isdisjoint(words) and not told)
        or not all(word in _EQUALS or word in _BETWEEN for word in words)
    ):
        return None
    whole = clause(until_clause_ends(scene.after[1:])[:_SERIES])
    return Framing("equals", Subject(f"van {whole.label}", whole.head, scene.quantity.end), "equal") if whole else None


_SERIES = 9
_SERIES_JOINTS = frozenset("en tegen tegenover terwijl ;".split())
_PLACES = frozenset("in bij voor onder op uit".split())


def _listed(scene: Scene, behind: Sequence[Token]) -> Subject | None:
    """Read the place of a number whose noun stands at the first of a list: "3 scholen in Zeeland, 2 in Limburg"."""
    if not scene.is_count or not scene.after or scene.after[0].low not in ("in", "bij", "uit"):
        return None
    if any(token.tag is not Tag.COMMA and token.low != "en" for token in behind):
        return None
    words = [token for token in until_clause_ends(scene.after[1:]) if token.tag in (Tag.DETERMINER, *NAMING)]
    if not words:
        return None
    label = " ".join([scene.after[0].low, *(token.text for token in words[:4])])
    return Subject(label, words[-1].low, scene.quantity.end)


def gapped(scene: Scene) -> Framing | None:
    """In 2011 € 4 miljoen aan inkomsten en in 2013 € 5 miljoen; 47 zendingen, in totaal 997 ton."""
    last = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.NUMBER), None)
    if last is None:
        return None
    near = scene.tokens[max(last + 1, scene.at - 4) : scene.at]
    joins = next((i for i, t in enumerate(near) if t.tag is Tag.COMMA or t.low in ("en", "tegen", "tegenover")), None)
    if joins is not None and (listed := _listed(scene, near[joins:])):
        return Framing("gapped", listed, "twin")
    if joins is None or (
        scene.after[:1]
        and scene.after[0].tag not in (Tag.COMMA, Tag.STOP, Tag.CLOSE, Tag.OPEN, Tag.TIME, Tag.CONJUNCTION)
    ):
        return None
    behind = near[joins:]
    if any(t.tag not in (Tag.TIME, Tag.COMMA) and t.low not in _JOINING for t in behind):
        return None
    times = any(t.tag is Tag.TIME for t in (*behind, *scene.after[:1]))
    totals = any("totaal" in t.low or t.low in ("ofwel", "oftewel", "oplopend", "aflopend") for t in behind)
    one_in = scene.quantity.numeral.rule == "number-one-in"
    return Framing("gapped", None, "twin") if times or totals or one_in else None


_JOINING = frozenset(
    "en tegen tegenover in totaal intotaal ofwel oftewel samen structureel nog eens oplopend aflopend tot naar "
    "om op".split()
)
