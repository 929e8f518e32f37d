"""What those that are counted do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


@pytest.mark.parametrize(
    ("answer", "indicator"),
    [
        ("In 2024 vroegen 870 mensen uitstel aan.", "mensen die uitstel aanvroegen"),
        ("Vorig jaar ontvingen 33.000 mensen een toelage.", "mensen die een toelage ontvingen"),
        ("In 2023 kwamen 2.100 meldingen binnen bij het meldpunt.", "meldingen die bij het meldpunt binnenkwamen"),
        ("Bekend is dat in 2023 ruim 18.000 studenten een beurs ontvingen.", "studenten die een beurs ontvingen"),
        ("In 2024 ontving de inspectie 1.150 meldingen.", "meldingen"),
        ("Gemeenten ontvingen 1.150 meldingen over geluid.", "meldingen over geluid"),
        ("Ruim 70 procent van de werkgevers verwacht tekorten.", "werkgevers die tekorten verwachten"),
        ("De helft van de gemeenten heeft nog geen plan.", "gemeenten die geen plan hebben"),
        ("In 2024 zijn 40 aanvragen niet ingewilligd.", "niet ingewilligde aanvragen"),
        ("In 2024 hebben 12 gemeenten geen plan ingediend.", "gemeenten die geen plan hebben ingediend"),
        ("In 2023 zijn 35 vuurwapens in beslag genomen.", "in beslag genomen vuurwapens"),
        ("Er zijn 67 bezwaren gegrond verklaard.", "gegrond verklaarde bezwaren"),
        ("Van het personeel was in 2024 13,4% vrouw.", "personeel vrouw"),
        ("In 70% van de gevallen leidde bemiddeling tot een afspraak.", "bemiddeling tot een afspraak"),
    ],
)
def test_the_label_says_what_the_verb_says(read_answer: ReadAnswer, answer: str, indicator: str) -> None:
    (figure,) = read_answer(answer)
    assert figure.indicator == indicator


def test_what_some_of_them_do_is_a_part(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2024 meldden 900 ouders zich aan. Bij 400 van hen was sprake van schade.")
    assert [(str(figure.value), figure.breakdown) for figure in figures] == [
        ("900", None),
        ("400", "sprake van schade"),
    ]
    assert figures[0].indicator == figures[1].indicator == "ouders die zich aanmeldden"
