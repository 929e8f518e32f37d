"""What stands beside a document is found by name, and by what it says where several papers are near."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import ReadError
from graph.model import IdentifierBasis
from graph.read.metadata import is_beside, load_metadata


def write(folder: Path, name: str, identifier: str = "kst-1-2", title: str = "xml") -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(
        f'<metadata_gegevens><metadata name="DC.identifier" content="{identifier}"/>'
        f'<metadata name="DC.title" content="{title}"/></metadata_gegevens>'
    )


def title(path: Path) -> str | None:
    metadata = load_metadata(path)
    return metadata.title if metadata else None


def papers(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).touch()


def test_nothing_beside_a_document_is_nothing(tmp_path: Path) -> None:
    assert load_metadata(tmp_path / "a.txt") is None


@pytest.mark.parametrize(
    "name",
    [
        "a_metadata.xml",
        "a.metadata.xml",
        "a-metadata.xml",
        "a/metadata.xml",
        "a_metadata_owms.xml",
        "a/metadata_owms.xml",
    ],
)
def test_metadata_is_found_by_the_name_of_the_paper(name: str, tmp_path: Path) -> None:
    papers(tmp_path, "a.pdf", "b.pdf")
    write(tmp_path, name)
    assert title(tmp_path / "a.pdf") == "xml"
    assert title(tmp_path / "b.pdf") is None


def test_metadata_of_a_folder_is_that_of_its_only_paper_in_every_format(tmp_path: Path) -> None:
    papers(tmp_path, "brief.pdf", "brief.docx", "plaatje.png")
    write(tmp_path, "metadata.xml")
    assert title(tmp_path / "brief.pdf") == title(tmp_path / "brief.docx") == "xml"


def test_metadata_in_a_folder_of_many_is_that_of_the_paper_it_names(tmp_path: Path) -> None:
    papers(tmp_path, "kst-1-2.pdf", "kst-1-2_verslag-2025.txt", "kst-1-23.pdf", "kst-1-2-4.pdf", "brief.pdf")
    write(tmp_path, "metadata.xml")
    found = {path.name for path in tmp_path.iterdir() if path.suffix != ".xml" and title(path)}
    assert found == {"kst-1-2.pdf", "kst-1-2_verslag-2025.txt"}


def test_metadata_of_many_that_names_none_of_them_is_of_none(tmp_path: Path) -> None:
    papers(tmp_path, "een.pdf", "twee.pdf")
    write(tmp_path, "metadata.xml", identifier="kst-9-9")
    assert title(tmp_path / "een.pdf") is None
    (tmp_path / "metadata.xml").write_text("<stuk")
    assert title(tmp_path / "een.pdf") is None
    (tmp_path / "twee.pdf").unlink()
    with pytest.raises(ReadError, match=r"metadata\.xml"):
        load_metadata(tmp_path / "een.pdf")


def test_json_counts_more_than_xml_and_xml_more_than_owms_field_by_field(tmp_path: Path) -> None:
    papers(tmp_path, "a.pdf")
    (tmp_path / "a.meta.json").write_text('{"title": "json", "basis": "derived", "note": "zomaar"}')
    write(tmp_path, "a_metadata.xml")
    (tmp_path / "metadata_owms.xml").write_text(
        '<owms-metadata xmlns:d="http://purl.org/dc/terms/"><owmsmantel><d:identifier>kst-1-2</d:identifier>'
        "<d:issued>2025-01-02</d:issued></owmsmantel></owms-metadata>"
    )
    metadata = load_metadata(tmp_path / "a.pdf")
    assert metadata is not None and metadata.issued is not None
    assert (metadata.title, metadata.identifier, metadata.basis) == ("json", "kst-1-2", IdentifierBasis.METADATA)


def test_metadata_of_another_document_is_an_error_and_not_a_choice(tmp_path: Path) -> None:
    papers(tmp_path, "a.pdf")
    (tmp_path / "a.meta.json").write_text('{"identifier": "kst-9-9"}')
    write(tmp_path, "a_metadata.xml")
    with pytest.raises(ReadError, match="kst-9-9 or kst-1-2"):
        load_metadata(tmp_path / "a.pdf")


def test_names_of_metadata_are_no_names_of_papers() -> None:
    names = ["Metadata.xml", "kst-1-2_metadata.xml", "kst-1-2.metadata_owms.xml", "a.meta.json"]
    assert all(map(is_beside, names))
    assert not any(map(is_beside, ["kst-1-2.xml", "metadata.pdf", "metadata.xml.txt"]))
