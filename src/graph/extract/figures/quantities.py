"""Numbers with what they are counted in and how surely they are said: unit and qualifier around a numeral."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.extract.figures.numerals import Numeral, numerals
from graph.extract.figures.words import word_numerals
from graph.model import Qualifier, Rule

RULES = (
    Rule("about", "bij benadering", "approximately", "ca. 78.000 personen"),
    Rule("at-least", "ten minste", "at least", "ruim 80 personen"),
    Rule("at-most", "ten hoogste", "at most", "maximaal € 6,9 miljoen"),
)

QUALIFIERS: tuple[tuple[Qualifier, str], ...] = (
    (
        Qualifier.AT_LEAST,
        r"ruim|meer dan|minimaal|minstens|ten ?minste|tenminste|op zijn minst|boven(?: de| het)?|"
        r"(?:ouder|hoger|groter|langer|zwaarder)(?: is| zijn)? dan|niet minder dan|>",
    ),
    (
        Qualifier.AT_MOST,
        r"maximaal|maximum van|hooguit|hoogstens|ten hoogste|minder dan|niet meer dan|onder(?: de| het)?|"
        r"(?:jonger|lager|kleiner|korter|lichter)(?: is| zijn)? dan|tot maximaal|<",
    ),
    (
        Qualifier.ABOUT,
        r"ca\.?|circa|cirka|ongeveer|(?<=een )kleine|pakweg|krap|plm\.?|"
        r"zo[’'`]n|rond(?: de| het)?|bijna|nagenoeg|grofweg|ruwweg|plusminus|"
        r"naar schatting|om en nabij(?: de| het)?|in de orde van(?: grootte van)?|ongeveer rond",
    ),
)
"""The words before a number that hedge it, as in the papers; a table that a Dutch reader can check."""

_HEDGES = tuple(
    (
        qualifier,
        re.compile(
            rf"(?:(?<![\w.])|(?<=[a-z]{{3}})(?=ongeveer|circa|bijna))(?:{words})"
            r"\s?(?:(?:de|het|een) (?:totaal|bedrag) van )?(?:de )?$",
            re.IGNORECASE,
        ),
    )
    for qualifier, words in QUALIFIERS
)
_UP_TO = re.compile(
    r"(?:herstel|vergoeding|bedrag(?:en)?|boete|subsidie|korting|straf|uitkering|oplopend?|lening|bijdrage)"
    r"(?:en|s)? tot $",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"(?:onderzoek|enquête|peiling|steekproef|vragenlijst|uitvraag|verdeeld|gehouden|liep|uitgezet|afgenomen"
    r"|verspreid|verloot)(?: [^\s.;,]+){0,4} onder(?: de)? ?$",
    re.IGNORECASE,
)
"""Where "onder" is among whom, not less than how many: "een enquête onder 1.800 verpleegkundigen"."""

_OR_MORE = re.compile(r"\s(?:of|en) (?:meer|ouder|hoger|langer)\b")

_CURRENCY_BEFORE = (("EUR", re.compile(r"(?:€|EUR|euro)\s?$")), ("USD", re.compile(r"(?:US ?\$|\$|USD)\s?$")))

UNITS: tuple[tuple[str, str], ...] = (
    ("EUR", r"(?:EUR|euro['’]?s?)(?!\w)|€"),
    ("USD", r"(?:Amerikaanse |US[- ])?dollars?\b|USD\b"),
    ("percentage points", r"(?:procent|%)[- ]?pun-?t(?:en)?\b|procentpun-ten\b"),
    ("percent", r"%|procent\b|pct\b\.?|°/[o0]"),
    ("days", r"(?:werk|kalender)?dag(?:en)?\b"),
    ("weeks", r"we(?:ken|ek)\b"),
    ("months", r"maand(?:en)?\b"),
    ("years", r"ja(?:ar|ren)\b|jarige?\b"),
    ("hours", r"u(?:ur|ren)\b"),
    ("minutes", r"minu(?:ten|ut)\b"),
    ("seconds", r"seconden?\b"),
    ("fte", r"fte(?:['’]?s)?\b|fulltime[- ]?equivalenten\b|voltijds(?:banen|equivalenten)\b"),
    ("°C", r"°\s?C\b|graden(?: Celsius\b)?|graad\b"),
    ("hectare", r"hectaren?\b|ha\b"),
    ("km2", r"(?:km2|km²|vierkante kilometer)(?!\w)"),
    ("m2", r"(?:m2|m²|m\s2|vierkante meter)(?!\w)"),
    ("m3", r"(?:m3|m³|m\s3|kubieke meter|kuub)(?!\w)"),
    ("km", r"(?:km|kilometers?)\b"),
    ("m", r"(?:meters?|m)\b"),
    ("cm", r"(?:cm|centimeter)\b"),
    ("mm", r"(?:mm|millimeter)\b"),
    ("kg", r"(?:kg|kilo(?:gram)?(?:['’]?s)?)\b"),
    ("megaton", r"(?:Mton|megaton)\b"),
    ("kiloton", r"(?:kton|kiloton)\b"),
    ("ton", r"ton\b"),
    ("PJ", r"(?:PJ|[Pp]eta ?[Jj]oules?)\b"),
    ("TWh", r"(?:TWh|terawattuur)\b"),
    ("GWh", r"(?:GWh|gigawattuur)\b"),
    ("MWh", r"(?:MWh|megawattuur)\b"),
    ("kWh", r"(?:kWh|kilowattuur)\b"),
    ("GW", r"(?:GW|gigawatt)\b"),
    ("MW", r"(?:MW|megawatt)\b"),
    (
        "ratio",
        r"(?:keer|maal)\b(?= (?:zo|meer|minder|groter|hoger|lager|kleiner|langer|sneller|duurder|de|het|dat|als)\b)"
        r"|(?=per (?:\d|duizend|honderd|miljoen))",
    ),
    ("count", r"(?:keer|maal)\b|x(?=[a-z ])"),
)
"""What a number is counted in, by the word after it; anything else that is counted has the unit ``count``."""

_SCANNED = re.compile(r"(?<!\w)[CE] ?$")
_LISTED = re.compile(r"(?:, | en | of |, en | dan wel | respectievelijk | naar )")
_COMPARES = re.compile(r" (?:hoger|lager|meer|minder|groter|kleiner|boven|onder)\b")
_IS_RATIO = re.compile(r"\(| op (?!de )| op de \d+,\d", re.IGNORECASE)
"""One in so many that is no share: "1 op 15", "1 (begeleider) op 13", "1 op de 15,7"."""

_WHOLE = 100
_CENTS = re.compile(r"cent$")
_UNITS_AFTER = tuple((unit, re.compile(rf"\s?(?:{words})")) for unit, words in UNITS)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and qualifier; `start` to `end` holds all of them, in the view."""

    numeral: Numeral
    unit: str
    qualifier: Qualifier
    start: int
    end: int


