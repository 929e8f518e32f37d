"""Pages are decoded by what they say, never by a guess."""

from __future__ import annotations

import pytest

from graph.errors import ReadError
from graph.read import read


def page(head: str, encoding: str, mark: bytes = b"") -> bytes:
    return mark + f"<html><head>{head}</head><body><p>Syrië: €\u00a05</p></body></html>".encode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        page("", "utf-8"),
        page('<meta charset="utf-8">', "utf-8"),
        page("<meta charset=iso-8859-1>", "cp1252"),
        page('<meta http-equiv=Content-Type content="text/html; charset=windows-1252">', "cp1252"),
        b"<?xml version='1.0' encoding='windows-1252'?>" + page("", "cp1252"),
        page("<meta charset=utf-16>", "utf-8"),
        page("<meta charset=windows-1252>", "utf-8", b"\xef\xbb\xbf"),
        page("<meta charset=iso-8859-15>", "iso-8859-15"),
        page("<meta charset=utf-8><meta charset=utf-16>", "utf-8"),
    ],
)
def test_a_page_is_decoded_by_its_mark_its_declaration_or_as_utf8(data: bytes) -> None:
    assert read(data, "a.html").text == "Syrië: €\u00a05"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (page("", "cp1252"), "offset 32 is not valid utf-8"),
        (page("<meta charset=klingon>", "utf-8"), "'klingon', which is not known"),
        (page("<meta charset=base64>", "utf-8"), "'base64', which is not known"),
        (page("<meta charset=cp037>", "utf-8"), "'cp037', which is not known"),
        (page("<meta charset=windows-1252>", "utf-8").replace("ë".encode(), b"\x81"), "not valid windows-1252"),
    ],
)
def test_bytes_of_another_encoding_are_named(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read(data, "a.html")
