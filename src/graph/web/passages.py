"""The pages and cards about one figure, mention or non-answer: what is known, and the sentence it was taken from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict
from urllib.parse import quote

from graph.store.base import Reader
from graph.web import figures
from graph.web.facts import Fact, facts
from graph.web.languages import nl
from graph.web.marking import Mark, Piece, marked, sentence_around
from graph.web.marks import anchor
from graph.web.papers import with_periods
from graph.web.server import Server
from graph.web.verdicts import Verdict, of_figure
from graph.web.view import View

KINDS = ("statistic", "mention", "non-answer", "passage")
"""The things that are a few words of a paper."""

_ABOUT = {
    "mention": (
        (nl("Noemt"), "oa:hasBody"),
        (nl("Soort"), "kg:mentionKind"),
        (nl("Kenmerk"), "kg:code"),
        (nl("Gevonden met de regels"), "kg:rule"),
    ),
    "non-answer": (
        (nl("Gevraagd in"), "kg:asksFor"),
        (nl("Wat er staat"), "kg:reason"),
        (nl("Wie het zou weten"), "kg:holder"),
        (nl("Gevonden met de regels"), "kg:rule"),
    ),
}
"""What is told of mentions and non-answers, besides their words."""


@dataclass(frozen=True)
class Words:
    """The words of a fact, in their sentence.

    Attributes:
        pieces: the sentence, with the words marked.
        page: of the paper; None where pages are not known.
        start, end: where the words stand in the text layer, in code points.
        layer: the IRI of that text.
        place: the name of the fact within the page of its paper, with a text fragment for browsers that know them.
    """

    pieces: Sequence[Piece]
    page: str | None
    start: int | None
    end: int | None
    layer: str | None
    place: str


def words_of(view: View, document: str, iri: str, passage: str | None) -> Words:
    """Give the words that a passage selects, in the sentence around them.

    Args:
        view: what is said of the fact and of its text layer.
        document: the IRI of the paper.
        iri: of the figure, mention, non-answer or passage.
        passage: the IRI of its passage.
    """
    exact = next((text for each in view.all(passage, "oa:hasSelector") for text in view.all(each, "oa:exact")), "")
    layer = view.one(passage, "oa:hasSource")
    text = view.one(layer, "schema:text")
    span = view.span(passage)
    pieces: Sequence[Piece] = (Piece(exact, Mark(0, 0, "figure", iri, "")),)
    if text is not None and span is not None:
        begin, end = sentence_around(text, *span)
        pieces = marked(text[begin:end], begin, [Mark(*span, "figure", iri, "")])
    place = f"{anchor(document, iri)}:~:text={quote(' '.join(exact.split()), safe='')}"
    return Words(
        pieces, view.one(passage, "kg:page"), span[0] if span else None, span[1] if span else None, layer, place
    )


class Shown(TypedDict):
    """What the page or card of a few words shows; `figure` is None for all but figures."""

    figure: figures.Figure | None
    facts: Sequence[Fact]
    verdicts: Sequence[Verdict]
    words: Words
    part: str
    part_name: str


def page(server: Server, reader: Reader, view: View, document: str, iri: str) -> Shown:
    """Give what the page or card about a few words of a paper shows.

    Args:
        server: for the site.
        reader: of the publication.
        view: what `graph.web.papers.part` gives.
        document: the IRI of the paper.
        iri: of the figure, mention, non-answer or passage.
    """
    with_periods(view, reader, server.site.base)
    kind = server.site.collection(iri)
    answer = iri.rpartition(f"/{kind}/")[0]
    property_of = {"statistic": "kg:passage", "mention": "oa:hasTarget", "non-answer": "kg:passage"}
    passage = view.one(iri, property_of[kind]) if kind in property_of else iri
    is_figure = kind == "statistic"
    return Shown(
        figure=figures.figure(view, server.site, iri) if is_figure else None,
        facts=facts(view, iri, _ABOUT.get(kind, ())),
        verdicts=of_figure(reader, server.site, iri, view.words.language) if is_figure else (),
        words=words_of(view, document, iri, passage),
        part=answer,
        part_name=view.name(answer),
    )
