// Codes in an office's own form: «{{HV01}}», «{{Q02 | triệu | năm trước}}», «{{kỳ}}». What a secretary may write between
// the braces, and what it means.

import type { Catalogue } from "./catalogue.js";
import { editDistance } from "./edit-distance.js";
import type { Field, Form, Grain } from "./form.js";
import { type Indicator, isMoney } from "./indicator.js";
import type { When } from "./report.js";
import { PLAIN_WORDS, type PlainWord } from "./report-text.js";
import { sameText, tidyText } from "./text.js";

/** Words about one child unit: they stand in a repeated row only. */
export const ROW_WORDS = ["stt", "tên", "mã"] as const;
export type RowWord = (typeof ROW_WORDS)[number];
/** Marks the row that is repeated: for every unit below, or, in a form that branches fill in, for every branch. */
const REPEATS = new Map([
  ["mỗi đơn vị", "upper"],
  ["mỗi chi hội", "branch"],
] as const);
/** «44», «triệu đồng»: what a cover says beside the name, the period and the cut-off. */
const UNIT_CODE = "mã đơn vị";
const MONEY_UNIT = "đơn vị tính";
/** «SỐ LIỆU TẠM TÍNH (47/52 xã)», or nothing where all have sent. */
const STAMP = "tạm tính";

export type FormCode =
  | { readonly kind: "repeat"; readonly grain: "upper" | "branch" }
  | { readonly kind: "unit-code" }
  | { readonly kind: "money-unit" }
  | { readonly kind: "stamp" }
  | { readonly kind: "word"; readonly word: PlainWord }
  | { readonly kind: "row-word"; readonly word: RowWord }
  | CategoryCode
  | FigureCode;

/** A column that sorts its rows: «Hình thức», «Loại», «Chủ quỹ». */
export interface CategoryCode {
  readonly kind: "category";
  /** Code of the field. */
  readonly field: string;
  /** Where it is declared, by the grain of rows: «BM01.branch». */
  readonly declaredAt: ReadonlyMap<Grain, string>;
}

export interface FigureCode {
  readonly kind: "figure";
  readonly indicator: string;
  readonly when: When;
  /** đồng in one of what is printed; 1 for everything but money. */
  readonly factor: number;
  /** Most decimals; undefined where nothing is said. */
  readonly decimals: number | undefined;
  /** gọn: «hơn 2,6 triệu». */
  readonly form: "số" | "gọn";
}

/** Why a code means nothing, and what may be written instead. */
export interface CodeFault {
  readonly why: string;
}

const FACTORS: ReadonlyMap<string, number> = keyed([
  ["đồng", 1],
  ["nghìn", 1_000],
  ["ngàn", 1_000],
  ["triệu", 1_000_000],
  ["tỷ", 1_000_000_000],
  ["tỉ", 1_000_000_000],
]);
const TIMES: ReadonlyMap<string, When> = keyed<When>([
  ["năm trước", "last-year"],
  ["nam-truoc", "last-year"],
  ["kỳ trước", "previous"],
  ["ky-truoc", "previous"],
  ["lũy kế", "cumulative"],
  ["luy-ke", "cumulative"],
  ["lũy kế năm trước", "last-year-cumulative"],
  ["luy-ke-nam-truoc", "last-year-cumulative"],
]);
const COMPACT = "gọn";
const DECIMALS: ReadonlyMap<string, number> = keyed([0, 1, 2, 3, 4].map((count) => [`${count} số lẻ`, count] as const));
const ALLOWED = "đồng, nghìn, triệu, tỷ, năm trước, kỳ trước, lũy kế, lũy kế năm trước, một năm như 2023, gọn, 1 số lẻ";
const SUGGESTED = 3;

/** Every «{{…}}» of a text, and whether braces were left open. */
export interface CodesInText {
  readonly codes: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  readonly isOpen: boolean;
}

/** Where codes stand in a text. A pair of braces without its end leaves the text open. */
export function codesIn(text: string): CodesInText {
  const codes = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => ({
    text: match[1] ?? "",
    start: match.index,
    end: match.index + match[0].length,
  }));
  const isOpen = /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, " "));
  return { codes, isOpen };
}

/** True for the mark of a row that is repeated. */
export function isRepeatMark(text: string): boolean {
  return repeatOf(sameText(text)) !== undefined;
}

function repeatOf(key: string): "upper" | "branch" | undefined {
  for (const [word, grain] of REPEATS) if (sameText(word) === key) return grain;
  return undefined;
}

/** What stands between the braces, understood. */
export function parseFormCode(text: string, { indicators, forms }: Catalogue): FormCode | CodeFault {
  const [first = "", ...rest] = text.split("|").map(tidyText);
  const word = wordOf(sameText(first)) ?? categoryNamed(first, forms, isHeading);
  if (word !== undefined) return rest.length === 0 ? word : { why: `sau «${first}» không ghi thêm gì` };
  const indicator = indicators.get(first) ?? [...indicators.values()].find(({ code }) => isSpelled(code, first));
  return indicator === undefined ? { why: unknownCode(first, indicators) } : figureOf(indicator, rest);
}

