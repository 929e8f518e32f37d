"""The total of a table against its rows and columns."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from graph.check import consistency
from graph.model import Understanding

Paper = Callable[..., Understanding]

HEAD = "Aantal gekeurde dijken op 1 januari 2024\n\nSoort        Aantal\n"


def test_rows_that_do_not_add_up_to_the_row_totaal_are_told(paper: Paper) -> None:
    table = f"{HEAD}Rivierdijk     901\nZeedijk        350\nMeerdijk       120\nTotaal       1.391\n"
    (finding,) = consistency([paper(table)])
    assert (finding.kind, finding.difference) == ("sum", Decimal(-20))
    assert finding.quotes == ("1.391", "901", "350", "120")


def test_rows_that_add_up_are_left_alone(paper: Paper) -> None:
    table = f"{HEAD}Rivierdijk     901\nZeedijk        350\nMeerdijk       120\nTotaal       1.371\n"
    understood = paper(table)
    assert len(understood.statistics) == 4
    assert consistency([understood]) == []


def test_a_row_that_is_the_sum_of_others_is_not_counted_twice(paper: Paper) -> None:
    table = (
        f"{HEAD}Zoet           901\nRivierdijk     600\nBeekdijk       301\nZeedijk        350\nTotaal       1.251\n"
    )
    understood = paper(table)
    assert len(understood.statistics) == 5
    assert consistency([understood]) == []


def test_a_total_of_means_is_no_sum(paper: Paper) -> None:
    table = HEAD.replace("Aantal gekeurde dijken", "Gemiddelde hoogte van dijken in meter")
    assert (
        consistency([paper(f"{table}Rivierdijk      12\nZeedijk         15\nMeerdijk         8\nTotaal          14\n")])
        == []
    )


def test_a_table_with_an_untold_cell_is_left_alone(paper: Paper) -> None:
    table = f"{HEAD}Rivierdijk     901\nZeedijk        350\nMeerdijk         *\nTotaal       1.291\n"
    assert consistency([paper(table)]) == []


def test_rows_with_one_label_do_not_contradict_each_other(paper: Paper) -> None:
    table = f"{HEAD}Rivierdijk     901\nRivierdijk     350\nRivierdijk     120\n"
    assert consistency([paper(table)]) == []
