from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef
from tests.clients.conftest import DOCUMENT, KG

CURL = shutil.which("curl")
pytestmark = pytest.mark.skipif(CURL is None, reason="there is no curl on this machine")
ASK = f"query=ASK {{ <{DOCUMENT}> a <{KG}Document> }}"


def curl(*arguments: str) -> str:
    """Give what curl prints."""
    done = subprocess.run([str(CURL), "-sS", "--max-time", "60", *arguments], capture_output=True, check=True)  # noqa: S603
    return done.stdout.decode()


@pytest.mark.parametrize("method", [["-G"], []])
def test_a_query_is_asked_by_get_and_by_post(endpoint: str, method: list[str]) -> None:
    answer = curl(*method, endpoint, "--data-urlencode", ASK, "-H", "Accept: application/sparql-results+json")
    assert json.loads(answer)["boolean"] is True


def test_a_query_is_sent_as_a_file(endpoint: str, examples: Path) -> None:
    body = f"@{examples / 'reception-places.rq'}"
    answer = curl(
        endpoint, "--data-binary", body, "-H", "Content-Type: application/sparql-query", "-H", "Accept: text/csv"
    )
    assert answer.splitlines()[0] == "day,part,places,counted,page,words" and len(answer.splitlines()) == 11


def test_a_name_is_followed_to_its_description(address: str) -> None:
    path = DOCUMENT.removeprefix("https://w3id.org/kamergraaf")
    told = "\n%{http_code} %{num_redirects} %{url_effective}"
    answer = curl("-L", f"{address}{path}", "-H", "Accept: text/turtle", "-w", told)
    text, _, came = answer.rpartition("\n")
    assert came == f"200 1 {address}/doc/document/kst-36800-XX-7.ttl"
    assert (URIRef(DOCUMENT), RDF.type, URIRef(f"{KG}Document")) in Graph().parse(data=text, format="turtle")


def test_a_file_is_taken_on_where_it_broke_off(address: str, tmp_path: Path) -> None:
    whole, rest = tmp_path / "whole.gz", tmp_path / "rest.gz"
    curl("-o", str(whole), f"{address}/download/kamergraaf.nt.gz")
    rest.write_bytes(whole.read_bytes()[:1000])
    curl("-C", "-", "-o", str(rest), f"{address}/download/kamergraaf.nt.gz")
    assert rest.read_bytes() == whole.read_bytes() and len(whole.read_bytes()) > 1000


def test_a_failure_is_told_by_the_exit_code(endpoint: str) -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        curl("--fail-with-body", endpoint, "--data-urlencode", "query=SELECT * {")
    assert caught.value.returncode == 22 and b"line 1, column" in caught.value.stdout


def test_a_page_is_packed_for_who_takes_it(address: str) -> None:
    plain, packed = (
        curl(*more, "-o", "/dev/null", "-w", "%{size_download}", f"{address}/documents")
        for more in ((), ("-H", "Accept-Encoding: gzip"))
    )
    assert int(packed) < int(plain) / 2
