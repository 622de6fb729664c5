/* Matrices of tasks: filter, sort, keep both in the address, download what is shown.
   Facts come from attributes that the page was built with; no cell is ever read.
   Without this script the tables are simply whole, and the stylesheet hides the controls. */
"use strict";

(() => {
  const form = document.querySelector("form[data-kh-matrix]");
  if (!form) return;

  const FIELDS = ["tim", "co-quan", "vai", "nam", "tien", "nhom"];
  const SORT = "sap";
  const MARKS = /[\u0300-\u036f]/g;
  const PAUSE = 300;
  const output = form.querySelector("output");
  const total = document.querySelectorAll("table[data-kh-rows] tr.kh-task").length;

  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const words = (text) => (text ? text.split(" ") : []);
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");

  /** Text without case and marks, so that "ngan sach" finds "ngân sách". */
  const fold = (text) =>
    text.normalize("NFD").replace(MARKS, "").toLowerCase().replaceAll("đ", "d");

  // Tables -------------------------------------------------------------------

  const readTask = (row, groups) => ({
    row,
    groups,
    text: fold(row.textContent.replace(/\s+/g, " ")),
    leads: words(row.dataset.lead),
    others: words(row.dataset.with),
    years: words(row.dataset.years).map((span) => span.split("-").map(Number)),
    keys: row.dataset.keys.split(";").map((key) => (key === "" ? null : BigInt(key))),
    shown: true,
  });

  const readTable = (table) => {
    const id = table.dataset.khRows;
    const heads = [...table.querySelectorAll("th[data-sort]")];
    const keys = heads.filter((head) => head.dataset.sort !== "so");
    const bodies = [...table.tBodies].map((body) => {
      const groups = words(body.dataset.groups);
      const tasks = [...body.querySelectorAll("tr.kh-task")];
      return {
        body,
        groups,
        head: body.querySelector("tr.kh-group"),
        tasks: tasks.map((row) => readTask(row, [id, ...groups])),
      };
    });
    const scroller = table.closest(".kh-scroll");
    const state = make("p", { className: "kh-meta kh-matrix__state", hidden: true });
    scroller.before(state);
    return {
      id, table, heads, keys, bodies, scroller, state,
      rows: [...table.querySelectorAll("tbody tr")],
      tasks: bodies.flatMap((body) => body.tasks),
      money: keys.flatMap((head, at) => (head.dataset.sort.startsWith("tien-") ? [at] : [])),
      whole: keys.findIndex((head) => "whole" in head.dataset),
      flat: make("tbody", { hidden: true }),
      sort: null,
    };
  };

  const tables = [...document.querySelectorAll("table[data-kh-rows]")].map(readTable);

  // Filter -------------------------------------------------------------------

  const asked = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  const isAsked = (ask) => FIELDS.some((name) => ask[name].trim() !== "");

  const hasRole = (task, agency, role) =>
    (role !== "phoi-hop" && task.leads.includes(agency)) ||
    (role !== "chu-tri" && task.others.includes(agency));

  const inYear = (task, year) =>
    year === "khong-ro"
      ? task.years.length === 0
      : task.years.some(([first, last = first]) => first <= year && year <= last);

  const matches = (table, task, ask, sought) =>
    (!ask["co-quan"] || hasRole(task, ask["co-quan"], ask.vai)) &&
    (!ask.nam || inYear(task, ask.nam)) &&
    (!ask.tien || table.money.some((at) => task.keys[at] > 0n) === (ask.tien === "co")) &&
    (!ask.nhom || task.groups.includes(ask.nhom)) &&
    sought.every((word) => task.text.includes(word));

  // Sort ---------------------------------------------------------------------

  /** Rows without a key come last either way; equal keys stay in print order. */
  const inOrder = (tasks, at, falling) =>
    [...tasks].sort(({ keys: { [at]: a } }, { keys: { [at]: b } }) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return (a < b ? -1 : a > b ? 1 : 0) * (falling ? -1 : 1);
    });

  /** A row that has left its group says which one it was. */
  const sayGroup = (table, task, said) => {
    const anchor = task.groups.at(-1);
    if (!task.of && said && anchor !== table.id) {
      const head = table.bodies.find((body) => body.head?.id === anchor).head;
      const code = head.querySelector(".kh-ref").textContent;
      const title = head.querySelector(".kh-group__title").textContent;
      task.of = make("span", {
        className: "kh-line kh-exact",
        textContent: `Nhóm ${code}: ${title}`,
      });
      task.row.querySelector("th").append(task.of);
    }
    if (task.of) task.of.hidden = !said;
  };

  const place = (table) => {
    const { sort, flat } = table;
    for (const head of table.heads) {
      const own = head.dataset.sort;
      const active = sort ? own === sort.key : own === "so";
      const way = sort?.falling ? "descending" : "ascending";
      head.setAttribute("aria-sort", active ? way : "none");
    }
    for (const task of table.tasks) sayGroup(table, task, Boolean(sort));
    if (sort) {
      const at = table.keys.findIndex((head) => head.dataset.sort === sort.key);
      flat.append(...inOrder(table.tasks, at, sort.falling).map((task) => task.row));
      table.table.append(flat);
    } else if (flat.isConnected) {
      for (const { body, tasks } of table.bodies) body.append(...tasks.map((task) => task.row));
      flat.remove();
    }
    flat.hidden = !sort;
  };

  // Show ---------------------------------------------------------------------

  const showBodies = (table, all) => {
    const shown = table.tasks.filter((task) => task.shown);
    for (const { body, groups, head, tasks } of table.bodies) {
      const own = groups.at(-1);
      const inGroup = (task) => task.groups.includes(own);
      const left = head ? shown.filter(inGroup).length : tasks.filter((t) => t.shown).length;
      if (head) head.classList.toggle("kh-part", left < table.tasks.filter(inGroup).length);
      const isTotal = !("groups" in body.dataset);
      body.hidden = isTotal ? !all : left === 0 && !all;
      if (table.sort && !isTotal) body.hidden = true;
    }
  };

  const sumOf = (table, shown) => {
    const amounts = shown.map((task) => task.keys[table.whole] ?? null).filter((a) => a !== null);
    if (table.whole < 0 || !amounts.length) return "";
    const sum = grouped(amounts.reduce((a, b) => a + b, 0n));
    const label = table.keys[table.whole].textContent.replace(/\s+/g, " ").trim();
    return ` Cộng các dòng đang hiện ở cột «${label}»: ${sum} ${table.table.dataset.unit}; số này do trang tính, văn bản không in.`;
  };

  const tell = (table, ask, shown) => {
    const { state } = table;
    const part = shown.length < table.tasks.length;
    state.hidden = !part;
    if (!shown.length) state.textContent = "Không có nhiệm vụ nào của bảng này khớp.";
    else if (part) {
      const printed = table.money.length ? " Tổng in của bảng và của nhóm được ẩn khi có dòng bị ẩn." : "";
      state.textContent =
        `Đang hiện ${grouped(shown.length)} trong ${grouped(table.tasks.length)} nhiệm vụ của bảng này.` +
        printed + sumOf(table, shown);
    }
    offerFile(table, shown, part);
  };

  const highlight = (table, agency) => {
    for (const old of table.table.querySelectorAll(".kh-hit")) old.classList.remove("kh-hit");
    if (!agency) return;
    const links = table.table.querySelectorAll(`a[href$="/co-quan/${CSS.escape(agency)}/"]`);
    for (const link of links) link.closest(".kh-agency")?.classList.add("kh-hit");
  };

  const count = (ask, shown) => {
    if (!isAsked(ask)) return `${grouped(total)} nhiệm vụ`;
    if (!shown.length) return "Không có nhiệm vụ nào khớp với bộ lọc.";
    const found = `${grouped(shown.length)} trong ${grouped(total)} nhiệm vụ`;
    if (!ask["co-quan"]) return found;
    const leads = shown.filter((task) => task.leads.includes(ask["co-quan"])).length;
    return `${found}: ${leads} chủ trì, ${shown.length - leads} phối hợp`;
  };

  const apply = () => {
    form.elements.vai.disabled = !form.elements["co-quan"].value;
    if (form.elements.vai.disabled) form.elements.vai.value = "";
    const ask = asked();
    const sought = words(fold(ask.tim).trim().replace(/\s+/g, " "));
    for (const table of tables) {
      for (const task of table.tasks) {
        task.shown = matches(table, task, ask, sought);
        task.row.hidden = !task.shown;
      }
      const shown = table.tasks.filter((task) => task.shown);
      showBodies(table, shown.length === table.tasks.length);
      table.scroller.hidden = shown.length === 0 && table.tasks.length > 0;
      highlight(table, ask["co-quan"]);
      tell(table, ask, shown);
    }
    form.classList.toggle("kh-filter--on", isAsked(ask));
    output.value = count(ask, tables.flatMap((table) => table.tasks.filter((task) => task.shown)));
  };

  // Address ------------------------------------------------------------------

  const read = () => {
    const given = new URLSearchParams(location.search);
    for (const name of FIELDS) {
      const control = form.elements[name];
      const value = given.get(name) ?? "";
      const known = control.options ? [...control.options].some((o) => o.value === value) : true;
      control.value = known ? value : "";
    }
    for (const table of tables) table.sort = null;
    for (const wanted of given.getAll(SORT)) {
      const [id, key, way] = wanted.split(".");
      const table = tables.find((one) => one.id === id);
      const known = table?.keys.some((head) => head.dataset.sort === key);
      if (known && ["tang", "giam"].includes(way)) table.sort = { key, falling: way === "giam" };
    }
    tables.forEach(place);
    apply();
  };

  const write = (replaces) => {
    const given = new URLSearchParams(location.search);
    for (const name of [...FIELDS, SORT]) given.delete(name);
    for (const [name, value] of Object.entries(asked())) if (value.trim()) given.set(name, value.trim());
    for (const { id, sort } of tables) {
      if (sort) given.append(SORT, `${id}.${sort.key}.${sort.falling ? "giam" : "tang"}`);
    }
    const query = given.toString();
    const address = location.pathname + (query ? `?${query}` : "");
    if (address + location.hash === location.pathname + location.search + location.hash) return;
    history[replaces ? "replaceState" : "pushState"](null, "", address);
  };

  /** A link to a row wins over a filter that hides the row. */
  const reveal = () => {
    let anchor = "";
    try {
      anchor = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = document.getElementById(anchor);
    if (!target?.closest("table[data-kh-rows]") || !target.closest("[hidden]")) return;
    history.replaceState(null, "", location.pathname + location.hash);
    read();
    target.scrollIntoView();
  };

  // Files --------------------------------------------------------------------

  /** Records of a CSV file as they stand; a record goes on while a quote is open. */
  const recordsOf = (text) => {
    const records = [];
    let open = "";
    for (const line of text.replace(/\n$/, "").split("\n")) {
      open += open ? `\n${line}` : line;
      if (open.split('"').length % 2) {
        records.push(open);
        open = "";
      }
    }
    return records;
  };

  const save = (text, name) => {
    const link = make("a", {
      href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })),
      download: name,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /** The file of the whole table has one record a row, so what is shown is a choice of them. */
  const download = async (table, file) => {
    try {
      const answer = await fetch(file.href);
      const records = recordsOf(await answer.text());
      if (!answer.ok || records.length !== table.rows.length + 1) throw new Error(file.href);
      const rows = table.sort ? [...table.flat.rows] : table.tasks.map((task) => task.row);
      const shown = rows.filter((row) => !row.hidden).map((row) => records[table.rows.indexOf(row) + 1]);
      save(`${[records[0], ...shown].join("\n")}\n`, file.download.replace(/\.csv$/, "-loc.csv"));
    } catch {
      output.value = "Không tải được tệp. Hãy tải lại trang rồi thử lại.";
    }
  };

  const offerFile = (table, shown, part) => {
    const links = document.querySelector(`[data-kh-down$="/nhiem-vu/${CSS.escape(table.id)}"]`);
    const file = links?.querySelector("a[download$='.csv']");
    if (!file) return;
    table.button ??= make("button", {
      type: "button",
      className: "kh-button",
      onclick: () => download(table, file),
    });
    const number = grouped(shown.length);
    table.button.textContent = part ? `CSV đang lọc: ${number} dòng` : `CSV đã sắp: ${number} dòng`;
    if (shown.length && (part || table.sort)) links.append(table.button);
    else table.button.remove();
  };

  // Controls -----------------------------------------------------------------

  const sortBy = (table, head) => {
    const key = head.dataset.sort;
    const first = key.startsWith("tien-");
    const { sort } = table;
    if (key === "so") table.sort = null;
    else if (sort?.key !== key) table.sort = { key, falling: first };
    else table.sort = sort.falling === first ? { key, falling: !first } : null;
    place(table);
    apply();
    write(false);
    const order = table.sort
      ? `theo «${head.textContent.replace(/\s+/g, " ").trim()}», ${table.sort.falling ? "giảm dần" : "tăng dần"}`
      : "theo thứ tự in";
    output.value = `${table.table.dataset.place} xếp ${order}. ${output.value}`;
  };

  for (const table of tables) {
    for (const head of table.heads) {
      const button = make("button", { type: "button", className: "kh-sort", title: "Sắp theo cột này" });
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(table, head));
      head.append(button);
    }
  }

  let typed = 0;
  let typing = false;
  form.addEventListener("input", (event) => {
    apply();
    clearTimeout(typed);
    if (event.target.type !== "search") {
      typing = false;
      write(false);
      return;
    }
    typed = setTimeout(() => {
      write(typing);
      typing = true;
    }, PAUSE);
  });
  form.addEventListener("focusout", () => {
    typing = false;
  });
  form.querySelector("[data-kh-clear]").addEventListener("click", () => {
    clearTimeout(typed);
    form.reset();
    apply();
    write(false);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => {
    clearTimeout(typed);
    read();
  });
  addEventListener("hashchange", reveal);

  read();
  reveal();
})();
