// The tables and label–value forms a workbook has, with what was met of each: the ground for saying what is absent.

import type { Field, Form } from "../model/form.js";
import type { TitleStatement } from "../model/recognised.js";
import type { CoverReading } from "./read-cover.js";
import type { TableReading } from "./read-table.js";
import type { PartMet } from "./required-fields.js";

/** Every table, and every label–value form once. */
export function partsMet(
  tables: readonly TableReading[],
  covers: readonly CoverReading[],
  titles: readonly TitleStatement[],
): readonly PartMet[] {
  const stated = new Set(titles.map(({ code }) => code));
  const parts: PartMet[] = [];
  const isAnywhere = (field: Field): boolean => parts.some(({ here }) => here.has(field));
  for (const { table, candidate } of tables) {
    parts.push({
      form: table.form,
      grain: table.grain,
      sheet: table.grid.name,
      here: candidate.met,
      headings: () => headingsOf(table),
      isAnywhere,
      stated,
    });
  }
  for (const [form, own] of coversByForm(covers)) {
    parts.push({
      form,
      grain: "value",
      sheet: own[0]?.pairs.grid.name ?? "",
      here: unionOf(own.map(({ met }) => met)),
      headings: () => own.flatMap(({ pairs }) => pairs.pairs.map(({ labelText }) => labelText)),
      isAnywhere,
      stated,
    });
  }
  return parts;
}

/** All fields; of a single set the set itself, which is known again by what is kept from one workbook to the next. */
function unionOf(sets: readonly ReadonlySet<Field>[]): ReadonlySet<Field> {
  const [only] = sets;
  return only !== undefined && sets.length === 1 ? only : new Set(sets.flatMap((fields) => [...fields]));
}

/** Labels of one form may stand on several sheets. */
function coversByForm(covers: readonly CoverReading[]): ReadonlyMap<Form, readonly CoverReading[]> {
  const byForm = new Map<Form, CoverReading[]>();
  for (const cover of covers) {
    const own = byForm.get(cover.pairs.form);
    if (own === undefined) byForm.set(cover.pairs.form, [cover]);
    else own.push(cover);
  }
  return byForm;
}

/** Headings as read, in sheet order. */
function headingsOf({ columns, unknownColumns }: TableReading["table"]): readonly string[] {
  const known = columns.map(({ column, headingText }) => ({ column, text: headingText }));
  return [...known, ...unknownColumns].sort((a, b) => a.column - b.column).map(({ text }) => text);
}
