"""Which units one series can have: days and weeks both measure time; a share, a sum and a count are three things.

"50 procent van de verplichtingen" and "€ 427 miljoen aan verplichtingen" bear one label and are no series.
"""

from __future__ import annotations

import re

_KINDS: dict[str, str] = {
    "": "count",  # 230 zaken
    "aandeel": "percent",  # 46 procent van de verplichtingen
    "duur": "seconds minutes hours days weeks months years",  # een doorlooptijd van 118 dagen, van 3 maanden
    "lengte": "mm cm m km",
    "oppervlakte": "m2 km2 hectare",
    "inhoud": "m3 litre",
    "gewicht": "g kg ton kt Mt",
    "vermogen": "kW MW GW",
    "energie": "kWh MWh GWh TWh PJ",
    "verhouding": "ratio",  # een op de drie
}
_KIND_OF = {unit: kind for kind, units in _KINDS.items() for unit in units.split()} | {"percentage points": "verschil"}
_CURRENCY = re.compile(r"[A-Z]{3}")


def kind_of(unit: str) -> str:
    """Give the kind of what a unit measures, empty for things that are counted one by one.

    Args:
        unit: the plain word of the model: ``days``, ``EUR``. One that is not in the table is a kind of its own.

    >>> kind_of("weeks"), kind_of("USD"), kind_of("percent"), kind_of("count"), kind_of("fte")
    ('duur', 'bedrag', 'aandeel', '', 'fte')
    """
    return _KIND_OF.get(unit, "bedrag" if _CURRENCY.fullmatch(unit) else unit)
