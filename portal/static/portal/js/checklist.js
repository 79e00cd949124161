// A reader's own ticks: kept in this browser under the step's storage key, never sent anywhere.
// Every word on the screen comes from the HTML, where Django has translated it.

function remember(key, ticked) {
  try {
    if (ticked.size) localStorage.setItem(key, JSON.stringify([...ticked]));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false; // storage is full or forbidden
  }
}

function recall(key) {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? "[]");
    return new Set(Array.isArray(stored) ? stored : []);
  } catch (error) {
    return error instanceof SyntaxError ? new Set() : null; // null: storage is forbidden
  }
}

function setUp(checklist) {
  const key = checklist.dataset.checklist;
  const boxes = [...checklist.querySelectorAll("[data-tick]")];
  const part = (name) => checklist.querySelector(`[data-checklist-${name}]`);
  const [progress, kept, reset, undo, removed, trouble] = [
    "progress", "kept", "reset", "undo", "removed", "trouble",
  ].map(part);
  let removedTicks = null;

  const isKept = () => trouble.hidden; // otherwise the boxes alone know

  const ticked = () => new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.tick));

  function showState() {
    const done = ticked().size;
    const words = checklist.dataset.progress
      .replace("{done}", done)
      .replace("{total}", boxes.length);
    if (progress.textContent !== words) progress.textContent = words;
    reset.hidden = done === 0;
    undo.hidden = removed.hidden = removedTicks === null;
  }

  function showTicks(keys) {
    for (const box of boxes) box.checked = keys.has(box.dataset.tick);
    showState();
  }

  function showTrouble(isRemembered) {
    trouble.hidden = isRemembered;
    kept.hidden = !isRemembered;
  }

  function read() {
    const stored = recall(key);
    showTrouble(stored !== null);
    if (stored) showTicks(stored);
    else showState();
  }

  // Only what changed here is written over what another tab may have stored meanwhile.
  function write(change) {
    const stored = isKept() ? recall(key) : null;
    const all = stored ?? ticked();
    change(all);
    showTrouble(remember(key, all));
    showTicks(all);
  }

  checklist.addEventListener("change", ({ target }) => {
    if (!boxes.includes(target)) return;
    removedTicks = null;
    write((all) => all[target.checked ? "add" : "delete"](target.dataset.tick));
  });

  reset.addEventListener("click", () => {
    removedTicks = ticked();
    write((all) => all.clear());
    undo.focus();
  });

  undo.addEventListener("click", () => {
    const back = removedTicks;
    removedTicks = null;
    write((all) => back.forEach((tick) => all.add(tick)));
    reset.focus();
  });

  addEventListener("storage", (event) => {
    if (isKept() && (event.key === key || event.key === null)) read();
  });
  // The back button, and browsers that fill in boxes by themselves.
  addEventListener("pageshow", () => {
    if (isKept()) read();
  });

  progress.hidden = false;
  read();
}

document.querySelectorAll("[data-checklist]").forEach(setUp);
