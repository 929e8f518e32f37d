"""One small paper for each way in which papers are laid out."""

from __future__ import annotations

from graph.model import Report
from graph.parse import parse
from graph.read import read

APPENDIX = """Tweede Kamer der Staten-Generaal2
Vergaderjaar 2024–2025 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
593
Vragen van het lid Boomsma (Nieuw Sociaal Contract) aan de Minister van
Asiel en Migratie over opvang (ingezonden 10 oktober 2024).
Antwoord van Minister Faber-Van de Klashorst (Asiel en Migratie)
(ontvangen 18 november 2024).
"""


def paper(text: str, name: str = "vraag.txt") -> Report:
    return parse(read(text.encode(), name))


def asked(report: Report) -> dict[str, str]:
    return {one.key: report.source.quote(one.span) for one in report.questions}


def said(report: Report) -> dict[tuple[str, ...], str]:
    return {one.questions: report.source.quote(one.span) for one in report.answers}


def test_headings_with_numbers_on_both_sides() -> None:
    report = paper(
        APPENDIX + "Vraag 1\nHoeveel plekken zijn er?\nAntwoord 1\nTien.\nVraag 2\nWaar?\nAntwoord 2\nIn Assen.\n"
    )
    assert asked(report) == {"1": "Hoeveel plekken zijn er?", "2": "Waar?"}
    assert said(report) == {("1",): "Tien.", ("2",): "In Assen."}


def test_heading_in_brackets_with_colon_and_bare_answer() -> None:
    report = paper("Vraag (1): \nHoeveel? \n \nAntwoord: \nTien. \n \nVraag (2): \nWaar? \n \nAntwoord: \nHier. \n")
    assert said(report) == {("1",): "Tien.", ("2",): "Hier."}


def test_heading_and_words_on_one_line() -> None:
    report = paper("Vraag 1: Hoeveel zijn er?\nAntwoord: Het zijn er tien.\nVraag 2: Waar?\nAntwoord: In Assen.\n")
    assert asked(report) == {"1": "Hoeveel zijn er?", "2": "Waar?"}
    assert said(report) == {("1",): "Het zijn er tien.", ("2",): "In Assen."}


def test_number_before_the_label() -> None:
    report = paper("1. Vraag:\nHoeveel?\nAntwoord:\nTien.\n2. Vraag:\nWaar?\nAntwoord:\nHier.\n")
    assert said(report) == {("1",): "Tien.", ("2",): "Hier."}


def test_numbered_questions_without_a_label_ignore_the_list_in_an_answer() -> None:
    report = paper(
        "AH 608\n2024Z14419\nAntwoord van minister Van Hijum (Sociale Zaken en "
        "Werkgelegenheid) (ontvangen 19 november 2024)\n\n"
        "1. Bent u bekend met het bericht?\n\nAntwoord vraag 1:\nJa. Er zijn drie stappen:\n"
        "1. De eerste stap.\n2. De tweede stap.\n\n"
        "2. Hoeveel zijn het er?\n\nAntwoord vraag 2:\nTien.\n"
    )
    assert asked(report) == {"1": "Bent u bekend met het bericht?", "2": "Hoeveel zijn het er?"}
    assert said(report)[("1",)].endswith("2. De tweede stap.")


def test_bare_numbers_on_their_own_line() -> None:
    report = paper(
        "AH 602\n2024Z17165\n\n1\nKlopt het bericht?\n\nAntwoord\nJa.\n\n2\nWaarom is dat?\n\nAntwoord\nDaarom.\n"
    )
    assert said(report) == {("1",): "Ja.", ("2",): "Daarom."}


def test_cells_of_a_table_without_an_answer_label() -> None:
    report = paper(
        "36 820 XX Vaststelling van de begrotingsstaten\nNr. 3 LIJST VAN VRAGEN EN "
        "ANTWOORDEN\nVastgesteld 3 juni 2025\n\n"
        "1\n\nHoeveel plekken zijn er?\n\nEr zijn tien plekken.\n\n2\n\nWaar zijn die?\n\nDie "
        "zijn in Assen.\n\nEn in Emmen.\n"
    )
    assert asked(report) == {"1": "Hoeveel plekken zijn er?", "2": "Waar zijn die?"}
    assert said(report)[("2",)] == "Die zijn in Assen.\n\nEn in Emmen."
    assert report.header.identity.identifier == "kst-36820-XX-3"


