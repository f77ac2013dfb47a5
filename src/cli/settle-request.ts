// What a run is about: from its options, else from the content where all files agree. No guess: where they do not
// agree the run stops and lists what it found.

import type { Catalogue } from "../model/catalogue.js";
import { type IsoDate, isIsoDate, vietnameseDate } from "../model/iso-date.js";
import { type OrgTree, treeAt } from "../model/org-tree.js";
import { lastDayOf, type Period, parsePeriod, periodInWords, printPeriod, type Standing } from "../model/period.js";
import type { Register } from "../model/register.js";
import type { Submission } from "../model/submission.js";
import type { Unit } from "../model/unit.js";
import { UsageError } from "../model/usage-error.js";
import type { RunRequest } from "../pipeline/conclude.js";
import type { TakenFile } from "../pipeline/taken-file.js";
import type { GivenOptions } from "./options.js";
import { unitsNamed } from "./units-named.js";

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
    const example = isoFromVietnamese(asOf) ?? "2022-11-30";
    throw new UsageError(
      "as-of",
      `Không hiểu ngày «${asOf}».`,
      `Ghi theo thứ tự năm-tháng-ngày, ví dụ --as-of ${example}.`,
    );
  }
  return { period, asOf };
}

/** What a run is about; what it is compared with is found elsewhere. */
export type SettledRequest = Omit<RunRequest, "before">;

/**
 * The period, cut-off date, standing and unit of a run; undefined where neither options nor any file tell them.
 *
 * @throws UsageError `periods`, `cut-offs`, `units`, `unit` with the list of what was found
 */
