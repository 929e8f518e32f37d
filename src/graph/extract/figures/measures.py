"""Frames of measures: amounts and durations, whose subject stands elsewhere in the clause."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.extract.figures import changes, lexicon, shares
from graph.extract.figures.counted import counted
from graph.extract.figures.scene import Framing, Scene, around, clause_before, until_clause_ends
from graph.extract.figures.subjects import NAMING, Subject, clause, label_of, named_before, without_brackets
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    *changes.RULES,
    Rule("amount-of", "bedrag van iets", "amount of something", "een bezuiniging van 1,8%"),
    *shares.RULES,
    Rule("made-available", "beschikbaar gesteld", "made available", "stelt € 5 miljoen beschikbaar voor onderwijs"),
    Rule("paid", "betaald aan iets", "paid to something", "draagt jaarlijks € 25 miljoen bij aan het fonds"),
    Rule("spent-on", "bedrag aan iets", "amount on something", "€ 48,1 miljoen aan dwangsommen uitgekeerd"),
    Rule("measured", "onderwerp van de zin", "subject of the sentence", "De voorraad op 1 september betreft 300"),
    Rule("asked", "wat de vraag vraagt", "what the question asks", "Hoeveel is er uitgekeerd? € 5 miljoen."),
    Rule("clause", "woorden van de zin", "words of the clause", "het aanbod bestaat voor 80% uit voedingsmiddelen"),
)

_HOLLOW = re.compile(r".*bedrag(?:en)?|totaal|percentage|aandeel|aantal|som|orde|grootte|maximum|minimum|gemiddelde")
_LONG_ENOUGH = 5
_FAR = 20
_ESTIMATED = re.compile(r"geraamd|geschat|begroot|becijferd|berekend|vastgesteld|bepaald")
_COSTS = re.compile(r"kost|kosten|kostten?")
_GIVEN = frozenset(
    "beschikbaar gesteld gereserveerd uitgetrokken vrijgemaakt begroot geraamd toegekend verstrekt".split()
)
_FOR = frozenset("aan voor op van in".split())
_PURPOSE = frozenset("voor om aan ten tbv t.b.v. op in als".split())


def spent_on(scene: Scene) -> Framing | None:
    """€ 48,1 miljoen aan dwangsommen uitgekeerd; € 113,8mln wordt besteed aan begeleidingskosten."""
    if scene.is_count or not scene.after:
        return None
    outside = without_brackets(scene.after)
    if outside and outside[0].low == "aan":
        subject = counted([scene.tokens[scene.at], *outside[1:]], 0)
        label = label_of([subject.label.split(), _by_whom(scene)]) if subject else ""
        return Framing("spent-on", Subject(label, subject.head, scene.quantity.end)) if subject else None
    verbs = 0
    while verbs < len(outside) and outside[verbs].tag in (Tag.FINITE, Tag.TIME, Tag.ADVERB):
        verbs += 1
    spent = outside[verbs : verbs + 9]
    if not verbs or len(spent) < 2 or spent[0].tag is not Tag.PARTICIPLE or spent[1].tag is not Tag.PREPOSITION:
        return None
    subject = clause(until_clause_ends(spent))
    return Framing("spent-on", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def _by_whom(scene: Scene) -> list[str]:
    """Name the body that paid, which others do not do for it: "In 2024 is door UHT | € 96,3 miljoen uitgekeerd"."""
    near = [*clause_before(scene.tokens, scene.at), *without_brackets(until_clause_ends(scene.after))]
    by = [t for t in near if t.tag is not Tag.DETERMINER and t.tag is not Tag.TIME]
    named = (t for door, t in pairwise(by) if door.low == "door" and (t.tag is Tag.NAME or t.text[0].isupper()))
    return [word for token in named for word in ("door", *token.text.split())]


PAYMENTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"dra(?:agt|gen)|droeg(?:en)?"), "bij", "bijdrage"),
    (re.compile(r"geeft|geven|gaf|gaven"), "uit", "uitgaven"),
    (re.compile(r"trekt|trekken|trok(?:ken)?"), "uit", "uitgetrokken"),
)
"""Verbs whose second half stands behind the amount, and the noun for both: "draagt € 5 miljoen bij aan het fonds"."""


def paid(scene: Scene) -> Framing | None:
    """Nederland draagt jaarlijks € 25 miljoen bij aan het fonds; gemeenten gaven € 5 miljoen uit aan zorg."""
    outside = [token for token in without_brackets(scene.after[:_FAR]) if token.tag is not Tag.TIME]
    if scene.quantity.unit == "percent" and outside and outside[0].low == "van":
        half = next((i for i, token in enumerate(outside[:8]) if token.low in ("uit", "bij")), 0)
        outside = outside[half:]
    if scene.is_count or len(outside) < 3 or outside[1].low not in ("aan", "voor"):
        return None
    noun = next((noun for verb, half, noun in PAYMENTS if half == outside[0].low and _has(scene, verb)), None)
    purpose = clause(until_clause_ends(outside[2:])) if noun else None
    if noun is None or purpose is None:
        return None
    label = label_of([[noun, outside[1].low], purpose.label.split()])
    return Framing("paid", Subject(label, purpose.head, scene.quantity.end))


def _has(scene: Scene, verb: re.Pattern[str]) -> bool:
    return any(verb.fullmatch(token.low) for token in scene.before[-12:])


def made_available(scene: Scene) -> Framing | None:
    """Het kabinet stelt € 5 miljoen beschikbaar voor onderwijs; heeft 200 miljoen euro uitgetrokken voor bestuur."""
    if scene.is_count:
        return None
    outside = without_brackets(scene.after)
    while len(outside) > 2 and outside[0].low == "per":
        outside = outside[2:]
    given = [token for token in outside[:3] if token.low in _GIVEN]
    if not given or (given[0] is not outside[0] and outside[0].tag not in (Tag.TIME, Tag.ADVERB, Tag.FINITE)):
        return None
    last = outside.index(given[-1]) + 1
    while last < len(outside) and outside[last].tag in (Tag.FINITE, Tag.TIME, Tag.ADVERB):
        last += 1
    if last >= len(outside) or outside[last].low not in _PURPOSE:
        return _given_in(scene, given[0])
    behind = [token for token in until_clause_ends(outside[last : last + 10]) if token.tag is not Tag.TIME]
    purpose = clause(behind[1:])
    if purpose is None:
        return None
    label = label_of([[token.low for token in given], [token.text for token in behind]])
    return Framing("made-available", Subject(label, purpose.head, scene.quantity.end))


def _given_in(scene: Scene, given: Token) -> Framing | None:
    """Name an amount without a purpose by where it stands: "Bij de nota is | € 562 miljoen gereserveerd"."""
    opens = [token for token in clause_before(scene.tokens, scene.at) if token.tag is not Tag.TIME]
    verb = next((i for i, token in enumerate(opens) if token.tag is Tag.FINITE), len(opens))
    where = clause(opens[1:verb]) if opens and opens[0].low in ("bij", "in") else None
    if where is None or any(token.tag in NAMING for token in opens[verb:]):
        return None
    label = label_of([[lexicon.attributive(given.low), "bedrag", opens[0].low], where.label.split()])
    return Framing("made-available", Subject(label, where.head, scene.quantity.end))


def spent_by(scene: Scene) -> Framing | None:
    """Het fonds, waaraan het Rijk € 3 miljoen bijdroeg; de inhuur van adviseurs, waaraan het bureau € 3 uitgaf."""
    if scene.quantity.unit not in ("EUR", "USD"):
        return None
    near = range(scene.at - 1, max(0, scene.at - _FAR), -1)
    at = next((i for i in near if scene.tokens[i].low in ("waaraan", "waarvoor")), None)
    if at is None or any(t.tag in (Tag.NUMBER, Tag.STOP, Tag.COMMA) for t in scene.tokens[at : scene.at]):
        return None
    thing = named_before(scene.tokens, at - 1 if scene.tokens[at - 1].tag is Tag.COMMA else at)
    return Framing("spent-on", Subject(thing.label, thing.head, scene.quantity.end)) if thing else None


def amount_of(scene: Scene) -> Framing | None:
    """Een additionele bezuiniging van 1,8%; een bedrag beschikbaar van € 431,6mln; er komt een bijdrage van € 1."""
    before = list(scene.before)
    if not before or before[-1].low not in ("van", "à", "ad"):
        return None
    end = len(before) - 1
    while end > 0 and before[end - 1].tag is Tag.FINITE:
        end -= 1
    subject = named_before(before, end)
    hollow = subject is None or _HOLLOW.fullmatch(subject.head) or (end > 0 and _HOLLOW.fullmatch(before[end - 1].low))
    if hollow or subject is None:
        subject = clause(clause_before([*before, *scene.after], len(before))) or subject
    if subject is None or _HOLLOW.fullmatch(subject.head):
        subject = around(scene) or subject
    if subject is None:
        return None
    label = _with_purpose(subject.label, scene)
    return Framing("amount-of", Subject(label, subject.head, scene.quantity.end))


def _with_purpose(label: str, scene: Scene) -> str:
    """Add what an amount is for, behind it: "een bezuiniging van € 5 miljoen op cultuur"."""
    if len(label.split()) >= _LONG_ENOUGH or not scene.after or scene.after[0].low not in _FOR:
        return label
    if scene.after[0].low in ("van", "in") and len(label.split()) > 2:
        return label
    purpose = counted([scene.tokens[scene.at], *scene.after[1:]], 0)
    return f"{label} {scene.after[0].low} {purpose.label}" if purpose else label


def measured(scene: Scene) -> Framing | None:
    """De voorraad op 1 september betreft 300; was de gemiddelde doorlooptijd van de procedure 118 dagen."""
    verb = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.FINITE), None)
    if verb is None or not (lexicon.COPULAS.fullmatch(scene.tokens[verb].low) or _is_estimated(scene, verb)):
        return None
    between = [t for t in without_brackets(scene.tokens[verb + 1 : scene.at]) if t.tag is not Tag.TIME]
    stops = any(token.tag in (Tag.STOP, Tag.RELATIVE, Tag.NUMBER) for token in between)
    if stops or (any(token.tag is Tag.COMMA for token in between) and not _is_list(between)):
        return None
    opens = [token for token in clause_before(scene.tokens, verb) if token.tag is not Tag.TIME]
    while opens and opens[0].tag in (Tag.CONJUNCTION, Tag.ADVERB):
        opens = opens[1:]
    counts = any(token.tag is Tag.NUMBER for token in scene.tokens[:verb])
    costs = _COSTS.fullmatch(scene.tokens[verb].low)
    if costs and not any(token.tag in (Tag.WORD, Tag.NAME) for token in (*opens, *between)):
        return Framing("measured", Subject("kosten", "kosten", scene.quantity.end))
    before = clause(opens) if opens and not counts and opens[0].tag is not Tag.PREPOSITION else None
    subject = before or clause(between) or clause(opens)
    if subject is None:
        return None
    price = costs and not subject.label.startswith("kosten") and not scene.is_count
    label = label_of([["kosten", "van"], subject.label.split()]) if price else subject.label
    return Framing("measured", Subject(label, subject.head, scene.quantity.end))


def _is_list(between: list[Token]) -> bool:
    """Whether commas join the items of a list: "het onderhoud op de wegen, de vaarwegen en het water samen"."""
    last = max(i for i, token in enumerate(between) if token.tag is Tag.COMMA)
    return any(token.low == "en" for token in between[last:]) and between[last + 1].tag is Tag.DETERMINER


def _is_estimated(scene: Scene, verb: int) -> bool:
    """Whether many things are put at a number: "de kosten worden geraamd op € 5 miljoen"."""
    return scene.tokens[verb].low in ("worden", "werden") and any(
        _ESTIMATED.fullmatch(token.low) for token in scene.tokens[verb : scene.at]
    )


def words_of_clause(scene: Scene) -> Framing:
    """Fall back on the words of the clause: those before the number, then those after it."""
    subject = around(scene) or clause([*scene.before[-10:], *scene.after[:10]])
    if subject is None and not scene.is_count:
        near = (*scene.before[-6:], *until_clause_ends(scene.after)[:6])
        said = next((token for token in near if token.low in _GIVEN), None)
        subject = Subject(said.low, said.low, scene.quantity.end) if said else None
    if subject is None:
        return Framing("clause", None)
    return Framing("clause", Subject(subject.label, subject.head, scene.quantity.end))


def rate_of(scene: Scene) -> str:
    """Give the words of a rate right behind a number: "per leerling per week", "per 25.000 inwoners"."""
    words: list[str] = []
    i = 0
    while i + 1 < len(scene.after) and scene.after[i].low == "per":
        noun = i + 1
        while noun < len(scene.after) and (scene.after[noun].text[0].isdigit() or scene.after[noun].low in "., "):
            noun += 1
        if noun >= len(scene.after) or scene.after[noun].tag not in (Tag.WORD, Tag.NAME):
            break
        words += [token.low for token in scene.after[i : noun + 1] if token.text != "."]
        i = noun + 1
    return " ".join(words)
