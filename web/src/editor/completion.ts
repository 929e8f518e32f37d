// Completes variables, keywords, and the classes and properties that the data has, most used first (its VoID).
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { ask } from "./endpoint";
import { compact, declaring } from "./prefixes";
import { settings } from "./settings";

const KEYWORDS = (
  "SELECT DISTINCT WHERE OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH CONSTRUCT DESCRIBE ASK FROM PREFIX BASE " +
  "GROUP BY|HAVING|ORDER BY|LIMIT|OFFSET|COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT STR LANG DATATYPE CONTAINS " +
  "STRSTARTS REGEX LCASE YEAR MONTH BOUND COALESCE IF EXISTS NOT EXISTS"
)
  .split("|")
  .flatMap((part, at) => (at === 0 || part.startsWith("COUNT") ? part.split(" ") : [part]))
  .map((label): Completion => ({ label, type: "keyword", boost: -1 }));

const TERMS = `PREFIX void: <http://rdfs.org/ns/void#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?kind ?term ?count ?label WHERE {
  { ?part void:class ?term ; void:entities ?count BIND("class" AS ?kind) }
  UNION { ?part void:property ?term ; void:triples ?count BIND("property" AS ?kind) }
  OPTIONAL { ?term rdfs:label ?label FILTER(LANG(?label) = "${settings.language}") }
} ORDER BY DESC(?count)`;

interface Terms {
  classes: Completion[];
  properties: Completion[];
}

let terms: Promise<Terms> | undefined;

/** Gives what may stand where the cursor is. */
export async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const variable = context.matchBefore(/[?$]\w*/);
  if (variable) return { from: variable.from, options: variables(context), validFor: /^[?$]\w*$/ };
  const word = context.matchBefore(/[\w-]*:?[\w-]*/);
  if (word === null || (word.from === word.to && !context.explicit)) return null;
  const line = context.state.doc.lineAt(word.from);
  const before = line.text.slice(0, word.from - line.from);
  if (/#|<[^>]*$|"[^"]*$|^\s*PREFIX\s+$/i.test(before)) return null;
  terms ??= load();
  const { classes, properties } = await terms;
  const options = /(?:^|\s)a\s+$/.test(before) ? classes : [...properties, ...classes, ...KEYWORDS];
  return { from: word.from, options, validFor: /^[\w-]*:?[\w-]*$/ };
}

function variables(context: CompletionContext): Completion[] {
  const found = new Set(context.state.doc.toString().match(/[?$]\w+/g));
  found.delete(context.matchBefore(/[?$]\w*/)?.text ?? "");
  return [...found].map((label) => ({ label, type: "variable" }));
}

async function load(): Promise<Terms> {
  const found: Terms = { classes: [], properties: [] };
  try {
    const { result } = await ask(TERMS);
    for (const { kind, term, count, label } of result.kind === "table" ? result.rows : []) {
      const name = term && compact(term.value);
      if (!name) continue;
      const number = Number(count?.value).toLocaleString(settings.language);
      const detail = [label?.value, number].filter(Boolean).join(" · ");
      const list = kind?.value === "class" ? found.classes : found.properties;
      list.push({ label: name, detail, type: kind?.value === "class" ? "class" : "property", boost: own(name), apply });
    }
  } catch {
    terms = undefined; // tried again at the next word; completion is no reason to disturb who writes
  }
  return found;
}

function own(name: string): number {
  return name.startsWith("kg:") ? 2 : 1;
}

/** Writes a name, and declares its prefix where the query does not. */
function apply(view: EditorView, { label }: Completion, from: number, to: number): void {
  view.dispatch({
    changes: { from, to, insert: label },
    selection: { anchor: from + label.length },
    userEvent: "input.complete",
  });
  const change = declaring(view.state, label.split(":")[0] ?? "");
  if (change) view.dispatch(change);
}
