"""Files inside a ZIP container, within limits."""

from __future__ import annotations

import io
import zipfile

import pytest

from graph.errors import ReadError
from graph.read.limits import Limits, Raw
from graph.read.packed import Packed


def packed(files: dict[str, bytes], limits: Limits | None = None) -> Packed:
    return Packed(Raw(zipped(files), "a.zip", "application/zip", limits or Limits()))


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_files_are_read_by_name() -> None:
    files = packed({"a.txt": b"een", "map/b.txt": b"twee"})
    assert files.names == ("a.txt", "map/b.txt")
    assert "a.txt" in files and "c.txt" not in files
    assert files.read("map/b.txt") == b"twee"


def test_missing_file_is_named() -> None:
    with pytest.raises(ReadError, match=r"c\.txt is missing"):
        packed({"a.txt": b"een"}).read("c.txt")


def test_file_that_unpacks_to_a_multiple_of_itself_is_refused() -> None:
    with pytest.raises(ReadError, match="unpacks to more than the limit"):
        packed({"a.txt": bytes(5_000_000)}).read("a.txt")


def test_all_files_together_have_a_limit() -> None:
    files = packed({"a": b"x" * 600, "b": b"x" * 600}, Limits(unpacked=1000))
    files.read("a")
    with pytest.raises(ReadError, match="unpacks to more"):
        files.read("b")


def test_too_many_files_are_refused() -> None:
    with pytest.raises(ReadError, match="holds 3 files"):
        packed({name: b"" for name in "abc"}, Limits(members=2))


@pytest.mark.parametrize("end", [30, 60, 90])
def test_damaged_container_is_a_read_error(end: int) -> None:
    with pytest.raises(ReadError, match="damaged"):
        Packed(Raw(zipped({"a.txt": b"een" * 50})[:end], "a.zip", "application/zip"))


def test_damaged_file_inside_is_a_read_error() -> None:
    data = bytearray(zipped({"a.txt": b"een twee drie vier vijf"}))
    data[40] ^= 0xFF
    with pytest.raises(ReadError, match="damaged"):
        Packed(Raw(bytes(data), "a.zip", "application/zip")).read("a.txt")


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_in_any_packing_is_a_read_error(packing: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        archive.writestr("a.txt", b"een twee drie vier vijf")
    data = bytearray(buffer.getvalue())
    data[39:52] = b"\xff" * 13
    with pytest.raises(ReadError, match="damaged"):
        Packed(Raw(bytes(data), "a.zip", "application/zip")).read("a.txt")