type Names = (field: Field, key: string) => boolean;

const isHeading: Names = ({ heading }, key) => sameText(heading) === key;

/** True for every way the heading of a field is written. */
const isAnyHeading: Names = ({ heading, synonyms }, key) =>
  [heading, ...synonyms].some((text) => sameText(text) === key);

/** What a heading of a column without a code says: the column that sorts rows, however its heading is written. */
export function sortingColumn(heading: string, { forms }: Catalogue): CategoryCode | undefined {
  return categoryNamed(heading, forms, isAnyHeading);
}

/** The column that sorts rows and bears a name; the first form that declares it counts for each grain. */
function categoryNamed(text: string, forms: ReadonlyMap<string, Form>, names: Names): CategoryCode | undefined {
  const key = sameText(text);
  const found = [...forms.values()].flatMap(({ id, grains }) =>
    grains.flatMap(({ grain, fields }) =>
      fields.filter((field) => field.role === "category" && names(field, key)).map(({ code }) => ({ code, grain, id })),
    ),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const same = found.filter(({ code }) => code === first.code).toReversed();
  const declaredAt = new Map(same.map(({ grain, id }) => [grain, `${id}.${grain}`]));
  return { kind: "category", field: first.code, declaredAt };
}

/** «không có chỉ tiêu nào mang mã «HV9»; gần nhất: HV09 (…)». */
export function unknownCode(typed: string, indicators: ReadonlyMap<string, Indicator>): string {
  const near = nearestCodes(typed, indicators).map(({ code, name }) => `${code} (${name})`);
  const said = typed === "" ? "chưa ghi mã" : `không có chỉ tiêu nào mang mã «${typed}»`;
  return near.length === 0 ? said : `${said}; gần nhất: ${near.join("; ")}`;
}

/** Codes that differ in few letters, nearest first. */
function nearestCodes(typed: string, indicators: ReadonlyMap<string, Indicator>): readonly Indicator[] {
  const word = typed.toUpperCase().replace(/[^A-Z0-9_]/g, "");
  const most = Math.min(2, word.length - 1);
  return [...indicators.values()]
    .map((indicator) => ({ indicator, distance: editDistance(word, indicator.code.toUpperCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SUGGESTED)
    .map(({ indicator }) => indicator);
}

function isSpelled(code: string, typed: string): boolean {
  return code.toUpperCase() === typed.toUpperCase();
}

function wordOf(key: string): FormCode | undefined {
  const among = <T extends string>(words: readonly T[]): T | undefined => words.find((one) => sameText(one) === key);
  const plain = among(PLAIN_WORDS);
  if (plain !== undefined) return { kind: "word", word: plain };
  const row = among(ROW_WORDS);
  if (row !== undefined) return { kind: "row-word", word: row };
  if (key === sameText(STAMP)) return { kind: "stamp" };
  if (key === sameText(UNIT_CODE)) return { kind: "unit-code" };
  if (key === sameText(MONEY_UNIT)) return { kind: "money-unit" };
  const grain = repeatOf(key);
  return grain === undefined ? undefined : { kind: "repeat", grain };
}

function figureOf(indicator: Indicator, words: readonly string[]): FigureCode | CodeFault {
  const plain: FigureCode = {
    kind: "figure",
    indicator: indicator.code,
    when: "this",
    factor: 1,
    decimals: undefined,
    form: "số",
  };
  const said = words.map((word) => ({ word, means: meaningOf(word) }));
  const strange = said.find(({ means }) => means === undefined);
  if (strange !== undefined) return { why: `không hiểu «${strange.word}» sau dấu «|»; dùng được: ${ALLOWED}` };
  const money = said.find(({ means }) => means?.factor !== undefined);
  if (money !== undefined && !isMoney(indicator)) {
    return { why: `${indicator.code} không phải số tiền nên không đổi ra «${money.word}»` };
  }
  let code = plain;
  for (const { means } of said) code = { ...code, ...means };
  return code;
}

function meaningOf(word: string): Partial<FigureCode> | undefined {
  const key = sameText(word);
  const factor = FACTORS.get(key);
  if (factor !== undefined) return { factor };
  const when = TIMES.get(key) ?? (/^\d{4}$/.test(word) ? Number(word) : undefined);
  if (when !== undefined) return { when };
  const decimals = DECIMALS.get(key);
  if (decimals !== undefined) return { decimals };
  return key === sameText(COMPACT) ? { form: "gọn" } : undefined;
}

/** «triệu đồng». */
export function moneyUnitText(factor: number): string {
  return { 1000: "nghìn đồng", 1000000: "triệu đồng", 1000000000: "tỷ đồng" }[factor] ?? "đồng";
}

/** Words by the key under which their spellings are one. */
function keyed<T>(words: Iterable<readonly [word: string, means: T]>): ReadonlyMap<string, T> {
  return new Map([...words].map(([word, means]) => [sameText(word), means]));
}
