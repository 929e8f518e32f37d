"""How sentences say what their figures measure: frames, thin words, sources and places, by behaviour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Period, Statistic, Status

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def labels(figures: tuple[Statistic, ...]) -> list[tuple[str, str | None]]:
    return [(figure.indicator, figure.breakdown) for figure in figures]


def years(*which: int) -> list[Period]:
    return [Period(date(year, 1, 1), date(year, 12, 31)) for year in which]


@pytest.mark.parametrize(
    ("answer", "indicator"),
    [
        # by how much something changes is not its level
        ("De premie stijgt met € 11 per maand.", "stijging premie per maand"),
        ("De premie stijgt naar € 158.", "premie"),
        ("De wachttijd is met 30% gedaald.", "daling wachttijd"),
        ("De dienst meldt dat de uitgaven met € 4 miljoen toenemen.", "stijging uitgaven"),
        ("Het plan is om het budget voor musea op te hogen met € 2 miljoen.", "op te hogen budget voor musea"),
        ("Afgesproken is om de uitstoot van de haven te verlagen met 10 kton.", "te verlagen uitstoot van de haven"),
        # shares and kinds
        ("Aan de grens wordt 100 procent controle gedaan op ingevoerde planten.", "controle op ingevoerde planten"),
        ("Bij de poort wordt 90% van de vrachtwagens gecontroleerd.", "gecontroleerde vrachtwagens"),
        ("Gebleken is: 42% van de studenten heeft schulden.", "studenten die schulden hebben"),
        ("Het aanbod bestaat voor 80% uit streekproducten.", "aanbod uit streekproducten"),
        # brackets
        ("Over de oorzaak van het groeipercentage van het museumbezoek (17,3%) is niets bekend.",
         "groeipercentage van het museumbezoek"),
        ("Het gaat om jongeren met schulden (1.500).", "jongeren met schulden"),
        ("Er kwamen minder meldingen dan vroeger (460 meldingen).", "meldingen"),
        # money whose words are thin, or stand apart
        ("De kosten worden door ons geraamd op € 120 miljoen.", "kosten"),
        ("De gemeente draagt jaarlijks € 25 miljoen bij aan het fonds.", "bijdrage aan fonds"),
        ("Vorig jaar gaf het rijk € 51 miljoen uit aan het onderwijs (en de jeugd).", "uitgaven aan onderwijs"),
        ("Er is daarvoor € 20 miljoen gereserveerd.", "gereserveerd"),
        # nouns that look like verbs
        ("Er is in 312 gevallen een boete gegeven.", "gegeven boete van gevallen"),
        ("De centrale heeft een gevraagd vermogen van 7,5 GW.", "gevraagd vermogen"),
        # words that lost a space
        ("De bond vertegenwoordigt alle 193VN-lidstaten.", "VN-lidstaten"),
    ],
)  # fmt: skip
def test_a_figure_is_named_by_what_it_measures(read_answer: ReadAnswer, answer: str, indicator: str) -> None:
    (figure,) = read_answer(answer)
    assert figure.indicator == indicator


def test_people_of_whom_some_are_something_are_parts(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2023 werden 12.400 patiënten behandeld, van wie 3.100 in een academisch ziekenhuis.")
    assert labels(figures) == [
        ("behandelde patiënten", None),
        ("behandelde patiënten", "in een academisch ziekenhuis"),
    ]


def test_what_a_total_is_made_up_of_are_its_parts(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "De schuld van de scholen is € 10 mln. Deze schuld bestaat voor € 7 mln. uit leningen en voor € 3 mln. uit "
        "rente."
    )
    assert labels(figures) == [
        ("schuld van de scholen", None),
        ("schuld van de scholen", "leningen"),
        ("schuld van de scholen", "rente"),
    ]


def test_a_part_of_an_amount_is_not_the_amount(read_answer: ReadAnswer) -> None:
    figures = read_answer("Van het budget van € 500 miljoen is € 350 miljoen uitgeput.")
    assert labels(figures) == [("budget", None), ("budget", "uitgeput")]


def test_numbers_that_only_the_year_tells_apart_are_of_one_thing(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2022 ging het om 45 incidenten, in 2023 om 51 en in 2024 om 39.")
    assert {figure.indicator for figure in figures} == {"incidenten"}
    assert [figure.period for figure in figures] == years(2022, 2023, 2024)


def test_a_comparison_with_before_is_the_change_of_the_figure_beside_it(read_answer: ReadAnswer) -> None:
    figures = read_answer("Er werkten 188.000 mensen in de zorg, 3% meer dan een jaar eerder.")
    assert figures[1].indicator.startswith("stijging")
    assert figures[1].indicator != figures[0].indicator


def test_a_comparison_in_the_sentence_behind_is_the_change_too(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2024 waren er 9.650 incidenten. Dat zijn er 420 meer dan in 2023.")
    assert [figure.indicator for figure in figures] == ["incidenten", "stijging incidenten"]
    assert [figure.period for figure in figures] == years(2024, 2024)


def test_a_second_verb_shares_the_subject_of_the_first(read_answer: ReadAnswer) -> None:
    figures = read_answer("Het eigen risico bedraagt in 2025 € 385 en wordt in 2027 verlaagd naar € 165.")
    assert {figure.indicator for figure in figures} == {"eigen risico"}
    assert [figure.period for figure in figures] == years(2025, 2027)


def test_the_old_and_the_new_level_share_their_unit(read_answer: ReadAnswer) -> None:
    figures = read_answer("De levertijd is opgelopen van 18 naar 30 maanden.")
    assert [(str(figure.value), figure.unit) for figure in figures] == [("18", "months"), ("30", "months")]


def test_items_in_brackets_keep_the_capital_of_their_name(read_answer: ReadAnswer) -> None:
    figures = read_answer("Het tekort was het grootst in Almere (17,4%), Amsterdam (14,2%) en Den Haag (13,9%).")
    assert [figure.indicator.split(" in ")[1] for figure in figures] == ["Almere", "Amsterdam", "Den Haag"]


def test_how_often_each_item_of_a_list_in_brackets_was(read_answer: ReadAnswer) -> None:
    figures = read_answer("Er zijn 17 meldingen gedaan (12x overbelading, 4x vervoer van dieren die ziek waren).")
    assert labels(figures)[1:] == [
        ("meldingen", "overbelading"),
        ("meldingen", "vervoer van dieren die ziek waren"),
    ]


def test_items_behind_a_colon_are_of_what_stands_before_it(read_answer: ReadAnswer) -> None:
    figures = read_answer("Zij ontvingen subsidie: musea (€ 3 miljoen), orkesten (€ 2 miljoen).")
    assert [figure.indicator for figure in figures] == ["subsidie musea", "subsidie orkesten"]


@pytest.mark.parametrize(
    ("question", "answer", "indicator"),
    [
        ("Wat kost de verbouwing van het museum?", "Dat kost € 4,5 miljoen.", "kosten van verbouwing van het museum"),
        ("Wat kost dat?", "Dat kost € 4,5 miljoen.", "kosten"),
        ("Hoeveel geld is er voor taallessen?", "Hiervoor is € 4 miljoen beschikbaar.", "beschikbaar voor taallessen"),
        ("Wat doet u hieraan?", "Voor de aanpak van schooluitval is er een regeling. Er is € 7 miljoen beschikbaar.",
         "beschikbaar voor aanpak van schooluitval"),
        ("Wat doet u?", "Begin april is de campagne gestart. De kosten hiervan zijn € 2 miljoen.",
         "kosten van campagne"),
        ("Hoeveel kost de nieuwe opleiding?", "De kosten hiervan bedragen € 12 miljoen.",
         "kosten van nieuwe opleiding"),
    ],
)  # fmt: skip
def test_an_amount_whose_own_words_are_thin_is_named_by_what_is_spoken_of(
    read_answer: ReadAnswer, question: str, answer: str, indicator: str
) -> None:
    (figure,) = read_answer(answer, question=question)
    assert figure.indicator == indicator


def test_a_source_in_brackets_does_not_hide_its_sentence(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("In 2023 ging 22,3% van het budget naar gebouwen (bron: COA, tabel 4).")
    assert (str(figure.value), figure.source and figure.source.code) == ("22.3", "COA")


def test_a_source_is_carried_with_the_time(read_answer: ReadAnswer) -> None:
    figures = read_answer("Volgens het COA waren er in 2023 1.200 plekken. In datzelfde jaar waren er 300 locaties.")
    assert [figure.source and figure.source.code for figure in figures] == ["COA", "COA"]
    assert "source-carried" in figures[1].rules


def test_who_decides_is_not_who_counted(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("De IND heeft besloten om € 2 miljoen te reserveren voor kantoren.")
    assert figure.source is None


def test_a_report_that_shows_something_is_its_source(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("Ik verwijs naar een COA-rapport, waaruit blijkt dat 69,9% van de kamers bezet is.")
    assert figure.source and figure.source.code == "COA"


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("In het kader is een besparing van € 1 miljard afgesproken.", Status.BUDGETED),
        ("Voor de periode 2024–2028 is € 5 miljoen gereserveerd voor scholen.", Status.EXPECTED),
        ("De komende vijf jaar gaat het om € 15 miljoen voor scholen.", Status.EXPECTED),
        ("Er zijn 23 scholen gesloten, mede door de bezuiniging.", Status.REALISED),
        ("De dienst grijpt waar nodig in bij 12 bedrijven.", Status.REALISED),
    ],
)
def test_whether_a_figure_has_happened(read_answer: ReadAnswer, answer: str, status: Status) -> None:
    (figure,) = read_answer(answer, day=date(2024, 11, 18))
    assert figure.status is status


def test_what_is_aimed_at_is_not_of_the_moment_that_the_question_asks_about(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer(
        "Wij nemen stappen om de deelname naar 100% dekking te laten groeien.", question="Is dat op dit moment zo?"
    )
    assert (figure.status, figure.period) == (Status.EXPECTED, Period())


def test_a_region_is_not_the_country_that_the_question_names(read_answer: ReadAnswer) -> None:
    question = "Hoeveel mensen vertrekken er vanuit Syrië?"
    (there,) = read_answer("Er zijn 500 mensen vertrokken.", question=question)
    (wider,) = read_answer("Naar Europa zijn 500 mensen vertrokken.", question=question)
    assert (there.place and there.place.code, wider.place) == ("SY", None)
