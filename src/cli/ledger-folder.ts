// The ledger of a working folder on the disk: files are only added, each written whole under a name of its own, so that
// neither a run that is cut off, nor two at once, nor a folder without locks can spoil what is there.

import { dirname, join } from "node:path";
import type { LedgerEntry } from "../ledger/entry.js";
import { isLedgerFile, ledgerFile, periodFolder, readLedgerFile } from "../ledger/ledger-file.js";
import { type LedgerState, stateOf } from "../ledger/ledger-state.js";
import { configInForce, DEFAULT_CONFIG } from "./declarations.js";
import type { Env } from "./env.js";
import { systemCode } from "./system-code.js";

/** A period's ledger as it stands. */
export interface ReadLedger {
  readonly state: LedgerState;
  /** Files that could not be relied on, with what is the matter. */
  readonly doubtful: readonly DoubtfulFile[];
}

export interface DoubtfulFile {
  readonly path: string;
  /** altered: edited since it was written · unknown: lines that are not understood · unreadable: the system says no. */
  readonly fault: "altered" | "unknown" | "unreadable";
}

/** Folder of the ledger that khuyenhoc.yaml names; undefined where none is kept. @throws UsageError as `configInForce` */
export async function ledgerFolder(configPath: string | undefined, env: Env): Promise<string | undefined> {
  const { ledger } = await configInForce(configPath, env);
  return ledger === undefined ? undefined : join(dirname(configPath ?? DEFAULT_CONFIG), ledger);
}

/** What the ledger says of a period ("": of what belongs to none). A folder that is not there yet says nothing. */
export async function readLedger(folder: string, period: string, env: Env): Promise<ReadLedger> {
  const found = await env.find(join(folder, periodFolder(period)));
  const entries: LedgerEntry[] = [];
  const doubtful: DoubtfulFile[] = [];
  for (const { path, shown } of found.kind === "missing" ? [] : found.files) {
    if (!isLedgerFile(path)) continue;
    const bytes = await env.read(path).catch(readFault);
    const file = bytes === undefined ? undefined : readLedgerFile({ path, bytes });
    entries.push(...(file?.entries ?? []));
    const fault = file === undefined ? "unreadable" : file.fault;
    if (fault !== undefined) doubtful.push({ path: shown, fault });
  }
  return { state: stateOf(entries), doubtful };
}

/** Adds entries of one period; without any nothing is written. Rejects with what the system says where it cannot. */
export async function addToLedger(folder: string, entries: readonly LedgerEntry[], env: Env): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const { path, bytes } = ledgerFile(first.period, entries, env.now());
  await env.replace(join(folder, path), bytes);
}

/** Undefined for a refusal of the system; anything else is our mistake. */
function readFault(fault: unknown): undefined {
  if (systemCode(fault) === "") throw fault;
  return undefined;
}
