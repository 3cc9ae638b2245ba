// Who relies on whom as a matrix: publishers down, carriers across. A row of the table has
// data-publisher, data-carrier, data-statements and data-href.
import { axisX, axisY, cell, plot, text } from "@observablehq/plot";
import { cut } from "./dom.js";
import { ties } from "./data.js";

const MOST_PUBLISHERS = 30;
const MOST_CARRIERS = 24;
const CELL = 34;

export const matrix = { read, picture };

function read(table) {
  const edges = ties(table);
  return edges.length ? edges : null;
}

function picture(edges, width) {
  const publishers = heaviest(edges, "publisher");
  const carriers = heaviest(edges, "carrier");
  const across = carriers.slice(0, MOST_CARRIERS);
  const through = edges.filter((edge) => across.includes(edge.carrier));
  const down = publishers
    .filter((name) => through.some((edge) => edge.publisher === name))
    .slice(0, MOST_PUBLISHERS);
  const shown = through.filter((edge) => down.includes(edge.publisher));
  const left = width < 520 ? 110 : 190;
  const side = Math.min(CELL, Math.max((width - left - 90) / across.length, 24));
  const more = publishers.length - down.length + carriers.length - across.length;
  return {
    svg: cells(shown, down, across, left, side),
    note: more > 0 ? "Those with most statements; the others are in the table." : "",
  };
}

function heaviest(edges, field) {
  const sums = new Map();
  for (const edge of edges) sums.set(edge[field], (sums.get(edge[field]) ?? 0) + edge.n);
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

function cells(shown, down, across, left, side) {
  const top = 120;
  const most = Math.max(...shown.map((edge) => edge.n));
  // Faint enough that the figures can be read in every cell, in the light and in the dark.
  const strength = (edge) => 0.08 + 0.37 * Math.sqrt(edge.n / most);
  const title = (edge) => `${edge.publisher} from ${edge.carrier}: ${edge.n}`;
  const place = { x: "carrier", y: "publisher" };
  return plot({
    width: left + across.length * side + 90,
    height: top + down.length * Math.min(side, 30) + 8,
    marginTop: top,
    marginLeft: left,
    marginRight: 90,
    marginBottom: 8,
    x: { domain: across, padding: 0.06 },
    y: { domain: down, padding: 0.06 },
    marks: [
      axisX({
        anchor: "top",
        label: null,
        tickSize: 0,
        tickRotate: -45,
        tickFormat: (name) => cut(name, 150),
        fontSize: 12,
      }),
      axisY({ label: null, tickSize: 0, tickFormat: (name) => cut(name, left - 10), fontSize: 12 }),
      cell(shown, { ...place, fillOpacity: strength, title, href: "href", className: "cells" }),
      text(shown, {
        ...place,
        text: "n",
        fontSize: 11,
        className: "cell-number",
        pointerEvents: "none",
      }),
    ],
  });
}
