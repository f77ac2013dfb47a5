// One cell of a list that is kept as text: words as typed, days and years in one way of writing.

import type { Held } from "../model/form.js";
import { type Grid, kindAt, shownText } from "../model/grid.js";
import { fromExcelSerial, vietnameseDate } from "../model/iso-date.js";
import { at } from "../model/outcome.js";
import { tidyText } from "../model/text.js";
import { readDate } from "./read-date.js";
import { trimmed } from "./trimmed.js";

/** What an attribute says: a day as 2024-03-15, 2024-03 or 2024, as far as it is known; a year as 2024; "" for nothing. */
export interface AttributeReading {
  readonly text: string;
  /** True where a day or year was asked for and none could be read: the text is as typed. */
  readonly isDoubtful: boolean;
}

const NOTHING: AttributeReading = { text: "", isDoubtful: false };
const YEAR = /^(?:năm )?((?:19|20)\d{2})$/u;
const MONTH = /^(?:tháng )?(\d{1,2})(?:[/\-.]| năm )((?:19|20)\d{2})$/u;
const NONE = /^(?:[.…\-–—xX]+)$/u;

/** Reads a cell as the attribute's declaration says. Signs for «nothing» (…, -, x) are nothing where a day is asked for. */
export function readAttribute(
  grid: Grid,
  index: number,
  { holds, date1904 }: { readonly holds: Held; readonly date1904: boolean },
): AttributeReading {
  if (index < 0) return NOTHING;
  const day = kindAt(grid, index) === "date" ? fromExcelSerial(at(grid.numbers, index), date1904) : undefined;
  const typed = day === undefined ? trimmed(shownText(grid, index)) : vietnameseDate(day);
  if (typed === "") return NOTHING;
  if (holds !== "day" && holds !== "year") return { text: typed, isDoubtful: false };
  if (NONE.test(typed)) return NOTHING;
  const read = day ?? (holds === "year" ? readYear(typed) : readDayOrPart(typed));
  if (read === undefined) return { text: typed, isDoubtful: true };
  return { text: holds === "year" ? read.slice(0, 4) : read, isDoubtful: false };
}

function readYear(text: string): string | undefined {
  return YEAR.exec(tidyText(text).toLowerCase())?.[1] ?? readDayOrPart(text);
}

/** A day; where only its month or year is known, that. */
function readDayOrPart(text: string): string | undefined {
  const bare = tidyText(text).toLowerCase();
  const day = readDate(bare)?.date;
  if (day !== undefined) return day;
  const [, month, year] = MONTH.exec(bare) ?? [];
  if (month !== undefined && year !== undefined && Number(month) >= 1 && Number(month) <= 12) {
    return `${year}-${month.padStart(2, "0")}`;
  }
  return YEAR.exec(bare)?.[1];
}
