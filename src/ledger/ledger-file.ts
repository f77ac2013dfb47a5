// One file of the ledger: the entries that one run adds. It is written whole under a name made of its moment and its own
// bytes, and never again: two runs at once write two files, and a file that was altered is known by its name.

import { createHash } from "node:crypto";
import type { LedgerEntry } from "./entry.js";
import { parseEntry, printEntry } from "./entry-line.js";

/** What a file of the ledger says; what it cannot be relied on for is said in `fault`. */
export interface LedgerFile {
  readonly entries: readonly LedgerEntry[];
  /** altered: not the bytes its name speaks of · unknown: lines that this version does not know, or that are cut off. */
  readonly fault: "altered" | "unknown" | undefined;
}

export interface NamedBytes {
  /** Path below the ledger's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Folder of entries that belong to no period. */
export const NO_PERIOD = "khong-theo-ky";
const ENDING = ".jsonl";
const HASH_LENGTH = 16;

/** The folder of a period's entries, as a name that every system takes. */
export function periodFolder(period: string): string {
  return period === "" ? NO_PERIOD : period.replaceAll("..", "-den-");
}

/** The file that keeps these entries of one period: `2022/20221205T020000Z-<sixteen digits>.jsonl`. */
export function ledgerFile(period: string, entries: readonly LedgerEntry[], moment: string): NamedBytes {
  const lines = [...new Set(entries.map(printEntry))];
  const bytes = Buffer.from(`${lines.join("\n")}\n`, "utf8");
  const time = moment.replace(/\.\d+/, "").replace(/[-:]/g, "");
  return { path: `${periodFolder(period)}/${time}-${hashOf(bytes)}${ENDING}`, bytes };
}

/** True for a name that `ledgerFile` gives, whatever folder it stands in. */
export function isLedgerFile(path: string): boolean {
  return path.endsWith(ENDING);
}

/** Reads a file of the ledger; a line that gives no entry does not hide the others. */
export function readLedgerFile({ path, bytes }: NamedBytes): LedgerFile {
  const lines = Buffer.from(bytes)
    .toString("utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const entries = lines.flatMap((line) => parseEntry(line) ?? []);
  const isWhole = path.endsWith(`-${hashOf(bytes)}${ENDING}`);
  if (!isWhole) return { entries, fault: "altered" };
  return { entries, fault: entries.length < lines.length ? "unknown" : undefined };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, HASH_LENGTH);
}
