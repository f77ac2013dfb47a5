// How threads share the files of a run: one counter, from which each claims the next few.

import type { BooksAhead } from "../pipeline/read-ahead.js";
import type { TakeInUse } from "../pipeline/take-in.js";
import type { TakenFile } from "../pipeline/taken-file.js";
import type { Declared } from "./declarations.js";
import type { FoundFile } from "./env.js";
import type { MemoryPlace } from "./reading-memory.js";

/** What a thread that takes in files is given when it starts. */
export interface ReadingTask {
  readonly files: readonly FoundFile[];
  readonly declared: Declared;
  readonly use: TakeInUse;
  /** Where files read before are kept; undefined where they are not. */
  readonly memory: MemoryPlace | undefined;
  /** One 32-bit number: how many files are claimed. */
  readonly counter: SharedArrayBuffer;
}

/** What it gives back: for a place in the list of files, what was taken in. */
export type Delivery = readonly { readonly place: number; readonly taken: readonly TakenFile[] }[];

/** What a thread that only reads is given. */
export interface AheadTask {
  readonly files: readonly FoundFile[];
  /** One 32-bit number: how many of its deliveries have been used up. It stays a few ahead of them. */
  readonly used: SharedArrayBuffer;
}

/** What it gives back: what it read, and the places of files that it leaves to others. */
export interface AheadDelivery {
  readonly read: BooksAhead;
  readonly left: readonly number[];
}

/** Few enough that the threads end together, enough that a message is worth its cost. */
const CLAIM = 16;

/** The files claimed by the caller, some at a time, with their places, until none is left. */
export function* claimed({ files, counter }: ReadingTask): Generator<readonly (readonly [number, FoundFile])[]> {
  const count = new Int32Array(counter);
  for (;;) {
    const first = Atomics.add(count, 0, CLAIM);
    if (first >= files.length) return;
    yield files.slice(first, first + CLAIM).map((file, index) => [first + index, file] as const);
  }
}
