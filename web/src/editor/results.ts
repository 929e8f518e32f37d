// What queries give: tables, yes or no, and graphs (SPARQL 1.1 Query Results JSON Format).

export interface Term {
  type: "uri" | "literal" | "typed-literal" | "bnode";
  value: string;
  datatype?: string;
  "xml:lang"?: string;
}

export type Row = Record<string, Term>;

export interface Table {
  kind: "table";
  columns: string[];
  rows: Row[];
}

export interface Verdict {
  kind: "verdict";
  yes: boolean;
}

export interface Graph {
  kind: "graph";
}

/** A result, its text as it came, and how long it took in seconds. */
export interface Answer {
  query: string;
  result: Table | Verdict | Graph;
  body: string;
  seconds: number;
}

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMERIC = new Set(
  ["integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger", "positiveInteger"].map(
    (name) => XSD + name,
  ),
);
const TEMPORAL = new Set(["date", "dateTime", "gYear", "gYearMonth"].map((name) => XSD + name));

/** Reads a result in JSON. */
export function readResult(body: string): Table | Verdict {
  const said: { head: { vars?: string[] }; boolean?: boolean; results?: { bindings: Row[] } } = JSON.parse(body);
  if (said.boolean !== undefined) return { kind: "verdict", yes: said.boolean };
  return { kind: "table", columns: said.head.vars ?? [], rows: said.results?.bindings ?? [] };
}

/** Gives the value of a number; undefined for anything else. */
export function numberOf(term: Term | undefined): number | undefined {
  if (term?.datatype === undefined || !NUMERIC.has(term.datatype)) return undefined;
  const value = Number(term.value);
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a term is a day, a time or a year. */
export function isTemporal(term: Term | undefined): boolean {
  return term?.datatype !== undefined && TEMPORAL.has(term.datatype);
}
