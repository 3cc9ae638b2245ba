// How many there are in each month. A row of the table has data-month and data-n; what is known by the
// year alone has a year there, and is not drawn.
import { axisX, axisY, gridY, plot, rectY, ruleY } from "@observablehq/plot";
import { rows, stretch } from "./data.js";

export const counts = { read, picture };

function read(table) {
  const all = rows(table).map((row) => ({ ...row, n: Number(row.n), at: stretch(row.month) }));
  const bars = all.filter((row) => /^\d{4}-\d{2}$/.test(row.month));
  const left = all.filter((row) => !bars.includes(row)).reduce((sum, row) => sum + row.n, 0);
  return bars.length ? { bars, left } : null;
}

function picture({ bars, left }, width) {
  const after = (bar) => new Date(Number(bar.at.last) + 86_400_000);
  const svg = plot({
    width,
    height: 200,
    marginTop: 12,
    marginLeft: 44,
    marginRight: 8,
    marginBottom: 38,
    x: { type: "utc" },
    marks: [
      gridY({ ticks: 4, className: "lane" }),
      axisY({ ticks: 4, tickFormat: whole, label: null, tickSize: 0, fontSize: 12 }),
      axisX({ ticks: Math.max(Math.round(width / 110), 2), tickSize: 4, label: null, fontSize: 12 }),
      rectY(bars, {
        x1: (bar) => bar.at.first,
        x2: after,
        y: "n",
        insetLeft: 0.5,
        insetRight: 0.5,
        className: "count",
        title: (bar) => `${bar.month}: ${bar.n}`,
      }),
      ruleY([0], { className: "lane" }),
    ],
  });
  return { svg, note: left ? `${left} of which the year alone is known are in the table` : "" };
}

const whole = (n) => (Number.isInteger(n) ? String(n) : "");
