"""The wordings in which an answer says that it cannot give what was asked, as a table: each with the rule it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Pattern

_FIGURES = (
    r"(?:cijfer(?:s|matige gegevens)|gegevens|data|informatie|statistieken|inzicht|overzicht|registratie|beeld|"
    r"verdeling|uitsplitsing|"
    r"aantallen|inschatting|schatting|prognose|raming|berekening|kwantificering|oormerking)"
)
_TELL = (
    r"(?:te (?:zeggen|geven|noemen|bepalen|berekenen|achterhalen|herleiden|genereren|voorspellen|specificeren|"
    r"verstrekken|"
    r"kwantificeren|becijferen|beantwoorden|onderscheiden|verbijzonderen|duiden|schatten|destilleren|splitsen|"
    r"concluderen)|"
    r"(?:vast te stellen|uit te spreken|uit te splitsen|in te schatten|aan te geven)|"
    r"(?:onderscheid|inschatting|schatting|uitsplitsing|verdeling|berekening|vergelijking|raming) (?:\w+ )?te maken)"
)
_DERIVED = (
    r"(?:ontleend|afgeleid|herleid|achterhaald|vastgesteld|bepaald|berekend|"
    r"gekwantificeerd|uitgesplitst|geschat|ingeschat)"
)
_FEW = r"(?:[\w,()’'-]+ ){0,%d}"


def _few(most: int) -> str:
    """Allow up to so many words between two others."""
    return _FEW % most


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a non-answer: the rule that it belongs to, a phrase that it is for, its pattern in a sentence."""

    rule: str
    example: str
    pattern: Pattern[str]


