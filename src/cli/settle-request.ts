// What a run is about: from its options, else from the content where all files agree. No guess: where they do not
// agree the run stops and lists what it found.

import type { Catalogue } from "../model/catalogue.js";
import { type IsoDate, isIsoDate, vietnameseDate } from "../model/iso-date.js";
import { type OrgTree, treeAt } from "../model/org-tree.js";
import { lastDayOf, type Period, parsePeriod, periodInWords, printPeriod, type Standing } from "../model/period.js";
import type { Submission } from "../model/submission.js";
import type { Unit } from "../model/unit.js";
import { UsageError } from "../model/usage-error.js";
import type { RunRequest, TakenFile } from "../pipeline.js";
import type { GivenOptions } from "./options.js";

/** Options that can be told wrong before any file is opened. */
export interface ParsedOptions {
  readonly period: Period | undefined;
  readonly asOf: IsoDate | undefined;
}

/** @throws UsageError `period`, `as-of` */
export function parseOptions(options: GivenOptions): ParsedOptions {
  const period = options.period === undefined ? undefined : parsePeriod(options.period);
  if (options.period !== undefined && period === undefined) {
    throw new UsageError(
      "period",
      `Không hiểu kỳ «${options.period}».`,
      "Ghi như 2022-11 (tháng), 2022-Q4 (quý), 2022-H1 (6 tháng), 2022-9M (9 tháng) hoặc 2022 (năm).",
    );
  }
  const asOf = options.asOf;
  if (asOf !== undefined && !isIsoDate(asOf)) {
    throw new UsageError("as-of", `Không hiểu ngày «${asOf}».`, "Ghi theo thứ tự năm-tháng-ngày, ví dụ 2022-11-30.");
  }
  return { period, asOf };
}

/**
 * The period, cut-off date, standing and unit of a run; undefined where neither options nor any file tell them.
 *
 * @throws UsageError `periods`, `cut-offs`, `units`, `unit` with the list of what was found
 */
export function settleRequest(
  taken: readonly TakenFile[],
  options: GivenOptions,
  catalogue: Catalogue,
): RunRequest | undefined {
  const { period: asked, asOf: askedDate } = parseOptions(options);
  const all = taken.flatMap((one) => (one.submission === undefined ? [] : [one.submission]));
  const period = asked ?? agreedPeriod(all);
  if (period === undefined) return undefined;
  const inPeriod = all.filter((one) => one.period !== undefined && printPeriod(one.period) === printPeriod(period));
  const current = inPeriod.length > 0 ? inPeriod : all;
  const asOf = askedDate ?? agreedDate(current, period);
  const tree = treeAt(catalogue.register, asOf);
  const standings = new Set(current.flatMap((one) => one.standing ?? []));
  const unit =
    options.unit === undefined ? agreedUnit(current, tree, catalogue) : namedUnit(options.unit, asOf, catalogue);
  if (unit === undefined) return undefined;
  return {
    unit,
    period,
    asOf,
    standing: standingOf(standings),
    provisional: options.provisional === true,
    latest: options.latest === true,
  };
}

/** A total of estimates and final figures is an estimate. */
function standingOf(standings: ReadonlySet<Standing>): Standing | undefined {
  if (standings.has("estimate")) return "estimate";
  return standings.has("final") ? "final" : undefined;
}

function agreedPeriod(all: readonly Submission[]): Period | undefined {
  const periods = groupBy(all, (one) => (one.period === undefined ? undefined : printPeriod(one.period)));
  const [only] = [...periods.keys()];
  const period = only === undefined ? undefined : parsePeriod(only);
  if (periods.size > 1) refuseMany("periods", "Các tệp thuộc nhiều kỳ khác nhau:", periods, "--period");
  return period;
}

function agreedDate(current: readonly Submission[], period: Period): IsoDate {
  const dates = groupBy(current, (one) => one.asOf);
  const [only] = [...dates.keys()];
  if (only === undefined || !isIsoDate(only)) return lastDayOf(period);
  if (dates.size > 1) refuseMany("cut-offs", "Các tệp chốt số liệu ở những ngày khác nhau:", dates, "--as-of");
  return only;
}

