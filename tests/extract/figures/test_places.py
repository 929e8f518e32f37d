"""Which country a figure is about, in a series of several."""

from __future__ import annotations

import pytest

from graph.extract.figures.figure import Name
from graph.extract.figures.places import place_of
from graph.extract.figures.sentences import Sentence
from graph.model import Authority, Kind, Mention, Part, Span, Words

COUNTRIES = {"België": "BE", "Duitsland": "DE", "Noorwegen": "NO", "Denemarken": "DK", "Frankrijk": "FR"}


def names_in(text: str) -> list[Name]:
    found = []
    for label, code in COUNTRIES.items():
        if (start := text.find(label)) >= 0:
            span = Span(start, start + len(label))
            country = Authority(Kind.PLACE, code.lower(), label, code)
            words = Words(label, 1)
            found.append(
                Name(
                    span.start, span.end, Mention(1, "1", Part.ANSWER, Kind.PLACE, span, words, label, "name", country)
                )
            )
    return sorted(found, key=lambda name: name.start)


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("Voor België en Duitsland waren deze kosten € 0,96 en € 1,24.", "€ 0,96", "BE"),
        ("Voor België en Duitsland waren deze kosten € 0,96 en € 1,24.", "€ 1,24", "DE"),
        ("Bekeken zijn 19 paarden uit België en 13 paarden uit Noorwegen.", "19", "BE"),
        ("Bekeken zijn 19 paarden uit België en 13 paarden uit Noorwegen.", "13", "NO"),
        ("België en Noorwegen gaven met respectievelijk 6,6% en 6,1% meer uit.", "6,6%", "BE"),
        ("België en Noorwegen gaven met respectievelijk 6,6% en 6,1% meer uit.", "6,1%", "NO"),
        ("Dat is boven het gemiddelde (1,9%), maar onder Denemarken (4,0%).", "1,9%", None),
        ("Dat is boven het gemiddelde (1,9%), maar onder Denemarken (4,0%).", "4,0%", "DK"),
        ("De prijzen lagen 14% onder het gemiddelde van België, Duitsland en Frankrijk.", "14%", None),
        ("Er kwamen 37 schepen uit Noorwegen.", "37", "NO"),
    ],
)
def test_a_figure_is_of_the_country_in_its_place(text: str, number: str, code: str | None) -> None:
    start = text.index(number)
    place = place_of(Sentence(0, len(text), 0), text, (start, start + len(number)), names_in(text), ())
    assert (place.code if place else None) == code
