"""The shape suite: valid files conform, each other file breaks exactly the one constraint that its head names.

Many files are validated together, which an engine can because no two describe the same thing. The fast engine of the
gate has to report what pySHACL, the reference, does, result by result.
"""

from __future__ import annotations

import importlib.util
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from tests.check.agreement import as_text, both, key

from graph.check import reference, swift
from graph.check.reference import shapes
from graph.check.report import Violation
from graph.check.results import Result, verdict
from graph.describe.terms import DEFAULT_BASE

HERE = Path(__file__).parent
BROKEN = sorted([*HERE.glob("invalid.*.ttl"), *HERE.glob("warning.*.ttl")])
AT_ONCE = 25
VALID = sorted(HERE.glob("valid.*.ttl"))


def _quads(path: Path) -> list[Quad]:
    graph = NamedNode(f"{DEFAULT_BASE}graph/{path.stem}")
    return [Quad(t.subject, t.predicate, t.object, graph) for t in parse(path.read_bytes(), format=RdfFormat.TURTLE)]


def _head(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()[:3]
    return {name: value for name, _, value in (line.removeprefix("# ").partition(": ") for line in lines)}


@dataclass(frozen=True)
class Batch:
    """Some files, and what each engine reports of them together; `owner` is the file of each thing."""

    quads: list[Quad]
    owner: dict[str, Path]
    slow: list[Result]
    fast: list[Result]


@pytest.fixture(scope="module")
def batches() -> list[Batch]:
    """What pySHACL and the fast engine say of the files that break a constraint."""
    made = []
    for start in range(0, len(BROKEN), AT_ONCE):
        owner: dict[str, Path] = {}
        batch: list[Quad] = []
        for path in BROKEN[start : start + AT_ONCE]:
            quads = _quads(path)
            batch += quads
            own = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode) and _is_own(quad, path)}
            assert not own & set(owner), path
            owner.update(dict.fromkeys(own, path))
        slow = reference.results(batch, DEFAULT_BASE)
        made.append(Batch(batch, owner, slow, swift.results(as_text(batch), DEFAULT_BASE)))
    return made


@pytest.fixture(scope="module")
def found(batches: list[Batch]) -> dict[Path, list[Violation]]:
    """What the reference engine says of each file that breaks a constraint."""
    by_file: dict[Path, list[Violation]] = defaultdict(list)
    for batch in batches:
        report = verdict(batch.slow, batch.quads, DEFAULT_BASE)
        for violation in (*report.violations, *report.warnings):
            by_file[batch.owner[violation.focus]].append(violation)
    return by_file


def _is_own(quad: Quad, path: Path) -> bool:
    """Whether a statement is about a thing of this file, not about one that several files point to."""
    text = str(quad.subject)
    return any(part in text for part in (path.stem, path.stem.replace(".", "-"), "/activity/"))


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The script that makes the files."""
    spec = importlib.util.spec_from_file_location("make_shape_suite", HERE / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_each_broken_file_gives_exactly_the_one_result_that_it_names(
    path: Path, found: dict[Path, list[Violation]]
) -> None:
    head = _head(path)
    results = [(each.component, each.path or "-", each.warning) for each in found[path]]
    assert results == [(head["component"], head["path"], path.name.startswith("warning."))]
    if head["component"] != "SPARQL":
        assert found[path][0].shape == head["shape"]


def test_the_fast_engine_reports_all_that_the_reference_does_and_nothing_else(batches: list[Batch]) -> None:
    assert sum(len(batch.slow) for batch in batches) == len(BROKEN)
    for batch in batches:
        assert Counter(map(key, batch.fast)) == Counter(map(key, batch.slow))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_fast_engine_finds_the_one_fault_of_each_file_alone(path: Path) -> None:
    head, quads = _head(path), _quads(path)
    report = verdict(swift.results(as_text(quads), DEFAULT_BASE), quads, DEFAULT_BASE)
    (result,) = (*report.violations, *report.warnings)
    assert (result.component, result.path or "-") == (head["component"], head["path"])
    assert result.warning == path.name.startswith("warning.")
    assert result.message_nl and result.message_en


def test_every_valid_file_conforms_by_both_engines() -> None:
    quads = [quad for path in VALID for quad in _quads(path)]
    assert len(VALID) >= 15
    assert both(quads, DEFAULT_BASE) == ({}, {})


def test_every_constraint_of_every_shape_has_its_file(maker: ModuleType) -> None:
    wanted = {constraint.stem for constraint in maker.constraints(maker.all_shapes())}
    assert {path.stem for path in BROKEN} == wanted
    assert len(wanted) > 300


def test_the_files_are_those_that_the_script_makes(
    maker: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in VALID:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(maker, "HERE", tmp_path)
    maker.main()
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.ttl")} == {
        path.name: path.read_bytes() for path in HERE.glob("*.ttl")
    }


def test_no_component_of_shacl_is_used_that_the_suite_does_not_know(maker: ModuleType) -> None:
    known = {str(parameter) for parameter in maker.COMPONENTS}
    plain = "path name message severity property targetClass targetSubjectsOf ignoredProperties sparql select prefixes"
    plain += " declare prefix namespace"
    known |= {f"http://www.w3.org/ns/shacl#{name}" for name in plain.split()}
    used = {str(predicate) for predicate in shapes(DEFAULT_BASE).predicates()}
    assert {name for name in used if name.startswith("http://www.w3.org/ns/shacl#")} <= known


def test_every_shape_speaks_both_languages(maker: ModuleType) -> None:
    from rdflib import RDF, SH

    graph = maker.all_shapes()
    named = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
    named |= set(graph.subjects(RDF.type, SH.SPARQLConstraint))
    assert len(named) > 100
    for shape in named:
        assert sorted(message.language for message in graph.objects(shape, SH.message)) == ["en", "nl"], shape


def test_the_shapes_are_shapes_by_the_shapes_of_shacl() -> None:
    import pyshacl
    from rdflib import Graph

    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes(DEFAULT_BASE), meta_shacl=True)
    assert conforms, text
