/* Contents of a page: unfolded where there is a column for them, the heading being read marked.
   What is folded opens when a link leads to it, when a button says so, and on paper. */
"use strict";

(() => {
  const contents = document.querySelector(".kh-contents");
  if (!contents) return;

  const wide = matchMedia("(min-width: 60em)");
  const unfold = () => {
    contents.open = wide.matches;
  };
  unfold();
  wide.addEventListener("change", unfold);

  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const headings = [...links.keys()];

  let waiting = false;
  const mark = () => {
    waiting = false;
    const line = innerHeight / 3;
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < line).at(-1);
    for (const [heading, link] of links) {
      if (heading === read) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  const scrolled = () => {
    if (!waiting && contents.open) requestAnimationFrame(mark);
    waiting = contents.open;
  };
  addEventListener("scroll", scrolled, { passive: true });
})();

(() => {
  const folded = () => document.querySelectorAll("details.kh-indicator__fold");

  const openTarget = () => {
    let anchor = "";
    try {
      anchor = decodeURIComponent(location.hash.slice(1));
    } catch {
      return; // not an anchor of ours
    }
    const closed = document.getElementById(anchor)?.closest("details:not([open])");
    if (!closed) return;
    closed.open = true;
    document.getElementById(anchor).scrollIntoView();
  };
  openTarget();
  addEventListener("hashchange", openTarget);

  for (const button of document.querySelectorAll("[data-kh-unfold]")) {
    const words = [button.textContent, "Gấp mọi chỉ tiêu"];
    let open = false;
    button.hidden = false;
    button.addEventListener("click", () => {
      open = !open;
      for (const one of folded()) one.open = open;
      button.textContent = words[Number(open)];
    });
  }

  let shut = [];
  addEventListener("beforeprint", () => {
    shut = [...folded()].filter((one) => !one.open);
    for (const one of shut) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of shut) one.open = false;
  });
})();
