"""Figures with all that a text says about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.extract.figures.numerals import numerals
from graph.extract.figures.words import word_numerals
from graph.extract.statistics import RULES, find_statistics, find_unread
from graph.model import Footnote, Period, Qualifier, Report, Span, Statistic, Status

ReadAnswer = Callable[..., tuple[Statistic, ...]]
MakePaper = Callable[..., Report]


def named(figures: tuple[Statistic, ...]) -> list[tuple[str, str, str | None]]:
    return [(str(figure.value), figure.indicator, figure.breakdown) for figure in figures]


# --- what is measured -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "indicator"),
    [
        ("In 2024 zijn 570 aanvragen voor een vergunning ontvangen.", "ontvangen aanvragen voor een vergunning"),
        ("In 2024 zijn 15.220 reguliere vergunningen ingetrokken.", "ingetrokken reguliere vergunningen"),
        ("Er zijn 650 leerlingen in het speciaal onderwijs aantoonbaar vertrokken.",
         "aantoonbaar vertrokken leerlingen in het speciaal onderwijs"),
        ("De voorraad zaken op 1 mei 2025 betreft 300.", "voorraad zaken"),
        ("In 2024 was de gemiddelde duur van de procedure 118 dagen.", "gemiddelde duur van de procedure"),
        ("Er is een bezuiniging van 1,8% opgelegd.", "bezuiniging"),
        ("De IND heeft € 48,1 miljoen aan dwangsommen uitgekeerd.", "uitgekeerde dwangsommen"),
        ("Van 10 houders is de vergunning ingetrokken.", "ingetrokken vergunning van houders"),
        ("Vorig jaar hebben 5 gezinnen Nederland verlaten.", "gezinnen die Nederland hebben verlaten"),
        ("De totale behoefte stijgt naar 88.000 opvangplekken.", "totale behoefte opvangplekken"),
        ("Er komt een verhoging van de toeslag naar € 5.000.", "toeslag"),
        ("De wachtlijst is gedaald van 97.000 personen.", "wachtlijst personen"),
        ("Volgens de dienst steeg de inflatie naar 3,2 procent.", "inflatie"),
        ("Het kabinet heeft 200 miljoen euro uitgetrokken voor het onderwijs.", "uitgetrokken voor het onderwijs"),
        ("Het kabinet stelt € 5 miljoen beschikbaar om scholen te helpen.", "beschikbaar om scholen te helpen"),
        ("Bleek is dat 48% van de leerlingen is geslaagd.", "geslaagde leerlingen"),
        ("De zorg is € 9 per leerling per week duurder.", "zorg per leerling per week"),
        ("De kosten per lesuur bedragen bijna € 120.", "kosten per lesuur"),
        ("Gebleken is van een levensduurvan 15 jaar.", "levensduur"),
        ("Dit leidt tot een prijsstijging van 5%.", "prijsstijging"),
        ("Aan de 27 scholen met een subsidie is dit gemeld.", "scholen met een subsidie"),
        ("De dienst heeft 15 keer een melding van fraude ontvangen.", "ontvangen melding van fraude"),
        ("De gevolgen van het uitstel zijn in ons rapport becijferd op € 5 miljoen.", "gevolgen van het uitstel"),
        ("Er zijn 40 onregel-matigheden gevonden.", "gevonden onregelmatigheden"),
        ("Voor de 2.100 leerlingen die in 2025 (tot oktober) gedwongen vertrokken was er plaats.",
         "gedwongen vertrokken leerlingen"),
    ],
)  # fmt: skip
def test_the_measured_thing_is_named_apart_from_its_sentence(
    read_answer: ReadAnswer, answer: str, indicator: str
) -> None:
    (figure,) = read_answer(answer)
    assert figure.indicator == indicator


def test_a_lone_noun_is_as_specific_as_the_question(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("Het COA beheert 69.630 plekken.", question="Hoeveel opvangplekken beheert het COA?")
    assert figure.indicator == "opvangplekken"


def test_parts_are_breakdowns_of_their_total(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2025 zijn 650 personen vertrokken, waarvan 600 gedwongen en 50 zelfstandig.")
    assert named(figures) == [
        ("650", "vertrokken personen", None),
        ("600", "vertrokken personen", "gedwongen"),
        ("50", "vertrokken personen", "zelfstandig"),
    ]


def test_rows_under_a_heading_are_breakdowns_of_its_total(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "Op 1 januari 2025 zijn er 69.630 plekken:\nReguliere plekken 35.140\nNoodopvang 29.790\nNoodopvang amv 4.700"
    )
    assert [figure.breakdown for figure in figures] == [None, "reguliere plekken", "noodopvang", "noodopvang amv"]
    assert {figure.indicator for figure in figures} == {"plekken"}
    assert {figure.period for figure in figures} == {Period(date(2025, 1, 1), date(2025, 1, 1))}


def test_rows_of_years_under_a_heading_without_a_figure_are_a_series_of_its_thing(read_answer: ReadAnswer) -> None:
    figures = read_answer("Zie onderstaand overzicht.\n\nJaar Aantal hoofdstukken\n2011 3\n2012 2\n2013 5")
    assert [(str(f.value), f.period.start and f.period.start.year) for f in figures] == [
        ("3", 2011),
        ("2", 2012),
        ("5", 2013),
    ]
    assert {(figure.indicator, figure.breakdown) for figure in figures} == {("hoofdstukken", None)}


def test_the_unit_that_a_table_states_above_it_reaches_its_rows(read_answer: ReadAnswer) -> None:
    figures = read_answer("Zie de tabel.\n\nUitgaven aan cursussen (x € 1.000)\n2011 400\n2012 4.001")
    assert [(figure.unit, str(figure.value)) for figure in figures] == [("EUR", "400000"), ("EUR", "4001000")]
    assert all("table-unit" in figure.rules for figure in figures)


def test_a_split_in_brackets_is_a_breakdown(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "De voorraad was 20.120. Hierbij is een splitsing gemaakt tussen reguliere vergunningen (16.490), "
        "intrekking EU (2.580) of annulering van een machtiging (140)."
    )
    assert [figure.breakdown for figure in figures] == [
        None,
        "reguliere vergunningen",
        "intrekking EU",
        "annulering van een machtiging",
    ]


def test_shares_of_a_total_follow_daarvan(read_answer: ReadAnswer) -> None:
    figures = read_answer("Er zijn 40 beslissingen genomen. Daarvan is 75% ingewilligd en 25% afgewezen.")
    assert [(figure.unit, figure.breakdown) for figure in figures] == [
        ("count", None),
        ("percent", "ingewilligd"),
        ("percent", "afgewezen"),
    ]


def test_respectively_gives_each_number_the_thing_in_its_place(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "In 2025 zijn 460 vergunningen verleend op grond van de blauwe kaart en 11.050 vergunningen verleend op grond "
        "van de regeling. In 2024 zijn dit respectievelijk 450 en 16.670 vergunningen geweest."
    )
    assert figures[0].indicator == figures[2].indicator != figures[1].indicator == figures[3].indicator
    assert [figure.period.start and figure.period.start.year for figure in figures] == [2025, 2025, 2024, 2024]


def test_one_number_for_each_of_two_years_is_two_facts(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "In 2025 was de doorlooptijd 118 dagen voor 2.100 zaken. In zowel 2023 als 2024 was dit 102 dagen en ging het "
        "om respectievelijk ca 2.370 en ca 2.760 zaken."
    )
    days = [figure for figure in figures if figure.unit == "days"]
    assert [(str(f.value), f.period.start and f.period.start.year) for f in days] == [
        ("118", 2025),
        ("102", 2023),
        ("102", 2024),
    ]
    assert len({figure.indicator for figure in days}) == 1
    counts = [figure for figure in figures if figure.unit == "count" and figure.qualifier is Qualifier.ABOUT]
    assert [(str(f.value), f.period.start and f.period.start.year) for f in counts] == [("2370", 2023), ("2760", 2024)]


def test_a_later_year_in_the_same_clause_has_the_thing_of_the_first(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2011 behaalde het theater € 4 miljoen aan inkomsten en in 2013 € 0,4 miljoen.")
    assert [(str(f.value), f.indicator, f.period.start and f.period.start.year) for f in figures] == [
        ("4000000", "inkomsten", 2011),
        ("400000", "inkomsten", 2013),
    ]
    assert "gapped" in figures[1].rules


def test_numbers_given_out_by_respectively_share_the_noun_of_the_last(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2021, 2022 en 2023 zijn respectievelijk 110, 125 en 140 meldingen ontvangen.")
    assert [(str(f.value), f.indicator, f.period.start and f.period.start.year) for f in figures] == [
        ("110", "ontvangen meldingen", 2021),
        ("125", "ontvangen meldingen", 2022),
        ("140", "ontvangen meldingen", 2023),
    ]


def test_each_number_takes_the_year_right_behind_it(read_answer: ReadAnswer) -> None:
    figures = read_answer("Dat is minder dan vorig jaar: 46 890 meldingen in 2024 tegenover 133 441 in 2023.")
    assert [(str(f.value), f.period.start and f.period.start.year) for f in figures] == [
        ("46890", 2024),
        ("133441", 2023),
    ]


def test_a_total_at_the_head_of_a_sentence_has_parts(read_answer: ReadAnswer) -> None:
    figures = read_answer("Van de 4.500 vacatures bij scholen zijn er 3.100 vervuld.")
    assert named(figures) == [
        ("4500", "vacatures bij scholen", None),
        ("3100", "vacatures bij scholen", "vervuld"),
    ]


def test_a_change_without_a_noun_is_that_of_the_figure_before(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2023 bedroegen de uitgaven € 98,4 miljard, een stijging van 5% ten opzichte van 2022.")
    assert figures[1].indicator == "stijging uitgaven"
    assert figures[1].period == Period(date(2023, 1, 1), date(2023, 12, 31))


def test_a_second_bracket_shares_the_noun_of_the_first(read_answer: ReadAnswer) -> None:
    figures = read_answer("Er waren grote fouten bij Onderwijs (€ 43 miljoen) en bij Financiën (€ 16 miljoen).")
    assert ["fouten" in figure.indicator for figure in figures] == [True, True]
    assert "financiën" in figures[1].indicator.lower()
    assert "Onderwijs" not in figures[1].indicator


def test_a_share_in_words_and_its_percentage_measure_the_same(read_answer: ReadAnswer) -> None:
    figures = read_answer("Iets minder dan de helft (46%) van de uitgaven is rechtmatig.")
    assert [(str(figure.value), figure.indicator) for figure in figures] == [
        ("50", "uitgaven die rechtmatig zijn"),
        ("46", "uitgaven die rechtmatig zijn"),
    ]


def test_a_sentence_that_points_back_has_the_time_of_the_one_before(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("De regeling gold over het jaar 2021. Dit betrof € 7,9 miljard aan voorschotten.")
    assert figure.period == Period(date(2021, 1, 1), date(2021, 12, 31))


def test_the_time_of_a_thing_is_found_in_its_paragraph(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "Wij keken naar de aanvragen die in 2023 en 2024 zijn binnengekomen. Die zijn divers. Er waren 921 aanvragen."
    )
    assert figures[-1].period == Period(date(2023, 1, 1), date(2024, 12, 31))
    assert "period-paragraph" in figures[-1].rules


def test_a_day_of_telling_is_not_the_time_of_what_is_told(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("Op 14 november jl. is de Kamer geïnformeerd over een reservering van € 250 mln.")
    assert figure.period == Period()


def test_no_label_has_more_than_twelve_words(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "In 2024 zijn 40 grote ingewikkelde aanvragen van kleine scholen in het speciaal onderwijs in de steden en de "
        "dorpen in het noorden van het land zonder gebreken en met spoed toegekend."
    )
    assert all(len(figure.indicator.split()) <= 12 for figure in figures)


def test_a_number_of_them_is_part_of_the_figure_before(read_answer: ReadAnswer) -> None:
    figures = read_answer("De dienst bezocht 150 bedrijven en vond bij 23 daarvan overtredingen.")
    assert named(figures) == [("150", "bedrijven", None), ("23", "bedrijven", "overtredingen")]


def test_the_noun_of_a_list_of_places_stands_at_the_first(read_answer: ReadAnswer) -> None:
    figures = read_answer("Het gaat om 3 ziekenhuizen in Zeeland, 2 in Limburg en 1 in Drenthe.")
    assert [figure.indicator for figure in figures] == [
        "ziekenhuizen in Zeeland",
        "ziekenhuizen in Limburg",
        "ziekenhuizen in Drenthe",
    ]


def test_a_bare_part_is_counted_in_the_unit_of_its_total(read_answer: ReadAnswer) -> None:
    figures = read_answer("Er werken 30.000 fte bij de dienst, waarvan 4.500 op scholen.")
    assert [(figure.unit, str(figure.value)) for figure in figures] == [("fte", "30000"), ("fte", "4500")]


@pytest.mark.parametrize("words", ["1 op de 5", "Een op de vijf"])
def test_one_in_so_many_is_a_share_of_what_it_counts(read_answer: ReadAnswer, words: str) -> None:
    (figure,) = read_answer(f"{words} leerlingen is ziek geweest.")
    assert (figure.unit, str(figure.value), "leerlingen" in figure.indicator) == ("percent", "20", True)


@pytest.mark.parametrize("words", ["De caseload is 1 op 15.", "De kans op een tekort is 1 op 15."])
def test_one_on_so_many_is_a_ratio(read_answer: ReadAnswer, words: str) -> None:
    (figure,) = read_answer(words)
    assert (figure.unit, str(figure.value)) == ("ratio", "15")


def test_what_an_amount_is_of_goes_before_what_the_sentence_points_back_to(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("De uitgaven waren onrechtmatig. Het ging om € 926 miljoen aan subsidies.")
    assert figure.indicator == "subsidies"


def test_rows_beside_lines_of_bare_numbers_are_left_alone(read_answer: ReadAnswer) -> None:
    assert read_answer("Zie hieronder.\n\nMiddelen voor cursussen\nCursussen 400\n241.314 241.714") == ()


def test_a_bare_number_that_nothing_explains_is_no_figure(read_answer: ReadAnswer) -> None:
    assert read_answer("Zie verder hierboven 44 en lees dat na.") == ()


def test_a_flattened_table_is_unread_and_not_guessed_at(make_paper: MakePaper) -> None:
    report = make_paper("Hieronder de bedragen. AFM 28,7 50,4 79,3 73,9 BPR 36 82,7 118,7 103")
    assert find_statistics(report, ()) == ()
    assert [report.source.quote(unread.span) for unread in find_unread(report)] == [
        "28,7 50,4 79,3 73,9",
        "36 82,7 118,7 103",
    ]


def test_a_note_that_an_answer_calls_has_figures_and_a_citation_has_none(make_paper: MakePaper) -> None:
    report = make_paper(
        "Ja.1 Zie ook daar.2\n\n1 Het gaat om 40 beslissingen van de dienst.\n\n2 Jaarboek 2023, 15 delen."
    )
    text = report.source.text
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("1 Het", "2 Jaarboek")]
    notes = tuple(
        Footnote(mark, Span(span.start, text.index(".", span.start) + 1), Span(call, call + 1))
        for mark, span, call in zip("12", spans, (text.index("Ja.1") + 3, text.index("daar.2") + 5), strict=True)
    )
    answer = replace(report.answers[0], span=Span(report.answers[0].span.start, text.index("daar.2") + 6))
    calls = tuple(note.call for note in notes if note.call)
    (figure,) = find_statistics(replace(report, answers=(answer,), footnotes=notes, calls=calls), ())
    assert (figure.key, str(figure.value), figure.indicator) == ("1", "40", "beslissingen van de dienst")
    assert notes[0].span.holds(figure.span)


# --- when, by whom, how surely ----------------------------------------------------------------------------------------


def test_a_reference_date_in_brackets_holds_for_the_whole_sentence(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "Er zijn op dit moment 315 locaties waarin ca. 78.000 personen worden opgevangen (peildatum 20 oktober 2025)."
    )
    assert {figure.period for figure in figures} == {Period(date(2025, 10, 20), date(2025, 10, 20))}


def test_in_that_period_is_the_period_of_the_sentence_before(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer(
        "Het veld was open van 1983 tot en met 1995. In die periode is er 10,4 miljard m3 gas gewonnen."
    )
    assert figure.period == Period(date(1983, 1, 1), date(1995, 12, 31))


def test_the_period_of_the_question_fills_in_for_an_answer_without_one(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("Er is € 5 miljoen uitgekeerd.", question="Hoeveel is er in 2024 uitgekeerd aan toeslagen?")
    assert figure.period == Period(date(2024, 1, 1), date(2024, 12, 31))
    assert figure.indicator == "uitgekeerd aan toeslagen"
    assert "period-question" in figure.rules


@pytest.mark.parametrize("note", ["Bron: IND", "Bron; IND", "Bron: IND. Cijfers", "(Bron: IND)"])
def test_a_source_note_in_any_spelling_says_who_counted(read_answer: ReadAnswer, note: str) -> None:
    (figure,) = read_answer(f"In 2024 zijn 110 vergunningen ingetrokken.\n\n{note}")
    assert figure.source is not None
    assert figure.source.slug == "ind"


@pytest.mark.parametrize(("words", "step"), [("vijftallen", "5"), ("tientallen", "10"), ("honderdtallen", "100")])
def test_rounding_gives_bounds_of_half_a_step(read_answer: ReadAnswer, words: str, step: str) -> None:
    (figure,) = read_answer(f"In 2024 zijn 1.100 vergunningen ingetrokken.\n\nBron: IND, afgerond op {words}")
    half = Decimal(step) / 2
    assert (figure.rounded_to, figure.lower, figure.upper) == (Decimal(step), 1100 - half, 1100 + half)


def test_a_number_that_belies_the_rounding_is_not_rounded(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("In 2024 zijn 113 vergunningen ingetrokken.\n\nBron: IND, afgerond op tientallen")
    assert figure.rounded_to is None


def test_at_least_and_at_most_bound_one_side_and_about_none(read_answer: ReadAnswer) -> None:
    least, most, about = read_answer(
        "Er zijn ruim 80 personen vertrokken. Er zijn maximaal 90 personen geteld. Er zijn ca. 5 personen gebleven."
    )
    assert (least.lower, least.upper) == (Decimal(80), None)
    assert (most.lower, most.upper) == (None, Decimal(90))
    assert (about.lower, about.upper) == (None, None)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("In 2024 zijn 110 vergunningen ingetrokken.", Status.REALISED),
        ("De behoefte stijgt naar 88.000 plekken op 1 januari 2027.", Status.REQUIRED),
        ("In 2027 zal € 5 miljoen worden besteed aan opvang.", Status.EXPECTED),
        ("Nidos heeft een begroting ingediend waarbij € 113,8mln wordt besteed aan begeleiding.", Status.BUDGETED),
    ],
)
def test_what_has_not_happened_is_said_to_be_so(read_answer: ReadAnswer, answer: str, status: Status) -> None:
    (figure,) = read_answer(answer)
    assert figure.status is status
    assert figure.forecast is (status is not Status.REALISED)


def test_the_only_country_of_a_sentence_is_its_place(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("In 2025 zijn 720 personen teruggekeerd naar Syrië.")
    assert figure.place is not None
    assert figure.place.code == "SY"


def test_an_organisation_with_a_code_of_two_letters_is_no_country(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("In 2025 heeft uw Kamer 12 brieven ontvangen.")
    assert figure.place is None


# --- properties -------------------------------------------------------------------------------------------------------

_PHRASES = st.sampled_from(
    ["In 2024 zijn", "ca.", "€", "1.000", "570", "12,5%", "aanvragen", "ontvangen", "waarvan", "dit", "was", "en", ".",
     "(", ")", "miljoen", "respectievelijk", "Bron: IND", "op 1 mei 2025", "afgerond op tientallen", "\n", "\n\n",
     "-", "2", "twaalf", "de helft van de", "anderhalf", "tussen 5 en 10", "46 890", "12 cent", "1 op de 35",
     "2,5 keer", "per leerling", "tot nu toe"]
)  # fmt: skip


@given(st.lists(_PHRASES, min_size=1, max_size=25).map(" ".join))
@settings(
    deadline=None, derandomize=True, max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_an_answer_says_every_figure_has_its_words(make_paper: MakePaper, answer: str) -> None:
    report = make_paper(answer + " x")
    slugs = {rule.slug for rule in RULES}
    for figure in find_statistics(report, ()):
        quote = report.source.quote(figure.span)
        assert report.source.quote(figure.number) in quote
        assert report.answers[0].span.holds(figure.span)
        assert figure.indicator
        assert set(figure.rules) <= slugs
        assert figure.lower is None or figure.lower <= figure.value
        assert figure.upper is None or figure.upper >= figure.value


@given(st.lists(_PHRASES, min_size=1, max_size=25).map(" ".join))
@settings(
    deadline=None, derandomize=True, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_value_of_every_figure_is_read_again_from_its_own_words(make_paper: MakePaper, answer: str) -> None:
    for figure in find_statistics(make_paper(answer + " x"), ()):
        again = [*numerals(figure.value_text), *word_numerals(figure.value_text)]
        assert figure.value in [numeral.value for numeral in again] or "table-unit" in figure.rules


def test_every_rule_has_a_slug_of_its_own() -> None:
    assert len({rule.slug for rule in RULES}) == len(RULES)
