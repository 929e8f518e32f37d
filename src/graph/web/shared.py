"""The page of a thing that papers share: an organisation, a law, a post, a person, a country, a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from fastapi import Request
from pyoxigraph import Literal

from graph.store.base import Reader
from graph.web import figures
from graph.web.activity import Activity, offices_of, tell
from graph.web.facts import Fact, Value, facts
from graph.web.languages import Language, language_of, nl
from graph.web.meta import Meta
from graph.web.paging import pages
from graph.web.prefixes import prefixes
from graph.web.series.lookup import cells, names_of
from graph.web.server import Server
from graph.web.view import View

HEADER = (
    (nl("Ook bekend als"), "skos:altLabel"),
    (nl("Code"), "skos:notation"),
    (nl("Omschrijving"), "skos:definition"),
    (nl("Soort"), "dcterms:type"),
    (nl("Kenmerk"), "dcterms:identifier"),
    (nl("Ministerie"), "org:postIn"),
    (nl("Gebied"), "schema:areaServed"),
    (nl("Ligt in"), "schema:containedInPlace"),
    (nl("Opgericht"), "schema:foundingDate"),
    (nl("Opgeheven"), "schema:dissolutionDate"),
    (nl("Opgevolgd door"), "dcterms:isReplacedBy"),
    (nl("Begin"), "kg:periodStart"),
    (nl("Einde"), "kg:periodEnd"),
    (nl("Onderdeel van"), "dcterms:isPartOf"),
    (nl("Pagina"), "foaf:page"),
    (nl("Zelfde als"), "owl:sameAs"),
)
"""What the registers say of a thing, in the order of the page."""

RELATED = (
    (nl("Ambten"), "org:postIn"),
    (nl("Volgt op"), "dcterms:isReplacedBy"),
    (nl("Bestuur"), "schema:areaServed"),
    (nl("Daarin liggen"), "schema:containedInPlace"),
)
"""What other things of the registers say of it, by what those are to it."""

AT_MOST = 100
"""How many related things are named of each kind."""

_SCHEMA_ORG = {
    "organisation": "Organization",
    "post": "Role",
    "person": "Person",
    "law": "Legislation",
    "case": "Legislation",
    "place": "Place",
    "dossier": "CreativeWork",
    "document": "CreativeWork",
}


def page(
    request: Request,
    server: Server,
    reader: Reader,
    common: dict[str, object],
    view: View,
    iri: str,
    activity: Activity,
) -> str:
    """Render the page of a thing that papers share.

    Args:
        request: what was asked.
        server: for site and templates.
        reader: of the publication.
        common: what the pages of all things show.
        view: what is said of the thing.
        iri: of the thing.
        activity: what papers say of it, as far as it is asked.
    """
    language = language_of(request)
    told = tuple(tell(reader, server.site, part, language) for part in activity.parts)
    titles = {section.name: language.gettext(section.title) for section in activity.sections}
    return server.page(
        request,
        "shared.html",
        _meta(server, request, view, iri, activity, titles),
        **common,
        here=server.site.path(iri) or "",
        title_language=_language_of_name(view, iri),
        facts=facts(view, iri, HEADER),
        related=_related(server, reader, iri, language),
        offices=offices_of(reader, server.site, iri, language.code),
        activity=activity,
        titles=titles,
        told=told,
        only=next(iter(told), None) if activity.only else None,
        beside=dict(pages(request, activity.asked.page, activity.pages)),
        feed=_feed(server, request, iri),
        csv=figures.scope(server.site, iri) is not None,
    )


def _related(server: Server, reader: Reader, iri: str, language: Language) -> list[Fact]:
    """Give the things of the registers that say of themselves what they are to this one."""
    names = prefixes(server.site.base)
    found = []
    for label, name in RELATED:
        prefix, _, local = name.partition(":")
        prop = names[prefix] + local
        rows = cells(reader, f"SELECT ?s {{ ?s <{prop}> <{iri}> }} LIMIT {AT_MOST + 1}")
        others = names_of(reader, [other for (other,) in rows], language.code).values()
        shown = sorted(others, key=lambda other: other.name.casefold())[:AT_MOST]
        values = [Value(other.name, other.iri) for other in shown]
        if len(others) > AT_MOST:
            values.append(Value(language.gettext("en meer; zie de andere vormen")))
        if values:
            found.append(Fact(language.gettext(label), prop, tuple(values)))
    return found


def _language_of_name(view: View, iri: str) -> str:
    """Give the language of what a thing is called; empty where its name is of none, as those of persons are."""
    terms = [term for name in ("skos:prefLabel", "rdfs:label", "dcterms:title") for term in view.terms(iri, name)]
    name = view.name(iri)
    said = [term.language or "" for term in terms if isinstance(term, Literal) and term.value == name]
    return "" if view.words.language.code in said else next(iter(said), "")


def _feed(server: Server, request: Request, iri: str) -> str | None:
    """Give the address of the feed of an organisation; there is none of other things."""
    if server.site.collection(iri) != "organisation":
        return None
    return f"{server.site.prefix(request)}/feed.atom?organisation={quote(iri.rpartition('/organisation/')[2])}"


def _meta(
    server: Server, request: Request, view: View, iri: str, activity: Activity, titles: Mapping[str, str]
) -> Meta:
    """Say what the page shows; only the page of all sections is the one to be cited."""
    words, path = view.words, server.site.path(iri)
    counts = (
        f"{titles[section.name].lower()} {words.number(total)}"
        for section, total in zip(activity.sections, activity.totals, strict=True)
    )
    said = ", ".join(counts) or words.language.gettext("geen stuk zegt er iets van")
    kind = _SCHEMA_ORG.get(server.site.collection(iri))
    data: dict[str, object] = {
        "@type": kind,
        "@id": iri,
        "name": view.name(iri),
        "alternateName": view.all(iri, "skos:altLabel"),
        "identifier": view.one(iri, "dcterms:identifier"),
        "sameAs": [*view.all(iri, "owl:sameAs"), *view.all(iri, "foaf:page")],
        "url": f"{server.site.root(request)}{path}",
    }
    cited = path if not activity.only and activity.asked.year is None else None
    shown = {name: value for name, value in data.items() if value} if kind else None
    return Meta(f"{view.name(iri)}: {said}.", cited, data=shown)
