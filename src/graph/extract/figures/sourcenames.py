"""Names of bodies in the words of who counted, known or not: "volgens Centerdata", "(bron: Vernet)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extract.figures.figure import Name
from graph.model import Kind, Mention, Part, Span, Words

BODY = "source-name"
"""The rule of a name that is known only from the words of who counted."""

_CAPITAL = r"[A-ZÀ-Þ][\w&’'/*-]*"
_LINK = r"(?:voor|van|de|het|der|den|en(?! (?:de|het)\b)|op|in|of|for|the|and|ter|bij|für|und|des|du|&)"
NAME = rf"{_CAPITAL}(?: (?:{_LINK} ){{0,3}}{_CAPITAL}){{0,7}}"
"""A name: words with a capital, and the small words that join them."""

_SHORT = r"(?: \((?P<abbreviation>[A-Z][\w&*-]{1,11})\))?"
_THE = r"(?:de |het |stichting )?"
_COUNTS = (
    r"(?i:cijfers|gegevens|opgaven?|raming(?:en)?|schatting(?:en)?|berekening(?:en)?|prognoses?|registraties?"
    r"|\w*telling(?:en)?|onderzoek|analyses?|enquêtes?|meting(?:en)?|inventarisaties?|jaarcijfers|peiling(?:en)?)"
)
_TELLS = (
    r"(?:meldt|meldde|rapporteert|rapporteerde|schat|schatte|raamt|raamde|registreert|registreerde|constateert"
    r"|constateerde|berekende|berekent|becijfert|becijferde|concludeert|concludeerde|laat weten|liet weten|geeft aan"
    r"|gaf aan|geven aan|telde|voorziet(?! in\b)|verwacht"
    r"|onderzocht|heeft (?:op verzoek van [^.;,]{3,60} )?"
    r"(?:becijferd|berekend|geraamd|geteld|vastgesteld|geconstateerd|gemeld))"
)
_SHOWS = r"(?:blijkt|bleek|volgt|komt naar voren|gaf|gaven|bedroeg(?:en)?|was|waren|is|zijn)"

PLACES: tuple[tuple[str, str], ...] = (
    ("Uit de Monitor X van Y blijkt",
     rf"\b(?i:blijkens|volgens|uit) (?:de |het |een )?[^.;:(,]{{3,90}}? van {_THE}(?P<name>{NAME}){_SHORT}"
     rf"(?=,? (?:(?:[a-zà-ÿ0-9]+ ){{0,2}})?{_SHOWS}\b)"),
    ("zo blijkt uit X van Y",
     rf"\b(?:blijkt|bleek|volgt) uit (?:de |het |een )?[^.;:(,]{{3,90}}? van {_THE}(?P<name>{NAME}){_SHORT}"
     r"(?=[.,;]|$)"),
    ("cijfers van X", rf"\b{_COUNTS} van {_THE}(?P<name>{NAME}){_SHORT}"),
    ("volgens X", rf"\b(?i:volgens|aldus|blijkens) {_THE}(?P<name>{NAME})(?![\w-]){_SHORT}(?! (?:at|\d))"),
    ("X meldt",
     r"(?:(?:^|(?<=[.,;:] ))(?:De |Het )?|\b[Dd]e |\b[Hh]et )(?!De |Het )"
     rf"(?P<name>{NAME}){_SHORT} {_TELLS}\b"),
    ("meldt X", rf"\b(?:meldt|schat|raamt|becijfert|rapporteert|verwacht|beschikt) {_THE}(?P<name>{NAME}){_SHORT}"),
    ("bron: X",
     r"\b[Bb]ron(?:nen)?: ?(?:de |het )?(?P<name>[A-ZÀ-Þ][^\s,;.():]*(?: [^\s,;.():]+){0,6})(?=[,;.)\s]|$)"),
    ("(X, Monitor 2024)",
     r"\((?P<name>[A-ZÀ-Þ][^\s,;.():]*(?: [^\s,;.():]+){0,5}), [A-ZÀ-Þ][^()]*\b(?:19|20)\d\d\)"),
)  # fmt: skip
"""The words of who counted, and how a name stands in them."""

_PLACES = tuple(re.compile(pattern, re.MULTILINE) for _, pattern in PLACES)
_BARE = re.compile(r"(?<![\w-])(?:[a-zà-ÿ][\w-]*|[\d.,]+%?) \((?P<name>[^()]{2,60})\)(?=[.,;]|\s*$)", re.MULTILINE)
"""A known body in brackets behind what it counted: "65 per 1.000 inwoners (CBS)"."""

NO_BODIES = (
    r"(?:De|Het|Een|Dit|Dat|Deze|Die|Er|In|Op|Uit|Wel|Ook|Hij|Zij|Ik|Wij|Naar|Nederland(?:ers?)?|Kamer\w*|Kabinet\w*|Wet\w*"
    r"|Verordening|Richtlijn|Besluit|Regeling|Artikel|Minister\w*|Staatssecretaris|Bijlage|Begroting|Rijksbegroting"
    r"|Tabel|Figuur|Grondwet|Hoge Raad|Europese Unie|EU|Voorjaarsnota|Miljoenennota|Uw|Mijn|Onze"
    r"|Nota|Brief|Eigen|Jaarverslag|Rapport|Antwoord|januari|[A-Z]\w*wet)\b"
)
"""What a name with a capital is that is no body which counts."""
_NO_BODIES = re.compile(NO_BODIES)
_PAPER = re.compile(r"\d|\b[Kk]amerstuk")


def names_of_sources(text: str, known: Sequence[Name]) -> tuple[Name, ...]:
    """Give the names in the words of who counted, each once: known bodies, and bodies that no register knows.

    Args:
        text: the text of the view.
        known: the names that are known in it; a stretch that touches one is left to it.

    >>> [name.mention.label for name in names_of_sources("Volgens Centerdata (CD) waren er 5", ())]
    ['CD']
    """
    return tuple(dict.fromkeys(_names(text, known)))


def _names(text: str, known: Sequence[Name]) -> Iterator[Name]:
    taken = [(name.start, name.end) for name in known if name.mention.kind is not Kind.PLACE]
    places = [(name.start, name.end) for name in known if name.mention.kind is Kind.PLACE]
    for pattern in _PLACES:
        for match in pattern.finditer(text):
            start, end = match.span("name")
            within = any(start <= a and b <= end and b - a < end - start for a, b in places)
            whole = any(a < end and start < b for a, b in places) and not within
            if whole or any(a < end and start < b for a, b in taken):
                yield from _bodies_in(known, start, end)[-1:]
                continue
            taken.append((start, end))
            if (written := match["name"]) and _is_body(written):
                told = match.groupdict().get("abbreviation")
                close = match.end("abbreviation") + 1 if told else end
                yield Name(start, close, _mention(told or written, start, close))
    for match in _BARE.finditer(text):
        yield from (name for name in _bodies_in(known, *match.span("name")) if name.start == match.start("name"))


def _bodies_in(known: Sequence[Name], start: int, end: int) -> list[Name]:
    return [name for name in known if name.start < end and start < name.end and _is_organisation(name)]


def _is_organisation(name: Name) -> bool:
    return name.mention.kind is Kind.ORGANISATION


def _is_body(written: str) -> bool:
    """Whether a name with a capital can be a body that counts: no paper, no law, no people ("de Belgische ...")."""
    people = " " not in written and written.endswith(("se", "sche"))
    return not (people or _NO_BODIES.match(written) or _PAPER.search(written))


def _mention(label: str, start: int, end: int) -> Mention:
    """Make the mention that a name stands for here: it leads to nothing, and is in no list of mentions."""
    return Mention(0, "", Part.ANSWER, Kind.ORGANISATION, Span(start, end), Words(label, 1), label, BODY)
