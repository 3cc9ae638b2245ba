// Pictures of tables that are on the page: the table is the data, and the same for those who do not
// see a picture. It folds under the picture that is drawn of it.
import { counts } from "./pictures/counts.js";
import { drawn } from "./pictures/frame.js";
import { graph } from "./pictures/graph.js";
import { layers } from "./pictures/layers.js";
import { matrix } from "./pictures/matrix.js";
import { spans } from "./pictures/spans.js";
import { timeline } from "./pictures/timeline.js";

const KINDS = { counts, graph, layers, matrix, spans, timeline };

// Draws the pictures that a table asks for by data-picture, above it.
export function draw(table) {
  if (table.dataset.drawn) return;
  table.dataset.drawn = "yes";
  const figures = table.dataset.picture
    .split(" ")
    .map((name) => drawn(table, KINDS[name]))
    .filter(Boolean);
  if (figures.length) fold(table, figures);
}

function fold(table, figures) {
  const whole = table.closest(".table-wrap") ?? table;
  const details = document.createElement("details");
  details.className = "same-as-table";
  const summary = document.createElement("summary");
  summary.textContent = "The same as a table";
  whole.replaceWith(...figures, details);
  details.append(summary, whole);
}
