// The program as few files, which start sooner than hundreds of modules: in dist/ for whoever has npm, and whole, for a
// machine without it. Paths inside are those of the project, so that the program finds its declarations as it always does.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { declarationsIn } from "../../fixtures/kit/catalogue.js";
import { preparedJson } from "../../src/catalogue/prepared.js";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Loaded by name in a thread of its own (src/read/sheet-js-thread.ts), therefore no part of the program's own files. */
const BESIDE = "@e965/xlsx";
const BESIDE_FILES = ["package.json", "xlsx.js", "LICENSE", "dist/cpexcel.js"];

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "node",
  target: "node20",
  logLevel: "error",
  metafile: true,
  external: [BESIDE],
  legalComments: "none",
} as const satisfies BuildOptions;

/** The program whole in one file, whose name tells its content: as the engine's own code of it can be kept. */
const PROGRAM = {
  ...COMMON,
  entryPoints: ["src/cli/main.ts"],
  entryNames: "[name]-[hash]",
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  define: { "import.meta.url": "moduleUrl" },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
} as const satisfies BuildOptions;

/** Its threads, and what loads it. */
const BESIDE_PROGRAM = {
  ...COMMON,
  entryPoints: ["reading-thread", "ahead-thread", "packing-thread", "compiled-code"].map(
    (name) => `src/cli/${name}.ts`,
  ),
  splitting: true,
  format: "esm",
  // Packages of the older kind ask for node's own modules by require.
  banner: { js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);' },
} as const satisfies BuildOptions;

/** Builds `dist/`: the program with its packages inside, because hundreds of files load slowly; the declarations read ahead. */
export async function buildProgram(): Promise<void> {
  await layProgram(join(ROOT, "dist"), join(ROOT, "dist"), {});
}

/** Builds the program into `dist`, which is emptied first, and the notices of what is inside it into `folder`. */
async function layProgram(
  folder: string,
  dist: string,
  options: Pick<BuildOptions, "minifySyntax" | "minifyWhitespace">,
): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  const outdir = join(dist, "cli");
  const { metafile: program } = await build({ ...PROGRAM, ...options, outdir });
  const { metafile: beside } = await build({ ...BESIDE_PROGRAM, ...options, outdir });
  for (const built of Object.keys(program.outputs).map((path) => basename(path))) {
    const place = join(outdir, built);
    writeFileSync(place, inAscii(readFileSync(place, "utf8")));
    writeFileSync(join(outdir, "main.js"), startOf(built));
  }
  writeFileSync(join(dist, "cli/prepared.json"), preparedJson(declarationsIn(join(ROOT, "src/catalogue"))));
  writeFileSync(join(folder, "GIAY-PHEP-THU-VIEN.txt"), notices(Object.keys({ ...program.inputs, ...beside.inputs })));
}

/** Where a letter's number would not mean the letter: behind a backslash, and in a text taken as it is written. */
const NOT_BY_NUMBER = /\\[^\0-\x7f]|String\.raw/;

/**
 * The engine reads a text of ASCII in less than half the time and keeps it in half the room. esbuild leaves other letters in
 * comments and in regular expressions, where their numbers mean the same; a place where they would not ends the build.
 */
function inAscii(text: string): string {
  const [wrong] = NOT_BY_NUMBER.exec(text) ?? [];
  if (wrong !== undefined) throw new Error(`«${wrong}» cannot be written in ASCII: write it another way`);
  return text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What `bin/` imports: the built file, loaded for the command that is typed. */
function startOf(built: string): string {
  return `import { loadCompiled } from "./compiled-code.js";
export const { main } = loadCompiled(new URL("${built}", import.meta.url), process.argv[2]);
`;
}

/**
 * Lays the program into `folder`, which is emptied first: `bin/khuyenhoc.js`, `dist/cli/` with everything it imports,
 * the declarations, the licence.
 */
export async function bundleProgram(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await layProgram(folder, join(folder, "dist"), { minifySyntax: true, minifyWhitespace: true });
  for (const part of ["bin/khuyenhoc.js", "LICENSE", "CHANGELOG.md", "src/catalogue"]) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: (path) => !path.endsWith(".ts") });
  }
  const { name, version, type, license } = createRequire(import.meta.url)("../../package.json");
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ name, version, type, license }, undefined, 2)}\n`);
  layBeside(folder);
}

/** Names, versions and licences of the packages whose code is inside, and of the one beside it. `inputs` are paths of bundled files. */
function notices(inputs: readonly string[]): string {
  const homes = new Set([dirname(createRequire(import.meta.url).resolve(BESIDE))]);
  for (const path of inputs) {
    const home = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    if (home !== undefined) homes.add(resolve(ROOT, home));
  }
  const parts = [...homes].map((home) => {
    const { name, version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? "" : readFileSync(join(home, file), "utf8").trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return parts.sort().join(`\n${"-".repeat(78)}\n\n`);
}

function layBeside(folder: string): void {
  const home = dirname(createRequire(import.meta.url).resolve(BESIDE));
  for (const file of BESIDE_FILES) cpSync(join(home, file), join(folder, "node_modules", BESIDE, file));
}
