// Starts the program on the real machine and sets the exit code; nothing else may end the process.

import { machineEnv } from "./env.js";
import { run } from "./run.js";
import { systemCode } from "./system-code.js";

/** Runs one command line (without node and script). */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", ignoreClosedPipe);
  process.stderr.on("error", ignoreClosedPipe);
  process.exitCode = await run(argv, await machineEnv());
}

/** `khuyenhoc … 2>&1 | head` closes the pipe when it has read enough; what is left to say is then for nobody. */
function ignoreClosedPipe(fault: Error): void {
  if (systemCode(fault) !== "EPIPE") throw fault;
}
