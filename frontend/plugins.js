// What the build does beside bundling.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const INSIDE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;

// Writes LICENSES.txt: the terms of every package whose code is in the built files.
export function licenses() {
  return {
    name: "licenses",
    generateBundle(_, bundle) {
      const folders = new Map();
      for (const made of Object.values(bundle)) {
        for (const id of made.moduleIds ?? []) {
          const found = INSIDE.exec(id.replaceAll("\\", "/"));
          if (found) folders.set(found[2], found[1]);
        }
      }
      const source = [...folders.keys()].sort().map((name) => terms(folders.get(name))).join("\n\n");
      this.emitFile({ type: "asset", fileName: "LICENSES.txt", source });
    },
  };
}

function terms(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).sort().find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} ships without its licence`);
  const text = readFileSync(join(folder, file), "utf8").trim().replace(/\r\n/g, "\n");
  return `${name} ${version} (${license})\n\n${text}\n`;
}

// htmx is told to evaluate nothing (allowEval); here the means to do it go as well, which also lets
// the bundler shorten names.
export function withoutEval() {
  return {
    name: "without-eval",
    transform(code, id) {
      if (!/\/htmx\.org\/dist\/htmx\.esm\.js$/.test(id.replaceAll("\\", "/"))) return null;
      const found = code.split("return eval(str)");
      if (found.length !== 2) throw new Error("htmx evaluates elsewhere than it did: look again");
      return found.join('throw new Error("nothing is evaluated here")');
    },
  };
}
