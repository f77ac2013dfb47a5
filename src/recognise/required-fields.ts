// V-K01: a field that must stand on a recognised table or cover and does not. V-K11: nothing recognised at all.

import { type FindingDraft, values } from "../model/finding.js";
import { type Field, type Form, fieldsOf, type Grain } from "../model/form.js";
import { shortList } from "../model/number-text.js";

/** A form met in a workbook, with what was met of it. */
export interface PartMet {
  readonly form: Form;
  readonly grain: Grain;
  readonly sheet: string;
  /** Fields met here (used or clashing: a clash is its own finding). */
  readonly here: ReadonlySet<Field>;
  /** True for a field met anywhere in the workbook. */
  readonly isAnywhere: (field: Field) => boolean;
  /** Identity codes that title lines give. */
  readonly stated: ReadonlySet<string>;
  readonly headings: () => readonly string[];
}

/** The findings of a workbook's parts, in order. */
export type AbsentFindings = (parts: readonly PartMet[], file: string) => readonly FindingDraft[];

/** Parts that lacked nothing: what was met of each, and what title lines stated. */
interface Complete {
  readonly parts: readonly Pick<PartMet, "form" | "grain" | "here">[];
  readonly stated: string;
}

const KEPT = 20;
/** The unit of money may stand in many places: it is asked for where an amount was met without one (V-K04). */
const MONEY_UNIT = "moneyUnit";

/**
 * One finding for each required field that is absent. A part's name column must stand in that part itself. Workbooks of
 * a collection have the same parts with the same fields, so those that lacked nothing are kept.
 */
export function createAbsentFindings(): AbsentFindings {
  const complete: Complete[] = [];
  return (parts, file) => {
    const stated = [...(parts[0]?.stated ?? [])].join(" ");
    if (complete.some((known) => known.stated === stated && areSame(known.parts, parts))) return [];
    const recognised = new Set(parts.map(({ form }) => form.id));
    const findings = parts.flatMap((part) => absentFrom(part, recognised, file));
    if (findings.length === 0) {
      complete.unshift({ parts: parts.map(({ form, grain, here }) => ({ form, grain, here })), stated });
      if (complete.length > KEPT) complete.pop();
    }
    return findings;
  };
}

function areSame(known: Complete["parts"], parts: readonly PartMet[]): boolean {
  if (known.length !== parts.length) return false;
  return known.every(({ form, grain, here }, index) => {
    const part = parts[index];
    return part !== undefined && part.here === here && part.form === form && part.grain === grain;
  });
}

function absentFrom(part: PartMet, recognised: ReadonlySet<string>, file: string): readonly FindingDraft[] {
  return absentFields(part, recognised).map((field) => ({
    code: "V-K01",
    ...(part.grain === "value" ? { variant: "mục" } : {}),
    place: { file, sheet: part.sheet },
    values: values({
      sheet: part.sheet,
      cột: field.heading,
      ds: listed(part.headings(), part.grain === "value" ? "mục" : "cột"),
    }),
    field: field.code,
    label: field.heading,
  }));
}

/** The file carries no known form; `headings` are the texts that looked most like headings. */
export function unknownFileFinding(file: string, headings: readonly string[]): FindingDraft {
  return {
    code: "V-K11",
    place: { file },
    values: values({ tệp: file, ds: listed(headings, "tiêu đề") }),
  };
}

function absentFields(part: PartMet, recognised: ReadonlySet<string>): readonly Field[] {
  const groups = new Map<string, Field[]>();
  const absent: Field[] = [];
  for (const field of fieldsOf(part.form, part.grain)) {
    const { required } = field;
    if (field.code === MONEY_UNIT) continue;
    const isDue = required.kind === "always" || (required.kind === "with-form" && recognised.has(required.form));
    if (isDue && !isMet(part, field)) absent.push(field);
    if (required.kind === "one-of") groups.set(required.group, [...(groups.get(required.group) ?? []), field]);
  }
  return [...absent, ...nearestGap(part, [...groups.values()])];
}

/** What the group nearest to complete lacks; nothing where one is complete. */
function nearestGap(part: PartMet, groups: readonly (readonly Field[])[]): readonly Field[] {
  let nearest: readonly Field[] = [];
  for (const group of groups) {
    const gap = group.filter((field) => !isMet(part, field));
    if (gap.length === 0) return [];
    const isNearer = nearest.length === 0 || gap.length < nearest.length;
    if (isNearer) nearest = gap;
  }
  return nearest;
}

function listed(texts: readonly string[], noun: string): string {
  return texts.length === 0 ? "(không có)" : shortList(texts, noun);
}

function isMet(part: PartMet, field: Field): boolean {
  if (part.grain === "value") return part.isAnywhere(field) || part.stated.has(field.code);
  return field.role === "identity" ? part.here.has(field) : part.isAnywhere(field);
}
