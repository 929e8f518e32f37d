"""Inputs: which files are papers, and what makes a result stale."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graph.build.inputs import Paper, find, load, rank, software
from graph.errors import ReadError
from graph.read import LIMITS


def test_folders_are_searched_and_files_taken_as_they_are(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.txt",
        "a.meta.json",
        "deep/c.PDF",
        ".hidden/d.txt",
        "deep/metadata.xml",
        "a_metadata.xml",
        "notes.md",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    names = [path.relative_to(tmp_path).as_posix() for path in find([tmp_path])]
    assert names == ["a.txt", "b.txt", "deep/c.PDF"]
    assert find([tmp_path / "notes.md"]) == [tmp_path / "notes.md"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert len(find([tmp_path / "a.txt", tmp_path])) == 1


def test_no_path_is_the_paper_that_ships() -> None:
    assert "kst-36800-XX-7.txt" in [path.name for path in find([])]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nowhere\.txt: there is no such file or folder"):
        find([tmp_path / "nowhere.txt"])
    with pytest.raises(ReadError, match=r"nowhere\.txt: there is no such file"):
        load(tmp_path / "nowhere.txt")
    with pytest.raises(ReadError, match="this is a folder"):
        load(tmp_path)


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(LIMITS.size + 1)
    with pytest.raises(ReadError, match="larger than"):
        load(tmp_path / "large.txt")


def test_metadata_beside_a_paper_is_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Vraag 1", encoding="utf-8")
    before = load(tmp_path / "a.txt")
    (tmp_path / "a.meta.json").write_text('{"identifier": "kst-1"}', encoding="utf-8")
    after = load(tmp_path / "a.txt")
    assert after.metadata is not None and after.metadata.identifier == "kst-1"
    assert before.fingerprint("x") != after.fingerprint("x")


def test_name_content_and_software_make_the_fingerprint() -> None:
    paper = Paper(Path("a.txt"), b"a", None)
    assert paper.fingerprint("1") == Paper(Path("elsewhere/a.txt"), b"a", None).fingerprint("1")
    others = [
        paper.fingerprint("2"),
        Paper(Path("b.txt"), b"a", None).fingerprint("1"),
        Paper(Path("a.txt"), b"b", None).fingerprint("1"),
    ]
    assert len({paper.fingerprint("1"), *others}) == 4


def test_the_software_is_identified_by_what_it_is() -> None:
    assert len(software()) == 64 and software() == software()


def test_compiled_code_beside_the_registers_is_no_other_software(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.build.inputs.resource", lambda *_parts: tmp_path)
    (tmp_path / "a.ttl").write_text("", encoding="utf-8")
    before = software.__wrapped__()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "build.pyc").write_bytes(b"x")
    assert software.__wrapped__() == before
    (tmp_path / "b.ttl").write_text("", encoding="utf-8")
    assert software.__wrapped__() != before


def test_software_is_the_same_wherever_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for folder in (tmp_path / "z" / "graph" / "registers", tmp_path / "a"):
        folder.mkdir(parents=True)
        (folder / "one.ttl").write_text("", encoding="utf-8")
        (folder / "two.ttl").write_text("", encoding="utf-8")
        monkeypatch.setenv("KAMERGRAAF_AUTHORITIES", str(folder))
        monkeypatch.setattr("graph.build.inputs.resource", lambda *_parts, at=folder: at)
        found.append(software.__wrapped__())
    assert found[0] == found[1]
    (folder / "two.ttl").rename(folder / "three.ttl")
    assert software.__wrapped__() != found[1]


def test_formats_have_their_rank() -> None:
    names = ["a.xml", "a.html", "a.docx", "a.PDF", "a.txt", "a.odt"]
    assert sorted(reversed(names), key=rank) == names


def zipped(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(name, "Vraag 1" if not name.endswith(".json") else '{"title": "Dijken"}')
    return path


def test_papers_in_a_zip_file_are_found_as_in_a_folder(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "set.zip", "b.txt", "map/a.xml", "a.meta.json", "__MACOSX/a.txt", "plaatje.png")
    assert find([archive]) == [archive / "b.txt", archive / "map" / "a.xml"]
    assert find([archive / "map"]) == [archive / "map" / "a.xml"]
    assert find([archive / "b.txt"]) == [archive / "b.txt"]
    with pytest.raises(ReadError, match="no such file"):
        find([archive / "c.txt"])


def test_zip_file_in_a_folder_is_searched_as_well(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "set.zip", "a.txt")
    assert find([tmp_path]) == [archive / "a.txt"]


def test_what_stands_beside_a_paper_in_a_zip_file_is_used(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "set.zip", "a.txt", "a.meta.json", "b.txt")
    paper = load(archive / "a.txt")
    assert (paper.path.name, paper.data) == ("a.txt", b"Vraag 1")
    assert paper.metadata is not None and paper.metadata.title == "Dijken"


def test_zip_file_with_one_paper_is_read_in_its_best_format(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "een.zip", "kst-1-2.txt", "kst-1-2.html", "kst-1-2.meta.json")
    assert load(archive).path == archive / "kst-1-2.html"


@pytest.mark.parametrize(("names", "words"), [(("a.txt", "b.txt"), "2 papers"), (("a.png",), "no papers")])
def test_zip_file_without_one_paper_is_refused_with_what_it_holds(
    tmp_path: Path, names: tuple[str, ...], words: str
) -> None:
    with pytest.raises(ReadError, match=words):
        load(zipped(tmp_path / "set.zip", *names))


def test_links_that_lead_back_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").touch()
    for name in "xyz":
        (tmp_path / "deep" / name).symlink_to(tmp_path, target_is_directory=True)
    assert find([tmp_path]) == [tmp_path / "deep" / "a.txt"]


def test_a_folder_that_is_linked_is_searched(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").touch()
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert find([tmp_path / "papers"]) == [tmp_path / "papers" / "link" / "a.txt"]


@pytest.mark.parametrize("name", ["caf\udce9.txt", "een\x1btwee.txt"])
def test_a_name_that_no_text_can_carry_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Vraag 1")
    with pytest.raises(ReadError, match="rename the file"):
        load(tmp_path / name)
