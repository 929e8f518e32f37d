"""Articles of laws as addresses."""

from __future__ import annotations

import pytest

from graph.extract.articles import with_articles
from graph.extract.found import Found
from graph.model import Authority, Kind

LAW = Authority(Kind.LAW, "vw", "Vreemdelingenwet 2000", "BWBR0011823", ("Vw",))
CODE = Authority(Kind.LAW, "bw", "Burgerlijk Wetboek Boek 6", "BWBR0005289", ("Vw",))


def cited(text: str, law: Authority = LAW) -> list[tuple[str, str | None]]:
    at = text.index("Vw")
    find = Found(at, at + 2, Kind.LAW, "Vw", "law-name", (law,))
    found = with_articles(text, [find])
    return [(text[each.start : each.end], each.address and each.address.partition("&")[2]) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("artikel 3.1, eerste lid, Vw geldt", [("artikel 3.1, eerste lid, Vw", "artikel=3.1&lid=1")]),
        ("art. 64 Vw", [("art. 64 Vw", "artikel=64")]),
        ("artikel 2.27 lid 2 van de Vw", [("artikel 2.27 lid 2 van de Vw", "artikel=2.27&lid=2")]),
        ("artikel 143 (lid 1) van de Vw", [("artikel 143 (lid 1) van de Vw", "artikel=143&lid=1")]),
        (
            "artikel 29, eerste lid, aanhef en onder b, Vw",
            [("artikel 29, eerste lid, aanhef en onder b, Vw", "artikel=29&lid=1")],
        ),
        ("artikel 2, eerste en tweede lid, Vw", [("artikel 2, eerste en tweede lid, Vw", "artikel=2")]),
        ("de artikelen 8 en 9 van de Vw", [("artikelen 8", "artikel=8"), ("9 van de Vw", "artikel=9")]),
        ("volgens de Vw, artikel 105, derde lid, is", [("Vw, artikel 105, derde lid", "artikel=105&lid=3")]),
        ("de Vw (artikel 58re)", [("Vw (artikel 58re", "artikel=58re")]),
    ],
)
def test_article_of_a_law_has_its_address(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize("text", ["artikel 11 van de wet en de Vw", "de Vw, artikel 2 van de Wob", "de Vw in artikel"])
def test_article_of_another_law_is_none_of_this_one(text: str) -> None:
    assert cited(text) == [("Vw", None)]


def test_book_of_the_civil_code_is_not_guessed() -> None:
    assert cited("artikel 6:162 Vw", CODE) == [("Vw", None)]
