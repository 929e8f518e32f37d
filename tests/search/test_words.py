"""Which words are the same to a search."""

from __future__ import annotations

import pytest

from graph.search.words import stem_of, tokens

SAME = """opvangplek opvangplekken;gemeente gemeenten;asielaanvraag asielaanvragen;brief brieven;huis huizen
kind kinderen;stad steden;verleend verleende verlenen;ingetrokken intrekken;vreemdeling vreemdelingen;kost kosten
uitgave uitgaven;crisis crises;maatregel maatregelen;wet wetten;politiek politieke;lid leden;agent agenten
geregistreerd registreren registreert;ziekenhuis ziekenhuizen;foto foto's;curaçao curacao"""
OTHER = """gemeente mening;regel regering;gevallen vallen;bestuur bestuurder;arbeid arbeider;gezin zin;gebouw bouw
recht rechter;gemiddeld middel;gewoon woon;asiel asielzoeker;gebied bieden"""


def groups(table: str) -> list[list[str]]:
    return [group.split() for line in table.splitlines() for group in line.split(";")]


@pytest.mark.parametrize("words", groups(SAME), ids=lambda words: "-".join(words))
def test_the_forms_of_a_word_are_one(words: list[str]) -> None:
    assert len({stem_of(word) for word in words}) == 1


@pytest.mark.parametrize("words", groups(OTHER), ids=lambda words: "-".join(words))
def test_other_words_stay_apart(words: list[str]) -> None:
    assert len({stem_of(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("69.630 plekken", ["69630", "plekken"]),
        ("69\u00a0630", ["69630"]),
        ("€ 431,6mln", ["431,6", "mln"]),
        ("A&M", ["a&m"]),
        ("COVID-19", ["covid", "19"]),
        ("1.2.3", ["1", "2", "3"]),
        ("Ĳssel É", ["ijssel", "e"]),
        ("", []),
    ],
)
def test_a_text_is_parted_into_words_and_numbers(written: str, forms: list[str]) -> None:
    assert [token.form for token in tokens(written)] == forms
