"""The page of a thing tells what papers say of it: by year, section by section, page by page, led to the words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import httpx
import pytest
from fastapi import FastAPI
from tests.web.invented import BASE, COA, HOSTILE, Paper, store_of

from graph.settings import Settings
from graph.web import create_app
from graph.web.activity import PER_PAGE

HTML = {"Accept": "text/html"}
MANY = PER_PAGE + 3
PAPERS = (
    Paper("kst-1-1", "2024-02-01", names=2, holder="an"),
    Paper("kst-1-2", "2025-03-01", names=MANY, figures=12, title=HOSTILE),
    Paper("ah-1", "2025-11-30"),
    Paper("kst-1-3", ""),
)
TOTAL = MANY + 4


@pytest.fixture(scope="module")
def client(
    tmp_path_factory: pytest.TempPathFactory, serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    """A client of a server over four invented papers, of which one has no day."""
    store = store_of(tmp_path_factory.mktemp("things") / "store", PAPERS)
    settings = Settings.load(base_iri=BASE, store=store, query_workers=1)
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=30, headers=HTML) as client:
        yield client


def shown(client: httpx.Client, path: str) -> str:
    answer = client.get(f"/doc/{path}")
    assert answer.status_code == 200, answer.text
    return answer.text


def section(page: str, name: str) -> str:
    return page.partition(f'<section id="{name}"')[2].partition("</section>")[0]


def years(page: str) -> list[list[str]]:
    """Give the table of years as text."""
    table = page.partition('<table class="years">')[2].partition("</table>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    return [[re.sub(r"<[^>]+>", " ", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def test_an_organisation_is_told_by_year_of_the_papers(client: httpx.Client) -> None:
    told = years(shown(client, "organisation/coa"))
    assert told == [
        ["Jaar", "Getelde cijfers", "Zou het weten", "Vermeldingen"],
        ["2025", "13", "2", str(MANY + 1)],
        ["2024", "1", "1", "2"],
        ["zonder datum", "1", "1", "1"],
        ["Samen", "15", "4", str(TOTAL)],
    ]


def test_a_bar_is_as_long_as_its_number_in_the_highest_of_its_column(client: httpx.Client) -> None:
    page = shown(client, "organisation/coa")
    assert re.findall(r'<meter min="0" max="(\d+)" value="(\d+)" aria-hidden="true">', page)[:3] == [
        ("13", "13"),
        ("2", "2"),
        (str(MANY + 1), str(MANY + 1)),
    ]
    assert ' style="' not in page


def test_every_mention_leads_to_its_words_in_the_paper(client: httpx.Client) -> None:
    told = section(shown(client, "organisation/coa"), "mentions")
    assert '<a href="/doc/document/ah-1#answer/1/mention/coa-1">Antwoord 1</a>' in told
    assert '<q lang="nl">…bij <strong>COA</strong> in…</q>' in told
    assert told.index("document/ah-1") < told.index("document/kst-1-2"), "the newest paper comes first"


def test_a_mention_in_a_footnote_leads_to_its_own_page(client: httpx.Client) -> None:
    told = section(shown(client, "organisation/elders"), "mentions")
    assert '<a href="/doc/document/ah-1/answer/1/mention/elders-1-note-2">Antwoord 1</a>' in told


def test_a_section_begins_with_a_few_facts_and_leads_to_all_of_them(client: httpx.Client) -> None:
    told = section(shown(client, "organisation/coa"), "mentions")
    assert told.count("<q ") == 10
    assert f'href="/doc/organisation/coa?part=mentions">Alle {TOTAL} tonen' in told


def test_one_section_comes_page_by_page_and_every_fact_once(client: httpx.Client) -> None:
    places: list[str] = []
    following: str | None = "/doc/organisation/coa?part=mentions"
    while following:
        answer = client.get(following)
        places += re.findall(r'href="(/doc/document/[^"]+#answer/1/mention/[^"]+)"', answer.text)
        found = re.search(r'<a rel="next" href="([^"]+)"', answer.text)
        following = found[1].replace("&amp;", "&") if found else None
        assert ('rel="next"' in answer.headers["link"]) == (following is not None)
    assert len(places) == len(set(places)) == TOTAL


def test_words_of_a_paper_stand_in_the_order_of_their_numbers(client: httpx.Client) -> None:
    page = shown(client, "organisation/coa?part=mentions&year=2025")
    numbers = [int(number) for number in re.findall(r"kst-1-2#answer/1/mention/coa-(\d+)", page)]
    assert numbers == sorted(numbers)
    assert len(numbers) == PER_PAGE - 1, "one stands in the newer paper of that year"


def test_a_year_is_a_facet_that_keeps_the_section(client: httpx.Client) -> None:
    page = shown(client, "organisation/coa?year=2024")
    assert "kst-1-1" in page
    assert "kst-1-2" not in section(page, "mentions")
    assert 'href="/doc/organisation/coa">Alle jaren</a>' in page
    assert '<a href="/doc/organisation/coa?part=mentions&amp;year=2025">2025</a>' in shown(
        client, "organisation/coa?part=mentions&year=2024"
    )


def test_a_year_of_which_nothing_is_said_says_so(client: httpx.Client) -> None:
    assert "Geen stuk van dat jaar zegt er iets van." in shown(client, "organisation/coa?year=1999")


@pytest.mark.parametrize("asked", ["part=mentions&page=3", "part=answers_of_others", "part=papers", "page=2"])
def test_what_is_not_there_is_not_found(client: httpx.Client, asked: str) -> None:
    assert client.get(f"/doc/organisation/coa?{asked}").status_code == 404


def test_figures_that_were_counted_stand_in_a_table_with_their_paper_and_as_csv(client: httpx.Client) -> None:
    told = section(shown(client, "organisation/coa"), "counted")
    assert '<a href="/doc/document/ah-1/answer/1/statistic/1-1">1</a>' in told
    assert "kst-1-2, antwoord 1" in told
    assert 'href="/doc/organisation/coa.csv"' in told
    assert len(client.get("/doc/organisation/coa.csv").text.splitlines()) == 1 + 15


def test_a_post_tells_its_answers_its_figures_and_who_held_it(client: httpx.Client) -> None:
    page = shown(client, "post/minister-a")
    assert years(page)[0] == ["Jaar", "Antwoorden", "Gegeven cijfers", "Niet beantwoord"]
    held = page.partition("Wie dit ambt vervulde")[2].partition("</table>")[0]
    assert held.index("Bo Bakker") < held.index("An de Vries")
    assert "1 januari 2024" in held
    assert "31 december 2024" in held
    answers = section(page, "answers")
    assert '<a href="/doc/document/ah-1/answer/1">Antwoord 1</a>: <span lang="nl">Er zijn plekken. Woord' in answers
    assert answers.count("…</span>") == 4, "only the beginning of an answer stands here"


def test_a_person_tells_only_what_the_post_said_while_they_held_it(client: httpx.Client) -> None:
    page = shown(client, "person/an")
    assert years(page)[1:2] == [["2024", "1", "1"]]
    assert "kst-1-1" in section(page, "answers")
    assert "ah-1" not in section(page, "answers")
    assert "minister van A" in page.partition("<caption>Ambten</caption>")[2]


def test_a_ministry_tells_the_answers_of_its_posts(client: httpx.Client) -> None:
    page = shown(client, "organisation/ministerie-a")
    assert "document/ah-1/answer/1" in section(page, "answers")
    assert 'href="/doc/post/minister-a">minister van A</a>' in page.partition('id="verwant"')[2]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("law/wet-x", "mentions"),
        ("case/ecli-1", "mentions"),
        ("document/kst-9-9", "mentions"),
        ("place/sy", "about"),
        ("dossier/1", "papers"),
        ("period/2024-01-01--2024-12-31", "about"),
        ("breakdown/total", "about"),
    ],
)
def test_things_of_every_kind_lead_to_the_papers_that_speak_of_them(client: httpx.Client, path: str, part: str) -> None:
    page = shown(client, path)
    assert "/doc/document/ah-1" in section(page, part)
    assert client.get(f"/doc/{path}?part={part}").status_code == 200


def test_a_law_leads_to_the_figures_of_the_answers_that_name_it(client: httpx.Client) -> None:
    page = shown(client, "law/wet-x?year=2025")
    told = section(page, "in_answers_that_name_it")
    assert "/doc/document/ah-1/answer/1/statistic/1-1" in told
    assert '<a href="/doc/organisation/coa">Centraal Orgaan opvang asielzoekers</a>' in told, "who counted stands there"
    assert "Cijfers in die antwoorden <small>13</small>" in page


def test_a_thing_of_which_no_paper_speaks_says_so(client: httpx.Client) -> None:
    page = shown(client, "period/2025-01-01--")
    assert "Geen stuk zegt er iets van." in page
    assert "<table" not in page


def test_a_term_and_an_office_that_was_held_tell_what_they_are(client: httpx.Client) -> None:
    page = shown(client, "membership/an")
    assert 'href="/doc/person/an"' in page
    assert "part=" not in page


def test_words_of_a_paper_are_never_markup(client: httpx.Client) -> None:
    page = shown(client, "dossier/1")
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_the_page_says_to_machines_what_it_is_about(client: httpx.Client) -> None:
    page = shown(client, "organisation/coa")
    data = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert (data["@type"], data["@id"]) == ("Organization", COA)
    assert data["sameAs"] == ["https://identifier.example.org/zb1"]
    assert (
        f'content="Centraal Orgaan opvang asielzoekers: getelde cijfers 15, zou het weten 4, vermeldingen {TOTAL}."'
        in (page)
    )
    assert 'href="/feed.atom?organisation=coa"' in page
    assert 'rel="canonical"' not in shown(client, "organisation/coa?part=mentions")


def test_links_of_the_english_page_stay_in_english(client: httpx.Client) -> None:
    page = shown(client, "place/sy?lang=en")
    assert "<h1>Syria</h1>" in page
    assert '<h1 lang="nl">Centraal' in shown(client, "organisation/coa?lang=en")
    assert "/doc/document/ah-1/answer/1/statistic/1-1?lang=en" in page
    assert 'href="/doc/place/sy?part=about&amp;lang=en"' in page
