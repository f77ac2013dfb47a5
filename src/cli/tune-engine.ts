// Settings of the engine that a run over many files gains from.

import { setFlagsFromString } from "node:v8";

/** A setting of the engine: what a run over many files gains from, and the engine's own. */
interface Setting {
  readonly many: string;
  readonly own: string;
}

/** The compiler copies less of what a function calls into it. */
const COPY_LESS: Setting = {
  many: "--max-inlined-bytecode-size-cumulative=300",
  own: "--max-inlined-bytecode-size-cumulative=920",
};
/** It waits until a function has been at work for longer. */
const WAIT_LONGER: Setting = { many: "--interrupt-budget=400000", own: "--interrupt-budget=67584" };
/**
 * But then once, and not three times more (release 20, five and three runs of each in turn: 4 to 7 % of the time of taking
 * in 1.522 files, 7 % of a run over 10.599).
 */
const WAIT_ONCE: Setting = { many: "--ticks-before-optimization=0", own: "--ticks-before-optimization=3" };
/** It compiles a loop once, not a second time for its first round (1.522 files, four, five and five pairs of runs: 4 to 7 % of the time). */
const LOOPS_ONCE: Setting = { many: "--no-turbo-loop-peeling", own: "--turbo-loop-peeling" };

/** By release, as they were tried: another release may not know them, and would complain on the screen. */
const SETTINGS: ReadonlyMap<string | undefined, readonly Setting[]> = new Map([
  ["20", [COPY_LESS, WAIT_LONGER, WAIT_ONCE, LOOPS_ONCE]],
  ["22", [COPY_LESS]],
  ["24", [COPY_LESS]],
]);

/**
 * A thread collects its own short-lived objects: helpers for so little work take the processor from the other thread
 * (release 20, 1.522 and 10.599 files, five pairs of runs: 1 % of the time, 2 % of processor time).
 */
const COLLECT_ALONE = "--no-parallel-scavenge";
const COLLECT_TOGETHER = "--parallel-scavenge";

let isTuned = false;

/** Among fewer files the longest may be most of the work, and its loops are worth compiling as the engine itself would. */
const MANY_FILES = 20;

/**
 * Has the engine compile less in a run over so many files: its code is used for a few seconds. Compiling took a quarter of
 * all processor time (measured over 1.522 files with release 20), with these settings a third less; a single list of
 * 100.000 rows takes a tenth longer with them.
 */
export function tuneEngine(files: number): void {
  const [release] = process.versions.node.split(".");
  const settings = SETTINGS.get(release);
  if (settings === undefined) return;
  if (!isTuned) process.prependOnceListener("exit", () => undo(settings));
  isTuned = true;
  setFlagsFromString(COLLECT_ALONE);
  for (const { many, own } of settings) setFlagsFromString(files < MANY_FILES ? own : many);
}

/** Code is only kept for the next start with the settings it starts with (compiled-code.ts). */
function undo(settings: readonly Setting[]): void {
  setFlagsFromString(COLLECT_TOGETHER);
  for (const { own } of settings) setFlagsFromString(own);
}

/**
 * For a thread that hands over buffers. The engine compiles code on typed arrays for a world in which that never happened,
 * and throws all of it away the first time: so one is handed over before there is such code.
 */
export function handOverOne(): void {
  const buffer = new ArrayBuffer(1);
  structuredClone(buffer, { transfer: [buffer] });
}
