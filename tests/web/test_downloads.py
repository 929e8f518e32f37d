from __future__ import annotations

import gzip
import hashlib

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from graph.web.shelf import FORMATS


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_whole_dataset_is_there_in_every_serialisation(client: httpx.Client, suffix: str) -> None:
    listed = {item["name"]: item for item in client.get("/download/", headers={"Accept": "application/json"}).json()}
    item = listed[f"kamergraaf.{suffix}.gz"]
    answer = client.get(f"/download/{item['name']}")
    assert answer.headers["content-type"] == "application/gzip"
    assert len(answer.content) == item["size"]
    assert hashlib.sha256(answer.content).hexdigest() == item["sha256"]
    form = RdfFormat.JSON_LD if suffix == "jsonld" else RdfFormat.from_extension(suffix)
    quads = list(parse(gzip.decompress(answer.content), format=form))
    total = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).json()
    assert len(quads) == int(total["results"]["bindings"][0]["n"]["value"])


def test_a_part_of_a_file_and_an_unchanged_file_are_not_sent_whole(client: httpx.Client) -> None:
    whole = client.get("/download/kamergraaf.nq.gz")
    part = client.get("/download/kamergraaf.nq.gz", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    again = client.get("/download/kamergraaf.nq.gz", headers={"If-None-Match": whole.headers["etag"]})
    assert again.status_code == 304
    assert client.head("/download/kamergraaf.nq.gz").headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize("name", ["kamergraaf.exe.gz", "kamergraaf.nq", "..%2Fledger.sqlite", "%2Fetc%2Fpasswd"])
def test_other_files_are_not_there(client: httpx.Client, name: str) -> None:
    assert client.get(f"/download/{name}").status_code == 404
