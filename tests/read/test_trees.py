"""XML and HTML become trees without entities, network or depth."""

from __future__ import annotations

import pytest

from graph.errors import ReadError
from graph.read.limits import Limits, Raw
from graph.read.trees import parse_html, parse_xml

RAW = Raw(b"", "a.xml", "application/xml", Limits(depth=20))

BOMB = b"""<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>"""


def test_entities_of_html_become_their_characters() -> None:
    data = b'<!DOCTYPE a SYSTEM "kamerwrk.dtd"><a>Syri&euml; en<b>&eacute;&eacute;n</b>&euro; 5</a>'
    assert "".join(parse_xml(data, RAW).itertext()) == "Syrië enéén€ 5"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BOMB, "declares entities"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares entities"),
        (b"<a><b></a>", "well-formed"),
        (b"<!DOCTYPE a SYSTEM 'x.dtd'><a>&onbekend;</a>", "&onbekend;"),
        (b"<a>" * 30 + b"</a>" * 30, "nested more than 20"),
        (b"<a>" * 3000 + b"</a>" * 3000, "well-formed"),
        (b"<?xml version='1.0' encoding='klingon'?><a/>", "well-formed"),
        (b"", "well-formed"),
    ],
)
def test_xml_that_is_no_paper_is_refused_with_the_reason(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        parse_xml(data, RAW)
    assert "\n" not in str(caught.value)


def test_blank_lines_before_the_declaration_are_put_up_with() -> None:
    assert parse_xml(b"\n <?xml version='1.0'?><a>b</a>", RAW).text == "b"


def test_comments_and_instructions_leave_their_text_together() -> None:
    assert parse_xml(b"<a>UZI-server<?xpp afbm?>certi<!-- x -->ficaten</a>", RAW).text == "UZI-servercertificaten"


def test_broken_html_is_read_as_a_browser_does() -> None:
    assert "".join(parse_html(b"<p>een<p>twee <b>drie", RAW).itertext()) == "eentwee drie"


def test_deep_html_is_refused() -> None:
    with pytest.raises(ReadError, match="nested"):
        parse_html(b"<div>" * 50 + b"x", RAW)
