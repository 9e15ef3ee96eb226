// @ts-check
/** Blocks of cells as other programs exchange them: tab-separated text with quoted cells, and HTML tables. */

// What no author types; tab, line feed and carriage return are the frame of a block.
const UNTYPED = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd]/g;
const STRAY = 3; // such characters that a text may carry by mischance

/**
 * A pasted text without control characters.
 * @param {string} text
 * @returns {string | null} null when this is plainly no text but the inside of a file
 */
export function readable(text) {
  const untyped = text.match(UNTYPED)?.length ?? 0;
  if (text.includes("\0") || (untyped > STRAY && untyped * 50 > text.length)) return null;
  return text.replace(/[\v\f]/g, " ").replace(UNTYPED, "");
}

/**
 * Read tab-separated text as Excel, Sheets and Calc write it: a cell with line breaks is quoted.
 * @param {string} text
 * @returns {string[][]}
 */
export function parseTsv(text) {
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  /** @type {string[][]} */
  const rows = [[]];
  let at = 0;
  while (at <= source.length) {
    const quoted = source[at] === '"' ? quotedCell(source, at) : null;
    const end = quoted ? quoted.end : plainEnd(source, at);
    rows.at(-1)?.push(quoted ? quoted.text : source.slice(at, end));
    if (source[end] === "\n") rows.push([]);
    at = end + 1;
  }
  return squared(rows);
}

/**
 * @param {string} source
 * @param {number} from
 */
function plainEnd(source, from) {
  const found = source.slice(from).search(/[\t\n]/);
  return found < 0 ? source.length : from + found;
}

/**
 * @param {string} source
 * @param {number} from where the opening quote stands
 * @returns {{text: string, end: number} | null} null when the quote is a mere character
 */
function quotedCell(source, from) {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(from));
  return match ? { text: (match[1] ?? "").replace(/""/g, '"'), end: from + match[0].length } : null;
}

/**
 * Read the first table of pasted HTML; merged cells keep their text in the first of their places.
 * @param {string} html
 * @returns {string[][] | null} null when there is no table
 */
export function parseHtml(html) {
  const table = new DOMParser().parseFromString(withoutStyles(html), "text/html").querySelector("table");
  if (!table) return null;
  /** @type {string[][]} */
  const rows = [];
  [...table.rows].forEach((row, y) => {
    const line = (rows[y] ??= []);
    let x = 0;
    for (const cell of row.cells) {
      while (line[x] !== undefined) x += 1;
      const [wide, tall] = [Math.min(cell.colSpan, 60), Math.min(cell.rowSpan, table.rows.length - y)];
      for (let down = 0; down < tall; down += 1) {
        for (let right = 0; right < wide; right += 1) (rows[y + down] ??= [])[x + right] = "";
      }
      line[x] = wordsOf(cell);
      x += wide;
    }
  });
  return squared(rows);
}

/**
 * Our policy forbids inline styles, also in a document that is only parsed, and a browser reports each of them.
 * @param {string} html
 * @returns {string}
 */
function withoutStyles(html) {
  return html.replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));
}

/**
 * The words of a cell with its line breaks.
 * @param {Element} cell
 * @returns {string}
 */
function wordsOf(cell) {
  let words = "";
  for (const node of cell.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) words += (node.textContent ?? "").replace(/\s+/g, " ");
    else if (node instanceof Element && node.localName === "br") words += "\n";
    else if (node instanceof Element && !["style", "script"].includes(node.localName)) {
      const inner = wordsOf(node);
      words += ["p", "div", "li"].includes(node.localName) && words.trim() ? `\n${inner}` : inner;
    }
  }
  return words.replace(/[ \u00a0]*\n[ \u00a0]*/g, "\n").trim();
}

/**
 * @param {string[][]} rows
 * @returns {string[][]} all as wide as the widest, without empty rows at the end
 */
function squared(rows) {
  const wide = Math.max(0, ...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: wide }, (_, at) => (row[at] ?? "").trim()));
  while (full.length > 1 && full.at(-1)?.every((cell) => cell === "")) full.pop();
  return full;
}

/**
 * @param {string[][]} rows
 * @returns {string}
 */
export function toTsv(rows) {
  const quote = (/** @type {string} */ cell) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  return rows.map((row) => row.map(quote).join("\t")).join("\r\n");
}

/**
 * @param {string[][]} rows
 * @returns {string} an HTML table for Word and Excel
 */
export function toHtml(rows) {
  const table = document.createElement("table");
  for (const row of rows) {
    const line = table.insertRow();
    for (const cell of row) {
      const place = line.insertCell();
      cell.split("\n").forEach((part, at) => place.append(...(at > 0 ? [document.createElement("br"), part] : [part])));
    }
  }
  return table.outerHTML;
}
