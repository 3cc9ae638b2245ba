// Builds the site's script and style into the package. Names are fixed and nothing of this machine
// goes into the files, so that the same sources give the same bytes; a test holds them to it.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { licenses, withoutEval } from "./plugins.js";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: "./",
  plugins: [withoutEval(), licenses()],
  build: {
    outDir: process.env.REPORTEDLY_STATIC ?? at("../src/reportedly/web/static"),
    emptyOutDir: true,
    assetsDir: "",
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    // The polyfill would be a script for browsers that are too old for the rest of it.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { app: at("src/app.js") },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});
