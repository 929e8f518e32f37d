// Draws with Chart.js, of which only the parts that are used are bundled. Loaded when the first chart is shown.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import type { Drawing, Points } from "./chart";
import { settings } from "./settings";

Chart.register(
  ...[BarController, BarElement, CategoryScale, Legend, LinearScale],
  ...[LineController, LineElement, PointElement, Tooltip],
);

const SHAPES = ["circle", "rect", "triangle", "rectRot", "star", "cross", "crossRot", "dash"] as const;
const DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3]];
const LONGEST = 40;

/** Draws points on a canvas in the colours of the page; series differ by shape and dash too. */
export function drawChart(canvas: HTMLCanvasElement, points: Points, drawing: Drawing): Chart {
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const line = drawing.kind === "line";
  const bars = drawing.kind === "bars";
  const datasets = points.series.map(({ name, values }, at) => ({
    label: name,
    data: values,
    backgroundColor: colour(`chart-${at + 1}`),
    borderColor: line ? colour(`chart-${at + 1}`) : colour("paper"),
    borderWidth: line ? 2 : 1,
    borderDash: DASHES[at % DASHES.length] ?? [],
    pointStyle: SHAPES[at % SHAPES.length] ?? "circle",
    pointRadius: 4,
  }));
  const across = { grid: { color: colour("line") }, ticks: { color: colour("ink") } };
  const title = (text: string) => ({ display: true, text, color: colour("soft") });
  const names = {
    ...across,
    title: title(drawing.along),
    ticks: { ...across.ticks, callback: (_: unknown, at: number) => short(points.labels[at]) },
  };
  const values = { ...across, title: title(drawing.height), beginAtZero: !line };
  return new Chart<"bar" | "line", (number | null)[], string>(canvas, {
    type: line ? "line" : "bar",
    data: { labels: points.labels, datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      locale: settings.language,
      indexAxis: bars ? "y" : "x",
      scales: bars ? { x: values, y: names } : { x: names, y: values },
      plugins: { legend: { display: datasets.length > 1, labels: { color: colour("ink"), usePointStyle: line } } },
    },
  }) as Chart;
}

function short(label: string | undefined): string {
  return label === undefined || label.length <= LONGEST ? (label ?? "") : `${label.slice(0, LONGEST - 1)}…`;
}
