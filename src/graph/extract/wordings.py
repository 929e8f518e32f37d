"""The wordings in which an answer says that it cannot give what was asked, as a table: each with the rule it is of."""

from __future__ import annotations

import re

from graph.extract.wording import DERIVED, FIGURES, TELL, Wording, few

WORDINGS = tuple(
    Wording(rule, example, re.compile(pattern, re.IGNORECASE))
    for rule, example, pattern in (
        (
            "not-registered",
            "DTenV registreert niet of vreemdelingen een procedure hebben doorlopen",
            rf"\bregistre(?:ert|ren|erde|erden|er) {few(6)}niet\b",
        ),
        (
            "not-registered",
            "dit wordt door gemeenten niet centraal bijgehouden",
            rf"\b(?:word|wordt|worden|werd|werden|is|zijn|niet) {few(6)}(?:niet|geen) {few(4)}(?:geregistreerd|"
            rf"bijgehouden|gemonitord|vastgelegd)\b",
        ),
        (
            "not-registered",
            "Redenen voor vertrek die niet worden geregistreerd",
            rf"\bniet {few(7)}(?:wordt|worden|werd|werden|is|zijn)? ?(?:geregistreerd|bijgehouden)\b",
        ),
        (
            "not-registered",
            "De IND houdt dit in zijn systemen niet apart bij",
            rf"\bhoud(?:t|en)? {few(8)}niet {few(3)}bij\b",
        ),
        (
            "not-registered",
            "Er wordt geen afzonderlijke oormerking gehanteerd",
            rf"\bgeen {few(3)}(?:registratie|oormerking)\b",
        ),
        (
            "no-figures",
            "Er zijn geen cijfermatige gegevens",
            rf"\b(?:zijn|is|heb|hebben|heeft|beschik|beschikt|beschikken|bestaat|bestaan|waren|had|hadden) "
            rf"{few(9)}geen {few(3)}{FIGURES}\b(?! te)",
        ),
        (
            "no-figures",
            "Ik heb daarover geen cijfers beschikbaar",
            rf"\bgeen {few(2)}{FIGURES} {few(8)}(?:beschikbaar|bekend|voorhanden|aangetroffen|terug te vinden|te "
            rf"geven|bij)\b",
        ),
        (
            "no-figures",
            "Cijfers over de duur zijn niet beschikbaar",
            rf"\b{FIGURES} {few(6)}(?:ontbreekt|ontbreken|(?:is|zijn) {few(3)}niet {few(2)}(?:beschikbaar|"
            rf"voorhanden|bekend|openbaar|aanwezig))\b",
        ),
        (
            "no-figures",
            "Het ontbreekt aan betrouwbare gegevens",
            rf"\bontbre(?:ekt|ken(?! van)) {few(3)}(?:aan )?{few(2)}{FIGURES}\b",
        ),
        (
            "no-figures",
            "Deze aantallen zijn niet inzichtelijk",
            rf"\bniet {few(3)}(?:voorhanden|inzichtelijk)\b|\bbeperkt inzichtelijk\b",
        ),
        (
            "not-derivable",
            "kan niet worden ontleend aan de systemen",
            rf"\b(?:kan|kunnen|kon|konden) {few(8)}niet {few(9)}{DERIVED}\b",
        ),
        (
            "not-derivable",
            "het aantal is niet te herleiden",
            rf"\b(?:niet|geen) {few(8)}te (?:herleiden|achterhalen|ontlenen|destilleren)\b|\bniet {few(3)}vast te "
            rf"stellen\b",
        ),
        (
            "not-derivable",
            "Er kan geen onderscheid worden gemaakt",
            rf"\b(?:kan|kunnen|valt) {few(4)}geen {few(1)}onderscheid (?:worden |te )?(?:ge)?ma(?:akt|ken)\b",
        ),
        (
            "not-derivable",
            "De IND kan systeemtechnisch niet verbijzonderen",
            rf"\bkan {few(3)}niet {few(4)}(?:verbijzonderen|onderscheiden|uitsplitsen)\b",
        ),
        (
            "not-possible",
            "het is niet mogelijk cijfers te genereren",
            rf"\bniet (?:goed |langer |meer |eenduidig |zinvol )?mogelijk (?:om )?{few(14)}{TELL}\b",
        ),
        ("not-possible", "maakt het op dit moment niet goed mogelijk", rf"\bmaakt {few(9)}niet {few(2)}mogelijk\b"),
        (
            "not-possible",
            "Dat is helaas niet mogelijk.",
            r"\bdat is (?:dan ook |helaas |daarom )?niet mogelijk(?= omdat|[.,])",
        ),
        (
            "not-known",
            "Hoeveel kinderen dit zijn, is niet bekend",
            rf"\b(?:is|zijn|was|waren|valt) {few(8)}(?:nog |op dit moment |momenteel )?niet (?:precies |exact |nog "
            rf")?bekend(?! met)\b",
        ),
        (
            "no-figures",
            "beschikt niet over een schatting",
            rf"\bbeschik(?:t|ken)? {few(4)}niet over {few(4)}{FIGURES}\b",
        ),
        (
            "no-figures",
            "Actuelere gegevens zijn er niet",
            rf"\b{FIGURES} (?:zijn|is) er (?:\w+ )?niet\b",
        ),
        (
            "no-figures",
            "Een landelijk beeld van het aantal jongeren ontbreekt",
            rf"\b{FIGURES} {few(12)}ontbre(?:ekt|ken)\b",
        ),
        (
            "not-answerable",
            "Ik kan niet aangeven welk deel",
            rf"\b(?:kan|kunnen) {few(4)}niet (?:\w+ )?(?:aangeven|zeggen|vaststellen|bepalen|beoordelen) "
            r"(?:of|hoeveel|hoe|welke?|wat|in hoeverre|in welke mate)\b",
        ),
        (
            "not-answerable",
            "Een exact bedrag valt niet te geven",
            rf"\bvalt {few(6)}niet {few(3)}te (?:geven|zeggen|bepalen|noemen|ramen)\b",
        ),
        (
            "not-answerable",
            "Over 2025 kan ik nog geen realisatiecijfer geven",
            rf"\b(?:kan|kunnen) {few(6)}geen (?:\w*cijfers?|mededelingen|\w*gegevens) {few(3)}"
            r"(?:geven|doen|verstrekken)\b",
        ),
        (
            "not-beforehand",
            "Het is te vroeg om uitspraken te doen over het effect",
            rf"\bte vroeg (?:om|voor) {few(8)}(?:uitspra(?:ak|ken)|conclusies?|oordeel|effecten?|cijfers)\b",
        ),
        (
            "not-derivable",
            "de respons is te laag om betrouwbare conclusies aan te verbinden",
            rf"\bte (?:laag|klein|beperkt|gering) om {few(3)}(?:betrouwbare |harde )?(?:conclusies|uitspraken)\b",
        ),
        (
            "not-investigated",
            "De schade is niet gekwantificeerd",
            rf"\b(?:is|zijn|wordt|worden) {few(3)}niet (?:gekwantificeerd|becijferd|berekend|doorgerekend)\b",
        ),
        (
            "not-known",
            "Hoe groot dit deel is, is mij niet bekend",
            r"\b(?:hoeveel|hoe groot|welk deel|in hoeverre|hoe vaak)\b[^.]*\b(?:is|zijn) (?:bij )?mij niet bekend\b",
        ),
        (
            "not-known",
            "Het aantal is onbekend",
            rf"\b(?:is|zijn|was) {few(8)}onbekend\b(?! (?:met|gebied|terrein|adres))",
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
            rf"\bniet {few(4)}te (?:zeggen|voorspellen)\b|\bniet {few(4)}(?:aan|in) te (?:geven|schatten)\b",
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
            rf"\b(?:kan|kunnen) {few(6)}(?:nog )?(?:geen|niet) {few(3)}(?:uitspraak|uitspraken|verwachting|"
            rf"inschatting)\b(?! {few(3)}over individuele)",
        ),
        (
            "not-investigated",
            "De redenen hiervoor hebben we niet onderzocht",
            rf"\b(?:heb|hebben|heeft|is|zijn) {few(16)}niet {few(3)}onderzocht\b",
        ),
        (
            "not-investigated",
            "Wij hebben geen onderzoek hiernaar gedaan",
            rf"\b(?:heb|hebben|heeft|is|zijn) {few(9)}geen {few(2)}onderzoek {few(12)}(?:gedaan|verricht|"
            rf"uitgevoerd|ingesteld)\b",
        ),
        (
            "not-investigated",
            "Er is geen inschatting van gemaakt",
            rf"\bgeen {few(2)}(?:inschatting|analyse|berekening|onderzoek) {few(4)}gemaakt\b|\bmaak(?:t|te|ten|en) "
            rf"geen deel uit van {few(2)}onderzoek\b",
        ),
        (
            "not-explained",
            "Het COA heeft dit niet nader toegelicht",
            rf"\bheeft {few(6)}niet {few(3)}(?:toegelicht|aangegeven|gespecificeerd|gerapporteerd)\b",
        ),
        (
            "not-answerable",
            "Een onderbouwde prognose kan niet worden gegeven",
            rf"\b(?:prognose|inschatting|schatting|raming|uitspraak|antwoord|overzicht|verwachting|beeld|inzicht|"
            rf"cijfers|percentage) {few(16)}(?:kan|kunnen|kon) {few(10)}niet {few(2)}(?:geven|gegeven|worden "
            rf"gegeven)\b",
        ),
        (
            "not-answerable",
            "Wij kunnen geen overzicht geven",
            rf"\b(?:kan|kunnen) {few(6)}geen {few(3)}(?:antwoord|overzicht|inschatting|prognose|beeld|inzicht|"
            rf"cijfers|uitsplitsing|verdeling) {few(9)}(?:geven|gegeven|maken|gemaakt|verstrekken)\b",
        ),
        (
            "not-answerable",
            "Op deze vraag is geen antwoord te geven",
            rf"\bgeen (?:[a-zë]+ )?antwoord {few(4)}(?:te geven|geven|worden gegeven)\b|"
            rf"\b(?:heeft|hebben|heb) {few(9)}geen antwoord\b"
            r"(?!.{0,30}\bgegeven)",
        ),
        (
            "not-answerable",
            "Wij verbinden geen bedrag aan deze fouten",
            rf"\b(?:verbind(?:t|en) |noem(?:t|en) )geen {few(1)}bedrag\b|\bniet in {few(1)}bedrag(?:en)?\b",
        ),
    )
)

NEGATED = re.compile(
    r"\b(?:niet|geen|onbekend|ontbre|lastig|moeilijk|beperkt|te (?:vroeg|laag|klein|gering))", re.IGNORECASE
)
"""Words of which every non-answer has one: a sentence without them need not be tried."""

SUPPOSED = re.compile(
    r"^(?:als (?!gevolg|onderdeel|percentage|het (?:\w+ )?(?:gaat om|om)\b)|indien\b|mocht\b|"
    r"wanneer\b(?!.*(?:bekend|te zeggen|aan te geven|duidelijk)\W*$))"
    r"|\b(?:signalen|berichten|oproep)\b"
    r"|(?<!is )(?<!bij )\bmij niet bekend\b|\bniet bekend met\b|\b(?:was|waren) (?:\w+ ){0,2}(?:toen|destijds)\b",
    re.IGNORECASE,
)
"""What is only supposed, and what somebody has not heard of: no figure is missing there."""
