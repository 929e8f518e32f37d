"""`kamergraaf serve`: the web server."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import StoreOption, reader_of, settings_of, store_of
from graph.errors import SettingsError

if TYPE_CHECKING:
    from graph.settings import Settings


EXAMPLES = (
    "kamergraaf serve",
    "kamergraaf serve --host 0.0.0.0 --port 80 --store /srv/kamergraaf",
)


def serve(
    host: Annotated[
        str | None, typer.Option("--host", help="The address to listen on; 0.0.0.0 is all.", show_default="127.0.0.1")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 is any free one.", show_default="8000"),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Serve the store: SPARQL, linked data, downloads and pages. An empty store gets the paper that ships first."""
    settings = settings_of(store, host=host, port=port)
    listening = listen(settings)
    with listening:
        if not store_of(settings).current():
            from graph.cli.build import build

            build(store=settings.store)
        reader_of(settings).close()
        import uvicorn

        from graph.web import create_app

        address, number = listening.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        typer.echo(f"Kamergraaf on http://{shown}:{number}/ (Ctrl-C stops it)")
        config = uvicorn.Config(create_app(settings), log_level="warning", timeout_graceful_shutdown=5)
        uvicorn.Server(config).run(sockets=[listening])


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
