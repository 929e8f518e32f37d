// A result as a chart: which columns it is drawn from, and the choices that change them.
import type { Chart } from "chart.js";
import { choice, element } from "./dom";
import { compact } from "./prefixes";
import { isTemporal, numberOf, type Row, type Table } from "./results";
import { settings, text } from "./settings";

const MOST_POINTS = 100;
const MOST_SERIES = 8;
const KINDS = ["columns", "bars", "line"] as const;

/** How a table is drawn: `apart` is the column whose values are series of their own. */
export interface Drawing {
  kind: (typeof KINDS)[number];
  along: string;
  height: string;
  apart: string;
}

/** What is drawn: a value for each label in each series, null where the result has none. */
export interface Points {
  labels: string[];
  series: { name: string; values: (number | null)[] }[];
  /** How many rows are drawn, of how many that have a number. */
  shown: number;
  of: number;
}

/** Shows a table as a chart, with choices. */
export function showChart(table: Table): HTMLElement {
  const numeric = table.columns.filter((column) => table.rows.some((row) => numberOf(row[column]) !== undefined));
  const drawing = suggest(table, numeric);
  if (drawing === undefined) return element("p", { class: "note" }, text("no-numbers"));
  const canvas = element("canvas", { role: "img" });
  const note = element("p", { class: "note" });
  let current: Promise<Chart | undefined> = Promise.resolve(undefined);
  const draw = (): void => {
    const points = pointsOf(table.rows, drawing);
    canvas.setAttribute("aria-label", text("chart-of", { height: drawing.height, along: drawing.along }));
    const { shown, of } = points;
    note.textContent = shown < of ? text("rows-drawn", { shown, of }) : "";
    current = current.then(async (before) => {
      before?.destroy();
      const { drawChart } = await import("./drawing");
      return canvas.isConnected ? drawChart(canvas, points, drawing) : undefined;
    });
  };
  const change = (part: Partial<Drawing>): void => {
    Object.assign(drawing, part);
    draw();
  };
  const choose = (part: "along" | "height" | "apart", columns: string[], none = false): HTMLElement =>
    choice(
      text(`chart-${part}`),
      [...(none ? [["", text("chart-none")] as const] : []), ...columns.map((column) => [column, column] as const)],
      drawing[part],
      (value) => change({ [part]: value }),
    );
  const kinds = KINDS.map((kind) => [kind, text(`chart-${kind}`)] as const);
  const kind = choice(text("chart-kind"), kinds, drawing.kind, (value) =>
    change({ kind: KINDS.find((kind) => kind === value) ?? "columns" }),
  );
  const choices = [
    kind,
    choose("along", table.columns),
    choose("height", numeric),
    choose("apart", table.columns, true),
  ];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const recolour = (): void => (canvas.isConnected ? draw() : dark.removeEventListener("change", recolour));
  dark.addEventListener("change", recolour);
  queueMicrotask(draw); // when the canvas stands in the page and has a size
  return element(
    "div",
    {},
    element("div", { class: "choices" }, ...choices),
    element("div", { class: "canvas" }, canvas),
    note,
  );
}

/** Chooses columns as a reader would: along time or names, as high as the first numbers, apart by what repeats. */
export function suggest({ columns, rows }: Table, numeric: string[]): Drawing | undefined {
  const words = columns.filter((column) => !numeric.includes(column));
  const times = columns.filter((column) => isTemporal(rows[0]?.[column]));
  const along = times[0] ?? words.find((column) => distinct(rows, column) > 1) ?? words[0] ?? columns[0];
  const height = numeric.find((column) => column !== along) ?? numeric[0];
  if (along === undefined || height === undefined) return undefined;
  const repeats = distinct(rows, along) < rows.length;
  const apart = words.find((column) => {
    const many = distinct(rows, column);
    return column !== along && many > 1 && many <= MOST_SERIES && distinct(rows, along, column) === rows.length;
  });
  const kind = times.length > 0 && distinct(rows, along) > 2 ? "line" : times.length > 0 ? "columns" : "bars";
  return { kind, along, height, apart: repeats ? (apart ?? "") : "" };
}

/** Takes what is drawn out of the rows; of two rows with the same label in a series, the first counts. */
export function pointsOf(rows: Row[], { along, height, apart }: Drawing): Points {
  const unique = apart !== "" || distinct(rows, along) === rows.length;
  const labels = new Set<string>();
  const series = new Map<string, Map<string, number>>();
  let of = 0;
  rows.forEach((row, at) => {
    const value = numberOf(row[height]);
    if (value === undefined) return;
    of += 1;
    const label = unique ? shown(row, along) : `${shown(row, along)}${"\u200b".repeat(at)}`;
    const name = apart === "" ? height : shown(row, apart);
    labels.add(label);
    const values = series.get(name) ?? new Map<string, number>();
    if (!values.has(label)) values.set(label, value);
    series.set(name, values);
  });
  const ordered = rows.some((row) => isTemporal(row[along])) ? [...labels].sort() : [...labels];
  const drawn = ordered.slice(0, MOST_POINTS);
  const lines = [...series].slice(0, MOST_SERIES).map(([name, values]) => ({
    name,
    values: drawn.map((label) => values.get(label) ?? null),
  }));
  const count = lines.flatMap(({ values }) => values).filter((value) => value !== null).length;
  return { labels: drawn.map((label) => label.replaceAll("\u200b", "")), series: lines, shown: count, of };
}

function shown(row: Row, column: string): string {
  const term = row[column];
  if (term?.type !== "uri") return term?.value ?? "–";
  return compact(term.value) ?? term.value.replace(settings.base, "").replace(/^id\//, "");
}

function distinct(rows: Row[], ...columns: string[]): number {
  return new Set(rows.map((row) => columns.map((column) => row[column]?.value ?? "").join("\u0000"))).size;
}
