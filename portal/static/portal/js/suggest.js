// Suggestions below a search field while somebody types: a combobox with a list, for keyboards and
// screen readers too. Without this script the field is just a field.

const WAIT = 150;
const SHORTEST = 2;

function setUp(field, number) {
  const { suggest, said, none } = field.dataset;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let options = [];
  let active = -1;
  let timer = 0;
  let asked = "";

  list.className = "suggestions";
  list.id = `suggestions-${number}`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  list.setAttribute("aria-label", field.dataset.label);
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  field.parentElement.append(list, status);
  field.setAttribute("role", "combobox");
  field.setAttribute("autocomplete", "off");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  function close() {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    active = place;
    options.forEach((option, i) => option.setAttribute("aria-selected", i === place));
    if (place < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", options[place].id);
  }

  function choose(place) {
    field.value = options[place].textContent;
    close();
    field.form.requestSubmit();
  }

  function show(titles) {
    options = titles.map((title, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.textContent = title;
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        choose(place);
      });
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = !titles.length;
    field.setAttribute("aria-expanded", Boolean(titles.length));
    status.textContent = titles.length ? `${said} ${titles.length}` : none;
    mark(-1);
  }

  async function ask() {
    const words = field.value.trim();
    asked = words;
    if (words.length < SHORTEST) return close();
    try {
      const answer = await fetch(`${suggest}?q=${encodeURIComponent(words)}`);
      const { suggestions } = await answer.json();
      if (asked === words && document.activeElement === field) show(suggestions);
    } catch {
      close(); // no network: a field like any other
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const last = options.length - 1;
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(active < last ? active + 1 : -1);
    else if (event.key === "ArrowUp") mark(active < 0 ? last : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) choose(active);
    else return;
    event.preventDefault();
  });
}

document.querySelectorAll("[data-suggest]").forEach(setUp);

// Editors see how often results are opened, not by whom.
const results = document.querySelector("[data-opened]");
results?.addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  const counted = new FormData();
  counted.set("q", results.dataset.words);
  navigator.sendBeacon(results.dataset.opened, counted);
});
