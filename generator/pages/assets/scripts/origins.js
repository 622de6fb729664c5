/* Where a row comes from, shown over the page. The entry is taken from the page that the link
   leads to, so nothing is kept twice; without this script the link simply leads there. */
"use strict";

(() => {
  const LINKS = "a.kh-ref, a.kh-src";
  if (!document.querySelector(LINKS) || !("showModal" in HTMLDialogElement.prototype)) return;

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  let asked = null;
  const entries = (address) => {
    asked ??= fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(address);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    return asked;
  };

  /** The content of a cell with links that lead on from here. */
  const taken = (cell, base) => {
    const copy = document.importNode(cell, true);
    for (const link of copy.querySelectorAll("a[href]")) {
      link.href = new URL(link.getAttribute("href"), base);
    }
    return copy.childNodes;
  };

  const copier = (name, text) => {
    const button = make("button", { type: "button", className: "kh-button", textContent: name });
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Đã chép";
      } catch {
        button.textContent = "Không chép được: hãy chọn chữ rồi chép";
      }
    });
    return button;
  };

  const dialog = make("dialog", { className: "kh-origin md-typeset" });
  dialog.setAttribute("aria-labelledby", "nguon_dong");
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a, [data-close]")) dialog.close();
  });
  document.body.append(dialog);

  const show = (row, base) => {
    const facts = make("dl", { className: "kh-facts" });
    for (const cell of row.querySelectorAll("td[data-label]")) {
      facts.append(
        make(
          "div",
          {},
          make("dt", { textContent: cell.dataset.label }),
          make("dd", {}, ...taken(cell, base)),
        ),
      );
    }
    const citation = row.querySelector(".kh-origins__cite").textContent;
    const address = new URL(row.querySelector("th a").getAttribute("href"), base).href;
    const close = make("button", { type: "button", className: "kh-button", textContent: "Đóng" });
    close.dataset.close = "";
    const buttons = make("p", { className: "kh-origin__end" });
    if (navigator.clipboard) {
      buttons.append(copier("Chép câu trích dẫn", citation), " ", copier("Chép liên kết", address), " ");
    }
    buttons.append(close);
    dialog.replaceChildren(
      make("h2", { id: "nguon_dong", textContent: "Nguồn của dòng này" }),
      make("p", {}, ...taken(row.querySelector("th"), base)),
      facts,
      buttons,
    );
    dialog.showModal();
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.(LINKS);
    const plain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    const address = new URL(link.href);
    try {
      const page = await entries(address.origin + address.pathname);
      show(page.getElementById(decodeURIComponent(address.hash.slice(1))), address);
    } catch {
      location.assign(link.href);
    }
  });
})();
