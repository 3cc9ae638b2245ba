// Elements, of HTML and of SVG. Whatever comes from the record is set as text or as an attribute.
const SVG = "http://www.w3.org/2000/svg";

export function html(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// A link to a place of this site, with what stands in it; without an address, a plain group.
export function link(href, title, ...children) {
  const inner = [svg("title", {}, title), ...children];
  return inside(href) ? svg("a", { href }, ...inner) : svg("g", {}, ...inner);
}

export function inside(href) {
  return typeof href === "string" && /^\/(?![/\\])/.test(href);
}

// Words cut to about `room` pixels, at the given size of type.
export function cut(words, room, size = 12) {
  const most = Math.max(Math.floor(room / (size * 0.56)), 3);
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}
