// @ts-check
/** Dates as the office writes them: "24 November 2026" on the page, 2026-11-24 in the document. */

const MONTHS = [
  "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
];

/**
 * @param {string} iso
 * @returns {string} the date in words; what is no date stays as it is
 */
export function dateInWords(iso) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return iso;
  const date = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const language = document.documentElement.lang === "en" ? "en-GB" : "id";
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
}

/**
 * @param {string} typed "24 November 2026", "24/11/2026", "24-11-26", "2026-11-24"
 * @returns {string} the date as YYYY-MM-DD; what is no date stays as it was typed
 */
export function parseDate(typed) {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return checked(typed, iso[1], iso[2], iso[3]);
  const figures = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{2}|\d{4})$/.exec(text);
  if (figures) return checked(typed, figures[3], figures[2], figures[1]);
  const words = /^(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})$/.exec(text);
  return words ? checked(typed, words[3], String(monthOf(words[2] ?? "")), words[1]) : typed.trim();
}

/** @param {string} name of a month, Indonesian or English, whole or shortened */
function monthOf(name) {
  const found = MONTHS.findIndex((month) => name.length > 2 && month.startsWith(name));
  if (found >= 0) return found + 1;
  const english = {
    january: 1, february: 2, march: 3, may: 5, june: 6, july: 7, august: 8, aug: 8, october: 10, oct: 10, december: 12, dec: 12,
  };
  return /** @type {Record<string, number>} */ (english)[name] ?? 0;
}

/**
 * @param {string} typed
 * @param {string | undefined} year
 * @param {string | undefined} month
 * @param {string | undefined} day
 * @returns {string}
 */
function checked(typed, year = "", month = "", day = "") {
  const [y, m, d] = [Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day)];
  const date = new Date(y, m - 1, d);
  const real = date.getFullYear() === y && date.getMonth() === m - 1 && date.getDate() === d;
  return real ? `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}` : typed.trim();
}

/**
 * @param {string} nip 18 digits, however spaced
 * @returns {string} 8+6+1+3; anything else stays as it is
 */
export function groupNip(nip) {
  const digits = nip.replace(/[\s.-]/g, "");
  return /^\d{18}$/.test(digits)
    ? [digits.slice(0, 8), digits.slice(8, 14), digits.slice(14, 15), digits.slice(15)].join(" ") : nip.trim();
}
