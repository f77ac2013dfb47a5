// Units whose report came after the deadline, period by period, for the reports that list them. Asked only where an office
// has declared deadlines.

import { monthsOf, printPeriod } from "../model/period.js";
import { type LateReport, unitsIn } from "../model/report-status.js";
import type { RunResult } from "../pipeline/conclude.js";
import { configInForce } from "./declarations.js";
import type { Env } from "./env.js";
import { ledgerFolder, readLedger } from "./ledger-folder.js";
import type { GivenOptions } from "./options.js";
import { reportStatus } from "./report-status.js";

/** Late direct reporters of each run whose period has a deadline; judged as `status` does. */
export async function lateReports(
  runs: readonly RunResult[],
  options: GivenOptions,
  env: Env,
): Promise<readonly LateReport[]> {
  const { deadlines } = await configInForce(options.config, env);
  if (deadlines.size === 0) return [];
  const folder = await ledgerFolder(options.config, env);
  const late: LateReport[] = [];
  for (const run of runs) {
    const { aggregation } = run;
    const period = aggregation === undefined ? "" : printPeriod(aggregation.period);
    const deadline = deadlines.get(period);
    if (aggregation === undefined || deadline === undefined) continue;
    const past = folder === undefined ? undefined : (await readLedger(folder, period, env)).state;
    const range = monthsOf(aggregation.period);
    for (const { unit, saved, daysLate } of unitsIn(reportStatus(aggregation, run, { deadline, past }), "late")) {
      if (saved !== undefined) late.push({ unit, range, saved, deadline, daysLate });
    }
  }
  return late;
}