def test_joint_answer_covers_the_numbers_of_its_heading() -> None:
    report = paper(APPENDIX + "Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2 t/m 4\nB? C? D?\nAntwoord 2 t/m 4\nNee.\n")
    assert said(report) == {("1",): "Ja.", ("2", "3", "4"): "Nee."}


def test_questions_that_wait_share_the_next_answer_without_number() -> None:
    report = paper(
        "Vraag 1\nHoeveel?\n\nVraag 2\nWaar?\n\nAntwoord:\nTien, in Assen.\n\nVraag 3\nWie?\n\nAntwoord:\nWij.\n"
    )
    assert said(report) == {("1", "2"): "Tien, in Assen.", ("3",): "Wij."}


def test_all_questions_first_and_answers_later() -> None:
    report = paper(
        "Vraag 1\nA?\n\nVraag 2\nB?\n\nVraag 3\nC?\n\nAntwoord op vraag 1\nEen.\n\nAntwoorden "
        "op vragen 2, en 3\nTwee.\n"
    )
    assert said(report) == {("1",): "Een.", ("2", "3"): "Twee."}


def test_joint_question_that_stands_before_a_lower_number() -> None:
    report = paper(
        APPENDIX + "Vraag 1, 3\nA?\nAntwoord 1, 3\nJa.\nVraag 2\nB?\nAntwoord 2\nNee.\nVraag 4\nC?\nAntwoord 4\nJa.\n"
    )
    assert said(report) == {("1", "3"): "Ja.", ("2",): "Nee.", ("4",): "Ja."}


def test_numbering_that_begins_again_makes_a_second_series() -> None:
    report = paper(
        "Vragen van het lid Podt (D66)\nVraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\nAntwoord 2\nNee.\n"
        "Vragen van het lid Piri (PvdA)\nVraag 1\nC?\nAntwoord 1\nOoit.\nVraag 2\nD?\n"
        "Antwoord 2\nZie het antwoord op vraag 1.\n"
    )
    assert [one.key for one in report.questions] == ["1", "2", "2-1", "2-2"]
    assert said(report)[("2",)] == "Nee."
    assert report.answers[-1].refers_to == ("2-1",)
    assert [one.reason for one in report.unread] == ["heading of a series"]


def test_unnumbered_questions_are_counted() -> None:
    report = paper("Inbreng van de VVD-fractie\nVraag:\nHoeveel?\nAntwoord:\nTien.\nVraag:\nWaar?\nAntwoord:\nHier.\n")
    assert said(report) == {("1",): "Tien.", ("2",): "Hier."}


def test_paragraphs_that_ask_are_questions_below_the_heading_of_the_asker() -> None:
    report = paper(
        "2024Z18885\n\n(ingezonden 20 november 2024)\n\nVragen van het lid Podt (D66) aan de "
        "minister van Financiën over geld\n\n"
        "Hoeveel geld is er dit jaar? Zo nee, waarom niet?\n\nKunt u deze vragen "
        "beantwoorden?\n\n1) Het Parool, 3 november 2024\n"
    )
    assert list(asked(report).values()) == [
        "Hoeveel geld is er dit jaar? Zo nee, waarom niet?",
        "Kunt u deze vragen beantwoorden?",
    ]
    assert report.answers == ()
    assert report.header.title == "Vragen van het lid Podt (D66) aan de minister van Financiën over geld"


def test_text_without_line_ends_is_split_at_the_question_mark() -> None:
    filler = "Wij hebben dit niet onderzocht in ons rapport. " * 40
    report = paper(
        "Algemene Rekenkamer DATUM 17 april 2013 BETREFT Beantwoording vragen Geachte "
        "mevrouw, Antwoorden Algemene Rekenkamer op vragen "
        "over het rapport. Vraag 1 Hoeveel is het? Het kan veel zijn. Is dat zo? Het is 8,3 "
        f"miljoen. {filler}Vraag 2 Waarom is dat? Zie vraag 1."
    )
    assert asked(report) == {"1": "Hoeveel is het? Het kan veel zijn. Is dat zo?", "2": "Waarom is dat?"}
    assert said(report)[("1",)].startswith("Het is 8,3 miljoen.")
    assert said(report)[("2",)] == "Zie vraag 1."
    assert report.header.answered_by == ("Algemene Rekenkamer",)


