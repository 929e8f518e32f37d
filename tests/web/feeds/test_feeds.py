"""Feeds tell what was published, changed and withdrawn: papers and figures, each once, and only when there is news."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Change
from graph.store.touch import How
from graph.web import create_app
from graph.web.feeds.atom import Feed, Told, write
from graph.web.feeds.changes import Event, What

BASE = "https://data.example.org/kg/"
ATOM = "{http://www.w3.org/2005/Atom}"
NOW = datetime.fromisoformat("2025-11-12T10:00:00+00:00")

HEADS = f"""
<{BASE}id/organisation/coa> <http://www.w3.org/2004/02/skos/core#prefLabel> "COA"@nl .
<{BASE}id/indicator/plek> <http://www.w3.org/2004/02/skos/core#prefLabel> "plekken"@nl .
<{BASE}def/document-kind/brief> <http://www.w3.org/2004/02/skos/core#prefLabel> "brief"@nl .
""".strip()


def paper(name: str, figures: dict[str, str], kind: str = "brief") -> Change:
    """A paper with figures: their numbers, and who counted them."""
    me = f"{BASE}id/document/{name}"
    lines = [
        f"<{me}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}def/Document> .",
        f'<{me}> <http://purl.org/dc/terms/identifier> "{name}" .',
        f'<{me}> <http://purl.org/dc/terms/title> "Brief & <b>{name}</b>"@nl .',
        f"<{me}> <http://purl.org/dc/terms/type> <{BASE}def/document-kind/{kind}> .",
        f"<{me}/answer/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}def/Answer> .",
        f"<{me}/answer/1> <http://purl.org/dc/terms/isPartOf> <{me}> .",
    ]
    for number, counted in figures.items():
        it = f"{me}/answer/1/statistic/{number}-1"
        lines += [
            f"<{it}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}def/Statistic> .",
            f'<{it}> <http://www.w3.org/2000/01/rdf-schema#label> "{number} (plekken)"@nl .',
            f"<{it}> <{BASE}def/answer> <{me}/answer/1> .",
            f"<{it}> <{BASE}def/indicator> <{BASE}id/indicator/plek> .",
            f"<{it}> <{BASE}def/countedBy> <{BASE}id/organisation/{counted}> .",
            f"<{it}> <{BASE}def/passage> <{it}/passage> .",
            f"<{it}/passage> <http://www.w3.org/ns/oa#hasSelector> <{it}/passage/quote> .",
            f'<{it}/passage/quote> <http://www.w3.org/ns/oa#exact> "{number} plekken" .',
        ]
    return Change(f"{BASE}graph/{name}", "".join(f"{line}\n" for line in sorted(lines)).encode(), identifier=name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with three publications: two papers, one of them changed, the other withdrawn."""
    store = open_store(tmp_path / "store")
    shared = Change(f"{BASE}graph/authorities", ("\n".join(sorted(HEADS.splitlines())) + "\n").encode())
    store.publish([shared, paper("kst-1", {"10": "coa", "20": "ind"}), paper("kst-2", {"30": "coa"})])
    store.publish([paper("kst-1", {"10": "ind", "40": "coa"})])
    store.publish([Change(f"{BASE}graph/kst-2", None, reason="op verzoek")])
    return tmp_path / "store"


Serve = Callable[..., str]


@pytest.fixture
def serve(folder: Path, serving: Callable[[FastAPI], AbstractContextManager[str]]) -> Iterator[Serve]:
    """Starts a server over the store, with the settings that a test wants; gives its address."""
    with ExitStack() as stack:

        def start(**given: object) -> str:
            settings = Settings.load(base_iri=BASE, store=folder, log_format="none", query_workers=1, **given)
            return stack.enter_context(serving(create_app(settings)))

        yield start


def ask(root: str, path: str, **headers: str) -> httpx.Response:
    return httpx.get(f"{root}{path}", headers=headers, timeout=30)


def entries(root: str, path: str) -> list[tuple[str, str]]:
    """The entries: the end of the IRI, and what happened."""
    tree = etree.fromstring(ask(root, path).content)
    found = []
    for entry in tree.findall(f"{ATOM}entry"):
        terms = [category.get("term") or "" for category in entry.findall(f"{ATOM}category")]
        found.append(((entry.findtext(f"{ATOM}id") or "").removeprefix(f"{BASE}id/document/"), terms[1]))
    return found


FIGURE = "answer/1/statistic"


def test_papers_come_before_their_figures_and_the_latest_first(serve: Serve, folder: Path) -> None:
    assert entries(serve(), "/feed.atom") == [
        ("kst-2", "gone"),
        (f"kst-2/{FIGURE}/30-1", "gone"),
        ("kst-1", "changed"),
        (f"kst-1/{FIGURE}/10-1", "changed"),
        (f"kst-1/{FIGURE}/20-1", "gone"),
        (f"kst-1/{FIGURE}/40-1", "new"),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("of=papers", ["kst-2", "kst-1"]),
        ("of=figures&organisation=ind", [f"kst-1/{FIGURE}/10-1", f"kst-1/{FIGURE}/20-1"]),
        ("of=figures&organisation=coa", [f"kst-2/{FIGURE}/30-1", f"kst-1/{FIGURE}/40-1"]),
        ("of=papers&organisation=coa", ["kst-2", "kst-1"]),
        ("of=papers&organisation=ind", ["kst-1"]),
        ("of=papers&kind=brief", ["kst-2", "kst-1"]),
        ("of=figures&kind=brief&q=40", [f"kst-1/{FIGURE}/40-1"]),
        ("of=figures&indicator=plek&q=PLEKKEN+10", [f"kst-1/{FIGURE}/10-1"]),
        ("q=kst-2", ["kst-2", f"kst-2/{FIGURE}/30-1"]),
        ("q=BRIEF+kst-1", ["kst-1"]),
        ("q=nergens", []),
    ],
)
def test_a_feed_of_a_part_has_that_part_and_what_was_withdrawn_of_it(
    serve: Serve, query: str, expected: list[str]
) -> None:
    assert [name for name, _ in entries(serve(), f"/feed.atom?{query}")] == expected