def quantities(text: str) -> tuple[Quantity, ...]:
    """Give every number of a text as a quantity.

    >>> [(str(q.numeral.value), q.unit, q.qualifier.value) for q in quantities("ongeveer € 48,1 miljoen en ca 5 dagen")]
    [('48100000', 'EUR', 'about'), ('5', 'days', 'about')]
    """
    found: list[Quantity] = []
    for numeral in sorted((*numerals(text), *word_numerals(text)), key=lambda numeral: (numeral.start, -numeral.end)):
        if not found or numeral.start >= found[-1].end:
            found.append(_quantity(text, numeral))
    return tuple(_with_shared_units(text, found))


def _misread(text: str, lead: int, numeral: Numeral) -> re.Match[str] | None:
    """Find a euro sign that was scanned as a letter before a large amount: "C 180 miljoen"."""
    return (
        _SCANNED.search(text, max(0, lead - 3), lead)
        if numeral.written.endswith(("miljoen", "miljard", "mln", "mld"))
        else None
    )


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give a bare number in a list the unit that the last number of the list has: "5, 10 of 20 procent"."""
    for i in range(len(found) - 2, -1, -1):
        one, following = found[i], found[i + 1]
        if (
            one.unit == "count"
            and following.unit not in ("count", "EUR", "USD", "ratio")
            and one.end == one.numeral.end
        ):
            shared = _LISTED.fullmatch(text, one.end, following.start) and not _COMPARES.match(text, following.end)
            if shared and not (following.unit == "percent" and one.numeral.value > _WHOLE):
                found[i] = replace(one, unit=following.unit)
    return found


def _quantity(text: str, numeral: Numeral) -> Quantity:
    start, end = numeral.start, numeral.end
    unit = "EUR" if _CENTS.search(numeral.written) else "count"
    if numeral.rule in ("number-share", "number-one-in"):
        unit = "ratio" if _IS_RATIO.search(numeral.written) else "percent"
    lead = numeral.digits if numeral.written.startswith("tussen") else start
    for currency, sign in _CURRENCY_BEFORE:
        if before := sign.search(text, max(0, lead - 8), lead) or (
            unit == "count" and currency == "EUR" and _misread(text, lead, numeral)
        ):
            unit, start = currency, min(start, before.start())
    if unit == "count":
        for name, words in _UNITS_AFTER:
            if after := words.match(text, end):
                unit, end = name, after.end()
                break
    for qualifier, hedge in _HEDGES:
        before = hedge.search(text, max(0, start - 40), start)
        if before and not _AMONG.search(text, max(0, before.start() - 60), before.end()):
            return Quantity(numeral, unit, qualifier, before.start(), end)
    if more := _OR_MORE.match(text, end):
        return Quantity(numeral, unit, Qualifier.AT_LEAST, start, more.end())
    if unit != "count" and (before := _UP_TO.search(text, max(0, start - 40), start)):
        return Quantity(numeral, unit, Qualifier.AT_MOST, before.end() - 4, end)
    return Quantity(numeral, unit, Qualifier.EXACT, start, end)
