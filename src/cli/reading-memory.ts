// Reports that were read before, kept as they were taken in: a file of the same bytes, under the same name, judged by the
// same declarations and the same program, need not be read again. What is kept here can be thrown away at any time.

import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { ofFile } from "../model/contribution.js";
import type { TakenFile } from "../pipeline/taken-file.js";
import { configInForce, DEFAULT_CONFIG, type Declared } from "./declarations.js";
import type { Env } from "./env.js";
import type { FoundFile } from "./find-files.js";
import { systemCode } from "./system-code.js";

/** Where reports read before are kept; handed to every thread that reads. */
export interface MemoryPlace {
  /** A folder for this very ground: another program or other declarations look elsewhere. */
  readonly folder: string;
}

/** The disk as the memory needs it. */
export interface MemoryDisk {
  read(path: string): Promise<Uint8Array>;
  /** Writes a file so that it appears whole or not at all; where the system will not, nothing is kept. */
  keep(path: string, bytes: Uint8Array): void;
}

export interface ReadingMemory {
  recall(bytes: Uint8Array, file: FoundFile, place: number): Promise<readonly TakenFile[] | undefined>;
  keep(bytes: Uint8Array, file: FoundFile, taken: readonly TakenFile[]): void;
}

const HASH_BYTES = 32;
const NAME_LENGTH = 16;

/**
 * The place that khuyenhoc.yaml names for a run's ground; undefined where it names none. What was kept for other grounds is
 * taken away: it would only fill the disk.
 *
 * @throws UsageError `declaration`
 */
export async function memoryPlace(
  configPath: string | undefined,
  { shipped, own, language }: Declared,
  env: Env,
): Promise<MemoryPlace | undefined> {
  const { memory } = await configInForce(configPath, env);
  if (memory === undefined) return undefined;
  const ground = createHash("sha256").update(
    `${env.version}\0${env.machine.node}\0${env.programMark()}\0${language}\0`,
  );
  for (const { path, text } of [...shipped, ...own]) ground.update(`${path}\0${text}\0`);
  const name = ground.digest("hex").slice(0, NAME_LENGTH);
  const folder = join(dirname(configPath ?? DEFAULT_CONFIG), memory, name);
  await env.dropSiblings(folder);
  return { folder };
}

/**
 * Keeps what was taken in from a file under the SHA-256 of its bytes and its name as the user gave it, which stands in its
 * findings. What is damaged is not recalled. `place` of a file in the run's list is the caller's.
 */
export function openMemory({ folder }: MemoryPlace, disk: MemoryDisk): ReadingMemory {
  const pathOf = (bytes: Uint8Array, { shown }: FoundFile): string => {
    const name = createHash("sha256").update(bytes).update(`\0${shown}`).digest("hex");
    return join(folder, name.slice(0, 2), name);
  };
  return {
    recall: async (bytes, file, place) => {
      const kept = await disk.read(pathOf(bytes, file)).catch(absent);
      const taken = kept === undefined ? undefined : unpack(kept);
      return taken?.map((one) => ({
        ...one,
        modified: file.modified,
        contributions: one.contributions.map((contribution) => ofFile(contribution, place)),
      }));
    },
    keep: (bytes, file, taken) => disk.keep(pathOf(bytes, file), pack(taken)),
  };
}

/** SHA-256 of what follows, then what was taken in, as node hands it from thread to thread. */
function pack(taken: readonly TakenFile[]): Uint8Array {
  const body = serialize(taken);
  return Buffer.concat([createHash("sha256").update(body).digest(), body]);
}

function unpack(bytes: Uint8Array): readonly TakenFile[] | undefined {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + HASH_BYTES, Math.max(0, bytes.length - HASH_BYTES));
  const hash = createHash("sha256").update(body).digest();
  return hash.equals(bytes.subarray(0, HASH_BYTES)) ? deserialize(body) : undefined;
}

/** Undefined for a file that is not there or may not be read; anything else is our mistake. */
function absent(fault: unknown): undefined {
  if (systemCode(fault) === "") throw fault;
  return undefined;
}
