// What the ledger of a working folder keeps, one entry a line. Entries are only ever added; what holds now follows from
// all of them. Nothing of a roster is kept: files, verdicts, counts, totals, answers about indicators.

import type { Explanation } from "../model/explanation.js";

/**
 * What became of a file. received: seen, but not judged for its own period · superseded: a later revision took its place.
 * Locked is no verdict of a file: it is what a lock says of the files that were counted when it was set.
 */
export const FILE_STATES = ["received", "returned", "accepted", "superseded", "unreadable"] as const;
export type FileState = (typeof FILE_STATES)[number];

interface At {
  /** When it was written down, ISO text in UTC. */
  readonly moment: string;
  /** As it is printed: `2022-Q4`; "" where the file does not tell. */
  readonly period: string;
}

/** A file was received, or what became of it has changed. */
export interface FileEntry extends At {
  readonly kind: "file";
  readonly sha256: string;
  /** As it was named on the command line, then. */
  readonly path: string;
  /** Key of the unit, or id of a cluster; "" where the file does not tell. */
  readonly unit: string;
  readonly unitName: string;
  /** A file that does not say is the first. */
  readonly revision: number;
  /** When the file was last saved, ISO text: nearest to the day of sending. */
  readonly saved: string;
  readonly state: FileState;
  readonly errors: number;
  /** SHA-256 of the file whose place it took; "" where it took none. */
  readonly replaces: string;
}

/** The figures of a unit and period as they were when somebody closed them. */
export interface Stated extends At {
  readonly unit: string;
  readonly unitName: string;
  /** Whole đồng, persons, …; a ratio is a share 0–1. Indicators that are not known are left out. */
  readonly totals: ReadonlyMap<string, number>;
  /** Units of which figures were in, and units that owed them. */
  readonly have: number;
  readonly due: number;
}

/** A unit's period is closed: files that were counted are only replaced by a higher revision. */
export interface LockEntry extends Stated {
  readonly kind: "lock";
  readonly by: string;
  readonly counted: readonly CountedFile[];
}

export interface CountedFile {
  readonly unit: string;
  readonly sha256: string;
  readonly revision: number;
}

/** A total of a closed period that has changed since: the one before stays in its own line. */
export interface TotalEntry extends Stated {
  readonly kind: "total";
}

export interface UnlockEntry extends At {
  readonly kind: "unlock";
  readonly unit: string;
  readonly by: string;
}

export interface AnswerEntry extends At {
  readonly kind: "answer";
  readonly explanation: Explanation;
}

/** A spelling that somebody confirmed; what is in force stands in the office's own declarations. */
export interface NameEntry extends At {
  readonly kind: "name";
  readonly parent: string;
  readonly name: string;
  readonly unit: string;
  readonly by: string;
}

export type LedgerEntry = FileEntry | LockEntry | TotalEntry | UnlockEntry | AnswerEntry | NameEntry;
