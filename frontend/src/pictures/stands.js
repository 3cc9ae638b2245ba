// How statements are told apart: each kind has a shape, a colour and a word.
import { svg } from "./dom.js";

export const STANDS = {
  states: { words: "statement", symbol: "circle", size: 5, path: "M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z" },
  accuses: { words: "accusation", symbol: "triangle", size: 5.5, path: "M8 2.5L14 13H2z" },
  denies: { words: "denial", symbol: "times", size: 6, path: "M3.5 3.5l9 9m0-9l-9 9" },
  echoes: { words: "echo", symbol: "diamond", size: 5.5, path: "M8 1.5L14 8L8 14.5L2 8z" },
};

export const known = (stand) => (stand in STANDS ? stand : "states");

// Legend entries of the kinds that occur.
export function legend(stands) {
  return Object.keys(STANDS)
    .filter((name) => stands.has(name))
    .map((name) => [symbol(name), STANDS[name].words]);
}

function symbol(name) {
  const mark = svg("path", { d: STANDS[name].path, class: `stand-${name}-mark`, "stroke-width": 2 });
  return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, mark);
}