def test_text_with_line_ends_flattened_to_two_spaces() -> None:
    filler = "Dat staat in ons rapport.  " * 80
    report = paper(
        "datum  8 juni 2022  Antwoorden op vragen    Vraag 1  Waarom is  dat zo?     Daarom.  "
        f"{filler}    Vraag 2  Waar?    Hier."
    )
    assert asked(report) == {"1": "Waarom is  dat zo?", "2": "Waar?"}
    assert said(report)[("2",)] == "Hier."


def test_questions_alone_have_no_answers() -> None:
    report = paper(
        APPENDIX.split("Antwoord van")[0].replace("antwoorden", "")
        + "Vraag 1\nHoeveel?\n1\nVraag 2\nWaar is dat? Licht toe.\n"
    )
    assert report.answers == ()
    assert asked(report) == {"1": "Hoeveel?", "2": "Waar is dat? Licht toe."}


def test_notice_of_postponement_is_no_answer() -> None:
    report = paper(
        APPENDIX.replace("Antwoord van", "Mededeling van")
        + "Vraag 1\nHoeveel?\nMededeling\nDe vragen worden later beantwoord.\n"
    )
    assert report.answers == ()
    assert report.header.answered_by == ()
    assert report.header.postponed is not None
    assert report.source.quote(report.header.postponed.span).endswith("De vragen worden later beantwoord.")


def test_question_whose_heading_was_lost_at_a_page_end_is_found_again() -> None:
    report = paper(
        "Vraag 1\nA?\n\nAntwoord 1\nJa.\n\n-----\n\nvan de regeling? Waarom?\n\nAntwoord 2\n"
        "Nee.\n\nVraag 3\nC?\n\nAntwoord 3\nOoit.\n"
    )
    assert asked(report)["2"] == "van de regeling? Waarom?"
    assert said(report) == {("1",): "Ja.", ("2",): "Nee.", ("3",): "Ooit."}


def test_explanatory_note_is_no_part_of_the_last_answer() -> None:
    report = paper(APPENDIX + "Vraag 1\nA?\nAntwoord 1\nJa.\nToelichting:\nDeze vragen dienen ter aanvulling.\n")
    assert said(report) == {("1",): "Ja."}
    assert [one.reason for one in report.unread] == ["explanatory note"]


def test_answers_point_to_other_answers() -> None:
    report = paper(
        APPENDIX + "Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2 en 3\nB?\nAntwoord 2 en 3\nNee.\nVraag 4\nC?\n"
        "Antwoord 4\nZie antwoord vraag 3.\n"
    )
    assert report.answers[-1].refers_to == ("2",)


def test_notice_without_questions_and_text_without_anything_are_unread() -> None:
    notice = paper(
        "AH 600\n2024Z17067\nMededeling van minister Wiersma (Natuur) (ontvangen 20 november 2024)\n\n"
        "De vragen van het lid Flach (SGP) kunnen niet worden beantwoord.\n"
    )
    assert [(notice.source.quote(one.span)[:9], one.reason) for one in notice.unread] == [
        ("De vragen", "notice of postponement")
    ]
    prose = paper("Zomaar een tekst.")
    assert [one.reason for one in prose.unread] == ["no question or answer"]


def test_questions_that_are_counted_in_parts_are_series() -> None:
    report = paper(
        APPENDIX + "Vraag 1.1\nHoeveel?\nAntwoord 1.1\nTien.\nVraag 1.2\nWaar?\nAntwoord 1.2\nZie vraag 1.1.\n"
        "Vraag 2.1 Waarom?\nAntwoord op vraag 2.1\nDaarom.\n"
    )
    assert asked(report) == {"1": "Hoeveel?", "2": "Waar?", "2-1": "Waarom?"}
    assert said(report) == {("1",): "Tien.", ("2",): "Zie vraag 1.1.", ("2-1",): "Daarom."}
    assert [answer.refers_to for answer in report.answers] == [(), (), ()]


def test_parts_of_a_question_with_plain_numbers_are_no_questions() -> None:
    report = paper(APPENDIX + "Vraag 1\nHoeveel?\n1.1 En waar?\nAntwoord 1\nTien.\nVraag 2\nWat?\nAntwoord 2\nDit.\n")
    assert asked(report) == {"1": "Hoeveel?\n1.1 En waar?", "2": "Wat?"}
