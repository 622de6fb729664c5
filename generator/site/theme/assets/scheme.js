/* Dark or light: what the reader chose, else what their device says. Runs before anything is drawn. */
"use strict";

(() => {
  const KEY = "kehoach.scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let here = null;

  const chosen = () => {
    try {
      return localStorage.getItem(KEY) ?? here;
    } catch {
      return here; // a browser that keeps nothing: the choice lasts as long as the page
    }
  };

  const apply = () => {
    const scheme = chosen() ?? (dark.matches ? "slate" : "default");
    document.body.dataset.mdColorScheme = scheme;
    for (const button of document.querySelectorAll("[data-kh-scheme]")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(scheme === "slate"));
    }
  };

  const toggle = () => {
    here = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    try {
      localStorage.setItem(KEY, here);
    } catch {
      // see above
    }
    apply();
  };

  apply();
  dark.addEventListener("change", apply);
  addEventListener("storage", apply);
  document.addEventListener("DOMContentLoaded", apply);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-kh-scheme]")) toggle();
  });
})();
