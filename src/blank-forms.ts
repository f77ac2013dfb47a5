// Declarations → blank workbooks: laid out for one unit after the other, written as copies of one package. The stages of
// the pipeline in the other direction; no disk, no clock.

import { createTemplateLayout } from "./lay-out/template/lay-out-template.js";
import { createPreviousRows } from "./lay-out/template/previous-rows.js";
import type { KnownRow, TemplateRequest } from "./lay-out/template/template-request.js";
import type { Catalogue } from "./model/catalogue.js";
import type { Unit } from "./model/unit.js";
import { fingerprint } from "./pipeline/fingerprint.js";
import { createReadReport } from "./pipeline/read-report.js";
import type { ArrivedFile } from "./pipeline/taken-file.js";
import { createStamp, type Stamp } from "./write/stamp-workbook.js";

/** For whom and when a blank workbook is made. */
export interface BlankForm extends Pick<TemplateRequest, "unit" | "period" | "asOf" | "lists"> {
  /** Child units that have a row each; none at the grassroots, whose rows are branches. */
  readonly children: readonly Unit[];
  /** Rows for branches, at least. */
  readonly branchRows: number;
}

export interface BlankForms {
  /** Takes in a workbook of an earlier period, whose branches need not be typed again. False where it tells no unit. */
  remember(arrived: ArrivedFile): Promise<boolean>;
  make(asked: BlankForm): Promise<Uint8Array>;
}

/** Room for branches that come to the known ones, and the steps in which the number of rows grows. */
const SPARE_ROWS = 10;
const ROW_STEP = 20;
/** Shapes of which the package is kept: communes differ in their number of rows, of which there are few. */
const KEPT_STAMPS = 4;

/** Makes the blank workbooks of one run. Those of one shape are one package with other values. */
export function createBlankForms(
  catalogue: Catalogue,
  making: Pick<TemplateRequest, "created" | "toolVersion">,
): BlankForms {
  const readReport = createReadReport(catalogue);
  const previous = createPreviousRows(catalogue);
  const layOut = createTemplateLayout(catalogue, fingerprint);
  const stamps = new Map<string, Stamp>();
  return {
    remember: async (arrived) => {
      const submission = await readReport(arrived);
      if (submission !== undefined) previous.add(submission);
      return submission?.unit !== undefined && submission.period !== undefined;
    },
    make: async ({ children, branchRows, ...asked }) => {
      const known = previous.of(asked.unit, asked.period);
      const rows = children.length === 0 ? known.rows : childRows(children, known.rows);
      const rowCount = children.length === 0 ? roomFor(rows.length, branchRows) : rows.length;
      const request = { ...asked, ...making, rows, rowCount, funds: known.funds };
      const plan = layOut(request);
      const shape = [asked.unit.level, ...plan.sheets.map((sheet) => sheet.rows.length)].join(" ");
      const stamp = stamps.get(shape) ?? (await createStamp(plan));
      if (!stamps.has(shape) && stamps.size >= KEPT_STAMPS) stamps.clear();
      stamps.set(shape, stamp);
      return stamp(plan);
    },
  };
}

function roomFor(known: number, least: number): number {
  return known + SPARE_ROWS <= least ? least : Math.ceil((known + SPARE_ROWS) / ROW_STEP) * ROW_STEP;
}

/** Rows of the units that report now, with what was known of them. */
function childRows(children: readonly Unit[], known: readonly KnownRow[]): readonly KnownRow[] {
  const byCode = new Map(known.map((row) => [row.code, row]));
  return children.map(({ code, name }) => ({
    code,
    name,
    categories: new Map(),
    openings: byCode.get(code)?.openings ?? new Map(),
  }));
}
