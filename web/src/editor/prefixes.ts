// Prefixes: which a query declares, which it uses, and how IRIs are written with them.
import type { EditorState, TransactionSpec } from "@codemirror/state";
import { settings } from "./settings";

const DECLARED = /\bPREFIX\s+([\w-]*):\s*<[^>]*>/gi;

/** The prefixes that a query declares. */
export function declared(query: string): Set<string> {
  return new Set([...query.matchAll(DECLARED)].map((match) => match[1] ?? ""));
}

/** The change that declares a prefix of the project; undefined where it is declared, or is none of ours. */
export function declaring(state: EditorState, prefix: string): TransactionSpec | undefined {
  const query = state.doc.toString();
  const namespace = settings.prefixes[prefix];
  if (namespace === undefined || declared(query).has(prefix)) return undefined;
  return { changes: { from: placeFor(query), insert: `PREFIX ${prefix}: <${namespace}>\n` } };
}

/** Writes an IRI with the prefix of the longest namespace that it has; undefined where none fits. */
export function compact(iri: string): string | undefined {
  let best: [prefix: string, local: string] | undefined;
  for (const [prefix, namespace] of Object.entries(settings.prefixes)) {
    if (!iri.startsWith(namespace)) continue;
    const local = iri.slice(namespace.length);
    if (/^[\w-]+$/.test(local) && (best === undefined || local.length < best[1].length)) best = [prefix, local];
  }
  return best?.join(":");
}

/** Where a declaration goes: after the comments that a query begins with. */
function placeFor(query: string): number {
  return /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(query)?.[0].length ?? 0;
}
