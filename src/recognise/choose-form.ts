// Which form a band of headings is, and in which grain. Judges by what was found, never by a form's name in the code.

import type { Form, Requirement } from "../model/form.js";
import { fieldsOf } from "../model/form.js";
import type { Candidate } from "./heading-candidates.js";
import type { HeadingReading } from "./read-headings.js";
import { wordKey } from "./word-key.js";

/** What is known beside the headings; asked for only where two readings tie. */
export interface Surroundings {
  readonly sheetName: string;
  /** Texts above the headings. */
  readonly titleTexts: () => readonly string[];
  /** Where the workbook's unit stands: at the commune, or above it. */
  readonly isCommune: () => boolean | undefined;
}

/** Fields that must be met: a name and two more, one of them a figure; without a name, four figures. */
const WITH_NAME = 3;
const WITHOUT_NAME = 4;

/** The candidate that the headings are; undefined where no form is met well enough. */
export function chooseForm(reading: HeadingReading, near: Surroundings): Candidate | undefined {
  const likely = reading.candidates.filter(
    (candidate) =>
      reading.labels <= candidate.count && (isList(candidate) ? isWholeList(candidate) : isTable(candidate)),
  );
  const byForm = new Map<Form, Candidate>();
  for (const candidate of likely) {
    const rival = byForm.get(candidate.slot.form);
    if (rival === undefined || isBetterGrain(candidate, rival, near)) byForm.set(candidate.slot.form, candidate);
  }
  let best: Candidate | undefined;
  for (const candidate of byForm.values()) {
    if (best === undefined || isBetterForm(candidate, best, near)) best = candidate;
  }
  return best;
}

function isTable({ hasName, count, figures }: Candidate): boolean {
  return figures > 0 && (hasName ? count >= WITH_NAME : figures >= WITHOUT_NAME);
}

function isList({ slot }: Candidate): boolean {
  return slot.grain === "record";
}

/** A list has no figures to be known by: all that it cannot do without stands there, or nearly all of many columns. */
function isWholeList(candidate: Candidate): boolean {
  const lacking = absentRequired(candidate);
  return candidate.count >= WITH_NAME && (lacking === 0 || (lacking === 1 && candidate.count > WITHOUT_NAME));
}

/** Every column is known, and none in two ways: a reading that is in doubt about some of them gives way. */
function isPlain({ clashes, unknownColumns }: Candidate): boolean {
  return clashes.length === 0 && unknownColumns.length === 0;
}

/** A list names its entries by what it cannot do without. */
function namesRows(candidate: Candidate): boolean {
  return candidate.hasName || isList(candidate);
}

/** Two grains of one form: the name column decides, then the level on the cover, categories, the number of fields. */
function isBetterGrain(candidate: Candidate, rival: Candidate, near: Surroundings): boolean {
  if (candidate.hasName !== rival.hasName) return candidate.hasName;
  const isCommune = near.isCommune();
  if (isCommune !== undefined) {
    const fits = fitsLevel(candidate, isCommune);
    if (fits !== fitsLevel(rival, isCommune)) return fits;
  }
  if (candidate.categories !== rival.categories) return candidate.categories > rival.categories;
  return candidate.count > rival.count;
}

/** Two forms: a reading without doubt decides, then how many fields, the sheet's name and titles, what is required. */
function isBetterForm(candidate: Candidate, rival: Candidate, near: Surroundings): boolean {
  const isNamed = namesRows(candidate);
  if (isNamed !== namesRows(rival)) return isNamed;
  if (isPlain(candidate) && rival.clashes.length > 0) return true;
  if (isPlain(rival) && candidate.clashes.length > 0) return false;
  if (candidate.count !== rival.count) return candidate.count > rival.count;
  const known = nameFit(candidate.slot.form, near);
  const rivalKnown = nameFit(rival.slot.form, near);
  if (known !== rivalKnown) return known > rivalKnown;
  return absentRequired(candidate) < absentRequired(rival);
}

function fitsLevel(candidate: Candidate, isCommune: boolean): boolean {
  return candidate.slot.grain === (isCommune ? "branch" : "upper");
}

/** True for a sheet that bears the form's own name, or one of its titles in its name. */
export function isNamedAfter(sheetName: string, form: Form): boolean {
  const sheet = wordKey(sheetName);
  return sheet === wordKey(form.sheet) || titlesOf(form).some((title) => sheet.includes(title));
}

function titlesOf({ titles }: Form): readonly string[] {
  return titles.map(wordKey).filter((title) => title !== "");
}

/** 3: the sheet has the form's own name · 2: the name carries one of its titles · 1: a title line does · 0: nothing. */
function nameFit(form: Form, near: Surroundings): number {
  const sheet = wordKey(near.sheetName);
  if (sheet === wordKey(form.sheet)) return 3;
  const titles = titlesOf(form);
  if (titles.some((title) => sheet.includes(title))) return 2;
  const texts = near.titleTexts().map(wordKey);
  return titles.some((title) => texts.some((text) => text.includes(title))) ? 1 : 0;
}

function absentRequired({ slot, columns }: Candidate): number {
  const isAlways = (required: Requirement): boolean => required.kind === "always";
  return fieldsOf(slot.form, slot.grain).filter(
    (field) => isAlways(field.required) && !columns.some((column) => column.field === field),
  ).length;
}
