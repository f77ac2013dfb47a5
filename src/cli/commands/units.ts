// units (don-vi): who carries a code, how a name is understood, who came before and after; and the names an office has
// confirmed. Writes nothing but its list of confirmed names.

import type { Catalogue } from "../../model/catalogue.js";
import { addDays, type IsoDate, isIsoDate, vietnameseDate } from "../../model/iso-date.js";
import { treeAt } from "../../model/org-tree.js";
import type { Unit } from "../../model/unit.js";
import { UsageError } from "../../model/usage-error.js";
import { dayInVietnam } from "../../model/vietnam-time.js";
import { createNameLookUp, type NameAnswer } from "../../pipeline/look-up-name.js";
import { catalogueOf, declarationsInForce } from "../declarations.js";
import type { Env } from "../env.js";
import { languageOf, sayOf } from "../language.js";
import type { GivenOptions } from "../options.js";
import { checkedText } from "../print/checked-text.js";
import { unitsJson } from "../print/units-json.js";
import { answerText, unitsText } from "../print/units-text.js";
import { rememberName } from "../remember-name.js";
import type { ExitCode } from "../run.js";

/** What a line of the command asks. */
export interface UnitsAsked {
  readonly text: string;
  readonly asOf: IsoDate;
  /** True where --as-of was given: then only units of that day are shown. */
  readonly isDated: boolean;
  readonly parent: Unit | undefined;
}

/** Exit 0 where something was found, 1 where nothing was, 3 where the list could not be written. */
export async function unitsCommand(words: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const declared = await declarationsInForce({ configPath: options.config, language: languageOf(options.lang) }, env);
  const catalogue = catalogueOf(declared);
  const look = { columns: env.columns, say: sayOf(catalogue) };
  if (options.check === true) {
    env.print(checkedText(catalogue.register, catalogue.files, look));
    return 0;
  }
  const asked = askedFor(words, options, { catalogue, now: env.now() });
  if (options.remember !== undefined) return rememberName(asked, options, { catalogue, declared, env });
  const answer = answerFor(asked, catalogue);
  if (options.json === true) env.print(unitsJson(asked, answer, catalogue.register));
  else if (asked.parent !== undefined)
    env.print(answerText({ ...asked, parent: asked.parent }, answer, { ...look, register: catalogue.register }));
  else env.print(unitsText(asked, answer, { ...look, register: catalogue.register }));
  return isFound(answer) ? 0 : 1;
}

function askedFor(
  words: readonly string[],
  options: GivenOptions,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: string },
): UnitsAsked {
  const text = words.join(" ").trim();
  if (text === "") {
    throw new UsageError("units", "Chưa ghi tên hoặc mã đơn vị.", 'Ví dụ: khuyenhoc units "Hướng Phùng"');
  }
  const { asOf } = options;
  if (asOf !== undefined && !isIsoDate(asOf)) {
    throw new UsageError("as-of", `Không hiểu ngày «${asOf}».`, "Ghi năm-tháng-ngày, ví dụ --as-of 2025-06-30.");
  }
  const day = asOf ?? dayInVietnam(now) ?? "2025-07-01";
  const parent = options.unit === undefined ? undefined : parentCalled(options.unit, day, catalogue);
  return { text, asOf: parent === undefined ? day : lastDay(parent, day), isDated: asOf !== undefined, parent };
}

/** A unit named by its key may have ended: then its last day counts, whatever day it is. */
function lastDay({ until }: Unit, day: IsoDate): IsoDate {
  return until !== undefined && until <= day ? addDays(until, -1) : day;
}

function parentCalled(code: string, day: IsoDate, { register }: Catalogue): Unit {
  const unit = register.byKey(code) ?? register.at(code, day)?.unit;
  if (unit !== undefined) return unit;
  throw new UsageError(
    "unit",
    `Không có đơn vị mã «${code}» ở ngày ${vietnameseDate(day)}.`,
    `Tra mã bằng: khuyenhoc units "tên đơn vị"; đơn vị cũ thì ghi thêm --as-of.`,
  );
}

/** In a parent: among those that report to it. By a code or key: its carriers. Else by name among all units. */
function answerFor({ text, asOf, isDated, parent }: UnitsAsked, catalogue: Catalogue): NameAnswer {
  const { register } = catalogue;
  const lookUp = createNameLookUp(catalogue);
  const tree = treeAt(register, asOf);
  if (parent !== undefined) return lookUp(text, tree.reportersTo(parent.key), parent.key);
  const keyed = register.byKey(text);
  const carriers = keyed === undefined ? register.byCode(text) : [keyed];
  const coded = isDated ? carriers.filter((unit) => tree.unit(unit.key) !== undefined) : carriers;
  if (coded.length > 0) return { kind: "ambiguous", units: coded };
  return lookUp(text, isDated ? [...tree.units()] : register.units);
}

function isFound(answer: NameAnswer): boolean {
  return answer.kind !== "unknown";
}
