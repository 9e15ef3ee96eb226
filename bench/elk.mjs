/**
 * Lays charts out with elkjs, for bench/flowchart.py: a JSON list of pages on stdin (as `okesop sop layout`
 * prints them), a JSON list of {"page", "ms"} on stdout.
 *
 * ELK's layered algorithm has no symbols that stand still. What comes nearest: its interactive strategies,
 * which keep the order of rows and columns that our positions have, and ports at fixed places. A row may
 * hold symbols that follow each other, a layer may not, so a row is as many layers as its chain is long.
 * The heights of rows are ELK's to choose; a row reaches from its first layer to the next row's.
 */
import ELK from "elkjs/lib/elk.bundled.js";

const STEP = 1000;
const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.layered.cycleBreaking.strategy": "INTERACTIVE",
  "elk.layered.layering.strategy": "INTERACTIVE",
  "elk.layered.crossingMinimization.strategy": "INTERACTIVE",
  "elk.layered.nodePlacement.strategy": "INTERACTIVE",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "5",
  "elk.layered.spacing.edgeNodeBetweenLayers": "6",
  "elk.spacing.edgeEdge": "5",
  "elk.spacing.edgeNode": "5",
  "elk.spacing.nodeNode": "5",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
};

/** Places of a symbol's ways in and out, from its upper left corner. */
const PORTS = {
  NORTH: (node) => [node.w / 2, 0],
  SOUTH: (node) => [node.w / 2, node.h],
  WEST: (node) => [0, node.h / 2],
  EAST: (node) => [node.w, node.h / 2],
};

/** Whether one symbol leads to another by the arrows already kept. */
function leads(kept, from, to) {
  return from === to || kept.some((edge) => edge.from === from && leads(kept, edge.to, to));
}

/** Depth of each symbol in the chain of its own row; an arrow that closes a loop there does not count. */
function depths(page) {
  const row = new Map(page.nodes.map((node) => [node.id, node.row]));
  const kept = [];
  for (const edge of page.edges) {
    if (row.get(edge.from) === row.get(edge.to) && !leads(kept, edge.to, edge.from)) kept.push(edge);
  }
  const depth = new Map();
  const of = (id) => {
    if (!depth.has(id)) {
      const before = kept.filter((edge) => edge.to === id).map((edge) => of(edge.from) + 1);
      depth.set(id, Math.max(0, ...before));
    }
    return depth.get(id);
  };
  page.nodes.forEach((node) => of(node.id));
  return depth;
}

/** The side by which an arrow leaves: down, but sideways for a decision's second and later answers. */
function exitSide(edge, earlier, from, to) {
  if (from.kind !== "decision" || earlier === 0) return "SOUTH";
  const right = to.x + to.w / 2 >= from.x + from.w / 2;
  return (earlier === 1) === right ? "EAST" : "WEST";
}

/** The answers of a decision in the order in which they take its ways out: "Ya" first. */
function inOrder(edges) {
  const rank = (edge) => (/^ya\b/iu.test(edge.label ?? "") ? 0 : 1);
  return [...edges.keys()].sort((one, two) => rank(edges[one]) - rank(edges[two]) || one - two);
}

function graphOf(page) {
  const byId = new Map(page.nodes.map((node) => [node.id, node]));
  const depth = depths(page);
  const taken = new Map();
  const sides = [];
  for (const index of inOrder(page.edges)) {
    const edge = page.edges[index];
    const earlier = taken.get(edge.from) ?? 0;
    taken.set(edge.from, earlier + 1);
    sides[index] = exitSide(edge, earlier, byId.get(edge.from), byId.get(edge.to));
  }
  const children = page.nodes.map((node) => ({
    id: node.id,
    x: node.x,
    y: (node.row * page.nodes.length + depth.get(node.id)) * STEP,
    width: node.w,
    height: node.h,
    layoutOptions: { "elk.portConstraints": "FIXED_POS" },
    ports: Object.entries(PORTS).map(([side, place]) => {
      const [x, y] = place(node);
      return {
        id: `${node.id}/${side}`, x, y, width: 0, height: 0, layoutOptions: { "elk.port.side": side },
      };
    }),
  }));
  const edges = page.edges.map((edge, index) => ({
    id: `edge ${index}`,
    sources: [`${edge.from}/${sides[index]}`],
    targets: [`${edge.to}/NORTH`],
  }));
  return { id: "chart", layoutOptions: OPTIONS, children, edges };
}

/** Bands between neighbours: each ends halfway between what it holds and what the next one holds. */
function bands(count, spans, last) {
  const cuts = [0];
  for (let band = 1; band < count; band += 1) {
    const before = Math.max(cuts.at(-1), ...spans.filter((one) => one.band < band).map((one) => one.end));
    const after = Math.min(...spans.filter((one) => one.band >= band).map((one) => one.start));
    cuts.push(Number.isFinite(after) ? (before + after) / 2 : before);
  }
  cuts.push(Math.max(last, cuts.at(-1)));
  return cuts.slice(1).map((end, band) => [cuts[band], end]);
}

function pageOf(page, laid) {
  const placed = new Map(laid.children.map((child) => [child.id, child]));
  const nodes = page.nodes.map((node) => ({ ...node, x: placed.get(node.id).x, y: placed.get(node.id).y }));
  const lines = laid.edges.map((edge) =>
    edge.sections.flatMap((part) => [part.startPoint, ...(part.bendPoints ?? []), part.endPoint]));
  const edges = page.edges.map((edge, index) => ({
    ...edge, points: lines[index].map(({ x, y }) => [x, y]), label: null, label_box: null,
  }));
  const rows = nodes.map((node) => ({ band: node.row, start: node.y, end: node.y + node.h }));
  const columns = nodes.flatMap((node) => {
    const [first, final] = node.span ?? [node.col, node.col];
    return [
      { band: first, start: node.x, end: node.x },
      { band: final, start: node.x + node.w, end: node.x + node.w },
    ];
  });
  return {
    page: [laid.width, laid.height],
    nodes,
    edges,
    rows: bands(page.rows.length, rows, laid.height),
    cols: bands(page.cols.length, columns, laid.width),
  };
}

async function read(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

const elk = new ELK();
const pages = await read(process.stdin);
await elk.layout(graphOf(pages[0]));
const drawn = [];
for (const page of pages) {
  const started = process.cpuUsage();
  const laid = await elk.layout(graphOf(page));
  const { user, system } = process.cpuUsage(started);
  drawn.push({ page: pageOf(page, laid), ms: (user + system) / 1000 });
}
process.stdout.write(JSON.stringify(drawn));
