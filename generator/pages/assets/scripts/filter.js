/* Filter of long task tables. Without this script the tables are simply whole. */
"use strict";

(() => {
  const LEAST = 15;
  const MARKS = /[\u0300-\u036f]/g;

  /** Text without case and marks, so that "ngan sach" finds "ngân sách". */
  const fold = (text) =>
    text.normalize("NFD").replace(MARKS, "").toLowerCase().replaceAll("đ", "d");

  const make = (name, attributes) => Object.assign(document.createElement(name), attributes);

  const addFilter = (table, number) => {
    const tasks = [...table.querySelectorAll("tr.kh-task")];
    if (tasks.length < LEAST) return;
    const texts = tasks.map((row) => fold(row.textContent.replace(/\s+/g, " ")));
    const input = make("input", { type: "search", id: `kh-loc-${number}`, autocomplete: "off" });
    const label = make("label", { htmlFor: input.id, textContent: `Lọc nhiệm vụ của ${table.dataset.khFilter}` });
    const output = make("output", {});
    output.setAttribute("for", input.id);
    const form = make("form", { className: "kh-filter" });
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", table.caption?.textContent ?? "Bảng nhiệm vụ");
    form.append(label, input, output);

    const apply = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const shown = tasks.filter((row, at) => {
        row.hidden = !words.every((word) => texts[at].includes(word));
        return !row.hidden;
      });
      for (const body of table.tBodies) {
        const own = [...body.querySelectorAll("tr.kh-task")];
        body.hidden = words.length > 0 && own.every((row) => row.hidden);
      }
      table.closest(".kh-scroll").hidden = shown.length === 0;
      if (!words.length) output.value = "";
      else if (!shown.length) output.value = "Không có nhiệm vụ nào khớp";
      else output.value = `${shown.length} trong ${tasks.length} nhiệm vụ`;
    };

    input.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    table.closest(".kh-scroll").before(form);
  };

  document.querySelectorAll("table[data-kh-filter]").forEach(addFilter);
})();
