// Statements on a line of time, a lane for each who speaks. A row of the table has data-day,
// data-lane, data-stand (states, accuses, denies, echoes), data-href and data-title; data-lane-href
// is where the lane's name leads.
import { dot, ruleY } from "@observablehq/plot";
import { grouped, reach, rows, stretch } from "./data.js";
import { laid, stacked, time } from "./lanes.js";
import { STANDS, known, legend } from "./stands.js";

const NEAR = 14; // pixels between marks that can be told apart
const ROW = 15;
const MOST_ROWS = 8;
const MOST_LANES = 24;

export const timeline = { read, picture };

function read(table) {
  const all = rows(table).map((row) => ({ ...row, at: stretch(row.day), stand: known(row.stand) }));
  const dated = all.filter((row) => row.at);
  if (!dated.length) return null;
  const lanes = [...grouped(dated, (row) => row.lane)]
    .map(([name, marks]) => ({ name, marks, href: marks[0].laneHref }))
    .sort((a, b) => a.marks[0].at.first - b.marks[0].at.first || (a.name < b.name ? -1 : 1));
  return { lanes, undated: all.length - dated.length };
}

function picture({ lanes, undated }, width) {
  const shown = chosen(lanes);
  const domain = reach(shown.flatMap((lane) => lane.marks.map((mark) => mark.at)));
  const x = time(domain, width);
  const placed = stacked(shown.map((lane) => dodged(lane, x)), (lane) => lane.deep * ROW + 4);
  const marks = placed.lanes.flatMap((lane) =>
    lane.marks.map((mark) => ({ ...mark, y: lane.to - 9 - mark.row * ROW })),
  );
  return {
    svg: laid(placed, domain, width, [...vague(marks), ...kinds(marks)]),
    legend: legend(new Set(marks.map((mark) => mark.stand))),
    note: left(lanes.length - shown.length, undated),
  };
}

// The lanes with most statements, in their order.
function chosen(lanes) {
  const counts = lanes.map((lane) => lane.marks.length).sort((a, b) => b - a);
  const least = counts[MOST_LANES - 1] ?? 0;
  return lanes.filter((lane) => lane.marks.length >= least).slice(0, MOST_LANES);
}

// Marks that would lie on each other are stacked.
function dodged(lane, x) {
  const ends = [];
  const marks = [...lane.marks]
    .sort((a, b) => a.at.first - b.at.first)
    .map((mark) => {
      const at = x.apply(middle(mark));
      let row = ends.findIndex((end) => end + NEAR <= at);
      if (row < 0) row = ends.length < MOST_ROWS ? ends.length : MOST_ROWS - 1;
      ends[row] = at;
      return { ...mark, row };
    });
  return { ...lane, marks, deep: ends.length };
}

const middle = (mark) => new Date((Number(mark.at.first) + Number(mark.at.last)) / 2);

// A week, a month or a year is a line, with its mark in the middle.
function vague(marks) {
  const wide = marks.filter((mark) => mark.at.last > mark.at.first);
  const ends = { x1: (mark) => mark.at.first, x2: (mark) => mark.at.last };
  return [ruleY(wide, { y: "y", ...ends, className: "vague", strokeLinecap: "round" })];
}

function kinds(marks) {
  return Object.entries(STANDS).map(([stand, { symbol, size, words }]) =>
    dot(
      marks.filter((mark) => mark.stand === stand),
      {
        x: middle,
        y: "y",
        symbol,
        r: size,
        strokeWidth: 2,
        href: "href",
        title: (mark) => `${mark.day}, ${words}: ${mark.lane}\n${mark.title ?? ""}`,
        className: `stand-${stand}-mark`,
      },
    ),
  );
}

function left(lanes, undated) {
  const parts = [];
  if (lanes > 0) parts.push(`${lanes} more who speak are in the table`);
  if (undated > 0) parts.push(`${undated} without a day ${undated > 1 ? "are" : "is"} in the table`);
  return parts.join("; ");
}
