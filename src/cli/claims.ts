// How threads share the files of a run: one counter, from which each claims the next few.

import type { MessagePort } from "node:worker_threads";
import type { BooksAhead } from "../pipeline/read-ahead.js";
import type { TakeInUse } from "../pipeline/take-in.js";
import type { TakenFile } from "../pipeline/taken-file.js";
import type { Declared } from "./declarations.js";
import type { FoundFile } from "./find-files.js";
import type { MemoryPlace } from "./reading-memory.js";

/** What threads share. */
export interface SharedFiles {
  readonly files: readonly FoundFile[];
  /** One 32-bit number: how many files are claimed. */
  readonly counter: SharedArrayBuffer;
}

/** What a thread that takes in files is given when it starts. */
export interface ReadingTask extends SharedFiles {
  readonly declared: Declared;
  readonly use: TakeInUse;
  /** Where files read before are kept; undefined where they are not. */
  readonly memory: MemoryPlace | undefined;
}

/** What it gives back: for a place in the list of files, what was taken in. */
export type Delivery = readonly { readonly place: number; readonly taken: readonly TakenFile[] }[];

/** What a thread that only reads is given. */
export interface AheadTask extends SharedFiles {
  /** One 32-bit number: how many of its deliveries have been used up. It stays a few ahead of them. */
  readonly used: SharedArrayBuffer;
  readonly port: MessagePort;
  /** The program, as an address, that the thread goes on as when all is read; without one it ends. */
  readonly next: string | undefined;
}

/** What it gives back: what it read, and the places of files that it leaves to others. */
export interface AheadDelivery {
  readonly read: BooksAhead;
  readonly left: readonly number[];
}

/** Few enough that the threads end together, enough that a message is worth its cost. */
const CLAIM = 16;

/** The files claimed by the caller, so many at a time, with their places, until none is left. */
export function* claimed(
  { files, counter }: SharedFiles,
  many: number = CLAIM,
): Generator<readonly (readonly [number, FoundFile])[], undefined> {
  const count = new Int32Array(counter);
  for (;;) {
    const first = Atomics.add(count, 0, many);
    if (first >= files.length) return undefined;
    yield files.slice(first, first + many).map((file, index) => [first + index, file] as const);
  }
}
