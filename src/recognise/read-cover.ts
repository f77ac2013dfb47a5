// Labels found on a sheet → the pairs of one label–value form, or title statements where they only say who and when.

import { addressText, type CellAddress } from "../model/cell-address.js";
import type { FindingDraft } from "../model/finding.js";
import type { Field, Form } from "../model/form.js";
import { cellIndex, type Grid, shownText } from "../model/grid.js";
import type { RecognisedPairs } from "../model/recognised.js";
import { isNamedAfter } from "./choose-form.js";
import { clashFinding, twiceFinding } from "./clash-finding.js";
import type { LabelFound } from "./find-pairs.js";
import type { FormSlot } from "./form-index.js";

export interface CoverReading {
  readonly pairs: RecognisedPairs;
  /** Distinct fields met, those included whose labels could not be used. */
  readonly met: ReadonlySet<Field>;
  /** Codes of the fields to which the cover gives a value: title lines that say them again count for nothing. */
  readonly said: ReadonlySet<string>;
  readonly findings: readonly FindingDraft[];
  /** True where every label means one field, and no figure has two: then no value had to be compared. */
  readonly isSettled: boolean;
}

/** Fewest distinct fields by which a sheet is a cover; one figure is enough on a sheet that bears the form's name. */
const FEWEST = 2;

/**
 * The pairs of the label–value form that most labels belong to; undefined where a sheet has too few, or where it has
 * tables and its labels only name unit and period (these are title lines).
 */
export function coverOf(
  grid: Grid,
  labels: readonly LabelFound[],
  given: { readonly file: string; readonly hasTables: boolean },
): CoverReading | undefined {
  if (given.hasTables && !labels.some(saysFigure)) return undefined;
  const slot = commonSlot(labels);
  if (slot === undefined) return undefined;
  const meant = labels.flatMap((found) => {
    const fields = found.hit.entries.filter((entry) => entry.slot === slot).map(({ field }) => field);
    return fields.length === 0 ? [] : [{ found, fields }];
  });
  const distinct = new Set(meant.flatMap(({ fields }) => fields));
  const saysFigures = [...distinct].some(isFigure);
  const fewest = saysFigures && isNamedAfter(grid.name, slot.form) ? 1 : FEWEST;
  if (distinct.size < fewest || (given.hasTables && !saysFigures)) return undefined;
  return pairsOf({ grid, form: slot.form, file: given.file }, meant);
}

function saysFigure({ hit }: LabelFound): boolean {
  return hit.entries.some(({ field }) => isFigure(field));
}

function isFigure({ role }: Field): boolean {
  return role === "indicator" || role === "check";
}

/** The label–value form with the most distinct fields among the labels. */
function commonSlot(labels: readonly LabelFound[]): FormSlot | undefined {
  const fields = new Map<FormSlot, Set<Field>>();
  for (const { hit } of labels) {
    for (const { slot, field } of hit.entries) fields.set(slot, (fields.get(slot) ?? new Set()).add(field));
  }
  let best: FormSlot | undefined;
  let most = 0;
  for (const [slot, met] of fields) {
    if (met.size <= most) continue;
    most = met.size;
    best = slot;
  }
  return best;
}

interface Meant {
  readonly found: LabelFound;
  readonly fields: readonly Field[];
}

function pairsOf(
  where: { readonly grid: Grid; readonly form: Form; readonly file: string },
  meant: readonly Meant[],
): CoverReading {
  const { grid, form, file } = where;
  const place = { file, sheet: grid.name };
  const findings: FindingDraft[] = [];
  const clashing: Field[] = [];
  const byField = new Map<Field, LabelFound[]>();
  for (const { found, fields } of meant) {
    const [field, rival] = fields;
    if (field === undefined) continue;
    if (rival === undefined) byField.set(field, [...(byField.get(field) ?? []), found]);
    else {
      clashing.push(...fields);
      findings.push(clashFinding({ place, cell: found.label, text: found.hit.label, fields }));
    }
  }
  const pairs = [...byField].flatMap(([field, all]) => {
    const given = distinctValues(grid, all);
    const [first] = given.length > 0 ? given : all;
    if (first === undefined) return [];
    if (given.length < 2 || takesFirst(field)) return [pairOf(field, first)];
    clashing.push(field);
    findings.push(
      twiceFinding({ place, cells: given.map(({ label }) => label), text: first.hit.label, by: rowOrCell }),
    );
    return [];
  });
  const isSettled =
    findings.length === 0 && [...byField].every(([field, all]) => all.length === 1 || takesFirst(field));
  const met = new Set([...pairs.map(({ field }) => field), ...clashing]);
  const said = new Set(pairs.filter(({ value }) => isFilled(grid, value)).map(({ field }) => field.code));
  return { pairs: { kind: "pairs", grid, form, pairs }, met, said, findings, isSettled };
}

/** True for what is no figure: where two labels give it, the first one counts. */
function takesFirst({ role }: Field): boolean {
  return role === "identity" || role === "text";
}

function pairOf(field: Field, found: LabelFound): RecognisedPairs["pairs"][number] {
  return { field, label: found.label, labelText: found.hit.label, value: found.value };
}

/** Labels that have a value, leaving out those that say the same as one before. */
function distinctValues(grid: Grid, labels: readonly LabelFound[]): readonly LabelFound[] {
  const seen = new Set<string>();
  return labels.filter(({ hit, value, hasValue }) => {
    if (!hasValue) return false;
    const text = hit.rest === "" ? shownText(grid, cellIndex(grid, value.row, value.column)).trim() : hit.rest;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function isFilled(grid: Grid, { row, column }: CellAddress): boolean {
  return shownText(grid, cellIndex(grid, row, column)).trim() !== "";
}

function rowOrCell(cell: CellAddress): string {
  return `ô ${addressText(cell)}`;
}
