"""Figures whose subject is a word that points back: "Een jaar later kwam het uit op 45%", "Dit aantal steeg naar 310".

What they measure stands at an earlier figure, in the sentence before, or in the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures import lexicon
from graph.extract.figures.counted import counted
from graph.extract.figures.scene import Framing, Scene
from graph.extract.figures.subjects import NAMING, Subject, clause
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule("resumed", "hervat onderwerp", "subject taken up again", "Een jaar later kwam het uit op 45%"),
    Rule("of-them", "aantal daarvan", "so many of them", "In 2024 hebben zij er 20.310 opgeleverd"),
    Rule("the-rest", "de rest", "the rest", "de overige 47 zijn in behandeling"),
    Rule(
        "split", "uitsplitsing achter dubbele punt", "split behind a colon", "aanvragen: 703 voor scholen en 417 elders"
    ),
)

_POINTING = frozenset("dit dat deze die het".split())
_SUMS = re.compile(r"aantal|aantallen|percentage|aandeel|bedrag|cijfer|getal|totaal|totaalbedrag|gemiddelde|deel")
"""Nouns that stand for the figure before: "dit aantal"."""

_LEVELS = re.compile(
    r"is|was|waren|zijn|lag|lagen|ligt|liggen|kwam|kwamen|komt|komen|bedraagt|bedroeg|bedroegen|bedragen|beliep"
    r"|liep|liepen|loopt|steeg|stegen|stijgt|daalde|daalden|daalt|nam|neemt|groeide|groeit|betrof|betreft|ging|gaat"
)
_LINKS = frozenset("op uit tot naar om van en rond met er nog al af toe terug".split())
_SETS_OFF = frozenset("maar terwijl en waarna waarmee doordat omdat dat".split())
_REST = frozenset("overige resterende andere".split())


def resumed(scene: Scene) -> Framing | None:
    """Een jaar later kwam het uit op 45%; Dit aantal steeg in 2025 naar 1.310; in het vo was deze 45,1 jaar."""
    own = _own(scene)
    verb = next((i for i in range(len(own) - 1, -1, -1) if own[i].tag is Tag.FINITE), None)
    if verb is None or not _LEVELS.fullmatch(own[verb].low) or (scene.is_count and counted(scene.tokens, scene.at)):
        return None
    points = _pointing(own, verb)
    if points is None or _says_of_what(scene):
        return None
    first, last = points
    rest = [*own[:first], *own[last:]]
    behind = [t for t in rest if t.start > own[verb].start and t.tag is not Tag.TIME]
    phrase = [t for t in rest if t.start < own[verb].start and t.tag is not Tag.TIME and t.low not in _SETS_OFF]
    phrase = [t for t in phrase if not lexicon.MANNER.match(t.low)]
    behind = [t for t in behind if t.tag is not Tag.PARTICIPLE or not lexicon.CHANGES.fullmatch(t.low)]
    if any(t.tag in (Tag.PARTICIPLE, Tag.RELATIVE) for t in behind) or (behind and behind[-1].low in ("met", "van")):
        return None
    told = [t for t in behind if t.tag in NAMING]
    if told and (behind[0].tag is not Tag.PREPOSITION or phrase):
        return None
    return Framing("resumed", _group([*phrase, *(behind if told else ())], scene), "resumed")


def _says_of_what(scene: Scene) -> bool:
    """Whether what is measured stands behind the number itself: "Het ging om € 12 miljoen aan subsidies"."""
    return len(scene.after) > 1 and scene.after[0].low == "aan" and scene.after[1].tag in NAMING


def _own(scene: Scene) -> Sequence[Token]:
    """Give the words of the clause of a number, up to it."""
    ends = (Tag.COMMA, Tag.STOP, Tag.NUMBER, Tag.OPEN, Tag.CLOSE)
    first = next((i + 1 for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag in ends), 0)
    return scene.tokens[first : scene.at]


def _pointing(own: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Find the subject that points back beside the verb: "dit", "het", "dat percentage"; gives its two ends."""
    for first in (verb + 1, verb - 1, verb - 2, verb + 2):
        if not 0 <= first < len(own) or own[first].low not in _POINTING:
            continue
        follows = own[first + 1] if first + 1 < len(own) else None
        if follows is not None and follows.tag in NAMING and not lexicon.MANNER.match(follows.low):
            if _SUMS.fullmatch(follows.low) and (first > verb or first == verb - 2):
                return first, first + 2
            continue
        if (
            first in (verb + 1, verb - 1)
            or (first == verb + 2 and own[verb + 1].tag in (Tag.TIME, Tag.ADVERB))
            or first == verb - 2
        ):
            return first, first + 1
    closes = verb > 2 and own[0].low in _SETS_OFF and own[1].low in _POINTING
    return (1, 2) if closes and own[2].tag is Tag.PREPOSITION else None


