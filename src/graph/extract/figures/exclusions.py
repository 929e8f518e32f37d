"""Numbers that measure nothing: years, dates, numbers of papers, articles, pages, questions, times, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.extract.figures.calendar import elements

_NAMED_NUMBER = (
    r"nrs?\.?|nummers?|artikel(?:en)?|art\.?|lid|leden|onderdeel|vra(?:ag|gen)"
    r"|antwoord(?:en)?(?: op)?(?: de)?(?: vra(?:ag|gen))?|bijlagen?|pagina['’]?s?|p{1,2}\.|blz\.?|bladzijden?"
    r"|hoofdstuk(?:ken)?|paragra(?:af|fen)|§|tabel(?:len)?|figu(?:ur|ren)|grafiek|noot|voetnoot|fase|stap|versie"
    r"|categorie|klasse|niveau|groep|route|schijf|box|level|tier|pijler|optie|scenario|variant|kenmerk"
    r"|zaak(?:nummer)?|dossier(?:nummer)?|kamerstuk(?:ken)?(?: I{1,2})?|aanhangsel|stb\.?|stcrt\.?|trb\.?|jaargang"
    r"|postbus|agenda|horizon|richtlijn|verordening|besluit|protocol|resolutie|iso|nen|covid|cop|perron"
)
"""Words whose number tells which one, not how many: "artikel 3", "nr. 3469", "COP 26"."""

PATTERNS: tuple[tuple[str, str], ...] = (
    ("a number of something: nr. 3469, artikel 3, vragen 2, 3 en 4",
     rf"(?<!\w)(?:{_NAMED_NUMBER})[  ]?\d[\d.]*[a-z]?"
     r"(?:(?:, | en | t/m | tot en met | ?[-–] ?| of )(?:\d[\d.]*[a-z]?(?!\w)))*"),
    ("a paper of parliament: 36 800 XX, 2024Z15585/2024D37938",
     r"(?<!\d)\d{2} \d{3}(?:[- ](?:[IVX]+|[A-Z]))?(?=,? nrs?\.?| \(|;)|\d{4}[ZDA]\d+"),
    ("a pair of numbers: 2021/1883, 2023/2024", r"\d+/\d[\d/]*"),
    ("a session year: 2024–2025", r"(?:vergaderjaar|TK|EK) \d{4}[ –-]+\d{2,4}|(?:19|20)\d\d ?[–-] ?(?:19|20)\d\d"),
    ("a time of day: 10.30 uur", r"\d{1,2}[.:]\d{2} ?uur"),
    ("an address on the web", r"(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)[\w-]+\.(?:nl|com|org|eu|net)/\S*"),
    ("a telephone number or postcode", r"\+31[\d -]+|0\d{1,3}[ -–]\d{6,8}|\d{4} ?[A-Z]{2}(?= )"),
    ("the mark of a list item", r"(?m:^)[(]?\d{1,2}[.)](?=\s)"),
    ("a number in a name: mbo-4, C-133/15, G7", r"(?<!\w)[A-Za-z]+[-–]\d[\w/]*"),
    ("a ruling: ECLI:NL:RVS:2024:3946", r"ECLI:[A-Z]{2}:\w+:\d{4}:\w+"),
    ("a distance in time: 30 jaar geleden", r"\d+ (?:jaar|maanden|weken|dagen|uur) (?:geleden|eerder|later|ervoor)\b"),
    ("the unit of a table: x € 1.000", r"[x×*] ?(?:€|EUR|euro) ?1[. ]?000(?:[. ]?000)?"),
    ("a footnote mark glued to a year: 22023", r"(?<![\d.,])[1-9](?:19|20)\d\d(?![\d.,]\d)"),
    ("a number with a leading zero: 021", r"(?<![\d.,])0\d[\d.]*"),
    ("a denominator: per 25.000 inwoners", r"(?<=per )\d[\d.]*(?= \w)"),
    ("a year of a plan: MPP 2025, Nota 2030", r"(?<=[A-Z] )(?:19|20)\d\d(?!\d)"),
)  # fmt: skip
"""What each pattern is for, with its phrase, and the pattern."""

_EXCLUDED = tuple(
    re.compile(pattern, re.IGNORECASE if purpose.startswith("a number of") else 0) for purpose, pattern in PATTERNS
)
_YEAR = re.compile(r"(?<![\w.,€$])(?<!€ )(?:19|20)\d\d(?![\w%]|[.,]\d| ?(?:euro|miljoen|mln|miljard|mld|procent|%))")


def exclusions(text: str, known: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text whose numbers measure nothing.

    Args:
        text: the text of a view.
        known: stretches that are names already: of papers, laws, rulings, addresses.
    """
    yield from known
    for element in elements(text):
        yield element.start, element.end
    for pattern in (*_EXCLUDED, _YEAR):
        for match in pattern.finditer(text):
            yield match.span()
