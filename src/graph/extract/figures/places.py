"""Which country a figure is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.figure import Name, is_foreign
from graph.extract.figures.sentences import Sentence
from graph.model import Authority, Kind

_NEAR = 60
_LEADING = 45
_WIDER = re.compile(
    r"\b(?:wereldwijd|Middellandse Zee\w*|Nabuurschap|(?:Afrika|Europa|Azië|Amerika)|Midden-Oosten|Balkan)\b"
)
"""Regions of many countries."""

_LEADS = re.compile(
    r" (?:\((?:circa |ca\.? |ongeveer |ruim |zo[’']n )?|(?:[a-zà-ÿ-]+ ){0,4})$|(?:[a-zà-ÿ-]+ ){0,3}$", re.IGNORECASE
)
"""Words between a country and its figure: "in Denemarken | 37 dagen", "Litouwen (circa | 350 militairen)"."""

_NEXT = re.compile(r"(?: \((?:circa |ca\.? |ongeveer |ruim )?| (?:[a-zà-ÿ-]+ ){0,6})(?:€ ?|USD ?)?\d")
"""A figure of its own close behind a country."""

_TURNS = re.compile(r"[;),] ?(?:maar|terwijl|en|in)?\b|[;)]")
"""What parts a figure from the country that is named after it."""

_FIGURE = re.compile(r"(?:€ ?|USD ?)?(?<![\d.,])\d[\d.,]*\d|(?<![\d.,])\d")
_AND = re.compile(r",? (?:en (?:het |de )?)?|, ")
_AND_NUMBER = re.compile(r"(?:€ ?|USD ?)?[\d.,]*\d ?(?:%|procent|miljoen|miljard|mln\.?)?,?(?: en)? ")
_PAIR = 2
_WIDTH = 4
"""How many signs a currency takes before the digits of its figure."""

_AT_HOME = re.compile(r"\b(?:Nederland|ons land) (?:[a-zà-ÿ-]+ ){0,2}$")
"""A figure of the Netherlands in a series of countries."""


def speaks_of_a_region(sentence: str) -> bool:
    """Whether a sentence is about many countries, and so not about the one that the question names."""
    return _WIDER.search(sentence) is not None


def place_of(
    sentence: Sentence, text: str, figure: tuple[int, int], names: Sequence[Name], asked: Sequence[Authority]
) -> Authority | None:
    """Give the country of a figure: the only one of its sentence, else its own in a series, else the question's.

    Args:
        sentence: its sentence.
        text: the text of the view.
        figure: where its number begins and ends in the view.
        names: the names of the view.
        asked: the countries that the question names.
    """
    start, end = figure
    places = [
        name
        for name in names
        if sentence.start <= name.start and name.end <= sentence.end and name.mention.kind is Kind.PLACE
    ]
    foreign = {a.slug: a for name in places if is_foreign(a := name.mention.authority) and a}
    if not foreign:
        return asked[0] if len(asked) == 1 else None
    if _AT_HOME.search(text, max(sentence.start, start - _LEADING), start):
        return None
    if paired := _paired(text[: sentence.end], start, places):
        return paired.mention.authority if is_foreign(paired.mention.authority) else None
    if behind := _each_behind(text, (sentence.start, sentence.end), start, places):
        return behind.mention.authority if is_foreign(behind.mention.authority) else None
    if len({name.mention.label for name in places}) > 1 and (led := _leading(text, start, places)):
        return led.mention.authority if is_foreign(led.mention.authority) else None
    if len(foreign) == 1:
        return next(iter(foreign.values())) if _is_about(text, end, places) else None
    return _behind(text, end, places)


def _behind(text: str, end: int, places: Sequence[Name]) -> Authority | None:
    """Give the country close behind a figure, unless it opens a row of several or another clause."""
    at = next((i for i, name in enumerate(places) if end <= name.start < end + _NEAR), None)
    if at is None or ";" in text[end : places[at].start]:
        return None
    if at + 1 < len(places) and _AND.fullmatch(text, places[at].end, places[at + 1].start):
        return None
    return places[at].mention.authority


def _each_behind(text: str, within: tuple[int, int], start: int, places: Sequence[Name]) -> Name | None:
    """Give the place behind a figure where each figure has one: "19 paarden uit Ierland en 13 uit het VK"."""
    figures = [match.start() for match in _FIGURE.finditer(text, *within)]
    if len(figures) < _PAIR or len(figures) != len(places):
        return None
    ends = [*figures[1:], within[1]]
    if not all(at < name.start < end for at, end, name in zip(figures, ends, places, strict=True)):
        return None
    return next((name for at, name in zip(figures, places, strict=True) if at <= start < at + _WIDTH), None)


def _is_about(text: str, end: int, places: Sequence[Name]) -> bool:
    """Whether a sentence with one country is about it here too: not before "..., maar onder Denemarken (4,0%)"."""
    if any(name.end <= end for name in places):
        return True
    first = places[0]
    between = text[end : first.start]
    return not (_TURNS.search(between) and _NEXT.match(text, first.end))


def _paired(text: str, start: int, places: Sequence[Name]) -> Name | None:
    """Give the place in the order of the figures: "Voor België en Zweden waren dit € 5 en € 7"."""
    row = _row_before(text, start, places)
    if len(row) < _PAIR:
        return None
    figures = [match.start() for match in _FIGURE.finditer(text, row[-1].end)]
    values = _joined(text, figures)
    if len(values) != len(row):
        return None
    return next((name for name, at in zip(row, values, strict=True) if at <= start < at + _WIDTH), None)


def _row_before(text: str, start: int, places: Sequence[Name]) -> list[Name]:
    """Give the places before a figure that "en" or commas join: the last such row."""
    row: list[Name] = []
    for name in places:
        if name.end > start:
            break
        joined = row and _AND.fullmatch(text, row[-1].end, name.start)
        row = [*row, name] if joined else [name]
    return row


def _joined(text: str, starts: Sequence[int]) -> list[int]:
    """Give where the figures begin that "en" joins to the first."""
    found = list(starts[:1])
    for start in starts[1:]:
        if not _AND_NUMBER.fullmatch(text, found[-1], start):
            break
        found.append(start)
    return found


def _leading(text: str, start: int, places: Sequence[Name]) -> Name | None:
    """Give the place that a series names right before the figure."""
    last = next((name for name in reversed(places) if name.end <= start), None)
    if last is None or start - last.end > _LEADING or not _LEADS.fullmatch(text, last.end, start):
        return None
    return last
