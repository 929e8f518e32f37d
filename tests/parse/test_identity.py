"""Which document a file is: stated, beside it, derived, its name, else a hash; never guessed."""

from __future__ import annotations

import pytest

from graph.errors import IdentityError
from graph.model import IdentifierBasis, Identity
from graph.parse import Metadata, parse
from graph.parse.identity import dossier_of
from graph.read import read

BODY = "\nVraag 1\nA?\nAntwoord 1\nJa.\n"
APPENDIX = "Vergaderjaar 2024–2025 Aanhangsel van de Handelingen\n593\n"
FOOTER = "\nah-tk-20242025-593\nISSN 0921 - 7398’s-Gravenhage 2024Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1\n"


def identity(header: str, name: str = "vraag.txt", metadata: Metadata | None = None, tail: str = "") -> Identity:
    return parse(read((header + BODY + tail).encode(), name), metadata=metadata).header.identity


def test_footer_states_the_identifier() -> None:
    assert identity(APPENDIX, tail=FOOTER) == Identity("ah-tk-20242025-593", IdentifierBasis.STATED)


def test_session_and_number_in_the_header_state_it_too() -> None:
    assert identity(APPENDIX) == Identity("ah-tk-20242025-593", IdentifierBasis.STATED)


def test_dossier_and_number_state_it() -> None:
    found = identity(
        "36 820 XX Wijziging van de begroting\nNr. 3 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN\n"
    )
    assert found == Identity("kst-36820-XX-3", IdentifierBasis.STATED)


@pytest.mark.parametrize(
    ("header", "identifier"),
    [
        ("32 545\n\nRegels\n\nNr. 143\n\nBRIEF VAN DE MINISTER VAN FINANCIËN\n", "kst-32545-143"),
        ("36 600-XVI Vaststelling van de begroting\n\nnr. 3  VERSLAG\n", "kst-36600-XVI-3"),
        ("34 851 (R2096) Regels\n\nNr. 4 NOTA NAAR AANLEIDING VAN HET VERSLAG\n", "kst-34851-4"),
        ("36 600\n\nNota\n\nE\n\nNADER VERSLAG\n", "kst-36600-E"),
        ("36 800 IIA Vaststelling\nNr. 2 LIJST VAN VRAGEN EN ANTWOORDEN\n", "kst-36800-IIA-2"),
    ],
)
def test_dossier_and_number_in_the_layouts_of_official_papers(header: str, identifier: str) -> None:
    assert identity(header) == Identity(identifier, IdentifierBasis.STATED)


def test_foot_of_the_pages_states_what_a_header_leaves_out() -> None:
    foot = "\nTweede Kamer, vergaderjaar 2024–2025, 36 820 XX, nr. 3 12\n"
    assert identity("Verslag\n", tail=foot).identifier == "kst-36820-XX-3"
    assert identity("Nr. 3 VERSLAG\n", tail=foot).identifier == "kst-36820-XX-3"
    assert identity("Nr. 4 VERSLAG\n", tail=foot).basis is IdentifierBasis.HASH


def test_reprint_is_known_by_its_own_identifier_only() -> None:
    header = "36 820 XX Wijziging\nNr. 5 HERDRUK VERSLAG\n"
    assert identity(header).basis is IdentifierBasis.HASH
    assert identity(header, "kst-36820-XX-5-h1.txt") == Identity("kst-36820-XX-5-h1", IdentifierBasis.FILENAME)
    assert dossier_of("kst-36820-XX-5-h1") == "36820-XX"


def test_paper_that_is_cited_is_not_the_paper_itself() -> None:
    cited = "Brief\nzie Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 12\n12\n"
    assert identity(cited).basis is IdentifierBasis.HASH
    assert identity("Geachte voorzitter,\n\nUw kenmerk\n2023Z14759\n").basis is IdentifierBasis.HASH


def test_number_of_a_question_states_it() -> None:
    assert identity("2024Z18885\nVragen van het lid Podt").identifier == "kv-tk-2024Z18885"


def test_number_and_date_derive_it_with_a_note() -> None:
    found = identity("AH 614\nAntwoord van minister X (Defensie) (ontvangen 20 november 2024)")
    assert (found.identifier, found.basis) == ("ah-tk-20242025-614", IdentifierBasis.DERIVED)
    assert found.note is not None
    assert "AH 614" in found.note


def test_nothing_is_derived_around_the_day_on_which_the_session_changes() -> None:
    found = identity("AH 614\nAntwoord van minister X (Defensie) (ontvangen 16 september 2024)")
    assert found.basis is IdentifierBasis.HASH


def test_number_alone_is_no_identifier() -> None:
    assert identity("Nr. 7 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN").basis is IdentifierBasis.HASH


def test_metadata_comes_before_the_file_name_and_keeps_its_note() -> None:
    metadata = Metadata("kst-36800-XX-7", IdentifierBasis.DERIVED, "omdat")
    assert identity("Nr. 7 VERSLAG", "kst-36800-XX-7.txt", metadata) == Identity(
        "kst-36800-XX-7", IdentifierBasis.DERIVED, "omdat"
    )


def test_file_name_is_the_last_resort_before_the_hash() -> None:
    assert identity("Brief", "kst-36800-XX-7.txt") == Identity("kst-36800-XX-7", IdentifierBasis.FILENAME)
    found = identity("Brief", "mijn vragen.txt")
    assert found.basis is IdentifierBasis.HASH
    assert found.identifier.startswith("doc-")
    assert len(found.identifier) == 16


def test_two_that_disagree_are_an_error_that_an_identifier_settles() -> None:
    with pytest.raises(IdentityError, match="ah-tk-20242025-594"):
        identity(APPENDIX, "ah-tk-20242025-594_opvang.txt")
    with pytest.raises(IdentityError, match="kst-1-2"):
        identity(APPENDIX, metadata=Metadata("kst-1-2"))
