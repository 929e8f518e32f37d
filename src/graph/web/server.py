"""What the handlers of requests share: the site, the readers, the pool of workers and the templates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from fastapi import APIRouter, Request, Response
from jinja2 import Environment

from graph.settings import Settings
from graph.web.census import Census
from graph.web.feeds.changes import Changes
from graph.web.kept import Kept
from graph.web.metrics import Metrics
from graph.web.pool import Pool
from graph.web.reconcile.index import Indexes
from graph.web.shelf import Shelf
from graph.web.site import Site
from graph.web.snapshots import Snapshots


@dataclass(frozen=True)
class Server:
    """One running server."""

    settings: Settings
    site: Site
    snapshots: Snapshots
    pool: Pool
    shelf: Shelf
    templates: Environment
    indexes: Indexes = field(default_factory=Indexes)
    kept: Kept = field(default_factory=Kept)
    changes: Changes = field(default_factory=Changes)
    census: Census = field(default_factory=Census)
    metrics: Metrics = field(default_factory=Metrics)

    def page(self, request: Request, template: str, **values: object) -> str:
        """Render a page.

        Args:
            request: for the addresses of its links.
            template: the name of a file in `templates/`.
            values: what it shows.
        """
        prefix = self.site.prefix(request)
        return self.templates.get_template(template).render(
            root=prefix, address=self.site.root(request), path_of=self.paths(request), **values
        )

    def paths(self, request: Request) -> Callable[[str], str]:
        """Give the function that turns an IRI into the address of its page: here, or where the IRI itself leads."""
        prefix = self.site.prefix(request)

        def path_of(iri: str) -> str:
            path = self.site.path(iri)
            if path is not None:
                return prefix + path
            return iri if iri.startswith(("http://", "https://")) else "#"

        return path_of


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
