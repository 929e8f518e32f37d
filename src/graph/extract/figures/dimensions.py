"""Words that head the labels of rows: along what a table is divided ("Soort", "Provincie", "Schooljaar")."""

from __future__ import annotations

import re

DIMENSIONS = re.compile(
    r"(?:soort(?:en)?|type|land(?:en)?|nationaliteit(?:en)?|jaar|jaren|regio|provincies?|gemeenten?|ministeries?|departement"
    r"|locaties?|leeftijd(?:scategorie)?|categorie(?:ën)?|organisaties?|instelling(?:en)?|maand|kwartaal|periode|datum"
    r"|peildatum|sector(?:en)?|onderwerp|onderdeel|geslacht|artikel|post|instrument|maatregel|scenario|groep|doelgroep"
    r"|universiteit|school|schoolsoort|onderwijssoort|ziekenhuis|aanbieder|partij|stad|eenheid|naam|omschrijving"
    r"|opleiding|functie|beroep|project|programma|thema|wijk|status|reden|oorzaak|bedrijf|segment|branche|specialisme"
    r"|directie|inspectie|indicator|product|vervoerder|diersoort|gewas|eigendom|rechtbank|politie-?eenheid|vestiging|uitkomst"
    r"|(?:school|studie|college|boek|begrotings|kalender|meet|peil|cohort)jaar|seizoen|rang|\w*schaal"
    r"|\w*(?:soort|type|groep|categorie|vorm|klasse|niveau|sector|gebied|regio|eenheid|instelling|organisatie|dienst|land"
    r"|haven|fonds|regeling|maatregel|(?<!aan)(?<!oor)(?<!voor)(?<!na)deel)(?:en|s)?)[:*]*",
    re.IGNORECASE,
)
"""Words that head the labels of rows."""
