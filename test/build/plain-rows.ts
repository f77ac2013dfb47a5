// `npm run plain-rows`: compiles the AssemblyScript of src/read/plain-rows and keeps it beside its source as text, so that
// neither users nor tests need a compiler. A house test holds the two together.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../src/read/plain-rows/", import.meta.url));
const COMPILER = fileURLToPath(import.meta.resolve("assemblyscript/bin/asc.js"));
/** No runtime and no checks, for the module makes no objects; compiled again until nothing more is gained. */
const OPTIONS = ["--runtime", "stub", "--noAssert", "-O3", "--converge"];

/** What `compiled.ts` has to hold. @throws where the source does not compile */
export function compiledText(): string {
  const module = compile().toString("base64");
  return `// The compiled form of assembly/, made by \`npm run plain-rows\`; not to be edited by hand.

/** A WebAssembly module without imports, in base64. */
export const COMPILED =
  "${module}";
`;
}

/** What it holds. */
export function keptText(): string {
  return readFileSync(join(FOLDER, "compiled.ts"), "utf8");
}

function compile(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-wasm-"));
  try {
    const outFile = join(folder, "walk.wasm");
    const given = [
      "--enable-source-maps",
      COMPILER,
      "assembly/walk.ts",
      "assembly/texts.ts",
      "assembly/long-texts.ts",
      ...OPTIONS,
      "--outFile",
      outFile,
    ];
    execFileSync(process.execPath, given, { cwd: FOLDER, stdio: "inherit" });
    return readFileSync(outFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(FOLDER, "compiled.ts"), compiledText());
