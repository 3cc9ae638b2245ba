// Words and their note light up together: all elements that share a word in data-a.
let lit = "";

function light(names) {
  if (names === lit) return;
  lit = names;
  const wanted = new Set(names.split(" ").filter(Boolean));
  for (const each of document.querySelectorAll("[data-a]")) {
    const shared = each.dataset.a.split(" ").some((name) => wanted.has(name));
    each.classList.toggle("lit", shared);
  }
}

const named = (element) => element?.closest?.("[data-a]")?.dataset.a ?? "";
const asked = () => decodeURIComponent(location.hash.slice(1));

document.addEventListener("pointerover", (event) => light(named(event.target) || asked()));
document.addEventListener("focusin", (event) => light(named(event.target) || asked()));
addEventListener("hashchange", () => light(asked()));
if (document.querySelector("[data-a]")) light(asked());
