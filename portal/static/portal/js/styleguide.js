// Ticks that show the states of a line; its made-up steps have storage keys of their own.

for (const [key, ticks] of [["done", ["ask", "write", "share"]], ["begun", ["ask"]]]) {
  portalTicks.change(`styleguide/${key}`, (all) => ticks.forEach((tick) => all.add(tick)));
}
