// What lasts: claims of a narrative, roles of a speaker. A row of the table has data-name,
// data-first, data-last and data-n (how much it counts), and may have data-href. The table may have
// data-most: how many are drawn, those that count most.
import { dot, ruleY } from "@observablehq/plot";
import { reach, rows, stretch } from "./data.js";
import { laid, stacked } from "./lanes.js";

const MOST = 24;

export const spans = { read, picture };

function read(table) {
  const all = rows(table);
  const lanes = all.map(lane).filter(Boolean);
  const most = Number(table.dataset.most ?? MOST);
  return lanes.length ? { lanes, most, undated: all.length - lanes.length } : null;
}

function lane(row) {
  const first = stretch(row.first || row.last);
  const last = stretch(row.last || row.first);
  if (!first || !last) return null;
  return { name: row.name, href: row.href, first: first.first, last: last.last, n: Number(row.n) };
}

function picture({ lanes, most, undated }, width) {
  const shown = chosen(lanes, most);
  const domain = reach(shown);
  const placed = stacked(shown, () => 14);
  const middle = (each) => each.to - 9;
  const dots = placed.lanes.flatMap((each) =>
    [...new Set([each.first, each.last].map(Number))].map((at) => ({ at: new Date(at), y: middle(each) })),
  );
  const bars = ruleY(placed.lanes, { y: middle, x1: "first", x2: "last", className: "lasting" });
  const marks = [bars, dot(dots, { x: "at", y: "y", r: 4, className: "stand-states-mark" })];
  return { svg: laid(placed, domain, width, marks), note: left(lanes.length - shown.length, undated) };
}

// Those that count most, in the order of the table.
function chosen(lanes, most) {
  const least = [...lanes].sort((a, b) => b.n - a.n).slice(0, most);
  return lanes.filter((lane) => least.includes(lane));
}

function left(more, undated) {
  const parts = [];
  if (more > 0) parts.push(`${more} more are in the table`);
  if (undated > 0) parts.push(`${undated} without a day ${undated > 1 ? "are" : "is"} in the table`);
  return parts.join("; ");
}
