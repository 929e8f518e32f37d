"""Papers and pages that are named by address or by title: URLs, reports, budgets, coalition papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.found import Found
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
    Rule("report-title", "rapport met titel", "report by its title", "rapport Zicht op Rijksbezit"),
)

_PIECE = r"[\w~%#?&=+,;:@!$'()*/.–-]"
URL = re.compile(
    rf"(?:https?|htto)://{_PIECE}+(?:(?<=[/_=-]) {_PIECE}*[/.=_-]{_PIECE}+)?|"
    rf"(?<![\w@/.-])(?:www\.)(?:[\w-]+\.)+[a-z]{{2,6}}(?:/{_PIECE}*)?"
    rf"|(?<![\w@/.-])(?:[\w-]+\.)+(?:nl|eu|com|org|net|be|int)(?:/{_PIECE}*)?(?![\w@])"
)
_IS_LAW = re.compile(r"(?:Wet|Rijkswet|Besluit|Regeling|Algemene wet)\b")
_MARKS = (("«", "»"), ("“", "”"), ("„", "”"), ("‘", "’"), ('"', '"'))
QUOTED = re.compile("|".join(rf"{a}(?P<t{n}>[^{a}{b}\n]{{4,200}}){b}" for n, (a, b) in enumerate(_MARKS)))
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
COALITION = re.compile(
    r"(?<![\w-])(?:[Hh]oofdlijnenakkoord|[Rr]egeerprogramma|[Rr]egeerakkoord(?: [A-Z]\w+[/-][A-Z]\w+)?|"
    r"[Cc]oalitieakkoord|[Kk]limaatplan|[Kk]limaatakkoord|Lenteakkoord|"
    r"Integraal Zorgakkoord|IZA|Gezond en Actief Leven Akkoord|GALA|Nationaal Programma [A-Z]\w+(?: [A-Z]\w+)?|"
    r"[A-Z][a-z]+akkoord)(?!\w)"
)
REPORT = re.compile(
    r"(?<!\w)(?:[Rr]apport|[Oo]nderzoek|[Pp]ublicatie|[Bb]rochure|[Hh]andreiking|[Ff]actsheet|[Aa]mbtsbericht|"
    r"[Aa]ctieplan|[Nn]otitie|[Vv]isie) "
    r"(?P<title>[A-Z]\w+(?:(?: (?:van|de|het|en|in|op|voor|over|naar|uit|bij|een|met|door)){1,2} \w+| [A-Z]\w+){1,10})"
)
ACCOUNT = re.compile(
    r"(?<!\w)(?P<title>Resultaten verantwoordingsonderzoek(?: (?:19|20)\d\d)?(?: (?:bij het )?[Mm]inisterie van "
    r"[A-Z]\w+(?:(?:, | en | en nationale |,? )[A-Z]\w+| en nationale schuld){0,5})?|"
    r"Staat van (?:de rijksverantwoording(?: (?:19|20)\d\d)?|[A-Z]\w+)|Algemeen [Aa]mbtsbericht [A-Z]\w+(?: \w+ "
    r"(?:19|20)\d\d)?)"
)


def find_titles(text: str) -> Iterator[Found]:
    """Find papers and pages by address or title."""
    for match in URL.finditer(text):
        address = match.group().rstrip(".,;:)'–-") + (
            ")" if "(" in match.group() and match.group().rstrip(".,;:").endswith(")") else ""
        )
        if "/" in address or address.startswith("www") or (address.count(".") == 1 and address[0].islower()):
            target = address if address.startswith("http") else f"https://{address}"
            yield Found(
                match.start(),
                match.start() + len(address),
                Kind.URL,
                address,
                "url",
                address=target.replace(" ", ""),
                weight=9,
            )
    for match in QUOTED.finditer(text):
        title = match.group()[1:-1].strip()
        if _is_title(title):
            yield Found(match.start() + 1, match.end() - 1, Kind.DOCUMENT, title, "quoted-title", weight=6)
    for match in BUDGET.finditer(text):
        yield Found(match.start(), match.end(), Kind.DOCUMENT, match.group(), "budget-paper")
    for match in BARE_BUDGET.finditer(text):
        yield Found(match.start(), match.end(), Kind.DOCUMENT, match.group(), "budget-paper")
    for match in COALITION.finditer(text):
        yield Found(match.start(), match.end(), Kind.DOCUMENT, match.group(), "coalition-paper")
    for match in ACCOUNT.finditer(text):
        yield Found(match.start(), match.end(), Kind.DOCUMENT, match["title"], "report-title", nested=True)
    for match in REPORT.finditer(text):
        yield Found(match.start("title"), match.end(), Kind.DOCUMENT, match["title"], "report-title", nested=True)


def _is_title(words: str) -> bool:
    """Whether words in quotation marks are a title, of a paper: they begin with a capital and are three or more."""
    return words[0].isupper() and words.count(" ") >= 2 and not _IS_LAW.match(words)
