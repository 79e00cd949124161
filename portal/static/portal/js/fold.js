// Show and hide what each step on the line holds. Loaded before the page is painted, so that nothing
// jumps. Which are open is remembered for the session, where the browser allows it.

(() => {
  const root = document.documentElement;
  root.classList.add("folds");

  function stored(name, value) {
    try {
      if (value) sessionStorage.setItem(name, JSON.stringify(value));
      return JSON.parse(sessionStorage.getItem(name) ?? "[]");
    } catch {
      return []; // storage is forbidden or holds something else
    }
  }

  function setUp(line) {
    const { show, hide, showAll, hideAll } = line.dataset;
    const name = `open:${line.dataset.line}`;
    const all = line.querySelector("[data-fold-all]");
    const folds = [...line.querySelectorAll("[data-fold]")].map((button) => ({
      button,
      key: button.dataset.fold,
      word: button.querySelector("[data-fold-word]"),
      body: document.getElementById(button.getAttribute("aria-controls")),
    }));
    const isOpen = ({ button }) => button.getAttribute("aria-expanded") === "true";

    function set(fold, open) {
      fold.body.hidden = !open;
      fold.button.setAttribute("aria-expanded", open);
      fold.word.textContent = open ? hide : show;
    }

    function sum() {
      const everything = folds.every(isOpen);
      all.setAttribute("aria-expanded", everything);
      all.textContent = everything ? hideAll : showAll;
    }

    function change(some, open) {
      for (const fold of some) set(fold, open);
      sum();
      stored(name, folds.filter(isOpen).map((fold) => fold.key));
    }

    function goToAddress() {
      const stop = document.getElementById(location.hash.slice(1));
      if (!stop?.matches(".stop")) return;
      change(folds.filter((fold) => stop.contains(fold.button)), true);
      stop.scrollIntoView();
      stop.querySelector(".stop__title").focus({ preventScroll: true });
    }

    const remembered = stored(name);
    for (const fold of folds) {
      set(fold, remembered.includes(fold.key));
      fold.button.hidden = false;
      fold.button.addEventListener("click", () => change([fold], !isOpen(fold)));
    }
    if (!folds.length) return;
    sum();
    all.hidden = false;
    all.addEventListener("click", () => change(folds, !folds.every(isOpen)));
    addEventListener("hashchange", goToAddress);
    addEventListener("load", goToAddress); // once more: the browser's own jump takes the focus
    goToAddress();
  }

  document.addEventListener("DOMContentLoaded", () => {
    try {
      document.querySelectorAll("[data-fold-all]").forEach((button) => {
        setUp(button.closest("[data-line]"));
      });
    } finally {
      root.classList.remove("folds");
    }
  });
})();
