// Runs validate or aggregate with --json and gives the parsed answer.

import type { Env } from "../../src/cli/env.js";
import { REPORT, type Report } from "./report-schema.js";
import { type CliRun, runCli } from "./run-cli.js";

export interface ReportRun extends CliRun {
  readonly report: Report;
}

/** The run's answer, checked against the published shape. */
export async function runReport(argv: readonly string[], changes: Partial<Env> = {}): Promise<ReportRun> {
  const ran = await runCli([...argv, "--json"], changes);
  if (ran.out === "") throw new Error(`no answer: ${ran.err}`);
  return { ...ran, report: REPORT.parse(JSON.parse(ran.out)) };
}

/** [code, cell] of each finding of a file, in printing order; findings about the whole run are left out. */
export function fileFindings(report: Report): (readonly [code: string, cell: string | null])[] {
  return report.findings.filter((one) => one.sheet !== null).map((one) => [one.code, one.cell]);
}
