// Who relies on whom as a graph. The table is that of the matrix. Forces lay it out, from places and
// by chance numbers that are always the same: the same record gives the same picture.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from "d3-force";
import { rows } from "./data.js";
import { cut, link, svg } from "./dom.js";

const MOST = 80; // links
const TICKS = 400;
const LEAST_WIDTH = 520;

export const graph = { read, picture };

function read(table) {
  const edges = rows(table).map((row) => ({ ...row, n: Number(row.statements) }));
  return edges.length ? edges : null;
}

function picture(edges, width) {
  const shown = [...edges].sort((a, b) => b.n - a.n).slice(0, MOST);
  const whole = Math.max(width, LEAST_WIDTH);
  const { nodes, links } = network(shown);
  const height = Math.max(280, Math.min(900, 90 + 34 * Math.sqrt(nodes.length) * 3));
  settle(nodes, links, whole, height);
  const marks = [
    svg("defs", {}, arrow()),
    svg("g", {}, ...links.map(line)),
    svg("g", {}, ...nodes.map((node) => point(node, whole))),
  ];
  return {
    svg: svg("svg", { width: whole, height, viewBox: `0 0 ${whole} ${height}`, class: "graph" }, ...marks),
    legend: [
      [shape("publisher"), "publisher"],
      [shape("carrier"), "carrier"],
      ...(nodes.some((node) => node.role === "both") ? [[shape("both"), "publisher and carrier"]] : []),
    ],
    note: edges.length > MOST ? `The ${MOST} strongest; all are in the table.` : "",
  };
}

function network(edges) {
  const nodes = new Map();
  const node = (name, role, n, href) => {
    const key = name.toLowerCase();
    const held = nodes.get(key) ?? { key, name, role, n: 0, href };
    if (held.role !== role) held.role = "both";
    held.n += n;
    held.href ??= href;
    nodes.set(key, held);
    return key;
  };
  const links = edges.map((edge) => ({
    source: node(edge.publisher, "publisher", edge.n),
    target: node(edge.carrier, "carrier", edge.n, edge.carrierHref),
    n: edge.n,
    title: `${edge.publisher} from ${edge.carrier}: ${edge.n}`,
    href: edge.href,
  }));
  return { nodes: [...nodes.values()], links };
}

const radius = (node) => 5 + Math.min(2.2 * Math.sqrt(node.n), 14);

function settle(nodes, links, width, height) {
  let seed = 1;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647; // Park and Miller's
  forceSimulation(nodes)
    .randomSource(chance)
    .force("links", forceLink(links).id((node) => node.key).distance(110).strength(0.5))
    .force("apart", forceManyBody().strength(-420))
    .force("room", forceCollide((node) => radius(node) + 20))
    .force("x", forceX(width / 2).strength(0.07))
    .force("y", forceY(height / 2).strength(0.16))
    .stop()
    .tick(TICKS);
  fit(nodes, width, height);
}

// Spreads the places over the picture; names need room at the right.
function fit(nodes, width, height) {
  for (const [axis, low, high] of [["x", 60, width - 150], ["y", 30, height - 30]]) {
    const all = nodes.map((node) => node[axis]);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    for (const node of nodes) {
      const share = most > least ? (node[axis] - least) / (most - least) : 0.5;
      node[axis] = low + share * (high - low);
    }
  }
}

function arrow() {
  const path = svg("path", { d: "M0 0L8 4L0 8z", class: "arrow" });
  const size = { viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8 };
  return svg("marker", { id: "arrow", ...size, orient: "auto", markerUnits: "userSpaceOnUse" }, path);
}

// From the carrier to the publisher, as the words went; it ends at the edges of the two.
function line(each) {
  const { source: to, target: from } = each;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const long = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / long, dy / long];
  const ends = {
    x1: (from.x + ux * radius(from)).toFixed(1),
    y1: (from.y + uy * radius(from)).toFixed(1),
    x2: (to.x - ux * (radius(to) + 3)).toFixed(1),
    y2: (to.y - uy * (radius(to) + 3)).toFixed(1),
  };
  const width = Math.min(1 + Math.sqrt(each.n) * 0.8, 8).toFixed(1);
  const drawn = svg("line", { ...ends, "stroke-width": width, "marker-end": "url(#arrow)", class: "tie" });
  drawn.append(svg("title", {}, each.title));
  return drawn;
}

function point(node, width) {
  const [x, y, r] = [node.x, node.y, radius(node)];
  const words = `${node.name}: ${node.role === "both" ? "publisher and carrier" : node.role}`;
  const name = { x: x + r + 5, y, dy: "0.35em", class: "name" };
  return link(node.href, words, ...outline(node.role, x, y, r), svg("text", name, cut(node.name, width - x - r - 8)));
}

// A publisher is a square, a carrier a circle, and who is both is a circle in a square.
function outline(role, x, y, r) {
  const square = svg("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, class: "publisher-mark" });
  const circle = (size) => svg("circle", { cx: x, cy: y, r: size, class: "carrier-mark" });
  if (role === "publisher") return [square];
  return role === "carrier" ? [circle(r)] : [square, circle(r * 0.62)];
}

function shape(role) {
  return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, ...outline(role, 8, 8, 6));
}
