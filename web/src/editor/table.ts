// A result as a table that can be filtered, sorted and leafed through.
import { button, element } from "./dom";
import { compact } from "./prefixes";
import { numberOf, type Row, type Table, type Term } from "./results";
import { settings, text } from "./settings";

const PAGE = 100;

interface State {
  wanted: string;
  column: string | undefined;
  descending: boolean;
  page: number;
}

/** Shows a table. */
export function showTable({ columns, rows }: Table): HTMLElement {
  const state: State = { wanted: "", column: undefined, descending: false, page: 0 };
  const body = element("tbody");
  const heads = columns.map((column) =>
    element(
      "th",
      { scope: "col" },
      button(column, () => sort(column)),
    ),
  );
  const place = element("p", { class: "pager" });
  const filter = element("input", { type: "search", autocomplete: "off" });
  const draw = (): void => {
    const found = sorted(matching(rows, state.wanted), state);
    state.page = Math.min(state.page, Math.max(Math.ceil(found.length / PAGE) - 1, 0));
    const from = state.page * PAGE;
    const shown = found.slice(from, from + PAGE);
    body.replaceChildren(...shown.map((row) => tableRow(columns, row)));
    place.replaceChildren(
      text("rows-shown", { from: found.length ? from + 1 : 0, to: from + shown.length, of: found.length }),
    );
    if (found.length > PAGE) place.append(leaf("previous", -1, from > 0), leaf("next", 1, from + PAGE < found.length));
    for (const [at, head] of heads.entries()) {
      const order = columns[at] === state.column ? (state.descending ? "descending" : "ascending") : undefined;
      order ? head.setAttribute("aria-sort", order) : head.removeAttribute("aria-sort");
    }
  };
  const change = (part: Partial<State>): void => {
    Object.assign(state, part);
    draw();
  };
  const leaf = (name: string, step: number, possible: boolean): HTMLButtonElement =>
    button(text(name), () => change({ page: state.page + step }), { disabled: !possible });
  const sort = (column: string): void => {
    change({ column, descending: state.column === column && !state.descending, page: 0 });
  };
  filter.addEventListener("input", () => change({ wanted: filter.value, page: 0 }));
  draw();
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body);
  const scroll = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": text("table") }, table);
  const search = element("label", { class: "choice" }, `${text("filter")} `, filter);
  return element("div", {}, search, scroll, place);
}

function matching(rows: Row[], wanted: string): Row[] {
  const needle = wanted.toLocaleLowerCase();
  if (needle === "") return rows;
  return rows.filter((row) => Object.values(row).some((term) => term.value.toLocaleLowerCase().includes(needle)));
}

function sorted(rows: Row[], { column, descending }: State): Row[] {
  if (column === undefined) return rows;
  const sign = descending ? -1 : 1;
  const compare = new Intl.Collator(settings.language, { numeric: true }).compare;
  return rows.toSorted((left, right) => {
    const [one, other] = [left[column], right[column]];
    const [first, second] = [numberOf(one), numberOf(other)];
    if (first !== undefined && second !== undefined) return sign * (first - second);
    return sign * compare(one?.value ?? "", other?.value ?? "");
  });
}

function tableRow(columns: string[], row: Row): HTMLElement {
  return element("tr", {}, ...columns.map((column) => cell(row[column])));
}

function cell(term: Term | undefined): HTMLElement {
  if (term === undefined) return element("td");
  if (term.type === "uri") return element("td", {}, link(term.value));
  const value = numberOf(term);
  if (value !== undefined) return element("td", { class: "amount", title: term.datatype }, number(value, term.value));
  return element("td", { lang: term["xml:lang"], title: term.datatype }, term.value);
}

/** Leads to the description of an IRI: of ours here, of others where they are. */
function link(iri: string): HTMLElement | string {
  const ours = iri.startsWith(settings.base);
  if (!ours && !/^https?:\/\//.test(iri)) return iri;
  const href = ours ? pageOf(iri) : iri;
  const shown = compact(iri) ?? (ours ? iri.slice(settings.base.length).replace(/^id\//, "") : iri);
  return element("a", { href, title: iri }, shown);
}

/** The address of the page about a thing of the data, in the language of this page. */
function pageOf(iri: string): string {
  const thing = `${settings.base}id/`;
  const [path, language] = settings.describe.split("?");
  if (iri.startsWith(thing)) return `${path}/${iri.slice(thing.length)}${language ? `?${language}` : ""}`;
  return `${path}?${language ? `${language}&` : ""}iri=${encodeURIComponent(iri)}`;
}

/** Writes a number as the language of the page does; one with more digits than that keeps stays as it came. */
function number(value: number, written: string): string {
  const digits = written.replace(/^[^.]*\.?/, "").length;
  if (!/^-?\d+(\.\d+)?$/.test(written) || written.length > 15) return written;
  return value.toLocaleString(settings.language, { minimumFractionDigits: digits, useGrouping: written.length > 4 });
}
