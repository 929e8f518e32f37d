"""The pages about single things: which page a thing has, and that of a thing which papers share."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request
from pyoxigraph import NamedNode, Triple

from graph.store.base import Reader
from graph.web import figures, papers, passages, shared, telling
from graph.web.activity import Activity, activity_of, sections_of
from graph.web.facts import Fact, Value, facts
from graph.web.history import Asked
from graph.web.indicators import addresses as indicators
from graph.web.languages import language_of, nl
from graph.web.meta import Meta
from graph.web.negotiation import FORMS
from graph.web.server import Server
from graph.web.site import Site
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


def page(
    request: Request,
    server: Server,
    reader: Reader,
    iri: str,
    statements: Sequence[Triple],
    beside: Sequence[tuple[str, str]] = (),
    activity: Activity | None = None,
) -> str:
    """Render the page about a thing.

    Args:
        request: what was asked.
        server: for site and templates.
        reader: of the publication.
        iri: of the thing.
        statements: its description.
        beside: the addresses of the pages before and after this one, each with its relation.
        activity: what papers say of a thing that they share.
    """
    language, kind = language_of(request), server.site.collection(iri)
    if activity is not None or kind == "indicator":  # these pages do not name what links here: it needs no look-up
        statements = [each for each in statements if each.subject == NamedNode(iri)]
    view = View(statements, server.site.base, language).learn_labels(reader)
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
    if (document := document_of_store(reader, server.site, iri)) and kind in (*_EXCHANGES, *passages.KINDS):
        return _of_paper(request, server, reader, common, document, iri)
    if kind == "indicator":
        return indicators.page_of(request, server, reader, {**common, "facts": facts(view, iri, SHARED)}, iri)
    if activity is not None:
        return shared.page(request, server, reader, common, view, iri, activity)
    told = {"facts": facts(view, iri, SHARED), "incoming": _incoming(server, view, iri)}
    return server.page(request, "thing.html", Meta(path=server.site.path(iri)), **common, **told, beside=dict(beside))


def told_by_papers(reader: Reader, site: Site, iri: str, asked: Asked, part: str) -> Activity | None:
    """Give what papers say of a thing, as far as it is asked; None for a thing whose page tells no such story.

    Args:
        reader: of the publication.
        site: for the base.
        iri: of the thing.
        asked: which year and page.
        part: the one section that is asked; empty for the beginnings of all.
    """
    if not sections_of(site, iri) or document_of_store(reader, site, iri) is not None:
        return None
    return activity_of(reader, site, iri, asked, part)


def document_of_store(reader: Reader, site: Site, iri: str) -> str | None:
    """Give the paper that a thing is part of, or is, where the store has that paper."""
    document = site.document_of(iri)
    version = reader.version(site.graph_of(document)) if document else None
    return document if version is not None and version.digest is not None else None


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
