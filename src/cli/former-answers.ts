// Answers that the ledger keeps: a query that was explained once is not asked again, though the list it was answered on is
// no longer beside the report.

import type { Explanation } from "../model/explanation.js";
import { type Period, printPeriod } from "../model/period.js";
import type { Env } from "./env.js";
import { ledgerFolder, readLedger } from "./ledger-folder.js";

/** The last answer to each question of a period; none where no ledger is kept. */
export async function formerAnswers(
  period: Period,
  configPath: string | undefined,
  env: Env,
): Promise<readonly Explanation[]> {
  const folder = await ledgerFolder(configPath, env);
  if (folder === undefined) return [];
  const { state } = await readLedger(folder, printPeriod(period), env);
  return [...state.answers.values()].flatMap((given) => given.at(-1) ?? []);
}
