// What an entry of findings/*.yaml may say: the words of one finding code, or of a variant of it.

import * as z from "zod";
import { SEVERITIES } from "../model/finding.js";

const TEXT = z.string().min(1);

const FINDING_ENTRY = z.strictObject({
  code: z.string().regex(/^V-[A-Z]\d{2}$/, { error: "mã phải viết dạng V-, một chữ hoa, hai chữ số (ví dụ V-H03)." }),
  variant: TEXT.optional(),
  severity: z.enum(SEVERITIES),
  /** In English, for developers. */
  rule: TEXT,
  message: TEXT,
  why: TEXT,
  fix: TEXT,
});

export const FINDING_LIST = z.array(FINDING_ENTRY);
export type FindingEntry = z.infer<typeof FINDING_ENTRY>;
