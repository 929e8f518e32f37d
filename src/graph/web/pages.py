"""The pages that are about no single thing and list none: the front page, about the data, reporting a mistake."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request, Response
from pyoxigraph import Literal, NamedNode

from graph.build.session import quarantine_of
from graph.resources import resource
from graph.store.base import Reader
from graph.web.languages import Language, language_of, nl
from graph.web.meta import Meta
from graph.web.negotiation import HTML, accept_of, choose
from graph.web.operations import told
from graph.web.problems import KINDS, Problem, not_acceptable
from graph.web.responses import send
from graph.web.series import totals_of
from graph.web.server import Server, add, server_of
from graph.web.site import is_absolute_iri

router = APIRouter()

_NEWEST = """
PREFIX kg: <{base}def/>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?iri ?title ?issued WHERE {{
  {{ SELECT ?iri (MAX(?day) AS ?issued) WHERE {{ GRAPH ?g {{ ?iri a kg:Document ; dcterms:issued ?day }} }}
     GROUP BY ?iri ORDER BY DESC(?issued) ?iri LIMIT {many} }}
  GRAPH ?h {{ ?iri dcterms:title ?title }}
}} ORDER BY DESC(?issued) ?iri"""

_COUNTED = (
    ("papers", nl("document"), nl("documenten"), "/documents"),
    ("questions", nl("vraag"), nl("vragen"), "/search"),
    ("figures", nl("cijfer"), nl("cijfers"), "/indicators"),
    ("mentions", nl("vermelding"), nl("vermeldingen"), "/organisations"),
    ("non-answers", nl("keer niet geantwoord"), nl("keer niet geantwoord"), "/search?unanswered=yes"),
)
"""What the front page counts: the kind of things, their name, and where they are."""

_LONGEST_IRI = 2000


@dataclass(frozen=True)
class Newest:
    """A paper on the front page; the day is ISO."""

    iri: str
    title: str
    issued: str


@dataclass(frozen=True)
class Measured:
    """How good the data is in one respect, as it was measured: see `data/quality.toml`.

    Attributes:
        name: what was measured.
        value: a share, from 0 to 1.
        sample: on what it was measured.
    """

    name: str
    value: float
    sample: str


def front(request: Request) -> Response:
    """Say what this is, what it holds and where to begin."""
    server = server_of(request)
    language = language_of(request)
    with server.snapshots.reading() as reader:
        newest = _newest(reader, server.site.base, 8)
        totals = totals_of(reader, server.site.base, f"{server.site.base}id/dataset/kamergraaf")
    counts = [
        (number, language.gettext(one if number == 1 else more), path)
        for kind, one, more, path in _COUNTED
        for number in [totals[kind]]
    ]
    counted = server.census.latest(server.snapshots, server.site.base)
    status = told(counted, quarantine_of(server.settings).all()) if counted else None
    meta = _front_meta(server, request)
    return _html(request, server.page(request, "front.html", meta, newest=newest, counts=counts, status=status))


def about(request: Request) -> Response:
    """Tell how a fact is made, how good the data is, and how to cite it or report a mistake."""
    server = server_of(request)
    language = language_of(request)
    meta = Meta(
        language.gettext("Hoe Kamergraaf feiten uit antwoorden aan de Tweede Kamer haalt, en hoe goed die zijn."),
        "/about",
    )
    settings = server.settings
    page = server.page(request, "about.html", meta, measured=measured(language), settings=settings)
    return _html(request, page)


def report(request: Request, iri: str = "") -> Response:
    """Give the text by which a reader reports a mistake in what is said of a thing.

    Args:
        request: what was asked.
        iri: of the thing; without one the text is about the data as a whole.
    """
    if iri and (len(iri) > _LONGEST_IRI or not is_absolute_iri(iri)):
        raise Problem("bad-request", "The parameter `iri` has to be an absolute IRI of at most 2000 characters.")
    server = server_of(request)
    say = language_of(request).gettext
    text = "\n".join(
        [
            *([f"{say('Waar')}: {iri}"] if iri else []),
            f"{say('Wat er staat')}: ",
            f"{say('Wat er zou moeten staan')}: ",
            f"{say('Waar dat blijkt (stuk, bladzijde, zin)')}: ",
        ]
    )
    email = server.settings.contact_email
    letter = f"mailto:{email}?{urlencode({'subject': say('Fout in Kamergraaf'), 'body': text}, quote_via=quote)}"
    return _html(request, server.page(request, "report.html", iri=iri, email=email, letter=letter, text=text))


def explain_problems(request: Request) -> Response:
    """Explain the kinds of problems, to which the type of each leads."""
    return _html(request, server_of(request).page(request, "problems.html", kinds=KINDS))


@lru_cache(maxsize=4)
def measured(language: Language) -> tuple[Measured, ...]:
    """Give what was measured of the quality of the data, in a language."""
    found = tomllib.loads(resource("data", "quality.toml").read_text("utf-8"))["measured"]
    return tuple(Measured(each["name"][language.code], each["value"], each["sample"][language.code]) for each in found)


def _newest(reader: Reader, base: str, many: int) -> list[Newest]:
    rows = reader.query(_NEWEST.format(base=base, many=many)).rows()
    return [Newest(_text(iri), _text(title), _text(issued)) for iri, title, issued in rows]


def _front_meta(server: Server, request: Request) -> Meta:
    root = server.site.root(request)
    language = language_of(request)
    said = language.gettext(
        "Elk cijfer, elke naam en elke wet uit de antwoorden aan de Tweede Kamer, bij zijn woorden."
    )
    data: Mapping[str, object] = {
        "@type": "Dataset",
        "name": "Kamergraaf",
        "description": said,
        "url": f"{root}/",
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "isAccessibleForFree": True,
        "inLanguage": "nl",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{root}/search?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
        "includedInDataCatalog": {"@type": "DataCatalog", "url": f"{root}/catalog"},
    }
    return Meta(said, "/", data=data)


def _html(request: Request, page: str) -> Response:
    chosen = choose(accept_of(request), (HTML,))
    if chosen is None:
        raise not_acceptable([HTML.media_type])
    return send(request, page, chosen.media_type, vary=["Accept"])


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


add(router, "/", front, "The front page")
add(router, "/about", about, "About the data: how a fact is made, how good it is, how to cite it")
add(router, "/report", report, "The text by which a mistake is reported")
add(router, "/problems", explain_problems, "The kinds of problems", schema=False)
