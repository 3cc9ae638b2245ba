// Calls a behaviour with the page, and with every part that comes into it later.
export function whenever(behaviour) {
  behaviour(document);
  document.addEventListener("htmx:afterSettle", () => behaviour(document));
}
