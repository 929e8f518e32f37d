"""Files that are whole, and files that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.harvest.papers import PDF, docx, kamerstuk, page

from graph.errors import HarvestError
from graph.harvest.bodies import check_body

WHOLE = {"xml": kamerstuk("1"), "html": page("Dijken"), "docx": docx("Dijken", "Sluizen"), "pdf": PDF}


@pytest.mark.parametrize("suffix", WHOLE)
def test_whole_file_is_taken(suffix: str) -> None:
    check_body(WHOLE[suffix], suffix)


@given(st.sampled_from(sorted(WHOLE)), st.floats(0, 0.95))
def test_file_that_is_cut_short_anywhere_is_refused(suffix: str, part: float) -> None:
    data = WHOLE[suffix]
    with pytest.raises(HarvestError):
        check_body(data[: int(len(data) * part)], suffix)


@pytest.mark.parametrize("suffix", WHOLE)
def test_file_of_another_format_is_refused(suffix: str) -> None:
    for other in WHOLE.keys() - {suffix}:
        with pytest.raises(HarvestError, match="not "):
            check_body(WHOLE[other], suffix)


def test_message_of_a_service_is_no_paper() -> None:
    with pytest.raises(HarvestError, match="no official publication"):
        check_body(b'<?xml version="1.0"?><error>Even geduld</error>', "xml")


MESSAGES = (
    "<html><body>Even geduld</body></html>",
    "<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head><body>" + "nginx " * 40 + "</body></html>",
    "<html><head><title>x</title></head><body><h1>Pagina niet gevonden</h1><p>" + "woord " * 40 + "</p></body></html>",
    "<html><head><title>Er is een fout opgetreden</title><style>" + "a " * 99 + "</style></head></html>",
)


@pytest.mark.parametrize("message", MESSAGES)
def test_message_in_html_is_no_paper_in_html(message: str) -> None:
    with pytest.raises(HarvestError, match="it is a message of the service"):
        check_body(message.encode(), "html")


def test_page_without_official_metadata_may_be_a_paper() -> None:
    words = "Vragen van het lid Jansen over de storing en het onderhoud van sluizen. " * 3
    check_body(f"<html><head><title>{words}</title></head><body><p>{words}</p></body></html>".encode(), "html")


def test_container_with_a_wrong_checksum_is_refused() -> None:
    data = bytearray(WHOLE["docx"])
    at = data.index(b"word/document.xml") + 40
    data[at] ^= 0xFF
    with pytest.raises(HarvestError, match="damaged"):
        check_body(bytes(data), "docx")


@given(st.binary(max_size=300), st.sampled_from(sorted(WHOLE)))
def test_any_bytes_are_taken_or_refused(data: bytes, suffix: str) -> None:
    try:
        check_body(data, suffix)
    except HarvestError as error:
        assert str(error)
