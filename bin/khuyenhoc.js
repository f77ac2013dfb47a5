#!/usr/bin/env node
// The door: the version is answered at once, everything else by the program.
import { readFileSync } from "node:fs";

const [only, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (only === "--version" || only === "-V")) {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  process.stdout.write(`${JSON.parse(manifest).version}\n`);
} else {
  const { main } = await import("../dist/cli/main.js");
  await main(process.argv.slice(2));
}
