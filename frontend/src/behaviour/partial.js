// htmx brings in parts of pages: more rows, how far a job is. It evaluates nothing, adds no style of
// its own, asks no other site, and keeps no copy of a page.
import htmx from "htmx.org";

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyEnabled: false,
  historyCacheSize: 0,
});
