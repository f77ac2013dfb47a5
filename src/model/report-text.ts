// Sentences of a report with figures in them, as people declare them.
//
//   Toàn {đơn vị} có {HV01:gọn} hội viên[, {HV01:tăng} so với cùng kỳ].
//
// {code}, {code@when}, {code:form} and both; {word} or {word code}; what stands in […] is left out where a figure in it
// is not known.

import { type Report, WHENS, type When } from "./report.js";

/**
 * số: 1.522 · gọn: «hơn 2,6 triệu» · đủ: the number behind «gọn», nothing where that says it all · tăng: «tăng 12.504» against the same time last year, or what stands after «~»
 * ({HV01:tăng~2018}) · tăng%: «tăng 5,3 %».
 */
export const FIGURE_FORMS = ["số", "gọn", "đủ", "tăng", "tăng%"] as const;
export type FigureForm = (typeof FIGURE_FORMS)[number];

/** Words without a figure, and words about one indicator. */
export const PLAIN_WORDS = [
  "kỳ",
  "năm",
  "đơn vị",
  "cấp dưới",
  "chốt",
  "phủ",
  "năm trước",
  "thứ hạng",
  "đề nghị khen",
  "còn mở",
  "bảng điểm",
] as const;
export type PlainWord = (typeof PLAIN_WORDS)[number];
export const INDICATOR_WORDS = ["cao nhất", "thấp nhất", "chỉ tiêu", "so chỉ tiêu"] as const;
export type IndicatorWord = (typeof INDICATOR_WORDS)[number];

/**
 * {số mục BM04}: how many entries a list has at the end of the report's time, {số mục BM04 status=hết hạn} those that hold
 * a value, {kể BM04.partner status=hiệu lực} what a column says of them, one after the other.
 */
export interface ListedPart {
  readonly kind: "listed";
  readonly form: string;
  /** The column that is told; undefined for the number of entries. */
  readonly field: string | undefined;
  readonly where: { readonly field: string; readonly value: string } | undefined;
}

export type TextPart =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "figure";
      readonly indicator: string;
      readonly when: When;
      readonly form: FigureForm;
      readonly since: When;
    }
  | { readonly kind: "plain"; readonly word: PlainWord }
  | { readonly kind: "about"; readonly word: IndicatorWord; readonly indicator: string }
  | ListedPart
  | { readonly kind: "optional"; readonly parts: readonly TextPart[] };

/** The parts of a declared sentence; a placeholder that means nothing is given back as `unknown`. */
export interface ParsedText {
  readonly parts: readonly TextPart[];
  readonly unknown: readonly string[];
}

/** Reads a declared sentence. Brackets do not nest; one without its end is plain text. */
export function parseReportText(text: string): ParsedText {
  const parts: TextPart[] = [];
  const unknown: string[] = [];
  let rest = text;
  while (rest !== "") {
    const found = /\{([^{}]*)\}|\[([^[\]]*)\]/.exec(rest);
    if (found === null) break;
    if (found.index > 0) parts.push({ kind: "text", text: rest.slice(0, found.index) });
    const [whole, placeholder, optional] = found;
    if (optional !== undefined) {
      const inner = parseReportText(optional);
      parts.push({ kind: "optional", parts: inner.parts });
      unknown.push(...inner.unknown);
    } else {
      const part = parsePlaceholder(placeholder ?? "");
      if (part === undefined) unknown.push(whole);
      else parts.push(part);
    }
    rest = rest.slice(found.index + whole.length);
  }
  if (rest !== "") parts.push({ kind: "text", text: rest });
  return { parts, unknown };
}

/** Every figure and indicator a sentence speaks of, those in brackets too. */
export function figuresIn(parts: readonly TextPart[]): readonly Extract<TextPart, { kind: "figure" | "about" }>[] {
  return parts.flatMap((part) => {
    if (part.kind === "optional") return figuresIn(part.parts);
    return part.kind === "figure" || part.kind === "about" ? [part] : [];
  });
}

/** Every list a sentence speaks of, those in brackets too. */
export function listsIn(parts: readonly TextPart[]): readonly ListedPart[] {
  return parts.flatMap((part) => {
    if (part.kind === "optional") return listsIn(part.parts);
    return part.kind === "listed" ? [part] : [];
  });
}

/** Every stretch of time that the report's sentences speak of. */
export function whensSaid({ title, pages }: Report): readonly When[] {
  const texts = pages.flatMap((page) => {
    if (page.kind === "letter") return page.blocks.map(({ text }) => text);
    return [page.title, ...(page.kind === "table" ? page.notes : page.charts.map((chart) => chart.title))];
  });
  return [title, ...texts].flatMap((text) =>
    figuresIn(parseReportText(text).parts).flatMap((part) => {
      if (part.kind === "about") return [];
      return isChange(part.form) ? [part.when, part.since] : [part.when];
    }),
  );
}

function isChange(form: FigureForm): boolean {
  return form === "tăng" || form === "tăng%";
}

function parsePlaceholder(text: string): TextPart | undefined {
  const plain = PLAIN_WORDS.find((word) => word === text);
  if (plain !== undefined) return { kind: "plain", word: plain };
  for (const word of INDICATOR_WORDS) {
    const code = text.startsWith(`${word} `) ? text.slice(word.length + 1) : "";
    if (CODE.test(code)) return { kind: "about", word, indicator: code };
  }
  const listed = LISTED.exec(text);
  if (listed !== null) {
    const [, counted, told, field, by, value] = listed;
    const where = by === undefined || value === undefined ? undefined : { field: by, value };
    return { kind: "listed", form: counted ?? told ?? "", field, where };
  }
  const match = /^([^@:~]+)(?:@([^:~]+))?(?::([^~]+))?(?:~(.+))?$/.exec(text);
  const [, indicator = "", stated, formed = "số", compared] = match ?? [];
  const when = whenOf(stated ?? "this");
  const since = whenOf(compared ?? "last-year");
  const form = FIGURE_FORMS.find((known) => known === formed);
  if (!CODE.test(indicator) || when === undefined || since === undefined || form === undefined) return undefined;
  return { kind: "figure", indicator, when, form, since };
}

const LISTED = /^(?:số mục (\w+)|kể (\w+)\.(\w+))(?: (\w+)=(.+))?$/;
const CODE = /^[A-Z][A-Za-z0-9_]*$/;

function whenOf(text: string): When | undefined {
  return /^\d{4}$/.test(text) ? Number(text) : WHENS.find((when) => when === text);
}
