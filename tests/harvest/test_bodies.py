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
