// The field of the query: CodeMirror, in a shadow root, where its styles need no exception of the security policy.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { sparql } from "codemirror-lang-sparql";
import { complete } from "./completion";
import { declaring } from "./prefixes";
import { text } from "./settings";
import { highlighting, theme } from "./theme";

/** What the page asks of the field. */
export interface Input {
  query(): string;
  /** Replaces the query, and takes the marks away. */
  show(query: string): void;
  focus(): void;
  /** Marks a place as wrong; lines and columns count from 1. */
  mark(line: number, column: number, message: string): void;
  unmark(): void;
  goTo(line: number, column: number): void;
  /** Declares a prefix of the project. */
  declare(prefix: string): void;
}

/** Makes the field. */
export function makeInput(host: HTMLElement, query: string, run: () => void): Input {
  const root = host.attachShadow({ mode: "open" });
  const running = (): boolean => {
    run();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: query,
      extensions: [
        keymap.of([{ key: "Mod-Enter", run: running }]),
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        sparql(),
        syntaxHighlighting(highlighting),
        autocompletion({ override: [complete] }),
        // Tab is left to the browser: it leaves the field
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
        EditorView.domEventHandlers({ beforeinput: (event, shown) => replaceSelected(event, shown) }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": text("query"), lang: "en", spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && update.transactions.some((change) => change.isUserEvent("input")))
            declareTyped(view);
        }),
        theme,
      ],
    }),
  });
  return {
    query: () => view.state.doc.toString(),
    show(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, selection: { anchor: 0 } });
      view.dispatch(setDiagnostics(view.state, []));
    },
    focus: () => view.focus(),
    mark(line, column, message) {
      const from = placeIn(view.state, line, column);
      const to = Math.min(from + 1, view.state.doc.lineAt(from).to);
      view.dispatch(setDiagnostics(view.state, [{ from, to, severity: "error", message }]));
    },
    unmark: () => view.dispatch(setDiagnostics(view.state, [])),
    goTo(line, column) {
      const anchor = placeIn(view.state, line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    declare(prefix) {
      const change = declaring(view.state, prefix);
      if (change) view.dispatch(change);
      view.focus();
    },
  };
}

/**
 * Replaces selected text by what is typed: left to the browser, it would keep the look of what was there by an inline
 * style, which the security policy forbids.
 */
function replaceSelected(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  const { data } = event;
  if (empty || event.inputType !== "insertText" || data === null || view.composing) return false;
  event.preventDefault();
  const typed = () => view.state.update(view.state.replaceSelection(data), { userEvent: "input.type" });
  const handled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, typed));
  if (!handled) view.dispatch(typed());
  return true;
}

/** Declares the prefix whose colon was typed just now, where it is one of the project. */
function declareTyped(view: EditorView): void {
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  const before = line.text.slice(0, head - line.from);
  const prefix = /(?:^|[\s(/|^{[,;!])([a-z][\w-]*):$/.exec(before)?.[1];
  if (prefix === undefined || /^\s*PREFIX\b/i.test(before) || before.includes("#")) return;
  const change = declaring(view.state, prefix);
  if (change) queueMicrotask(() => view.dispatch(change));
}

function placeIn(state: EditorState, line: number, column: number): number {
  const found = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(found.from + Math.max(column - 1, 0), found.to);
}
