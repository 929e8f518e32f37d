"""Why an answer gives no figure: the rules, by kind of reason."""

from __future__ import annotations

from graph.model import Rule

RULES = (
    Rule(
        "not-registered",
        "niet geregistreerd",
        "not registered",
        "DTenV registreert niet of vreemdelingen een asielprocedure hebben doorlopen",
    ),
    Rule(
        "no-figures",
        "geen cijfers beschikbaar",
        "no figures available",
        "Er zijn geen cijfermatige gegevens beschikbaar",
    ),
    Rule(
        "not-derivable",
        "niet te herleiden",
        "cannot be derived",
        "kan niet worden ontleend aan de informatiesystemen van de Rechtspraak",
    ),
    Rule("not-possible", "niet mogelijk te geven", "not possible to give", "is het niet mogelijk cijfers te genereren"),
    Rule("not-known", "niet bekend", "not known", "Hoeveel kinderen dit zijn, is niet bekend"),
    Rule("not-beforehand", "nu niet te zeggen", "cannot be said now or beforehand", "is niet op voorhand te zeggen"),
    Rule("not-investigated", "niet onderzocht", "not investigated", "De redenen hiervoor hebben we niet onderzocht"),
    Rule("not-explained", "niet toegelicht", "not explained", "Het COA heeft deze versobering niet nader toegelicht"),
    Rule(
        "not-public",
        "niet openbaar te maken",
        "cannot be made public",
        "Deze bedragen zijn bedrijfsvertrouwelijk en worden niet openbaar gemaakt",
    ),
    Rule("not-reliable", "niet betrouwbaar", "not reliable", "De cijfers over 2021 zijn onvoldoende betrouwbaar"),
    Rule(
        "only-by-hand",
        "alleen met de hand na te gaan",
        "only to be found by hand",
        "Dat zou handmatig dossieronderzoek vergen",
    ),
    Rule(
        "not-answerable",
        "geen antwoord te geven",
        "cannot be answered",
        "Een onderbouwde prognose kan niet worden gegeven",
    ),
)
