// The shape of `--json`, closed: a field that is not named here fails the tests. Its JSON Schema is published with the
// program.

import { z } from "zod";

const UNIT = z.strictObject({ key: z.string(), code: z.string(), name: z.string(), level: z.string() });
const WHY = z.enum(["blank", "not-submitted", "rejected", "no-association", "not-on-form", "before-programme"]);
const FIGURE = z.strictObject({ value: z.number().nullable(), why: WHY.optional() });
const TOTALS = z.record(
  z.string(),
  z.strictObject({
    value: z.number().nullable(),
    why: WHY.optional(),
    estimate: z.literal(true).optional(),
    coverage: z.strictObject({ have: z.int().nonnegative(), due: z.int().nonnegative() }),
    byHolder: z.record(z.string(), FIGURE).optional(),
  }),
);

const FILE = z.strictObject({
  path: z.string(),
  sha256: z.string().regex(/^([0-9a-f]{64})?$/),
  verdict: z.enum(["accepted", "returned", "duplicate", "superseded", "unreadable", "ignored"]),
  forms: z.array(z.string()),
  unit: UNIT.nullable(),
  period: z.string().nullable(),
  revision: z.int().nullable(),
  findings: z.array(z.string()),
  cells: z.strictObject({
    seen: z.int().nonnegative(),
    used: z.int().nonnegative(),
    listed: z.int().nonnegative(),
  }),
});

const FINDING = z.strictObject({
  id: z.string(),
  code: z.string().regex(/^V-[A-Z]\d\d$/),
  severity: z.enum(["error", "query", "note"]),
  file: z.string().nullable(),
  sheet: z.string().nullable(),
  cell: z
    .string()
    .regex(/^[A-Z]{1,3}\d+$/)
    .nullable(),
  unit: UNIT.nullable(),
  field: z.string().nullable(),
  label: z.string().nullable(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  difference: z.number().nullable(),
  message: z.string(),
  why: z.string(),
  fix: z.string(),
  rule: z.string().nullable(),
  cause: z.string().nullable(),
  explanation: z.string().nullable(),
});

export const REPORT = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.literal("khuyenhoc"),
  version: z.string(),
  period: z.string().nullable(),
  asOf: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .nullable(),
  standing: z.enum(["estimate", "final"]).nullable(),
  unit: UNIT.nullable(),
  files: z.array(FILE),
  findings: z.array(FINDING),
  coverage: z.strictObject({
    due: z.int(),
    received: z.int(),
    returned: z.int(),
    late: z.int(),
    missing: z.array(UNIT),
    noAssociation: z.array(UNIT),
  }),
  totals: TOTALS,
  children: z.array(z.strictObject({ unit: UNIT, totals: TOTALS })),
});

export type Report = z.infer<typeof REPORT>;

/** The published JSON Schema, as text. */
export function reportSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(REPORT), null, 2)}\n`;
}
