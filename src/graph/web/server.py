"""What the handlers of requests share: the site, the readers, the pool of workers and the templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Request, Response
from jinja2 import Environment

from graph.settings import Settings
from graph.web.census import Census
from graph.web.feeds.changes import Changes
from graph.web.kept import Kept
from graph.web.languages import DUTCH, PARAMETER, Language, language_of, languages
from graph.web.meta import Meta
from graph.web.metrics import Metrics
from graph.web.pool import Pool
from graph.web.reconcile.index import Indexes
from graph.web.responses import Link
from graph.web.searching.opened import Searches
from graph.web.shelf import Shelf
from graph.web.site import Site, raw_path
from graph.web.snapshots import Snapshots


@dataclass(frozen=True)
class Server:
    """One running server."""

    settings: Settings
    site: Site
    snapshots: Snapshots
    pool: Pool
    shelf: Shelf
    templates: Mapping[str, Environment]
    indexes: Indexes = field(default_factory=Indexes)
    kept: Kept = field(default_factory=Kept)
    changes: Changes = field(default_factory=Changes)
    census: Census = field(default_factory=Census)
    metrics: Metrics = field(default_factory=Metrics)
    searches: Searches = field(default_factory=Searches)

    def page(self, request: Request, template: str, meta: Meta | None = None, **values: object) -> str:
        """Render a page in the language that its address asks for.

        Args:
            request: for language and addresses.
            template: the name of a file in `templates/`.
            meta: what the page says of itself to machines.
            values: what it shows.
        """
        language = language_of(request)
        return (
            self.templates[language.code]
            .get_template(template)
            .render(
                root=self.site.prefix(request),
                address=self.site.root(request),
                path_of=self.paths(request),
                data_of=self.forms(request),
                href=self.links(request),
                language=language,
                versions=self._versions(request),
                meta=meta or Meta(),
                **values,
            )
        )

    def paths(self, request: Request) -> Callable[[str], str]:
        """Give the function that turns an IRI into the address of its page: here, or where the IRI itself leads."""
        link = self.links(request)

        def path_of(iri: str) -> str:
            path = self.site.path(iri)
            if path is not None:
                return link(path)
            return iri if iri.startswith(("http://", "https://")) else "#"

        return path_of

    def forms(self, request: Request) -> Callable[[str, str], str]:
        """Give the function that turns an IRI and a suffix into the address of its description in that form."""
        prefix = self.site.prefix(request)
        return lambda iri, suffix: f"{prefix}{self.site.path(iri) or ''}.{suffix}"

    def links(self, request: Request) -> Callable[..., str]:
        """Give the function that turns a path of this server into a link, which stays in the language of the page.

        It takes the path, which may have a fragment, and parameters; one that is None is left out.
        """
        prefix = self.site.prefix(request)
        language = language_of(request)

        def href(path: str, **parameters: str | int | None) -> str:
            local, sharp, fragment = path.partition("#")
            asked = [(name, str(value)) for name, value in parameters.items() if value is not None]
            asked += [(PARAMETER, language.code)] if language != DUTCH else []
            mark = "&" if "?" in local else "?"
            return f"{prefix}{local}{mark + urlencode(asked) if asked else ''}{sharp}{fragment}"

        return href

    def address_of(self, request: Request, path: str | None) -> str | None:
        """Give the whole address of a page in the language that was asked; None where there is no path."""
        if path is None:
            return None
        return self.site.root(request) + self.links(request)(path).removeprefix(self.site.prefix(request))

    def canonical(self, request: Request, path: str, *, page: bool) -> Link:
        """Give the link to the address of its own of what is at a path: of a page whole, as search engines want it."""
        whole = self.address_of(request, path) if page else None
        return Link(whole or f"{self.site.prefix(request)}{path}", "canonical")

    def _versions(self, request: Request) -> list[tuple[Language, str]]:
        """Give the page that was asked in each language, with its path from the root of the server."""
        asked = [pair for pair in parse_qsl(request.url.query, keep_blank_values=True) if pair[0] != PARAMETER]
        path = raw_path(request)
        found = []
        for language in languages().values():
            query = urlencode([*asked, *([(PARAMETER, language.code)] if language != DUTCH else [])])
            found.append((language, f"{path}?{query}" if query else path))
        return found


def server_of(request: Request) -> Server:
    """Give the server that a request came to."""
    found = request.app.state.server
    if not isinstance(found, Server):
        raise TypeError("the application was not assembled by graph.web.create_app")
    return found


def add(router: APIRouter, path: str, handler: Callable[..., object], summary: str, *, schema: bool = True) -> None:
    """Add a handler for GET and HEAD; in the API description it stands once."""
    router.add_api_route(
        path, handler, methods=["GET"], summary=summary, response_class=Response, include_in_schema=schema
    )
    router.add_api_route(path, handler, methods=["HEAD"], response_class=Response, include_in_schema=False)
