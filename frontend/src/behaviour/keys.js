// One key does it: `/` goes to the search, `j` and `k` to the next and the last statement, and any
// button or link with data-key is pressed by that key, or by those keys. Who speaks to the machine, or whose hand slips, can
// turn keys off in the footer; the browser remembers it.
const OFF = "reportedly-keys-off";
const TYPING = "input, select, textarea, [contenteditable]";
const ROWS = ".statement .words, .question .decide button:first-child";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (off() || event.target.closest?.(TYPING)) return;
  const done = pressed(event.key);
  if (done) event.preventDefault();
});

function pressed(key) {
  if (key === "/") return focus(document.querySelector("input[type=search]"));
  const button = [...document.querySelectorAll("[data-key]")].find(
    (each) => each.dataset.key.split(" ").includes(key) && !each.disabled,
  );
  if (button) {
    button.click();
    return true;
  }
  if (key === "j") return step(1);
  if (key === "k") return step(-1);
  return false;
}

function step(by) {
  const rows = [...document.querySelectorAll(ROWS)];
  const at = rows.findIndex((row) => row === document.activeElement);
  return focus(rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by]);
}

function focus(element) {
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
  return Boolean(element);
}

function off() {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false; // a browser that keeps nothing
  }
}

function offer() {
  const footer = document.querySelector(".site-footer");
  if (!footer) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet screen-only";
  const tell = () => {
    button.textContent = off() ? "Turn keys on" : "Turn keys off";
    button.title = "/ search, j and k next and last statement; judgements have a key each";
  };
  button.addEventListener("click", () => {
    try {
      localStorage.setItem(OFF, off() ? "no" : "yes");
    } catch {
      // nothing to remember it in: keys stay on
    }
    tell();
  });
  tell();
  footer.append(button);
}

offer();
