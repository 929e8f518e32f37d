"""`/sparql` for people: an editor with examples; without scripts a form whose answer is a file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fastapi import Request, Response

from graph.describe.examples import examples
from graph.describe.terms import DEFAULT_BASE
from graph.web.assets import find_asset
from graph.web.languages import language_of
from graph.web.meta import Meta
from graph.web.negotiation import GRAPHS, HTML, RESULTS, Form, choose
from graph.web.prefixes import prefixes
from graph.web.responses import send
from graph.web.server import Server

FORMS: tuple[Form, ...] = (*RESULTS, *GRAPHS)
"""What the form without scripts offers."""

START = """\
SELECT ?indicator ?value ?words WHERE {
  ?figure a kg:Statistic ;
    kg:indicator/skos:prefLabel ?indicator ;
    sdmx-measure:obsValue ?value ;
    kg:passage/oa:hasSelector/oa:exact ?words .
}
ORDER BY DESC(?value)
LIMIT 20"""
"""The query to begin with; its prefixes are written before it."""

_SERVICE = re.compile(r"^\s*SERVICE\b", re.IGNORECASE | re.MULTILINE)
_PREFIXED = re.compile(r"(?<![\w?$<:-])([a-z][\w-]*):")


@dataclass(frozen=True)
class Offered:
    """An example that can be run here."""

    slug: str
    title: str
    description: str
    text: str


def respond(request: Request, server: Server) -> Response:
    """Send the page, with the query that the address gives or names: ``?query=`` or ``?example=``."""
    base, code = server.site.base, language_of(request).code
    offered = offers(base, code, federated=bool(server.settings.service_endpoints))
    asked = request.query_params.get("query")
    named = {each.slug: each.text for each in offered}.get(request.query_params.get("example", ""))
    page = server.page(
        request,
        "sparql.html",
        Meta(language_of(request).gettext("Stel zelf een vraag aan alle gegevens, met voorbeelden."), "/sparql"),
        query=asked or named or with_prefixes(START, base),
        asked=asked is not None,
        offered=offered,
        results=RESULTS,
        graphs=GRAPHS,
        prefixes=prefixes(base),
        base=base,
        seconds=f"{server.settings.query_seconds:g}",
        rows=server.settings.query_rows,
        script=find_asset("editor.js"),
        style=find_asset("editor.css"),
        notices=find_asset("notices.txt"),
    )
    return send(request, page, HTML.media_type, vary=["Accept"])


def offers(base: str, language: str, *, federated: bool) -> list[Offered]:
    """Give the examples that can be run here, in a language.

    Args:
        base: of the IRIs of the data.
        language: of their titles and descriptions.
        federated: whether queries may ask other endpoints.
    """
    return [
        Offered(
            each.slug,
            each.titles.get(language, each.slug),
            each.descriptions.get(language, ""),
            each.text.replace(DEFAULT_BASE, base),
        )
        for each in examples()
        if not each.elsewhere and (federated or not _SERVICE.search(each.text))
    ]


def with_prefixes(query: str, base: str) -> str:
    """Write the declarations of the prefixes of a query before it.

    >>> print(with_prefixes("ASK { ?s a kg:Answer }", "https://e.org/"))
    PREFIX kg: <https://e.org/def/>
    ASK { ?s a kg:Answer }
    """
    used = set(_PREFIXED.findall(query))
    lines = [f"PREFIX {name}: <{iri}>" for name, iri in sorted(prefixes(base).items()) if name in used]
    return "\n".join([*lines, query])


def wants_page(accept: str | None) -> bool:
    """Whether a browser asks, and would rather have a page than any result.

    Browsers name XHTML too; programs that were told nothing else, such as those in Java, name HTML alone.

    >>> wants_page("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    True
    >>> wants_page("text/html, image/gif, */*; q=.2"), wants_page("*/*"), wants_page("text/html, text/csv")
    (False, False, False)
    """
    if accept is None or "application/xhtml+xml" not in accept:
        return False
    chosen = choose(accept, (*FORMS, HTML))
    return chosen is not None and chosen.form is HTML


def accept_of_form(request: Request) -> str | None:
    """Give the Accept header that the choice of a format stands for; None where none was chosen.

    Only asked of clients that want a page: others send a parameter ``format`` of their own beside the header.
    """
    name = request.query_params.get("format")
    types = [form.media_type for form in FORMS if form.name == name]
    return f"{types[0]}, */*;q=0.1" if types else None
