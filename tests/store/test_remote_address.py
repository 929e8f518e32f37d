from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store.remote.address import address_of, folder_of, named


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("sparql+https://data.example.org/sparql", "https://data.example.org/sparql"),
        (Path("sparql+http://127.0.0.1:7878/query"), "http://127.0.0.1:7878/query"),
        ("SPARQL+HTTP://example.org/a/b", "http://example.org/a/b"),
        ("/srv/kamergraaf", None),
        ("sparql", None),
    ],
)
def test_a_server_is_told_from_a_folder(location: str | Path, address: str | None) -> None:
    assert address_of(location) == address
    assert named(location) == (f"sparql+{address}" if address else str(location))


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(StoreError, match="KAMERGRAAF_STORE_PASSWORD") as caught:
        address_of("sparql+https://me:geheim@example.org/sparql")
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("location", ["sparql+http://example.org/query?a=b", "sparql+http://:80/x", "http://e.org/x"])
def test_what_is_no_address_of_an_endpoint_is_refused(location: str) -> None:
    with pytest.raises(StoreError):
        address_of(location)


def test_each_server_has_a_folder_of_its_own_on_this_machine(tmp_path: Path) -> None:
    one = folder_of("sparql+http://example.org:8890/sparql", tmp_path)
    other = folder_of("sparql+http://example.org:8890/other", tmp_path)
    assert one.parent == other.parent == tmp_path / "servers"
    assert one != other
    assert folder_of(tmp_path / "store", tmp_path) == tmp_path / "store"
