// Chains as layers: speakers at the left, the media that carried them between, publishers at the
// right. A row of the table is a chain: data-speaker, data-known ("yes" or "no"), data-carriers (a
// JSON list, the nearest to the publisher first), data-publisher, data-statements, and data-*-href.
import { sankey, sankeyLinkHorizontal } from "d3-sankey";
import { rows } from "./data.js";
import { cut, link, svg } from "./dom.js";

const MOST = 40; // chains
const NARROW = 600; // pixels: below it, names stand over the bars and not beside them
const BAR = 8;
const ROOM = 26; // height of a name
const HEAD = 42; // what the columns are, and a name over the first bar

export const layers = { read, picture };

function read(table) {
  const chains = rows(table).map((row) => ({
    ...row,
    carriers: JSON.parse(row.carriers || "[]"),
    n: Number(row.statements),
  }));
  return chains.length ? chains : null;
}

function picture(chains, width) {
  const shown = [...chains].sort((a, b) => b.n - a.n).slice(0, MOST);
  const between = Math.max(...shown.map((chain) => chain.carriers.length));
  const margin = width < NARROW ? 0 : Math.min(Math.max(width * 0.27, 160), 320);
  const found = network(shown, between + 2);
  const tallest = Math.max(...columns(found.nodes).map((column) => column.length));
  const height = Math.max(tallest * (ROOM + 6), 60);
  const laid = sankey()
    .nodeId((node) => node.key)
    .nodeAlign((node) => node.column)
    .nodeWidth(BAR)
    .nodePadding(Math.min(ROOM - 6, height / (tallest + 1)))
    .extent([[margin, HEAD], [width - margin, HEAD + height]])
    .iterations(24)(found);
  const marks = [
    svg("g", { "aria-hidden": "true" }, ...heads(between, margin, width)),
    svg("g", {}, ...laid.links.map(band)),
    svg("g", {}, ...laid.nodes.map((node) => bar(node, between + 1, margin, width))),
  ];
  const size = { width, height: HEAD + height + 12 };
  return {
    svg: svg("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, class: "layers" }, ...marks),
    note: chains.length > MOST ? `The ${MOST} chains with most statements; all are in the table.` : "",
  };
}

// Nodes and links of the layers. A medium that stands at two places of chains is in two layers.
function network(chains, depth) {
  const nodes = new Map();
  const links = new Map();
  const node = (column, name, more) => {
    const key = `${column} ${name}`;
    if (!nodes.has(key)) nodes.set(key, { key, column, name, ...more });
    return key;
  };
  for (const chain of chains) {
    const path = [
      node(0, chain.speaker, { known: chain.known !== "no", href: chain.speakerHref }),
      ...chain.carriers
        .map((each, place) => node(depth - 2 - place, each.name, { known: true, href: each.href }))
        .reverse(),
      node(depth - 1, chain.publisher, { known: true, href: chain.publisherHref }),
    ];
    path.slice(1).forEach((target, at) => {
      const key = `${path[at]} > ${target}`;
      const held = links.get(key) ?? { source: path[at], target, value: 0, direct: path.length === 2 };
      links.set(key, { ...held, value: held.value + chain.n });
    });
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

function columns(nodes) {
  const found = [];
  for (const node of nodes) (found[node.column] ??= []).push(node);
  return found.filter(Boolean);
}

function heads(between, margin, width) {
  const middle = between ? [[width / 2, "middle", between > 1 ? "carriers" : "carrier"]] : [];
  const ends = margin
    ? [[margin + BAR, "end", "who speaks"], [width - margin - BAR, "start", "publisher"]]
    : [[0, "start", "who speaks"], [width, "end", "publisher"]];
  return [...middle, ...ends].map(([x, anchor, words]) =>
    svg("text", { x, y: 12, "text-anchor": anchor, class: "soft" }, words),
  );
}

const curve = sankeyLinkHorizontal();

function band(each) {
  const title = `${each.source.name} to ${each.target.name}: ${each.value}`;
  const width = Math.max(each.width, 1.5);
  const path = svg("path", { d: curve(each), "stroke-width": width.toFixed(1), class: "band" });
  path.append(svg("title", {}, title));
  return path;
}

// Where a node's name stands, and how much room it has.
function named(node, last, margin, width) {
  const first = node.column === 0;
  const between = !first && node.column !== last;
  if (between || !margin) {
    const anchor = between ? "middle" : first ? "start" : "end";
    const x = between ? (node.x0 + node.x1) / 2 : first ? node.x0 : node.x1;
    const room = margin ? (width - 2 * margin) / last + 30 : width / (last + 1) - 6;
    return { place: { x, y: node.y0 - 8, "text-anchor": anchor }, room };
  }
  const y = (node.y0 + node.y1) / 2;
  const x = first ? node.x0 - 6 : node.x1 + 6;
  return { place: { x, y, "text-anchor": first ? "end" : "start" }, room: margin - 10 };
}

function bar(node, last, margin, width) {
  const tall = Math.max(node.y1 - node.y0, 3);
  const { place, room } = named(node, last, margin, width);
  return link(
    node.href,
    `${node.name}: ${node.value}${node.known ? "" : "; not known who"}`,
    svg("rect", {
      x: node.x0,
      y: node.y0,
      width: BAR,
      height: tall,
      class: node.known ? "bar" : "bar unknown",
    }),
    svg("text", { ...place, dy: "0.35em", class: node.known ? "name" : "name unknown" }, cut(node.name, room)),
  );
}
