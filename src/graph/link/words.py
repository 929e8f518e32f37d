"""Names of the registers that are something else as well: ordinary words, surnames, towns abroad.

Such a name counts only with evidence: after a word such as ``in``, or with ``gemeente Best`` somewhere in the paper.
"""

from __future__ import annotations

WORDS = frozenset(
    "Assen Axel Beek Beemster Best Born Borne Buren Doorn Duiven Echt Elst Goor Grave Haren Heel Helden Holten Hoorn "
    "Horst Houten Huizen Hulst Kampen Kapelle Landgraaf Laren Leek Leiden Losser Maarn Monster Muiden Oss Putten "
    "Rozenburg Rozendaal Schermer Sluis Someren Steenbergen Strijen Tegelen Thorn Vlist Vorden Waterland Wateringen "
    "Wierden Wisch Zijpe".split()
)
"""Municipalities whose names begin a sentence as a word: ``Best``, ``Heel``, ``Huizen``, ``Putten``, ``Assen``."""

SURNAMES = frozenset(
    "Bergen Bergh Boxtel Bronckhorst Dongen Gennep Haaren Hasselt Heusden Kessel Leerdam Lith Loenen Ommen Oosterhout "
    "Rijswijk Soest Stein Valkenburg Veldhoven Vianen Voorst Vught Weert Westerveld Woerden".split()
)
"""Municipalities that are met as a surname as well: ``de heer Van Dongen``, ``mevrouw Stein``."""

ELSEWHERE = frozenset({"Altena", "Bergen", "Haren", "Hasselt", "Valkenburg"})
"""Municipalities that share their name with a town abroad that papers speak of."""

AMBIGUOUS = WORDS | SURNAMES | ELSEWHERE
"""All names of municipalities that need evidence."""

GENERIC = frozenset({"Politie", "Rechtspraak"})
"""Organisations whose names begin a sentence as a word: with a capital they count after an article."""

SHARED = frozenset({"CCV", "FMS", "FTM", "LHV", "NHG", "NVB", "RUG", "UNL", "WR", "ZN"})
"""Abbreviations of bodies outside government that others have as well: they count beside the whole name."""
