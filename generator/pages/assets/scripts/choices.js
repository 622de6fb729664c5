// Narrows the rows of a calendar by what is chosen above it, and keeps the choice in the address.
// Without this script the form stays hidden and every row is there.
"use strict";

(() => {
  const form = document.querySelector("form[data-kh-choices]");
  if (!form) return;
  const selects = [...form.querySelectorAll("select")];
  const rows = [...document.querySelectorAll("table[data-kh-choosable] tr.kh-task")];
  const output = form.querySelector("output");

  /** Words of the row's attribute of the same name as the list: `data-co-quan="so-y-te so-noi-vu"`. */
  const words = (row, name) => (row.getAttribute(`data-${name}`) ?? "").split(" ");

  const apply = () => {
    const wanted = selects.filter((select) => select.value);
    for (const row of rows) {
      row.hidden = !wanted.every((select) => words(row, select.name).includes(select.value));
    }
    for (const body of document.querySelectorAll("table[data-kh-choosable] tbody")) {
      body.hidden = [...body.querySelectorAll("tr.kh-task")].every((row) => row.hidden);
    }
    for (const part of document.querySelectorAll("[data-kh-chosen]")) {
      part.hidden = [...part.querySelectorAll("tr.kh-task")].every((row) => row.hidden);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    if (!wanted.length) output.value = "";
    else output.value = shown ? `${shown} trong ${rows.length} việc` : "Không có việc nào khớp";
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = asked.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    apply();
  };

  const write = () => {
    const address = new URL(location.href);
    for (const select of selects) {
      if (select.value) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
    }
    history.replaceState(history.state, "", address);
    apply();
  };

  form.addEventListener("change", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
