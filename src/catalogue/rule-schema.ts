// What an entry of rules/*.yaml may say. The parameters are checked against the kind of check the rule names.

import * as z from "zod";
import { CHECK_KINDS } from "../checks/index.js";

const TEXT = z.string().min(1);
const YEAR = z.int().min(1996).max(2100);
/**
 * Values by indicator: `HV01` · `DS01@BM01` on one form · `HV01[2]` in a row of a table · `[2]` the unit of a row ·
 * `before.HV01` in the period before · `year` of the example · `before.remade` units its unit was made from since ·
 * `before.estimate` where the earlier figures were estimates.
 */
const EXAMPLE = z.record(TEXT, z.number()).refine((values) => Object.keys(values).length > 0, {
  error: "ví dụ phải có ít nhất một giá trị.",
});

const RULE_ENTRY = z.strictObject({
  id: z.string().regex(/^V-[A-Z]\d{2}\.[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: "tên quy tắc phải là mã lỗi, dấu chấm, rồi chữ thường không dấu (ví dụ V-H03.nu).",
  }),
  finding: TEXT,
  variant: TEXT.optional(),
  check: z.enum([...CHECK_KINDS.keys()]),
  params: z.record(TEXT, z.unknown()).default({}),
  /** Placeholders of the message that are the same for every finding of the rule. */
  words: z.record(TEXT, TEXT).default({}),
  source: TEXT,
  fromYear: YEAR.optional(),
  untilYear: YEAR.optional(),
  accept: EXAMPLE,
  reject: EXAMPLE,
});

export const RULE_LIST = z.array(RULE_ENTRY);
export type RuleEntry = z.infer<typeof RULE_ENTRY>;
