// The unit of money stated on a sheet or in a heading, as đồng per unit.

import { tidyText } from "../model/text.js";

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:đồng|đ|vnđ|vnd|đồng việt nam|việt nam đồng)$/u, 1],
  [/^(?:(?:nghìn|ngàn|ng\.?|1\.?000|\.?000) ?(?:đồng|đ|vnđ|vnd)|nghìn|ngàn|1\.?000)$/u, 1_000],
  [/^(?:(?:triệu|tr\.?|1\.?000\.?000) ?(?:đồng|đ|vnđ|vnd)|triệu|tr)$/u, 1_000_000],
  [/^(?:(?:tỷ|tỉ) ?(?:đồng|đ|vnđ|vnd)|tỷ|tỉ)$/u, 1_000_000_000],
];
const LEAD = /^\(?(?:đơn vị(?: tính)?(?: tiền)?|đvt)\b ?:? ?/u;

/**
 * đồng per unit: 1, 1_000, 1_000_000 or 1_000_000_000. «Đơn vị tính:» before it and other units beside it («người,
 * triệu đồng») are allowed; undefined where no unit of money is named, or two different ones are.
 */
export function readMoneyUnit(text: string): number | undefined {
  const bare = tidyText(text)
    .toLowerCase()
    .replace(LEAD, "")
    .replaceAll(/(?<=\d),(?=000)/g, ".");
  let found: number | undefined;
  for (const part of bare.split(/[,;/+&]| và /u)) {
    const factor = factorOf(part.replace(/^[( ]+|[). ]+$/g, ""));
    if (factor === undefined) continue;
    if (found !== undefined && found !== factor) return undefined;
    found = factor;
  }
  return found;
}

/**
 * The unit a column's heading states for itself: in brackets or after «ĐVT». «Cộng đồng» and «hội đồng» state none.
 */
export function moneyUnitInHeading(heading: string): number | undefined {
  const tidy = tidyText(heading);
  for (const match of tidy.matchAll(/\(([^()]*)\)/g)) {
    const factor = readMoneyUnit(match[1] ?? "");
    if (factor !== undefined) return factor;
  }
  const stated = /(?:đvt|đơn vị tính) ?:? ?(.+)$/iu.exec(tidy)?.[1];
  return stated === undefined ? undefined : readMoneyUnit(stated);
}

function factorOf(part: string): number | undefined {
  return UNITS.find(([pattern]) => pattern.test(part))?.[1];
}
