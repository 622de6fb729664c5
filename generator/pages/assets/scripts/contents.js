/* Contents of a page: unfolded where there is a column for them, the heading being read marked. */
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
