// What a figure was made from, as a person reads it: each level below the one it makes up, cells last.

import { shortList, vietnameseNumber } from "../../model/number-text.js";
import type { StoredQuantity } from "../../trace/manifest.js";
import type { TracedFact, TracedSource, TracedTotal } from "../../trace/trace-cell.js";
import type { FoundAgain } from "../find-again.js";
import type { Say } from "../language.js";
import { allLinks, type TracedDown } from "../trace-down.js";
import { wrap } from "./wrap.js";

/** Parts of the figure itself and of what lies below it, cells of one sum and files, unless all are asked for. */
const FEW_PARTS = 8;
const FEW_BELOW = 2;
const FEW_CELLS = 8;
const FEW_FILES = 10;

export interface TraceLook {
  readonly columns: number;
  readonly isWhole: boolean;
  /** Puts the program's own words into the language of the run. */
  readonly say: Say;
}

const REASONS: Readonly<Record<Exclude<StoredQuantity, number>, string>> = {
  blank: "… (để trống)",
  "not-submitted": "… (chưa có báo cáo)",
  rejected: "… (báo cáo bị trả lại)",
  "no-association": "x (chưa có tổ chức Hội)",
  "not-on-form": "x (không có trên biểu đã nhận)",
  "before-programme": "x (trước khi có chương trình)",
};

const MONEY_UNITS = new Map([
  [1_000, "nghìn đồng"],
  [1_000_000, "triệu đồng"],
  [1_000_000_000, "tỷ đồng"],
]);

/** The whole answer: the figure, what it was made from, the files and their state. */
export function traceText(place: string, traced: TracedDown, look: TraceLook): string {
  const { say } = look;
  const { indicator, have, due, estimate } = traced.total;
  const coverage = due === 0 ? "" : say(`Độ phủ: ${vietnameseNumber(have)}/${vietnameseNumber(due)} đơn vị cơ sở.`);
  const notes = [coverage, estimate ? say("Có phần ước tính (phân bổ).") : ""].filter((note) => note !== "").join(" ");
  const head = [`${indicator.name} (${indicator.code})`, notes].filter((line) => line !== "");
  const tree = totalLines(traced, traced.total, { depth: 0, look, shown: indicator.code });
  return [
    place,
    ...head.map((line) => wrap(line, look.columns, { first: "", rest: "  " })),
    "",
    ...tree,
    "",
    ...fileLines(allLinks(traced), look),
  ].join("\n");
}

interface Level {
  readonly depth: number;
  readonly look: TraceLook;
  /** The indicator that the lines above speak of: named again only where it changes. */
  readonly shown: string;
}

function totalLines(traced: TracedDown, total: TracedTotal, { depth, look, shown }: Level): readonly string[] {
  const { indicator, unit, operation, parts, facts } = total;
  const name = indicator.code === shown ? unit.name : `${unit.name}, ${indicator.name} (${indicator.code})`;
  const below = { depth: depth + 1, look, shown: indicator.code };
  const known = parts.filter(({ quantity }) => typeof quantity === "number");
  const some = look.isWhole ? known : known.slice(0, depth === 0 ? FEW_PARTS : FEW_BELOW);
  const rest = known.length - some.length;
  const without = parts.filter((part) => !known.includes(part));
  return [
    line(`${name}: ${quantityText(total, look)}${operationText(total, look)}`, depth, look),
    ...some.flatMap((part) => [
      ...(operation === "over-time" ? [line(look.say(`kỳ ${periodsUnder(part)}:`), depth + 1, look)] : []),
      ...totalLines(traced, part, below),
    ]),
    ...(rest > 0
      ? [line(look.say(`và ${vietnameseNumber(rest)} phần khác (thêm --all để xem hết)`), depth + 1, look)]
      : []),
    ...(without.length > 0 ? [line(withoutText(without, look), depth + 1, look)] : []),
    ...facts.flatMap((fact) => factLines(traced, fact, below)),
  ];
}

/** Periods of the files a figure rests on: «2024-06». */
function periodsUnder({ parts, facts }: TracedTotal): string {
  const periods = [...facts.map(({ file }) => file?.period ?? ""), ...parts.map(periodsUnder)];
  return [...new Set(periods.filter((period) => period !== ""))].join(", ");
}

