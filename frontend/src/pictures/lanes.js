// Lanes over time: what the pictures of statements, of claims and of roles have in common.
import { axisX, plot, ruleY, scale, text } from "@observablehq/plot";
import { cut } from "./dom.js";

const SIDE = 16; // pixels left and right for marks and ticks
const LABEL = 18; // height of a lane's name
const GAP = 12; // between lanes
const FOOT = 38; // the axis

// The positions of lanes, one under the other: `tall` says how high each is under its name.
export function stacked(lanes, tall) {
  let y = 0;
  const placed = lanes.map((lane) => {
    const top = y;
    y += LABEL + tall(lane) + GAP;
    return { ...lane, top, from: top + LABEL, to: y - GAP };
  });
  return { lanes: placed, height: y };
}

// The scale of time for a width.
export function time(domain, width) {
  return scale({ x: { type: "utc", domain, range: [SIDE, width - SIDE] } });
}

// The picture: names, lines and axis, and the marks that `marks` gives. Heights are in pixels.
export function laid({ lanes, height }, domain, width, marks) {
  return plot({
    width,
    height: height + FOOT,
    marginTop: 0,
    marginBottom: FOOT,
    marginLeft: 0,
    marginRight: 0,
    x: { type: "utc", domain, inset: SIDE },
    y: { type: "identity", axis: null },
    marks: [
      axisX({ ticks: Math.max(Math.round(width / 110), 2), tickSize: 4, label: null, fontSize: 12 }),
      ruleY(lanes, { y: "to", className: "lane" }),
      text(lanes, {
        y: (lane) => lane.top + 6,
        frameAnchor: "left",
        textAnchor: "start",
        lineAnchor: "middle",
        fontSize: 12,
        className: "lane-name",
        text: (lane) => cut(lane.name, width),
        title: "name",
        href: "href",
      }),
      ...marks,
    ],
  });
}
