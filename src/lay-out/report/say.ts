// Declared sentences with their figures set in. What is not known is said to be so, never left to look like 0.

import { compactNumber } from "../../model/compact-number.js";
import { type Indicator, isMoney } from "../../model/indicator.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { rangeInWords, yearOf } from "../../model/month-range.js";
import { vietnameseNumber } from "../../model/number-text.js";
import type { Quantity } from "../../model/quantity.js";
import { rangeOf } from "../../model/report.js";
import {
  figuresIn,
  type ListedPart,
  listsIn,
  type PlainWord,
  parseReportText,
  type TextPart,
} from "../../model/report-text.js";
import { MISSING_MARK } from "../cell-texts.js";
import { coverageText, unitsBelow } from "./coverage-stamp.js";
import { plainText } from "./plain-text.js";
import { recordsAsked } from "./record-rows.js";
import { type Figure, ownFigure, type ReportContext } from "./report-context.js";
import { aboutIndicator } from "./say-about.js";
import { awardWords, openWords, orderWords } from "./say-ranking.js";

type FigurePart = Extract<TextPart, { kind: "figure" }>;

/**
 * The sentence as it is printed. What stands in brackets is left out where a figure in it is not known; where none of
 * the other figures is, the sentence says which indicators have no figures.
 */
export function say(text: string, context: ReportContext): string {
  const { parts } = parseReportText(text);
  const needed = parts.filter(({ kind }) => kind === "figure" || kind === "about" || kind === "listed");
  const isEmpty = needed.length > 0 && needed.every((part) => partText(part, context) === undefined);
  if (isEmpty) {
    const lists = listsIn(parts).map(({ form }) => lowerFirst(context.catalogue.forms.get(form)?.name ?? form));
    const names = [...new Set([...figuresIn(parts).map(({ indicator }) => nameOf(indicator, context)), ...lists])];
    return `Chưa có số liệu: ${names.join("; ")}.`;
  }
  return parts.map((part) => partText(part, context) ?? (part.kind === "optional" ? "" : MISSING_MARK)).join("");
}

/** The text of a part; undefined where a figure is not known. */
function partText(part: TextPart, context: ReportContext): string | undefined {
  switch (part.kind) {
    case "text":
      return part.text;
    case "plain":
      return plainWord(part.word, context);
    case "figure":
      return figureText(part, context);
    case "about":
      return aboutIndicator(part.word, part.indicator, context);
    case "listed":
      return listedText(part, context);
    case "optional": {
      const texts = part.parts.map((inner) => partText(inner, context));
      return texts.some((one) => one === undefined) ? undefined : texts.join("");
    }
  }
}

/** How many entries, or what they say; undefined where there are none to tell of. */
function listedText({ form, field, where }: ListedPart, context: ReportContext): string | undefined {
  const wanted = new Map(where === undefined ? [] : [[where.field, [where.value]] as const]);
  const records = recordsAsked({ form, over: "closing", where: wanted }, context);
  if (records.length === 0) return undefined;
  if (field === undefined) return vietnameseNumber(records.length);
  const texts = [...new Set(records.flatMap(({ texts: own }) => own.get(field) ?? []))];
  const more = texts.length - TOLD;
  return more > 0 ? `${texts.slice(0, TOLD).join("; ")} và ${more} nơi khác` : texts.join("; ");
}

/** Most entries that a sentence tells one by one. */
const TOLD = 20;

/** One of the plain words of a declared sentence: the period, the unit, the coverage. */
export function plainWord(word: PlainWord, context: ReportContext): string {
  const { own, ownFigures, input } = context;
  switch (word) {
    case "kỳ":
      return rangeInWords(own);
    case "năm":
      return String(yearOf(own));
    case "năm trước":
      return String(yearOf(own) - 1);
    case "đơn vị":
      return input.basis.unit.name;
    case "cấp dưới":
      return unitsBelow(input.basis);
    case "chốt":
      return vietnameseDate(ownFigures.asOf ?? input.basis.asOf);
    case "phủ":
      return coverageText(ownFigures.coverage, input.basis);
    case "thứ hạng":
      return orderWords(input.ranking);
    case "đề nghị khen":
      return awardWords(input.ranking);
    case "bảng điểm":
      return input.ranking?.sheet.remark ?? "";
    case "còn mở":
      return openWords(input.ranking);
  }
}

function figureText({ indicator: code, when, form, since }: FigurePart, context: ReportContext): string | undefined {
  const indicator = context.catalogue.indicators.get(code);
  const later = ownFigure(code, rangeOf(when, context.own), context);
  const { quantity } = later;
  if (indicator === undefined || quantity.kind !== "known") return undefined;
  const plain = plainText(quantity.value, indicator);
  if (form === "số") return plain;
  const compact = `${compactNumber(quantity.value)}${moneyWord(indicator)}`;
  if (form === "gọn") return compact;
  if (form === "đủ") return plain === compact ? undefined : plain;
  const earlier = ownFigure(code, rangeOf(since, context.own), context);
  if (!isWhole(later) || !isWhole(earlier)) return undefined;
  return form === "tăng" ? changeText(quantity, earlier.quantity, indicator) : growthText(quantity, earlier.quantity);
}

function moneyWord({ measuredIn }: Indicator): string {
  return measuredIn.startsWith("đồng") ? " đồng" : "";
}

/** A figure that lacks units would seem to have fallen: no sentence tells a change from or to it. */
function isWhole({ total }: Figure): boolean {
  return total !== undefined && total.coverage.have >= total.coverage.due;
}

/** «tăng 12.504», «giảm 300», «không thay đổi»; of shares in points of percent. */
function changeText(later: Quantity, earlier: Quantity, indicator: Indicator): string | undefined {
  if (later.kind !== "known" || earlier.kind !== "known") return undefined;
  const difference = later.value - earlier.value;
  if (difference === 0) return "không thay đổi";
  const isShare = indicator.ratio?.times === 100;
  const size = isShare
    ? `${vietnameseNumber(Math.abs(difference) * 100)} điểm phần trăm`
    : sizeText(Math.abs(difference), indicator);
  return `${difference > 0 ? "tăng" : "giảm"} ${size}`;
}

/** Money rounded as it is said, all else in full. */
function sizeText(value: number, indicator: Indicator): string {
  return isMoney(indicator) ? `${compactNumber(value)} đồng` : plainText(value, indicator);
}

function growthText(later: Quantity, earlier: Quantity): string | undefined {
  if (later.kind !== "known" || earlier.kind !== "known" || earlier.value === 0) return undefined;
  const share = (later.value - earlier.value) / earlier.value;
  if (share === 0) return "không thay đổi";
  return `${share > 0 ? "tăng" : "giảm"} ${vietnameseNumber(Math.abs(share) * 100, 1)} %`;
}

function nameOf(code: string, { catalogue }: ReportContext): string {
  return lowerFirst(catalogue.indicators.get(code)?.name ?? code);
}

/** Inside a sentence; «TTHTCĐ…» stays as it is. */
function lowerFirst(name: string): string {
  const second = name.slice(1, 2);
  if (second !== second.toLowerCase()) return name;
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}
