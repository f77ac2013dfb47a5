// scoresheets/*.yaml → score sheets: every indicator, list and code they name exists, and points add up as they say.

import * as z from "zod";
import { type Form, fieldsOf } from "../model/form.js";
import type { Indicator } from "../model/indicator.js";
import { type Criterion, SCORE_KINDS, type ScoreGroup, type Scoresheet, type Scoring } from "../model/scoresheet.js";
import type { DeclarationFile } from "./declaration-file.js";
import { allowedIds, entriesById } from "./declared-entries.js";
import { type Declared, parseYaml, refuseEntry } from "./parse-yaml.js";

const TEXT = z.string().min(1);
const POINTS = z.number().min(0).max(1000);
const HEAD = { code: TEXT, name: TEXT, max: POINTS };
const CRITERION = z.discriminatedUnion("by", [
  z.strictObject({
    ...HEAD,
    by: z.literal("linear"),
    indicator: TEXT,
    /** As printed: 30 for 30 %. */
    from: z.number().optional(),
    full: z.union([z.number(), z.literal("target")]),
  }),
  z.strictObject({
    ...HEAD,
    by: z.literal("steps"),
    indicator: TEXT,
    steps: z.array(z.strictObject({ atLeast: z.number(), points: POINTS })).min(1),
  }),
  z.strictObject({ ...HEAD, by: z.literal("yes-no"), indicator: TEXT, atLeast: z.number() }),
  z.strictObject({ ...HEAD, by: z.literal("manual") }),
]);
const SCORESHEET = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: "mã bảng điểm gồm chữ thường không dấu, số và dấu gạch nối." }),
  name: TEXT,
  remark: TEXT,
  points: z.strictObject({
    form: TEXT,
    criterion: TEXT,
    self: TEXT,
    cross: TEXT,
    agreed: TEXT,
    evidence: TEXT,
  }),
  decimals: z.int().min(0).max(2),
  groups: z
    .array(
      z.strictObject({
        code: TEXT,
        name: TEXT,
        kind: z.enum(SCORE_KINDS).optional(),
        /** Most that counts; the sum of the criteria where absent. */
        max: POINTS.optional(),
        criteria: z.array(CRITERION).min(1),
      }),
    )
    .min(1),
  ties: z.array(TEXT),
  awards: z.array(z.strictObject({ name: TEXT, places: z.int().min(1), atLeast: POINTS })),
});

export const SCORESHEET_LIST = z.array(SCORESHEET);
type SheetEntry = z.infer<typeof SCORESHEET>;
type CriterionEntry = z.infer<typeof CRITERION>;

interface Ground {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly forms: ReadonlyMap<string, Form>;
}

/**
 * Loads score sheets in declared order; an own one replaces the shipped one of its id.
 *
 * @throws UsageError `declaration` for an unknown indicator, list or code, a code used twice, a step above the most
 */
export function loadScoresheets(
  shipped: readonly DeclarationFile[],
  own: readonly DeclarationFile[],
  ground: Ground,
): ReadonlyMap<string, Scoresheet> {
  const parsed = (file: DeclarationFile) => parseYaml(file, SCORESHEET_LIST);
  const entries = entriesById(shipped.flatMap(parsed), own.flatMap(parsed), ({ id }) => id);
  return new Map([...entries].map(([id, entry]) => [id, sheetOf(entry, ground)] as const));
}

function sheetOf(entry: Declared<SheetEntry>, ground: Ground): Scoresheet {
  const { groups, ...rest } = entry.value;
  checkList(entry, ground);
  checkCodes(entry);
  return {
    ...rest,
    groups: groups.map(({ kind, max, criteria, ...group }, index): ScoreGroup => {
      const all = criteria.map((criterion, place): Criterion => {
        const path = ["groups", index, "criteria", place];
        return { ...headOf(criterion), scoring: scoringOf(criterion, { entry, path, ground }) };
      });
      const most = all.reduce((sum, criterion) => sum + criterion.max, 0);
      return { ...group, kind: kind ?? "base", max: max ?? most, criteria: all };
    }),
  };
}

function headOf({ code, name, max }: CriterionEntry): Omit<Criterion, "scoring"> {
  return { code, name, max };
}

interface Place {
  readonly entry: Declared<SheetEntry>;
  readonly path: readonly PropertyKey[];
  readonly ground: Ground;
}

/** Bounds as printed → in the indicator's own measure. */
function scoringOf(criterion: CriterionEntry, place: Place): Scoring {
  if (criterion.by === "manual") return { by: "manual" };
  const { indicators } = place.ground;
  const indicator = indicators.get(criterion.indicator);
  if (indicator === undefined) {
    refuseEntry(place.entry, [...place.path, "indicator"], {
      reason: `không có chỉ tiêu «${criterion.indicator}».`,
      allowed: allowedIds(indicators.keys(), criterion.indicator),
    });
  }
  const times = indicator.ratio?.times ?? 1;
  const { by, indicator: code } = criterion;
  switch (criterion.by) {
    case "linear": {
      const full = criterion.full === "target" ? criterion.full : criterion.full / times;
      return { by: "linear", indicator: code, from: (criterion.from ?? START) / times, full };
    }
    case "steps":
      refuseSteps(criterion, place);
      return {
        by: "steps",
        indicator: code,
        steps: criterion.steps.map(({ atLeast, points }) => ({ atLeast: atLeast / times, points })),
      };
    case "yes-no":
      return { by: "yes-no", indicator: code, atLeast: criterion.atLeast / times };
    default:
      throw new Error(`a criterion is scored in an unknown way: ${by}`);
  }
}

/** Where points begin if nothing is said. */
const START = 0;

function refuseSteps({ steps, max }: Extract<CriterionEntry, { by: "steps" }>, { entry, path }: Place): void {
  const index = steps.findIndex(({ points }) => points > max);
  if (index < 0) return;
  refuseEntry(entry, [...path, "steps", index], {
    reason: `bậc có ${steps[index]?.points} điểm, quá điểm tối đa ${max}.`,
    allowed: "Ghi điểm của bậc không quá max của tiêu chí.",
  });
}

function checkList(entry: Declared<SheetEntry>, { forms }: Ground): void {
  const { form, ...columns } = entry.value.points;
  const list = forms.get(form);
  const known = list === undefined ? [] : fieldsOf(list, "record").map(({ code }) => code);
  if (known.length === 0) {
    refuseEntry(entry, ["points", "form"], {
      reason: `«${form}» không phải biểu danh sách.`,
      allowed: allowedIds(forms.keys(), form),
    });
  }
  for (const [key, column] of Object.entries(columns)) {
    if (known.includes(column)) continue;
    refuseEntry(entry, ["points", key], {
      reason: `danh sách không có cột «${column}».`,
      allowed: `Dùng một trong: ${known.join(", ")}.`,
    });
  }
}

function checkCodes(entry: Declared<SheetEntry>): void {
  const { groups, ties } = entry.value;
  const codes = groups.flatMap((group) => [group.code, ...group.criteria.map(({ code }) => code)]);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) {
    refuseEntry(entry, ["groups"], {
      reason: `mã «${twice}» có hai lần trên bảng điểm.`,
      allowed: "Ghi cho mỗi nhóm, mỗi tiêu chí một mã khác nhau.",
    });
  }
  const unknown = ties.findIndex((code) => !codes.includes(code));
  if (unknown < 0) return;
  refuseEntry(entry, ["ties", unknown], {
    reason: `bảng điểm không có nhóm hay tiêu chí «${ties[unknown]}».`,
    allowed: `Dùng một trong: ${codes.join(", ")}.`,
  });
}
