// What an entry of indicators/*.yaml may say.

import * as z from "zod";
import { INDICATOR_KINDS, OVER_TIME } from "../model/indicator.js";
import { ISO_DAY } from "./iso-day.js";

const CODE = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9_]*$/, { error: "mã phải là chữ và số không dấu, bắt đầu bằng chữ hoa." });
const TEXT = z.string().min(1);

const INDICATOR_ENTRY = z.strictObject({
  code: CODE,
  name: TEXT,
  en: TEXT,
  measuredIn: TEXT,
  kind: z.enum(INDICATOR_KINDS),
  /** May be written beside the kind; refused where it is not the kind's own fold. */
  overTime: z.enum(OVER_TIME).optional(),
  partOf: CODE.optional(),
  /** The part may overlap with its sisters: each is checked against the whole, their sum is not. */
  overlaps: z.boolean().optional(),
  /** Heading the indicator stands under in lists. */
  family: TEXT,
  recordedAt: TEXT.optional(),
  form: TEXT.optional(),
  serves: TEXT.optional(),
  optional: z.boolean().optional(),
  /** Shown among the few figures that a run prints on screen. */
  headline: z.boolean().optional(),
  note: TEXT.optional(),
  /** First day of its programme: a figure that is absent before that day is not owed. */
  since: ISO_DAY.optional(),
  count: z
    .strictObject({
      form: TEXT,
      where: z.record(TEXT, z.array(TEXT).min(1)),
      /** Lists: rows with the same in this column count once. */
      distinct: TEXT.optional(),
      /** Lists: the numbers of this column are added. */
      adds: TEXT.optional(),
    })
    .optional(),
  sumOf: z
    .strictObject({ parts: z.array(CODE).min(2), when: z.enum(["always", "parts-first", "all-parts"]) })
    .optional(),
  ratio: z.strictObject({ of: CODE, over: CODE, times: z.number().positive() }).optional(),
});

export const INDICATOR_LIST = z.array(INDICATOR_ENTRY);
export type IndicatorEntry = z.infer<typeof INDICATOR_ENTRY>;