/** Parts that give no figure, in one line. */
function withoutText(parts: readonly TracedTotal[], { isWhole, say }: TraceLook): string {
  const names = parts.map(({ unit }) => unit.name);
  return `${say("không có số")}: ${isWhole ? names.join(", ") : say(shortList(names))}`;
}

function factLines(traced: TracedDown, fact: TracedFact, level: Level): readonly string[] {
  if (fact.file === undefined) return [];
  const { path } = fact.file;
  const lines = fact.sources.map((source) => {
    const place = source.cells === "" ? source.sheet : `${source.sheet} › ${source.cells}`;
    const holder = fact.holder === "" ? "" : ` (${fact.holder})`;
    return line(`← ${path} › ${place}${holder}: ${contentText(source, level.look)}`, level.depth, level.look);
  });
  const deeper = traced.below.get(fact) ?? [];
  return [
    ...lines,
    ...deeper.flatMap((one) => totalLines(one, one.total, { ...level, depth: level.depth + 1, shown: "" })),
  ];
}

function quantityText({ quantity, indicator }: TracedTotal, { say }: TraceLook): string {
  if (typeof quantity === "string") return say(REASONS[quantity]);
  return `${vietnameseNumber(quantity * (indicator.times ?? 1))} ${say(indicator.measuredIn)}`;
}

function operationText({ operation, parts }: TracedTotal, { say }: TraceLook): string {
  if (operation === "ratio") return ` = ${say("số thứ nhất chia số thứ hai dưới đây")}`;
  if (operation === "over-time") return ` = ${say(`cộng ${vietnameseNumber(parts.length)} kỳ`)}`;
  return operation === "sum" && parts.length > 1 ? ` = ${say(`cộng ${vietnameseNumber(parts.length)} phần`)}` : "";
}

function contentText({ content }: TracedSource, { isWhole, say }: TraceLook): string {
  if (content.how === "counted") return say(`đếm được ${vietnameseNumber(content.count)} dòng`);
  const filled = content.cells().filter(({ typed }) => typed !== "");
  if (filled.length === 0) return say("ô trống");
  const some = isWhole ? filled : filled.slice(0, FEW_CELLS);
  const rest = filled.length > some.length ? ` + … (${say(`${vietnameseNumber(filled.length)} ô`)})` : "";
  const unit = MONEY_UNITS.get(filled[0]?.factor ?? 1);
  return `${some.map(({ typed }) => typedText(typed)).join(" + ")}${rest}${unit === undefined ? "" : ` ${say(unit)}`}`;
}

/** A plain number the Vietnamese way; any other text as it was typed. */
function typedText(typed: string): string {
  const number = Number(typed);
  return typed.trim() === "" || Number.isNaN(number) ? `«${typed}»` : vietnameseNumber(number, 9);
}

const STATES: Readonly<Record<FoundAgain["state"], string>> = {
  intact: "còn nguyên",
  changed: "ĐÃ ĐỔI từ khi tổng hợp",
  gone: "KHÔNG THẤY ở nơi đã đọc",
  unreadable: "KHÔNG MỞ ĐƯỢC",
};

/** The files, those that are gone or changed first; a long list is cut, but never by a broken one. */
function fileLines(links: readonly FoundAgain[], look: TraceLook): readonly string[] {
  const broken = links.filter(({ state }) => state !== "intact");
  const ordered = [...broken, ...links.filter(({ state }) => state === "intact")];
  const most = look.isWhole ? ordered.length : Math.max(FEW_FILES, broken.length);
  const rest = ordered.length - most;
  return [
    look.say(
      `Tệp nguồn: ${vietnameseNumber(links.length)}, còn nguyên ${vietnameseNumber(links.length - broken.length)}.`,
    ),
    ...ordered.slice(0, most).map(({ file, state }) => {
      const revision = file.revision === null ? "" : `${look.say(`lần nộp ${file.revision}`)}, `;
      return line(
        `${file.path} (${revision}SHA-256 ${file.sha256.slice(0, 12)}…): ${look.say(STATES[state])}`,
        1,
        look,
      );
    }),
    ...(rest > 0 ? [line(look.say(`và ${vietnameseNumber(rest)} tệp khác, còn nguyên`), 1, look)] : []),
  ];
}

function line(text: string, depth: number, { columns }: TraceLook): string {
  const indent = "  ".repeat(depth);
  return wrap(text, columns, { first: indent, rest: `${indent}    ` });
}
