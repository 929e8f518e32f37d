// Draws the series of an indicator above its table: a point for each figure, which leads to its words. What is
// expected or budgeted is open and dashed, bounds are upright lines, and a gap of more than two years is a gap.
import * as Plot from "@observablehq/plot";

interface Point {
  readonly line: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly value: number;
  readonly max: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly forecast: boolean;
  readonly href: string;
  readonly title: string;
}

interface Series {
  readonly points: readonly Point[];
  readonly unit: string;
  readonly label: string;
  readonly language: string;
}

type Placed = Point & { readonly at: Date; readonly low: number; readonly high: number; readonly run: string };

const YEAR = 365.25 * 24 * 3600 * 1000;
const GAP = 2 * YEAR;
const AT_MOST = 6;

for (const place of document.querySelectorAll<HTMLElement>("[data-series]")) {
  const source = document.getElementById(place.dataset["series"] ?? "");
  if (source) draw(place, JSON.parse(source.textContent ?? "") as Series);
}

function draw(place: HTMLElement, series: Series): void {
  const points = runs(series.points.flatMap(placed));
  const lines = [...new Set(points.map(({ line }) => line))];
  if (points.length < 2 || lines.length > AT_MOST) {
    place.hidden = true;
    return;
  }
  const write = () => {
    place.replaceChildren(chart(points, lines, series, place.clientWidth), ...legend(lines));
  };
  write();
  let width = place.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(place.clientWidth - width) > 1) {
      width = place.clientWidth;
      write();
    }
  }).observe(place);
}

/** The place of a point in time: the middle of its period; a point without period has none. */
function placed(point: Point): Placed[] {
  const start = Date.parse(point.start ?? point.end ?? "");
  const end = Date.parse(point.end ?? point.start ?? "");
  if (Number.isNaN(start) || Number.isNaN(end)) return [];
  const bounds = [point.value, point.max, point.lower, point.upper].filter((each) => each !== null);
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  return [{ ...point, at: new Date((start + end) / 2), low, high, run: "" }];
}

/** Names the stretches of each line that may be joined: within them no gap is longer than two years. */
function runs(points: readonly Placed[]): Placed[] {
  const last = new Map<string, { at: number; run: number }>();
  return [...points]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map((point) => {
      const key = `${point.line}\u0000${point.forecast}`;
      const before = last.get(key);
      const at = point.at.getTime();
      const run = before === undefined ? 0 : before.run + (at - before.at > GAP ? 1 : 0);
      last.set(key, { at, run });
      return { ...point, run: `${key}\u0000${run}` };
    });
}

function chart(points: Placed[], lines: string[], series: Series, width: number): SVGElement | HTMLElement {
  const highest = Math.max(...points.map(({ high }) => Math.abs(high)));
  const numbers = new Intl.NumberFormat(series.language, highest < 1e6 ? {} : { notation: "compact" });
  const times = points.map(({ at }) => at.getTime());
  const short = Math.max(...times) - Math.min(...times) < 3 * YEAR;
  const days = new Intl.DateTimeFormat(series.language, {
    year: "numeric",
    timeZone: "UTC",
    ...(short ? { month: "short" } : {}),
  });
  const stroke = lines.length > 1 ? "line" : "var(--series-1)";
  const dots = { x: "at", y: "value", r: 5, stroke, strokeWidth: 2, href: "href", title: "title", ariaLabel: "title" };
  // Made in a document that is not shown: the library writes a style element, which our pages may not have.
  const made = Plot.plot({
    document: document.implementation.createHTMLDocument(""),
    width: Math.max(width, 280),
    height: 320,
    marginLeft: 64,
    marginRight: 32,
    ariaLabel: series.label,
    x: {
      type: "utc",
      label: null,
      tickFormat: (day: Date) => days.format(day),
      ticks: Math.max(2, width / 110),
      nice: true,
    },
    y: {
      label: series.unit || null,
      grid: true,
      zero: true,
      nice: true,
      tickFormat: (value: number) => numbers.format(value),
    },
    color: { domain: lines, range: lines.map((_, number) => `var(--series-${number + 1})`) },
    marks: [
      Plot.ruleY([0]),
      Plot.lineY(
        points.filter(({ forecast }) => !forecast),
        { x: "at", y: "value", z: "run", stroke, strokeWidth: 2 },
      ),
      Plot.lineY(
        points.filter(({ forecast }) => forecast),
        { x: "at", y: "value", z: "run", stroke, strokeDasharray: "4 4" },
      ),
      Plot.ruleX(
        points.filter(({ low, high }) => low < high),
        { x: "at", y1: "low", y2: "high", stroke, strokeWidth: 3, strokeOpacity: 0.6 },
      ),
      Plot.dot(
        points.filter(({ forecast }) => !forecast),
        { ...dots, fill: stroke },
      ),
      Plot.dot(
        points.filter(({ forecast }) => forecast),
        { ...dots, fill: "var(--paper)" },
      ),
    ],
  });
  // A group without a role may have no name (ARIA 1.2, 5.2.8.6); its points have theirs.
  for (const group of made.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  made.setAttribute("role", "group");
  for (const style of made.querySelectorAll("style")) style.remove();
  made.removeAttribute("style");
  return document.adoptNode(made);
}

/** Says which line is which, where there are several. */
function legend(lines: readonly string[]): HTMLElement[] {
  if (lines.length < 2) return [];
  const list = document.createElement("ul");
  list.className = "series-names";
  list.append(
    ...lines.map((line, number) => {
      const item = document.createElement("li");
      item.className = `series-${number + 1}`;
      item.textContent = line;
      return item;
    }),
  );
  return [list];
}
