// Runs a command line in-process on the real disk, with a fixed clock and 80 columns, and keeps what it said.

import { type Env, machineEnv } from "../../src/cli/env.js";
import { run } from "../../src/cli/run.js";

export interface CliRun {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** The moment every run in tests and documents takes place. */
export const MOMENT = "2022-12-05T02:00:00.000Z";

/** Runs `argv`; `changes` puts parts of a test's own in the place of the machine's. */
export async function runCli(argv: readonly string[], changes: Partial<Env> = {}): Promise<CliRun> {
  const out: string[] = [];
  const err: string[] = [];
  const { ask: _, ...machine } = await machineEnv();
  const exit = await run(argv, {
    ...machine,
    columns: 80,
    hasColour: false,
    showsProgress: false,
    now: () => MOMENT,
    print: (text) => void out.push(text),
    tell: (text) => void err.push(text),
    tellInPlace: () => undefined,
    ...changes,
  });
  return { exit, out: out.join("\n"), err: err.join("\n") };
}
