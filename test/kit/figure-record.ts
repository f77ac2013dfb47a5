// A FigureRecord from plain values, made the way the program makes it, so that checks are tried on the real thing.

import type { Grain } from "../../src/model/form.js";
import type { Indicator } from "../../src/model/indicator.js";
import type { FigureRecord } from "../../src/model/rule.js";
import { figureRecords } from "../../src/validate/figure-records.js";
import { formTable, type SketchedFigure } from "./form-table.js";
import { submissionWith } from "./submission.js";

export interface RecordSketch {
  /** By indicator: `HV01`, or `DS01@BM01` on one form; `BM` where none is named. */
  readonly values: Readonly<Record<string, SketchedFigure>>;
  readonly subject?: FigureRecord["subject"];
  readonly indicators?: ReadonlyMap<string, Indicator>;
  readonly moneyFactor?: number;
}

/** One record on one row of each form: the first data row is sheet row 6, columns begin at D. */
export function figureRecord(sketch: RecordSketch): FigureRecord {
  const subject = sketch.subject ?? "branch";
  const byForm = new Map<string, Map<string, SketchedFigure>>();
  for (const [key, value] of Object.entries(sketch.values)) {
    const [code = "", form = "BM"] = key.split("@");
    byForm.set(form, (byForm.get(form) ?? new Map<string, SketchedFigure>()).set(code, value));
  }
  const tables = [...byForm].map(([form, figures]) =>
    formTable({
      form,
      grain: GRAIN_OF[subject],
      fields: [...figures.keys()],
      rows: [{ name: "Thôn Doa", unit: "19429@2025-07-01/thôn doa", figures: [...figures.values()] }],
      moneyFactor: sketch.moneyFactor ?? 1,
    }),
  );
  const records = figureRecords(submissionWith(tables), sketch.indicators ?? new Map());
  return subject === "unit" ? records.unit : records.rows.at(0);
}

const GRAIN_OF: Readonly<Record<FigureRecord["subject"], Grain>> = { branch: "branch", child: "upper", unit: "value" };
