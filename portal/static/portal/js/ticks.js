// A reader's own ticks: kept in this browser under each step's storage key, never sent anywhere.
// Where the browser refuses, they are kept until the page is left, and the page says so.

const portalTicks = (() => {
  const memory = new Map();
  let trouble = false;

  function recall(key) {
    if (memory.has(key)) return new Set(memory.get(key));
    try {
      const stored = JSON.parse(localStorage.getItem(key) ?? "[]");
      return new Set(Array.isArray(stored) ? stored : []);
    } catch (error) {
      if (!(error instanceof SyntaxError)) trouble = true; // storage is forbidden
      return new Set();
    }
  }

  function announce() {
    document.dispatchEvent(new Event("ticks"));
    for (const words of document.querySelectorAll("[data-ticks-trouble]")) words.hidden = !trouble;
    for (const words of document.querySelectorAll("[data-ticks-kept]")) words.hidden = trouble;
  }

  // Read again first: another tab may have stored something meanwhile.
  function change(key, how) {
    const ticked = recall(key);
    how(ticked);
    try {
      if (ticked.size) localStorage.setItem(key, JSON.stringify([...ticked]));
      else localStorage.removeItem(key);
      memory.delete(key);
    } catch {
      memory.set(key, ticked); // storage is full or forbidden
      trouble = true;
    }
    announce();
  }

  addEventListener("storage", announce);
  // The first showing, the back button, and browsers that fill in boxes by themselves.
  addEventListener("pageshow", announce);
  document.addEventListener("DOMContentLoaded", announce);

  return { of: recall, change };
})();
