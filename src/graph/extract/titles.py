"""Papers and pages that are named by address or by title: URLs, quoted titles, budgets, coalition papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.found import Found
from graph.extract.reports import find_reports
from graph.model import Kind, Rule

RULES = (
    Rule("url", "webadres", "address on the web", "https://www.coa.nl/nl/locatiezoeker"),
    Rule("quoted-title", "titel tussen aanhalingstekens", "title in quotation marks", "«Zicht op Rijksbezit»"),
    Rule("budget-paper", "begrotingsstuk met jaar", "budget paper with its year", "Voorjaarsnota 2025"),
    Rule(
        "coalition-paper",
        "akkoord of programma van het kabinet",
        "agreement or programme of the cabinet",
        "Hoofdlijnenakkoord",
    ),
    Rule("file-name", "bestandsnaam", "name of a file", "AF2059-Ggz-uit-de-knel.pdf"),
)

_PIECE = r"[\w~%#?&=+,;:@!$'()*/.–-]"
URL = re.compile(rf"https?://{_PIECE}+(?:(?<=[_=-]) [a-z\d]{_PIECE}*[/.=_-]{_PIECE}+)?")
"""An address with its scheme; it goes on behind a space only where a line end broke it at a hyphen."""

SITE = re.compile(
    rf"(?<![\w@/.-])(?:www\.(?:[\w-]+\.)+[a-z]{{2,6}}|(?:[\w-]+\.)+(?:nl|eu|com|org|net|be|int)(?![\w@.]))(?:/{_PIECE}*)?"
)
_LIKE_SITE = re.compile(r"www\.|\.(?:nl|eu|com|org|net|be|int)(?!\w)")
_LAW_BEFORE = re.compile(r"\b[Ww]et(?:svoorstel)? $")
_IS_LAW = re.compile(r"(?:Wet|Rijkswet|Besluit|Regeling|Algemene wet)\b")
_PAPER_BEFORE = re.compile(  # "het rapport «Focus»", "de uitzending van ‘Dossier Recht’"
    r"(?:[Rr]apport(?:age)?|[Aa]rtikel|[Bb]ericht|[Uu]itzending(?: van)?|[Aa]flevering|[Dd]ocumentaire(?:serie)?|"
    r"[Pp]odcast|[Oo]nderzoek|[Aa]dvies|[Pp]ublicatie|[Bb]oek|[Bb]rochure|[Rr]eportage|[Cc]olumn|[Ss]tudie|[Ff]ilm|"
    r"[Vv]erslag|[Hh]andreiking|[Nn]otitie) $"
)
_MARKS = (("«", "»", ""), ("“", "”", ""), ("„", "”", ""), ("‘", "’", r"\n"), ('"', '"', r"\n"))
"""Quotation marks, and whether a line of thought ends them: single and straight ones have other uses."""

QUOTED = re.compile("|".join(rf"{a}(?P<t{n}>[^{a}{b}{c}]{{4,200}}){b}" for n, (a, b, c) in enumerate(_MARKS)))
BUDGET = re.compile(
    r"(?<!\w)(?P<paper>[Vv]oorjaarsnota|[Nn]ajaarsnota|[Mm]iljoenennota|[Rr]ijksbegroting|[Oo]ntwerpbegroting|"
    r"[Bb]egroting|[Jj]aarverslag|"
    r"[Ff]inancieel [Jj]aarverslag(?: van het)? Rijk|[Vv]oorjaarsbesluitvorming|[Ss]lotwet|[Aa]ugustusbesluitvorming)"
    r"(?: (?:van het Rijk|Rijk))? (?P<year>(?:19|20)\d\d)(?!\w)"
)
BARE_BUDGET = re.compile(
    r"(?<!\w)(?:[Vv]oorjaarsnota|[Nn]ajaarsnota|[Mm]iljoenennota|[Ff]inancieel [Jj]aarverslag van het Rijk)(?! (?:19|"
    r"20)\d\d)(?!\w)"
)
# "Hoofdlijnenakkoord", "regeerakkoord VVD-PvdA", "Integraal Zorgakkoord", "Gezond en Actief Leven Akkoord"
COALITION = re.compile(
    r"(?<!\w)(?:[Hh]oofdlijnenakkoord|[Rr]egeerprogramma|[Rr]egeerakkoord(?: [A-Z]\w+[/-][A-Z]\w+)?|"
    r"[Cc]oalitieakkoord|[Kk]limaat(?:plan|akkoord)|Nationaal Programma [A-Z]\w+(?: [A-Z]\w+)?|"
    r"(?:(?!(?:De|Het|Een|Dit|Dat|Deze|In|Op|Bij|Met|Van|Voor|Volgens) )[A-Z]\w+(?:- en | en | )){0,4}"
    r"(?!Associatie|Handels|Vredes)(?:[A-Z][a-z]+a|A)kkoord)(?!\w)"
)
DATED = re.compile(r"\((?:19|20)\d\d\)[.,:] (?P<title>[A-Z][^.\n]{7,150}?)(?=\.(?:\s|$)|, p(?:\.|$)|$)")
"""Behind who wrote it, and when: ``Mulier Instituut (2023). Sportaccommodaties in Nederland 2023.``"""

NOTED = re.compile(r"^(?:[Zz]ie (?:ook )?)?(?P<title>[A-Z][^|\n«»]{7,150}?)(?= \| | – [A-Z\d]| – versie)")
"""What begins a note, before the kind of paper or the site: ``Algemeen ambtsbericht Afghanistan juni 2023 | …``."""

REPORTED = re.compile(
    r"^(?:[^,\n]{2,60}, )\d{1,2} \w{3,9} (?:19|20)\d\d, (?P<title>[A-Z][^\n«(]{7,120}(?:«[^»]{3,160}»+)?)(?=\s?\(|$|\n)"
)
"""A note on what a newspaper reported: ``RTV Noord, 9 oktober 2024, GGD-arts slaat alarm``."""

FILE = re.compile(r"(?<![\w/.])(?:[A-Z][\w–-]+ (?:[\w–.()-]+ ){1,16})?[\w–()-]+\.(?:pdf|docx?|xlsx?)(?!\w)")

TITLES = (
    (BUDGET, "budget-paper", False, ("nota", "begroting", "aarverslag", "vorming", "lotwet")),
    (BARE_BUDGET, "budget-paper", False, ("nota", "aarverslag")),
    (COALITION, "coalition-paper", False, ("kkoord", "rogramma", "limaatplan")),
    (FILE, "file-name", True, (".pdf", ".doc", ".xls")),
)
"""Patterns of titles, their rules, whether names in them count by themselves, and letters that the text must have."""


def find_titles(text: str, is_note: bool = False) -> Iterator[Found]:
    """Find papers and pages by address or title.

    Args:
        text: the text of a view.
        is_note: whether it is a note, which often begins with a title.
    """
    yield from _addresses(text)
    yield from find_reports(text)
    if is_note and (noted := NOTED.match(text)):
        yield Found(*noted.span("title"), Kind.DOCUMENT, noted["title"], "report-title", nested=True)
    if is_note and (reported := REPORTED.match(text)):
        title = " ".join(reported["title"].split())
        yield Found(*reported.span("title"), Kind.DOCUMENT, title, "report-title", weight=7)
    for match in DATED.finditer(text) if is_note else ():
        yield Found(*match.span("title"), Kind.DOCUMENT, match["title"], "report-title", nested=True)
    for match in QUOTED.finditer(text):
        title = " ".join(match.group()[1:-1].split())
        if _is_title(title, text[: match.start()][-40:]) and not _LAW_BEFORE.search(text[: match.start()][-16:]):
            yield Found(match.start() + 1, match.end() - 1, Kind.DOCUMENT, title, "quoted-title", weight=6)
    for pattern, rule, nested, letters in TITLES:
        for match in pattern.finditer(text) if any(map(text.__contains__, letters)) else ():
            start, end = match.span("title") if "title" in pattern.groupindex else match.span()
            yield Found(start, end, Kind.DOCUMENT, text[start:end], rule, nested=nested)


def _addresses(text: str) -> Iterator[Found]:
    """Find addresses on the web: with their scheme, or a site by itself when it is written small."""
    for match in URL.finditer(text) if "://" in text else ():
        yield _address(match.start(), match.group())
    for match in SITE.finditer(text) if _LIKE_SITE.search(text) else ():
        site = match.group()
        if "/" in site or site.startswith("www") or (site.count(".") == 1 and site[0].islower()):
            yield _address(match.start(), site)


def _address(start: int, written: str) -> Found:
    """Make a find of an address without the punctuation of its sentence."""
    closed = written.rstrip(".,;:").endswith(")") and "(" in written
    address = written.rstrip(".,;:)'–-") + (")" if closed else "")
    target = address.replace(" ", "") if "://" in address else f"https://{address}"
    return Found(start, start + len(address), Kind.URL, address, "url", address=target, weight=9)


def _is_title(words: str, before: str) -> bool:
    """Whether words in quotation marks are the title of a paper.

    They begin with a capital and are three or more, or stand behind a word for a paper or a programme.
    """
    if not words[0].isupper() or _IS_LAW.match(words):
        return False
    return words.count(" ") >= 2 or _PAPER_BEFORE.search(before) is not None
