// Pictures are drawn from tables that are on the page; what draws them is fetched when there is one.
import { whenever } from "./whenever.js";

whenever(async () => {
  const tables = document.querySelectorAll("table[data-picture]:not([data-drawn])");
  if (!tables.length) return;
  const { draw } = await import("../pictures.js");
  for (const table of tables) draw(table);
});
