// How far a reader has come, shown on the line: stations done, begun, ahead, and "you are here".

for (const line of document.querySelectorAll("[data-line]")) {
  const words = line.dataset;
  const stops = [...line.querySelectorAll(".stop")];
  const counted = stops.filter((stop) => stop.dataset.ticks);
  const part = (name) => line.querySelector(`[data-${name}]`);
  const fill = (text, done, total) => text.replace("{done}", done).replace("{total}", total);
  let before = null; // what was ticked when all ticks were removed

  // A key that ends in "?" belongs to something that a step can be done without.
  function stateOf(stop) {
    const items = stop.dataset.items.split(" ");
    const ticked = portalTicks.of(stop.dataset.ticks);
    const done = items.filter((item) => ticked.has(item.replace("?", "")));
    const needed = items.filter((item) => !item.endsWith("?"));
    const isDone = (needed.length ? needed : items).every((item) => done.includes(item));
    return { done: done.length, total: items.length, isDone };
  }

  // Here is where the reader's last tick is, or behind it where that step is done.
  function findHere(states) {
    const way = stops.filter((stop) => !stop.closest(".phase--ongoing"));
    const last = way.findLastIndex((stop) => states.get(stop)?.done);
    if (last < 0) return { way, at: -1 };
    return { way, at: states.get(way[last]).isDone ? last + 1 : last };
  }

  function say(element, text) {
    element.hidden = !text;
    if (element.textContent !== text) element.textContent = text;
  }

  function show() {
    const states = new Map(counted.map((stop) => [stop, stateOf(stop)]));
    const { way, at } = words.here ? findHere(states) : { way: [], at: -1 };
    for (const stop of stops) {
      const state = states.get(stop);
      const place = way.indexOf(stop);
      const here = at >= 0 && place === at;
      const said = here ? [words.here] : [];
      if (state?.isDone) said.push(words.done);
      else if (state?.done) said.push(fill(words.begun, state.done, state.total));
      stop.classList.toggle("stop--done", Boolean(state?.isDone));
      if (words.here) stop.classList.toggle("stop--here", here);
      stop.classList.toggle("stop--ahead", at >= 0 && place > at);
      say(stop.querySelector("[data-state]"), said.join(" · "));
    }
    for (const phase of line.querySelectorAll("[data-phase]")) {
      const inside = counted.filter((stop) => phase.contains(stop)).map((stop) => states.get(stop));
      const done = inside.filter((state) => state.isDone).length;
      const progress = phase.querySelector("[data-progress]");
      if (progress) say(progress, done ? fill(words.count, done, inside.length) : "");
      const passed = way.filter(
        (stop) => phase.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING,
      );
      phase.classList.toggle("phase--ahead", at >= 0 && passed.length > at);
    }
    showAll([...states.values()]);
  }

  function showAll(states) {
    const all = part("progress-all");
    if (!all) return;
    const any = states.some((state) => state.done);
    const done = states.filter((state) => state.isDone).length;
    if (any) before = null; // somebody has begun anew
    all.hidden = !any && !before;
    say(all.querySelector("[data-progress]"), fill(words.count, done, states.length));
    if (!part("reset-all")) return;
    part("reset-all").hidden = !any;
    part("undo-all").hidden = part("removed-all").hidden = !before;
  }

  part("reset-all")?.addEventListener("click", () => {
    const keys = counted.map((stop) => stop.dataset.ticks);
    const ticked = new Map(keys.map((key) => [key, portalTicks.of(key)]));
    for (const key of keys) portalTicks.change(key, (all) => all.clear());
    before = ticked;
    show();
    part("undo-all").focus();
  });

  part("undo-all")?.addEventListener("click", () => {
    for (const [key, ticked] of before) {
      portalTicks.change(key, (all) => ticked.forEach((tick) => all.add(tick)));
    }
    part("reset-all").focus();
  });

  document.addEventListener("ticks", show);
}
