// One file of a run: read from disk, unpacked where it is an archive, taken in. The same in every thread.

import type { ReadBook } from "../pipeline/read-ahead.js";
import type { TakeIn } from "../pipeline/take-in.js";
import { type TakenFile, unpacked, unreadableFile } from "../pipeline/taken-file.js";
import type { Env } from "./env.js";
import type { FoundFile } from "./find-files.js";
import type { ReadingMemory } from "./reading-memory.js";
import { isSystemFile } from "./system-file.js";
import { readReason } from "./unreadable-file.js";

export interface FileTools extends Pick<Env, "read"> {
  readonly takeIn: TakeIn;
  /** Files read before; undefined where none are kept. */
  readonly memory: ReadingMemory | undefined;
}

/**
 * What `file` holds: itself, or every submission of an archive. A file that the system will not give gets its finding.
 * `place` is its place in the list of files found; where archives stand before it, it is not yet its place in the run.
 */
export async function takeFile(
  file: FoundFile,
  place: number,
  { takeIn, read, memory }: FileTools,
): Promise<readonly TakenFile[]> {
  const { path, shown, modified } = file;
  const bytes = await read(path).catch(readReason);
  if (typeof bytes === "string") return [unreadableFile(shown, modified, bytes)];
  const known = await memory?.recall(bytes, file, place);
  if (known !== undefined) return known;
  const taken: TakenFile[] = [];
  for (const one of unpacked({ path: shown, modified, bytes }, (name) => !isSystemFile(name))) {
    taken.push(await takeIn(one, place));
  }
  memory?.keep(bytes, file, taken);
  return taken;
}

/** As `takeFile`, of a file that was read already and is one workbook. */
export async function takeRead(
  { shown, modified }: FoundFile,
  place: number,
  { read, takeIn }: { readonly read: ReadBook; readonly takeIn: TakeIn },
): Promise<readonly TakenFile[]> {
  return [await takeIn({ path: shown, modified, read }, place)];
}
