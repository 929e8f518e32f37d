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


def is_of_some(sequence: Sequence[Token], i: int) -> bool:
    """Whether who did a thing restricts it: "aanvragen door | jonge boeren", not "door de dienst" or "door Nidos".

    A body that is named or known does what it always does; some people, of whom there are others, are a part.

    Args:
        sequence: the tokens of the sentence.
        i: where "door" stands.
    """
    j = i + 1
    while j < len(sequence) and sequence[j].tag in (Tag.WORD, Tag.PARTICIPLE) and not lexicon.is_noun(sequence[j].text):
        j += 1
    head = sequence[j] if j < len(sequence) else None
    many = head is not None and head.tag is Tag.WORD and head.text.islower() and head.low.endswith(("en", "s"))
    return sequence[i].low == "door" and many


def done_by(sequence: Sequence[Token], i: int) -> tuple[list[str], int] | None:
    """Read a participle that restricts the noun before it: "besluiten genomen op aanvragen | ingediend door boeren".

    Args:
        sequence: the tokens of the sentence.
        i: where the participle stands, behind the one that closes the clause.

    Returns:
        Its words and where they end; None where no such phrase follows.
    """
    if sequence[i].tag is not Tag.PARTICIPLE or i + 1 >= len(sequence) or sequence[i + 1].tag is not Tag.PREPOSITION:
        return None
    words, end = prepositional(sequence, i + 1)
    return ([sequence[i].low, *words], end) if words else None


def reason_behind(scene: Scene) -> str | None:
    """Give the reason that restricts what is counted: "40 musea gesloten | omdat het dak lekt"; none behind a comma.

    Args:
        scene: the number in its sentence.
    """
    first = next((i for i, token in enumerate(scene.after) if token.tag in _CLAUSE_ENDS or token.low in _REASONS), None)
    if first is None or scene.after[first].low not in _REASONS:
        return None
    words = [scene.after[first].low]
    for token in scene.after[first + 1 :]:
        if token.tag in _CLAUSE_ENDS or token.low in ("maar", "terwijl") or len(words) > _CLAUSE:
            break
        if token.tag in (*NAMING, Tag.PARTICIPLE, Tag.PREPOSITION) or token.low in ("niet", "geen"):
            words.append(token.text)
    while words[-1] in lexicon.PREPOSITIONS:
        words.pop()
    return " ".join(words) if len(words) > 1 else None


_REASONS = frozenset("omdat doordat".split())
_CLAUSE_ENDS = frozenset({Tag.COMMA, Tag.STOP, Tag.NUMBER})
_AUXILIARIES = frozenset("is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen".split())
_WAITING = frozenset("wachten wachtten deelnemen deelnamen gebruikmaken vallen vielen beschikken wonen werken".split())
