"""Frames of measures: amounts, durations and shares, whose subject stands elsewhere in the clause."""

from __future__ import annotations

from graph.extract.figures import lexicon
from graph.extract.figures.counted import counted
from graph.extract.figures.scene import Framing, Scene, around, clause_before, until_clause_ends
from graph.extract.figures.subjects import Subject, clause, named_before, without_brackets
from graph.extract.figures.tokens import Tag
from graph.model import Rule

RULES = (
    Rule("new-level", "nieuwe hoogte", "new level", "stijgt naar 88.000 opvangplekken"),
    Rule("amount-of", "bedrag van iets", "amount of something", "een bezuiniging van 1,8%"),
    Rule("spent-on", "bedrag aan iets", "amount on something", "€ 48,1 miljoen aan dwangsommen uitgekeerd"),
    Rule("measured", "onderwerp van de zin", "subject of the sentence", "De voorraad op 1 september betreft 300"),
    Rule("asked", "wat de vraag vraagt", "what the question asks", "Hoeveel is er uitgekeerd? € 5 miljoen."),
    Rule("clause", "woorden van de zin", "words of the clause", "het aanbod bestaat voor 80% uit voedingsmiddelen"),
)

_HOLLOW = frozenset("bedrag bedragen totaal percentage aandeel aantal som".split())
_LONG_ENOUGH = 5


def new_level(scene: Scene) -> Framing | None:
    """De behoefte stijgt naar 88.000 plekken; een verhoging van de steun naar € 5.000; loopt op van € 5 naar € 10."""
    if not scene.before or scene.before[-1].low not in ("naar", "tot", "op", "met", "van"):
        return None
    reach = 4 if scene.before[-1].low == "van" else 12
    near = range(scene.at - 1, max(-1, scene.at - reach), -1)
    change = next((i for i in near if lexicon.CHANGES.fullmatch(scene.tokens[i].low)), None)
    if change is None or (reach == 4 and scene.tokens[change].tag is not Tag.FINITE):
        return None
    thing = _what_changes(scene, change)
    if thing is None:
        return None
    noun = counted(scene.tokens, scene.at) if scene.is_count else None
    label = f"{thing.label} {noun.head}" if noun and noun.head not in thing.label else thing.label
    return Framing("new-level", Subject(label, thing.head, noun.end if noun else scene.quantity.end))


def _what_changes(scene: Scene, change: int) -> Subject | None:
    """Name what a word of change is about: the subject of the verb, also across a comma, or what follows the noun."""
    behind = clause([t for t in scene.tokens[change + 1 : scene.at] if t.tag is not Tag.NUMBER])
    if scene.tokens[change].tag is not Tag.FINITE:
        return behind
    subject = clause(clause_before(scene.tokens, change))
    comma = next((i for i in range(change - 1, -1, -1) if scene.tokens[i].tag is Tag.COMMA), None)
    if subject is None and comma is not None:
        subject = clause(clause_before(scene.tokens, comma))
    return subject or behind


def spent_on(scene: Scene) -> Framing | None:
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
    subject = clause(until_clause_ends(spent))
    return Framing("spent-on", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def amount_of(scene: Scene) -> Framing | None:
    """Een additionele bezuiniging van 1,8%; een bedrag beschikbaar van € 431,6mln; er komt een bijdrage van € 1."""
    before = list(scene.before)
    if not before or before[-1].low not in ("van", "à", "ad"):
        return None
    end = len(before) - 1
    while end > 0 and before[end - 1].tag is Tag.FINITE:
        end -= 1
    subject = named_before(before, end)
    if subject is None or subject.head in _HOLLOW:
        subject = clause(clause_before([*before, *scene.after], len(before))) or subject
    if subject is None or subject.head in _HOLLOW:
        subject = around(scene) or subject
    if subject is None:
        return None
    label = _with_purpose(subject.label, scene)
    return Framing("amount-of", Subject(label, subject.head, scene.quantity.end))


def _with_purpose(label: str, scene: Scene) -> str:
    """Add what an amount is for, behind it: "een bezuiniging van € 5 miljoen op cultuur"."""
    if len(label.split()) >= _LONG_ENOUGH or not scene.after or scene.after[0].low not in ("aan", "voor", "op"):
        return label
    purpose = counted([scene.tokens[scene.at], *scene.after[1:]], 0)
    return f"{label} {scene.after[0].low} {purpose.label}" if purpose else label


def measured(scene: Scene) -> Framing | None:
    """De voorraad op 1 september betreft 300; was de gemiddelde doorlooptijd van de procedure 118 dagen."""
    verb = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.FINITE), None)
    if verb is None or not lexicon.COPULAS.fullmatch(scene.tokens[verb].low):
        return None
    between = [t for t in without_brackets(scene.tokens[verb + 1 : scene.at]) if t.tag is not Tag.TIME]
    if any(token.tag in (Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.NUMBER) for token in between):
        return None
    subject = clause(between) or clause(clause_before(scene.tokens, verb))
    return Framing("measured", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def words_of_clause(scene: Scene) -> Framing:
    """Fall back on the words of the clause: those before the number, then those after it."""
    subject = around(scene) or clause([*scene.before[-10:], *scene.after[:10]])
    if subject is None:
        return Framing("clause", None)
    return Framing("clause", Subject(subject.label, subject.head, scene.quantity.end))
