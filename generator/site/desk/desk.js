// Starts the editing desk: every file is read and written in the one form of plan files.
import { Form } from "./format.js";
import CMS from "./sveltia-cms.mjs";
import yaml from "./js-yaml.mjs";

const load = async (name) => (await fetch(name)).json();
const [config, rules] = await Promise.all([load("config.json"), load("rules.json")]);

/** Gives rows the key that tells the desk which form they have, and years as text. */
const opened = (form, rowKind, data, key) => {
  if (Array.isArray(data)) return data.map((item) => opened(form, rowKind, item, key));
  if (data === null || typeof data !== "object") return key === "period" ? String(data) : data;
  const inner = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, opened(form, rowKind, value, name)]));
  return key === "rows" ? { [rowKind]: "task" in data ? "task" : "group", ...inner } : inner;
};

for (const collection of config.collections) {
  for (const file of collection.files) {
    const form = new Form(rules, file.name.startsWith("annexes--") ? "annex" : file.name);
    CMS.registerCustomFormat(file.format, "yaml", {
      fromFile: (text) => opened(form, rules.added[0], yaml.load(text, { schema: yaml.CORE_SCHEMA }), ""),
      toFile: (data) => form.write(form.settle(data)),
    });
  }
}
CMS.init({ config });
