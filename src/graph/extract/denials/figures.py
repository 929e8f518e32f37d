"""Denials of counting and having: what is not registered, and figures that nobody has or gathered."""

from __future__ import annotations

from graph.extract.denials.words import (
    ADJECTIVES,
    COUNTED,
    EVENT,
    GATHERED,
    HAVE,
    INFO,
    LAST,
    LAW,
    MUCH,
    NEVER,
    NOT,
    OTHERS,
    PASSIVE,
    Row,
)

ROWS: tuple[Row, ...] = (
    # not counted
    (
        "not-registered",
        "Omdat dit door de scholen niet landelijk wordt bijgehouden",
        (NOT, PASSIVE, COUNTED),
        None,
        LAW,
    ),
    (
        "not-registered",
        "Deze gegevens worden niet op landelijk niveau verzameld",
        (NOT, PASSIVE, GATHERED),
        rf"{INFO}|{MUCH}",
        LAW,
    ),
    (
        "not-registered",
        "Het aantal klachten monitor ik niet",
        (NEVER, r"registre(?:er|ert|ren|erde|erden)|monitor(?:t|en|de|den)?|bijhoud(?:t|en)|bijh(?:ield|ielden)"),
        None,
        rf"{LAW}|wil|willen|zal|zullen",
    ),
    (
        "not-registered",
        "Dat houden de gemeenten niet bij",
        (NOT, r"houd(?:t|en)?|hield(?:en)?", rf"bij{LAST}|bij te houden"),
        None,
        None,
    ),
    (
        "not-registered",
        "De politie legt de aanleiding niet vast",
        (NOT, r"legt|leggen|legde|legden", rf"vast{LAST}"),
        None,
        LAW,
    ),
    (
        "not-registered",
        "Het CBS verzamelt hierover geen gegevens",
        (NOT, INFO, r"verzamel(?:t|en|de|den)|inventarise(?:ert|ren)|vastleg(?:t|gen)|uitvra(?:agt|gen)"),
        None,
        LAW,
    ),
    (
        "not-registered",
        "De registratie maakt geen onderscheid naar leeftijd",
        (r"geen (?:\w+ )?onderscheid|niet (?:\w+ )?onderscheiden", r"ma(?:ak|akt|akte|ken|akten)|gemaakt|word(?:t|en)"),
        rf"{INFO}|\w*syste(?:em|men)|administratie|monitor|jaarverslag|CBS|begroting",
        r"discriminatie|ongeacht|gelijk\w*|richtlijn\w*",
    ),
    (
        "not-registered",
        "Hiervoor bestaat geen aparte code in het systeem",
        (r"geen (?:\w+ ){0,2}(?:code|registratiecode|categorie|oormerk|kenmerk|telling(?:en)?|uitvraag|monitoring)",),
        rf"{INFO}|\w*syste(?:em|men)|administratie|monitor|gemonitord|bestaat|is|wordt",
        r"meer",
    ),
    (
        "not-registered",
        "De nationaliteit is geen onderdeel van de monitor",
        (
            r"geen (?:deel|onderdeel)",
            r"(?:uit )?(?:van )?(?:\w+ ){0,2}(?:monitor|\w*registratie|uitvraag|statistiek|\w*onderzoek|meting)",
        ),
        None,
        None,
    ),
    # no figures
    (
        "no-figures",
        "Daarop heb ik geen goed zicht",
        (rf"(?:geen|onvoldoende|nauwelijks|te weinig|beperkt) {ADJECTIVES}(?:{INFO})", HAVE),
        None,
        rf"{EVENT}|{OTHERS}|had|hadden|onderzoek|(?:de minister|het parlement)(?=.*zicht)",
    ),
    (
        "no-figures",
        "Over de gevraagde gegevens beschikt het ministerie niet",
        (NOT, r"beschik(?:t|ken)?|bezit(?:ten)?", INFO),
        None,
        EVENT,
    ),
    (
        "no-figures",
        "Een uitsplitsing naar leeftijd is nog niet beschikbaar",
        (
            NOT,
            r"(?<!minder )beschikbaar|voorhanden|inzichtelijk|openbaar|bekend|aanwezig",
            r"is|zijn|word(?:t|en)|komen|komt|waren|was",
        ),
        INFO,
        rf"{EVENT}|bekend met|bekend staan|(?:openbare?|persoonlijke) ruimte|openbaar vervoer|personeel|capaciteit|"
        rf"middelen|"
        r"signalen|onderzoek\w*",
    ),
    (
        "no-figures",
        "Hierover is niets bekend",
        (r"niets|weinig|nauwelijks iets", r"bekend"),
        None,
        r"bekend met",
    ),
    (
        "no-figures",
        "Vergelijkbare gegevens over andere landen ontbreken",
        (r"ontbreekt|ontbreken(?! van)", INFO),
        None,
        EVENT,
    ),
    (
        "no-figures",
        "Zo'n overzicht bestaat niet",
        (
            r"\w*(?:overzicht(?:en)?|registraties?|cijfers|statistiek(?:en)?|monitor|uitsplitsing)",
            rf"bestaa(?:t|n) (?:\w+ )?niet{LAST}",
        ),
        None,
        None,
    ),
    (
        "not-answerable",
        "Een nadere uitsplitsing kan ik niet geven",
        (
            r"\w*(?:uitsplitsing|schatting|raming|overzicht|specificatie|beschrijving|opgave|lijst|aanduiding|"
            r"cijfers|aantal|aantallen|percentage|gegevens|prognose|"
            r"onderbouwing|verklaring|bedrag)",
            r"kan|kunnen|kon|konden",
            r"niet (?:\w+ ){0,2}(?:(?:ge)?geven|noemen|maken|(?:ge)?leveren|delen|verstrek(?:ken|t)|genoemd|gedeeld)",
        ),
        None,
        rf"{LAW}|garantie|zonder",
    ),
    (
        "no-figures",
        "Landelijke gegevens over de wachttijd heb ik niet",
        (rf"(?:heb|hebben|heeft) (?:[\w-]+ ){{1,4}}niet{LAST}", INFO),
        None,
        EVENT,
    ),
    (
        "not-investigated",
        "Een schatting van de schade heeft het bureau niet gemaakt",
        (NEVER, r"heb(?:ben)?|heeft|is|zijn|werd(?:en)?", r"gemaakt|opgesteld|uitgevoerd|verricht|gedaan"),
        r"\w*(?:schatting|raming|berekening|analyse|inventarisatie|prognose|uitsplitsing|vergelijking)(?:en)?",
        r"kenbaar|bekend|openbaar|keuze",
    ),
    (
        "no-figures",
        "Voor de jaren daarvoor zijn die er nog niet",
        (r"(?:zijn|is) (?:die|deze|dat) er (?:\w+ )?niet|die er (?:\w+ )?niet",),
        None,
        None,
    ),
)
