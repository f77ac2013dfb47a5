// What an entry of forms/*.yaml may say. A grain may take over fields of another grain, so that nothing is written twice.

import * as z from "zod";
import { CRITERION_TEXTS, GRAINS, HELD, ROLES } from "../model/form.js";

const TEXT = z.string().min(1);
const TEXTS = z.array(TEXT).min(1);
/** `BM02.branch`: a grain of a form. */
const GRAIN_NAME = z.string().regex(/^[^.\s]+\.(?:value|branch|upper|record)$/, {
  error: "phải viết dạng <mã biểu>.value, <mã biểu>.branch, <mã biểu>.upper hoặc <mã biểu>.record.",
});

const FIELD_ENTRY = z.strictObject({
  code: TEXT,
  role: z.enum(ROLES),
  column: z.union([z.string(), z.number()]).optional(),
  heading: TEXT,
  synonyms: TEXTS.optional(),
  /**
   * Headings in tiers: each entry names lists of `words`, upper tier first; every combination, joined with spaces,
   * is one more synonym.
   */
  tiers: z.array(z.array(TEXT).min(1)).min(1).optional(),
  /** Takes the heading, synonyms and values of the field with the same code in another grain. */
  like: GRAIN_NAME.optional(),
  required: z
    .union([z.literal("always"), z.strictObject({ withForm: TEXT }), z.strictObject({ oneOf: TEXT })])
    .optional(),
  values: z.record(TEXT, z.array(TEXT)).optional(),
  note: TEXT.optional(),
  holds: z.enum(HELD).optional(),
  /** Finding where an attribute with values holds something else. */
  otherwise: TEXT.optional(),
  /** The value a blank attribute stands for, by whether the year in another column is over. */
  whenBlank: z.strictObject({ year: TEXT, past: TEXT, otherwise: TEXT }).optional(),
});

const GRAIN_ENTRY = z.strictObject({
  grain: z.enum(GRAINS),
  /** Fields in front of the ones taken over. */
  lead: z.array(FIELD_ENTRY).optional(),
  /** Fields of another grain, as they are: those of the listed roles, without the omitted codes. */
  reuse: z
    .strictObject({ from: GRAIN_NAME, roles: z.array(z.enum(ROLES)).min(1).optional(), omit: TEXTS.optional() })
    .optional(),
  fields: z.array(FIELD_ENTRY).optional(),
});

const FORM_ENTRY = z.strictObject({
  id: TEXT,
  version: z.number().int().positive(),
  name: TEXT,
  /** Excel allows 31 characters in a sheet's name. */
  sheet: z.string().min(1).max(31),
  titles: TEXTS,
  /** What is awarded today → former titles that must not be taken for it. */
  formerTitles: z.record(TEXT, TEXTS).optional(),
  /** A blank list has the criteria of a score sheet: its columns by what of a criterion stands in them. */
  prefill: z.strictObject({ scoresheet: TEXT, columns: z.record(TEXT, z.enum(CRITERION_TEXTS)) }).optional(),
  /** A blank workbook has it only where it is asked for. */
  optional: z.boolean().optional(),
  /** Its rows are counted by their categories as those of this form, where that one is not sent beside it. */
  countsAs: TEXT.optional(),
  /** A list of persons: checked and let go of, no output and no message holds what stands in it. */
  private: z.boolean().optional(),
  /** Lists of wordings that `tiers` combine. */
  words: z.record(TEXT, TEXTS).optional(),
  grains: z.array(GRAIN_ENTRY).min(1),
});

export const FORM_LIST = z.array(FORM_ENTRY);
export type FormEntry = z.infer<typeof FORM_ENTRY>;
export type GrainEntry = z.infer<typeof GRAIN_ENTRY>;
export type FieldEntry = z.infer<typeof FIELD_ENTRY>;