/** A code, a key, or the id of a grouping. */
function namedUnit(text: string, asOf: IsoDate, catalogue: Catalogue): string {
  const { register } = catalogue;
  const unit = register.byKey(text) ?? register.at(text, asOf)?.unit;
  if (unit !== undefined) return unit.key;
  if (register.groupingAt(text, asOf) !== undefined) return text;
  const elsewhere = register.byCode(text).map((one) => `${one.name} (từ ${vietnameseDate(one.from)})`);
  const known = elsewhere.length > 0 ? ` Mã này từng là: ${elsewhere.join(", ")}.` : "";
  throw new UsageError(
    "unit",
    `Không có đơn vị hay cụm «${text}» ở ngày ${vietnameseDate(asOf)}.${known}`,
    "Ghi mã tỉnh 2 số, mã xã 5 số, hoặc tên cụm như cum-4.",
  );
}

/** One unit: itself. Several: the lowest unit that has them all below it; national only where no cluster fits too. */
function agreedUnit(current: readonly Submission[], tree: OrgTree, catalogue: Catalogue): string | undefined {
  const groupings = new Set(current.flatMap((one) => one.grouping ?? []));
  const units = [
    ...new Map(current.flatMap((one) => (one.unit === undefined ? [] : [[one.unit.key, one.unit]]))).values(),
  ];
  const [first] = units;
  const [grouping] = groupings;
  if (first === undefined) return groupings.size === 1 ? grouping : undefined;
  let common: Unit | undefined = tree.unit(first.key) ?? first;
  for (const unit of units) {
    while (common !== undefined && !tree.isBelow(unit.key, common.key)) common = tree.parentOf(common.key);
  }
  const sentItself = units.some((unit) => unit.key === common?.key);
  if (common?.level === "district" && !sentItself) common = tree.parentOf(common.key) ?? common;
  if (common !== undefined && (sentItself || common.level !== "national") && groupings.size === 0) return common.key;
  throw new UsageError(
    "units",
    `Các tệp thuộc nhiều tỉnh: ${units
      .slice(0, 5)
      .map((unit) => unit.name)
      .join(", ")}${units.length > 5 ? ", …" : ""}.`,
    `Ghi thêm --unit: ${choices(units, tree, catalogue).join("; ")}.`,
  );
}

function choices(units: readonly Unit[], tree: OrgTree, catalogue: Catalogue): readonly string[] {
  const fitting = catalogue.register.groupings.filter(
    (grouping) =>
      catalogue.register.groupingAt(grouping.id, tree.date) === grouping &&
      units.every((unit) =>
        grouping.members.some((code) => {
          const member = tree.byCode(code);
          return member !== undefined && tree.isBelow(unit.key, member.key);
        }),
      ),
  );
  const national = [...tree.units()].filter((unit) => unit.level === "national");
  return [
    ...fitting.map((grouping) => `${grouping.id} (${grouping.name})`),
    ...national.map((unit) => `${unit.code} (${unit.name})`),
  ];
}

function groupBy(
  submissions: readonly Submission[],
  textOf: (one: Submission) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const one of submissions) {
    const text = textOf(one);
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), one.file.path]);
  }
  return groups;
}

function refuseMany(
  code: string,
  opening: string,
  groups: ReadonlyMap<string, readonly string[]>,
  option: string,
): never {
  const lines = [...groups].map(([text, files]) => {
    const rest = files.length > 3 ? ", …" : "";
    return `  ${sayValue(text)}: ${files.length} tệp (${files.slice(0, 3).join(", ")}${rest})`;
  });
  const [first] = groups.keys();
  throw new UsageError(code, [opening, ...lines].join("\n"), `Ghi rõ ${option}, ví dụ ${option} ${first}.`);
}

function sayValue(text: string): string {
  if (isIsoDate(text)) return vietnameseDate(text);
  const period = parsePeriod(text);
  return period === undefined ? text : periodInWords(period);
}
