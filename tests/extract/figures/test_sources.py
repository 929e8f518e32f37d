"""Who counted, as the paper calls it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.extract.figures.sources import called
from graph.model import Authority, Kind, Mention, Part, Span, Statistic, Words

ReadAnswer = Callable[..., tuple[Statistic, ...]]

POLICE = Authority(Kind.ORGANISATION, "politie", "Politie", "NP")


@pytest.mark.parametrize(
    ("text", "name"),
    [("De politie registreerde 5 zaken.", "politie"), ("De politie (NP) registreerde 5 zaken.", "NP")],
)
def test_a_body_is_called_as_the_paper_calls_it(text: str, name: str) -> None:
    start = text.index("politie")
    mention = Mention(
        1, "1", Part.ANSWER, Kind.ORGANISATION, Span(start, start + 7), Words("politie", 1), "Politie", "name", POLICE
    )
    assert called(mention, text) == name


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("Volgens Datahuis waren er 8 kades. Daarvan zijn 3 kades oud.", ["Datahuis", "Datahuis"]),
        ("Uit opgave van Datahuis blijkt dat er 80 verzoeken waren. Het gaat daarbij om 30 schepen.",
         ["Datahuis", "Datahuis"]),
        ("Volgens Datahuis waren er 80 verzoeken. De verzoeken vragen samen 9 MW.", ["Datahuis", "Datahuis"]),
        ("Volgens Datahuis waren er 80 verzoeken. Er varen 20 schepen.", ["Datahuis", None]),
        ("De kosten van € 8 miljoen komen overeen met de € 9 miljoen die het COA heeft berekend.", [None, "COA"]),
        ("Het COA ontving in 2025 een subsidie van € 2 miljoen.", [None]),
    ],
)  # fmt: skip
def test_a_source_reaches_the_sentences_that_go_on_with_it(
    read_answer: ReadAnswer, answer: str, names: list[str | None]
) -> None:
    assert [figure.source_name for figure in read_answer(answer)] == names


@pytest.mark.parametrize(
    ("answer", "steps"),
    [
        ("Er waren 7.300 fte en 120 scholen. De genoemde aantallen zijn afgerond op honderdtallen.", [100, None]),
        ("Het budget is € 300. De genoemde aantallen zijn afgerond op honderdtallen.", [None]),
    ],
)
def test_a_sentence_on_rounding_holds_for_the_whole_answer(
    read_answer: ReadAnswer, answer: str, steps: list[int | None]
) -> None:
    assert [figure.rounded_to for figure in read_answer(answer)] == steps
