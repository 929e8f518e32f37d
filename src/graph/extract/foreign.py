"""Bodies of another country with a Dutch name: ``het ministerie van Defensie van Kenia``, ``de Turkse politie``."""

from __future__ import annotations

import re

from graph.extract.lexicon import Hit
from graph.model import Kind

_OF = re.compile(r" van (?:de |het )?")
_EVERYWHERE = re.compile(
    r"(?:ministerie|minister|staatssecretaris|politie|openbaar ministerie|parlement)\b", re.IGNORECASE
)
"""What every country has, so that "van" and a country behind it say whose it is."""


def foreign(hits: tuple[Hit, ...], at: int, text: str) -> str | None:
    """Give the whole name of a body or post of another country; None where it is one of the registers.

    Args:
        hits: the names of the registers in a text, in order.
        at: which of them is asked about.
        text: the text of a view.
    """
    hit = hits[at]
    if not any(form.authority.kind in (Kind.ORGANISATION, Kind.POST) for form in hit.forms):
        return None
    before = hits[at - 1] if at else None
    adjective = before is not None and before.forms[0].rule == "nationality" and text[before.end : hit.start] == " "
    if before is not None and adjective and text[before.start].isupper() and not text.startswith("-", hit.end):
        return " ".join(text[before.start : hit.end].split())
    after = hits[at + 1] if at + 1 < len(hits) else None
    if after is not None and _of_country(hit, after, text):
        return " ".join(text[hit.start : after.end].split())
    return None


def _of_country(hit: Hit, after: Hit, text: str) -> bool:
    """Whether "van" and a country follow something that every country has."""
    country = any(form.rule == "place-name" and len(form.authority.code or "") == 2 for form in after.forms)
    named = _EVERYWHERE.match(text, hit.start) is not None
    return country and named and _OF.fullmatch(text[hit.end : after.start]) is not None
