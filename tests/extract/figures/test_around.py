"""The words around a figure, by behaviour."""

from __future__ import annotations

from collections.abc import Callable

from graph.extract.figures.around import around
from graph.extract.figures.figure import Context
from graph.extract.figures.reading import Reading
from graph.extract.stretches import stretches
from graph.model import Part, Report


def near(report: Report) -> list[tuple[str, str, str]]:
    view = next(stretch.view for stretch in stretches(report) if stretch.part is Part.ANSWER)
    return around(view.text, Reading(view, (), Context("", None)).read())


def test_words_end_with_the_clause_and_at_the_next_figure(make_paper: Callable[..., Report]) -> None:
    (first, second) = near(
        make_paper("Er is regen. In de stad staan 40 molens, daarbuiten staan 12 molens op een dijk.")
    )
    assert first[:2] == ("In de stad staan ", " molens")
    assert second[:2] == ("molens, daarbuiten staan ", " molens op een dijk")


def test_a_sentence_has_all_its_words(make_paper: Callable[..., Report]) -> None:
    (first, _) = near(make_paper("Er is regen. In de stad staan 40 molens, daarbuiten 12 molens. Dat is veel."))
    assert first[2] == "In de stad staan  molens, daarbuiten 12 molens"


def test_an_abbreviation_ends_no_sentence(make_paper: Callable[..., Report]) -> None:
    (_, second) = near(make_paper("De grens is een bedrag van € 20 miljoen (t.o.v. € 2 miljoen)."))
    assert second[0].endswith("t.o.v. ")
