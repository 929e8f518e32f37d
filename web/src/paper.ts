// A click on a mark in the words of a paper shows its card; without this script the link leads to a page of its own.
export {};

const label = document.querySelector<HTMLScriptElement>("script[data-close]")?.dataset["close"] ?? "×";
const dialog = document.createElement("dialog");
const close = document.createElement("button");
const content = document.createElement("div");
dialog.className = "card";
close.className = "close";
close.type = "button";
close.textContent = label;
close.addEventListener("click", () => dialog.close());
dialog.append(close, content);
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
document.body.append(dialog);

document.addEventListener("click", (event) => {
  const { target } = event;
  const mark = target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-card]") : null;
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (mark === null || !plain || dialog.contains(mark)) return;
  event.preventDefault();
  void show(mark);
});

/** Shows the card of a mark; the page of what is marked where the card cannot be had. */
async function show(mark: HTMLAnchorElement): Promise<void> {
  try {
    const answer = await fetch(mark.dataset["card"] ?? "", { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const heading = page.querySelector("h2");
    if (heading) {
      heading.id = "card-heading";
      dialog.setAttribute("aria-labelledby", heading.id);
    }
    content.replaceChildren(...page.body.childNodes);
    if (mark.id) history.replaceState(null, "", `#${mark.id}`);
    dialog.showModal();
  } catch {
    location.assign(mark.href);
  }
}
