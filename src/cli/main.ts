// Starts the program on the real machine and sets the exit code; nothing else may end the process.

import { machineEnv } from "./env.js";
import { run } from "./run.js";

/** Runs one command line (without node and script). */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv, await machineEnv());
}
