"""Any bytes give a text layer or one clear `ReadError`."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import ReadError
from graph.model import SourceText
from graph.read import LIMITS, Limits, read, read_file
from graph.read.formats import HTML, PDF, TEXT, XML, media_type_of

SHIPPED = Path(__file__).parents[2] / "data" / "documents" / "kst-36800-XX-7.txt"


def layer(text: str) -> SourceText:
    return read(text.encode(), "vraag.txt")


def reason(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, "map/vraag.txt")
    message = str(caught.value)
    assert message.startswith("vraag.txt: ")
    assert "\n" not in message
    return message


def test_shipped_paper_has_thirteen_pages_and_drops_nothing() -> None:
    source = read_file(SHIPPED)
    assert len(source.page_starts) == 13
    assert source.dropped == 0
    assert source.media_type == "text/plain"
    assert source.page(source.text.index("Vraag (13):")) == 8
    assert source.page(source.text.index("maatregelen zijn te onderscheiden in vier pijlers")) == 3


def test_line_ends_become_line_feeds_and_text_becomes_nfc() -> None:
    assert layer("Syrie\u0308\r\nen\rJemen").text == "Syrië\nen\nJemen"


def test_page_feed_marks_a_page_and_is_left_out() -> None:
    source = layer("een\n\ftwee\n\fdrie")
    assert source.text == "een\ntwee\ndrie"
    assert source.page_starts == (0, 4, 9)
    assert source.dropped == 2


def test_page_feed_between_two_words_does_not_glue_them() -> None:
    assert layer("een\ftwee").text == "een\ntwee"


def test_characters_that_xml_cannot_carry_are_left_out_and_counted() -> None:
    source = layer("tien\x02 per\x0bsonen\ufffe")
    assert source.text == "tien personen"
    assert source.dropped == 3


def test_blank_lines_inside_a_page_are_no_page_turn() -> None:
    assert layer("een\n\n\n\ntwee\n\n\ndrie").page_starts == (0,)


def test_byte_order_marks_are_understood() -> None:
    assert read(b"\xef\xbb\xbfVraag", "a.txt").text == "Vraag"
    assert read("Vraag één".encode("utf-16"), "a.txt").text == "Vraag één"


def test_invalid_utf8_names_the_offset_and_the_remedy() -> None:
    assert "offset 5 " in reason(b"prijs\x80 5")
    assert "offset 8 " in reason(b"\xef\xbb\xbfprijs\x80 5")
    assert "iconv" in reason("één".encode("cp1252"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x01\x02", "no text"),
        (b"abc\0def", "binary"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word (.doc)"),
        (b"{\\rtf1", "RTF"),
        (b"PK\x03\x04....xl/workbook.xml", "Excel"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_not_read_is_refused_by_name(data: bytes, words: str) -> None:
    assert words in reason(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....word/document.xml", "damaged"),
        (b"<!DOCTYPE html><html>", "no text"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "<a>"),
        (b"<metadata_gegevens><metadata/></metadata_gegevens>", "metadata"),
    ],
)
def test_damaged_or_empty_file_of_a_format_that_is_read_is_a_read_error(data: bytes, words: str) -> None:
    assert words in reason(data)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<!DOCTYPE html><p>Vraag 1</p>", HTML),
        (b"\n<HTML><body>Vraag 1", HTML),
        (b"<?xml version='1.0'?><!-- x --><html xmlns='http://www.w3.org/1999/xhtml'/>", HTML),
        (b"<?xml version='1.0'?><kamerstuk/>", XML),
        (b"<kamervragen status='goed'>", XML),
        ("<?xml version='1.0' encoding='UTF-16'?><kamerstuk/>".encode("utf-16"), XML),
        (b"%PDF-1.4", PDF),
        (b"\n\n%PDF-1.4 ... %%EOF\n", PDF),
        (b"<div class='x'><p>Vraag 1</p></div>", HTML),
        (b"\n\n<?xml version='1.0'?><kamerstuk/>", XML),
        (b"< 5 procent", TEXT),
        (b"Vraag 1: <b>", TEXT),
    ],
)
def test_type_follows_from_content_and_not_from_the_name(data: bytes, media_type: str) -> None:
    assert media_type_of(data, "paper.txt") == media_type


def test_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    path.write_bytes(b"a" * 100)
    with pytest.raises(ReadError, match="limit of 99"):
        read_file(path, Limits(size=99))
    assert LIMITS.size < 50_000_000


def test_missing_file_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        read_file(tmp_path / "weg.txt")


@given(st.binary(max_size=300))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_any_bytes_give_a_layer_or_a_read_error(data: bytes) -> None:
    try:
        source = read(data, "a.txt")
    except ReadError:
        return
    check(source)


@given(st.text(max_size=200))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_any_text_gives_a_layer_that_xml_can_carry(text: str) -> None:
    try:
        source = read(text.encode(errors="surrogatepass"), "a.txt")
    except ReadError:
        return
    check(source)


def check(source: SourceText) -> None:
    assert source.text.strip()
    assert "\r" not in source.text
    assert unicodedata.is_normalized("NFC", source.text)
    assert all(c in "\t\n" or c >= " " for c in source.text if c < "\x20")
    assert list(source.page_starts) == sorted(set(source.page_starts))
    assert source.page_starts[0] == 0
    assert source.page_starts[-1] < len(source.text)
