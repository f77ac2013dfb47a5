// What an entry of reports/*.yaml may say.

import * as z from "zod";
import { CHART_KINDS } from "../model/planned-chart.js";
import { SAID_OF, SHOWS, WHENS } from "../model/report.js";

const TEXT = z.string().min(1);
const WHEN = z.union([z.enum(WHENS), z.int().min(1990).max(2100)]);
const NAME = z
  .string()
  .regex(/^[^\\/?*[\]:]{1,31}$/, { error: "tên trang dài quá 31 chữ, hoặc có dấu Excel không nhận: \\ / ? * [ ] :" });

const COLUMN = z.strictObject({
  show: z.enum(SHOWS),
  heading: TEXT,
  group: TEXT.optional(),
  indicator: TEXT.optional(),
  when: WHEN.optional(),
  against: WHEN.optional(),
  /** Columns of a list, shown side by side; or what of a score sheet is shown. */
  fields: z.array(TEXT).min(1).optional(),
});

const ROWS = z.union([
  z.strictObject({
    by: z.literal("indicators"),
    groups: z.array(z.strictObject({ name: TEXT, indicators: z.array(TEXT).min(1) })).min(1),
  }),
  z.strictObject({ by: z.literal("units") }),
  z.strictObject({ by: z.literal("years"), yearsBefore: z.int().min(0).max(20).optional() }),
  z.strictObject({ by: z.literal("absent") }),
  z.strictObject({ by: z.literal("hand"), count: z.int().min(1).max(60) }),
  z.strictObject({
    by: z.literal("records"),
    form: TEXT,
    over: z.enum(["closing", "time"]).optional(),
    where: z.record(TEXT, z.array(TEXT).min(1)).optional(),
    groupBy: TEXT.optional(),
    merge: z.array(TEXT).min(1).optional(),
    total: TEXT.optional(),
    /** Empty rows where nothing is listed. */
    blank: z.int().min(0).max(60).optional(),
  }),
  /** One row for each value of a field of a list that some entry holds. */
  z.strictObject({ by: z.literal("tally"), form: TEXT, field: TEXT }),
  z.strictObject({ by: z.enum(["holders", "criteria", "ranking", "scores"]) }),
  z.strictObject({ by: z.literal("funds"), holders: z.array(TEXT).min(1).optional() }),
]);

const CHART = z.strictObject({
  kind: z.enum(CHART_KINDS),
  title: TEXT,
  /** Name of the page whose table is drawn. */
  table: NAME,
  series: z
    .array(
      z.strictObject({
        name: TEXT,
        show: z.enum(["figure", "target", "attainment", "change", "growth", "score", "field"]).optional(),
        indicator: TEXT.optional(),
        /** score, field: what the column shows, as in its own entry. */
        field: TEXT.optional(),
        when: WHEN.optional(),
      }),
    )
    .min(1)
    .max(4),
  /** Rows by indicators: those that are drawn; all where absent. */
  indicators: z.array(TEXT).min(2).optional(),
});

const CHARTS = z.strictObject({
  kind: z.literal("charts"),
  name: NAME,
  mark: TEXT,
  title: TEXT,
  charts: z.array(CHART).min(1),
});

const TABLE = z.strictObject({
  kind: z.literal("table"),
  name: NAME,
  mark: TEXT,
  title: TEXT,
  landscape: z.boolean().optional(),
  rows: ROWS,
  columns: z.array(COLUMN).min(2),
  notes: z.array(TEXT).optional(),
  breaks: z.array(z.strictObject({ after: z.int().min(1990).max(2100), text: TEXT })).optional(),
});

const LETTER = z.strictObject({
  kind: z.literal("letter"),
  name: NAME,
  blocks: z
    .array(
      z.union([
        z.strictObject({ part: TEXT }),
        z.strictObject({ heading: TEXT }),
        z.strictObject({ subheading: TEXT }),
        z.strictObject({ say: TEXT, of: z.enum(SAID_OF).optional() }),
        z.strictObject({ write: TEXT }),
      ]),
    )
    .min(1),
});

const REPORT = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: "mã báo cáo gồm chữ thường không dấu, số và dấu gạch nối." }),
  name: TEXT,
  about: TEXT,
  periods: z.array(z.enum(["month", "quarter", "half", "nine-months", "year", "span"])).min(1),
  /** Written as after --period: 2019..2024. */
  defaultPeriod: TEXT.optional(),
  /** Percent of the units due. */
  minimumCoverage: z.number().min(0).max(100),
  numberMark: TEXT,
  title: TEXT,
  remark: TEXT,
  recipients: z.array(TEXT),
  signer: z.array(TEXT).min(1).max(3),
  pages: z.array(z.union([LETTER, TABLE, CHARTS])).min(1),
  /** Score sheet on which the units are ranked. */
  scoresheet: TEXT.optional(),
});

export const REPORT_LIST = z.array(REPORT);
export type ReportEntry = z.infer<typeof REPORT>;
export type PageEntry = ReportEntry["pages"][number];
export type TableEntry = z.infer<typeof TABLE>;
export type ChartsEntry = z.infer<typeof CHARTS>;
export type ChartEntry = z.infer<typeof CHART>;
export type BlockEntry = z.infer<typeof LETTER>["blocks"][number];
export type ColumnEntry = z.infer<typeof COLUMN>;
