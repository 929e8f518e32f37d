"""Which country a figure is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.figure import Name, is_foreign
from graph.extract.figures.sentences import Sentence
from graph.model import Authority

_NEAR = 60
_WIDER = re.compile(
    r"\b(?:wereldwijd|Middellandse Zee\w*|Nabuurschap|(?:Afrika|Europa|Azië|Amerika)|Midden-Oosten|Balkan)\b"
)
"""Regions of many countries."""


def speaks_of_a_region(sentence: str) -> bool:
    """Whether a sentence is about many countries, and so not about the one that the question names."""
    return _WIDER.search(sentence) is not None


def place_of(sentence: Sentence, end: int, names: Sequence[Name], asked: Sequence[Authority]) -> Authority | None:
    """Give the country of a figure: the only one of its sentence, else the next behind it, else the question's.

    Args:
        sentence: its sentence.
        end: where its number ends in the view.
        names: the names of the view.
        asked: the countries that the question names.
    """
    here = [
        (name.start, name.mention.authority)
        for name in names
        if sentence.start <= name.start and name.end <= sentence.end and is_foreign(name.mention.authority)
    ]
    countries = {authority.slug: authority for _, authority in here if authority}
    if len(countries) == 1:
        return next(iter(countries.values()))
    if countries:
        return next((authority for start, authority in here if end <= start < end + _NEAR), None)
    return asked[0] if len(asked) == 1 else None
