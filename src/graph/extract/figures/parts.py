"""Parts that are named with their whole, and what is said of them: "Bij 8 van de 10 scholen is dit gelukt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from graph.extract.figures import lexicon
from graph.extract.figures.counted import counted
from graph.extract.figures.phrases import prepositional
from graph.extract.figures.predicates import AUXILIARIES
from graph.extract.figures.scene import Framing, Scene
from graph.extract.figures.subjects import NAMING, NEGATIONS, Subject, label_of
from graph.extract.figures.tokens import Tag, Token, tokens
from graph.model import Rule

RULES = (
    Rule("part-and-whole", "deel naast zijn geheel", "part beside its whole", "Bij 8 van de 10 scholen is dit gelukt"),
    Rule("other-part", "het overige deel", "the other part", "De overige 11 scholen wachten op advies"),
)

_BETWEEN = frozenset("de het deze die onze totaal in alle".split())
_FEW = 5
_ATTACHED = frozenset("van met zonder in uit".split())
"""Prepositions of a phrase that belongs to the noun right before it: "de 31 regio's met een tekort"."""

_REST = frozenset("overige resterende".split())
_SAID = 9
"""The longest thing that is said of a part, in words."""

EMPTY = frozenset(
    "geval gevallen sprake gebeurd gedaan inderdaad daadwerkelijk nee ja antwoord vraag betreft betrof gaat "
    "ging geldt gold hoeveel hoe wat welke aantal dit dat keer totaal".split()
)
"""Words that say nothing of a part: "Dit is het geval bij 8 van de 10"."""

_UNTOLD = "deel"
"""The part of which nothing is said: it is not the whole."""

_AND = frozenset({"en", "of"})
_ENDS = frozenset({Tag.COMMA, Tag.STOP, Tag.NUMBER, Tag.OPEN, Tag.CLOSE})


def whole_of(scene: Scene) -> int | None:
    """Give the index of the number of the whole that a part is said to be of: "8 van de | 10 scholen"; else None."""
    if not scene.is_count or not scene.after or scene.after[0].low != "van":
        return None
    i = scene.at + 2
    while i < len(scene.tokens) and i < scene.at + _FEW and scene.tokens[i].low in _BETWEEN:
        i += 1
    is_number = i < len(scene.tokens) and scene.tokens[i].tag is Tag.NUMBER
    return i if is_number and counted(scene.tokens, i) else None


def beside_whole(scene: Scene, told: Sequence[str], question: str) -> tuple[Framing, tuple[str, str | None]] | None:
    """Name a number that stands beside its whole, or is that whole, or the rest of one; None where it is neither.

    Args:
        scene: the number in its sentence.
        told: the sentences before, of the same paragraph, the nearest first.
        question: the question: they say what "dit" is, where the clause says no more.
    """
    if not scene.is_count:
        return _as_is_the_case(scene, told)
    if (whole := whole_of(scene)) is not None and (subject := _thing(scene, whole)):
        said = _said(scene, subject.end, told, question, subject.label)
        near = Subject(subject.label, subject.head, scene.quantity.end)
        return Framing("part-and-whole", near), (subject.label, said or _UNTOLD)
    if not (subject := _thing(scene, scene.at)):
        return None
    if _is_whole(scene):
        return Framing("counted", subject), (subject.label, None)
    if scene.before and scene.before[-1].low in _REST:
        rest = scene.before[-1].low
        said = _said(scene, subject.end, (), "", subject.label)
        return Framing("other-part", subject), (subject.label, label_of([[rest], (said or "").split()]).strip())
    return None


def _as_is_the_case(scene: Scene, told: Sequence[str]) -> tuple[Framing, tuple[str, str | None]] | None:
    """Name a share of which the sentence before is true: "Dit is voor | 23% van de scholen het geval"."""
    clause = [token.low for token in (*_opens(scene), *_closes(scene, scene.quantity.end))]
    points = "geval" in clause and not {"dit", "dat"}.isdisjoint(clause)
    if not points or not told or not scene.after or scene.after[0].low != "van" or scene.quantity.unit != "percent":
        return None
    ends = next((i for i, token in enumerate(scene.after) if token.low == "geval"), len(scene.after))
    rest = [token for token in scene.after[1:ends] if token.tag is not Tag.DETERMINER]
    subject = counted([scene.tokens[scene.at], *rest], 0)
    said = list(_telling(tokens(told[0], 0, len(told[0])), subject.label)) if subject else []
    if subject is None or not _tells(said):
        return None
    return Framing("part-and-whole", subject), (subject.label, label_of([said[:_SAID]]))


def _thing(scene: Scene, at: int) -> Subject | None:
    """Name what a whole consists of, without what is said of its part: its noun, with one phrase right behind it."""
    subject = counted(scene.tokens, at)
    head = next((i for i in range(at + 1, len(scene.tokens)) if subject and scene.tokens[i].low == subject.head), None)
    if subject is None or head is None:
        return None
    words = [t.text for t in scene.tokens[at + 1 : head + 1] if t.tag not in (Tag.TIME, Tag.ADVERB, Tag.DETERMINER)]
    follows = scene.tokens[head + 1] if head + 1 < len(scene.tokens) else None
    phrase, end = prepositional(scene.tokens, head + 1) if follows and follows.low in _ATTACHED else ([], head + 1)
    return Subject(label_of([words, phrase]), subject.head, scene.tokens[end - 1 if phrase else head].end)


def _is_whole(scene: Scene) -> bool:
    """Whether a number is the whole that the number before it is part of."""
    i = scene.at - 1
    while i > 0 and i > scene.at - _FEW and scene.tokens[i].low in _BETWEEN:
        i -= 1
    return i > 0 and scene.tokens[i].low == "van" and scene.tokens[i - 1].tag is Tag.NUMBER


def _said(scene: Scene, end: int, told: Sequence[str], question: str, label: str) -> str | None:
    """Give what is said of a part: by its clause, else the sentence before, else the question."""
    said = list(_telling([*_opens(scene), *_closes(scene, end)], label))
    for text in (*told[:1], question):
        if _tells(said):
            break
        said = list(_telling(tokens(text, 0, len(text)), label))
    return label_of([said[:_SAID]]) if _tells(said) else None


def _tells(words: Sequence[str]) -> bool:
    return any(lexicon.is_noun(word) or lexicon.is_participle(word) or lexicon.is_finite(word) for word in words)


def _opens(scene: Scene) -> Sequence[Token]:
    """Give the words of the clause before a number, without the preposition that governs it."""
    first = next((i + 1 for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag in _ENDS), 0)
    own = list(scene.tokens[first : scene.at])
    while own and own[-1].tag in (Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB):
        own.pop()
    return own


def _closes(scene: Scene, end: int) -> Sequence[Token]:
    """Give the words of the clause behind what is counted."""
    behind = [token for token in scene.after if token.start >= end]
    stop = next((i for i, t in enumerate(behind) if t.tag in _ENDS or (i and t.low in ("en", "maar"))), len(behind))
    return behind[:stop]


def _telling(words: Sequence[Token], label: str) -> Iterator[str]:
    """Give the words that tell something: nouns, what is done, and how they hang together."""
    known = {*label.lower().split(), *_REST}
    kept = [token for token in words if _keeps(token) and token.low not in known]
    while kept and (kept[0].low in _AND or (kept[0].tag is Tag.PREPOSITION and kept[0].low != "zonder")):
        kept = kept[1:]
    for token, follows in zip_longest(kept, kept[1:]):
        joins = token.tag is Tag.PREPOSITION or token.low in _AND
        if not joins or (follows is not None and follows.tag is not Tag.PREPOSITION and follows.low not in _AND):
            yield token.low if token.text[1:].islower() and token.tag is not Tag.NAME else token.text


def _keeps(token: Token) -> bool:
    if token.low in NEGATIONS or token.low in _AND:
        return True
    if token.low.isdigit() or token.low in EMPTY or token.low in AUXILIARIES:
        return False
    return token.tag in (*NAMING, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.FINITE)
