// compare (so-sanh): two periods, revisions or runs side by side, with what changed and why.

import type { Aggregation } from "../../model/aggregation.js";
import { goesOnAs } from "../../model/going-on.js";
import type { IsoDate } from "../../model/iso-date.js";
import type { Register } from "../../model/register.js";
import type { UnitKey } from "../../model/unit.js";
import { UsageError } from "../../model/usage-error.js";
import { compareResults } from "../../pipeline/compare-results.js";
import type { RunResult } from "../../pipeline/conclude.js";
import { translationInto } from "../declarations.js";
import type { Env } from "../env.js";
import { type Examination, examine } from "../examine.js";
import { settleDeclarations } from "../examine-periods.js";
import { languageOf } from "../language.js";
import { workbookNamed } from "../named-output.js";
import type { GivenOptions } from "../options.js";
import { changedFiles } from "../print/changed-files.js";
import { compareJson } from "../print/compare-json.js";
import { compareText } from "../print/compare-text.js";
import type { ExitCode } from "../run.js";
import { writeCompared } from "../write-compared.js";

const EXAMPLE = "Ví dụ: khuyenhoc compare nam-2024 nam-2025";

/** Exit 3 where a file could not be read, else 0: what differs is an answer, no fault. */
export async function compareCommand(words: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const [first, second, ...others] = words;
  if (first === undefined || second === undefined || others.length > 0) {
    throw new UsageError(
      "compare",
      "Cần ghi đúng hai mục: bên trước rồi bên sau, mỗi bên một tệp hoặc thư mục.",
      EXAMPLE,
    );
  }
  const say = await translationInto(languageOf(options.lang), env);
  const target = await workbookNamed(options.out, env);
  const old = await goneUnit(options, env);
  const later = await examineLater(second, { options, old }, env);
  const { result: after, catalogue } = later;
  const isNation = old !== undefined && after.aggregation?.unit.code === old.nation;
  const unit = isNation ? old.key : earlierUnit(after.aggregation, options, catalogue.register);
  const { unit: _, ...rest } = options;
  const earlier = await examine({ paths: [first] }, unit === undefined ? rest : { ...rest, unit }, env);
  const { result: before } = earlier;
  const compared = compareResults(before, after, catalogue);
  if (compared === undefined) {
    throw new UsageError(
      "compare-nothing",
      "Chưa so sánh được: có bên không cho biết đơn vị và kỳ báo cáo.",
      "Chạy khuyenhoc validate với bên ấy để xem lý do.",
    );
  }
  if (compared.after.asOf < compared.before.asOf) {
    throw new UsageError(
      "compare-order",
      `Bên sau «${second}» có ngày chốt trước bên kia.`,
      `Đổi chỗ hai mục. ${EXAMPLE}`,
    );
  }
  const changes = changedFiles(before, after);
  if (options.json === true) env.print(compareJson(compared, changes));
  else
    env.print(compareText(compared, { changes, catalogue, columns: env.columns, isWhole: options.all === true, say }));
  const inputs = [...earlier.inputs, ...later.inputs];
  const isWritten = await writeCompared({ compared, changes, catalogue, inputs, target }, options, env);
  return isRead(before) && isRead(after) && isWritten ? 0 : 3;
}

interface GoneUnit {
  readonly key: UnitKey;
  readonly until: IsoDate;
  /** Code of the whole country, of which all units of today are looked at. */
  readonly nation: string;
}

/** The unit that --unit names by the key of one that has ended; undefined for any other. */
async function goneUnit(options: GivenOptions, env: Env): Promise<GoneUnit | undefined> {
  if (options.unit?.includes("@") !== true) return undefined;
  const { register } = (await settleDeclarations(options, env)).catalogue;
  const unit = register.byKey(options.unit);
  const nation = register.units.find(({ level }) => level === "national")?.code;
  if (unit?.until === undefined || nation === undefined) return undefined;
  return { key: unit.key, until: unit.until, nation };
}

/** The later side: for the asked unit, or for the whole country where that unit was gone by then. */
async function examineLater(
  path: string,
  { options, old }: { readonly options: GivenOptions; readonly old: GoneUnit | undefined },
  env: Env,
): Promise<Examination> {
  const whole = old === undefined ? undefined : await examine({ paths: [path] }, { ...options, unit: old.nation }, env);
  const asOf = whole?.result.aggregation?.asOf;
  const isGone = old !== undefined && asOf !== undefined && old.until <= asOf;
  return whole !== undefined && isGone ? whole : examine({ paths: [path] }, options, env);
}

function isRead({ verdicts }: RunResult): boolean {
  return !verdicts.includes("unreadable");
}

/**
 * The unit the earlier side is added up for: the same cluster; the whole country where several old units became the one
 * asked for, so that all of them are looked at; else what its files agree on. A code is only taken over where it never
 * meant another unit.
 */
function earlierUnit(after: Aggregation | undefined, { unit }: GivenOptions, register: Register): string | undefined {
  if (after === undefined) return unit;
  if (after.unit.level === "grouping") return after.unit.key;
  const own = register.byKey(after.unit.key);
  if (own === undefined) return undefined;
  const forebears = register.predecessorsOf(own.key).filter(({ extent }) => extent !== "land");
  if (forebears.length > 1) return register.units.find(({ level }) => level === "national")?.code;
  const isOne = register.byCode(own.code).every(({ key }) => goesOnAs(key, after.asOf, register) === own.key);
  return unit !== undefined && isOne ? own.code : undefined;
}
