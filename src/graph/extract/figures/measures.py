"""Frames of measures: amounts, durations and shares, whose subject stands elsewhere in the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures import lexicon
from graph.extract.figures.counted import counted
from graph.extract.figures.scene import Framing, Scene, around, clause_before, until_clause_ends
from graph.extract.figures.subjects import Subject, clause, label_of, named_before, without_brackets
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule("new-level", "nieuwe hoogte", "new level", "stijgt naar 88.000 opvangplekken"),
    Rule("amount-of", "bedrag van iets", "amount of something", "een bezuiniging van 1,8%"),
    Rule("share-of", "aandeel van iets", "share of something", "42% van de aanvragen is ingewilligd"),
    Rule("made-available", "beschikbaar gesteld", "made available", "stelt € 5 miljoen beschikbaar voor onderwijs"),
    Rule("spent-on", "bedrag aan iets", "amount on something", "€ 48,1 miljoen aan dwangsommen uitgekeerd"),
    Rule("measured", "onderwerp van de zin", "subject of the sentence", "De voorraad op 1 september betreft 300"),
    Rule("asked", "wat de vraag vraagt", "what the question asks", "Hoeveel is er uitgekeerd? € 5 miljoen."),
    Rule("clause", "woorden van de zin", "words of the clause", "het aanbod bestaat voor 80% uit voedingsmiddelen"),
)

_HOLLOW = re.compile(r".*bedrag(?:en)?|totaal|percentage|aandeel|aantal|som|orde|grootte|maximum|minimum|gemiddelde")
_LONG_ENOUGH = 5
_GIVEN = frozenset(
    "beschikbaar gesteld gereserveerd uitgetrokken vrijgemaakt begroot geraamd toegekend verstrekt".split()
)
_FOR = frozenset("aan voor op van in".split())
_AUXILIARIES = frozenset("is zijn was waren wordt worden werd werden heeft hebben had hadden".split())
_PURPOSE = frozenset("voor om aan ten tbv t.b.v. op in als".split())


def new_level(scene: Scene) -> Framing | None:
    """De behoefte stijgt naar 88.000 plekken; een verhoging van de steun naar € 5.000; loopt op van € 5 naar € 10."""
    if not scene.before or scene.before[-1].low not in ("naar", "tot", "op", "met", "van"):
        return None
    reach = 4 if scene.before[-1].low == "van" else 12
    near = range(scene.at - 1, max(-1, scene.at - reach), -1)
    change = next((i for i in near if lexicon.CHANGES.fullmatch(scene.tokens[i].low)), None)
    if change is None or (reach == 4 and scene.tokens[change].tag not in (Tag.FINITE, Tag.PARTICIPLE)):
        return None
    thing = _what_changes(scene, change)
    if thing is None:
        return None
    noun = counted(scene.tokens, scene.at) if scene.is_count else None
    label = f"{thing.label} {noun.head}" if noun and noun.head not in thing.label else thing.label
    return Framing("new-level", Subject(label, thing.head, noun.end if noun else scene.quantity.end))


def _what_changes(scene: Scene, change: int) -> Subject | None:
    """Name what a word of change is about: the subject of the verb, also across a comma, or what follows the noun."""
    if scene.tokens[change].tag is Tag.PARTICIPLE:
        verb = next((i for i in range(change - 1, -1, -1) if scene.tokens[i].tag is Tag.FINITE), change)
        return clause(clause_before(scene.tokens, verb)) or clause(scene.tokens[verb:change])
    behind = clause([t for t in scene.tokens[change + 1 : scene.at] if t.tag is not Tag.NUMBER])
    if scene.tokens[change].tag is not Tag.FINITE:
        return behind
    opens = clause_before(scene.tokens, change)
    if behind and opens and opens[0].tag is Tag.PREPOSITION:
        return behind
    subject = clause(opens)
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


def share_of(scene: Scene) -> Framing | None:
    """42% van de aanvragen is ingewilligd; iets minder dan de helft (46%) van de uitgaven."""
    if scene.quantity.unit != "percent":
        return None
    outside = [token for token in without_brackets(scene.after) if token.tag is not Tag.CLOSE]
    if not outside or outside[0].low != "van":
        return None
    verbs = [token.low for token in _own_clause(scene) if token.tag is Tag.FINITE]
    closes = any(token.tag is Tag.PARTICIPLE for token in until_clause_ends(outside))
    if verbs and not (closes and set(verbs) <= _AUXILIARIES):
        return None
    of = 1
    while of < len(outside) and outside[of].tag in (Tag.DETERMINER, Tag.NUMBER):
        of += 1
    subject = counted([scene.tokens[scene.at], *outside[of:]], 0)
    return Framing("share-of", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def _own_clause(scene: Scene) -> Sequence[Token]:
    """Give the words before a number in its own clause: behind "dat", "waaruit" or a comma."""
    words = clause_before(scene.tokens, scene.at)
    opens = [i for i, token in enumerate(words) if token.tag in (Tag.RELATIVE, Tag.CONJUNCTION)]
    return words[opens[-1] + 1 :] if opens else words


def made_available(scene: Scene) -> Framing | None:
    """Het kabinet stelt € 5 miljoen beschikbaar voor onderwijs; heeft 200 miljoen euro uitgetrokken voor bestuur."""
    if scene.is_count:
        return None
    outside = without_brackets(scene.after)
    given = [token for token in outside[:3] if token.low in _GIVEN]
    if not given or (given[0] is not outside[0] and outside[0].tag not in (Tag.TIME, Tag.ADVERB, Tag.FINITE)):
        return None
    last = outside.index(given[-1]) + 1
    while last < len(outside) and outside[last].tag in (Tag.FINITE, Tag.TIME, Tag.ADVERB):
        last += 1
    if last >= len(outside) or outside[last].low not in _PURPOSE:
        return None
    behind = [token for token in until_clause_ends(outside[last : last + 10]) if token.tag is not Tag.TIME]
    purpose = clause(behind[1:])
    if purpose is None:
        return None
    label = label_of([[token.low for token in given], [token.text for token in behind]])
    return Framing("made-available", Subject(label, purpose.head, scene.quantity.end))


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
    if verb is None or not lexicon.COPULAS.fullmatch(scene.tokens[verb].low):
        return None
    between = [t for t in without_brackets(scene.tokens[verb + 1 : scene.at]) if t.tag is not Tag.TIME]
    if any(token.tag in (Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.NUMBER) for token in between):
        return None
    opens = [token for token in clause_before(scene.tokens, verb) if token.tag is not Tag.TIME]
    while opens and opens[0].tag in (Tag.CONJUNCTION, Tag.ADVERB):
        opens = opens[1:]
    counts = any(token.tag is Tag.NUMBER for token in scene.tokens[:verb])
    before = clause(opens) if opens and not counts and opens[0].tag is not Tag.PREPOSITION else None
    subject = before or clause(between) or clause(opens)
    return Framing("measured", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def words_of_clause(scene: Scene) -> Framing:
    """Fall back on the words of the clause: those before the number, then those after it."""
    subject = around(scene) or clause([*scene.before[-10:], *scene.after[:10]])
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