def _group(words: Sequence[Token], scene: Scene) -> Subject | None:
    """Name the place or group that a resumed figure is of: "Bij ProRail zijn dat er 95"; none for a time alone."""
    begins = next((i for i, token in enumerate(words) if token.tag is Tag.PREPOSITION), None)
    if begins is None or not any(token.tag in NAMING for token in words[begins:]):
        return None
    subject = clause(words[begins + 1 :] if len(words) > begins + 1 else words)
    if subject is None or subject.head in _DATES:
        return None
    label = f"{words[begins].low} {subject.label}" if words[begins].low in ("bij", "onder", "voor") else subject.label
    return Subject(label, subject.head, scene.quantity.end)


_DATES = frozenset("jaar datum peildatum periode moment zin aantallen praktijk totaal maand kwartaal".split())


def of_them(scene: Scene) -> Framing | None:
    """In 2024 hebben zij er 20.310 opgeleverd; waren er nog 391 in behandeling; Voor 2025 staan er 17 gepland."""
    if not scene.is_count or counted(scene.tokens, scene.at):
        return None
    near = [
        t for t in scene.before[-5:] if t.tag is not Tag.TIME and t.low not in ("nog", "al", "inmiddels", "slechts")
    ]
    if not near or near[-1].low != "er" or not scene.after:
        return None
    said = what_is_said(scene)
    return Framing("of-them", said, "of-them") if said else None


def the_rest(scene: Scene) -> Framing | None:
    """De overige 47 zijn nog in behandeling; de resterende 12 hebben hun plan ingetrokken."""
    if not scene.is_count or not scene.before or scene.before[-1].low not in _REST:
        return None
    subject = counted(scene.tokens, scene.at)
    if subject:
        return None
    said = what_is_said(scene)
    label = f"{scene.before[-1].low} {said.label}" if said else scene.before[-1].low
    return Framing("the-rest", Subject(label, said.head if said else label, scene.quantity.end), "part")


def split(scene: Scene) -> Framing | None:
    """Er zijn 1.120 aanvragen ingediend: 703 voor scholen en 417 elders; vertrokken: 3.260 gedwongen."""
    colon = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].text == ":"), None)
    if colon is None or not scene.is_count or scene.at - colon > _FAR or counted(scene.tokens, scene.at):
        return None
    if not any(token.tag is Tag.NUMBER for token in scene.tokens[:colon]):
        return None
    between = scene.tokens[colon + 1 : scene.at]
    ends = (Tag.COMMA, Tag.NUMBER)
    opens = next((i + 1 for i in range(len(between) - 1, -1, -1) if between[i].tag in ends), 0)
    if any(t.tag in (Tag.FINITE, Tag.STOP) for t in between) or [t for t in between if t.tag is Tag.OPEN]:
        return None
    joined = all(t.low in ("en", "waarvan") or t.tag in (Tag.COMMA, Tag.ADVERB) for t in _tail(between, opens))
    said = what_is_said(scene) if joined or not between else None
    return Framing("split", said, "part") if said else None


_FAR = 30


def _tail(between: Sequence[Token], opens: int) -> Sequence[Token]:
    """Give what stands right before a number of a list, behind "en" where that joins it to the one before."""
    joint = next((i for i in range(len(between) - 1, opens - 1, -1) if between[i].low == "en"), opens)
    return between[joint:]


def what_is_said(scene: Scene) -> Subject | None:
    """Read what is said of a number that has no noun: "voor scholen", "in behandeling", "door de rechter afgewezen".

    A participle tells it all, without who did it; the verb of its clause says nothing.
    """
    words: list[Token] = []
    depth = 0
    for token in scene.after:
        depth += (token.tag is Tag.OPEN) - (token.tag is Tag.CLOSE)
        if depth > 0 or token.tag is Tag.CLOSE:
            continue
        ends = token.tag in (Tag.NUMBER, Tag.COMMA, Tag.STOP, Tag.RELATIVE)
        if ends or (token.low in ("en", "maar", "waarvan") and words):
            break
        words.append(token)
    verb = next((t for t in words if t.tag is Tag.PARTICIPLE and t.low not in lexicon.LIGHT), None)
    if verb is not None and words[0].low in ("door", "bij", "al", "nog"):
        return Subject(verb.low, verb.low, scene.quantity.end)
    keep = [
        t
        for t in words
        if t.tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.DETERMINER) and t.low not in lexicon.LIGHT
    ]
    while keep and keep[-1].tag in (Tag.PREPOSITION, Tag.DETERMINER):
        keep = keep[:-1]
    keep = [t for t in keep if t.low not in ("hun", "de", "het", "een") or t.tag is not Tag.DETERMINER]
    if not keep:
        return None
    return Subject(" ".join(t.text for t in keep[:_SAID]), keep[0].low, scene.quantity.end)


_SAID = 8
