"""A ZIP file is a folder of papers, and a path may run into it."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from graph.errors import ReadError
from graph.read.archive import is_archive, open_archive, place_of
from graph.read.limits import Limits


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "stukken.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.txt", "een")
        packed.writestr("map/b.txt", "twee")
        packed.writestr("map/c.txt", "drie")
    return path


def test_folders_inside_are_listed_in_order(archive: Path) -> None:
    whole = open_archive(archive)
    assert whole.is_dir() and not whole.is_file()
    assert [each.name for each in whole.iterdir()] == ["a.txt", "map"]
    inside = whole.joinpath("map")
    assert inside.is_dir() and [each.name for each in inside.iterdir()] == ["b.txt", "c.txt"]
    assert inside.joinpath("b.txt").parent == inside
    assert inside.parent == whole


def test_path_that_runs_into_it_is_a_place_there(archive: Path) -> None:
    place = place_of(archive / "map" / "b.txt")
    assert place.is_file() and place.read_bytes() == b"twee"
    assert not place_of(archive / "map" / "d.txt").is_file()


def test_path_on_disk_is_itself(tmp_path: Path, archive: Path) -> None:
    assert place_of(archive) == archive
    assert place_of(tmp_path / "weg.txt") == tmp_path / "weg.txt"


def test_what_is_inside_is_read_anew_when_the_file_changed(archive: Path) -> None:
    assert place_of(archive / "a.txt").read_bytes() == b"een"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.txt", "anders")
    stat = archive.stat()

    os.utime(archive, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    assert place_of(archive / "a.txt").read_bytes() == b"anders"


def test_word_document_is_no_archive_of_papers(tmp_path: Path, archive: Path) -> None:
    document = tmp_path / "brief.docx"
    with zipfile.ZipFile(document, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    assert is_archive(archive)
    assert not is_archive(document)
    assert not is_archive(tmp_path / "weg.zip")


def test_archive_above_the_limit_is_refused(archive: Path) -> None:
    with pytest.raises(ReadError, match="more than the limit"):
        open_archive(archive, Limits(archive=10))
    with pytest.raises(ReadError, match="cannot be opened"):
        open_archive(archive.with_name("weg.zip"))


def test_archive_above_the_limit_is_known_by_its_first_bytes(archive: Path) -> None:
    assert is_archive(archive, Limits(archive=10))


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_archive_of_word_documents_is_no_word_document(tmp_path: Path, packing: int) -> None:
    inner, outer = tmp_path / "brief.docx", tmp_path / "brieven.zip"
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("[Content_Types].xml", "wordprocessingml")
        packed.writestr("word/document.xml", "<w/>")
    with zipfile.ZipFile(outer, "w", packing) as packed:
        packed.write(inner, "brief.docx")
    assert is_archive(outer)
    assert not is_archive(inner)


@pytest.mark.parametrize("name", ["/map/a.txt", "./map/a.txt", "../../map/a.txt", "map//a.txt"])
def test_names_that_lead_elsewhere_are_names_inside(tmp_path: Path, name: str) -> None:
    path = tmp_path / "stukken.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(name, "een")
    (folder,) = open_archive(path).iterdir()
    (file,) = folder.iterdir()
    assert (folder.name, file.name, file.read_bytes()) == ("map", "a.txt", b"een")
    assert place_of(path / "map" / "a.txt").is_file()


def test_folders_that_are_deeper_than_the_limit_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "stukken.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a/" * 5 + "b.txt", "een")
        packed.writestr("c.txt", "twee")
    assert [each.name for each in open_archive(path, Limits(depth=3)).iterdir()] == ["c.txt"]


def test_archive_without_files_is_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "leeg.zip"
    zipfile.ZipFile(path, "w").close()
    assert is_archive(path)
    assert not open_archive(path).is_dir()
    assert list(open_archive(path).iterdir()) == []
