"""Our own rows: what the W3C's suite does not ask and servers get wrong."""

from __future__ import annotations

from tests.conformance.protocol.rows import DIRECT, FORM, UPDATE, Row, Shape, is_exactly
from tests.conformance.protocol.w3c import ONE, THREE, TWO

JSON = {"Accept": "application/sparql-results+json"}
_GRAPHS = "SELECT DISTINCT ?g%s { GRAPH ?g { ?s ?p ?o } }"
_SUBJECTS = "SELECT DISTINCT ?s%s { ?s a ?type }"
_MANY = "SELECT * { " + " ".join(f"VALUES ?{v} {{ 0 1 2 3 4 5 6 7 8 9 }}" for v in "abcdefgh") + " }"
_ENDLESS = _MANY.replace("SELECT *", "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?b), STR(?h))) AS ?n)").replace(
    "VALUES ?h", "VALUES ?i { 0 1 2 3 4 5 6 7 8 9 } VALUES ?h"
)


def _query(text: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (("query", text), *more)


def _asks(name: str, text: str, *more: tuple[str, str], gives: tuple[str, ...]) -> Row:
    return Row(name, parameters=_query(text, *more), headers=JSON, values=gives)


def _default(iri: str) -> tuple[str, str]:
    return "default-graph-uri", iri


def _named(iri: str) -> tuple[str, str]:
    return "named-graph-uri", iri


def _graphs(clause: str) -> str:
    return _GRAPHS % clause


def _subjects(clause: str) -> str:
    return _SUBJECTS % clause


DATASETS = (
    _asks("no dataset: the default graph is the union", _subjects(""), gives=(ONE, TWO, THREE)),
    _asks("no dataset: GRAPH reaches every graph", _graphs(""), gives=(ONE, TWO, THREE)),
    _asks("FROM restricts the default graph", _subjects(f" FROM <{ONE}>"), gives=(ONE,)),
    _asks("several FROM are merged", _subjects(f" FROM <{ONE}> FROM <{TWO}>"), gives=(ONE, TWO)),
    _asks("FROM leaves GRAPH nothing", _graphs(f" FROM <{ONE}>"), gives=()),
    _asks("FROM NAMED restricts GRAPH ?g", _graphs(f" FROM NAMED <{ONE}>"), gives=(ONE,)),
    _asks("FROM NAMED leaves the default graph empty", _subjects(f" FROM NAMED <{ONE}>"), gives=()),
    _asks("FROM beside FROM NAMED", _graphs(f" FROM <{ONE}> FROM NAMED <{TWO}>"), gives=(TWO,)),
    _asks("FROM with a prefixed name", f"PREFIX d: <{ONE[:-9]}> {_subjects(' FROM d:data1.rdf')}", gives=(ONE,)),
    _asks("FROM with a relative IRI", f"BASE <{ONE[:-9]}> {_subjects(' FROM <data1.rdf>')}", gives=(ONE,)),
    _asks("from in lower case", _subjects(f" from <{ONE}>"), gives=(ONE,)),
    _asks("default-graph-uri restricts the default graph", _subjects(""), _default(ONE), gives=(ONE,)),
    _asks("several default-graph-uri", _subjects(""), _default(ONE), _default(THREE), gives=(ONE, THREE)),
    _asks("default-graph-uri leaves GRAPH nothing", _graphs(""), _default(ONE), gives=()),
    _asks("named-graph-uri restricts GRAPH ?g", _graphs(""), _named(TWO), gives=(TWO,)),
    _asks("several named-graph-uri", _graphs(""), _named(ONE), _named(TWO), gives=(ONE, TWO)),
    _asks("named-graph-uri leaves the default graph empty", _subjects(""), _named(TWO), gives=()),
    _asks("both parameters, the default graph", _subjects(""), _default(ONE), _named(TWO), gives=(ONE,)),
    _asks("both parameters, GRAPH", _graphs(""), _default(ONE), _named(TWO), gives=(TWO,)),
    _asks(
        "GRAPH with an IRI outside the dataset", f"SELECT ?s {{ GRAPH <{ONE}> {{ ?s ?p ?o }} }}", _named(TWO), gives=()
    ),
    _asks("a parameter goes before FROM", _subjects(f" FROM <{ONE}>"), _default(TWO), gives=(TWO,)),
    _asks("a parameter goes before FROM NAMED", _graphs(f" FROM NAMED <{ONE}>"), _named(TWO), gives=(TWO,)),
    _asks("a parameter goes before all clauses", _subjects(f" FROM <{ONE}>"), _named(TWO), gives=()),
    _asks("a graph that is not there is empty", _subjects(""), _default("http://example.org/none"), gives=()),
    Row(
        "parameters in a form",
        "POST",
        body=f"query=ASK+%7B+%3Fs+%3Fp+%3Fo+%7D&default-graph-uri={ONE[:-9]}none",
        headers=FORM,
        shape=Shape.BOOLEAN,
        boolean=False,
    ),
    Row("a graph that is no IRI", parameters=_query("ASK {}", _default("none")), status=is_exactly(400)),
)

_CALL = "<{listener}/x> {{ ?a ?b ?c }}"


def _service(name: str, text: str) -> Row:
    return Row(f"SERVICE {name}", parameters=_query(text), status=is_exactly(400, 403))


SERVICES = (
    _service("plain", f"SELECT * {{{{ SERVICE {_CALL} }}}}"),
    _service("in mixed case", f"SELECT * {{{{ sErViCe {_CALL} }}}}"),
    _service("SILENT", f"SELECT * {{{{ SERVICE SILENT {_CALL} }}}}"),
    _service("SILENT, without a space", f"SELECT * {{{{ SERVICE SILENT{_CALL} }}}}"),
    _service("in FILTER EXISTS", f"SELECT * {{{{ ?s ?p ?o FILTER EXISTS {{{{ SERVICE {_CALL} }}}} }}}}"),
    _service("in FILTER NOT EXISTS", f"ASK {{{{ FILTER NOT EXISTS {{{{ SERVICE {_CALL} }}}} }}}}"),
    _service("in BIND(EXISTS)", f"SELECT * {{{{ BIND(EXISTS {{{{ SERVICE {_CALL} }}}} AS ?x) }}}}"),
    _service("in SELECT (EXISTS)", f"SELECT (EXISTS {{{{ SERVICE {_CALL} }}}} AS ?x) {{{{ }}}}"),
    _service("in ORDER BY", f"SELECT * {{{{ ?s ?p ?o }}}} ORDER BY EXISTS {{{{ SERVICE {_CALL} }}}}"),
    _service("in HAVING", f"SELECT ?s {{{{ ?s ?p ?o }}}} GROUP BY ?s HAVING EXISTS {{{{ SERVICE {_CALL} }}}}"),
    _service("in a subselect", f"SELECT * {{{{ {{{{ SELECT * {{{{ SERVICE {_CALL} }}}} }}}} }}}}"),
    _service("in OPTIONAL", f"SELECT * {{{{ OPTIONAL {{{{ SERVICE {_CALL} }}}} }}}}"),
    _service("in UNION", f"SELECT * {{{{ {{{{ }}}} UNION {{{{ SERVICE {_CALL} }}}} }}}}"),
    _service("in MINUS", f"SELECT * {{{{ ?s ?p ?o MINUS {{{{ SERVICE {_CALL} }}}} }}}}"),
    _service("in GRAPH", f"SELECT * {{{{ GRAPH ?g {{{{ SERVICE {_CALL} }}}} }}}}"),
    _service("in another SERVICE", f"SELECT * {{{{ SERVICE <{{listener}}/y> {{{{ SERVICE {_CALL} }}}} }}}}"),
    _service("in CONSTRUCT", f"CONSTRUCT {{{{ ?a ?b ?c }}}} WHERE {{{{ SERVICE {_CALL} }}}}"),
    _service("in DESCRIBE", f"DESCRIBE ?a {{{{ SERVICE {_CALL} }}}}"),
    _service("with a prefixed name", "PREFIX x: <{listener}/> SELECT * {{ SERVICE x:p {{ ?a ?b ?c }} }}"),
    _service("with the empty prefix", "PREFIX : <{listener}/> SELECT * {{ SERVICE SILENT :p {{ ?a ?b ?c }} }}"),
    _service("with a relative IRI", "BASE <{listener}/> ASK {{ SERVICE <x> {{ ?a ?b ?c }} }}"),
    _service("with a relative IRI and two BASE", "BASE <http://e/> BASE <{listener}/> ASK {{ SERVICE <x> {{ }} }}"),
    _service("with a variable", "SELECT * {{ VALUES ?e {{ <{listener}/x> }} SERVICE ?e {{ ?a ?b ?c }} }}"),
    _service("with a variable that is bound", "SELECT * {{ BIND(<{listener}/x> AS ?e) SERVICE SILENT ?e {{ }} }}"),
    _service("after a comment", f"SELECT * {{{{ # SERVICE\n SERVICE # x\n {_CALL} }}}}"),
    _service("after a comment that ends with a carriage return", f"SELECT * {{{{ # \r SERVICE {_CALL} }}}}"),
    _service("with escapes in the word", f"SELECT * {{{{ \\u0053ERVICE {_CALL} }}}}"),
    _service("with long escapes in the word", f"SELECT * {{{{ S\\U00000045RV\\u0049CE SILENT {_CALL} }}}}"),
    _service("with escapes in the IRI", "SELECT * {{ SERVICE SILENT <\\u0068ttp{tail}/x> {{ ?a ?b ?c }} }}"),
    _service("behind an escaped quote", f'SELECT * {{{{ BIND("\\u0022 AS ?q) SERVICE SILENT {_CALL} #" AS ?r)\n }}}}'),
    Row(
        "SERVICE in the body of a form",
        "POST",
        body="query=SELECT+*+%7B+SERVICE+SILENT+%3C{listener}/x%3E+%7B%7D+%7D",
        headers=FORM,
        status=is_exactly(403),
    ),
    Row(
        "FROM fetches nothing",
        parameters=_query("SELECT * FROM <{listener}/x> {{ ?s ?p ?o }}"),
        headers=JSON,
        says=('"bindings":[]',),
    ),
    Row(
        "default-graph-uri fetches nothing",
        parameters=_query("SELECT * {{ ?s ?p ?o }}", _default("{listener}/x")),
        headers=JSON,
        says=('"bindings":[]',),
    ),
    Row("LOAD is refused", "POST", body="LOAD <{listener}/x>", headers=UPDATE, status=is_exactly(403)),
)
"""Spellings of a request to fetch; ``{listener}`` is an address that must see no connection."""

_ASK = _query("ASK {}")
_ORIGIN = {"Origin": "https://elsewhere.example.org"}

HTTP = (
    Row("HEAD has the headers of GET", "HEAD", _ASK, sends={"content-length": "26"}, empty=True),
    Row("HEAD of a faulty query", "HEAD", _query("ASK {"), status=is_exactly(400), empty=True),
    Row("HEAD of the description", "HEAD", sends={"content-type": "text/turtle"}, empty=True),
    Row("OPTIONS names the methods", "OPTIONS", status=is_exactly(204), sends={"allow": "GET, HEAD, POST, OPTIONS"}),
    Row("405 names the methods", "DELETE", _ASK, status=is_exactly(405), sends={"allow": "GET, HEAD, POST, OPTIONS"}),
    Row("any origin may ask", parameters=_ASK, headers=_ORIGIN, sends={"access-control-allow-origin": "*"}),
    Row(
        "any origin may read an error",
        parameters=_query("ASK {"),
        headers=_ORIGIN,
        status=is_exactly(400),
        sends={"access-control-allow-origin": "*"},
    ),
    Row(
        "preflight",
        "OPTIONS",
        headers={
            **_ORIGIN,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
        status=is_exactly(200, 204),
        sends={"access-control-allow-origin": "*", "access-control-allow-methods": "POST"},
    ),
    Row("the answer varies with Accept", parameters=_ASK, sends={"vary": "Accept"}),
)

_SELECT = _query("SELECT (1 AS ?x) {}")
_CONSTRUCT = _query("CONSTRUCT { <http://e/a> <http://e/b> 1 } WHERE {}")


def _form(accept: str, parameters: tuple[tuple[str, str], ...], media_type: str) -> Row:
    return Row(
        f"Accept: {accept}", parameters=parameters, headers={"Accept": accept}, sends={"content-type": media_type}
    )


def _unacceptable(accept: str, parameters: tuple[tuple[str, str], ...], listed: str) -> Row:
    what = parameters[0][1].split()[0]
    return Row(
        f"406 with the list: {accept} of {what}",
        parameters=parameters,
        headers={"Accept": accept},
        status=is_exactly(406),
        says=(listed, '"formats"'),
    )


FORMATS = (
    *(_form(kind, _SELECT, kind) for kind in ("application/sparql-results+json", "application/sparql-results+xml")),
    _form("text/csv", _SELECT, "text/csv; charset=utf-8"),
    _form("text/tab-separated-values", _SELECT, "text/tab-separated-values; charset=utf-8"),
    *(
        _form(kind, _CONSTRUCT, kind)
        for kind in (
            "text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "application/trig",
            "application/n-quads",
        )
    ),
    _form("application/sparql-results+json;q=0.5, text/csv", _SELECT, "text/csv"),
    _form("text/csv;q=0.5, application/sparql-results+xml;q=0.6", _SELECT, "application/sparql-results+xml"),
    _form("text/*", _SELECT, "text/csv"),
    _form("*/*", _SELECT, "application/sparql-results+json"),
    _form("text/html, */*;q=0.1", _SELECT, "application/sparql-results+json"),
    _form("text/csv;q=0, */*", _SELECT, "application/sparql-results+json"),
    _form("text/turtle, application/sparql-results+xml", _SELECT, "application/sparql-results+xml"),
    _form("APPLICATION/SPARQL-RESULTS+XML", _SELECT, "application/sparql-results+xml"),
    _form("text/csv; charset=utf-8", _SELECT, "text/csv"),
    _form("nonsense, text/csv", _SELECT, "text/csv"),
    _unacceptable("image/png", _SELECT, "application/sparql-results+json"),
    _unacceptable("text/turtle", _SELECT, "application/sparql-results+json"),
    _unacceptable("text/csv", _CONSTRUCT, "text/turtle"),
    _unacceptable("*/*;q=0", _SELECT, "application/sparql-results+json"),
)  # fmt: skip


def _wrong(name: str, *says: str, status: int = 400, **request: object) -> Row:
    return Row(name, status=is_exactly(status), says=says, **request)  # type: ignore[arg-type]


_DIRECT = DIRECT["Content-Type"]


def _typed(media_type: str) -> dict[str, str]:
    return {"Content-Type": media_type}


REQUESTS = (
    Row("charset=utf-8 of a query", "POST", body="ASK {}", headers=_typed(f"{_DIRECT}; charset=UTF-8")),
    Row("charset in quotes", "POST", body="ASK {}", headers=_typed(f'{_DIRECT};charset="utf-8"')),
    Row("charset of a form", "POST", body="query=ASK%7B%7D", headers=_typed(f"{FORM['Content-Type']}; charset=utf-8")),
    Row("a type in capitals", "POST", body="ASK {}", headers=_typed("Application/SPARQL-Query")),
    Row("a mark before the query", "POST", body="\ufeffASK {}", headers=DIRECT, boolean=True),
    _asks("letters beyond ASCII", 'SELECT ("€ één 🙂" AS ?x) {}', gives=("€ één 🙂",)),
    Row("an unknown parameter is passed over", parameters=_query("ASK {}", ("timeout", "5")), boolean=True),
    Row("a query of comments and prefixes", parameters=_query("# x\nPREFIX a: <b:> # y\nASK {}"), boolean=True),
    _wrong("another charset", method="POST", body="ASK {}", status=415, headers=_typed(f"{_DIRECT}; charset=latin1")),
    _wrong("bytes that are not UTF-8", "byte 5", method="POST", body=b"ASK {\xff}", headers=DIRECT),
    _wrong("percent-encoding that is not UTF-8", parameters=b"query=ASK%7B%FF%7D"),
    _wrong("a query in the address and in the body", method="POST", parameters=_ASK, body="ASK {}", headers=DIRECT),
    _wrong("a query in the address and a form", method="POST", parameters=_ASK, body="query=ASK%7B%7D", headers=FORM),
    _wrong("no query in a form", method="POST", body="x=1", headers=FORM),
    _wrong("only a dataset", parameters=(_default(ONE),)),
    _wrong("an empty query", parameters=_query("")),
    _wrong("a longer query than allowed", status=413, method="POST", body="#" * 300_000, headers=DIRECT),
    _wrong("an error says line and column", "line 2, column 3", parameters=_query("SELECT *\n{ ?s ?p }")),
    _wrong("an error at the end says so", "line 1, column", parameters=_query("SELECT * {")),
    _wrong("an unknown prefix is named", "prefix ex: is not declared", parameters=_query("ASK { ex:a ?b ?c }")),
    _wrong("errors are problem details", '"detail"', '"type"', parameters=_query("ASK {")),
    _wrong("a right update, directly", status=403, method="POST", body="CLEAR ALL", headers=UPDATE),
    _wrong("a right update, in a form", status=403, method="POST", body="update=CLEAR+ALL", headers=FORM),
    _wrong("an update as a query", "update", parameters=_query("INSERT DATA { <a:a> <a:b> <a:c> }")),
)  # fmt: skip

LIMITS = (
    _wrong("a query past its limit", '"seconds"', status=504, parameters=_query(_ENDLESS)),
    Row("the next query after that", parameters=_ASK, boolean=True),
    Row("a result with too many rows breaks off", parameters=_query(_MANY), headers=JSON, broken=True),
    Row("the same as XML", parameters=_query(_MANY), headers={"Accept": "application/sparql-results+xml"}, broken=True),
    Row("the same as CSV", parameters=_query(_MANY), headers={"Accept": "text/csv"}, broken=True),
    Row("the next query after those", parameters=_ASK, boolean=True),
)

GROUPS = {
    "dataset": DATASETS,
    "SERVICE and fetching": SERVICES,
    "HTTP": HTTP,
    "formats": FORMATS,
    "requests": REQUESTS,
    "limits": LIMITS,
}
