"""The dictionary that is kept is the one that ships, and what cannot be kept or read is no loss."""

from __future__ import annotations

from pathlib import Path

import pytest
import simplemma

from graph.extract.figures.dictionary import KeptDictionaries
from graph.extract.figures.lexicon import is_known, lemma


def test_what_is_kept_says_the_same_as_what_ships(tmp_path: Path) -> None:
    first = KeptDictionaries(tmp_path).get_dictionary("nl")
    [kept] = (tmp_path / "dictionaries").iterdir()
    again = KeptDictionaries(tmp_path).get_dictionary("nl")
    assert dict(first.items()) == dict(again.items())
    assert len(first) > 100_000 and first["huizen"] == "huis" and "huizne" not in again
    assert kept.name.startswith("nl-")


@pytest.mark.parametrize("content", [b"", b"not marshal", b"N"])
def test_file_that_cannot_be_read_is_made_anew(tmp_path: Path, content: bytes) -> None:
    KeptDictionaries(tmp_path).get_dictionary("nl")
    [kept] = (tmp_path / "dictionaries").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(content or whole[: len(whole) // 2])
    assert KeptDictionaries(tmp_path).get_dictionary("nl")["huizen"] == "huis"
    assert len(kept.read_bytes()) == len(whole)


def test_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert KeptDictionaries(tmp_path / "file").get_dictionary("nl")["huizen"] == "huis"


def test_where_nobody_knows_the_home_of_the_user_words_are_known_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("graph.extract.figures.dictionary.cache_folder", unknown)
    assert KeptDictionaries().get_dictionary("nl")["huizen"] == "huis"


@pytest.mark.parametrize(
    "word", ["huizen", "ingetrokken", "Gemeenten", "asielzoekers", "opvangplekken", "'s", "ééns", "qwrt"]
)
def test_words_are_known_and_reduced_as_by_the_library_itself(word: str) -> None:
    assert is_known(word) == simplemma.is_known(word.lower(), "nl")
    assert lemma(word) == simplemma.lemmatize(word.lower(), "nl").replace("_", "").lower()
