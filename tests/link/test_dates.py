"""What a name leads to on the day of a paper, with the registers that ship."""

from __future__ import annotations

from datetime import date

import pytest

from graph.extract import find_mentions
from graph.link import Authorities, link
from graph.model import Kind, Mention
from graph.parse import parse
from graph.read import read

REGISTERS = Authorities.load()


def mentions(sentence: str, day: str, kind: Kind) -> list[Mention]:
    """The names in the answer of an invented paper of a day, such as ``12 november 2025``."""
    head = "Vragen van het lid Putman (ABC) aan de minister over putten\n"
    paper = f"{head}(ingezonden {day})\nAntwoord van de minister (ontvangen {day})\n"
    text = f"{paper}\nVraag 1\nWie graaft er?\n\nAntwoord 1\n{sentence}\n"
    report = parse(read(text.encode(), "ah-tk-20252026-1.txt"))
    assert report.header.day is not None
    found = link(find_mentions(report, REGISTERS.names), report.header, REGISTERS)
    return [mention for mention in found if mention.kind is kind]


def slugs(sentence: str, day: str, kind: Kind) -> list[str | None]:
    return [mention.authority.slug if mention.authority else None for mention in mentions(sentence, day, kind)]


@pytest.mark.parametrize(
    ("day", "ministry"),
    [
        ("12 november 2025", "ministerie-van-asiel-en-migratie"),
        ("2 juli 2024", "ministerie-van-asiel-en-migratie"),
        ("1 juli 2024", None),
        ("1 maart 2026", None),
    ],
)
def test_ministry_is_the_one_of_that_day(day: str, ministry: str | None) -> None:
    assert slugs("Dat doet het ministerie van Asiel en Migratie.", day, Kind.ORGANISATION) == [ministry]


@pytest.mark.parametrize(
    ("day", "ministry"),
    [
        ("1 maart 2009", "ministerie-van-economische-zaken-tot-2010"),
        ("1 maart 2014", "ministerie-van-economische-zaken-en-klimaat"),
    ],
)
def test_former_name_leads_to_the_ministry_that_had_it_then(day: str, ministry: str) -> None:
    assert slugs("Dat doet het ministerie van Economische Zaken.", day, Kind.ORGANISATION) == [ministry]


@pytest.mark.parametrize(
    ("title", "day", "holder"),
    [
        ("minister van Veiligheid en Justitie", date(2012, 3, 1), "Ivo Opstelten"),
        ("minister van Justitie en Veiligheid", date(2025, 11, 12), "Foort van Oosten"),
    ],
)
def test_post_has_the_holder_of_that_day(title: str, day: date, holder: str) -> None:
    months = {3: "maart", 11: "november"}
    (mention,) = mentions(f"Dat weet de {title}.", f"{day.day} {months[day.month]} {day.year}", Kind.POST)
    assert mention.authority is not None
    assert [held.person.label for held in REGISTERS.holders(mention.authority, day)] == [holder]


@pytest.mark.parametrize(("day", "place"), [("1 maart 2020", "gemeente-weesp"), ("1 maart 2023", None)])
def test_municipality_that_is_no_more_is_left_open(day: str, place: str | None) -> None:
    assert slugs("Dat speelt in de gemeente Weesp.", day, Kind.PLACE) == [place]


def test_name_of_a_province_and_a_municipality_is_left_open() -> None:
    assert slugs("Dat speelt in Utrecht.", "1 maart 2020", Kind.PLACE) == [None]
    assert slugs("Dat speelt in de provincie Utrecht.", "1 maart 2020", Kind.PLACE) == ["provincie-utrecht"]
    assert slugs("Dat speelt in de gemeente Utrecht.", "1 maart 2020", Kind.PLACE) == ["gemeente-utrecht"]


@pytest.mark.parametrize("sentence", ["Best lastig is dat.", "Huizen zijn er niet.", "Heel Nederland weet dat."])
def test_word_at_the_start_of_a_sentence_is_no_place(sentence: str) -> None:
    assert slugs(sentence, "1 maart 2020", Kind.PLACE) == []


def test_place_with_the_name_of_a_word_counts_where_it_is_one() -> None:
    assert slugs("Dat speelt in Best.", "1 maart 2020", Kind.PLACE) == ["gemeente-best"]