WORDINGS = tuple(
    Wording(rule, example, re.compile(pattern, re.IGNORECASE))
    for rule, example, pattern in (
        (
            "not-registered",
            "DTenV registreert niet of vreemdelingen een procedure hebben doorlopen",
            rf"\bregistre(?:ert|ren|erde|erden|er) {_few(6)}niet\b",
        ),
        (
            "not-registered",
            "dit wordt door gemeenten niet centraal bijgehouden",
            rf"\b(?:word|wordt|worden|werd|werden|is|zijn|niet) {_few(6)}(?:niet|geen) {_few(4)}(?:geregistreerd|"
            rf"bijgehouden|gemonitord|vastgelegd)\b",
        ),
        (
            "not-registered",
            "Redenen voor vertrek die niet worden geregistreerd",
            rf"\bniet {_few(7)}(?:wordt|worden|werd|werden|is|zijn)? ?(?:geregistreerd|bijgehouden)\b",
        ),
        (
            "not-registered",
            "De IND houdt dit in zijn systemen niet apart bij",
            rf"\bhoud(?:t|en)? {_few(8)}niet {_few(3)}bij\b",
        ),
        (
            "not-registered",
            "Er wordt geen afzonderlijke oormerking gehanteerd",
            rf"\bgeen {_few(3)}(?:registratie|oormerking)\b",
        ),
        (
            "no-figures",
            "Er zijn geen cijfermatige gegevens",
            rf"\b(?:zijn|is|heb|hebben|heeft|beschik|beschikt|beschikken|bestaat|bestaan|waren|had|hadden) "
            rf"{_few(9)}geen {_few(3)}{_FIGURES}\b(?! te)",
        ),
        (
            "no-figures",
            "Ik heb daarover geen cijfers beschikbaar",
            rf"\bgeen {_few(2)}{_FIGURES} {_few(8)}(?:beschikbaar|bekend|voorhanden|aangetroffen|terug te vinden|te "
            rf"geven|bij)\b",
        ),
        (
            "no-figures",
            "Cijfers over de duur zijn niet beschikbaar",
            rf"\b{_FIGURES} {_few(6)}(?:ontbreekt|ontbreken|(?:is|zijn) {_few(3)}niet {_few(2)}(?:beschikbaar|"
            rf"voorhanden|bekend|openbaar|aanwezig))\b",
        ),
        (
            "no-figures",
            "Het ontbreekt aan betrouwbare gegevens",
            rf"\bontbre(?:ekt|ken) {_few(3)}(?:aan )?{_few(2)}{_FIGURES}\b",
        ),
        (
            "no-figures",
            "Deze aantallen zijn niet inzichtelijk",
            rf"\bniet {_few(3)}(?:voorhanden|inzichtelijk)\b|\bbeperkt inzichtelijk\b",
        ),
        (
            "not-derivable",
            "kan niet worden ontleend aan de systemen",
            rf"\b(?:kan|kunnen|kon|konden) {_few(8)}niet {_few(9)}{_DERIVED}\b",
        ),
        (
            "not-derivable",
            "het aantal is niet te herleiden",
            rf"\b(?:niet|geen) {_few(8)}te (?:herleiden|achterhalen|ontlenen|destilleren)\b|\bniet {_few(3)}vast te "
            rf"stellen\b",
        ),
        (
            "not-derivable",
            "Er kan geen onderscheid worden gemaakt",
            r"\bgeen onderscheid (?:worden )?(?:ge)?ma(?:akt|ken)\b",
        ),
        (
            "not-derivable",
            "De IND kan systeemtechnisch niet verbijzonderen",
            rf"\bkan {_few(3)}niet {_few(4)}(?:verbijzonderen|onderscheiden|uitsplitsen)\b",
        ),
        (
            "not-possible",
            "het is niet mogelijk cijfers te genereren",
            rf"\bniet (?:goed |langer |meer |eenduidig |zinvol )?mogelijk (?:om )?{_few(14)}{_TELL}\b",
        ),
        ("not-possible", "maakt het op dit moment niet goed mogelijk", rf"\bmaakt {_few(9)}niet {_few(2)}mogelijk\b"),
        (
            "not-possible",
            "Dat is helaas niet mogelijk.",
            r"\bdat is (?:dan ook |helaas |daarom )?niet mogelijk(?= omdat|[.,])",
        ),
        (
            "not-known",
            "Hoeveel kinderen dit zijn, is niet bekend",
            rf"\b(?:is|zijn|was|waren|valt) {_few(8)}(?:nog |op dit moment |momenteel )?niet (?:precies |exact |nog "
            rf")?bekend(?! met)\b",
        ),
        (
            "not-known",
            "Het aantal is onbekend",
            rf"\b(?:is|zijn|was) {_few(8)}onbekend\b(?! (?:met|gebied|terrein|adres))",
        ),
        (
            "not-known",
            "niet bekend hoeveel zaken dit betreft",
            r"\bniet bekend (?:of|hoeveel|hoe|welke?|wat|in hoeverre|om hoeveel|wanneer|waar)\b",
        ),
        (
            "not-known",
            "Het is onbekend hoeveel kinderen dit zijn",
            r"\bonbekend (?:hoeveel|of|hoe|welke?|wat|in hoeverre|wanneer)\b",
        ),
        (
            "not-beforehand",
            "is niet op voorhand te zeggen",
            rf"\bniet {_few(4)}te (?:zeggen|voorspellen)\b|\bniet {_few(4)}(?:aan|in) te (?:geven|schatten)\b",
        ),
        (
            "not-beforehand",
            "Dit is lastig in te schatten",
            r"\b(?:lastig|moeilijk|niet goed|niet eenvoudig) (?:om )?(?:in te schatten|te (?:zeggen|bepalen|"
            r"voorspellen|kwantificeren|achterhalen|ramen))\b",
        ),
        (
            "not-beforehand",
            "Ik kan nog geen uitspraak doen",
            rf"\b(?:kan|kunnen) {_few(6)}(?:nog )?(?:geen|niet) {_few(3)}(?:uitspraak|uitspraken|verwachting|"
            rf"inschatting)\b(?! {_few(3)}over individuele)",
        ),
        (
            "not-investigated",
            "De redenen hiervoor hebben we niet onderzocht",
            rf"\b(?:heb|hebben|heeft|is|zijn) {_few(16)}niet {_few(3)}onderzocht\b",
        ),
        (
            "not-investigated",
            "Wij hebben geen onderzoek hiernaar gedaan",
            rf"\b(?:heb|hebben|heeft|is|zijn) {_few(9)}geen {_few(2)}onderzoek {_few(12)}(?:gedaan|verricht|"
            rf"uitgevoerd|ingesteld)\b",
        ),
        (
            "not-investigated",
            "Er is geen inschatting van gemaakt",
            rf"\bgeen {_few(2)}(?:inschatting|analyse|berekening|onderzoek) {_few(4)}gemaakt\b|\bmaak(?:t|te|ten|en) "
            rf"geen deel uit van {_few(2)}onderzoek\b",
        ),
        (
            "not-explained",
            "Het COA heeft dit niet nader toegelicht",
            rf"\bheeft {_few(6)}niet {_few(3)}(?:toegelicht|aangegeven|gespecificeerd|gerapporteerd)\b",
        ),
        (
            "not-answerable",
            "Een onderbouwde prognose kan niet worden gegeven",
            rf"\b(?:prognose|inschatting|schatting|raming|uitspraak|antwoord|overzicht|verwachting|beeld|inzicht|"
            rf"cijfers|percentage) {_few(16)}(?:kan|kunnen|kon) {_few(10)}niet {_few(2)}(?:geven|gegeven|worden "
            rf"gegeven)\b",
        ),
        (
            "not-answerable",
            "Wij kunnen geen overzicht geven",
            rf"\b(?:kan|kunnen) {_few(6)}geen {_few(3)}(?:antwoord|overzicht|inschatting|prognose|beeld|inzicht|"
            rf"cijfers|uitsplitsing|verdeling) {_few(9)}(?:geven|gegeven|maken|gemaakt|verstrekken)\b",
        ),
        (
            "not-answerable",
            "Op deze vraag is geen antwoord te geven",
            rf"\bgeen antwoord {_few(4)}(?:te geven|geven|gegeven)\b|\b(?:heeft|hebben|heb) {_few(9)}geen antwoord\b",
        ),
        (
            "not-answerable",
            "Wij verbinden geen bedrag aan deze fouten",
            rf"\b(?:verbind(?:t|en) |noem(?:t|en) )geen {_few(1)}bedrag\b|\bniet in {_few(1)}bedrag(?:en)?\b",
        ),
    )
)

NEGATED = re.compile(r"\b(?:niet|geen|onbekend|ontbre|lastig|moeilijk|beperkt)", re.IGNORECASE)
"""Words of which every non-answer has one: a sentence without them need not be tried."""

SUPPOSED = re.compile(
    r"^(?:als|indien|wanneer|mocht)\b|\b(?:signalen|berichten|oproep)\b|\bmij niet bekend\b|\bniet bekend met\b",
    re.IGNORECASE,
)
"""What is only supposed, and what somebody has not heard of: no figure is missing there."""
