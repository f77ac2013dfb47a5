// The files an output was made from, looked for again: still there, still the same?

import { dirname, join } from "node:path";
import { fileName } from "../model/submission.js";
import { unpacked } from "../pipeline/taken-file.js";
import type { ManifestFile } from "../trace/manifest.js";
import type { Env } from "./env.js";
import { systemCode } from "./system-code.js";
import { sha256 } from "./write-manifest.js";

export interface FoundAgain {
  readonly file: ManifestFile;
  /** `unreadable`: it is there, and the system does not give it. */
  readonly state: "intact" | "changed" | "gone" | "unreadable";
  /** Where it lies now; undefined where it is gone. */
  readonly path: string | undefined;
}

/** Only such a name is looked into: to look at a folder is to walk through all of it. */
const ARCHIVE = /\.zip$/i;

export type FindAgain = (file: ManifestFile) => Promise<FoundAgain>;

/**
 * Looks for files where they were read, then beside the output. A file that came in an archive is looked for inside it.
 */
export function createFindAgain(output: string, env: Env): FindAgain {
  const archives = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const hashIn = async (path: string): Promise<string | undefined> => {
    if (await isFile(path, env)) return sha256(await env.read(path));
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const outer = path.slice(0, end);
      if (!ARCHIVE.test(outer) || !(await isFile(outer, env))) continue;
      const members = archives.get(outer) ?? membersOf(outer, env);
      archives.set(outer, members);
      return (await members).get(path);
    }
    return undefined;
  };
  const stateAt = async (path: string, sha256: string): Promise<FoundAgain["state"]> => {
    const hash = await hashIn(path).catch(unlessRefused);
    if (hash === REFUSED) return "unreadable";
    if (hash === undefined) return "gone";
    return hash === sha256 ? "intact" : "changed";
  };
  return async (file) => {
    let found: FoundAgain = { file, state: "gone", path: undefined };
    for (const path of [file.path, join(dirname(output), fileName(file.path))]) {
      const state = await stateAt(path, file.sha256);
      if (state === "intact") return { file, state, path };
      if (state !== "gone" && found.state === "gone") found = { file, state, path };
    }
    return found;
  };
}

const REFUSED = Symbol("the system does not give the file");

function unlessRefused(fault: unknown): typeof REFUSED {
  if (systemCode(fault) === "") throw fault;
  return REFUSED;
}

async function isFile(path: string, env: Env): Promise<boolean> {
  const found = await env.find(path);
  return found.kind === "files" && found.files.length === 1 && found.files[0]?.shown === path.normalize("NFC");
}

async function membersOf(path: string, env: Env): Promise<ReadonlyMap<string, string>> {
  const arrived = { path, modified: "", bytes: await env.read(path) };
  return new Map([...unpacked(arrived, () => true)].map((member) => [member.path, sha256(member.bytes)]));
}
