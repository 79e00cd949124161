// Ticks are saved one by one where htmx runs; what was not saved is not shown as ticked.

document.addEventListener("htmx:load", () => {
  for (const save of document.querySelectorAll("[data-work-save]")) {
    save.hidden = true;
  }
});

function undoShown(event) {
  const box = event.detail.elt;
  if (box.type === "checkbox") {
    box.checked = !box.checked;
  }
  const trouble = box.closest("form")?.querySelector("[data-work-trouble]");
  if (trouble) {
    trouble.hidden = false;
  }
}

document.addEventListener("htmx:sendError", undoShown);
document.addEventListener("htmx:responseError", undoShown);
document.addEventListener("htmx:timeout", undoShown);
