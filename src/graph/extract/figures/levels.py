"""Frames of levels: what stands at a number of things, is put at one, or is set aside as money for something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.counted import counted
from graph.extract.figures.measures import measured
from graph.extract.figures.scene import Framing, Scene, clause_before
from graph.extract.figures.subjects import NAMING, Subject, clause, label_of, named_before, without_brackets
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule("level", "omvang in stuks", "size in things", "De voorraad bedroeg 49.830 zaken"),
    Rule("put-at", "geraamd op", "put at", "De dienst raamt het aantal uitkeringen op 474.000"),
    Rule("gapped-subject", "eigen onderwerp, zelfde werkwoord", "own subject, same verb", "en het aantal boetes op 40"),
    Rule("set-aside", "geld voor iets", "money for something", "Voor de herstelactie is € 264 mln. gereserveerd"),
)

_STATES = re.compile(r"bedraagt|bedragen|bedroeg|bedroegen|beliep|beliepen|beloopt")
_PUT_AT = re.compile(
    r"raamt|raamde|ramen|schat|schatte|schatten|begroot|begrootte|becijfert|becijferde|berekende|stelt"
)
_ESTIMATED = re.compile(r"geraamd|geschat|begroot|becijferd|berekend|vastgesteld|gesteld")
_WERE = re.compile(r"is|was|wordt|werd|worden|werden|zijn|waren")

_SIZES = re.compile(
    r"\w*(?:tekort|overschot|achterstand|voorraad|capaciteit|bezetting|behoefte|instroom|uitstroom|taakstelling|opgave"
    r"|wachtlijst|toename|afname|stijging|daling|omvang|formatie|productie|doelstelling|inzet)"
)
"""Nouns of size: "een achterstand van 6.880 personen" measures the "achterstand"."""

GIVEN = frozenset(
    "beschikbaar gereserveerd uitgetrokken vrijgemaakt begroot geraamd toegevoegd bestemd voorzien".split()
)
"""What is done with money that is set aside."""

_TOWARDS = frozenset("hiervoor daarvoor hieraan daaraan".split())
_FAR = 14


def level(scene: Scene) -> Framing | None:
    """De voorraad aanvragen bedroeg 49.830 zaken; Het tekort werd geraamd op 396.000 woningen; achterstand van 5 km."""
    noun = counted(scene.tokens, scene.at) if scene.is_count else None
    if noun is None:
        return None
    if scene.before and scene.before[-1].low == "van":
        end = scene.at - 1
        while end > 1 and scene.tokens[end - 1].tag in (Tag.FINITE, Tag.PARTICIPLE):
            end -= 1
        size = scene.tokens[end - 1]
        new = end > 1 and scene.tokens[end - 2].low == "een" and _SIZES.fullmatch(size.low)
        subject = Subject(size.low, size.low, size.end) if new else named_before(scene.before, end)
        if subject is None or not _SIZES.fullmatch(subject.head):
            return None
        return _with_noun("level", subject, noun)
    verb = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.FINITE), None)
    if verb is None or not (_STATES.fullmatch(scene.tokens[verb].low) or _is_put(scene.tokens[verb : scene.at])):
        return None
    framing = measured(scene)
    return _with_noun("level", framing.subject, noun) if framing and framing.subject else None


def _is_put(words: Sequence[Token]) -> bool:
    """Whether a verb in the passive puts something at a number: "werd begin dit jaar geraamd op"."""
    passive = _WERE.fullmatch(words[0].low) is not None
    return passive and any(_ESTIMATED.fullmatch(token.low) for token in words) and words[-1].low == "op"


def _with_noun(rule: str, subject: Subject, noun: Subject) -> Framing:
    words = subject.label.lower()
    known = noun.head in words or noun.head.removesuffix("en").removesuffix("s") in words
    label = subject.label if known else label_of([subject.label.split(), [noun.head]])
    return Framing(rule, Subject(label, subject.head, noun.end))


def put_at(scene: Scene) -> Framing | None:
    """In de nota raamt het UWV het aantal uitkeringen eind 2026 op 474.000."""
    if not scene.before or scene.before[-1].low != "op":
        return None
    verb = next((i for i in range(scene.at - 2, max(-1, scene.at - _FAR), -1) if _puts(scene.tokens[i])), None)
    if verb is None:
        return None
    words = [t for t in without_brackets(scene.tokens[verb + 1 : scene.at - 1]) if t.tag is not Tag.TIME]
    while words and (words[0].tag is Tag.NAME or (words[0].text.isupper() and words[0].tag is Tag.WORD)):
        words = words[1:]
    ends = (Tag.COMMA, Tag.STOP, Tag.NUMBER, Tag.RELATIVE, Tag.FINITE)
    subject = clause(words) if not any(token.tag in ends for token in words) else None
    return Framing("put-at", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def _puts(token: Token) -> bool:
    return token.tag in (Tag.FINITE, Tag.WORD, Tag.PARTICIPLE) and _PUT_AT.fullmatch(token.low) is not None


def gapped_subject(scene: Scene) -> Framing | None:
    """Het aantal aanvragen kwam uit op 2.340 en het aantal nareizigers op 13.910."""
    last = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.NUMBER), None)
    if last is None or scene.at - last > _FAR or not any(t.tag is Tag.FINITE for t in scene.tokens[:last]):
        return None
    between = [t for t in without_brackets(scene.tokens[last + 1 : scene.at]) if t.tag is not Tag.TIME]
    joint = next((i for i, t in enumerate(between) if t.low == "en"), None)
    if joint is None or len(between) < joint + 3 or between[-1].low not in ("op", "tot", "naar"):
        return None
    words = between[joint + 1 : -1]
    if words[0].tag is not Tag.DETERMINER or words[0].low not in ("de", "het"):
        return None
    if any(t.tag not in (Tag.DETERMINER, Tag.PREPOSITION, Tag.PARTICIPLE, *NAMING) for t in words):
        return None
    subject = clause(words)
    return Framing("gapped-subject", Subject(subject.label, subject.head, scene.quantity.end)) if subject else None


def set_aside(scene: Scene) -> Framing | None:
    """Voor de herstelactie is in de begroting € 264 mln. gereserveerd; Hiervoor is € 74 miljoen beschikbaar."""
    if scene.quantity.unit not in ("EUR", "USD") or any(t.low in GIVEN for t in scene.before[-2:-1]):
        return None
    begins = next((i + 1 for i in range(scene.at - 1, -1, -1) if scene.tokens[i].text == ";"), 0)
    words = scene.tokens[begins:]
    while words and words[0].tag in (Tag.ADVERB, Tag.CONJUNCTION) and words[0].low not in _TOWARDS:
        words = words[1:]
    given = next((token for token in words if token.low in GIVEN), None)
    verb = next((i for i, token in enumerate(words) if token.tag is Tag.FINITE), None)
    if given is None or verb is None or words[verb].start > scene.quantity.start or not _alone(scene):
        return None
    if any(t.low in _TOWARDS for t in words[: verb + 3]):
        return Framing("set-aside", Subject(given.low, given.low, scene.quantity.end))
    if words[0].low != "voor":
        return None
    own = _own_purpose(scene)
    purpose = clause(own) if own else clause(without_brackets(words[1:verb]))
    if purpose is None:
        return None
    label = label_of([[given.low, "voor"], purpose.label.split()])
    return Framing("set-aside", Subject(label, purpose.head, scene.quantity.end))


def _own_purpose(scene: Scene) -> Sequence[Token]:
    """Give the second of two purposes: "voor de Lbv is € 1 miljard en voor de Lbv-plus | € 2 miljard beschikbaar"."""
    last = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag is Tag.NUMBER), None)
    between = [t for t in scene.tokens[last + 1 : scene.at] if t.tag is not Tag.TIME] if last is not None else []
    begins = next((i + 1 for i, token in enumerate(between) if token.low == "voor"), None)
    return between[begins:] if begins else ()


def _alone(scene: Scene) -> bool:
    """Whether the amount has no purpose of its own behind it, nor a noun that names it before it."""
    outside = [t for t in without_brackets(scene.after) if t.tag not in (Tag.TIME, Tag.ADVERB, Tag.CLOSE)]
    while len(outside) > 1 and outside[0].low == "per":
        outside = outside[2:]
    own = (outside[:1] and outside[0].low in ("aan", "voor", "van")) or any(t.low in ("om",) for t in outside[1:3])
    behind = outside[1:2] and outside[0].low in GIVEN and outside[1].low in ("voor", "om", "aan")
    named = scene.before[-1:] and scene.before[-1].low in ("van", "waarvan", "daarvan", "hiervan")
    clauses = any(t.tag is Tag.RELATIVE for t in clause_before(scene.tokens, scene.at))
    return not (own or behind or named or clauses)
