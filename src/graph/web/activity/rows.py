"""What a page shows of the facts of a section: words in their paper, figures, the beginnings of answers, papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.store.base import Reader
from graph.web import figures
from graph.web.activity.reading import Part
from graph.web.activity.sections import Shown
from graph.web.figures import Figure, natural
from graph.web.history import Paper, papers_of
from graph.web.languages import Language, nl
from graph.web.marks import anchor
from graph.web.series.lookup import cells, listed, prefixed
from graph.web.site import Site
from graph.web.telling import shorten

_WORDS = (
    "SELECT ?fact ?exact ?prefix ?suffix {{ VALUES ?fact {{ {facts} }} "
    "?fact (oa:hasTarget|kg:passage)/oa:hasSelector ?words . ?words oa:exact ?exact . "
    "OPTIONAL {{ ?words oa:prefix ?prefix }} OPTIONAL {{ ?words oa:suffix ?suffix }} }}"
)
_TEXTS = "SELECT ?fact ?text {{ VALUES ?fact {{ {facts} }} ?fact <https://schema.org/text> ?text }}"
_LONG = 300
_IN_NOTE = re.compile(r"-note-[^/]*$")
"""How the address of a fact ends that stands in a footnote (`graph.describe.fact_iris`)."""

_NAMES = {"answer": nl("Antwoord {key}"), "question": nl("Vraag {key}"), "unread": nl("Niet gelezen")}


@dataclass(frozen=True)
class Words:
    """Words of a paper, with what stands around them.

    Attributes:
        fact: what was found in them.
        place: the name of the place within the page of the paper; empty for words of a footnote, which that page may
            not show.
        part: what the question or answer is called that they stand in.
        prefix, exact, suffix: the words and what stands around them; of an answer only its beginning.
    """

    fact: str
    place: str
    part: str
    prefix: str
    exact: str
    suffix: str


@dataclass(frozen=True)
class InPaper:
    """A paper, and the words of it that are shown."""

    paper: Paper
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Told:
    """A section as a page shows it.

    Attributes:
        name, title: of the section, the title in Dutch.
        shown: how its facts are shown.
        total: how many it has.
        figures: the figures that are shown.
        papers: the papers that are shown, or whose words are.
    """

    name: str
    title: str
    shown: Shown
    total: int
    figures: tuple[Figure, ...]
    papers: tuple[InPaper, ...]


def tell(reader: Reader, site: Site, part: Part, language: Language) -> Told:
    """Give what a page shows of a section.

    Args:
        reader: of the publication.
        site: for the base.
        part: the facts.
        language: of the page.
    """
    section = part.section
    shown: tuple[Figure, ...] = ()
    papers: tuple[InPaper, ...] = ()
    if section.shown is Shown.FIGURES:
        view = figures.view_of(reader, site, part.facts, language)
        shown = _in_order(figures.figure(view, site, fact) for fact in part.facts)
    elif section.shown is Shown.PAPERS:
        papers = tuple(InPaper(paper, ()) for paper in _papers(reader, site, part.facts))
    else:
        papers = tuple(_in_papers(reader, site, part, language))
    return Told(section.name, section.title, section.shown, part.total, shown, papers)


def _in_order(found: Iterable[Figure]) -> tuple[Figure, ...]:
    """Leave papers in their order; put the figures of each in that of its words."""
    return tuple(
        figure
        for _, some in groupby(found, lambda each: each.document)
        for figure in sorted(some, key=lambda each: (natural(each.answer.rpartition("/")[2]), each.start or 0))
    )


def _in_papers(reader: Reader, site: Site, part: Part, language: Language) -> list[InPaper]:
    begin = prefixed(site.base)
    found: Mapping[str, tuple[str, str, str]]
    if part.section.shown is Shown.ANSWERS:
        query = _TEXTS.format(facts=listed(part.facts))
        found = {fact: ("", shorten(text, _LONG), "") for fact, text in cells(reader, query)}
    else:
        query = begin + _WORDS.format(facts=listed(part.facts))
        found = {fact: (before, exact, after) for fact, exact, before, after in cells(reader, query)}
    papers = {paper.iri: paper for paper in _papers(reader, site, part.facts)}
    return [
        InPaper(
            papers[document], tuple(_words(document, fact, found.get(fact, ("", "", "")), language) for fact in facts)
        )
        for document, facts in groupby(part.facts, lambda fact: site.document_of(fact) or "")
    ]


def _words(document: str, fact: str, words: tuple[str, str, str], language: Language) -> Words:
    place = anchor(document, fact)
    kind, _, rest = place.partition("/")
    name = language.gettext(_NAMES.get(kind, "")).format(key=rest.partition("/")[0])
    return Words(fact, "" if _IN_NOTE.search(place) else place, name, *words)


def _papers(reader: Reader, site: Site, facts: Sequence[str]) -> list[Paper]:
    """Give the papers that facts stand in, in their order."""
    wanted = list(dict.fromkeys(site.document_of(fact) or fact for fact in facts))
    found = papers_of(reader, site, wanted)
    return [found[iri] for iri in wanted]
