"""Notes of official XML are called where they stand, and given once."""

from __future__ import annotations

from graph.model import SourceText
from graph.read import read


def paper(inside: str) -> SourceText:
    return read(f"<kamerstuk>{inside}</kamerstuk>".encode(), "a.xml")


def notes(source: SourceText) -> list[tuple[str, str, str]]:
    """Give mark, words, and the words before the call."""
    assert source.layout is not None
    return [
        (note.mark, source.quote(note.span), source.text[: note.call.start].splitlines()[-1] if note.call else "")
        for note in source.layout.notes
    ]


def test_a_note_is_called_where_it_stands_and_given_at_the_end() -> None:
    source = paper(
        """<al>Tien.<noot id="a" type="voet">
        <noot.nr>1</noot.nr><noot.al>Zie <extref doc="x">nr. 3</extref>.</noot.al><noot.al>En verder.</noot.al>
        </noot> Elf.</al><al>Twaalf.</al>"""
    )
    assert source.text == "Tien.1 Elf.\n\nTwaalf.\n1 Zie nr. 3.\nEn verder."
    assert notes(source) == [("1", "1 Zie nr. 3.\nEn verder.", "Tien.")]


def test_a_note_is_called_again_by_a_reference() -> None:
    source = paper(
        """<al>Een<noot id="a"><noot.nr>1</noot.nr><noot.al>Noot.</noot.al></noot></al>
        <al>Twee<nootref refid="a"/> drie<nootref refid="weg">9</nootref> vier<nootref refid="leeg"/></al>"""
    )
    assert source.text == "Een1\n\nTwee1 drie9 vier\n1 Noot."
    assert source.layout is not None and len(source.layout.calls) == 3


def test_a_note_that_stands_apart_is_called_only_by_its_reference() -> None:
    source = paper(
        """<noot nr="2"><al>Apart.</al></noot><al>Tekst<nootref refid="2">2</nootref></al>
        <noot id="x"><noot.nr>3</noot.nr><noot.al>Ook</noot.al></noot>"""
    )
    assert notes(source) == [("2", "2 Apart.", "Tekst"), ("3", "3 Ook", "")]


def test_notes_with_the_same_name_are_kept_apart_and_unnumbered_ones_counted() -> None:
    source = paper(
        """<al>Een<noot id="a"><noot.al>Eerste.</noot.al></noot>
        twee<noot id="a"><noot.al>Tweede.</noot.al></noot></al>"""
    )
    assert notes(source) == [("1", "1 Eerste.", "Een"), ("2", "2 Tweede.", "Een1 twee")]


def test_lists_in_notes_have_their_labels() -> None:
    source = paper(
        """<al>Een<noot id="a"><noot.nr>1</noot.nr><noot.lijst><noot.li><noot.li.nr>a.</noot.li.nr>
        <noot.al>Punt</noot.al></noot.li></noot.lijst></noot></al>"""
    )
    assert notes(source) == [("1", "1 a. Punt", "Een")]


def test_notes_of_a_table_follow_the_table() -> None:
    source = paper(
        """<table><tgroup cols="1"><tbody><row><entry><al>5<noot id="t" type="tabel"><noot.nr>1</noot.nr>
        <noot.al>Raming.</noot.al></noot></al></entry></row></tbody></tgroup></table><al>Slot.</al>"""
    )
    assert source.text == "51\n1 Raming.\n\nSlot."
