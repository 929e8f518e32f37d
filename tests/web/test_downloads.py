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


@pytest.mark.parametrize("asked", ["items=0-1", "bytes=5-2", "bytes=a-b", "bytes=", "bytes=0-1" + ",0-1" * 3000])
def test_a_range_that_is_none_has_no_effect(client: httpx.Client, asked: str) -> None:
    assert client.get("/download/kamergraaf.nq.gz", headers={"Range": asked}).status_code == 200


def test_a_range_beyond_the_end_is_refused_and_one_of_another_file_has_no_effect(client: httpx.Client) -> None:
    size = len(client.get("/download/kamergraaf.nq.gz").content)
    beyond = client.get("/download/kamergraaf.nq.gz", headers={"Range": f"bytes={size}-"})
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{size}")
    assert beyond.json()["title"] == "There is no such part of the file"
    other = client.get("/download/kamergraaf.nq.gz", headers={"Range": "bytes=0-1", "If-Range": '"other"'})
    assert other.status_code == 200
    end = client.get("/download/kamergraaf.nq.gz", headers={"Range": f"bytes=-3,{size}-"})
    assert (end.status_code, len(end.content)) == (206, 3)


@pytest.mark.parametrize("named", ["*", "{tag}", "W/{tag}", '"other", {tag}'])
def test_a_file_that_the_client_has_is_not_sent_again(client: httpx.Client, named: str) -> None:
    tag = client.head("/download/kamergraaf.nq.gz").headers["etag"]
    answer = client.get("/download/kamergraaf.nq.gz", headers={"If-None-Match": named.format(tag=tag)})
    assert (answer.status_code, answer.content) == (304, b"")
