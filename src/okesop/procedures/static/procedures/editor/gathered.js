// @ts-check
/**
 * What nobody has begun yet is one thing to do, not a wall of findings: rows in which nothing is written, steps of an
 * SOP that has no performer at all, and the identity while none of its lists has an entry. All else stands for itself.
 */

import { LISTS } from "./outline.js";
import { t } from "./texts.js";

/** @typedef {{findings: Finding[], where: string, message: string, blank: boolean, rows?: string[], adds?: boolean}} Entry */

/**
 * @param {Finding[]} findings that are open
 * @param {SopOutline} outline
 * @returns {Entry[]} duties first
 */
export function gather(findings, outline) {
  const blanks = findings.filter((one) => (one.severity === "E" || outline.blank) && isBlank(one.place, outline));
  const rest = findings.filter((one) => !blanks.includes(one));
  const ofSteps = blanks.filter((one) => isOfSteps(one.place));
  const unmanned = outline.blank ? [] : ofSteps.filter((one) => isUnmanned(one.place, outline));
  const entries = [
    ...ofRows(ofSteps.filter((one) => !unmanned.includes(one)), outline), ...ofPerformers(unmanned),
    ...ofLists(blanks.filter((one) => !ofSteps.includes(one))), ...rest.map(alone),
  ];
  return entries.sort((one, other) => rankOf(one) - rankOf(other));
}

/**
 * The group of an entry: what is due before submission, before approval, or a mere hint.
 * @param {Entry} entry
 */
export function rankOf(entry) {
  return Math.min(...entry.findings.map((one) => (one.severity !== "E" ? 2 : one.due === "approve" ? 1 : 0)));
}

/**
 * @param {string} place
 * @param {SopOutline} outline
 */
function isBlank(place, outline) {
  const [kind = "", id = ""] = place.split("/");
  if (isUnmanned(place, outline)) return true;
  if (kind === "steps") return outline.untouched(id);
  if (LISTS.some((name) => outline.document[name].length > 0)) return false;
  if (kind === "identity") return !outline.document.identity[/** @type {keyof Identity} */ (id)]?.length;
  return /** @type {string[]} */ (LISTS).includes(kind);
}

/**
 * True for what only says that somebody is missing, as long as there is nobody at all.
 * @param {string} place
 * @param {SopOutline} outline
 */
function isUnmanned(place, outline) {
  const [kind = "", id = "", field] = place.split("/");
  if (outline.document.performers.length > 0) return false;
  return kind === "nodes" || (kind === "steps" && !field && !outline.untouched(id));
}

/** @param {string} place */
const isOfSteps = (place) => /^(steps|nodes)\b/.test(place);

/**
 * One entry for each run of rows; what concerns the whole flowchart goes with the first.
 * @param {Finding[]} findings
 * @param {SopOutline} outline
 * @returns {Entry[]}
 */
function ofRows(findings, outline) {
  /** @type {{first: number, last: number, findings: Finding[]}[]} */
  const runs = [];
  const whole = findings.filter((one) => one.place.startsWith("nodes"));
  const byRow = findings.filter((one) => !whole.includes(one)).map((one) => ({ one, row: outline.number(one.place.split("/")[1] ?? "") }));
  for (const { one, row } of byRow.sort((a, b) => a.row - b.row)) {
    const run = runs.at(-1);
    if (run && row <= run.last + 1) {
      run.last = row;
      run.findings.push(one);
    } else runs.push({ first: row, last: row, findings: [one] });
  }
  runs[0]?.findings.push(...whole);
  return runs.map((run) => ({
    findings: run.findings, blank: true, rows: outline.document.steps.slice(run.first - 1, run.last).map((step) => step.id),
    where: run.first === run.last ? t("where-step", { number: run.first }) : t("where-steps", { first: run.first, last: run.last }),
    message: t("blank-rows", { count: duties(run.findings) }),
  }));
}

/**
 * @param {Finding[]} findings of steps without anybody
 * @returns {Entry[]} one, or none
 */
function ofPerformers(findings) {
  if (findings.length === 0) return [];
  return [{ findings, blank: true, adds: true, where: t("column-performers"), message: t("blank-performers", { count: duties(findings) }) }];
}

/**
 * @param {Finding[]} findings of the identity
 * @returns {Entry[]} one, or none
 */
function ofLists(findings) {
  if (findings.length < 2) return findings.map(alone);
  const names = findings.map((one) => one.where).join(", ");
  return [{ findings, blank: true, where: t("identity"), message: t("blank-identity", { names, count: duties(findings) }) }];
}

/**
 * @param {Finding} one
 * @returns {Entry}
 */
function alone(one) {
  return { findings: [one], where: one.where, message: one.message, blank: false };
}

/** @param {Finding[]} findings */
const duties = (findings) => findings.filter((one) => one.severity === "E").length;
