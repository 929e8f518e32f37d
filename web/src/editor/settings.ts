// What the server tells the script, in blocks of JSON in the page: the texts in the language of the page among it.
import { byId } from "./dom";

export interface Settings {
  /** The address of the endpoint: the only one that is ever asked. */
  endpoint: string;
  /** The address that describes any IRI, which goes in its parameter `iri`. */
  describe: string;
  /** Starts every IRI of the data. */
  base: string;
  /** The language of the page (BCP 47). */
  language: string;
  /** The namespaces of the project by their prefixes. */
  prefixes: Record<string, string>;
}

export const settings: Settings = JSON.parse(byId("settings", HTMLScriptElement).text);

const texts: Record<string, string> = JSON.parse(byId("texts", HTMLScriptElement).text);

/** Gives a text of the page; `{name}` in it is replaced by what is given. */
export function text(name: string, given: Record<string, string | number> = {}): string {
  const found = texts[name];
  if (found === undefined) throw new Error(`the page has no text ${name}`);
  return found.replace(/\{(\w+)\}/g, (whole, key: string) => shown(given[key]) ?? whole);
}

/** Whether the page has a text. */
export function hasText(name: string): boolean {
  return name in texts;
}

function shown(value: string | number | undefined): string | undefined {
  return typeof value === "number" ? value.toLocaleString(settings.language) : value;
}
