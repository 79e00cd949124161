// The boxes of a checklist and the ticks that are remembered for it.
// Every word on the screen comes from the HTML, where Django has translated it.

for (const checklist of document.querySelectorAll("[data-checklist]")) {
  const key = checklist.dataset.checklist;
  const boxes = [...checklist.querySelectorAll("[data-tick]")];
  const part = (name) => checklist.querySelector(`[data-checklist-${name}]`);
  const [progress, reset, undo, removed] = ["progress", "reset", "undo", "removed"].map(part);
  let before = null; // what was ticked when all ticks were removed

  function show() {
    const ticked = portalTicks.of(key);
    for (const box of boxes) box.checked = ticked.has(box.dataset.tick);
    const done = boxes.filter((box) => box.checked).length;
    if (progress) {
      const words = checklist.dataset.progress
        .replace("{done}", done)
        .replace("{total}", boxes.length);
      if (progress.textContent !== words) progress.textContent = words;
      progress.hidden = false;
    }
    if (done) before = null; // somebody has begun anew
    reset.hidden = done === 0;
    undo.hidden = removed.hidden = before === null;
  }

  checklist.addEventListener("change", ({ target }) => {
    if (!boxes.includes(target)) return;
    portalTicks.change(key, (all) => all[target.checked ? "add" : "delete"](target.dataset.tick));
  });

  reset.addEventListener("click", () => {
    before = portalTicks.of(key);
    portalTicks.change(key, (all) => all.clear());
    undo.focus();
  });

  undo.addEventListener("click", () => {
    const back = before;
    portalTicks.change(key, (all) => back.forEach((tick) => all.add(tick)));
    reset.focus();
  });

  document.addEventListener("ticks", show);
}
