"""The element names of official publications, as tables: what each is to the eye of a reader.

The names are those of the schemas ``op-xsd-2012`` to ``op-xsd-2014`` and of the older ``kamerwrk`` (1995 to 2009). An
element that stands in no table is read all the same: in running text as part of it, elsewhere as a paragraph.
"""

from __future__ import annotations

ROOTS = (
    "officiele-publicatie",
    "kamerstuk",
    "kamervragen",
    "handelingen",
    "kamerwrk",
    "vraagdoc",
    "vragen",
    "reactie",
    "handeling",
    "aanhangsel",
    "niet-dossier-stuk",
)
"""The roots of papers."""

OTHER_ROOTS = {
    "metadata_gegevens": "this is metadata about a paper: put it beside the paper as NAME_metadata.xml",
    "owms-metadata": "this is metadata about a paper: put it beside the paper as NAME_metadata_owms.xml",
    "searchretrieveresponse": "this is an answer of the search service: give the papers that it lists",
    "feed": "this is a feed: give the papers that it lists",
}
"""Roots that are met in the place of a paper, with what is said of them."""

SKIPPED = frozenset(
    {
        "metadata",  # <meta name= content=>: kept as labels
        "versie",  # of the conversion
        "ordernr",  # of the printer: "6K0721"
        "vergjaar",  # of the older papers, which have it in their head as well
        "colspec",
        "spanspec",
    }
)
"""What no reader is shown."""

PARAGRAPHS = frozenset(
    {"al", "noot.al", "considerans.al", "context.al", "li.al", "wat", "datumtekst", "entry", "bijschrift", "spreker"}
)
"""Running text: a note inside calls, also when it stands first."""

HEADINGS = {
    "titel": 1,
    "subtitel": 1,
    "item-titel": 1,
    "intitule": 1,
    "opschrift": 1,
    "kamervraagomschrijving": 0,
    "omschr": 0,
    "tussenkop": 2,
    "tuskop": 2,
    "itemkop": 2,
    "title": 2,
}
"""Headings, with how far below the section around them they stand."""

LOOKS = {"vet": 0, "halfvet": 0, "vetcur": 1, "cur": 1, "ondlijn": 2, "rom": 2}
"""How a ``<tussenkop kopopmaak="cur">`` or ``<tuskop letat="cur">`` looks, and how far down that puts it."""

WHOLE_LINES = frozenset({"kop", "dossier", "onderw", "artikelkop", "hfdkop", "artkop"})
"""Headings of several elements on one line: ``36 800 XX Vaststelling van …``, ``1. Inleiding``."""

JOINED = {
    # "Nr. 7 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN"
    "stuk": frozenset({"stuknr", "herdruk", "ltrlabel", "nummer", "titel"}),
    "nds-stuk": frozenset({"nds-nr", "titel"}),
}
"""Elements whose neighbouring children make one heading."""

HEADS = frozenset({"kamerstukkop", "kamervraagkop", "handelingenkop"})
PRINTED = (("kameraanduiding", "kamernummer"), ("vergaderjaar", "documenttype"))
"""The lines of a head by ``tekstregel/@inhoud``, as papers print them.

``Tweede Kamer der Staten-Generaal 2`` / ``Vergaderjaar 2024–2025 Aanhangsel van de Handelingen``
"""

EXCHANGES = {"vraag": "Vraag", "antwoord": "Antwoord"}
"""What a number alone stands for: ``<vraag><nr>1</nr>`` is shown as ``Vraag 1``."""

NUMBERS = frozenset({"nr", "nummer", "li.nr", "lidnr", "linummer", "lidnummer", "noot.li.nr"})
"""Labels that stand before the first words of what they number."""

LISTS = frozenset({"lijst", "noot.lijst", "context.lijst", "considerans.lijst", "specificatielijst", "definitielijst"})
ITEMS = frozenset({"li", "lid", "noot.li", "specificatie-item", "definitie-item"})
BULLETS = {"bullet": "•", "streepje": "–", "liggend-streepje": "–", "dash": "–"}
COUNTED = frozenset({"1", "a", "A", "i", "I"})
"""Types of lists whose items get their label from the type, where they have none of their own."""

NOTES = frozenset({"noot", "voetnoot", "eindnoot", "tabelnoot"})
NOTE_NUMBERS = frozenset({"noot.nr", "nootnr", "nootnummer"})
NOTE_CALLS = frozenset({"nootref", "voetref", "eindref"})

SIGNED = frozenset({"ondertekening", "ondertekenaar", "ondtek", "ondertek"})
SIGNED_LINES = frozenset({"naam", "functie", "deze", "organisatie", "minvan", "minister"})
"""What stands on a line of its own under a paper: ``De Minister van Justitie en Veiligheid,`` / ``D.M. van Weel``."""

WORDS = frozenset(
    {"voornaam", "achternaam", "voorvoegsels", "naam", "functie", "deze", "politiek", "partij", "organisatie", "plaats"}
    | {"datum", "dossiernr", "begrotingshoofdstuk", "ondernummer", "herdruk", "gegeven", "label"}
)
"""Inline elements that are words: two without anything between them are set apart by a space."""

INLINE = WORDS | frozenset(
    {"nadruk", "extref", "intref", "extref-groep", "intref-groep", "dossierref", "minfinref", "sup", "inf", "sub"}
    | {"kamervraagonderwerp", "ondw", "tekstcorrectie", "i", "b", "u", "em", "strong", "aanhaling", "citaat.inline"}
)

BREAKS = frozenset({"br", "nl", "regeleinde"})

TABLES = frozenset({"tgroup", "thead", "tbody", "tfoot", "row"})
"""The elements of a CALS table (OASIS TR 9901) above its entries."""
