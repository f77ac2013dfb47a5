// One band of headings with the columns of several forms: a province's single table of members, funds and models. The
// form that fits best has its columns; another one is read beside it where columns are left that only it knows.

import { type Field, fieldsOf } from "../model/form.js";
import type { Candidate } from "./heading-candidates.js";

/** The forms of a band, the best one first; each has columns of its own, and none of them is left unknown by another. */
export interface BandForms {
  readonly best: Candidate;
  readonly further: readonly Candidate[];
}

/** The forms that the headings are, given the best one of them. */
export function bandForms(best: Candidate, candidates: readonly Candidate[]): BandForms {
  const formerColumns = candidates.flatMap((candidate) => (isBeside(candidate, best) ? candidate.formerColumns : []));
  const all = { ...best, formerColumns: [...best.formerColumns, ...formerColumns] };
  const rivals = candidates.filter((candidate) => isBeside(candidate, best) && namesRows(candidate));
  const isAlone = best.slot.grain === "record" || rivals.length === 0;
  if (best.unknownColumns.length === 0 || isAlone) return { best: all, further: [] };
  const further: Candidate[] = [];
  const taken = new Set(figuresOf(best));
  for (const rival of mostFirst(rivals, taken)) {
    const own = ownPart(rival, taken);
    if (!isEnough(own)) continue;
    further.push(own);
    for (const column of figuresOf(own)) taken.add(column);
  }
  return withoutKnown(all, further);
}

function isBeside(candidate: Candidate, best: Candidate): boolean {
  return candidate.slot.form !== best.slot.form && candidate.slot.grain === best.slot.grain;
}

function namesRows({ hasName, clashes }: Candidate): boolean {
  return hasName && !clashes.some(({ fields }) => fields.some(({ role }) => role === "identity"));
}

function figuresOf({ columns }: Candidate): readonly number[] {
  return columns.filter(({ field }) => field.role === "indicator").map(({ column }) => column);
}

function mostFirst(rivals: readonly Candidate[], taken: ReadonlySet<number>): readonly Candidate[] {
  const count = (rival: Candidate): number => figuresOf(rival).filter((column) => !taken.has(column)).length;
  return [...rivals].sort((a, b) => count(b) - count(a));
}

/** A rival without the figures that another form has already. */
function ownPart(rival: Candidate, taken: ReadonlySet<number>): Candidate {
  const columns = rival.columns.filter(
    ({ field, column }) => !taken.has(column) || (field.role !== "indicator" && field.role !== "check"),
  );
  const clashes = rival.clashes.filter(({ cells }) => cells.every(({ column }) => !taken.has(column)));
  const met = new Set<Field>([...columns.map(({ field }) => field), ...clashes.flatMap(({ fields }) => fields)]);
  return { ...rival, columns, clashes, met, formerColumns: [] };
}

/**
 * True where a form has all that it cannot do without, and of its groups of columns a whole one. Where it asks for no
 * figure at all, two must be there.
 */
function isEnough({ slot, met, columns }: Candidate): boolean {
  const fields = fieldsOf(slot.form, slot.grain);
  const due = fields.filter(({ required }) => required.kind === "always");
  const groups = new Map<string, boolean>();
  for (const field of fields) {
    const { required } = field;
    if (required.kind === "one-of") groups.set(required.group, groups.get(required.group) !== false && met.has(field));
  }
  const isFigureDue = groups.size > 0 || due.some(({ role }) => role === "indicator");
  const figures = columns.filter(({ field }) => field.role === "indicator").length;
  const isWhole = groups.size === 0 || [...groups.values()].includes(true);
  return figures >= (isFigureDue ? 1 : 2) && isWhole && due.every((field) => met.has(field));
}

/** What one form knows is unknown to none of them, and in doubt in none. */
function withoutKnown(best: Candidate, further: readonly Candidate[]): BandForms {
  if (further.length === 0) return { best, further };
  const known = new Set([best, ...further].flatMap(({ columns }) => columns.map(({ column }) => column)));
  const unknownColumns = best.unknownColumns.filter(({ column }) => !known.has(column));
  const clashes = best.clashes.filter(
    ({ isGroup, cells }) => !isGroup || !cells.some(({ column }) => known.has(column)),
  );
  return {
    best: { ...best, unknownColumns, clashes },
    further: further.map((candidate) => ({ ...candidate, unknownColumns })),
  };
}
