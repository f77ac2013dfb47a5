// Columns with their possible meanings → what the headings would be as each form: columns, unknown columns, clashes.

import type { CellAddress } from "../model/cell-address.js";
import { type Field, holdsNumber } from "../model/form.js";
import type { RecognisedColumn } from "../model/recognised.js";
import { entriesFor, type FormIndex, type FormSlot, isNameField } from "./form-index.js";
import { type FormerColumn, formerColumn } from "./former-title.js";
import { headingKeys } from "./heading-key.js";
import type { ColumnTiers } from "./heading-tiers.js";
import { type ColumnMatch, matchColumn } from "./match-column.js";

/** Headings that fit two fields, or a field that two headings fit; neither is used. */
export interface Clash {
  /** One cell with two fields, or two cells (or more) with one field. */
  readonly cells: readonly CellAddress[];
  readonly text: string;
  readonly fields: readonly Field[];
  /** True for one heading that names a group of columns. */
  readonly isGroup: boolean;
}

export type UnknownColumn = { readonly column: number; readonly heading: CellAddress; readonly text: string };

/** The headings read as one grain of one form. */
export interface Candidate {
  readonly slot: FormSlot;
  readonly columns: readonly RecognisedColumn[];
  readonly unknownColumns: readonly UnknownColumn[];
  readonly clashes: readonly Clash[];
  /** Columns below a title of former years, which are not read. */
  readonly formerColumns: readonly FormerColumn[];
  /** Distinct fields met, clashing ones included; how many there are, how many sort rows, how many hold figures. */
  readonly met: ReadonlySet<Field>;
  readonly count: number;
  readonly categories: number;
  readonly figures: number;
  readonly hasName: boolean;
}

interface Claim {
  readonly column: RecognisedColumn;
  readonly isWhole: boolean;
}

/** Candidates for every form that the columns speak of, in declared order. */
export function candidatesFor(index: FormIndex, columns: readonly ColumnTiers[]): readonly Candidate[] {
  const matched = columns.map((column) => ({ column, matches: matchColumn(index, column.tiers) }));
  const slots = new Set(matched.flatMap(({ matches }) => [...matches.keys()]));
  return [...slots]
    .sort((a, b) => a.index - b.index)
    .map((slot) =>
      candidateOf(
        { slot, index },
        matched.map(({ column, matches }) => ({ column, match: matches.get(slot) })),
      ),
    );
}

/** A heading as messages show it: «Gia đình học tập › Công nhận». */
export function headingText(column: ColumnTiers): string {
  return column.tiers.join(" › ");
}

interface MatchedColumn {
  readonly column: ColumnTiers;
  readonly match: ColumnMatch | undefined;
}

function addClaim(claims: Map<Field, Claim[]>, field: Field, claim: Claim): void {
  const rivals = claims.get(field);
  if (rivals === undefined) claims.set(field, [claim]);
  else rivals.push(claim);
}

function candidateOf(
  { slot, index }: { readonly slot: FormSlot; readonly index: FormIndex },
  columns: readonly MatchedColumn[],
): Candidate {
  const claims = new Map<Field, Claim[]>();
  const clashes: Clash[] = [];
  const met = new Set<Field>();
  for (const { column, match } of columns) {
    const [field, rival] = match?.fields ?? [];
    if (match === undefined || field === undefined) continue;
    const text = headingText(column);
    const heading = { row: column.row, column: column.column };
    for (const each of match.fields) met.add(each);
    if (rival !== undefined) {
      if (match.fields.some(matters)) clashes.push({ cells: [heading], text, fields: match.fields, isGroup: false });
      continue;
    }
    const claim = { column: { field, column: column.column, heading, headingText: text }, isWhole: match.isWhole };
    addClaim(claims, field, claim);
  }
  const used: RecognisedColumn[] = [];
  for (const [field, rivals] of claims) settle({ field, rivals, used, clashes });
  used.sort((a, b) => a.column - b.column);
  const unread = columns.filter(({ match }) => match === undefined).map(({ column }) => column);
  const formerTitles = index.formerTitles.get(slot.form) ?? [];
  const formerColumns = unread.flatMap((column) => formerColumn(column, formerTitles) ?? []);
  for (const clash of groupClashes(unread, met, { slot, index })) {
    clashes.push(clash);
    for (const field of clash.fields) met.add(field);
  }
  const fields = [...met];
  return {
    slot,
    columns: used,
    unknownColumns: unknownAmong(columns, used),
    clashes,
    formerColumns,
    met,
    count: met.size,
    categories: fields.filter(({ role }) => role === "category").length,
    figures: fields.filter(({ role }) => role === "indicator" || role === "check").length,
    hasName: used.some(({ field }) => isNameField(field)) || clashes.some((clash) => clash.fields.some(isNameField)),
  };
}

/** Headings that name a group of columns and stand over a single one: any of those not met elsewhere may be meant. */
function groupClashes(
  columns: readonly ColumnTiers[],
  met: ReadonlySet<Field>,
  { slot, index }: { readonly slot: FormSlot; readonly index: FormIndex },
): readonly Clash[] {
  return columns.flatMap((column) => {
    const entries = entriesFor(index.groups, headingKeys(column.tiers.join(" ")));
    const fields = entries.filter((entry) => entry.slot === slot).map(({ field }) => field);
    if (fields.length < 2 || fields.every((field) => met.has(field))) return [];
    return [{ cells: [{ row: column.row, column: column.column }], text: headingText(column), fields, isGroup: true }];
  });
}

/** Two columns for one field: one read whole goes before those read in part; else none is used. */
function settle(given: {
  readonly field: Field;
  readonly rivals: readonly Claim[];
  readonly used: RecognisedColumn[];
  readonly clashes: Clash[];
}): void {
  const whole = given.rivals.filter(({ isWhole }) => isWhole);
  const best = whole.length > 0 ? whole : given.rivals;
  const [first] = best;
  if (first === undefined) return;
  if (best.length === 1 || !matters(given.field)) {
    given.used.push(first.column);
    return;
  }
  given.clashes.push({
    cells: best.map(({ column }) => column.heading),
    text: first.column.headingText,
    fields: [given.field],
    isGroup: false,
  });
}

/** False for what is only compared, kept or counts rows: taking the first of two, or none, loses no figure. */
function matters(field: Field): boolean {
  if (field.role === "check" || field.role === "text") return false;
  if (field.role === "attribute") return holdsNumber(field);
  return field.code !== "row.number";
}

function unknownAmong(columns: readonly MatchedColumn[], used: readonly RecognisedColumn[]): readonly UnknownColumn[] {
  const taken = new Set(used.map(({ column }) => column));
  return columns
    .filter(({ column }) => !taken.has(column.column))
    .map(({ column }) => ({
      column: column.column,
      heading: { row: column.row, column: column.column },
      text: headingText(column),
    }));
}
