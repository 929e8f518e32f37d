"""The web server: the SPARQL protocol, linked data, downloads and pages over one store."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI

    from graph.settings import Settings


def create_app(settings: Settings) -> FastAPI:
    """Make the application that serves the store of these settings.

    It starts its workers when the server starts and ends them when it stops. An empty store gives problems of kind
    ``no-data`` until something has been published.
    """
    from graph.web.app import assemble  # imported late: workers import this package and need no server

    return assemble(settings)
