// What only makes the pages quicker to use; everything works without it. No request but to this site.
"use strict";

/* Completions below a search field: the editable combobox with a listbox of the ARIA Authoring Practices. */
const PATIENCE = 120; // milliseconds of rest after a letter

function complete(input) {
  const form = input.form;
  const list = document.createElement("ul");
  const status = document.createElement("div");
  let asked = null, timer = 0, chosen = -1;

  list.id = `${input.id}-completions`;
  list.className = "completions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.completions);
  list.hidden = true;
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  const options = () => [...list.children];

  function choose(place) {
    options()[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    const option = options()[chosen];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    choose(-1);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  function show({ items, told }) {
    choose(-1);
    list.replaceChildren(...items.map((item, place) => {
      const option = document.createElement("li");
      const name = document.createElement("bdi");
      const note = document.createElement("span");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.address = new URL(item.url).pathname;
      name.textContent = item.name;
      note.className = "note";
      note.textContent = item.matched && item.matched !== item.name ? `${item.label} · ${item.matched}` : item.label;
      option.append(name, " ", note);
      return option;
    }));
    list.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(items.length > 0));
    status.textContent = told;
  }

  async function ask() {
    asked?.abort();
    const typed = input.value.trim();
    if ([...typed].length < 2) return close();
    asked = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (answer.ok && document.activeElement === input) show(await answer.json());
    } catch {
      close(); // a search that cannot be completed can still be sent
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PATIENCE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.isComposing) return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !event.altKey) {
      event.preventDefault();
      if (list.hidden) ask();
      else if (event.key === "ArrowDown") choose(chosen + 1 < count ? chosen + 1 : -1);
      else choose(chosen < 0 ? count - 1 : chosen - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(options()[chosen].dataset.address);
    }
  });
  // The field must keep the focus, or the list would close before the press has ended.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.address);
  });
}

/* Buttons that copy or share; where a browser cannot, they stay hidden and the words beside them are selected by hand. */
function copy(button) {
  const told = document.createElement("span");
  told.className = "note";
  told.setAttribute("role", "status");
  button.after(" ", told);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = button.dataset.copied;
    } catch {
      getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
      told.textContent = button.dataset.selected;
    }
  });
}

function share(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {}); // the reader thought better of it
  });
}

for (const input of document.querySelectorAll("input[data-suggest]")) complete(input);
if (navigator.clipboard) for (const button of document.querySelectorAll("button[data-copy]")) copy(button);
if (navigator.share) for (const button of document.querySelectorAll("button[data-share]")) share(button);
