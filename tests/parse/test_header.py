"""What papers say about themselves, in the wordings that were seen."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Asker, DocumentKind, Header, Signatory
from graph.parse import parse
from graph.read import read

OPENING = "Vergaderjaar 2024–2025 Aanhangsel van de Handelingen\n591\n"


def header(text: str) -> Header:
    return parse(read(f"{text}\nVraag 1\nA?\nAntwoord 1\nJa.\n".encode(), "vraag.txt")).header


def test_posts_are_full_titles_and_mede_namens_counts() -> None:
    found = header(
        OPENING + "Vragen van de leden Piri (GroenLinks-PvdA) en Boswijk (CDA) aan de\nMinisters van "
        "Buitenlandse Zaken en van Asiel en "
        "Migratie over de rechtszaak\nvan Nederland (ingezonden 27 september 2024).\nAntwoord "
        "van Minister Veldkamp (Buitenlandse Zaken), "
        "mede namens de\nMinister van Asiel en Migratie (ontvangen 18 november 2024). Zie ook "
        "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 98."
    )
    posts = ("minister van Buitenlandse Zaken", "minister van Asiel en Migratie")
    assert found.addressed_to == posts
    assert found.answered_by == posts
    assert found.asked_by == (Asker("Piri", "GroenLinks-PvdA"), Asker("Boswijk", "CDA"))
    assert (found.submitted, found.answered) == (date(2024, 9, 27), date(2024, 11, 18))
    assert found.kind is DocumentKind.QUESTIONS
    assert found.number == 591
    assert found.session_year == "2024-2025"
    assert found.references == ("ah-tk-20232024-98",)
    assert found.day == date(2024, 11, 18)


def test_minister_for_is_known_from_the_address() -> None:
    found = header(
        OPENING + "Vragen van het lid Dijk (SP) aan de Minister voor Langdurige Zorg en Sport\nover "
        "zorg (ingezonden 3 oktober 2023).\n"
        "Antwoord van Minister Helder (Langdurige Zorg en Sport) (ontvangen\n24 oktober 2023)."
    )
    assert found.answered_by == ("minister voor Langdurige Zorg en Sport",)


@pytest.mark.parametrize(
    ("phrase", "posts"),
    [
        (
            "de Ministers van Klimaat en Groene Groei en van Sociale Zaken en Werkgelegenheid en "
            "deStaatssecretaris van Defensie",
            (
                "minister van Klimaat en Groene Groei",
                "minister van Sociale Zaken en Werkgelegenheid",
                "staatssecretaris van Defensie",
            ),
        ),
        (
            "de Minister en Staatssecretaris vanBinnenlandse Zaken en koninkrijksrelaties",
            (
                "minister van Binnenlandse Zaken en Koninkrijksrelaties",
                "staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties",
            ),
        ),
        (
            "de Minister van Economische Zaken, bij afwezigheid van de Staatssecretaris vanFinanciën,",
            ("minister van Economische Zaken",),
        ),
        ("de minister-president", ("minister-president",)),
        (
            "de Ministers van Economische Zaken en van Klimaaten Groene Groei",
            ("minister van Economische Zaken", "minister van Klimaat en Groene Groei"),
        ),
    ],
)
def test_lists_of_posts(phrase: str, posts: tuple[str, ...]) -> None:
    assert (
        header(OPENING + f"Vragen van het lid Podt (D66) aan {phrase} over geld (ingezonden 3 mei 2024).").addressed_to
        == posts
    )


def test_two_answers_in_one_sentence_and_a_bracket_that_never_closes() -> None:
    found = header(
        "AH 614\n2024Z14815\nAntwoord van staatssecretaris Karremans (Volksgezondheid, "
        "Welzijn en Sport (ontvangen 20 november 2024)"
    )
    assert found.answered_by == ("staatssecretaris van Volksgezondheid, Welzijn en Sport",)
    both = header(
        OPENING + "Antwoord van Minister Van Weel (Justitie en Veiligheid) en antwoord van\n"
        "Staatssecretaris Coenradie (Justitie en "
        "Veiligheid) (ontvangen 14 november\n2024)."
    )
    assert both.answered_by == ("minister van Justitie en Veiligheid", "staatssecretaris van Justitie en Veiligheid")


def test_letter_of_a_board_states_its_dates_and_signatories() -> None:
    found = header(
        "datum  8 juni 2022\nbetreft  Beantwoording vragen Tweede Kamer over het rapport\n\nGeachte mevrouw Bergkamp,\n"
        "Hierbij bieden wij u de antwoorden aan op de 30 vragen die de Commissie voor de "
        "Rijksuitgaven heeft gesteld. De antwoorden zijn "
        "op 7 juni 2022 vastgesteld.\n\ndrs. A.P. (Arno) Visser,\npresident\n\ndrs. C. "
        "(Cornelis) van der Werf,\nsecretaris\n\n"
        "Antwoorden Algemene Rekenkamer bij vragen van de Tweede Kamer"
    )
    assert found.kind is DocumentKind.LETTER
    assert (found.adopted, found.answered) == (date(2022, 6, 7), date(2022, 6, 8))
    assert found.committee == "Commissie voor de Rijksuitgaven"
    assert found.answered_by == ("Algemene Rekenkamer",)
    assert found.signed_by == (Signatory("president", "Visser"), Signatory("secretaris", "Van der Werf"))


def test_header_of_a_numbered_paper() -> None:
    found = header(
        "36 820 XX Wijziging van de begrotingsstaten\n\nNr. 3 VERSLAG HOUDENDE EEN LIJST VAN "
        "VRAGEN EN ANTWOORDEN\nVastgesteld 3 juni 2025\n"
    )
    assert found.kind is DocumentKind.REPORT
    assert (found.dossier, found.number) == ("36820-XX", 3)
    assert found.adopted == date(2025, 6, 3)


def test_nothing_is_invented_where_nothing_is_stated() -> None:
    found = header("Zomaar een tekst.")
    assert found.kind is DocumentKind.OTHER
    assert (found.title, found.number, found.dossier, found.committee, found.day) == (None, None, None, None, None)
    assert (found.asked_by, found.addressed_to, found.answered_by, found.signed_by) == ((), (), (), ())
