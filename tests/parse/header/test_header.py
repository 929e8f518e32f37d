"""What papers say about themselves, in the wordings that were seen."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Asker, DocumentKind, Header, IdentifierBasis, Signatory, State
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
            "de Minister-President, Minister van Algemene Zaken en de Minister van Financiën",
            ("minister-president", "minister van Financiën"),
        ),
        (
            "de Staatssecretarissen van Onderwijs, Cultuur en Wetenschap en Volksgezondheid, Welzijn en Sport",
            (
                "staatssecretaris van Onderwijs, Cultuur en Wetenschap",
                "staatssecretaris van Volksgezondheid, Welzijn en Sport",
            ),
        ),
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


def test_title_goes_on_over_a_blank_line_where_it_cannot_end() -> None:
    found = header(
        "Datum 7 november 2023\n\nOnderwerp Beantwoording van Kamervragen van de leden Ab (P) en\n\n"
        "Van Es (Q R) over dijken\n\nIn antwoord op uw brief van 10 oktober 2023 deel ik u mede dat het goed gaat.\n"
    )
    assert found.title == "Beantwoording van Kamervragen van de leden Ab (P) en Van Es (Q R) over dijken"


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


LISTED = (
    "Tweede Kamer der Staten-Generaal\n\n2\n\nVergaderjaar 2024–2025\n\n36 725\n\nVoorjaarsnota 2025\n\nNr. 12\n\n"
    "LIJST VAN VRAGEN EN ANTWOORDEN\n\nVastgesteld 5 juni 2025\n\nDe vaste commissie voor Financiën heeft een aantal "
    "vragen voorgelegd aan de Minister van Financiën over de Voorjaarsnota 2025 (Kamerstuk 36 725, nr. "
    "1).\n\nDe Minister "
    "heeft deze vragen beantwoord bij brief van 4 juni 2025.\n\nDe voorzitter van de commissie,\n\nVan der Lee\n\n"
    "Adjunct-griffier van de commissie,\n\nVermeer\n"
)
CONSULTED = (
    "36 800 VII Vaststelling van de begrotingsstaten (VII)\nNr. 9 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nVastgesteld 14 "
    "maart 2025\n\nDe vaste commissie voor Binnenlandse Zaken heeft een aantal vragen voorgelegd aan de Minister van "
    "Financiën over de brief inzake dijken (Kamerstuk 29 362, nr. 6).\nDe vragen en opmerkingen zijn op 20 "
    "februari 2025 "
    "aan de Minister van Financiën voorgelegd. Bij brief van 13 maart 2025 zijn de vragen beantwoord.\n\nDe "
    "voorzitter van "
    "de commissie, De Vree\n\nII Antwoord/Reactie van de Minister\n"
)
SENATE = (
    "Eerste Kamer der Staten-Generaal\n\n1\n\nVergaderjaar 2024–2025\n\n36 600\n\nNota over de "
    "toestand\n\nE VERSLAG VAN "
    "EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 12 december 2024\n\nDe leden van de vaste commissie voor "
    "Immigratie & Asiel / "
    "JBZ-Raad hebben kennisgenomen van de brief. Naar aanleiding hiervan is op 3 november 2024 een brief "
    "gestuurd aan de "
    "minister van Asiel en Migratie.\n\nDe minister heeft op 10 december 2024 gereageerd.\n"
)
LETTER = (
    "35 165 Verkiezingen\n\nNr. 46 BRIEF VAN DE MINISTER VAN BINNENLANDSE ZAKEN EN KONINKRIJKSRELATIES\n\nAan de "
    "Voorzitter van de Tweede Kamer\n\nDen Haag, 21 februari 2022\n\nHierbij bied ik u, mede namens de "
    "Staatssecretaris "
    "van Financiën, de antwoorden aan.\n\nDe Minister van Binnenlandse Zaken en Koninkrijksrelaties,\n\nH.G.J. Bruins "
    "Slot\n"
)
MINISTRY = (
    "Datum\t7 november 2023\nOnderwerp\tBeantwoording van Kamervragen van de leden Ab (P) en Van Es (Q R) "
    "over dijken\n\n"
    "Ons kenmerk\n\n4975504\n\nIn antwoord op uw brief van 10 oktober 2023, nr. 2023Z16994, deel ik u mede "
    "dat de vragen "
    "van de leden Ab (P) en Van Es (Q R) aan de ministers van Water en Wind en van Zee over dijken worden "
    "beantwoord.\n\n"
    "Mede namens de minister van Zee,\n\nde minister van Water en Wind\n\nD. de Golf-Strand\n"
)


@pytest.mark.parametrize(
    ("text", "identifier", "kind", "title", "days", "posts", "signed"),
    [
        (
            *(LISTED, "kst-36725-12", DocumentKind.LIST, "Lijst van vragen en antwoorden"),
            (date(2025, 6, 5), None, date(2025, 6, 4)),
            (("minister van Financiën",), ("minister van Financiën",)),
            ("voorzitter Van der Lee", "adjunct-griffier Vermeer"),
        ),
        (
            *(CONSULTED, "kst-36800-VII-9", DocumentKind.CONSULTATION, "Verslag van een schriftelijk overleg"),
            (date(2025, 3, 14), date(2025, 2, 20), date(2025, 3, 13)),
            (("minister van Financiën",), ()),
            ("voorzitter De Vree",),
        ),
        (
            *(SENATE, "kst-36600-E", DocumentKind.CONSULTATION, "Verslag van een schriftelijk overleg"),
            (date(2024, 12, 12), date(2024, 11, 3), date(2024, 12, 10)),
            (("minister van Asiel en Migratie",), ("minister van Asiel en Migratie",)),
            (),
        ),
        (
            *(LETTER, "kst-35165-46", DocumentKind.LETTER),
            "Brief van de Minister van Binnenlandse Zaken en Koninkrijksrelaties",
            (None, None, date(2022, 2, 21)),
            ((), ("minister van Binnenlandse Zaken en Koninkrijksrelaties", "staatssecretaris van Financiën")),
            ("minister van Binnenlandse Zaken en Koninkrijksrelaties Bruins Slot",),
        ),
        (
            *(MINISTRY, None, DocumentKind.QUESTIONS),
            "Beantwoording van Kamervragen van de leden Ab (P) en Van Es (Q R) over dijken",
            (None, date(2023, 10, 10), date(2023, 11, 7)),
            (
                ("minister van Water en Wind", "minister van Zee"),
                ("minister van Water en Wind", "minister van Zee"),
            ),
            ("minister van Water en Wind De Golf-Strand",),
        ),
    ],
    ids=["list", "consultation", "senate", "letter", "ministry"],
)
def test_headers_of_all_kinds(
    text: str,
    identifier: str | None,
    kind: DocumentKind,
    title: str,
    days: tuple[date | None, ...],
    posts: tuple[tuple[str, ...], ...],
    signed: tuple[str, ...],
) -> None:
    found = header(text)
    if identifier:
        assert found.identity.identifier == identifier
    assert (found.kind, found.title) == (kind, title)
    assert (found.adopted, found.submitted, found.answered) == days
    assert (found.addressed_to, found.answered_by) == posts
    assert tuple(f"{one.role} {one.name}" for one in found.signed_by) == signed


def test_reaction_of_a_consultation_says_who_answers() -> None:
    text = CONSULTED.split("II Antwoord")[0] + "Vraag 1\nA?\n\nII Antwoord/Reactie van de Minister\n\nAntwoord 1\nJa.\n"
    assert parse(read(text.encode(), "a.txt")).header.answered_by == ("minister van Financiën",)


def test_committees_and_sessions() -> None:
    assert header(SENATE).committee == "vaste commissie voor Immigratie & Asiel / JBZ-Raad"
    assert header(LISTED).committee == "vaste commissie voor Financiën"
    assert (header(LISTED).session_year, header(LISTED).dossier, header(LISTED).number) == ("2024-2025", "36725", 12)
    assert (header(SENATE).number, header(SENATE).dossier) == (None, "36600")
    assert header("AH 614\nAntwoord van minister X (Y) (ontvangen 20 november 2024)").session_year == "2024-2025"
    cited = "datum 8 juni 2022\nbetreft Antwoorden (Aanhangsel Handelingen, vergaderjaar 2020-2021, nr. 4)\n"
    assert header(cited).session_year is None


def test_letter_names_the_questions_and_is_not_taken_for_them() -> None:
    found = header(MINISTRY.replace("nr. 2023Z16994", "nr. 1") + "\nUw kenmerk\n2023Z16994\n")
    assert found.question_numbers == ("2023Z16994",)
    assert found.identity.basis is IdentifierBasis.HASH


def test_names_with_lost_spaces_and_accents_that_were_set_apart() -> None:
    found = header(
        OPENING + "Vragen van de leden DaniëlleJansen (NSC) en Kostic ´ (PvdD) aan de Minister van Zee over vis "
        "(ingezonden 3 mei 2024)."
    )
    assert found.asked_by == (Asker("Daniëlle Jansen", "NSC"), Asker("Kostić", "PvdD"))


def test_verb_that_is_a_label_elsewhere_is_no_subject() -> None:
    found = header(
        OPENING + "Vragen van het lid Podt (D66) aan de Minister van Zee over de brief (NSWZ) betreft het verzoek tot "
        "heroverweging (ingezonden 3 mei 2024)."
    )
    assert found.title == (
        "Vragen van het lid Podt (D66) aan de Minister van Zee over de brief (NSWZ) betreft het verzoek tot "
        "heroverweging"
    )


def test_paper_without_questions_has_its_title_and_dates_for_a_header() -> None:
    text = "32 545 Regels\n\nNr. 143 MOTIE VAN HET LID VAN DIJK C.S.\n\nVoorgesteld 6 juli 2021\n\nDe Kamer,"
    report = parse(read(text.encode(), "a.txt"))
    assert report.header.title == "Motie van het lid Van Dijk c.s."
    assert report.header.submitted == date(2021, 7, 6)
    assert report.source.quote(report.header_span).endswith("2021")
    assert report.state is None


def test_oral_question_without_its_words_is_open() -> None:
    asked = "Mondelinge vragen van het lid Krul (CDA) aan de Minister van Zee over vis (ingezonden 3 mei 2024)"
    text = f"2024Z18775\n{asked}\n"
    report = parse(read(text.encode(), "a.txt"))
    assert (report.questions, report.state) == ((), State.OPEN)
    assert report.header.asked_by == (Asker("Krul", "CDA"),)