export function settleRequest(
  taken: readonly TakenFile[],
  options: GivenOptions,
  catalogue: Catalogue,
): SettledRequest | undefined {
  const { period: asked, asOf: askedDate } = parseOptions(options);
  const all = taken.flatMap((one) => (one.submission === undefined ? [] : [one.submission]));
  const period = asked ?? agreedPeriod(all);
  if (period === undefined) return undefined;
  const inPeriod = all.filter((one) => one.period !== undefined && printPeriod(one.period) === printPeriod(period));
  const current = inPeriod.length > 0 ? inPeriod : all;
  const asOf = askedDate ?? agreedDate(inPeriod, period);
  const tree = treeAt(catalogue.register, asOf);
  const standings = new Set(inPeriod.flatMap((one) => one.standing ?? []));
  const unit =
    options.unit === undefined
      ? agreedUnit(current, tree, catalogue)
      : namedUnit(options.unit, asOf, catalogue.register);
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

/** «30/11/2022» as the date it says; undefined for anything else. */
function isoFromVietnamese(text: string): string | undefined {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(iso) ? iso : undefined;
}

/** A total of estimates and final figures is an estimate. */
function standingOf(standings: ReadonlySet<Standing>): Standing | undefined {
  if (standings.has("estimate")) return "estimate";
  return standings.has("final") ? "final" : undefined;
}

const MANY_PERIODS: Disagreement = {
  code: "periods",
  opening: "Các tệp thuộc nhiều kỳ khác nhau:",
  option: "--period",
  others: "Tệp của kỳ khác sẽ không được cộng.",
};
const MANY_DATES: Disagreement = {
  code: "cut-offs",
  opening: "Các tệp chốt số liệu ở những ngày khác nhau:",
  option: "--as-of",
  others: "Tệp chốt ngày khác vẫn được cộng, kèm mục cần giải trình.",
};

function agreedPeriod(all: readonly Submission[]): Period | undefined {
  const periods = groupBy(all, (one) => (one.period === undefined ? undefined : printPeriod(one.period)));
  const [only] = [...periods.keys()];
  const period = only === undefined ? undefined : parsePeriod(only);
  if (periods.size > 1) refuseMany(periods, MANY_PERIODS);
  return period;
}

function agreedDate(current: readonly Submission[], period: Period): IsoDate {
  const dates = groupBy(current, (one) => one.asOf);
  const [only] = [...dates.keys()];
  if (only === undefined || !isIsoDate(only)) return lastDayOf(period);
  if (dates.size > 1) refuseMany(dates, MANY_DATES);
  return only;
}

/** The unit or grouping that --unit means: a code, a key, or the id of a grouping. @throws UsageError `unit` */
export function namedUnit(text: string, asOf: IsoDate, register: Register): string {
  // A grouping before the aliases of units: of those an index is made when the first one is asked for.
  const isCode = register.carriersOf(text).length > 0;
  if (!isCode && register.groupingAt(text, asOf) !== undefined) return text;
  const unit = register.byKey(text) ?? register.at(text, asOf)?.unit;
  if (unit !== undefined) return unit.key;
  const elsewhere = register.byCode(text).map((one) => `${one.name} (từ ${vietnameseDate(one.from)})`);
  const known = elsewhere.length > 0 ? ` Mã này từng là: ${elsewhere.join(", ")}.` : "";
  const meant = namedLike(text, treeAt(register, asOf));
  throw new UsageError(
    "unit",
    `Không có đơn vị hay cụm «${text}» ở ngày ${vietnameseDate(asOf)}.${known}`,
    meant.length > 0
      ? `Ghi mã thay cho tên: ${meant.join(" hoặc ")}.`
      : "Ghi mã tỉnh 2 số, mã xã 5 số, hoặc tên cụm như cum-4.",
  );
}

/** Units whose name was typed instead of their code, with marks or without; at most three. */
function namedLike(text: string, tree: OrgTree): readonly string[] {
  return unitsNamed(text, tree)
    .slice(0, 3)
    .map((unit) => `--unit ${unit.code} (${unit.name})`);
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
  const provinces = groupBy(current, (one) => one.unit && provinceOf(one.unit, tree));
  throw new UsageError(
    "units",
    ["Các tệp thuộc nhiều tỉnh khác nhau:", ...groupLines(provinces)].join("\n"),
    `Ghi thêm vào cuối lệnh: ${choices(units, tree, catalogue).join(" hoặc ")}.`,
  );
}

/** Name of the province a unit belongs to; its own where it stands outside the tree of the date. */
function provinceOf(unit: Unit, tree: OrgTree): string {
  let province: Unit | undefined = tree.unit(unit.key) ?? unit;
  while (province !== undefined && province.level !== "province") province = tree.parentOf(province.key);
  return province?.name ?? unit.name;
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
    ...fitting.map((grouping) => `--unit ${grouping.id} (${grouping.name})`),
    ...national.map((unit) => `--unit ${unit.code} (${unit.name})`),
  ];
}

function groupBy(
  submissions: readonly Submission[],
  textOf: (one: Submission) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const one of submissions) {
    const text = textOf(one);
    if (text === undefined) continue;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [one.file.path]);
    else group.push(one.file.path);
  }
  return groups;
}

interface Disagreement {
  readonly code: string;
  readonly opening: string;
  /** The option that settles it, and what becomes of the files that say otherwise. */
  readonly option: string;
  readonly others: string;
}

function refuseMany(groups: ReadonlyMap<string, readonly string[]>, about: Disagreement): never {
  const [most = ""] = [...groups]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? 1 : -1))
    .map(([text]) => text);
  const hint = `Ghi thêm vào cuối lệnh, ví dụ: ${about.option} ${most}. ${about.others}`;
  throw new UsageError(about.code, [about.opening, ...groupLines(groups)].join("\n"), hint);
}

function groupLines(groups: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...groups].map(([text, files]) => {
    const rest = files.length > 3 ? ", …" : "";
    return `  ${sayValue(text)}: ${files.length} tệp (${files.slice(0, 3).join(", ")}${rest})`;
  });
}

function sayValue(text: string): string {
  if (isIsoDate(text)) return vietnameseDate(text);
  const period = parsePeriod(text);
  return period === undefined ? text : periodInWords(period);
}
