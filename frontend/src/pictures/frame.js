// The frame of a picture: a figure that is drawn anew when its width changes.
import { html, inside } from "./dom.js";

const XLINK = "http://www.w3.org/1999/xlink";
const LEAST = 280; // pixels: what is left of the narrowest telephone

// A figure with the picture that `kind` makes of a table; null if there is nothing to draw.
//
// `kind` has `read(table)`, which gives the data or null, and `picture(data, width)`, which gives
// { svg, legend, note }: the picture, a list of [shape, words], and what it leaves out, in words.
export function drawn(table, kind) {
  const data = kind.read(table);
  if (!data) return null;
  const figure = html("figure", { class: "picture" });
  const name = table.caption?.textContent.trim() ?? "Picture";
  let width = 0;
  const redraw = () => {
    const now = Math.max(Math.floor(figure.clientWidth), LEAST);
    if (now === width) return;
    width = now;
    figure.replaceChildren(...parts(kind.picture(data, width), name, width));
  };
  new ResizeObserver(() => requestAnimationFrame(redraw)).observe(figure);
  return figure;
}

function* parts({ svg, legend, note }, name, room) {
  const wide = Number(svg.getAttribute("width")) > room;
  if (legend) yield html("ul", { class: "legend" }, ...legend.map(entry));
  yield html("div", { class: wide ? "scroller wide" : "scroller", tabindex: wide ? 0 : null }, labelled(svg, name));
  if (note) yield html("figcaption", {}, note);
}

function entry([shape, words]) {
  return html("li", {}, shape, words);
}

// Plot's own style element is left out: its rules stand in the site's sheet, and the site's content
// security policy admits no style in the page. Links lead to this site alone, and have names for
// those who hear them.
function labelled(svg, name) {
  for (const style of svg.querySelectorAll("style")) style.remove();
  const links = svg.querySelectorAll("a");
  svg.setAttribute("role", links.length ? "group" : "img");
  svg.setAttribute("aria-label", links.length ? `${name}: picture; the table holds the same` : name);
  for (const link of links) {
    const href = link.getAttributeNS(XLINK, "href") ?? link.getAttribute("href");
    link.removeAttributeNS(XLINK, "href"); // as Plot has it, which style sheets do not see
    if (inside(href)) link.setAttribute("href", href);
    else link.removeAttribute("href");
    const title = link.querySelector("title")?.textContent;
    if (title) link.setAttribute("aria-label", title.replaceAll("\n", "; "));
  }
  for (const part of svg.querySelectorAll(":scope > g")) {
    if (!part.querySelector("a")) part.setAttribute("aria-hidden", "true");
    part.removeAttribute("aria-label"); // an axis: said by the table
  }
  return svg;
}
