"""What the pages about papers, answers and figures say of themselves: descriptions, schema.org data, citations."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request

from graph.web.figures import Figure
from graph.web.meta import Meta
from graph.web.server import Server
from graph.web.view import View

_LONG = 200


def of_exchange(server: Server, request: Request, view: View, iri: str) -> Meta:
    """Describe the page of a paper, a question or an answer."""
    document = server.site.document_of(iri) or iri
    title, text = view.name(document), view.one(iri, "schema:text")
    said = shorten(text) if text else title
    paper: dict[str, object] = {
        "@type": "CreativeWork",
        "@id": document,
        "name": title,
        "identifier": view.one(document, "dcterms:identifier"),
        "inLanguage": "nl",
        "datePublished": view.one(document, "dcterms:issued"),
        "url": _address(server, request, document),
        "sameAs": view.one(document, "foaf:page"),
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
    }
    data = paper
    if iri != document:
        kind = "Answer" if server.site.collection(iri) == "answer" else "Question"
        data = {"@type": kind, "@id": iri, "text": text, "isPartOf": _said(paper)}
    return Meta(said, server.site.path(iri), article=True, data=_said(data))


def of_part(server: Server, view: View, iri: str) -> Meta:
    """Describe the page of a mention, a non-answer or a passage."""
    return Meta(f"{view.name(iri)}: {view.name(server.site.document_of(iri))}", server.site.path(iri), article=True)


def of_figure(server: Server, request: Request, view: View, figure: Figure) -> Meta:
    """Describe the page of a figure."""
    words = view.words
    about = ", ".join(part for part in (figure.indicator, figure.breakdown, words.period_of(figure)) if part)
    said = f"{words.amount(figure)}: {about}. {view.name(figure.document)}"
    period = [day for day in (figure.period_start, figure.period_end) if day]
    data = {
        "@type": "Observation",
        "@id": figure.iri,
        "name": about,
        "value": figure.value if figure.value_max is None else None,
        "minValue": figure.value if figure.value_max is not None else None,
        "maxValue": figure.value_max,
        "unitText": figure.unit,
        "observationPeriod": "/".join(dict.fromkeys(period)) or None,
        "measuredProperty": {"@type": "Property", "@id": figure.indicator_iri, "name": figure.indicator},
        "url": _address(server, request, figure.iri),
        "isBasedOn": {"@type": "CreativeWork", "@id": figure.document, "name": view.name(figure.document)},
        "description": figure.quote,
    }
    return Meta(shorten(said), server.site.path(figure.iri), article=True, data=_said(data))


def citation(view: View, document: str, figure: Figure) -> str:
    """Write how a figure is cited: who said it, in which paper, and the address that stays."""
    number = view.one(document, "dcterms:identifier") or document.rsplit("/", 1)[-1]
    day = view.words.day(view.one(document, "dcterms:issued"))
    where = ", ".join(part for part in (f"{view.name(document)} ({number})", view.name(figure.answer), day) if part)
    return f"{figure.stated_by or 'Tweede Kamer'}, {where}. “{' '.join(figure.quote.split())}”. {figure.iri}"


def shorten(text: str, long: int = _LONG) -> str:
    """Give the first words of a text, on one line, with an ellipsis where some are left out.

    >>> shorten("Er waren  twaalf plekken.", 12)
    'Er waren …'
    """
    line = " ".join(text.split())
    return line if len(line) <= long else f"{line[:long].rpartition(' ')[0]} …"


def _address(server: Server, request: Request, iri: str) -> str:
    return f"{server.site.root(request)}{server.site.path(iri) or ''}"


def _said(data: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if value is not None}
