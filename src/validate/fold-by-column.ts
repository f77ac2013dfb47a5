// One cause, one finding: where most rows of a sheet fail, not the rows are wrong but how the sheet was filled in: a
// column that slid, a unit of money that nobody meant.

import { type FindingDraft, type FindingText, values } from "../model/finding.js";
import { shortList } from "../model/number-text.js";
import type { Submission } from "../model/submission.js";
import { giveCauses } from "./give-causes.js";
import type { RuleOutcome } from "./run-rules.js";
import { severityRank } from "./severity-rank.js";

/** So many rows in so large a share of the sheet are no coincidence. */
const LEAST_ROWS = 3;
const LEAST_SHARE = 0.6;

interface Sheet {
  readonly name: string;
  readonly rows: number;
  /** The unit that sent it. */
  readonly unit: string | undefined;
}

/**
 * Findings of rules that fail in most rows of a sheet follow from one: where errors stand in several columns, from a
 * new finding that says so (V-K01, «lệch cột») and takes all others of the sheet with it; else from the first of
 * them, or, for mere questions, from one about the unit's own sum on that sheet. Milder findings of such a sheet follow too.
 */
export function foldByColumn(
  outcomes: readonly RuleOutcome[],
  { tables, unit }: Pick<Submission, "tables" | "unit">,
  texts: ReadonlyMap<string, FindingText>,
): readonly RuleOutcome[] {
  const sheets = tables.flatMap(({ sheet, rows, grain }): readonly Sheet[] => {
    const count = rows.filter(({ role }) => role === "data" || role === "own").length;
    return grain === "value" || count < LEAST_ROWS ? [] : [{ name: sheet, rows: count, unit: unit?.key }];
  });
  return sheets.reduce((folded, sheet) => foldSheet(folded, sheet, texts), outcomes);
}

function foldSheet(
  outcomes: readonly RuleOutcome[],
  sheet: Sheet,
  texts: ReadonlyMap<string, FindingText>,
): readonly RuleOutcome[] {
  const common = outcomes.filter((outcome) => isCommon(outcome, sheet));
  const errors = common.filter(({ failed }) => failed.some((draft) => severityRank(draft, texts) === 0));
  const chosen = errors.length > 0 ? errors : common;
  const drafts = chosen.flatMap(({ failed }) => failed.filter((draft) => isOpenOn(draft, sheet)));
  const [first] = drafts;
  if (first === undefined) return outcomes;
  const columns = [...new Set(drafts.map(({ label }) => label ?? ""))];
  const slid = errors.length > 0 && columns.length > 1 ? slidColumns(drafts, { sheet, columns }) : undefined;
  const asked = errors.length > 0 ? undefined : ownQuestion(outcomes, sheet);
  const cause = slid ?? asked ?? first;
  const folded = giveCauses(outcomes, (draft, { bound }) => {
    if (bound.scope === "table" || draft === cause || !isOpenOn(draft, sheet)) return undefined;
    const isMilder = errors.length > 0 && severityRank(draft, texts) > 0;
    return slid !== undefined || isMilder || drafts.includes(draft) ? cause : undefined;
  });
  if (slid === undefined) return folded;
  const [host] = chosen;
  return folded.map((outcome) =>
    outcome.rule === host?.rule ? { ...outcome, failed: [slid, ...outcome.failed] } : outcome,
  );
}

/** True for a rule that fails in most rows of the sheet. */
function isCommon({ rule, failed }: RuleOutcome, sheet: Sheet): boolean {
  if (rule.bound.scope !== "record" || failed.length < LEAST_ROWS) return false;
  const rows = new Set(failed.flatMap((draft) => (isOpenOn(draft, sheet) ? [draft.place.cell?.row] : [])));
  return rows.size >= LEAST_ROWS && rows.size >= LEAST_SHARE * sheet.rows;
}

function isOpenOn({ place, cause }: FindingDraft, { name }: Sheet): boolean {
  return place.sheet === name && cause === undefined;
}

/** A question about the sums of the sheet, which most rows being odd explains best. */
function ownQuestion(outcomes: readonly RuleOutcome[], sheet: Sheet): FindingDraft | undefined {
  return outcomes
    .filter(({ rule }) => rule.bound.scope === "record")
    .flatMap(({ failed }) => failed)
    .find((draft) => draft.unit === sheet.unit && isOpenOn(draft, sheet));
}

/** Stands at the first row of the leftmost column that fails. */
function slidColumns(
  drafts: readonly FindingDraft[],
  { sheet, columns }: { readonly sheet: Sheet; readonly columns: readonly string[] },
): FindingDraft {
  const rows = new Set(drafts.map(({ place }) => place.cell?.row));
  const columnOf = (draft: FindingDraft): number => draft.place.cell?.column ?? Number.POSITIVE_INFINITY;
  const leftmost = drafts.reduce((one, other) => (columnOf(other) < columnOf(one) ? other : one));
  return {
    code: "V-K01",
    variant: "lệch cột",
    place: leftmost.place,
    values: values({ k: String(rows.size), N: String(sheet.rows), ds: shortList(columns, "cột") }),
  };
}
