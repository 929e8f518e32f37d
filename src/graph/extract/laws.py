"""Laws, treaties and EU acts by the shape of their names: what no register has is found too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from graph.extract.found import Found
from graph.joints import ABBREVIATIONS
from graph.model import Kind, Rule

RULES = (
    Rule(
        "law-head", "wet, besluit of regeling met naam", "law, decree or regulation by name", "Wet publieke gezondheid"
    ),
    Rule("law-compound", "samenstelling op -wet", "compound ending in -wet", "Mijnbouwwet"),
    Rule("treaty-head", "verdrag met naam", "treaty by name", "Verdrag van Genève"),
    Rule(
        "eu-act-compound",
        "samenstelling op -richtlijn of -verordening",
        "compound ending in -richtlijn or -verordening",
        "btw-richtlijn",
    ),
)

_WORD = r"[a-zà-ÿ’'-]+"
_CAPITAL = r"[A-ZÀ-Ý][\w’'-]*"
_HEAD = (
    r"(?:Rijkswet|Wet|Tijdelijke wet|Algemene [Ww]et|Implementatiewet|Uitvoeringswet|Invoeringswet|"
    r"[Ww]etsvoorstel|Besluit|Regeling|Beleidsregel|"
    r"Subsidieregeling|Stimuleringsregeling|Uitvoeringsregeling|Uitvoeringsbesluit)"
)
_QUOTED = r"(?:«[^»]{3,60}»|‘[^’]{3,60}’|“[^”]{3,60}”)"
LAW = re.compile(
    rf"(?<![\w-]){_HEAD} (?P<name>(?:{_CAPITAL}|{_WORD}|\d{{4}}|{_QUOTED})"
    rf"(?:(?: |, (?=[A-ZÀ-Ý]))(?:{_CAPITAL}|{_WORD}|\d{{4}})){{0,12}})"
)
COMPOUND = re.compile(
    rf"(?<![\w-])(?:[A-ZÀ-Ý][\w-]{{2,}}|Grond|[A-Z]{{2,}}-)wet"
    rf"(?:boek(?: van (?:de |het )?{_CAPITAL}(?: {_CAPITAL})?)?)?"
    r"(?: (?:19|20)\d\d)?(?!\w)"
)
QUOTED_LAW = re.compile(rf"(?<!\w)[Ww]et (?:over )?{_QUOTED}")
TAX_PLAN = re.compile(r"(?<!\w)Belastingplan (?:19|20)\d\d(?!\w)")
DECREE = re.compile(
    rf"(?<!\w)Besluit van de (?:Minister|Staatssecretaris) (?:van|voor) {_CAPITAL}(?:(?:, | en ){_CAPITAL})*(?= van| "
    rf"\d)"
)
TREATY = re.compile(
    rf"(?<![\w-])(?:Verdrag|Overeenkomst|overeenkomst|Akkoord|akkoord|Protocol|Conventie) van {_CAPITAL}|"
    rf"(?<![\w-])[A-ZÀ-Ý][\w-]+(?:verdrag|conventie)(?!\w)"
)
EU_COMPOUND = re.compile(
    r"(?<![\w-])(?:[A-ZÀ-Ý][\w-]+|[A-Z]{2,}-|[a-z]{2,5}-)(?:richtlijn|verordening)(?!\w)|(?<![\w-])Kaderrichtlijn "
    r"[A-Z][\w-]+(?!\w)|(?<![\w-])(?:Visum|Schengengrens)code(?!\w)"
)
NAME_STOPS = re.compile(
    r"(?:[,.;:]| (?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|kan|kunnen|zal|zullen|moet|mag|die|dat|dit|deze|"
    r"waarin|waarmee|waardoor|"
    r"als|om|omdat|zoals|niet|ook|nog|al|biedt|regelt|bepaalt|treedt|stelt|geldt|ingediend|aangenomen|in werking|"
    r"naar|door|tot|per|uit|bij|na|vanaf|"
    r"dan|er|ik|u|we|wij|wel|maar|en de|en het|in|met|aan|is|wie|waar|had|blijft|komt|gaat|geeft|maakt|vormt|"
    r"verplicht|schrijft|verbiedt|daarvan|juncto|kent|vereist|eist|beoogt|voorziet|staat|spreekt|ziet|bevat|voor "
    r"zover|waarvan|onder|over|artikel|zien|zorgt|leidt|helpt))\b.*$"
)
_GENERIC = frozenset(
    {"besluit", "regeling", "beleidsregel", "wetsvoorstel", "uitvoeringsbesluit", "uitvoeringsregeling"}
)
_DOSSIER_BEHIND = re.compile(r"[’'»”]? \((?:[Kk]amerstuk(?:ken)? |TK |EK )?\d\d[ \xa0.]?\d{3}")
NOT_LAW = re.compile(
    r"^(?:van toepassing|is|en|of|die|dat|tot|om|over|van \d|wordt|in|aan|met|ter|te|het|de|dit|op grond|betreffende|"
    r"houdende)\b"
)


SHAPES = (
    ("wet", COMPOUND, Kind.LAW, "law-compound", 0),
    ("et ", QUOTED_LAW, Kind.LAW, "law-head", 1),
    ("Belastingplan", TAX_PLAN, Kind.LAW, "law-compound", 1),
    ("Besluit van de", DECREE, Kind.LAW, "law-head", 1),
    ("erdrag", TREATY, Kind.TREATY, "treaty-head", -1),
    ("kkoord", TREATY, Kind.TREATY, "treaty-head", -1),
    ("vereenkomst", TREATY, Kind.TREATY, "treaty-head", -1),
    ("richtlijn", EU_COMPOUND, Kind.EU_ACT, "eu-act-compound", -1),
    ("code", EU_COMPOUND, Kind.EU_ACT, "eu-act-compound", -1),
    ("verordening", EU_COMPOUND, Kind.EU_ACT, "eu-act-compound", -1),
)
"""Shapes of names: letters that a text must have, the pattern, what it finds, the rule, and its weight."""


def find_laws(text: str) -> Iterator[Found]:
    """Find laws, treaties and EU acts by the shape of their names."""
    for match in LAW.finditer(text):
        yield from _headed(match)
    for gate, pattern, kind, rule, weight in SHAPES:
        for match in pattern.finditer(text) if gate in text else ():
            yield Found(match.start(), match.end(), kind, match.group(), rule, weight=weight)


def _headed(match: Match[str]) -> Iterator[Found]:
    """Give a law whose name follows ``Wet``: as far as it can be its name."""
    name = match["name"].strip("‘’«»“”")
    if NOT_LAW.match(name):
        return
    name = re.sub(r"[ ,]+$", "", NAME_STOPS.sub("", re.sub(r"[’'](?: .*)?$", "", name)))
    head = match.group()[: match.start("name") - match.start()].strip()
    generic = head.lower() in _GENERIC
    if not name or (generic and not _is_named(name) and not _is_cited(match, name)):
        return
    kind = Kind.BILL if head.lower() == "wetsvoorstel" else Kind.LAW
    start = match.start("name") if kind is Kind.BILL and name[0].isupper() else match.start()
    start += match["name"][0] in "‘«“" and start == match.start("name")
    end = match.string.index(name, start) + len(name)
    yield Found(start, end, kind, match.string[start:end], "law-head")


def _is_cited(match: Match[str], name: str) -> bool:
    """Whether a bill with a name in small letters is cited by its dossier: ``wetsvoorstel … (Kamerstuk 36 512)``."""
    end = match.start("name") + match["name"].find(name) + len(name)
    return match.group()[1:].startswith("etsvoorstel") and _DOSSIER_BEHIND.match(match.string, end) is not None


def _is_named(name: str) -> bool:
    """Whether words behind ``Besluit`` or ``Regeling`` are its name: a capital, or an abbreviation in either case."""
    return re.match(r"[A-ZÀ-Ý]|[a-z]+ [A-Z]{2,}", name) is not None or name.split()[0] in ABBREVIATIONS
