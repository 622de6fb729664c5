/* Ctrl and "/" lead to the search field of the page. A key alone would be pressed unawares by people
   who speak to their device, and must then be one that can be turned off (WCAG 2.1.4). */
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("[data-kh-find]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
