// Which rules say anything about the workbooks of one template, and which figures they look at: worked out once for
// each template and year.

import { SUBJECTS } from "../checks/subjects.js";
import type { BoundCheck, FigureRecord, Glance, Rule } from "../model/rule.js";
import type { FormTable } from "../model/submission.js";
import type { CodeColumns, ColumnsByCode, TemplateColumns } from "./figure-columns.js";
import type { FigureNames } from "./value-columns.js";

/** A rule in force, and how it is run on workbooks of a template. */
export interface PlannedRule {
  readonly rule: Rule;
  /** True where its findings are errors. */
  readonly isError: boolean;
  /** once: nothing is known of earlier periods · records: no record has a figure that it reads · no: it is run. */
  readonly isSkipped: "once" | "records" | "no";
  /** How it is run on records; undefined for rules of another scope. */
  readonly onRecords: RecordPlan | undefined;
}

/** The rules in force on workbooks of a template. */
export interface Plan {
  readonly rules: readonly PlannedRule[];
  /** Places of those that are asked of rows, or skip them one by one. */
  readonly onRows: readonly number[];
}

export interface RecordPlan extends Pick<Extract<BoundCheck, { scope: "record" }>, "run"> {
  /** The subjects it is meant for: bit n for the n-th of SUBJECTS. */
  readonly subjects: number;
  /** False where a figure that it cannot do without has no column among the rows: they need not be asked. */
  readonly asksRows: boolean;
  /** True where all rows are skipped, because a figure whose column it needs has none among them. */
  readonly skipsRows: boolean;
  readonly glance: PlannedGlance | undefined;
}

export interface PlannedGlance extends Pick<Glance, "say"> {
  /** Numbers of the figures it looks at. */
  readonly names: readonly number[];
  /** Their values in the records at hand, and of the reporting unit alone. */
  readonly records: { readonly columns: Float64Array[]; count: number };
  readonly unit: { readonly columns: Float64Array[]; readonly count: 1 };
}

/** The tables of a submission, and where its indicators stand in them. */
export interface Template {
  readonly tables: readonly Pick<FormTable, "grain">[];
  readonly columns: TemplateColumns;
}

/** The plan for a template; `year`: of the period, undefined where it is not known. */
export type PlanOf = (template: Template, year: number | undefined) => Plan;

/** Plans for one template after another; `names` gets the figures that rules look at in all records. */
export function createPlans(
  rules: readonly Rule[],
  names: FigureNames,
  { isError, hasHistory }: { readonly isError: (rule: Rule) => boolean; readonly hasHistory: boolean },
): PlanOf {
  for (const { bound, reads } of rules) {
    if (bound.scope === "submission") for (const code of reads) names.numberOf({ code });
  }
  const glances = new Map(rules.map((rule) => [rule, plannedGlance(rule, names)]));
  const known = new WeakMap<TemplateColumns, { readonly year: number | undefined; readonly plan: Plan }>();
  return (template, year) => {
    const former = known.get(template.columns);
    if (former !== undefined && former.year === year) return former.plan;
    const planned = rules
      .filter((rule) => isInForce(rule, year))
      .map((rule): PlannedRule => {
        const isVain = rule.readsPast.length > 0 && !hasHistory;
        const onRecords = recordPlan(rule, template, glances.get(rule));
        const isSkipped = isVain ? "once" : onRecords !== undefined && !hasFigures(rule, template) ? "records" : "no";
        return { rule, isError: isError(rule), isSkipped, onRecords };
      });
    const plan = { rules: planned, onRows: [...planned.keys()].filter((place) => isOnRows(planned[place])) };
    known.set(template.columns, { year, plan });
    return plan;
  };
}

function isOnRows(planned: PlannedRule | undefined): boolean {
  return planned?.onRecords?.asksRows === true && planned.isSkipped === "no";
}

function plannedGlance({ bound }: Rule, names: FigureNames): PlannedGlance | undefined {
  if (bound.scope !== "record" || bound.glance === undefined) return undefined;
  const { of, say } = bound.glance;
  return {
    say,
    names: of.map((name) => names.numberOf(name)),
    records: { columns: [], count: 0 },
    unit: { columns: [], count: 1 },
  };
}

function recordPlan(
  { bound, reads }: Rule,
  { tables, columns }: Template,
  glance: PlannedGlance | undefined,
): RecordPlan | undefined {
  if (bound.scope !== "record") return undefined;
  const isOfRows = tables.map(({ grain }) => grain !== "value");
  const standsInRows = (code: string): boolean => hasColumnIn(columns.all.get(code), isOfRows);
  const { on, needsColumns = [] } = bound;
  return {
    run: bound.run,
    subjects: subjectBits(on ?? SUBJECTS),
    asksRows: bound.needsAll !== true || reads.every(standsInRows),
    skipsRows: !needsColumns.every(standsInRows),
    glance,
  };
}

function subjectBits(on: readonly FigureRecord["subject"][]): number {
  return on.reduce((bits, one) => bits | (1 << SUBJECTS.indexOf(one)), 0);
}

/** A finding on a record stands at a figure that its rule reads: there is nothing to find where none of them is. */
function hasFigures({ reads }: Rule, { columns }: { readonly columns: { readonly all: ColumnsByCode } }): boolean {
  return reads.some((code) => columns.all.has(code));
}

/** True where an indicator, or a part it is computed from, has a column in a wanted table. */
function hasColumnIn(stand: CodeColumns | undefined, isWanted: readonly boolean[]): boolean {
  if (stand === undefined) return false;
  if (stand.columns.some(({ table }) => isWanted[table] === true)) return true;
  return stand.sumOf?.parts.some((part) => hasColumnIn(part, isWanted)) === true;
}

/** A rule with years is left out where the period is not known: that has its own finding. */
function isInForce(rule: Rule, year: number | undefined): boolean {
  if (rule.fromYear === undefined && rule.untilYear === undefined) return true;
  if (year === undefined) return false;
  return (rule.fromYear ?? year) <= year && year <= (rule.untilYear ?? year);
}
