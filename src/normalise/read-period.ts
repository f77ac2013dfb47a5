// Reporting periods as people write them: «Quý IV/2022», «6 tháng đầu năm 2022», «giai đoạn 2019–2024».

import { type Period, parsePeriod } from "../model/period.js";
import { tidyText } from "../model/text.js";

const LEAD = /^(?:(?:kỳ )?báo cáo|kỳ|số liệu) ?:? ?/u;
const JOIN = "(?: ?[/\\-.,]? ?(?:năm )?| năm )";
const QUARTERS = new Map([
  ["i", 1],
  ["ii", 2],
  ["iii", 3],
  ["iv", 4],
]);

type Reader = (match: RegExpExecArray) => Period | undefined;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(`^(?:quý|quí|q)\\.? ?(iv|i{1,3}|[1-4])${JOIN}(\\d{4})$`, "u"),
    ([, mark = "", year]) => ({ kind: "quarter", year: Number(year), quarter: QUARTERS.get(mark) ?? Number(mark) }),
  ],
  [new RegExp(`^(?:tháng |t\\.? ?)(\\d{1,2})${JOIN}(\\d{4})$`, "u"), ([, month, year]) => monthOf(month, year)],
  [/^(\d{1,2})[/\-.](\d{4})$/, ([, month, year]) => monthOf(month, year)],
  [
    new RegExp(`^(?:6|sáu) ?(?:tháng|t)(?: (đầu|cuối))?${JOIN}(\\d{4})$`, "u"),
    ([, half, year]) => ({ kind: "half", year: Number(year), half: half === "cuối" ? 2 : 1 }),
  ],
  [
    new RegExp(`^(?:9|chín) ?(?:tháng|t)(?: đầu)?${JOIN}(\\d{4})$`, "u"),
    ([, year]) => ({ kind: "nine-months", year: Number(year) }),
  ],
  [/^(?:cả )?năm (\d{4})$/u, ([, year]) => ({ kind: "year", year: Number(year) })],
  [
    /^(?:giai đoạn|nhiệm kỳ|thời kỳ|5 năm|năm năm):? ?(?:từ )?(?:năm )?(\d{4}) ?(?:-|đến)(?: năm)? ?(\d{4})$/u,
    ([, from, to]) => spanOf(from, to, 1),
  ],
  // Without a word before it, two years in a row may as well be a school year.
  [/^(?:từ )?(?:năm )?(\d{4}) ?(?:-|đến)(?: năm)? ?(\d{4})$/u, ([, from, to]) => spanOf(from, to, 2)],
];

/**
 * The period a text names, in Vietnamese or as `printPeriod` writes it. Undefined for what is no period, lacks its year
 * or can be read in two ways («2023-2024»: a school year or two years); school years are not reporting periods here.
 */
export function readPeriod(text: string): Period | undefined {
  const tidy = tidyText(text);
  const canonical = parsePeriod(tidy);
  if (canonical !== undefined) return canonical;
  const bare = tidy.toLowerCase().replace(LEAD, "").replace(/\.$/, "");
  for (const [pattern, reader] of READERS) {
    const match = pattern.exec(bare);
    if (match !== null) return reader(match);
  }
  return undefined;
}

/** The two readings of two years in a row, for the finding; undefined for any other text. */
export function doubtfulPeriod(text: string): readonly [string, string] | undefined {
  const match = /^(\d{4}) ?- ?(\d{4})$/.exec(tidyText(text));
  if (match === null || Number(match[2]) - Number(match[1]) !== 1) return undefined;
  return [`năm học ${match[1]}–${match[2]}`, `giai đoạn ${match[1]}–${match[2]}`];
}

function monthOf(month: string | undefined, year: string | undefined): Period | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? { kind: "month", year: Number(year), month: number } : undefined;
}

function spanOf(from: string | undefined, to: string | undefined, least: number): Period | undefined {
  const [first, last] = [Number(from), Number(to)];
  return last - first >= least ? { kind: "span", from: first, to: last } : undefined;
}
