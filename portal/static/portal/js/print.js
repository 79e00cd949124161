// Printing: expanders are opened for the paper and closed again; a print button where one is asked for.

let opened = [];

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const details of opened) details.open = true;
});

addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened = [];
});

for (const template of document.querySelectorAll("template[data-print-button]")) {
  template.replaceWith(template.content.cloneNode(true));
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.addEventListener("click", () => print());
}

for (const choice of document.querySelectorAll("[data-print-ticks]")) {
  choice.addEventListener("change", () => {
    document.documentElement.classList.toggle("prints-no-ticks", !choice.checked);
  });
}
