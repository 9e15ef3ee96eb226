// @ts-check
/** A legal basis in the form "Jenis Nomor N Tahun T tentang …", from what one types in short. */

/** @type {[RegExp, string][]} */
const KINDS = [
  [/^(uud)\b/i, "Undang-Undang Dasar"],
  [/^(uu|undang[- ]undang)\b/i, "Undang-Undang"],
  [/^(pp|peraturan pemerintah)\b/i, "Peraturan Pemerintah"],
  [/^(perpres|peraturan presiden)\b/i, "Peraturan Presiden"],
  [/^(permen ?pan[- ]?rb|permenpan)\b/i, "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"],
  [/^(permendagri)\b/i, "Peraturan Menteri Dalam Negeri"],
  [/^(permenkeu|pmk)\b/i, "Peraturan Menteri Keuangan"],
  [/^(perka anri|peraturan anri)\b/i, "Peraturan Arsip Nasional Republik Indonesia"],
  [/^(perda kota)\b/i, "Peraturan Daerah Kota"],
  [/^(perda|peraturan daerah)\b/i, "Peraturan Daerah"],
  [/^(perwali|perwako|peraturan wali ?kota)\b/i, "Peraturan Wali Kota"],
  [/^(perbup|peraturan bupati)\b/i, "Peraturan Bupati"],
  [/^(pergub|peraturan gubernur)\b/i, "Peraturan Gubernur"],
];

// place, number, year, subject: "Kota Kendari no. 5 th 2021 tentang …", "43/2009 …"
const FORM = new RegExp([
  String.raw`^(.*?)\s*(?:(?:nomor|no)\.?\s*)?(\d+[a-z]?)`,
  String.raw`\s*(?:\/|(?:tahun|thn|th)\.?\s*|\s)\s*((?:19|20)\d{2})\b`,
  String.raw`[,\s]*(?:tentang|ttg\.?)?\s*(.*)$`,
].join(""), "i");

/**
 * Write a legal basis out.
 * @param {string} typed "UU 43/2009 kearsipan", "PP no. 12 th 2019 tentang …"
 * @returns {string | null} the full form; null when nothing of it was understood
 */
export function writeOut(typed) {
  const text = typed.trim().replace(/\s+/g, " ");
  const kind = KINDS.find(([pattern]) => pattern.test(text));
  if (!kind) return null;
  const [pattern, name] = kind;
  const rest = text.replace(pattern, "").trim();
  const match = FORM.exec(rest);
  if (!match) return null;
  const [, place = "", number, year, about = ""] = match;
  const head = [name, place.trim()].filter(Boolean).join(" ");
  return `${head} Nomor ${number} Tahun ${year}${about ? ` tentang ${about.charAt(0).toUpperCase()}${about.slice(1)}` : ""}`;
}
