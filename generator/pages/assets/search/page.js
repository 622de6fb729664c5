/* The page of search: its form, its address, and the list of results. */

import { ask } from "./engine.js";
import { resultElement, statusText } from "./results.js";
import { openStore } from "./store.js";

const WAIT = 150;
const LONGEST_WAIT = 1000;
const FIRST = 10;
const NEXT = 20;
const FILTERS = ["tinh", "loai", "co-quan"];
const FAILED = "Không tải được chỉ mục tìm kiếm. Hãy kiểm tra kết nối rồi tải lại trang.";

const manifest = JSON.parse(document.getElementById("kh-search-index").textContent);
const store = openStore(manifest, "");
const form = document.querySelector("[data-kh-search]");
const status = document.querySelector("[data-kh-search-status]");
const section = document.querySelector("[data-kh-search-results]");
const help = document.querySelector("[data-kh-search-help]");
const list = section.querySelector("ol");
const more = section.querySelector("button");
const title = document.title;
let asked = 0;
let answer = null;

const field = (name) => form.elements.namedItem(name);
const typed = () => field("q").value.trim();
const chosen = () => FILTERS.filter((name) => field(name).value);

const addressOf = () => {
  const query = new URLSearchParams();
  for (const name of ["q", ...FILTERS]) {
    const value = name === "q" ? typed() : field(name).value;
    if (value) query.set(name, value);
  }
  return `${location.pathname}${query.size ? `?${query}` : ""}`;
};

const fillIn = () => {
  const query = new URLSearchParams(location.search);
  field("q").value = query.get("q") ?? "";
  for (const name of FILTERS) {
    field(name).value = query.get(name) ?? "";
    if (field(name).selectedIndex < 0) field(name).value = "";
  }
};

/** The typeface, asked for long before: lines that stand already would break anew when it comes. */
const typeface = Promise.race([
  document.fonts.ready,
  new Promise((resolve) => { setTimeout(resolve, LONGEST_WAIT); }),
]);

/** Show the next results one by one; stop when something else is asked for meanwhile. */
const show = async (count) => {
  const number = asked;
  for await (const record of answer.take(count)) {
    if (number !== asked) return;
    list.append(resultElement(record, answer));
    section.hidden = false;
  }
  if (number !== asked) return;
  const filters = chosen().map((name) => field(name).selectedOptions[0].textContent);
  more.hidden = !answer.left();
  status.textContent = statusText(answer, typed(), filters);
};

const clear = () => {
  list.replaceChildren();
  status.textContent = "";
  section.hidden = true;
  help.hidden = false;
};

const search = async (typing) => {
  const number = ++asked;
  const text = typed();
  document.title = text ? `${text} - ${title}` : title;
  if (!text && !chosen().length) return clear();
  section.setAttribute("aria-busy", "true");
  try {
    const filters = chosen().map((name) => `${name}:${field(name).value}`);
    const found = await ask(globalThis.MiniSearch, store, text, filters, typing);
    await typeface;
    if (number !== asked) return;
    answer = found;
    list.replaceChildren();
    section.hidden = help.hidden = true;
    await show(FIRST);
  } catch (error) {
    if (number !== asked) return;
    clear();
    status.textContent = FAILED;
    console.error(error);
  } finally {
    if (number === asked) section.removeAttribute("aria-busy");
  }
};

const showMore = async () => {
  if (section.hasAttribute("aria-busy")) return;
  const number = asked;
  const before = list.childElementCount;
  section.setAttribute("aria-busy", "true");
  try {
    await show(NEXT);
    list.children[before]?.querySelector("a").focus();
  } catch (error) {
    if (number === asked) status.textContent = FAILED;
    console.error(error);
  } finally {
    if (number === asked) section.removeAttribute("aria-busy");
  }
};

let waiting = 0;
const later = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    history.replaceState(null, "", addressOf());
    search(true);
  }, WAIT);
};

const now = (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  const address = addressOf();
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
  search(false);
};

/** Arrow keys lead from the field into the results and through them. */
const step = (event) => {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...list.querySelectorAll("a")];
  const at = event.target === field("q") ? -1 : links.indexOf(event.target);
  if (!way || !links.length || (at < 0 && event.target !== field("q"))) return;
  const next = at + way;
  if (next >= links.length || next < -1) return;
  event.preventDefault();
  (next < 0 ? field("q") : links[next]).focus();
};

form.addEventListener("submit", now);
field("q").addEventListener("input", later);
for (const name of FILTERS) field(name).addEventListener("change", now);
more.addEventListener("click", showMore);
document.addEventListener("keydown", step);
addEventListener("popstate", () => {
  fillIn();
  search(false);
});

/* What someone typed before this script came stays, unless the address asks for something. */
if (location.search) fillIn();
else field("q").focus();
search(!location.search);
