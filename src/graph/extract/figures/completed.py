"""Labels that leave open what they measure, completed from what went before: "het percentage", "dit", "een tekort"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.figure import Figure
from graph.extract.figures.phrases import prepositional
from graph.extract.figures.scene import Framing, Scene
from graph.extract.figures.subjects import NAMING, Subject, clause, label_of
from graph.extract.figures.tokens import Tag, Token, tokens
from graph.extract.figures.topics import subject_of

_SUMS = frozenset(
    "percentage aandeel cijfer gemiddelde bedrag totaalbedrag totaal aantal schatting raming landelijk nominaal "
    "omvang oplopend oplopen uiteen uitkwam geleidelijk jaar later iets periode recente meest".split()
)
"""Words that say nothing of what is measured: the figure before does."""

_SIZES = re.compile(
    r"(?:tekort|overschot|achterstand|voorraad|prijs|kostprijs|wachttijd|doorlooptijd|levertijd|reistijd|leeftijd|boete"
    r"|uitgaven|kosten|bezetting|capaciteit|omzet|instroom|uitstroom|toename|afname|groei|premie|tarief|subsidie)"
)
"""Nouns of measure that a text names in full once: "het tekort" is "het tekort aan leraren" before it."""

_AROUND = frozenset(
    "datum dezelfde sprake van een geschat geraamd gemiddeld gemiddelde totale gezamenlijke totaal huidige het de iets "
    "onder".split()
)
_THINGS = frozenset("personen mensen zaken gevallen dossiers stuks".split())
_ASKS = re.compile(
    r"\b(?:wat|hoe (?:hoog|lang|groot|laag))\s(?:is|was|zijn|waren|bedraagt|bedroeg)\s"
    r"|\bhoe (?:verhoudt|ontwikkel\w+)\s",
    re.IGNORECASE,
)
_NEAR = 2


def is_open(label: str) -> bool:
    """Whether a label leaves open what it measures.

    >>> is_open("percentage"), is_open("sprake van een tekort"), is_open("tekort aan leraren")
    (True, True, False)
    """
    rest = [word for word in label.lower().split() if word not in _AROUND]
    return not rest or all(word in _SUMS for word in rest) or (len(rest) == 1 and bool(_SIZES.fullmatch(rest[0])))


def completed(
    label: str, scene: Scene, figures: Sequence[Figure], index: int, told: Sequence[str], question: str
) -> tuple[str, str | None] | None:
    """Complete an open label; None where nothing before it names the thing.

    Args:
        label: the open label.
        scene: the number in its sentence.
        figures: the figures of the answer so far.
        index: the index of the sentence.
        told: the sentences before, of the same paragraph, the nearest first.
        question: the question.
    """
    head = next((word for word in reversed(label.lower().split()) if _SIZES.fullmatch(word)), None)
    if head is None:
        if figures and _is_sum_of(figures[-1], label, scene, index):
            return label_of([[*label.split(), "van"], figures[-1].indicator.split()]), None
        near = [f for f in figures if index - f.sentence <= _NEAR and f.quantity.unit == scene.quantity.unit]
        if near:
            return near[-1].indicator, opening(scene)
        last = figures[-1] if figures and index - figures[-1].sentence <= 1 else None
        if last and last.quantity.unit == "count" and scene.quantity.unit == "EUR":
            return label_of([[*label.split(), "van"], last.indicator.split()]), None
        return None
    for text in (*told, question):
        if found := _in_full(head, text):
            return found, opening(scene, but=found)
    return None


def _is_sum_of(last: Figure, label: str, scene: Scene, index: int) -> bool:
    """Whether an amount is that of what its own sentence counts: "33 leningen, met een omvang van € 4 miljoen"."""
    counts = (last.sentence, last.quantity.unit) == (index, "count")
    return counts and scene.quantity.unit == "EUR" and "omvang" in label.split()


def _in_full(head: str, text: str) -> str | None:
    """Find the noun, or a longer one that ends in it, with what belongs to it: "tekort aan leraren"."""
    at = text.lower().find(head)
    if at < 0:
        return None
    sequence = tokens(text, 0, min(len(text), _LOOKED_AT))
    best: list[str] = []
    for i, token in enumerate(sequence):
        if not token.low.endswith(head) or token.tag not in NAMING:
            continue
        words = [token.low if token.text[1:].islower() else token.text]
        j = i + 1
        while j < len(sequence) and sequence[j].tag is Tag.PREPOSITION and len(words) < _LONGEST:
            more, j = prepositional(sequence, j)
            if not more:
                break
            words += more
        if len(words) > len(best) and (len(words) > 1 or token.low != head):
            best = words
    return label_of([best]) if best else None


_LOOKED_AT = 1000
_LONGEST = 9


def opening(scene: Scene, but: str = "") -> str | None:
    """Give the phrase that a clause opens with: "Onder officieren", "In de vijf grote steden"; none for a time.

    Args:
        scene: the number in its sentence.
        but: a label that says it already.
    """
    ends = (Tag.STOP, Tag.COMMA, Tag.NUMBER)
    first = next((i + 1 for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag in ends), 0)
    own = [t for t in scene.tokens[first : scene.at] if t.tag is not Tag.TIME]
    while own and own[0].tag in (Tag.CONJUNCTION, Tag.RELATIVE, Tag.ADVERB):
        own = own[1:]
    verb = next((i for i, token in enumerate(own) if token.tag is Tag.FINITE), len(own))
    if not own or own[0].low not in ("in", "bij", "onder", "voor", "op", "de", "het"):
        return None
    phrase = clause(own[:verb])
    if phrase is None or phrase.head in _SUMS or _SIZES.fullmatch(phrase.head) or phrase.label in but:
        return None
    return f"{own[0].low} {phrase.label}" if own[0].low in ("bij", "onder", "voor") else phrase.label


def resumed_topic(framing: Framing, told: Sequence[str], question: str) -> tuple[str, str | None] | None:
    """Name what a word that points back stands for where no figure went before: the sentence before, the question.

    None where the number counts something of its own.
    """
    subject = framing.subject
    if framing.rule == "same-thing" and subject is not None and subject.head not in _THINGS:
        return None
    topic = next((s for text in told[:1] if (s := subject_of(text))), None) or asked_for(question)
    if topic is None:
        return None
    return topic.label, subject.label if subject and framing.rule != "same-thing" else None


def asked_for(question: str) -> Subject | None:
    """Give what a question asks the size of: "Hoe lang is de doorlooptijd van een verzoek?"."""
    asks = _ASKS.search(question)
    if asks is None:
        return None
    end = question.find("?", asks.end())
    words = tokens(question, asks.end(), len(question) if end < 0 else end)
    stop = next((i for i, token in enumerate(words) if _ends(token)), len(words))
    return clause(words[:stop])


def _ends(token: Token) -> bool:
    return token.tag in (Tag.COMMA, Tag.STOP, Tag.FINITE, Tag.NUMBER, Tag.CONJUNCTION) or token.low == "zich"


def as_measured(scene: Scene, heads: Sequence[str]) -> str | None:
    """Give the unit of a bare number by what it is the value of: "Het verzuimpercentage was 8,3", "een ratio van 16,4".

    An index, a mark or a density is a ratio.
    """
    numeral = scene.quantity.numeral
    if not scene.is_count or numeral.rule not in ("number", "number-range") or scene.quantity.end != numeral.end:
        return None
    if any(head.endswith(("percentage", "graad", "quote")) for head in heads) and numeral.value <= _WHOLE:
        return "percent"
    return "ratio" if any(_RATIOS.fullmatch(head) for head in heads) else None


_WHOLE = 100
_RATIOS = re.compile(r"\w*-?\w*(?:ratio|dichtheid|index|score|coëfficiënt|solvabiliteit|liquiditeit|rapportcijfer)")
