"""For search engines and browsers: what to read, where the pages are, how to search from the address bar."""

from __future__ import annotations

from xml.sax.saxutils import escape

from fastapi import APIRouter, Request, Response
from pyoxigraph import NamedNode

from graph.web.languages import language_of
from graph.web.problems import Problem
from graph.web.responses import as_uri, send
from graph.web.server import add, server_of
from graph.web.signposts import published

router = APIRouter()

PER_FILE = 20_000
"""How many addresses a site map has; sitemaps.org allows 50,000."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FIXED = (
    "/",
    "/about",
    "/documents",
    "/indicators",
    "/organisations",
    "/laws",
    "/posts",
    "/places",
    "/dossiers",
    "/rulings",
    "/download/",
    "/catalog",
    "/sparql",
)

_PAGES = """
PREFIX kg: <{base}def/>
SELECT DISTINCT ?iri {{
  {{ GRAPH ?g {{ ?iri a kg:Document }} }} UNION {{ ?any kg:indicator ?iri }} UNION {{ ?any kg:countedBy ?iri }}
}} ORDER BY ?iri"""


def robots(request: Request) -> Response:
    """Let everything be read but the answers to queries, which are made for who asks; of searches only plain ones."""
    server = server_of(request)
    prefix, root = server.site.prefix(request), server.site.root(request)
    paths = ("/sparql?", "/search?*&", "/report?", "/rdf-graph-store", "/reconcile")
    lines = ["User-agent: *", *(f"Disallow: {prefix}{path}" for path in paths), f"Sitemap: {root}/sitemap.xml", ""]
    return send(request, "\n".join(lines), "text/plain")


def index(request: Request) -> Response:
    """List the site maps (https://www.sitemaps.org/protocol.html)."""
    server = server_of(request)
    with server.snapshots.reading() as reader:
        files = -(-len(_addresses(request)) // PER_FILE)
        at = published(reader)
    stamp = f"<lastmod>{at:%Y-%m-%dT%H:%M:%SZ}</lastmod>" if at else ""
    root = escape(server.site.root(request))
    maps = "".join(f"<sitemap><loc>{root}/sitemap-{n}.xml</loc>{stamp}</sitemap>\n" for n in range(1, files + 1))
    return send(request, f'{_XML}<sitemapindex xmlns="{_MAPS}">\n{maps}</sitemapindex>\n', "application/xml")


def sitemap(request: Request, number: int) -> Response:
    """Give the addresses of the pages, so many in each file."""
    found = _addresses(request)[(number - 1) * PER_FILE : number * PER_FILE] if number > 0 else []
    if not found:
        raise Problem("not-found", "There is no such site map: /sitemap.xml lists them.")
    urls = "".join(f"<url><loc>{escape(as_uri(address))}</loc></url>\n" for address in found)
    return send(request, f'{_XML}<urlset xmlns="{_MAPS}">\n{urls}</urlset>\n', "application/xml")


def opensearch(request: Request) -> Response:
    """Tell a browser how to search here (OpenSearch 1.1)."""
    root = escape(server_of(request).site.root(request))
    name = language_of(request).gettext("Antwoorden aan de Tweede Kamer, met elk cijfer bij zijn woorden")
    body = (
        f'{_XML}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>Kamergraaf</ShortName>\n<Description>{escape(name)}</Description>\n"
        f'<InputEncoding>UTF-8</InputEncoding>\n<Url type="text/html" template="{root}/search?q={{searchTerms}}"/>\n'
        f'<Url type="application/atom+xml" template="{root}/feed.atom?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
    return send(request, body, "application/opensearchdescription+xml")


def _addresses(request: Request) -> list[str]:
    """Give the addresses of all pages that are worth finding: fixed ones, papers, indicators, who counted."""
    server = server_of(request)
    root = server.site.root(request)
    with server.snapshots.reading() as reader:
        rows = reader.query(_PAGES.format(base=server.site.base)).rows()
        iris = [row[0].value for row in rows if isinstance(row[0], NamedNode)]
    paths = (path for iri in iris if (path := server.site.path(iri)) is not None)
    return [f"{root}{path}" for path in (*_FIXED, *paths)]


add(router, "/robots.txt", robots, "What search engines may read", schema=False)
add(router, "/sitemap.xml", index, "The site maps", schema=False)
add(router, "/sitemap-{number}.xml", sitemap, "The addresses of the pages", schema=False)
add(router, "/opensearch.xml", opensearch, "How a browser searches here", schema=False)
