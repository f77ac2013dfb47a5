// Submission → what it leaves behind for rules that look across the files of a run: most leave the figures of their
// branches, and nothing else.

import type { Catalogue } from "../model/catalogue.js";
import { type Form, fieldsOf } from "../model/form.js";
import type { ComparedFigure, LeftBehind, LeftList } from "../model/left-behind.js";
import type { AcrossLists, ListEntry, Rule } from "../model/rule.js";
import { allTables, type Submission } from "../model/submission.js";
import { KNOWN } from "./figure-columns.js";
import { figureRecords } from "./figure-records.js";
import { branchFigures, type Counting, entryCounts } from "./leave-counts.js";
import { createEntriesOf } from "./list-entries.js";

/** What a submission leaves behind; undefined for nothing. */
export type LeaveBehind = (submission: Submission) => LeftBehind | undefined;

interface Asking {
  readonly id: string;
  readonly besides: NonNullable<Extract<Rule["bound"], { scope: "record" }>["besides"]>;
}

interface Listing {
  readonly id: string;
  readonly form: string;
  readonly across: AcrossLists;
}

/** Leaving behind of one submission after another, for the rules of a catalogue; `isAlone` where there is no other file. */
export function createLeaveBehind(
  { rules, indicators }: Catalogue,
  { isAlone }: { readonly isAlone: boolean },
): LeaveBehind {
  const { asking, listing, counting } = rulesAcross(rules);
  return (submission) => {
    const tables = allTables(submission);
    if (!tables.some(({ form }) => isCompared(form))) {
      const branches = isAlone ? undefined : branchFigures(submission, counting);
      return branches && { isAll: false, figures: [], lists: [], branches };
    }
    const isAll = !submission.tables.some(reports);
    if (isAlone) return { isAll, figures: [], lists: [] };
    const met = new Set(tables.map(({ form }) => form.id));
    const figures = asking.some(({ besides }) => met.has(besides.form))
      ? comparedFigures(submission, asking, indicators)
      : [];
    const entriesOf = createEntriesOf(submission);
    const unit = submission.unit?.key ?? "";
    const lists = listing.flatMap(({ form, ...rule }) =>
      met.has(form) ? (leftList(entriesOf(form), unit, rule) ?? []) : [],
    );
    if (isAll) return { isAll, figures, lists, counts: entryCounts(submission, entriesOf, counting) };
    const isListed = counting.some(({ form }) => met.has(form));
    const branches = isListed ? undefined : branchFigures(submission, counting);
    return { isAll, figures, lists, ...(branches && { branches }) };
  };
}

/** The rules for which something is left behind. */
function rulesAcross(rules: readonly Rule[]): {
  readonly asking: readonly Asking[];
  readonly listing: readonly Listing[];
  readonly counting: readonly Counting[];
} {
  const asking: Asking[] = [];
  const listing: Listing[] = [];
  const counting: Counting[] = [];
  for (const { id, bound } of rules) {
    if (bound.scope === "record" && bound.besides !== undefined) asking.push({ id, besides: bound.besides });
    if (bound.scope !== "whole-list") continue;
    const { form, across, countedAcross } = bound;
    if (across !== undefined) listing.push({ id, form, across });
    if (countedAcross !== undefined) counting.push({ id, form, ...countedAcross });
  }
  return { asking, listing, counting };
}

/** True for a form of which nothing is taken: a list of persons, or figures that are compared only. */
function isCompared({ isPrivate, grains }: Form): boolean {
  if (isPrivate === true) return true;
  return !grains.some(({ grain, fields }) => grain === "record" || fields.some(({ role }) => role === "indicator"));
}

/** True for a table that tells a figure of the unit: a cover that only names it tells none. */
function reports({ form, grain, fields, states }: Submission["tables"][number]): boolean {
  if (isCompared(form)) return false;
  if (grain !== "value") return fieldsOf(form, grain).some(({ role }) => role === "indicator");
  return fields.some(({ role }, index) => role === "indicator" && states[index] === KNOWN);
}

function comparedFigures(
  submission: Submission,
  asking: readonly Asking[],
  indicators: Catalogue["indicators"],
): readonly ComparedFigure[] {
  const { rows } = figureRecords(submission, indicators);
  return rows.all().flatMap((record) =>
    asking.flatMap(({ id, besides: { code, form, ofForm } }) => {
      const figure = record.value(code, ofForm) === undefined ? record.figure(code, form) : undefined;
      return figure?.quantity.kind === "known" ? [{ rule: id, unit: record.unit, figure }] : [];
    }),
  );
}

function leftList(
  entries: readonly ListEntry[],
  unit: string,
  { id, across }: Pick<Listing, "id" | "across">,
): LeftList | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  const rows = new Uint32Array(entries.length);
  const stretches: LeftList["stretches"][number][] = [];
  for (const [from, entry] of entries.entries()) {
    const { sheet = "", cell: { row, column } = { row: 0, column: 1 } } = entry.cell(across.field).place;
    const last = stretches.at(-1);
    if (last?.sheet !== sheet || last.column !== column) stretches.push({ from, sheet, column });
    rows[from] = row;
  }
  return {
    rule: id,
    field: across.field,
    label: first.cell(across.field).label,
    stretches,
    rows,
    ...across.keysOf(entries, unit),
  };
}
