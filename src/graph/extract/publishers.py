"""Newspapers, sites and bodies that a paper names beside a headline: ``De Ondernemer, 2 oktober 2025, «Wachten»``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.found import Found
from graph.model import Kind, Rule
from graph.months import MONTHS_NL

RULES = (
    Rule(
        "publisher",
        "krant, site of instelling bij een kop",
        "newspaper, site or body beside a headline",
        "Noordelijke Courant, 3 oktober 2025, ‘Vier dagen les’",
    ),
)

_NOT = (
    r"(?!(?:Kamer|Tweede|Eerste|Handelingen|Aanhangsel|Brief|Rapport|Motie|Antwoord|Verslag|Zie|Vraag|Stb|Stcrt|Trb))"
)
_WORD = r"[A-ZÀ-Ý\d][\w.&’'-]*"
_NAME = (
    rf"(?P<name>{_NOT}(?:[Dd]e |[Hh]et )?[A-ZÀ-Ý][\w.&’'-]*"
    rf"(?: (?:(?:van|de|het|the|of|&|en|voor|op) ){{0,2}}{_WORD}){{0,4}})"
)
_DAY = rf"(?:\d{{1,2}} (?:{'|'.join(MONTHS_NL)}) (?:19|20)\d\d)"
_SPOKEN_DAY = rf"\d{{1,2}} (?:{'|'.join(MONTHS_NL)})"
_OPENS, _CLOSES = "[«‘“„\"']", "[»’”\"']"

SHAPES = (
    re.compile(rf"(?<![\w-]){_NAME}, {_DAY}[,:.]? {_OPENS}"),
    re.compile(rf"{_CLOSES} \({_NAME}, {_DAY}\)"),
    re.compile(rf"{_CLOSES},? (?:in |op )?{_NAME}, {_DAY}"),
    re.compile(rf"{_CLOSES} (?:in|op|van) {_NAME} (?:van|d\.d\.) {_SPOKEN_DAY}"),
)
"""Before a headline, and behind one."""

_LIKE_DAY = re.compile(r"[a-z] (?:(?:19|20)\d\d|jl\.|jongstleden)")


def find_publishers(text: str) -> Iterator[Found]:
    """Find who published what a headline and a day name."""
    quoted = any(map(text.__contains__, _OPENS[1:-1]))
    for pattern in SHAPES if quoted and _LIKE_DAY.search(text) else ():
        for match in pattern.finditer(text):
            yield Found(*match.span("name"), Kind.ORGANISATION, match["name"], "publisher", weight=-1)
