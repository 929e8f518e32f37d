"""Indicators that no paper speaks of any more: which lead to another one, and which are gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.build.test_succession import Office

from graph.build import Fate, publish, remove
from graph.build.replaced import graph_of
from graph.build.work import Made, Recipe, make
from graph.describe.concepts import concept_key
from graph.describe.iris import Iris, slug

PAPER = """Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden 3 maart 2025)

Vraag 1
Hoeveel plekken waren er in 2024?

Antwoord op vraag 1
In 2024 waren er 1.250 gehuurde opvangplekken.
"""
OTHER = PAPER.replace("1.250", "1.300").replace("Jansen", "De Vries")
LABEL = "gehuurde opvangplekken"
EIGEN, VREEMD = "eigen gehuurde opvangplekken", "vreemde gehuurde opvangplekken"

Reads = Callable[[Mapping[str, str]], None]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Give a way to read papers as other software would: what the figures of each measure, by the name of its file."""

    def reads(labels: Mapping[str, str]) -> None:
        def anew(path: Path, recipe: Recipe) -> Made:
            label = labels.get(path.stem, LABEL)
            monkeypatch.setattr("graph.describe.iris.concept_key", lambda said: concept_key(said.replace(LABEL, label)))
            return replace(make(path, replace(recipe, known={})), fingerprint=f"{path.stem} {label}")

        monkeypatch.setattr(publish, "make_all", lambda paths, recipe, workers: [anew(path, recipe) for path in paths])

    return reads


def indicator(office: Office, label: str) -> str:
    base = office.settings.base_iri
    return Iris(base).thing("indicator", slug(concept_key(label))).removeprefix(base)


def replacements(office: Office) -> dict[str, str]:
    base = office.settings.base_iri
    with office.store.reader() as reader:
        said = list(reader.graph(graph_of(base)))
    return {str(each.subject)[1:-1].removeprefix(base): str(each.object)[1:-1].removeprefix(base) for each in said}


def two_papers(office: Office) -> tuple[Path, Path]:
    one = office.paper("een.txt", PAPER, identifier="kv-tk-2025Z00001")
    two = office.paper("twee.txt", OTHER, identifier="kv-tk-2025Z00002")
    office.build(one, two)
    return one, two


def test_indicator_of_which_all_figures_have_one_other_leads_to_it_until_a_paper_has_it_again(
    office: Office, read_anew: Reads
) -> None:
    papers = two_papers(office)
    old, new = indicator(office, LABEL), indicator(office, EIGEN)
    assert office.asks(old)[0][0] == 303
    read_anew({"een": EIGEN, "twee": EIGEN})
    assert [fate for fate, _ in office.build(*papers)] == [Fate.CHANGED] * 2
    assert replacements(office) == {old: new}
    name = old.removeprefix("id/")
    assert office.asks(old, f"doc/{name}.ttl", new) == [
        (301, f"/{new}"),
        (301, f"/doc/{new.removeprefix('id/')}.ttl"),
        (303, f"/doc/{new.removeprefix('id/')}.ttl"),
    ]
    read_anew({"een": EIGEN})
    office.build(*papers)
    assert replacements(office) == {}
    assert [status for status, _ in office.asks(old, new)] == [303, 303]


def test_indicator_that_another_paper_still_has_leads_nowhere(office: Office, read_anew: Reads) -> None:
    one, _ = two_papers(office)
    read_anew({"een": EIGEN})
    office.build(one)
    assert replacements(office) == {} and office.asks(indicator(office, LABEL))[0][0] == 303


def test_indicator_that_a_new_paper_has_leads_nowhere(office: Office, read_anew: Reads) -> None:
    one = office.paper("een.txt", PAPER, identifier="kv-tk-2025Z00001")
    office.build(one)
    read_anew({"een": EIGEN})
    office.build(one, office.paper("twee.txt", OTHER, identifier="kv-tk-2025Z00002"))
    assert replacements(office) == {} and office.asks(indicator(office, LABEL))[0][0] == 303


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        ({"een": EIGEN, "twee": VREEMD}, "its figures have two others"),
        ({"een": "kosten van opvang", "twee": "kosten van opvang"}, "the other is something else: it was read wrongly"),
    ],
)
def test_indicator_of_which_it_is_not_certain_is_gone(
    office: Office, read_anew: Reads, labels: dict[str, str], why: str
) -> None:
    papers = two_papers(office)
    read_anew(labels)
    office.build(*papers)
    assert replacements(office) == {}, why
    assert office.asks(indicator(office, LABEL)) == [(410, "")]


def test_indicator_of_which_a_figure_was_withdrawn_or_changed_is_gone(office: Office, read_anew: Reads) -> None:
    one, two = two_papers(office)
    office.paper("twee.txt", OTHER.replace("1.300", "1.400"), identifier="kv-tk-2025Z00002")
    read_anew({"een": EIGEN, "twee": EIGEN})
    office.build(one, two)
    assert replacements(office) == {}
    assert office.asks(indicator(office, LABEL)) == [(410, "")]


def test_a_paper_that_was_withdrawn_before_says_nothing_of_what_is_left(office: Office, read_anew: Reads) -> None:
    one, _ = two_papers(office)
    remove("kv-tk-2025Z00002", "", office.settings, office.store)
    read_anew({"een": EIGEN})
    office.build(one)
    assert replacements(office) == {indicator(office, LABEL): indicator(office, EIGEN)}


def test_indicator_of_one_answer_goes_with_its_paper_to_the_new_name(office: Office) -> None:
    """A bare noun means what it means in one answer only, so its address has the paper in it."""
    paper = office.paper("brief.txt", PAPER.replace("gehuurde opvangplekken", "plekken"))
    office.build(paper)
    [old] = office.documents()
    name = office.named(f".{old}.1")
    assert name.startswith("id/indicator/")
    office.paper("brief.txt", paper.read_text("utf-8"), identifier="kv-tk-2025Z03456")
    office.build(paper)
    assert office.asks(name) == [(301, f"/{name.replace(old, 'kv-tk-2025Z03456')}")]
