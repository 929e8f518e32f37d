// The page put together: the form that the server rendered gets an editor, and answers without leaving the page.
import { showAnswer, summary, type View } from "./answer";
import { button, byId, element } from "./dom";
import { ask } from "./endpoint";
import { type Input, makeInput } from "./input";
import { explain } from "./problem";
import { text } from "./settings";
import { fromAddress, toAddress } from "./share";

/** Puts the editor in the page. */
export function start(): void {
  const form = byId("ask", HTMLFormElement);
  const area = byId("query", HTMLTextAreaElement);
  const shared = fromAddress();
  const host = element("div", { class: "editor" });
  const page = new Page(form, host, shared?.query ?? area.value, shared?.view ?? "table");
  document.documentElement.classList.add("scripted");
  area.before(host);
  area.hidden = true;
  byId("keys", HTMLElement).hidden = false;
  form.querySelector("label")?.addEventListener("click", () => page.input.focus());
  chooseExamples(page);
  addEventListener("hashchange", () => {
    const next = fromAddress();
    if (next && next.query !== page.input.query()) page.open(next.query, next.view);
  });
  if (shared || form.dataset["run"] !== undefined) void page.run();
}

class Page {
  readonly input: Input;
  readonly #answer = byId("answer", HTMLElement);
  readonly #status = byId("status", HTMLElement);
  readonly #run: HTMLButtonElement;
  #running: AbortController | undefined;
  #view: View;

  constructor(form: HTMLFormElement, host: HTMLElement, query: string, view: View) {
    this.#view = view;
    this.input = makeInput(host, query, () => void this.run());
    const run = form.querySelector<HTMLButtonElement>("button[type=submit]");
    if (run === null) throw new Error("the form has no button");
    this.#run = run;
    run.after(button(text("copy-link"), () => void this.#copy()));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#running ? this.#running.abort() : void this.run();
    });
  }

  /** Shows another query, and takes the answer of the last one away. */
  open(query: string, view: View = "table"): void {
    this.#view = view;
    this.#running?.abort();
    this.input.show(query);
    this.#answer.replaceChildren();
    this.#status.textContent = "";
  }

  /** Runs the query; a query that runs already is stopped first. */
  async run(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    const query = this.input.query();
    this.#begin(running);
    try {
      const answer = await ask(query, running.signal);
      const viewed = (view: View): void => {
        this.#view = view;
        toAddress({ query, view });
      };
      this.#answer.replaceChildren(showAnswer(answer, this.#view, viewed, (problem) => this.#fail(problem)));
      this.#status.textContent = summary(answer);
    } catch (problem) {
      if (running.signal.aborted) this.#status.textContent = text("stopped");
      else this.#fail(problem);
    } finally {
      if (this.#running === running) this.#end();
    }
  }

  #begin(running: AbortController): void {
    this.#running = running;
    this.input.unmark();
    this.#answer.replaceChildren();
    this.#status.textContent = text("running");
    this.#run.textContent = text("stop");
  }

  #end(): void {
    this.#running = undefined;
    this.#run.textContent = text("run");
  }

  #fail(problem: unknown): void {
    this.#status.textContent = "";
    this.#answer.replaceChildren(explain(problem, this.input));
  }

  async #copy(): Promise<void> {
    toAddress({ query: this.input.query(), view: this.#view });
    try {
      await navigator.clipboard.writeText(location.href);
      this.#status.textContent = text("link-copied");
    } catch {
      this.#status.textContent = text("link-in-address"); // no clipboard: an old browser, or no secure address
    }
  }
}

/** Examples are links for who has no scripts; here they are put in the editor. */
function chooseExamples(page: Page): void {
  const examples = byId("examples", HTMLDetailsElement);
  examples.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-query]") : null;
    if (target === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const query = target.dataset["query"] ?? "";
    page.open(query);
    toAddress({ query, view: "table" });
    examples.open = false;
    page.input.focus();
  });
}
