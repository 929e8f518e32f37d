// Asks the endpoint, and nothing else.
import { type Answer, type Graph, readResult, type Table, type Verdict } from "./results";
import { settings } from "./settings";

const JSON_RESULTS = "application/sparql-results+json";

/** The forms of results: name, media type. */
export const TABLE_FORMS = [
  ["CSV", "text/csv", "csv"],
  ["TSV", "text/tab-separated-values", "tsv"],
  ["JSON", JSON_RESULTS, "json"],
  ["XML", "application/sparql-results+xml", "xml"],
] as const;

export const GRAPH_FORMS = [
  ["Turtle", "text/turtle", "ttl"],
  ["N-Triples", "application/n-triples", "nt"],
  ["JSON-LD", "application/ld+json", "jsonld"],
  ["RDF/XML", "application/rdf+xml", "rdf"],
  ["TriG", "application/trig", "trig"],
  ["N-Quads", "application/n-quads", "nq"],
] as const;

/** A query that gave no result, with the problem details of the server (RFC 9457). */
export class QueryProblem extends Error {
  constructor(
    /** The kind of problem: the fragment of its address; `unreachable` where no answer came, `broken-off` for a part. */
    readonly slug: string,
    readonly detail: string,
    readonly members: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

/** Runs a query. */
export async function ask(query: string, signal?: AbortSignal): Promise<Answer> {
  const began = performance.now();
  const response = await send(query, `${JSON_RESULTS}, text/turtle;q=0.9`, signal);
  const body = await reading(response.text(), "broken-off");
  const isTable = response.headers.get("Content-Type")?.startsWith(JSON_RESULTS) === true;
  const result: Table | Verdict | Graph = isTable ? readResult(body) : { kind: "graph" };
  return { query, result, body, seconds: (performance.now() - began) / 1000 };
}

/** Gives the result of a query as a file. */
export async function fetchFile(query: string, mediaType: string): Promise<Blob> {
  return reading((await send(query, mediaType)).blob(), "broken-off");
}

async function send(query: string, accept: string, signal?: AbortSignal): Promise<Response> {
  const response = await reading(
    fetch(settings.endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/sparql-query", Accept: `${accept}, application/problem+json;q=0.5` },
      body: query,
      signal: signal ?? null,
    }),
  );
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** A transfer that breaks off has no result: what came of it is not shown. */
async function reading<Kind>(transfer: Promise<Kind>, slug = "unreachable"): Promise<Kind> {
  try {
    return await transfer;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new QueryProblem(slug, String(error));
  }
}

async function problemOf(response: Response): Promise<QueryProblem> {
  const body = await reading(response.text());
  try {
    const { type, detail, ...members } = JSON.parse(body) as Record<string, unknown>;
    return new QueryProblem(String(type).split("#")[1] ?? "other", String(detail), members);
  } catch {
    return new QueryProblem("other", `${response.status} ${response.statusText}`);
  }
}
