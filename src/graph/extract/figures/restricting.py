"""What stands right behind a number and restricts it: the place of a measure, the name before a bracket, a clause."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.figures import lexicon
from graph.extract.figures.phrases import prepositional
from graph.extract.figures.scene import Framing, Scene
from graph.extract.figures.subjects import NAMING
from graph.extract.figures.tokens import Tag, Token

_PLACES = frozenset("in bij onder voor op".split())
_MEASURING = frozenset("measured new-level gapped resumed same-thing put-at".split())
_CLAUSE = 8


def group_behind(framing: Framing, scene: Scene, label: str) -> str | None:
    """Give the place or group right behind a measure: "van 3,5 jaar | in krimpgebieden tot 11 jaar in de regio".

    Args:
        framing: how the number is said.
        scene: the number in its sentence.
        label: what it measures, which may say it already.
    """
    behind = [token for token in scene.after if token.tag is not Tag.TIME]
    if scene.is_count or framing.rule not in _MEASURING or not behind or behind[0].low not in _PLACES:
        return None
    words, end = prepositional(behind, 0)
    while words and end < len(behind) and behind[end].tag in NAMING and behind[end].text[0].isupper():
        words, end = [*words, behind[end].text], end + 1
    ends = end >= len(behind) or behind[end].tag in (Tag.COMMA, Tag.STOP, Tag.CLOSE) or behind[end].low in _JOINTS
    if not words or not ends or words[-1].lower() in label.lower() or words[-1].lower() in _NO_GROUP:
        return None
    return " ".join(words)


_JOINTS = frozenset("tot en tegen tegenover naar".split())
_NO_GROUP = frozenset(
    "jaar totaal aanmerking lijn verband overeenstemming stand plaats periode begroting uitvoering".split()
)


def name_before(scene: Scene) -> str | None:
    """Give the name before a bracket: "Litouwen (circa 350 militairen), Roemenië (180)"; none where it is a noun."""
    if not scene.before or scene.before[-1].tag is not Tag.OPEN:
        return None
    names: list[str] = []
    for token in reversed(scene.before[:-1]):
        if token.tag not in NAMING or not token.text[0].isupper():
            break
        names.insert(0, token.text)
    return " ".join(names) or None


def restricting_clause(sequence: Sequence[Token], i: int) -> list[str]:
    """Read a relative clause that restricts a noun: "uitgaven | waarvan de rechtmatigheid niet vaststaat".

    Args:
        sequence: the tokens of the sentence.
        i: where the clause would begin.
    """
    if i >= len(sequence) or sequence[i].tag is not Tag.RELATIVE:
        return []
    words = [sequence[i].low]
    for token in sequence[i + 1 : i + 2 + _CLAUSE]:
        if token.tag in (Tag.COMMA, Tag.STOP, Tag.NUMBER, Tag.OPEN, Tag.RELATIVE) or token.low in ("en", "maar"):
            break
        if token.tag in (Tag.TIME, Tag.DETERMINER) or (token.tag is Tag.ADVERB and token.low not in ("niet", "geen")):
            continue
        words.append(token.text)
        opens = len(words) == 2
        if token.tag is Tag.FINITE and not opens and token.low not in _AUXILIARIES:
            return words
    told = any(lexicon.is_noun(word) for word in words[2:])
    return words if told and words[1] in _WAITING else []


_AUXILIARIES = frozenset("is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen".split())
_WAITING = frozenset("wachten wachtten deelnemen deelnamen gebruikmaken vallen vielen beschikken wonen werken".split())
