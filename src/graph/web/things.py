"""The pages about single things: which page a thing has, and that of a thing which papers share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fastapi import Request
from pyoxigraph import NamedNode, Triple

from graph.store.base import Reader
from graph.web import figures, papers, passages, telling
from graph.web.facts import Fact, Value, facts
from graph.web.indicators import addresses as indicators
from graph.web.languages import Language, language_of, nl
from graph.web.negotiation import FORMS
from graph.web.resources import INCOMING
from graph.web.server import Server
from graph.web.view import View

KINDS = {
    "document": nl("Document"),
    "question": nl("Vraag"),
    "answer": nl("Antwoord"),
    "statistic": nl("Cijfer"),
    "mention": nl("Vermelding"),
    "non-answer": nl("Niet beantwoord"),
    "unread": nl("Niet gelezen"),
    "passage": nl("Passage"),
    "text": nl("Tekst"),
    "organisation": nl("Organisatie"),
    "post": nl("Ambt"),
    "person": nl("Persoon"),
    "law": nl("Wet of regeling"),
    "case": nl("Uitspraak"),
    "place": nl("Land"),
    "indicator": nl("Indicator"),
    "breakdown": nl("Uitsplitsing"),
    "period": nl("Periode"),
    "dossier": nl("Dossier"),
    "membership": nl("Ambtsvervulling"),
}

SHARED = (
    (nl("Ook bekend als"), "skos:altLabel"),
    (nl("Omschrijving"), "skos:definition"),
    (nl("Kenmerk"), "dcterms:identifier"),
    (nl("Code"), "kg:code"),
    (nl("Reden"), "kg:unreadReason"),
    (nl("Aantal tekens"), "kg:characters"),
    (nl("Begin"), "kg:periodStart"),
    (nl("Einde"), "kg:periodEnd"),
    (nl("Onderdeel van"), "dcterms:isPartOf"),
    (nl("Pagina"), "foaf:page"),
    (nl("Zelfde als"), "owl:sameAs"),
)


@dataclass(frozen=True)
class Place:
    """A question or an answer in which a thing is named: how often, and the words around the first time."""

    part: str
    name: str
    times: int
    start: int
    prefix: str
    exact: str
    suffix: str


def page(
    request: Request,
    server: Server,
    reader: Reader,
    iri: str,
    statements: Sequence[Triple],
    beside: Sequence[tuple[str, str]] = (),
) -> str:
    """Render the page about a thing.

    Args:
        request: what was asked.
        server: for site and templates.
        reader: of the publication.
        iri: of the thing.
        statements: its description.
        beside: the addresses of the pages before and after this one, each with its relation.
    """
    language = language_of(request)
    view = View(statements, server.site.base, language).learn_labels(reader)
    kind = server.site.collection(iri)
    common: dict[str, object] = {
        "iri": iri,
        "kind": language.gettext(
            KINDS.get(kind, "Term" if iri.startswith(f"{server.site.base}def") else "Beschrijving")
        ),
        "kind_name": kind,
        "title": title_of(view, iri),
        "suffixes": _suffixes(figures.scope(server.site, iri) is not None, kind),
        "local": server.site.path(iri) is not None,
        "statements": facts(view, iri, [(view.name(prop), prop) for prop, _ in view.properties(iri)]),
    }
    if (document := server.site.document_of(iri)) and reader.version(server.site.graph_of(document)) is not None:
        if kind in (*_EXCHANGES, *passages.KINDS):
            return _of_paper(request, server, reader, common, document, iri)
    if kind == "indicator":
        return indicators.page_of(request, server, reader, {**common, "facts": facts(view, iri, SHARED)}, iri)
    return server.page(request, "thing.html", **common, beside=dict(beside), **_shared(server, reader, view, iri))


_EXCHANGES = ("document", "answer", "question")
"""The things whose pages are the words of a paper, all or some."""


def card(request: Request, server: Server, reader: Reader, document: str, iri: str) -> str:
    """Render what a page shows of a figure, mention or non-answer beside its words: a piece of a page.

    Args:
        request: what was asked.
        server: for site and templates.
        reader: of the publication.
        document: the IRI of the paper.
        iri: of the figure, mention or non-answer.
    """
    language, kind = language_of(request), server.site.collection(iri)
    paper = papers.part(reader, server.site, document, iri, language)
    return server.page(
        request,
        "card.html",
        iri=iri,
        document=document,
        kind=language.gettext(KINDS.get(kind, "")),
        suffixes=_suffixes(kind == "statistic", kind),
        **passages.page(server, reader, paper, document, iri),
        title=paper.name(iri),
    )


def _of_paper(
    request: Request, server: Server, reader: Reader, common: dict[str, object], document: str, iri: str
) -> str:
    """Render the page of a paper, or of one question, answer or figure of it."""
    site, language, kind = server.site, language_of(request), server.site.collection(iri)
    paper = (
        papers.whole(reader, site, document, language)
        if iri == document
        else papers.part(reader, site, document, iri, language)
    )
    paper.learn_labels(reader)
    common |= {"document": document, "document_title": paper.name(document)}
    if kind in _EXCHANGES:
        meta = telling.of_exchange(server, request, paper, iri)
        exchanges = papers.document_page(server, reader, paper, document, iri)
        return server.page(request, "document.html", meta, **common, **exchanges)
    shown = passages.page(server, reader, paper, document, iri)
    if (figure := shown["figure"]) is None:
        return server.page(request, "passage.html", telling.of_part(server, paper, iri), **common, **shown)
    meta = telling.of_figure(server, request, paper, figure)
    citation = telling.citation(paper, document, figure)
    return server.page(request, "statistic.html", meta, **common, **shown, citation=citation)


def title_of(view: View, iri: str) -> str:
    """Give the heading of the page about a thing."""
    return view.name(iri)


def _suffixes(has_figures: bool, kind: str) -> list[tuple[str, str]]:
    names = [
        "ttl",
        "jsonld",
        "nt",
        "rdf",
        "json",
        *(["csv"] if has_figures else []),
        *(["txt"] if kind == "text" else []),
    ]
    return [(name, FORMS[name].label) for name in names]


def _shared(server: Server, reader: Reader, view: View, iri: str) -> dict[str, object]:
    pattern = figures.scope(server.site, iri)
    found = figures.find(reader, server.site, pattern, view.words.language) if pattern else []
    named = [(mention, server.site.document_of(mention)) for mention in view.subjects("oa:hasBody", iri)]
    return {
        "facts": facts(view, iri, SHARED),
        "figures": found,
        "figures_at_most": figures.AT_MOST,
        "named": _places(server, reader, [mention for mention, document in named if document], view.words.language),
        "incoming": _incoming(server, view, iri),
        "incoming_at_most": INCOMING,
    }


def _places(server: Server, reader: Reader, mentions: Sequence[str], language: Language) -> list[Place]:
    """Give where a thing is named, each question and answer once, with the words around the first time."""
    view = (
        figures.view_of(reader, server.site, mentions, language) if mentions else View([], server.site.base, language)
    )
    found: dict[str, Place] = {}
    for mention in mentions:
        part = mention.rpartition("/mention/")[0]
        passage = view.one(mention, "oa:hasTarget")
        start = (view.span(passage) or (0, 0))[0]
        other = found.get(part)
        times = other.times + 1 if other else 1
        if other and other.start <= start:
            found[part] = replace(other, times=times)
            continue
        around = [_selected(view, passage, name) for name in ("prefix", "exact", "suffix")]
        found[part] = Place(part, _called(server, part, language), times, start, *around)
    return sorted(found.values(), key=lambda place: (server.site.document_of(place.part) or "", place.start))


def _selected(view: View, passage: str | None, name: str) -> str:
    texts = (text for selector in view.all(passage, "oa:hasSelector") for text in view.all(selector, f"oa:{name}"))
    return next(texts, "")


def _called(server: Server, part: str, language: Language) -> str:
    """Name a question or an answer by its paper: ``kst-36800-XX-7, antwoord 4``."""
    document = server.site.document_of(part) or ""
    kind = language.gettext(KINDS.get(server.site.collection(part), "")).lower()
    return f"{document.rsplit('/', 1)[-1]}, {kind} {part.rsplit('/', 1)[-1]}"


def _incoming(server: Server, view: View, iri: str) -> list[Fact]:
    """Give what links to a thing, apart from figures and mentions, which have lists of their own."""
    by_property: dict[str, list[Value]] = {}
    for subject in sorted(view.objects()):
        if subject == iri or server.site.collection(subject) in ("mention", "statistic"):
            continue
        for prop, values in view.properties(subject):
            if any(value.value == iri and isinstance(value, NamedNode) for value in values):
                by_property.setdefault(prop, []).append(Value(view.name(subject), subject))
    return [Fact(view.name(prop), prop, tuple(values)) for prop, values in sorted(by_property.items())]
