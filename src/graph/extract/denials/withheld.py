"""Denials of giving what is there: what may not be told, and what only much work would tell."""

from __future__ import annotations

from graph.extract.denials.words import GUARDED, INFO, TOLD, Row

ROWS: tuple[Row, ...] = (
    # not open
    (
        "not-public",
        "Deze bedragen zijn bedrijfsvertrouwelijk en worden niet openbaar gemaakt",
        (r"niet|geen", TOLD),
        rf"(?:{GUARDED})",
        r"(?:moet|mogen|mag) (?:\w+ ){0,3}(?:burgers|bedrijven)|strafbaar|zonder toestemming",
    ),
    (
        "not-public",
        "Over lopende onderzoeken doet het OM geen mededelingen",
        (
            r"geen (?:\w+ ){0,2}(?:mededeling(?:en)?|uitspra(?:ak|ken)|informatie|gegevens|details)",
            r"doet|doe|doen|gedaan|verstrek\w+|deelt|deel",
        ),
        GUARDED,
        None,
    ),
    # only by hand
    (
        "only-by-hand",
        "Dat zou handmatig dossieronderzoek vergen",
        (
            r"dossieronderzoek|dossierstudie|dossieranalyse|handmatig\w*|per dossier|individuele dossiers",
            r"verg(?:t|en)|vereis(?:t|en)|vraagt|vragen|nodig|noodzakelijk|zou|zouden|alleen|slechts|enkel|uitsluitend",
        ),
        None,
        r"beslis\w*|beoordeeld|beoordelen",
    ),
    (
        "only-by-hand",
        "Dit uitzoeken kost onevenredig veel capaciteit",
        (
            r"onevenredig\w*|disproportione\w+",
            r"verg(?:t|en)|kost(?:en)?|vraagt|legt|leggen|inspanning|beslag|tijd|capaciteit|werk",
        ),
        rf"{INFO}|uitzoeken|achterhalen|dit|beantwoord\w*",
        r"straf\w*|hard|geraakt|lasten|getroffen",
    ),
)
