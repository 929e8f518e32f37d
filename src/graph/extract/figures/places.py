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
    if len({name.mention.label for name in places}) > 1 and (led := _leading(text, start, places)):
        return led.mention.authority if is_foreign(led.mention.authority) else None
    if len(foreign) == 1:
        return next(iter(foreign.values()))
    return next((name.mention.authority for name in places if end <= name.start < end + _NEAR), None)


def _leading(text: str, start: int, places: Sequence[Name]) -> Name | None:
    """Give the place that a series names right before the figure."""
    last = next((name for name in reversed(places) if name.end <= start), None)
    if last is None or start - last.end > _LEADING or not _LEADS.fullmatch(text, last.end, start):
        return None
    return last
