"""Page furniture is known by its words, wherever it stands; pages follow from it."""

from __future__ import annotations

from graph.parse.furniture import find_furniture
from graph.read import read


def furniture(text: str) -> list[str]:
    source, found = find_furniture(read(text.encode(), "a.txt"))
    return [source.quote(span) for span in found]


def test_footer_glued_to_a_heading() -> None:
    assert furniture("Nee.\nTweede Kamer, vergaderjaar 2022–2023, Aanhangsel 3Antwoord 12\nJa.") == [
        "Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 3"
    ]


def test_citation_of_a_paper_is_no_footer() -> None:
    assert (
        furniture(
            "2Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198\nZie Tweede Kamer, "
            "vergaderjaar 2023-2024, Aanhangsel, nr. 5."
        )
        == []
    )


def test_footer_with_identifier_and_printer() -> None:
    text = (
        "Ja.\n   \nah-tk-20242025-564\nISSN 0921 - 7398’s-Gravenhage 2024Tweede Kamer, "
        "vergaderjaar 2024–2025, Aanhangsel 1\nNee."
    )
    source, found = find_furniture(read(text.encode(), "a.txt"))
    assert len(found) == 2
    assert source.page(text.index("Nee")) == 2


def test_page_counts_are_a_series_and_fractions_are_not() -> None:
    assert furniture("a  1/9  b  2/9  c  3/9  d") == ["1/9", "2/9", "3/9"]
    assert furniture("Ongeveer 1/3 van de 2/3 en 24/7.") == []


def test_title_on_every_page_is_furniture_and_a_source_note_is_not() -> None:
    page = (
        "Een zin over iets dat nummer {} is.\n\nBron: IND, cijfers afgerond op tientallen\n\n"
        "Nog een zin die verder gaat, {}.\n\nEn een slot {}.\n\nLaatste {}.\n"
    )
    head = "\fAntwoorden op vragen over het rapport over alles\n"
    text = head.join(page.format(*"abcd"[i] * 4) for i in range(4))
    assert {one for one in furniture(text)} == {"Antwoorden op vragen over het rapport over alles"}


def test_footer_of_a_numbered_paper_with_its_page_number_wherever_it_stands() -> None:
    printer = "kst-21501-20-2000\nISSN 0921 - 7371\n’s-Gravenhage 2024"
    footer = "Tweede Kamer, vergaderjaar 2023–2024, 21 501-20, nr. 2000"
    assert furniture(f"Ja.\n{printer} {footer} 1\nNee.") == [
        "kst-21501-20-2000",
        f"ISSN 0921 - 7371\n’s-Gravenhage 2024 {footer} 1",
    ]
    assert furniture(f"Ja.\n{footer}     12\nNee.") == [f"{footer}     12"]
    assert furniture(f"Ja.\n{footer}\n\n3\nNee.") == [f"{footer}\n\n3"]
    assert furniture(f"Ja.\n1 {footer}\nNee.") == []


def test_footer_in_text_without_line_ends() -> None:
    footer = "ah-tk-20242025-564 ISSN 0921 - 7398 ’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1"
    assert furniture(f"Dat is zo? {footer} Antwoord 3 Nee.") == [footer]


def test_page_count_that_a_scanner_read_in_pieces() -> None:
    assert furniture("a  2/11  b  3/11  c  4/1 1  d  5/11  e") == ["2/11", "3/11", "4/1 1", "5/11"]
    assert furniture("a  1/11  b  2/11  c  3/11  d  2/1 1  e") == ["1/11", "2/11", "3/11"]
