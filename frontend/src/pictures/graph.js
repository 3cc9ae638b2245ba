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
import { ties } from "./data.js";
import { cut, link, svg } from "./dom.js";

const MOST = 80; // links
const TICKS = 400;
const NAME = 170; // pixels of the longest name
const FLAT = 2; // names are wide and low: places are sought in a space that is as much taller

export const graph = { read, picture };

function read(table) {
  const edges = ties(table);
  return edges.length ? edges : null;
}

function picture(edges, width) {
  const shown = edges.slice(0, MOST);
  const { nodes, links } = network(shown);
  settle(nodes, links);
  const [whole, height] = fitted(nodes, width);
  const marks = [
    svg("defs", {}, arrow()),
    svg("g", {}, ...links.map(line)),
    svg("g", {}, ...nodes.map(point)),
  ];
  return {
    svg: svg("svg", { width: whole, height, viewBox: `0 0 ${whole} ${height}`, class: "graph" }, ...marks),
    legend: [
      [shape("publisher"), "publisher"],
      [shape("carrier"), "carrier"],
      [way(), "from carrier to publisher: the more statements, the wider"],
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

// The forces: of 52 nodes with 64 links these gave the first picture in which no two names meet.
function settle(nodes, links) {
  let seed = 1;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647; // Park and Miller's
  forceSimulation(nodes)
    .randomSource(chance)
    .force("links", forceLink(links).id((node) => node.key).distance(120).strength(0.1))
    .force("apart", forceManyBody().strength(-800).distanceMax(300))
    .force("room", forceCollide((node) => Math.max(wide(node) / 2, radius(node)) + 8).iterations(4))
    .force("x", forceX(0).strength(0.1))
    .force("y", forceY(0).strength(0.05))
    .stop()
    .tick(TICKS);
  for (const node of nodes) node.y /= FLAT;
}

// Spreads the nodes over the width, and never closer together than they settled; the size of it.
function fitted(nodes, width) {
  const side = Math.max(...nodes.map((node) => wide(node) / 2), 40);
  const long = reach(nodes, "x");
  const whole = Math.max(width, Math.ceil(long + 2 * side));
  const by = long ? Math.min((whole - 2 * side) / long, 1.6) : 1;
  const height = Math.round(reach(nodes, "y") * by);
  fit(nodes, "x", side, whole - side);
  fit(nodes, "y", 28, height + 28);
  return [whole, height + 76];
}

const wide = (node) => Math.min(node.name.length * 6.6, NAME);

function reach(nodes, axis) {
  const all = nodes.map((node) => node[axis]);
  return Math.max(...all) - Math.min(...all);
}

function fit(nodes, axis, low, high) {
  const least = Math.min(...nodes.map((node) => node[axis]));
  const long = reach(nodes, axis);
  for (const node of nodes) {
    node[axis] = long ? low + ((node[axis] - least) / long) * (high - low) : (low + high) / 2;
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

function point(node) {
  const [x, y, r] = [node.x, node.y, radius(node)];
  const words = `${node.name}: ${node.role === "both" ? "publisher and carrier" : node.role}`;
  const name = { x, y: y + r + 14, "text-anchor": "middle", class: "name" };
  return link(node.href, words, ...outline(node.role, x, y, r), svg("text", name, cut(node.name, NAME)));
}

// A publisher is a square, a carrier a circle, and who is both is a circle in a square.
function outline(role, x, y, r) {
  const square = svg("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, class: "publisher-mark" });
  const circle = (size) => svg("circle", { cx: x, cy: y, r: size, class: "carrier-mark" });
  if (role === "publisher") return [square];
  return role === "carrier" ? [circle(r)] : [square, circle(r * 0.62)];
}

function way() {
  const line = svg("path", { d: "M0 8h11", class: "tie", "stroke-width": 2 });
  return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, line, svg("path", { d: "M9 4l7 4l-7 4z", class: "arrow" }));
}

function shape(role) {
  return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, ...outline(role, 8, 8, 6));
}
