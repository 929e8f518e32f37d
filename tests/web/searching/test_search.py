"""`/search` as a page, as JSON and as CSV; all that papers and visitors say is text."""

from __future__ import annotations

import csv
import io

import httpx
import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.web.offers import OFFERS

SCHEMA = OFFERS["/search.json", "get"].schema


def found(client: httpx.Client, **asked: str | int) -> dict[str, object]:
    answer = client.get("/search.json", params=asked)
    assert answer.status_code == 200, answer.text
    said: dict[str, object] = answer.json()
    jsonschema.validate(said, dict(SCHEMA))
    return said


def results(said: dict[str, object]) -> list[dict[str, object]]:
    given = said["results"]
    assert isinstance(given, list)
    return given


def test_a_figure_is_found_with_its_address_and_the_words_that_were_asked(client: httpx.Client, address: str) -> None:
    said = found(client, q="plek", what="figure")
    (figure,) = results(said)
    assert figure["title"] == "35.140 (plekken)"
    assert figure["snippet"] == "ruim 35.140 plekken" and figure["hits"] == [[12, 19]]
    assert figure["address"] == f"{address}/doc/document/kst-1-2/answer/1/statistic/35140-1"
    assert client.get(str(figure["address"])).status_code == 200


def test_facets_have_labels_counts_and_addresses_that_choose_them(client: httpx.Client) -> None:
    facets = found(client, q="plekken")["facets"]
    assert isinstance(facets, dict)
    (organisation,) = facets["organisation"]
    assert organisation["label"] == "Centraal Orgaan opvang asielzoekers"
    chosen = client.get(organisation["address"]).json()
    assert chosen["total"] == organisation["count"]
    (again,) = chosen["facets"]["organisation"]
    assert again["chosen"] and client.get(again["address"]).json()["total"] == found(client, q="plekken")["total"]


def test_pages_are_linked_and_part_the_results(client: httpx.Client) -> None:
    whole = [each["iri"] for each in results(found(client, q="plekken", size=100))]
    seen, at = [], "/search.json?q=plekken&size=2"
    while at:
        answer = client.get(at)
        seen += [each["iri"] for each in answer.json()["results"]]
        assert ('rel="next"' in answer.headers["link"]) == bool(answer.json()["next"])
        at = answer.json()["next"]
    assert seen == whole and len(whole) > 2


def test_nothing_typed_gives_the_newest_papers(client: httpx.Client) -> None:
    said = found(client)
    assert [each["document"] for each in results(said)] == ["kst-1-2"]
    assert client.get("/search").status_code == 200


def test_a_mistyped_word_is_corrected_honestly(client: httpx.Client) -> None:
    said = found(client, q="plekkem")
    assert said["corrected"] == {"query": "plekken", "applied": True}
    page = client.get("/search", params={"q": "plekkem"}).text
    assert "Niets gevonden voor “plekkem”" in page and "“plekken”" in page


def test_the_table_has_the_results_of_the_page(client: httpx.Client) -> None:
    answer = client.get("/search.csv", params={"q": "plekken"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["iri"] for row in rows] == [each["iri"] for each in results(found(client, q="plekken"))]


@pytest.mark.parametrize(
    "asked",
    [
        *("page=0", "page=x", "page=-1", "page=99999999999999999999", "size=0", "size=101"),
        *("sort=oldest", "figures=no", "q=" + "a" * 301, "year=" + "1" * 301),
    ],
)
def test_what_cannot_be_asked_is_told_as_a_problem(client: httpx.Client, asked: str) -> None:
    answer = client.get(f"/search.json?{asked}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_page_beyond_the_last_is_not_found(client: httpx.Client) -> None:
    answer = client.get("/search.json?q=plekken&page=40")
    assert answer.status_code == 404 and "the last one is 1" in answer.json()["detail"]
    deep = client.get("/search.json?page=200&size=100")
    assert deep.status_code == 404 and "first 10000 results" in deep.json()["detail"]


@settings(max_examples=80, deadline=None)
@given(q=st.text(max_size=300), lang=st.sampled_from(["nl", "en"]))
@example(q='a" OR (b AND *', lang="nl")
@example(q="<script>alert(1)</script>", lang="en")
@example(q="\x00\ufffe%", lang="nl")
def test_any_query_is_answered_on_the_page_too(address: str, q: str, lang: str) -> None:
    answer = httpx.get(f"{address}/search", params={"q": q, "lang": lang}, headers={"Accept": "text/html"}, timeout=30)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_what_papers_say_is_text_in_a_page(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "geregistreerd"}, headers={"Accept": "text/html"}).text
    assert "&lt;b&gt;Het&lt;/b&gt;" in page and "<b>Het" not in page
    assert "<mark>geregistreerd</mark>" in page
    assert "&lt;script&gt;" in page and "<script>alert" not in page


@pytest.mark.parametrize(
    ("path", "accept"), [("/search", "text/html"), ("/search.json", "*/*"), ("/search.csv", "*/*")]
)
def test_answers_are_kept_by_their_tag_and_have_a_head(client: httpx.Client, path: str, accept: str) -> None:
    got = client.get(path, params={"q": "plekken"}, headers={"Accept": accept})
    assert ("Accept" in got.headers["vary"].split(", ")) == (path == "/search")
    again = client.get(path, params={"q": "plekken"}, headers={"Accept": accept, "If-None-Match": got.headers["etag"]})
    assert again.status_code == 304
    head = client.head(path, params={"q": "plekken"}, headers={"Accept": accept})
    assert head.status_code == 200 and not head.content and head.headers["etag"] == got.headers["etag"]
    assert client.options(path).headers["allow"] == "GET, HEAD, OPTIONS"


def test_one_address_gives_three_forms(client: httpx.Client) -> None:
    for accept in ("application/json", "text/csv", "text/html"):
        assert client.get("/search", headers={"Accept": accept}).headers["content-type"].startswith(accept)
    assert client.get("/search", headers={"Accept": "image/png"}).status_code == 406


def test_the_page_stays_in_its_language(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "plekken", "lang": "en"}, headers={"Accept": "text/html"}).text
    assert '<html lang="en">' in page
    assert "lang=en" in page.partition('class="found"')[2]
