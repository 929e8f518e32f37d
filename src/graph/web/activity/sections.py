"""The sections of a page about a thing that papers share: which facts are told of which kind of thing, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.web.languages import nl
from graph.web.site import Site


class Shown(StrEnum):
    """How the facts of a section are shown."""

    QUOTES = "quotes"
    FIGURES = "figures"
    ANSWERS = "answers"
    PAPERS = "papers"


@dataclass(frozen=True)
class Section:
    """One kind of fact about a thing.

    Attributes:
        name: in the address of its pages; the JSON form of the thing has its facts under the same name, if it has them.
        kinds: the kinds of things that can have it (`Site.collection`).
        title: its heading.
        shown: how its facts are shown.
        folder: the folder that the address of such a fact stands in; quicker to see than its class is to look up.
        pattern: binds ``?fact``; ``{iri}`` is the thing, ``{kg}`` our namespace.
    """

    name: str
    kinds: frozenset[str]
    title: str
    shown: Shown
    folder: str
    pattern: str


_HELD = "?held org:member <{iri}> ; <{kg}post> ?post . ?paper <{kg}officeHolding> ?held . "
"""The papers that a person signed in an office: what its post says in them, that person says."""

_POSTS = "?post org:postIn <{iri}> . "
"""The posts of a ministry."""

_NO_ANSWER = "?answer <{kg}answeredBy> <{iri}> . ?fact <{kg}answer> ?answer"
_MINISTRY = frozenset({"organisation"})
_POST = frozenset({"post"})
_PERSON = frozenset({"person"})

SECTIONS = (
    Section(
        "papers", frozenset({"dossier"}), nl("Stukken"), Shown.PAPERS, "document", "?fact dcterms:isPartOf <{iri}>"
    ),
    Section("counted", _MINISTRY, nl("Getelde cijfers"), Shown.FIGURES, "statistic", "?fact <{kg}countedBy> <{iri}>"),
    Section(
        "about",
        frozenset({"place", "breakdown", "period"}),
        nl("Cijfers"),
        Shown.FIGURES,
        "statistic",
        "?fact <{kg}place>|<{kg}breakdown>|<{kg}period> <{iri}>",
    ),
    Section("answers", _POST, nl("Antwoorden"), Shown.ANSWERS, "answer", "?fact <{kg}answeredBy> <{iri}>"),
    Section(
        "answers",
        _PERSON,
        nl("Antwoorden"),
        Shown.ANSWERS,
        "answer",
        _HELD + "?fact dcterms:isPartOf ?paper ; <{kg}answeredBy> ?post",
    ),
    Section(
        "answers", _MINISTRY, nl("Antwoorden"), Shown.ANSWERS, "answer", _POSTS + "?fact <{kg}answeredBy> ?post"
    ),
    Section("stated", _POST, nl("Gegeven cijfers"), Shown.FIGURES, "statistic", "?fact <{kg}statedBy> <{iri}>"),
    Section(
        "stated",
        _PERSON,
        nl("Gegeven cijfers"),
        Shown.FIGURES,
        "statistic",
        _HELD + "?answer dcterms:isPartOf ?paper . ?fact <{kg}answer> ?answer ; <{kg}statedBy> ?post",
    ),
    Section("not_answered", _POST, nl("Niet beantwoord"), Shown.QUOTES, "non-answer", _NO_ANSWER),
    Section(
        "would_know", _MINISTRY, nl("Zou het weten"), Shown.QUOTES, "non-answer", "?fact <{kg}holder> <{iri}>"
    ),
    Section(
        "mentions",
        frozenset({"organisation", "post", "person", "law", "case", "place", "dossier", "document"}),
        nl("Vermeldingen"),
        Shown.QUOTES,
        "mention",
        "?fact oa:hasBody <{iri}>",
    ),
    Section(
        "in_answers_that_name_it",
        frozenset({"law", "case", "place"}),
        nl("Cijfers in die antwoorden"),
        Shown.FIGURES,
        "statistic",
        "?mention oa:hasBody <{iri}> ; dcterms:isPartOf ?answer . ?fact <{kg}answer> ?answer",
    ),
    Section(
        "cited_by",
        frozenset({"document", "dossier"}),
        nl("Stukken die ernaar verwijzen"),
        Shown.PAPERS,
        "document",
        "?fact dcterms:references <{iri}>",
    ),
)  # fmt: skip
"""What is told of each kind of thing, in this order."""


def sections_of(site: Site, iri: str) -> tuple[Section, ...]:
    """Give the sections that a thing can have; none for a term, or a part of a paper."""
    kind = site.collection(iri)
    return tuple(section for section in SECTIONS if kind in section.kinds)
