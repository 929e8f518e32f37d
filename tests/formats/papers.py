"""Invented papers as their writers see them: headings, paragraphs, lists, tables and notes, in no file format yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CALL = re.compile(r"\[\^(\d+)\]")
"""How a note is called in the texts below: ``gedaan.[^1]``."""


@dataclass(frozen=True)
class Heading:
    """A heading in bold type."""

    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list, numbered from a first number or with bullets."""

    texts: tuple[str, ...]
    first: int | None = None


@dataclass(frozen=True)
class Grid:
    """A table; its first row names the columns."""

    rows: tuple[tuple[str, ...], ...]


Part = Heading | Text | Items | Grid


@dataclass(frozen=True, eq=False)
class Paper:
    """A paper: which document it is, its parts, its notes by their mark, and the footer of each page."""

    identifier: str
    parts: tuple[Part, ...]
    notes: dict[str, str]
    footer: str = ""


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Give the runs of a text, each with the mark of the note that is called behind it, empty at the end."""
    at = 0
    for call in CALL.finditer(text):
        yield text[at : call.start()], call[1]
        at = call.end()
    yield text[at:], ""


REPORT = Paper(
    "kst-36999-XX-7",
    (
        Text("36 999 XX Vaststelling van de begrotingsstaat van het Ministerie van Water en Wind voor het jaar 2025"),
        Text("Nr. 7 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN"),
        Text("Vastgesteld 14 november 2025"),
        Text(
            "De vaste commissie voor Infrastructuur en Waterstaat heeft een aantal vragen voorgelegd aan de minister "
            "van Infrastructuur en Waterstaat. De vragen zijn op 2 oktober 2025 voorgelegd aan de minister van "
            "Infrastructuur en Waterstaat. Bij brief van 12 november 2025 zijn ze door de minister van Infrastructuur "
            "en Waterstaat beantwoord."
        ),
        Heading("Vraag (1):"),
        Text("Hoeveel asielaanvragen zijn er in 2023 en 2024 ingediend?"),
        Heading("Antwoord:"),
        Text(
            "In 2024 zijn 32.175 asielaanvragen ingediend.[^1] De IND heeft in datzelfde jaar 1.230 aanvragen "
            "ingewilligd. De kosten van de opvang bedroegen € 431,6 miljoen en zijn voor ongeveer 12,5% door het "
            "COA gedragen, zoals ook is gemeld in de brief aan uw Kamer."
        ),
        Heading("Vraag (2):"),
        Text("Hoeveel opvangplekken waren er op 1 januari 2025?"),
        Heading("Vraag (3):"),
        Text("Hoe zijn deze verdeeld over de soorten opvang?"),
        Heading("Antwoord op vraag 2 en 3:"),
        Text("Op 1 januari 2025 waren er 69.630 opvangplekken. Deze zijn als volgt verdeeld."),
        Grid((("Soort opvang", "Plekken"), ("Reguliere opvang", "35.140"), ("Noodopvang", "29.790"))),
        Text("Het COA verwacht dat in 2026 ruim 72.000 opvangplekken nodig zijn.[^2]"),
        Text("Hieronder staat het aantal kinderen per soort opvang."),
        Grid(
            (
                ("Soort opvang", "2023", "2024 t/m sept."),
                ("Reguliere opvang", "3.120", "3.510"),
                ("Noodopvang", "2.640", "-"),
                ("Totaal", "5.760", "6.490"),
            )
        ),
        Text("Bron: COA, afgerond op tientallen."),
        Text("Uitgaven aan opvang in 2024 (bedragen x € 1.000)"),
        Grid(
            (
                ("Provincie", "Aantal locaties", "Kosten", "Percentage"),
                ("Groningen", "21", "64.250,5", "12,5%"),
                ("Drenthe", "18", "51.000", "10,0%"),
            )
        ),
        Heading("Vraag (4):"),
        Text("Blijft dat in 2027 zo?"),
        Heading("Antwoord:"),
        Text("Zie het antwoord op vraag 2. Voor het overige is van belang:"),
        Items(("de instroom in 2024 bedroeg 32.175 personen;", "de uitstroom bedroeg 4.100 personen.")),
        Text("Het is op dit moment niet bekend hoeveel plekken er in 2027 nodig zijn."),
    ),
    {
        "1": "Kamerstukken II 2024/25, 19 637, nr. 3308.",
        "2": "Het COA telde in 2025 ook 2.270 plekken voor alleenstaande minderjarige vreemdelingen.",
    },
    "Tweede Kamer, vergaderjaar 2025–2026, 36 999 XX, nr. 7",
)

APPENDIX = Paper(
    "ah-tk-20242025-9593",
    (
        Text("Tweede Kamer der Staten-Generaal"),
        Text("Vergaderjaar 2024–2025"),
        Text("Aanhangsel van de Handelingen"),
        Text("Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden"),
        Text("9593"),
        Text(
            "Vragen van de leden Jansen (VVD) en De Vries (D66) aan de Minister van Asiel en Migratie over het "
            "bericht «Wachttijd bij de IND loopt op» (ingezonden 10 oktober 2024)."
        ),
        Text("Antwoord van Minister Faber-van de Klashorst (Asiel en Migratie) (ontvangen 18 november 2024)."),
        Heading("Vraag 1"),
        Text("Kent u het bericht «Wachttijd bij de IND loopt op»?[^1]"),
        Heading("Antwoord 1"),
        Text("Ja."),
        Heading("Vraag 2"),
        Text("Klopt het dat 5.300 mensen langer dan een jaar wachten? Kunt u dat toelichten?"),
        Heading("Antwoord 2"),
        Text(
            "Op 1 oktober 2024 wachtten 5.310 mensen langer dan een jaar op een beslissing van de IND. In 2023 ging "
            "het om 4.870 mensen. De gemiddelde doorlooptijd was 102 dagen."
        ),
        Text("Daarnaast wachten ca. 1.200 mensen op een gehoor; zij verblijven bij het COA in Ter Apel."),
        Heading("Vraag 3"),
        Text("Deelt u de mening dat dit te lang is?"),
        Heading("Antwoord 3"),
        Text("Zie het antwoord op vraag 2. Het streven is een doorlooptijd van maximaal 90 dagen.[^2]"),
    ),
    {
        "1": "NRC, 8 oktober 2024, «Wachttijd bij de IND loopt op».",
        "2": "Artikel 42, eerste lid, Vreemdelingenwet 2000.",
    },
    "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel",
)

LIST = Paper(
    "kst-36998-XVI-12",
    (
        Text("36 998 XVI Vaststelling van de begrotingsstaten van het Ministerie van VWS"),
        Text("Nr. 12 LIJST VAN VRAGEN EN ANTWOORDEN"),
        Text("Vastgesteld 6 juni 2025"),
        Items(("Hoeveel huisartsen waren er op 1 januari 2025?",), 1),
        Text("Op 1 januari 2025 waren er volgens het CBS 13.492 huisartsen."),
        Items(("Hoeveel verpleeghuizen hebben in 2024 verlies gemaakt?",), 2),
        Text("In 2024 hebben 148 verpleeghuizen verlies gemaakt, 12 meer dan in 2023."),
        Items(("Wat kost de huisartsenzorg per jaar?",), 3),
        Text("De uitgaven aan huisartsenzorg waren in 2024 € 4,1 miljard. Voor 2025 is € 4,3 miljard begroot."),
    ),
    {},
    "Tweede Kamer, vergaderjaar 2024–2025, 36 998 XVI, nr. 12",
)

PAPERS = (REPORT, APPENDIX, LIST)
