"""What can be found: papers, questions, answers, figures and names; each with its words and facets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What kind of thing is found."""

    PAPER = "paper"
    QUESTION = "question"
    ANSWER = "answer"
    FIGURE = "figure"
    INDICATOR = "indicator"
    ORGANISATION = "organisation"
    POST = "post"
    PERSON = "person"
    LAW = "law"
    CASE = "case"
    PLACE = "place"


FACETS = ("what", "year", "kind", "ministry", "organisation", "indicator", "figures", "unanswered")
"""By what the found things can be counted and chosen.

``what`` is the kind of thing, ``kind`` that of its paper; ``figures`` and ``unanswered`` have the one value ``yes``.
"""

YES = "yes"


@dataclass(frozen=True)
class Item:
    """One thing that can be found. It depends on one named graph alone, so that it changes when that does.

    Attributes:
        iri: of the thing.
        kind: what it is.
        title: what it is called.
        text: the words that are its own.
        passage: what a snippet is taken from where that is more than its own words.
        heads: the names that it is found by before others; a title, an official name, aliases.
        more: other words for what it says, such as official names.
        around: words of its paper, which find it only together with words of its own.
        document, key: the identifier of its paper, and its key in it; empty for names.
        identifiers: what it is found by as a whole, such as ``kst-36800-XX-7``.
        issued: the day of its paper (ISO), empty where that is not known.
        facets: for the names of `FACETS` the values that it counts for.
    """

    iri: str
    kind: Kind
    title: str
    text: str = ""
    passage: str = ""
    heads: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    document: str = ""
    key: str = ""
    identifiers: tuple[str, ...] = ()
    issued: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
