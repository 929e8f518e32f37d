"""Organisations that no register has: by an English word that ends their name, and by the words of who counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.figures.sentences import sentences
from graph.extract.figures.sourcenames import BODY, names_of_sources
from graph.extract.found import Found
from graph.model import Kind, Rule

RULES = (
    Rule(
        "organisation-english",
        "naam met een Engels organisatiewoord",
        "name that an English word for an organisation ends",
        "Harbour Research Centre",
    ),
    Rule(
        "armed-forces",
        "krijgsmachtdeel",
        "branch of the armed forces",
        "Koninklijke Landmacht",
    ),
    Rule(BODY, "naam in de woorden van wie telde", "name in the words of who counted", "cijfers van Havenpeil"),
)

_CAPITAL = r"[A-ZÀ-Ý][\w’'-]*"
_FIRST = r"(?!(?:De|Het|Een|In|Uit|Op|Bij|Met|Van|Voor|Volgens|Zie|Deze|Dit|Ook|En|Naar|The|Door|Samen) )"
ENGLISH = re.compile(
    rf"(?<![\w-]){_FIRST}(?:{_CAPITAL} (?:(?:of|for|and|the|&) ){{0,2}}){{1,5}}"
    r"(?:Research|Centre|Center|Institute|Foundation|Council|Association|Network|Initiative|Agency|Authority)(?![\w-])"
)
"""``Harbour Research Centre``, ``Delta Social & Economic Research``."""

_BRANCH = r"(?:[Ll]and|[Ll]ucht|[Zz]ee)macht|Marine(?!\w)|Marechaussee|Luchtmacht"
FORCES = re.compile(rf"(?<![\w-])Koninklijke (?:{_BRANCH})(?![\w-])")

_SHAPES = ((ENGLISH, "organisation-english", ""), (FORCES, "armed-forces", "Koninklijke "))


_COUNT = re.compile(r"\d")
"""What a sentence must hold for somebody to have counted."""

_GLUED = re.compile(r"\w{4,}(?:voor|van|met|over|door|naar|tot|uit|dat|blijkt)")
"""One word that a lost space joined to the next: "van Dijkstadvoor"."""


def find_bodies(text: str, *, telling: bool = True) -> Iterator[Found]:
    """Find organisations by an English word at the end of their name, and by the words of who counted.

    Args:
        text: the text of a view.
        telling: whether it is an answer: only there the words of who counted make an organisation of a name.
    """
    for pattern, rule, letters in _SHAPES:
        for match in pattern.finditer(text) if letters in text else ():
            yield Found(*match.span(), Kind.ORGANISATION, match.group(), rule, weight=-1)
    told = sentences(text) if telling else ()
    for name in names_of_sources(text, ()) if telling else ():
        counts = any(_COUNT.search(text, one.start, one.end) for one in told if one.start <= name.start < one.end)
        if counts and not _GLUED.fullmatch(name.mention.label):
            yield Found(name.start, name.end, Kind.ORGANISATION, name.mention.label, BODY, weight=-1)
