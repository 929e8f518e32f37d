"""`kamergraaf serve`: the web server."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import StoreOption, reader_of, settings_of, store_of
from graph.errors import SettingsError

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

    from graph.settings import Settings

_STOP_WITHIN = 5
"""Seconds that requests may still take when the server is told to stop."""

_START_WITHIN = 60
"""Seconds that one of several processes may take to start, or to answer the first, before it is replaced."""

COUNTED_IN = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which the library that counts knows the folder of several processes."""

EXAMPLES = (
    "kamergraaf serve",
    "kamergraaf serve --host 0.0.0.0 --port 80 --store /srv/kamergraaf",
    "kamergraaf serve --workers 4",
)


def serve(
    host: Annotated[
        str | None, typer.Option("--host", help="The address to listen on; 0.0.0.0 is all.", show_default="127.0.0.1")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 is any free one.", show_default="8000"),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", "-w", min=1, max=64, help="How many processes serve.", show_default="1"),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Serve the store: SPARQL, linked data, downloads and pages. An empty store gets the paper that ships first."""
    settings = settings_of(store, host=host, port=port, workers=workers)
    listening = listen(settings)
    with listening:
        if not store_of(settings).current():
            from graph.cli.build import build

            build(store=settings.store)
        reader_of(settings).close()
        address, number = listening.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        _tell_of_scripts()
        typer.echo(f"Kamergraaf on http://{shown}:{number}/ (Ctrl-C stops it)")
        _run(settings, listening)


def application() -> FastAPI:
    """Make the application of one of several server processes, from the settings of the environment and the file."""
    from graph.settings import Settings
    from graph.web import create_app

    return create_app(Settings.load())


def _tell_of_scripts() -> None:
    from graph.web.assets import NOT_BUILT, built

    if not built():
        typer.echo(NOT_BUILT, err=True)


def _run(settings: Settings, listening: socket.socket) -> None:
    """Serve until told to stop: in this process, or in several that take turns at the socket and are replaced."""
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from graph.web import create_app

    if settings.workers == 1:
        uvicorn.Server(_config(create_app(settings), settings)).run(sockets=[listening])
        return
    os.environ["KAMERGRAAF_STORE"] = str(settings.store)  # the other processes read their settings themselves
    config = _config(f"{__name__}:application", settings)
    with counting_together():
        Multiprocess(config, [listening]).run()


@contextmanager
def counting_together() -> Iterator[None]:
    """Give the processes a folder in which they count together, unless the operator gave one; it is removed after."""
    if COUNTED_IN in os.environ:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="kamergraaf-metrics-") as folder:
        os.environ[COUNTED_IN] = folder
        try:
            yield
        finally:
            del os.environ[COUNTED_IN]


def _config(app: FastAPI | str, settings: Settings) -> uvicorn.Config:
    import uvicorn

    from graph.web.connection import Connection

    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        http=Connection,
        workers=settings.workers,
        log_level="warning",
        access_log=False,
        ws="none",
        proxy_headers=settings.proxies > 0,
        forwarded_allow_ips="*",
        timeout_graceful_shutdown=_STOP_WITHIN,
        limit_concurrency=settings.connections,
        timeout_worker_healthcheck=_START_WITHIN,
    )


def listen(settings: Settings) -> socket.socket:
    """Take the port before any work is done, so that a port in use is known at once.

    Raises:
        SettingsError: when the port is taken or may not be used, or the address is not of this machine.
    """
    try:
        family, *_, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise SettingsError(f"--host {settings.host}: {error.strerror or error}") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(2048)
    except OSError as error:
        listening.close()
        message = f"port {settings.port} of {settings.host}: {error.strerror or error}; choose another with --port"
        raise SettingsError(message) from error
    return listening
