// The address of a query: the fragment holds it, so that a link to it is a link to the page, of any length.
import { type View, viewOf } from "./answer";

export interface Shared {
  query: string;
  view: View;
}

/** Gives the query that the address of the page holds, if it holds one. */
export function fromAddress(): Shared | undefined {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const query = parameters.get("query");
  return query === null ? undefined : { query, view: viewOf(parameters.get("view")) };
}

/** Puts a query in the address of the page, which keeps its language. */
export function toAddress({ query, view }: Shared): void {
  const parameters = new URLSearchParams({ query, ...(view === "table" ? {} : { view }) });
  const language = new URLSearchParams(location.search).get("lang");
  const search = language === null ? "" : `?${new URLSearchParams({ lang: language })}`;
  history.replaceState(null, "", `${location.pathname}${search}#${parameters}`);
}
