"""A dump that Virtuoso's own loader brought is taken over by the build that follows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.engines.running import DOCS, lacking, virtuoso

from graph.store import open_store
from graph.store.base import Change
from graph.store.dump import FORMATS, dump_to_file
from graph.store.remote.client import Client

G = "https://example.org/graph/"


@pytest.mark.skipif(bool(lacking()), reason=lacking() or "-")
def test_a_loaded_dump_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    content = "".join(f'<https://example.org/{n:04}> <https://example.org/p> "{n} é" .\n' for n in range(2000)).encode()
    few = b"".join(content.splitlines(keepends=True)[:3])
    changes = [Change(G + "a", content, "f", "a"), Change(G + "b", few, "f", "b")]
    here = open_store(tmp_path / "store")
    here.publish(changes)
    with virtuoso(_made(tmp_path / "virtuoso")) as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        load = _made(running.folder / "load")
        with here.reader() as reader:
            dump_to_file(reader, load / "kamergraaf.nq.gz", FORMATS["nq"], packed=True)
        found = re.search(r'exec="(ld_dir.*?)"', DOCS.read_text("utf-8"))
        assert found
        running.administer(found[1].replace("/srv/load", "load").replace("; ", ";\n") + "\n")
        written = []
        put = Client.put

        def noted(client: Client, graph: str, triples: bytes) -> None:
            written.append(graph)
            put(client, graph, triples)

        monkeypatch.setattr(Client, "put", noted)
        store = open_store(running.location)
        assert store.publish([*changes, Change(G + "c", content)]) is not None
        assert written == [G + "c"]
        with store.reader() as reader, here.reader() as ours:
            assert [version.digest for version in reader.graphs()[:2]] == [version.digest for version in ours.graphs()]
            assert reader.n_triples(G + "a") == content


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
