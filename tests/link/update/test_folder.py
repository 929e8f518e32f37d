"""Lists in the operator's folder, and registers that go before those that ship."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import RegisterError
from graph.link import Authorities
from graph.link.update import Fate, add_lists
from graph.model import Kind

ONT = "https://identifier.overheid.nl/tooi/def/ont/"
COA = "https://identifier.overheid.nl/tooi/id/zbo/zb000210"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The operator's folder of this test, which the settings name."""
    path = tmp_path / "registers"
    monkeypatch.setenv("KAMERGRAAF_AUTHORITIES", str(path))
    return path


def tooi_list(path: Path, end: str = "2030-12-31") -> Path:
    """A list in which an organisation that ships has a last day."""
    values = {"officieleNaamInclSoort": "Centraal Orgaan opvang asielzoekers", "afkorting": "COA", "einddatum": end}
    stated = {f"{ONT}{name}": [{"@value": value}] for name, value in values.items()}
    path.write_text(json.dumps([{"@id": COA, "@type": [f"{ONT}Zbo"], **stated}]), encoding="utf-8")
    return path


def law_list(path: Path) -> Path:
    path.write_text("bwb_id,title,abbreviation\nBWBR0099001,Puttenwet,Pttw\n", encoding="utf-8")
    return path


def test_what_was_imported_goes_before_what_ships(folder: Path, tmp_path: Path) -> None:
    before = Authorities.load().get(Kind.ORGANISATION, "coa")
    assert before is not None and before.end is None
    _, merged = add_lists([tooi_list(tmp_path / "a.json"), law_list(tmp_path / "b.csv")], folder)
    assert [change.fate for change in merged.changes] == [Fate.ENDED, Fate.ADDED]
    after = Authorities.load().get(Kind.ORGANISATION, "coa")
    assert after is not None
    assert after.end == date(2030, 12, 31)
    assert set(before.aliases) <= {*after.aliases, after.label}
    law = Authorities.load().get(Kind.LAW, "puttenwet")
    assert law is not None and (law.code, law.aliases) == ("BWBR0099001", ("Pttw",))


def test_law_is_there_from_its_first_day_to_the_one_before_it_ceased(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("bwb_id,title,begin,end\nBWBR0099001,Puttenwet,2020-01-01,2024-01-01\n")
    add_lists([tmp_path / "a.csv"], folder)
    law = Authorities.load().get(Kind.LAW, "puttenwet")
    assert law is not None
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2023, 12, 31), date(2024, 1, 1))
    assert [law.exists_on(day) for day in days] == [False, True, True, False]


def test_second_import_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    lists = [tooi_list(tmp_path / "a.json"), law_list(tmp_path / "b.csv")]
    add_lists(lists, folder)
    first = (folder / "imported.ttl").read_bytes()
    _, merged = add_lists(lists, folder)
    assert merged.things == {}
    assert (folder / "imported.ttl").read_bytes() == first


def test_lists_one_by_one_and_together_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    one, two = tooi_list(tmp_path / "a.json"), law_list(tmp_path / "b.csv")
    add_lists([one, two], folder)
    add_lists([two], tmp_path / "other")
    add_lists([one], tmp_path / "other")
    assert (tmp_path / "other" / "imported.ttl").read_bytes() == (folder / "imported.ttl").read_bytes()


def test_wrong_file_leaves_everything_as_it_was(folder: Path, tmp_path: Path) -> None:
    add_lists([law_list(tmp_path / "b.csv")], folder)
    first = (folder / "imported.ttl").read_bytes()
    (tmp_path / "c.json").write_text("[{")
    with pytest.raises(RegisterError, match="this is no JSON"):
        add_lists([tooi_list(tmp_path / "a.json"), tmp_path / "c.json"], folder)
    assert [path.name for path in folder.iterdir()] == ["imported.ttl"]
    assert (folder / "imported.ttl").read_bytes() == first


@pytest.mark.parametrize(
    ("content", "message"), [(b"\xff\xfe\x00", "line 1: this is no text in UTF-8"), (b"", "this is no list of laws")]
)
def test_file_of_another_kind_is_an_error(folder: Path, tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(RegisterError, match=message):
        add_lists([tmp_path / "x"], folder)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: f'[{{"@id": "{text}'.encode(errors="replace")),
        st.text(max_size=100).map(lambda text: f"bwb_id,title\nBWBR0099001,{text}\n".encode(errors="replace")),
        st.text(max_size=50).map(lambda text: f"<a>{text}</a>".encode(errors="replace")),
    )
)
def test_any_bytes_are_an_error_of_ours_or_are_taken_once(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    try:
        add_lists([tmp_path / "x"], tmp_path / "registers")
    except RegisterError as error:
        assert "\n" not in str(error)
    else:
        _, again = add_lists([tmp_path / "x"], tmp_path / "registers")
        assert again.things == {}


def test_nesting_without_end_is_an_error(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[" * 100_000)
    with pytest.raises(RegisterError, match="nested too deeply"):
        add_lists([tmp_path / "x.json"], folder)


def test_missing_file_is_an_error(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be read"):
        add_lists([tmp_path / "nergens.json"], folder)


def test_damaged_file_of_the_operator_is_named(folder: Path) -> None:
    folder.mkdir()
    (folder / "imported.ttl").write_text("geen Turtle")
    with pytest.raises(RegisterError, match=r"imported\.ttl: this is no Turtle"):
        Authorities.load()
