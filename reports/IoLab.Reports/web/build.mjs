// Bundles src/report.js with the few parts of ECharts it uses. Usage: node build.mjs OUTPUT
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";

const outputFilePath = process.argv[2];
mkdirSync(dirname(outputFilePath), { recursive: true });
await build({
  entryPoints: ["src/report.js"],
  outfile: outputFilePath,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
  banner: {
    js: "/* Contains Apache ECharts (Apache-2.0, Apache Software Foundation), zrender (BSD-3-Clause, Baidu Inc.) and tslib (0BSD, Microsoft). */",
  },
});
