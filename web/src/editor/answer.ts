// Shows what a query gave: as a table, as a chart, as it came, and as files to take away.
import { showChart } from "./chart";
import { button, element } from "./dom";
import { fetchFile, GRAPH_FORMS, TABLE_FORMS } from "./endpoint";
import type { Answer } from "./results";
import { text } from "./settings";
import { showTable } from "./table";

export const VIEWS = ["table", "chart", "raw"] as const;
export type View = (typeof VIEWS)[number];

const MOST_CHARACTERS = 500_000;

/** Reads the name of a view. */
export function viewOf(name: string | null): View {
  return VIEWS.find((view) => view === name) ?? "table";
}

/**
 * Shows an answer.
 *
 * @param chosen - the view to begin with.
 * @param viewed - is told each view that is chosen.
 * @param failed - is told what went wrong with a file.
 */
export function showAnswer(
  answer: Answer,
  chosen: View,
  viewed: (view: View) => void,
  failed: (problem: unknown) => void,
): HTMLElement {
  const stage = element("div", { class: "stage" });
  const { result } = answer;
  const possible = result.kind === "table" ? VIEWS : ([result.kind === "graph" ? "raw" : "table", "raw"] as const);
  const show = (view: View): void => {
    for (const [name, each] of buttons) each.setAttribute("aria-pressed", String(name === view));
    stage.replaceChildren(staged(answer, view));
    viewed(view);
  };
  const buttons = new Map([...new Set(possible)].map((view) => [view, button(text(view), () => show(view))]));
  const bar = element("div", { class: "views", role: "group", "aria-label": text("views") }, ...buttons.values());
  const made = element("div", {}, bar, stage, downloads(answer, failed));
  show(buttons.has(chosen) ? chosen : ([...buttons.keys()][0] ?? "raw"));
  return made;
}

/** Says in one line what a query gave. */
export function summary({ result, seconds }: Answer): string {
  const time = { seconds: Math.round(seconds * 100) / 100 };
  if (result.kind === "verdict") return text("status-verdict", time);
  if (result.kind === "graph") return text("status-graph", time);
  return text(result.rows.length === 1 ? "status-row" : "status-rows", { rows: result.rows.length, ...time });
}

function staged({ result, body }: Answer, view: View): HTMLElement {
  if (view === "raw" || result.kind === "graph") return raw(body);
  if (result.kind === "verdict") return element("p", { class: "lead" }, text(result.yes ? "yes" : "no"));
  if (result.rows.length === 0) return element("p", { class: "note" }, text("no-rows"));
  return view === "chart" ? showChart(result) : showTable(result);
}

function raw(body: string): HTMLElement {
  const shown = body.slice(0, MOST_CHARACTERS);
  const code = element(
    "pre",
    { class: "raw", tabindex: "0", role: "region", "aria-label": text("raw"), lang: "en" },
    shown,
  );
  return body.length > shown.length ? element("div", {}, element("p", { class: "note" }, text("raw-cut")), code) : code;
}

function downloads({ query, result }: Answer, failed: (problem: unknown) => void): HTMLElement {
  const all = result.kind === "graph" ? GRAPH_FORMS : TABLE_FORMS;
  const forms = result.kind === "verdict" ? TABLE_FORMS.filter(([name]) => name === "JSON" || name === "XML") : all;
  const take = async (mediaType: string, suffix: string): Promise<void> => {
    try {
      const href = URL.createObjectURL(await fetchFile(query, mediaType));
      element("a", { href, download: `kamergraaf.${suffix}` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    } catch (problem) {
      failed(problem);
    }
  };
  const buttons = forms.map(([name, mediaType, suffix]) =>
    button(name, () => void take(mediaType, suffix), { "aria-label": text("download-as", { form: name }), lang: "en" }),
  );
  return element(
    "div",
    { class: "downloads", role: "group", "aria-label": text("download") },
    element("span", {}, `${text("download")} `),
    ...buttons,
  );
}
