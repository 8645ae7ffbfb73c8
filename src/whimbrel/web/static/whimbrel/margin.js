// The margin by keys: J and K move from note to note, A accepts, C corrects, R rejects. They work while a
// note has the focus and nowhere else, so that no key is taken from those who speak to their browser.
"use strict";
(() => {
  const notes = () => [...document.querySelectorAll(".note")].filter((one) => one.checkVisibility());
  const go = (note) => {
    if (!note) return;
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    const here = event.target.closest(".note");
    const writing = event.target.closest("input, textarea, select");
    if (!here || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") {
      const all = notes();
      go(all[all.indexOf(here) + (key === "j" ? 1 : -1)]);
      event.preventDefault();
      return;
    }
    const act = here.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!act) return;
    event.preventDefault();
    act.click();
  });
  const shown = () => {
    for (const told of document.querySelectorAll(".keys")) {
      told.hidden = false;
      told.querySelector("a").onclick = (event) => {
        event.preventDefault();
        go(notes().find((one) => one.classList.contains("proposed")));
      };
    }
  };
  // A note that was judged comes anew: whoever judged it stays in its place.
  document.addEventListener("htmx:load", (event) => {
    const fresh = event.detail.elt;
    if (fresh.classList.contains("note")) fresh.focus({ preventScroll: true });
    shown();
  });
  document.addEventListener("htmx:sendError", (event) => {
    const told = document.createElement("p");
    told.className = "error";
    told.setAttribute("role", "alert");
    told.textContent = document.querySelector(".bar").dataset.lost;
    event.target.closest(".note")?.prepend(told);
  });
  shown();
})();
