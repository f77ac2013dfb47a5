// Units on screen: one by one with their time, their place and their history; and how a name was understood in a parent.

import { addDays, vietnameseDate } from "../../model/iso-date.js";
import { treeAt } from "../../model/org-tree.js";
import type { Register } from "../../model/register.js";
import type { Extent, Succession, Unit, UnitKey } from "../../model/unit.js";
import type { NameAnswer } from "../../pipeline/look-up-name.js";
import type { UnitsAsked } from "../commands/units.js";
import type { Say } from "../language.js";
import { sections } from "./sections.js";
import { wrap } from "./wrap.js";

const MOST = 12;
const LEVELS: Readonly<Record<Unit["level"], string>> = {
  branch: "chi hội",
  commune: "cấp xã",
  district: "cấp huyện",
  province: "cấp tỉnh",
  national: "cả nước",
};
const EXTENTS: Readonly<Record<Extent, string>> = {
  whole: "toàn bộ",
  people: "toàn bộ dân, một phần đất",
  part: "một phần dân",
  land: "chỉ đất, không dân",
};
const STAGES: Readonly<Record<(NameAnswer & { readonly kind: "found" })["stage"], string>> = {
  a: "đúng từng chữ",
  b: "chỉ khác chữ hoa hoặc chỗ đặt dấu thanh",
  c: "chỉ khác cách viết tắt, i hay y, gạch nối, số La Mã",
  d: "chỉ khác dấu cách hoặc dấu nháy",
  bare: "không ghi loại đơn vị, nhưng chỉ một nơi mang tên ấy",
  remembered: "cách viết đã được ghi nhớ",
};

export interface UnitsLook {
  readonly register: Register;
  readonly columns: number;
  /** Puts the program's own words into the language of the run. */
  readonly say: Say;
}

/** The units found, or the likely ones, each with its history. */
export function unitsText({ text }: UnitsAsked, answer: NameAnswer, look: UnitsLook): string {
  const { columns, say } = look;
  const found = foundIn(answer);
  const units = answer.kind === "unknown" ? answer.suggestions : found;
  const opening =
    answer.kind === "unknown"
      ? withSuggestions(`Không có đơn vị «${text}».`, units, say)
      : say(`«${text}»: ${found.length} đơn vị.`);
  const shown = units.slice(0, MOST).map((unit) => unitText(unit, look));
  const more =
    units.length > MOST
      ? say(`… và ${units.length - MOST} đơn vị khác; thêm --unit <mã cấp trên> để tìm hẹp lại.`)
      : "";
  return sections([wrap(opening, columns), ...shown, wrap(more, columns)]);
}

/** How reports of a parent would be read. */
export function answerText(asked: UnitsAsked & { readonly parent: Unit }, answer: NameAnswer, look: UnitsLook): string {
  const { text, parent, asOf } = asked;
  const { register, columns, say } = look;
  const where = `Trong báo cáo của ${parent.name} (${parent.code}), ngày ${vietnameseDate(asOf)}`;
  if (answer.kind === "found") {
    const opening = say(`${where}, «${text}» là ${answer.unit.name} (${answer.unit.code}): ${STAGES[answer.stage]}.`);
    return sections([wrap(opening, columns), unitText(answer.unit, look)]);
  }
  const units = answer.kind === "ambiguous" ? answer.units : answer.suggestions;
  const tree = treeAt(register, asOf);
  const lines = units.map((unit) => {
    const above = tree.parentOf(unit.key);
    return `  ${unit.code}  ${unit.name}${above === undefined || above === parent ? "" : `, ${above.name}`}`;
  });
  const opening =
    answer.kind === "ambiguous"
      ? say(`${where}, «${text}» là tên của ${units.length} đơn vị; báo cáo phải ghi mã.`)
      : withSuggestions(`${where}, không nơi nào có tên «${text}».`, units, say);
  return sections([
    wrap(opening, columns),
    lines.join("\n"),
    answer.kind === "unknown" && units.length > 0 ? howTo(asked, say) : "",
  ]);
}

function withSuggestions(said: string, units: readonly Unit[], say: Say): string {
  return units.length === 0 ? say(said) : `${say(said)} ${say("Gần giống:")}`;
}

function howTo({ text, parent }: UnitsAsked & { readonly parent: Unit }, say: Say): string {
  const code = parent.until === undefined ? parent.code : parent.key;
  return [
    say("Nếu đúng là một nơi ở trên, ghi nhớ để lần sau máy tự nhận:"),
    `  khuyenhoc units "${text}" --unit ${code} --remember ${say("<mã>")}`,
  ].join("\n");
}

function foundIn(answer: NameAnswer): readonly Unit[] {
  if (answer.kind === "found") return [answer.unit];
  return answer.kind === "ambiguous" ? answer.units : [];
}

function unitText(unit: Unit, { register, columns, say }: UnitsLook): string {
  const line = (text: string): string => wrap(text, columns, { first: "  ", rest: "    " });
  const above = unit.parentCode === undefined ? undefined : register.at(unit.parentCode, unit.from)?.unit;
  const place = above === undefined || above.level === "national" ? "" : `, ${say(`thuộc ${above.name}`)}`;
  const history = [
    ...register.predecessorsOf(unit.key).map((row) => say(`từ ${nameOf(row.old, register)}: ${howMuch(row)}`)),
    ...register.successorsOf(unit.key).map((row) => say(`sang ${nameOf(row.next, register)}: ${howMuch(row)}`)),
  ];
  const aliases = unit.aliases.length === 0 ? [] : [say(`còn viết: ${unit.aliases.join(", ")}`)];
  return [
    `${unit.name} (${unit.key})`,
    line(`${say(LEVELS[unit.level])}${place}; ${say(timeText(unit))}`),
    ...[...aliases, ...history].map(line),
  ].join("\n");
}

function howMuch({ extent, source }: Succession): string {
  return `${EXTENTS[extent]} (${source})`;
}

function nameOf(key: UnitKey, register: Register): string {
  const unit = register.byKey(key);
  return unit === undefined ? key : `${unit.name} (${key})`;
}

function timeText({ from, fromKnown, until }: Unit): string {
  const begun = fromKnown ? `từ ${vietnameseDate(from)}` : `có trong danh mục từ ${vietnameseDate(from)}`;
  return until === undefined ? begun : `${begun} đến hết ${vietnameseDate(addDays(until, -1))}`;
}