def test_a_feed_is_atom_with_what_the_standard_wants(serve: Serve, folder: Path) -> None:
    app = serve(publisher_name="Stichting A&B", contact_email="data@example.org")
    answer = ask(app, "/feed.atom?organisation=coa&page=1")
    assert answer.headers["content-type"] == "application/atom+xml"
    root = etree.fromstring(answer.content)
    assert root.findtext(f"{ATOM}id") == f"{BASE}feed.atom?organisation=coa"
    assert root.findtext(f"{ATOM}title") == "Kamergraaf: documenten en cijfers, COA"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Stichting A&B"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"{app}/feed.atom?organisation=coa"
    found = root.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in found]
    assert len(ids) == len(set(ids))
    for entry in found:
        times = [datetime.fromisoformat(str(entry.findtext(f"{ATOM}{name}"))) for name in ("published", "updated")]
        assert times[0] <= times[1]
        assert entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}summary")
        assert entry.find(f"{ATOM}link[@rel='alternate']") is not None
    assert root.findtext(f"{ATOM}updated") == found[0].findtext(f"{ATOM}updated")


def test_words_of_papers_are_text_and_no_markup(serve: Serve, folder: Path) -> None:
    root = etree.fromstring(ask(serve(), "/feed.atom?q=kst-1&of=papers").content)
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "Gewijzigd: Brief & <b>kst-1</b>"


def test_a_withdrawn_paper_says_why_and_none_of_its_words(serve: Serve, folder: Path) -> None:
    text = ask(serve(), "/feed.atom").text
    assert "Ingetrokken: op verzoek." in text
    assert "30 plekken" not in text


def test_without_news_nothing_is_sent_and_nothing_is_made(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    app = serve()
    answer = ask(app, "/feed.atom?q=kst-1")
    monkeypatch.setattr("graph.web.feeds.addresses.choose", lambda *given: pytest.fail("the feed was made again"))
    again = ask(app, "/feed.atom?q=kst-1", **{"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = ask(app, "/feed.atom?q=kst-1", **{"If-Modified-Since": answer.headers["last-modified"]})
    assert since.status_code == 304


def test_news_changes_the_tag(serve: Serve, folder: Path) -> None:
    app = serve()
    before = ask(app, "/feed.atom").headers["etag"]
    open_store(folder).publish([paper("kst-3", {})])
    assert ask(app, "/feed.atom", **{"If-None-Match": before}).status_code == 200
    assert entries(app, "/feed.atom")[0] == ("kst-3", "new")


def test_a_paper_that_comes_back_is_new(serve: Serve, folder: Path) -> None:
    open_store(folder).publish([paper("kst-2", {"30": "coa"})])
    assert entries(serve(), "/feed.atom")[:2] == [("kst-2", "new"), (f"kst-2/{FIGURE}/30-1", "new")]


def test_a_long_feed_comes_in_pages_that_lead_to_each_other(serve: Serve, folder: Path) -> None:
    open_store(folder).publish([paper("kst-9", {str(number): "coa" for number in range(100, 220)})])
    app = serve()
    seen: list[str] = []
    address, pages = f"{app}/feed.atom?of=figures", 0
    while address:
        root = etree.fromstring(ask(address, "").content)
        seen += [str(entry.findtext(f"{ATOM}id")) for entry in root.findall(f"{ATOM}entry")]
        links = {link.get("rel"): link.get("href") or "" for link in root.findall(f"{ATOM}link")}
        assert links["last"].endswith("page=3") and ("previous" in links) == (pages > 0)
        address, pages = links.get("next", ""), pages + 1
    assert pages == 3
    assert len(seen) == len(set(seen)) == 124
    assert ask(app, "/feed.atom?page=99").status_code == 404


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("organisation=nobody", 404),
        ("indicator=nothing", 404),
        ("kind=none", 404),
        ("kind=%3E", 404),
        ("of=all-of-it", 400),
        ("page=0", 400),
        (f"q={'a' * 201}", 400),
    ],
)
def test_what_cannot_be_asked_is_refused(serve: Serve, query: str, status: int) -> None:
    answer = ask(serve(), f"/feed.atom?{query}")
    assert (answer.status_code, answer.json()["status"]) == (status, status)


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/documents", "/feed.atom?of=papers"),
        ("/doc/organisation/coa", "/feed.atom?organisation=coa"),
        ("/doc/indicator/plek", "/feed.atom?indicator=plek"),
    ],
)
def test_a_page_leads_to_its_feed(serve: Serve, page: str, feed: str) -> None:
    app = serve()
    tree = html.fromstring(ask(app, page, Accept="text/html").content)
    found = tree.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
    assert feed in found
    assert ask(app, feed).status_code == 200


@given(st.text(), st.text())
def test_any_words_make_a_feed_that_can_be_read(title: str, summary: str) -> None:
    event = Event(f"{BASE}id/a", What.PAPER, How.NEW, 1, NOW, NOW, f"{BASE}id/a")
    feed = Feed(
        f"{BASE}feed.atom", title, title, "", NOW, [("self", "http://localhost/feed.atom")], "http://localhost/"
    )
    root = etree.fromstring(write(feed, [(event, Told(title, summary, "http://localhost/a"))], {}))
    assert len(root.findall(f"{ATOM}entry")) == 1
