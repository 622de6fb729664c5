// The one form of a plan file, as `kehoach fmt` writes it, for the editing desk in the browser.
//
// The rules (order of keys, what is quoted, what stands on one line) come from the schemas and from
// generator/authoring/formatting, by way of rules.json; a test holds both writers together.

/** Writer and reader of plan files of one kind. */
export class Form {
  /**
   * @param rules What rules.json holds.
   * @param kind Kind of file: "plan", "annex", "agencies".
   */
  constructor(rules, kind) {
    this.rules = rules;
    this.schema = rules.schemas[kind];
    this.core = rules.core.map((source) => new RegExp(`^(?:${source})$`));
    this.old = rules.old.map((source) => new RegExp(source));
    this.wordQuotes = new RegExp(`^(?:${rules.wordQuotes})$`);
  }

  /** Text of a file that holds `data`. */
  write(data) {
    const columns = (data.columns ?? []).map((column) => column.id);
    const root = this.#node(this.#settled(this.schema, data), data, columns);
    if (root.inline !== undefined && root.inline.length <= this.rules.longest) return `${root.inline}\n`;
    return `${this.#lines(root, "").join("\n")}\n`;
  }

  /** What an editor's form gives, as the schema wants it: years as numbers, nothing that is empty. */
  settle(data, schema = this.#settled(this.schema, data)) {
    if (Array.isArray(data)) {
      return data.map((item) => this.settle(item, this.#settled(schema.items ?? {}, item)));
    }
    if (data !== null && typeof data === "object") {
      const kept = Object.entries(data)
        .filter(([key]) => !this.rules.added.includes(key))
        .map(([key, value]) => [key, this.settle(value, this.#settled(this.#below(schema, key), value))])
        .filter(([key, value]) => !isEmpty(value) || (schema.required ?? []).includes(key));
      return Object.fromEntries(kept);
    }
    if (typeof data === "string") return this.#settledText(data, schema);
    return data;
  }

  #settledText(text, schema) {
    const line = text.normalize("NFC").replace(/\s+/g, " ").trim();
    const kinds = (schema.anyOf ?? [schema]).map((branch) => branch.type);
    return kinds.includes("integer") && /^[0-9]{4}$/.test(line) ? Number(line) : line;
  }

  // A node is either a scalar {inline} or a collection {entries, isMapping, inline?}: it may stand
  // on one line where it has `inline`.
  #node(schema, value, columns) {
    if (value === null || typeof value !== "object") return { inline: this.#scalar(schema, value, false) };
    const isMapping = !Array.isArray(value);
    const keys = isMapping ? this.#ordered(schema, Object.keys(value), columns) : [...value.keys()];
    const entries = keys.map((key) => {
      const below = this.#settled(isMapping ? this.#below(schema, key) : (schema.items ?? {}), value[key]);
      return { key: isMapping ? key : null, schema: below, value: value[key], node: this.#node(below, value[key], columns) };
    });
    const node = { entries, isMapping };
    if (this.#onOneLine(schema, value, isMapping) && entries.every((entry) => entry.node.inline !== undefined)) {
      node.inline = this.#brackets(entries, isMapping);
    }
    return node;
  }

  #brackets(entries, isMapping) {
    const inside = entries.map(({ key, schema, value, node }) => {
      const text = node.entries ? node.inline : this.#scalar(schema, value, true);
      return key === null ? text : `${this.#written(key, true, false)}: ${text}`;
    });
    return isMapping ? `{${inside.join(", ")}}` : `[${inside.join(", ")}]`;
  }

  #lines(node, indent) {
    return node.entries.flatMap((entry) => this.#entry(entry, indent));
  }

  #entry({ key, node }, indent) {
    const head = key === null ? `${indent}-` : `${indent}${this.#written(key, false, false)}:`;
    const fits = node.inline !== undefined && head.length + 1 + node.inline.length <= this.rules.longest;
    if (!node.entries || node.entries.length === 0 || fits) return [`${head} ${node.inline}`.trimEnd()];
    const lines = this.#lines(node, `${indent}  `);
    if (key !== null) return [head, ...lines];
    return [`${indent}- ${lines[0].trimStart()}`, ...lines.slice(1)];
  }

  #ordered(schema, keys, columns) {
    const named = Object.keys(schema.properties ?? {});
    const order = named.length ? named : (schema.propertyNames?.enum ?? columns);
    const place = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
    return keys.sort((one, other) => place(one) - place(other));
  }

  #onOneLine(schema, value, isMapping) {
    if (Object.keys(value).length === 0) return true;
    if (!isMapping) return schema.items?.pattern === this.rules.slug;
    const amounts = Object.values(schema.patternProperties ?? {}).some((item) => item.type === "integer");
    const record = (schema.$ref ?? "").split("/").at(-1);
    return amounts || (this.rules.tableLines.includes(record) && !("note" in value));
  }

  #scalar(schema, value, inBrackets) {
    if (typeof value !== "string") return value === null ? "" : String(value);
    return this.#written(value, inBrackets, schema.pattern === this.rules.code);
  }

  #written(text, inBrackets, inQuotes) {
    const open = inBrackets && /[,[\]{}]/.test(text);
    if (!inQuotes && !open && this.#isSafe(text)) return text;
    const escapes = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\u0085": "\\N", "\u2028": "\\L", "\u2029": "\\P" };
    return `"${text.replace(/[\\"\n\u0085\u2028\u2029]/g, (sign) => escapes[sign])}"`;
  }

  #isSafe(text) {
    if (text === "" || text !== trimmed(text) || this.rules.indicators.includes(text[0])) return false;
    if (text.startsWith("...") || /:(?:\s|$)|\s#|[\n\u0085\u2028\u2029]/u.test(text)) return false;
    if (this.wordQuotes.test(text)) return false;
    if (this.core.some((pattern) => pattern.test(text)) || this.rules.oldWords.includes(text)) return false;
    return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || !this.old.some((pattern) => pattern.test(text));
  }

  #below(schema, key) {
    return schema.properties?.[key] ?? Object.values(schema.patternProperties ?? {})[0]
      ?? (schema.additionalProperties || {});
  }

  // Follows a reference, and of several kinds of row takes the one that this row means to be.
  #settled(node, value) {
    if (node.oneOf) {
      const keys = value !== null && typeof value === "object" ? value : {};
      const tag = "group" in keys || ("rows" in keys && !("task" in keys)) ? "group" : "task";
      return node.oneOf.map((branch) => this.#settled(branch, value)).find((branch) => branch.required.includes(tag));
    }
    if (!node.$ref) return node;
    return { ...this.schema.$defs[node.$ref.split("/").at(-1)], ...node };
  }
}

const isEmpty = (value) => value === null || value === undefined || value === ""
  || (typeof value === "object" && Object.keys(value).length === 0);

// Python's strip() and JavaScript's trim() differ: the former takes \x1c-\x1f and \x85 too, not \ufeff.
const trimmed = (text) => text.replace(/^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g, (blank) => blank.replace(/[^\ufeff]/g, ""));
