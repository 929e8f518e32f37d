"""Bodies of another country that bear a Dutch name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.extract import find_mentions
from graph.link import Authorities, link
from graph.model import Authority, DocumentKind, Header, IdentifierBasis, Identity, Kind, Report

REGISTERS = Authorities.load()
HEADER = Header(Identity("kst-1-2", IdentifierBasis.STATED), DocumentKind.REPORT, answered=date(2025, 11, 12))


def led_to(report: Report) -> dict[str, Authority | None]:
    found = link(find_mentions(report, REGISTERS.names), HEADER)
    return {mention.label: mention.authority for mention in found if mention.kind in (Kind.ORGANISATION, Kind.POST)}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Het Ministerie van Buitenlandse Zaken van Kenia meldt.", "Ministerie van Buitenlandse Zaken van Kenia"),
        ("Dat zei de minister van Defensie van Israël.", "minister van Defensie van Israël"),
        ("De Oekraïense minister van Defensie zei dat.", "Oekraïense minister van Defensie"),
        ("Het Turkse Openbaar Ministerie eist dat.", "Turkse Openbaar Ministerie"),
    ],
)
def test_body_of_another_country_leads_nowhere(text: str, label: str, make_paper: Callable[..., Report]) -> None:
    assert led_to(make_paper(text)) == {label: None}


@pytest.mark.parametrize(
    "text",
    [
        "Het ministerie van Buitenlandse Zaken helpt Kenia.",
        "De minister van Defensie van Nederland zei dat.",
        "Er zijn Syrische COA-bewoners.",
        "Volgens Turkse bronnen doet het Openbaar Ministerie dat.",
    ],
)
def test_dutch_body_beside_a_country_is_linked(text: str, make_paper: Callable[..., Report]) -> None:
    assert None not in led_to(make_paper(text)).values()
    assert led_to(make_paper(text))
