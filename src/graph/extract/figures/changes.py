"""Frames of change: the new level of what rises or falls, and by how much something is to be raised or lowered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extract.figures import lexicon
from graph.extract.figures.counted import counted
from graph.extract.figures.scene import Framing, Scene, clause_before
from graph.extract.figures.subjects import Subject, clause, label_of, named_before
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule("new-level", "nieuwe hoogte", "new level", "stijgt naar 88.000 opvangplekken"),
    Rule("change-by", "verandering met een bedrag", "change by an amount", "het budget op te hogen met € 2 miljoen"),
)

_TO_CHANGE = re.compile(
    r"(?:ver(?:hogen|lagen|minderen|meerderen|groten|kleinen|korten|lengen|ruimen)|hogen|breiden|reduceren|beperken"
    r"|dringen|brengen|schroeven|bouwen|korten|stijgen|dalen|groeien|intensiveren)"
)
"""Infinitives behind "te" of what raises or lowers something: "te verlagen", "op te hogen", "terug te dringen"."""

_CLOSES = re.compile(
    r"(?:toe|af)(?:nemen|neemt|nam|namen|genomen)|(?:op|terug)(?:lopen|loopt|liep|gelopen)|stijgt|stijgen|steeg|stegen"
    r"|daalt|dalen|daalde|daalden|groeit|groeien|groeide|gestegen|gedaald|gegroeid|verhoogd|verlaagd|gekrompen"
)
"""Verbs of change that stand behind the number."""

DIRECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("stijging", re.compile(r"stij|steeg|stegen|gestegen|toe|groei|gegroei|oplo|opgel|opliep|verho")),
    ("daling", re.compile(r"daal|dale|daling|gedaald|af|teruglo|terugl|terugge|verlaa|verlag|gekrompen")),
)
"""What a change is called, by the verb or noun that says it."""

_INFINITIVES = frozenset("oplopen teruglopen toenemen afnemen stijgen dalen groeien uitkomen".split())
_PARTICLES = frozenset("op terug uit af omlaag omhoog bij naar beneden".split())
_FAR = 24


def change_by(scene: Scene) -> Framing | None:
    """Om het budget voor onderwijs op te hogen met € 2 miljoen; om de uitstoot te verlagen met 10 miljoen kilo."""
    verb = scene.at - 2
    if verb < 2 or scene.before[-1].low not in ("met", "tot", "naar"):
        return None
    if scene.tokens[verb - 1].low != "te" or not _TO_CHANGE.fullmatch(scene.tokens[verb].low):
        return None
    if scene.is_count and scene.before[-1].low == "met" and counted(scene.tokens, scene.at) is None:
        return None
    first = verb - 1
    while first > 0 and scene.tokens[first - 1].low in _PARTICLES:
        first -= 1
    thing = _what_to_change(scene.tokens, first)
    if thing is None:
        return None
    if scene.before[-1].low != "met":
        return Framing("new-level", Subject(thing.label, thing.head, scene.quantity.end))
    words = [token.low for token in scene.tokens[first : verb + 1]]
    return Framing("change-by", Subject(label_of([words, thing.label.split()]), thing.head, scene.quantity.end))


def _what_to_change(sequence: Sequence[Token], at: int) -> Subject | None:
    """Name what an infinitive changes: what stands between "om" and it, else the noun phrase before it."""
    for i in range(at - 1, max(-1, at - _FAR), -1):
        if sequence[i].tag in (Tag.STOP, Tag.NUMBER):
            break
        if sequence[i].low == "om":
            return clause(sequence[i + 1 : at])
    return named_before(sequence, at)


def new_level(scene: Scene) -> Framing | None:
    """De behoefte stijgt naar 88.000 plekken; een verhoging van de steun naar € 5.000; loopt op van € 5 naar € 10.

    By how much something changes is another thing than its level: "stijgt met € 11" measures the "stijging".
    """
    if [t.low for t in scene.before[-2:]] in (["van", "gemiddeld"], ["naar", "gemiddeld"], ["tot", "gemiddeld"]):
        sequence = [*scene.tokens[: scene.at - 1], *scene.tokens[scene.at :]]
        scene = replace(scene, tokens=sequence, at=scene.at - 1)
    if not scene.before or scene.before[-1].low not in ("naar", "tot", "op", "met", "van"):
        return None
    if closing := _closing_change(scene):
        return closing
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
    if scene.before[-1].low == "met":
        label = _by(scene.tokens[change].low, label)
    return Framing("new-level", Subject(label, thing.head, noun.end if noun else scene.quantity.end))


def _closing_change(scene: Scene) -> Framing | None:
    """Read a verb of change that closes its clause: "dat de uitgaven met € 5 toenemen", "is met 30% gedaald"."""
    behind = [token for token in scene.after[:4] if token.tag not in (Tag.TIME, Tag.ADVERB)]
    if scene.before[-1].low not in ("met", "tot", "naar") or not behind or not _CLOSES.fullmatch(behind[0].low):
        return None
    words = [token for token in clause_before(scene.tokens, scene.at - 1) if token.tag is not Tag.ADVERB]
    last = next((i + 1 for i in range(len(words) - 1, -1, -1) if words[i].tag in (Tag.RELATIVE, Tag.CONJUNCTION)), 0)
    thing = clause(words[last:])
    if thing is None:
        return None
    label = _by(behind[0].low, thing.label) if scene.before[-1].low == "met" else thing.label
    return Framing("new-level", Subject(label, thing.head, scene.quantity.end))


def _by(change: str, label: str) -> str:
    """Name the change of a thing apart from its level: "stijging premie"."""
    noun = next((noun for noun, words in DIRECTIONS if words.match(change)), None)
    return label_of([[noun], label.split()]) if noun and not label.startswith(noun) else label


def _tells(sequence: Sequence[Token], i: int) -> bool:
    """Whether "dat" opens what a verb tells: "De dienst verwacht | dat het tekort oploopt"."""
    follows = i + 1 < len(sequence) and sequence[i + 1].tag in (Tag.DETERMINER, Tag.WORD, Tag.NAME)
    return follows and any(token.tag is Tag.FINITE for token in sequence[:i])


def _shared_subject(sequence: Sequence[Token], verb: int) -> Subject | None:
    """Give the subject that a second verb shares: "De premie is € 385 en wordt verlaagd naar € 165"."""
    if verb == 0 or sequence[verb - 1].low not in ("en", "maar"):
        return None
    first = next((i for i, token in enumerate(sequence[:verb]) if token.tag is Tag.FINITE), None)
    return clause(clause_before(sequence, first)) if first is not None else None


def _what_changes(scene: Scene, change: int) -> Subject | None:
    """Name what a word of change is about: the subject of the verb, also across a comma, or what follows the noun."""
    if scene.tokens[change].tag is Tag.PARTICIPLE or scene.tokens[change].low in _INFINITIVES:
        verb = next((i for i in range(change - 1, -1, -1) if scene.tokens[i].tag is Tag.FINITE), change)
        own = clause(clause_before(scene.tokens, verb)) or clause(scene.tokens[verb:change])
        return own or _shared_subject(scene.tokens, verb)
    behind = clause([t for t in scene.tokens[change + 1 : scene.at] if t.tag is not Tag.NUMBER])
    if scene.tokens[change].tag is not Tag.FINITE:
        return behind
    opens = clause_before(scene.tokens, change)
    told = next((i for i in range(len(opens) - 1, 0, -1) if opens[i].low == "dat" and _tells(opens, i)), -1)
    opens = opens[told + 1 :]
    inverted = change + 1 < scene.at and scene.tokens[change + 1].tag is Tag.DETERMINER
    if behind and (inverted or (opens and opens[0].tag is Tag.PREPOSITION)):
        return behind
    subject = clause(opens)
    comma = next((i for i in range(change - 1, -1, -1) if scene.tokens[i].tag is Tag.COMMA), None)
    if subject is None and comma is not None:
        subject = clause(clause_before(scene.tokens, comma))
    return subject or behind
