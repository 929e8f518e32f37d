"""The lists of things are filtered by words, ordered by a column and given page by page; their twins say the same."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from tests.web.invented import BASE, HOSTILE, Paper, store_of

from graph.settings import Settings
from graph.web import create_app
from graph.web.listing import Listing, Row, Wanted, choose
from graph.web.lists import LISTINGS, SIZE

HTML = {"Accept": "text/html"}
PAPERS = (
    Paper("kst-1-1", "2024-02-01", names=2, title="Over Curaçao en de zee"),
    Paper("kst-1-2", "2025-03-01", names=0, figures=4, title=HOSTILE),
    Paper("kst-1-3", "", title="=SOM(A1)"),
    *(Paper(f"ah-{number}", f"2020-01-{number % 28 + 1:02}", figures=0, names=0) for number in range(SIZE)),
)


@pytest.fixture(scope="module")
def client(
    tmp_path_factory: pytest.TempPathFactory, serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    """A client of a server over invented papers, more than a page of a list has."""
    store = store_of(tmp_path_factory.mktemp("lists") / "store", PAPERS)
    settings = Settings.load(base_iri=BASE, store=store, query_workers=1)
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def rows(client: httpx.Client, path: str, **asked: str | int) -> list[dict[str, object]]:
    found = client.get(f"{path}.json", params=asked)
    assert found.status_code == 200, found.text
    told: list[dict[str, object]] = found.json()[path.removeprefix("/")]
    return told


def identifiers(client: httpx.Client, **asked: str | int) -> list[object]:
    return [row["identifier"] for row in rows(client, "/documents", **asked)]


def test_papers_are_listed_newest_first_those_without_a_day_last(client: httpx.Client) -> None:
    first = rows(client, "/documents")[0]
    assert first == {
        "iri": f"{BASE}id/document/kst-1-2",
        "identifier": "kst-1-2",
        "title": HOSTILE.replace("\\", ""),
        "kind": "brief",
        "issued": "2025-03-01",
        "questions": 1,
        "answers": 1,
        "figures": 4,
    }
    assert identifiers(client, page=2)[-1] == "kst-1-3"


def test_a_page_of_json_says_how_much_there_is_and_where_it_goes_on(client: httpx.Client) -> None:
    told = client.get("/documents.json").json()
    assert (told["total"], told["page"], told["pages"], len(told["documents"])) == (len(PAPERS), 1, 2, SIZE)
    following = client.get(told["next"]).json()
    assert len(following["documents"]) == len(PAPERS) - SIZE
    assert following["next"] is None
    seen = {row["iri"] for page in (told, following) for row in page["documents"]}
    assert len(seen) == len(PAPERS)


def test_a_table_in_csv_has_every_row(client: httpx.Client) -> None:
    found = list(csv.DictReader(io.StringIO(client.get("/documents.csv").text)))
    assert len(found) == len(PAPERS)
    assert {row["title"] for row in found} >= {"'=SOM(A1)", "Over Curaçao en de zee"}


@pytest.mark.parametrize(
    ("words", "found"),
    [("CURACAO", ["kst-1-1"]), ("zee kst-1-1", ["kst-1-1"]), ("zee brink", []), ("<script>", ["kst-1-2"])],
)
def test_words_filter_without_capitals_and_accents_and_all_have_to_be_there(
    client: httpx.Client, words: str, found: list[str]
) -> None:
    assert identifiers(client, q=words) == found
    assert len(client.get("/documents.csv", params={"q": words}).text.splitlines()) == 1 + len(found)


def test_an_organisation_is_found_by_its_abbreviation(client: httpx.Client) -> None:
    (row,) = rows(client, "/organisations", q="coa")
    assert row == {
        "iri": f"{BASE}id/organisation/coa",
        "name": "Centraal Orgaan opvang asielzoekers",
        "figures": 6,
        "mentions": 3,
        "papers": len(PAPERS),
    }


def test_a_list_is_ordered_by_a_column_numbers_from_the_highest_names_by_the_alphabet(client: httpx.Client) -> None:
    assert identifiers(client, order="figures")[0] == "kst-1-2"
    assert [row["name"] for row in rows(client, "/organisations", order="name")] == [
        "Centraal Orgaan opvang asielzoekers",
        "Élders",
    ]
    assert rows(client, "/organisations", order="mentions")[0]["name"] == "Élders"


def test_an_order_that_there_is_not_and_a_page_after_the_last_are_refused(client: httpx.Client) -> None:
    assert client.get("/documents.json?order=colour").json()["detail"].startswith("The parameter `order` is one of:")
    assert client.get("/posts.json?order=holders").status_code == 400
    assert client.get("/documents?page=3").status_code == 404
    assert client.get("/documents?size=0").status_code == 400


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("/laws", {"name": "Wet X", "identifier": "BWBR0000001", "mentions": 53, "papers": 53}),
        ("/rulings", {"name": "ECLI:NL:XX:2024:1", "identifier": "ECLI:NL:XX:2024:1", "mentions": 53, "papers": 53}),
        ("/places", {"name": "Syrië", "figures": 6, "mentions": 0, "papers": 3}),
        ("/dossiers", {"name": "Dossier 1", "papers": 53, "questions": 53, "answers": 53, "figures": 6}),
        (
            "/posts",
            {
                "name": "minister van A",
                "holders": ["Bo Bakker", "An de Vries"],
                "answers": 53,
                "figures": 6,
                "mentions": 0,
                "papers": 53,
            },
        ),
    ],
)
def test_other_lists_tell_how_often_papers_speak_of_their_things(
    client: httpx.Client, path: str, row: dict[str, object]
) -> None:
    (found,) = rows(client, path)
    assert {name: found[name] for name in found if name != "iri"} == row
    assert str(next(iter(row.values()))) in client.get(path, headers=HTML).text


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_every_list_is_a_page_that_leads_to_its_things_its_twins_and_its_orders(
    client: httpx.Client, listing: Listing
) -> None:
    path = listing.path
    answer = client.get(path, headers=HTML)
    links = re.findall(r'href="([^"]+)"', answer.text.partition("<main")[2].partition("</main>")[0])
    assert f"{path}.json" in links
    assert f"{path}.csv" in links
    for link in {link.replace("&amp;", "&") for link in links if link.startswith("/") and "/indicators" not in link}:
        assert client.get(link, headers={"Accept": "text/html, */*;q=0.1"}).status_code == 200, link
    assert answer.text.count("aria-sort=") == 1


def test_links_keep_the_words_the_order_and_the_language(client: httpx.Client) -> None:
    page = client.get(
        "/documents", params={"q": "vragen", "order": "figures", "size": 20, "lang": "en"}, headers=HTML
    ).text
    assert '<a href="/documents?q=vragen&amp;order=title&amp;size=20&amp;lang=en">' in page
    assert "/documents?q=vragen&amp;order=figures&amp;size=20&amp;lang=en&amp;page=2" in page
    assert 'href="/documents.csv?q=vragen&amp;order=figures&amp;lang=en"' in page
    assert '<input type="hidden" name="order" value="figures">' in page
    assert "<td>letter</td>" in page


def test_a_list_in_which_nothing_is_found_says_so(client: httpx.Client) -> None:
    page = client.get("/documents", params={"q": "<b>niets</b>"}, headers=HTML).text
    assert "Niets gevonden met “&lt;b&gt;niets&lt;/b&gt;”." in page
    assert "<b>" not in page
    assert "<table" not in page


@given(
    st.lists(st.tuples(st.text("abé", max_size=3), st.integers(0, 3)), max_size=20),
    st.text("abe ", max_size=3),
    st.sampled_from(["name", "mentions"]),
    st.integers(1, 5),
)
def test_pages_together_are_the_rows_that_fit_each_once(
    given_rows: list[tuple[str, int]], words: str, order: str, size: int
) -> None:
    listing = next(each for each in LISTINGS if each.path == "/organisations")
    every = [
        Row(f"urn:{number}", {"name": name, "figures": 0, "mentions": count, "papers": 0})
        for number, (name, count) in enumerate(given_rows)
    ]
    whole = choose(listing, every, Wanted(words, order))
    parts = [choose(listing, every, Wanted(words, order, page + 1, size)) for page in range(-(-whole.total // size))]
    assert [row for part in parts for row in part.rows] == list(whole.rows)
    assert all(all(word in row.folded for word in words.split()) for row in whole.rows)
