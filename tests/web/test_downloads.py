from __future__ import annotations

import base64
import gzip
import hashlib
import io
from concurrent.futures import Future

import httpx
import pyarrow.parquet as pq
import pytest
from pyoxigraph import RdfFormat, parse

from graph.web import downloads
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


@pytest.mark.parametrize("table", ["documents", "questions", "statistics", "mentions", "nonanswers"])
def test_a_table_is_there_as_csv_with_its_metadata_and_as_parquet(client: httpx.Client, table: str) -> None:
    answer = client.get(f"/download/{table}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    link = answer.headers["link"]
    assert link == f'<{table}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
    metadata = client.get(f"/download/{table}.csv-metadata.json")
    assert metadata.headers["content-type"] == "application/csvm+json"
    columns = [column["name"] for column in metadata.json()["tableSchema"]["columns"]]
    assert answer.text.splitlines()[0].split(",") == columns
    parquet = client.get(f"/download/{table}.parquet")
    assert pq.read_table(io.BytesIO(parquet.content)).column_names == columns
    assert table in [
        each["url"].removesuffix(".csv") for each in client.get("/download/csv-metadata.json").json()["tables"]
    ]


def test_a_file_names_its_digest_and_the_time_of_its_publication(client: httpx.Client) -> None:
    answer = client.get("/download/statistics.csv")
    digest = base64.b64encode(hashlib.sha256(answer.content).digest()).decode()
    assert answer.headers["repr-digest"] == f"sha-256=:{digest}:"
    since = {"If-Modified-Since": answer.headers["last-modified"]}
    assert client.get("/download/statistics.csv", headers=since).status_code == 304
    assert client.get("/download/statistics.csv", headers={**since, "If-None-Match": '"x"'}).status_code == 200
    early = {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}
    assert client.get("/download/statistics.csv", headers=early).status_code == 200


def test_several_parts_come_in_one_answer_and_head_has_no_parts(client: httpx.Client) -> None:
    whole = client.get("/download/statistics.csv").content
    parts = client.get("/download/statistics.csv", headers={"Range": "bytes=0-3,10-12"})
    assert parts.status_code == 206
    assert parts.headers["content-type"].startswith("multipart/byteranges; boundary=")
    assert whole[:4] in parts.content and whole[10:13] in parts.content
    head = client.head("/download/statistics.csv", headers={"Range": "bytes=0-3"})
    assert (head.status_code, head.headers["content-length"]) == (200, str(len(whole)))


def test_a_range_goes_on_only_with_the_file_that_was_begun(client: httpx.Client) -> None:
    begun = client.head("/download/statistics.csv").headers
    for named, status in (
        (begun["etag"], 206),
        (begun["last-modified"], 206),
        (f"W/{begun['etag']}", 200),
        ("Mon, 01 Jan 2001 00:00:00 GMT", 200),
    ):
        answer = client.get("/download/statistics.csv", headers={"Range": "bytes=0-3", "If-Range": named})
        assert answer.status_code == status, named


def test_who_waits_too_long_for_a_file_is_asked_to_come_back(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "promise", lambda server, name: Future())
    monkeypatch.setattr(downloads, "FILE_WAITS", 0.01)
    monkeypatch.setattr(downloads, "LIST_WAITS", 0.01)
    answer = client.get("/download/kamergraaf.nq.gz")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert answer.json()["type"].endswith("#being-made")
    listed = client.get("/download/", headers={"Accept": "application/json"}).json()
    assert {item["size"] for item in listed} == {None}
    assert "wordt gemaakt" in client.get("/download/", headers={"Accept": "text/html"}).text
