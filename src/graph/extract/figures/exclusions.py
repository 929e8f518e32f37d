"""Numbers that measure nothing: years, dates, numbers of papers, articles, pages, questions, times, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.extract.figures.calendar import elements
from graph.extract.figures.words import WORD

_NAMED_NUMBER = (
    r"nrs?\.?|\w*nummers?|meldpunt|artikel(?:en)?|art\.?|lid|leden|onderdeel|vra(?:ag|gen)"
    r"|antwoord(?:en)?(?: op)?(?: de)?(?: vra(?:ag|gen))?|bijlagen?|pagina['’]?s?|p{1,2}\.|blz\.?|bladzijden?"
    r"|hoofdstuk(?:ken)?|paragra(?:af|fen)|§|tabel(?:len)?|figu(?:ur|ren)|grafiek|noot|voetnoot|fase|stap|versie"
    r"|categorie|klasse|niveau|groep|route|lijn|actielijn|spoor|deel|thema|maatregel|aanbeveling|ronde|schijf|box|level|tier|pijler|optie|scenario|variant|kenmerk"
    r"|zaak(?:nummer)?|dossier(?:nummer)?|kamerstuk(?:ken)?(?: I{1,2})?|aanhangsel|stb\.?|stcrt\.?|trb\.?|jaargang"
    r"|postbus|agenda|horizon|richtlijn|verordening|besluit|protocol|resolutie|iso|nen|covid|cop|perron"
)
"""Words whose number tells which one, not how many: "artikel 3", "nr. 3469", "COP 26"."""

_N = rf"(?:\d[\d.,]*|{WORD})(?: (?:tot|à|of|en) (?:\d[\d.,]*|{WORD}))?"
_TIME = (
    r"(?:werk|kalender)?(?:jaar|jaren|maand(?:en)?|kwartalen|we(?:ek|ken)|dag(?:en)?|u(?:ur|ren)|decennia|minuten)\b"
)
_ITEMS = (
    r"(?:aspecten|redenen|punten|fase[ns]|delen|categorieën|opties|varianten|scenario[’']s|sporen|pijlers|onderdelen"
    r"|manieren|wijzen|voorbeelden|stappen|doel(?:en|stellingen)|thema[’']s|criteria|soorten|typen|types|lijnen"
    r"|niveaus|elementen|voorwaarden|ontwikkelingen|uitgangspunten|hoofdlijnen|vormen|oplossingen|conclusies)"
)
_NOTE_OPENS = (
    r"(?:De|Het|Een|Dit|Deze|Die|Dat|Zie|Zoals|Op|In|Voor|Van|Bij|Volgens|Met|Inclusief|Exclusief|Idem|Vgl|Bron"
    r"|Artikel|Art|Kamerstuk(?:ken)?|Verordening|Richtlijn|Besluit|Wet|Aanhangsel|Handelingen|Brief|Rapport|Stand"
    r"|Jaarverslag|Stb|Stcrt|Trb|PbEU|ECLI)"
)
"""What notes at the foot of an answer open with: a small word with a capital, or the kind of a paper."""

_LOST_SPACE_BEFORE = r"(?:vra(?:ag|gen)|artikel(?:en)?|paragra(?:af|fen)|hoofdstuk|bijlagen?|pagina)"

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
    ("the mark of a note that opens its line: 3 Kamerstuk 12 345, 1 Dit is exclusief btw",
     rf"(?:(?m:^)|(?<=[.»)] ))\d{{1,2}} ?(?={_NOTE_OPENS}(?!\w))"),
    ("a name with a percentage: de 30%-regeling", r"(?<![\w.,])\d+(?:,\d+)?%-(?!pun)[a-z]\w+"),
    ("a version behind an abbreviation: ABC 1.2", r"(?<=[A-Z]{2} )\d\.\d(?![\d.,]\d|\d)"),
    ("a number in a name: mbo-4, C-133/15, G7", r"(?<![\w°])[A-Za-z]+[-–]\d[\w/]*"),
    ("a ruling: ECLI:NL:RVS:2024:3946", r"ECLI:[A-Z]{2}:\w+:\d{4}:\w+"),
    ("a number of something, its space lost: vanvraag 2",
     rf"(?<!\w)(?:van|de|het|bij|uit|op){_LOST_SPACE_BEFORE} \d+(?: en \d+)?"),
    ("a section of a code: 7:658 BW", r"\d+:\d+\w*"),
    ("a numbered paper: resolutie 2735, Besluit 1514, sanctiepakket 11", r"(?i:\w*-?resoluties?|\w+pakket) \d[\d/]*"),
    ("the rest of a list of articles: artikelen 2, tweede lid, 17 en 26",
     r"(?:eerste|tweede|derde|vierde|vijfde|zesde) ?lid(?:, (?:onder|sub) \w)?,? (?:en )?\d+(?: en \d+)?"),
    ("a dossier and its letter: 36 021, B; 23 432-537", r"(?<![\d.,])\d{2} \d{3}(?:, [A-Z](?!\w)|-\d+)"),
    ("an ordinal: 11e, 2de, 1ste", r"(?<![\w.,])\d+(?:e|de|ste)\b|(?<![\w.,])\d+(?=\[e)"),
    ("the mark of an item in a sentence: 2)", r"(?<![\w(])\d\)(?= )"),
    ("a distance in time: 30 jaar geleden, over vijf jaar",
     rf"(?i:(?<![\w-])(?:{_N} {_TIME} (?:geleden|eerder|later|ervoor|daarvoor|daarna|nadat|voordat|voorafgaand|na\b"
     rf"|vóór\b)|(?:over|na) (?:\d+, )*{_N} {_TIME}(?! (?:gemiddeld|waarvan))))"),
    ("a stretch of time that a figure is about: de afgelopen vijf jaar",
     rf"(?i:(?<!\w)(?:afgelopen|laatste|komende|volgende|eerstvolgende|voorgaande|vorige|eerste) {_N} {_TIME})"),
    ("a stretch of time up to now: sinds twee jaar, al 30 jaar",
     rf"(?i:(?<!\w)(?:sinds|al|reeds|al ruim|al meer dan) {_N} {_TIME})"),
    ("how often: om de 2 jaar, elke vier jaar, 24 uur per dag",
     rf"(?i:(?<!\w)(?:om de|elke|iedere|eens in de|eens per) {_N} {_TIME}|24/7"
     r"|(?<![\w.,])(?:24|zeven|7) (?:uur|dagen) per (?:dag|week))"),
    ("a term in a rule: binnen acht weken, uiterlijk 9 maanden na",
     rf"(?i:(?<!\w)(?:binnen|uiterlijk|termijn van)(?: (?:een termijn van|uiterlijk|maximaal|de))* {_N} {_TIME})"),
    ("an age: 18 jaar of ouder, kinderen tot 18 jaar, ouder dan 15 jaar, 12-jarigen",
     r"\d+(?: (?:tot|t/m|tot en met|en|-) \d+)? jaar(?: of | en )(?:ouder|jonger)"
     r"|(?:jonger|ouder)(?: is| zijn)? dan (?:de )?\d+ jaar|leeftijd van(?: de)? \d+"
     r"|(?:leeftijd|ouderen|jongeren|kinderen|personen|meisjes|jongens|vrouwen|mannen|tussen)"
     r" (?:van |tot |vanaf |boven |onder |tussen )?(?:de )?\d+(?: (?:en|tot|t/m|tot en met|-) \d+)? jaar\b"
     r"|\d+(?:[-–]\d+)?-jarigen?|(?:vanaf|onder|boven)(?: de)? \d+ jaar\b|\d+ jaar oud\b"
     r"|\d+-?(?:plussers?|minners?|\+)(?!\w)"),
    ("the number of items that a list gives: om twee redenen",
     rf"(?i:(?<![\w-])(?:[2-9]|1[0-2]|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)(?: \w+)? {_ITEMS}(?!\w))"),
    ("a list that follows: vier aanbevelingen aan de Commissie:",
     r"(?<![\w.,-])(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien) (?:\w+ ){0,5}\w+:(?!\w)"),
    ("numbers in words that point back: deze twee begrippen, de overige acht",
     r"(?i:(?<!\w)(?:deze|die|beide|overige|andere|alle)"
     r" (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?!\w))"),
    ("a name with a number in words: fase twee, optie drie",
     r"(?i:(?<!\w)(?:fase|stap|optie|scenario|variant|vraag|spoor|pijler|categorie|niveau|groep)"
     r" (?:één|een|twee|drie|vier|vijf)(?!\w))"),
    ("a row of bare numbers in brackets: (-5, -1, 0, 1, 5)", r"\((?:-?\d+, ){2,}-?\d+\)"),
    ("one of several: een van de vier, één van beide", rf"(?i:(?<!\w)(?:een|één|1) van (?:de|deze|die) {_N}(?!\w))"),
    ("the unit of a table: x € 1.000, x € 1 miljoen",
     r"[x×*] ?(?:€|EUR|euro) ?1[. ]?000(?:[. ]?000)?|[x×*] ?(?:€ ?|EUR |euro )?1 (?:mil(?:joen|jard)|mln|mld)(?!\w)"),
    ("a footnote mark glued to a year: 22023", r"(?<![\d.,])[1-9](?:19|20)\d\d(?![\d.,]\d)"),
    ("a number with a leading zero: 021", r"(?<![\d.,])0\d[\d.]*"),
    ("a denominator: per 25.000 inwoners", r"(?<=[Pp]er )\d[\d.]*(?= \w)"),
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
