"""Denials of telling: what cannot be derived, said, made public or known, now or without much work."""

from __future__ import annotations

from graph.extract.denials.words import (
    ADJECTIVES,
    ASKED,
    CAN,
    DONE,
    EVENT,
    HARD,
    INFO,
    LAST,
    LAW,
    MADE_OUT,
    MUCH,
    NEVER,
    NOT,
    OTHERS,
    TAKEN_APART,
    Row,
)

ROWS: tuple[Row, ...] = (
    # not to be told apart, derived or made out
    (
        "not-derivable",
        "Het aandeel laat zich niet uit de cijfers afleiden",
        (HARD, CAN, TAKEN_APART),
        None,
        r"tot (?:individuele |natuurlijke )?(?:person|bedrijven)\w*|van elkaar|"
        r"(?:op te maken|opgemaakt|af te leiden|afgeleid) dat",
    ),
    (
        "not-answerable",
        "Hierover kan de politie geen betrouwbare gegevens aanleveren",
        (
            rf"geen {ADJECTIVES}(?:{INFO})",
            r"kan|kunnen|kon|konden",
            r"(?:aan)?leveren|(?:ge)?geven|verstrekken|maken|bieden|delen|noemen|tonen|presenteren",
        ),
        None,
        rf"{EVENT}|{LAW}|aanspraak",
    ),
    (
        "not-answerable",
        "De daling van het aantal bezoekers kunnen wij niet verklaren",
        (r"niet|noch|moeilijk|lastig", r"kan|kunnen|kon|konden|te|valt", r"verklaren|verklaard"),
        r"groei|\w*stijging|\w*daling|\w*toename|\w*afname|\w*verschil(?:len)?|oorzaken?|ontwikkeling(?:en)?",
        r"(?:ongeldig|verbindend|gegrond|toepassing) verklar\w+",
    ),
    (
        "no-figures",
        "Deze informatie hebben wij in de administratie niet aangetroffen",
        (NEVER, r"heb(?:ben)?|heeft|is|zijn", r"(?:aan|terug)getroffen|(?:terug)?gevonden"),
        r"\w*gegevens|\w*cijfers?|\w*data|(?!des)\w*informatie|\w*statistiek(?:en)?",
        EVENT,
    ),
    (
        "not-investigated",
        "De besteding daarvan hebben wij niet nader geanalyseerd",
        (NEVER, r"heb(?:ben)?|heeft|is|zijn", r"geanalyseerd|geëvalueerd|uitgezocht|geïnventariseerd|gemeten"),
        None,
        LAW,
    ),
    (
        "not-investigated",
        "De opcenten vallen buiten het kader van ons onderzoek",
        (
            r"va(?:lt|llen)|viel(?:en)?",
            r"buiten (?:het kader|de reikwijdte|de scope|het bereik) van (?:\w+ ){1,2}\w*onderzoek",
        ),
        None,
        None,
    ),
    (
        "not-possible",
        "Een uitsplitsing per gemeente is niet mogelijk",
        (
            r"niet|onmogelijk|ondoenlijk|lastig|moeilijk",
            r"(?:on)?mogelijk|ondoenlijk|haalbaar|lastig|moeilijk|te (?:maken|geven|leveren|genereren)|"
            r"(?:op|samen) te stellen",
        ),
        r"\w*uitsplitsing\w*|\w*overzicht|\w*vergelijking|\w*(?:in)?schatting|\w*raming|\w*prognose|\w*berekening|"
        r"\w*cijfers|"
        r"percentages?|exacte? \w+|precieze? \w+|kwantificer\w+|beantwoording",
        r"zonder",
    ),
    (
        "not-answerable",
        "Welk deel daarvan subsidie kreeg, kan het fonds niet zeggen",
        (HARD, r"kan|kunnen|kon|konden|valt|vallen|lukt|mogelijk|onmogelijk|te|laat|laten", MADE_OUT),
        MUCH,
        rf"{LAW}|besluit\w*|afspraken|keuze\w*|maatregel\w*|vergunning\w*|rechter|van mening|garantie\w*|garanderen|"
        rf"uitsluiten|te maken (?:hebben|heeft)",
    ),
    (
        "not-answerable",
        "Over het aantal kan ik geen uitspraken doen",
        (
            r"geen|niet|weinig",
            r"kan|kunnen|te|valt|mogelijk",
            r"(?:uitspra\w+|mededeling(?:en)?|antwoord|indicatie|oordeel)",
        ),
        rf"{INFO}|{MUCH}|beantwoorden",
        r"individuele|gerechtelijk\w*|rechter\w*",
    ),
    # not known
    (
        "not-known",
        "Onduidelijk is hoeveel bedrijven hieraan meedoen",
        (
            r"(?:niet|onvoldoende|allerminst) (?:[\w-]+ ){0,3}(?:bekend|duidelijk|helder|zeker)|onbekend|"
            r"onduidelijk|ongewis",
        ),
        rf"{MUCH}|of|wanneer|wat",
        rf"{OTHERS}|waarvan (?:\w+ ){{0,4}}(?:on|niet )bekend|(?:on)?(?:duidelijk|zeker)heid|"
        r"mij (?:niet |on)bekend|onbekende?n?\b (?:met|daders?|personen|bestemming|adres)|bekend met|"
        r"voor (?:burgers|ouders|gemeenten|werkgevers|ondernemers|consumenten)",
    ),
    (
        "not-known",
        "Hoe vaak dit gebeurt, weet het ministerie niet",
        (NOT, r"weet|weten", rf"{ASKED}|niet{LAST}"),
        MUCH,
        r"mensen|burgers|ouders|jongeren|men|studenten|willen weten|laten weten|laat weten|liet weten|lieten weten|"
        r"zeker weten",
    ),
    # not yet
    (
        "not-beforehand",
        "Het effect kan pas na de evaluatie worden vastgesteld",
        (
            r"pas",
            r"bekend|beschikbaar|duidelijk(?:heid)?|vastgesteld|vast te stellen|gezegd|zeggen|bepaald|bepalen|zicht|"
            r"inzicht(?:elijk)?",
        ),
        rf"{INFO}|{MUCH}",
        r"vanaf",
    ),
    (
        "not-beforehand",
        "Hoeveel woningen dit betreft, wordt momenteel in kaart gebracht",
        (r"nog|momenteel|thans|op dit moment|nader", DONE, r"word(?:t|en)|moet(?:en)?"),
        r"hoeveel|hoe (?:groot|vaak|hoog)|"
        r"(?:de|het|exacte|precieze|totale) (?:omvang|aantallen|aantal|kosten|hoogte|schade)|"
        r"wat de (?:\w+ )?(?:kosten|effecten|gevolgen)|welk deel",
        None,
    ),
    (
        "not-beforehand",
        "Voor conclusies over de werking is het nu nog te vroeg",
        (
            r"te vroeg|prematuur|voorbarig",
            r"uitspra(?:ak|ken)|conclusies?|oordeel|effecten|cijfers|zeggen|(?:in )?te schatten|beeld",
        ),
        None,
        None,
    ),
    # not sound
    (
        "not-reliable",
        "De cijfers over 2021 zijn onvoldoende betrouwbaar",
        (
            rf"{NOT}|minder",
            r"betrouwba(?:ar|re)|representatie(?:f|ve)|volledige?|compleet|nauwkeurige?",
            r"is|zijn|waren|was|geven|geeft|te geven",
        ),
        INFO,
        rf"{EVENT}|{OTHERS}|rechter\w*|overheid|volledig(?:e)? (?:gerealiseerd|uitgegeven|benut)",
    ),
)
