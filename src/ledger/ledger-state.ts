// What holds now, from all entries of a period. The order in which their files were written or found plays no part.

import type { Explanation } from "../model/explanation.js";
import { questionKey } from "../model/explanation.js";
import { groupBy } from "../model/group-by.js";
import type { FileEntry, LedgerEntry, LockEntry, Stated } from "./entry.js";
import { printEntry } from "./entry-line.js";

/** A file that was received, by its bytes. */
export interface KnownFile {
  readonly first: FileEntry;
  readonly last: FileEntry;
  /** Earliest day and hour it was saved, wherever it was seen. */
  readonly saved: string;
}

export interface Closed {
  readonly lock: LockEntry;
  /** Totals as they were told last: the lock's own, or those of a correction after it. */
  readonly latest: Stated;
}

export interface LedgerState {
  /** By SHA-256. */
  readonly files: ReadonlyMap<string, KnownFile>;
  /** Units (or clusters) whose period is closed, by key. */
  readonly closed: ReadonlyMap<string, Closed>;
  /** By question. */
  readonly answers: ReadonlyMap<string, readonly Explanation[]>;
}

/** Folds entries into what holds. Of two entries of one moment the one whose line orders later is the later one. */
export function stateOf(entries: readonly LedgerEntry[]): LedgerState {
  const files = new Map<string, KnownFile>();
  const closed = new Map<string, Closed>();
  const answers = new Map<string, Explanation[]>();
  for (const entry of inOrderOfTime(entries)) {
    switch (entry.kind) {
      case "file":
        files.set(entry.sha256, withEntry(files.get(entry.sha256), entry));
        break;
      case "lock":
        closed.set(entry.unit, { lock: entry, latest: entry });
        break;
      case "total": {
        const { lock } = closed.get(entry.unit) ?? {};
        if (lock !== undefined) closed.set(entry.unit, { lock, latest: entry });
        break;
      }
      case "unlock":
        closed.delete(entry.unit);
        break;
      case "answer":
        addAnswer(answers, entry.explanation);
        break;
      case "name":
        break;
    }
  }
  return { files, closed, answers };
}

/** Files of each unit, in the order in which they were received. */
export function filesByUnit({ files }: LedgerState): ReadonlyMap<string, readonly KnownFile[]> {
  return groupBy(files.values(), ({ last }) => last.unit);
}

function inOrderOfTime(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const keyed = entries.map((entry) => ({ entry, key: `${entry.moment} ${printEntry(entry)}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
}

function withEntry(known: KnownFile | undefined, entry: FileEntry): KnownFile {
  if (known === undefined) return { first: entry, last: entry, saved: entry.saved };
  const saved = entry.saved !== "" && entry.saved < known.saved ? entry.saved : known.saved;
  return { first: known.first, last: entry, saved };
}

function addAnswer(answers: Map<string, Explanation[]>, explanation: Explanation): void {
  const key = questionKey(explanation.question);
  const known = answers.get(key) ?? [];
  answers.set(key, known);
  if (!known.some(({ text }) => text === explanation.text)) known.push(explanation);
}
