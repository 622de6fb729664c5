/* The button that prints a page. Without this script the browser's own command does the same. */
"use strict";

for (const button of document.querySelectorAll("[data-kh-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
