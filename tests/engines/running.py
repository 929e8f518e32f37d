"""Real engines, started on free ports of this machine with what docs/stores.md says, and ended by their process."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

DOCS = Path(__file__).parents[2] / "docs" / "stores.md"
PASSWORD = "geheim-genoeg"  # noqa: S105
OWN = ("http://www.openlinksw.com/", "http://www.w3.org/ns/ldp", "http://localuriqaserver/")
"""What the graphs of Virtuoso itself begin with."""


@dataclass(frozen=True)
class Running:
    """An engine that runs.

    Attributes:
        name: which.
        query, update: its addresses.
        environment: what our settings have to say of it.
        folder: where its files are.
        command_line: starts the command line of Virtuoso.
    """

    name: str
    query: str
    update: str
    environment: dict[str, str] = field(default_factory=dict)
    folder: Path = Path()
    command_line: tuple[str, ...] = ()

    @property
    def location(self) -> str:
        """The store."""
        return f"sparql+{self.query}"

    def auth(self) -> httpx.Auth | None:
        """Who may write."""
        user = self.environment.get("KAMERGRAAF_STORE_USER")
        return httpx.DigestAuth(user, PASSWORD) if user else None

    def tell(self, update: str) -> None:
        """Change something behind our back."""
        response = httpx.post(self.update, data={"update": update}, auth=self.auth(), timeout=60)
        assert response.is_success, response.text

    def graphs(self) -> list[str]:
        """Give the named graphs, with those that others do not see."""
        address = self.update if self.name == "virtuoso" else self.query
        query = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}
        asked = {"Accept": "application/sparql-results+json"}
        found = httpx.post(address, data=query, headers=asked, auth=self.auth(), timeout=60).json()
        names = [row["g"]["value"] for row in found["results"]["bindings"]]
        return [name for name in names if not name.startswith(OWN)]

    def administer(self, lines: str) -> None:
        """Give lines to the command line of Virtuoso."""
        said = subprocess.run(  # noqa: S603
            self.command_line, input=lines, text=True, check=True, capture_output=True, timeout=120
        )
        assert "*** Error" not in said.stdout + said.stderr, said.stdout + said.stderr

    def empty(self) -> None:
        """Take all graphs away."""
        for graph in self.graphs():
            self.tell(f"DROP SILENT GRAPH <{graph}>")


@contextmanager
def oxigraph(folder: Path, *more: str) -> Iterator[Running]:
    """Run `oxigraph serve`, with more arguments."""
    command = shutil.which("oxigraph", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    assert command, "the development dependency oxigraph is not installed"
    bind = f"127.0.0.1:{_free_port()}"
    with _process([command, "serve", "--location", str(folder / "data"), "--bind", bind, *more], folder) as process:
        _wait(f"http://{bind}/query", process)
        yield Running("oxigraph", f"http://{bind}/query", f"http://{bind}/update")


def lacking() -> str:
    """Say what is missing to run Virtuoso here; empty when nothing is."""
    missing = [name for name in ("virtuoso-t", "isql-vt") if shutil.which(name) is None]
    return f"{' and '.join(missing)} of the Debian package virtuoso-opensource-7 not installed" if missing else ""


@contextmanager
def virtuoso(folder: Path, **changed: str) -> Iterator[Running]:
    """Run Virtuoso with the file and the lines of the documentation.

    Args:
        folder: for its files.
        changed: lines of the file that are to be others.
    """
    text = DOCS.read_text("utf-8")
    sql, http = _free_port(), _free_port()
    ini = (
        _block(text, "ini").replace("127.0.0.1:1111", f"127.0.0.1:{sql}").replace("127.0.0.1:8890", f"127.0.0.1:{http}")
    )
    for name, value in changed.items():
        ini = re.sub(rf"^{name} = .*", f"{name} = {value}", ini, flags=re.MULTILINE)
    (folder / "virtuoso.ini").write_text(ini, "utf-8")
    command = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
    first = [*command, "+pwdold", "dba", "+pwddba", PASSWORD, "+pwddav", PASSWORD]
    subprocess.run(first, cwd=folder, check=True, capture_output=True, timeout=120)  # noqa: S603
    with _process(command, folder) as process:
        root = f"http://127.0.0.1:{http}"
        _wait(f"{root}/sparql", process)
        lines = _block(text, "sql").replace("change-this-password", PASSWORD)
        ours = {"KAMERGRAAF_STORE_USER": "kamergraaf", "KAMERGRAAF_STORE_PASSWORD": PASSWORD}
        isql = ("isql-vt", f"127.0.0.1:{sql}", "dba", PASSWORD)
        running = Running("virtuoso", f"{root}/sparql", f"{root}/sparql-auth", ours, folder, isql)
        running.administer(lines)
        yield running


def _block(text: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found, f"docs/stores.md has no block of {language}"
    return found[1]


@contextmanager
def _process(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the engine ended"
        try:
            httpx.get(address, params={"query": "ASK {}"}, timeout=5)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("the engine did not start")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
