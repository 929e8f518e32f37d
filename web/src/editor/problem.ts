// Tells in words of a beginner why a query gave no result.
import { button, element } from "./dom";
import { QueryProblem } from "./endpoint";
import type { Input } from "./input";
import { hasText, settings, text } from "./settings";

/** Where in a query something is wrong; lines and columns count from 1. */
interface Place {
  line: number;
  column: number;
}

const AT = /line (\d+), column (\d+)(?:, at '([\s\S]*)')?/;
const NEAR = /error at (\d+):(\d+)/;
const PREFIX = /prefix ([\w-]*): is not declared/;

/** Makes the message of a problem, and marks the place in the query. */
export function explain(problem: unknown, input: Input): HTMLElement {
  const found = problem instanceof QueryProblem ? problem : new QueryProblem("other", String(problem));
  const place = found.slug === "bad-query" ? placeOf(found.detail) : undefined;
  const box = element("div", { class: "problem", role: "alert" });
  box.append(element("h2", {}, text(hasText(`${found.slug}-title`) ? `${found.slug}-title` : "other-title")));
  box.append(element("p", {}, inWords(found, place)));
  const prefix = PREFIX.exec(found.detail)?.[1];
  if (prefix !== undefined && prefix in settings.prefixes) {
    box.append(button(text("add-prefix", { prefix }), () => input.declare(prefix)));
  }
  if (place !== undefined) {
    input.mark(place.line, place.column, text("mark"));
    box.append(button(text("go-to-line", { line: place.line }), () => input.goTo(place.line, place.column)));
  }
  const said = element("p", { lang: "en" }, found.detail);
  box.append(element("details", {}, element("summary", {}, text("server-said")), said));
  return box;
}

function inWords(problem: QueryProblem, place: Place | undefined): string {
  if (problem.slug !== "bad-query") {
    const seconds = Number(problem.members["seconds"] ?? 0);
    return hasText(problem.slug) ? text(problem.slug, { seconds }) : text("other");
  }
  const { detail } = problem;
  const prefix = PREFIX.exec(detail)?.[1];
  if (prefix !== undefined) return text(prefix in settings.prefixes ? "prefix-known" : "prefix-unknown", { prefix });
  if (detail.startsWith("this is an update")) return text("read-only");
  if (place === undefined) return text("bad-query");
  if (detail.endsWith("it ends there")) return text("ends-early", { ...place });
  const at = AT.exec(detail)?.[3];
  return at === undefined ? text("wrong-near", { ...place }) : text("wrong-at", { ...place, at });
}

function placeOf(detail: string): Place | undefined {
  const match = AT.exec(detail) ?? NEAR.exec(detail);
  return match === null ? undefined : { line: Number(match[1]), column: Number(match[2]) };
}
