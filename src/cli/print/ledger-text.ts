// What the ledger makes known at a terminal: totals of a closed period that have changed.

import type { Stated, TotalEntry } from "../../ledger/entry.js";
import type { Closed } from "../../ledger/ledger-state.js";
import type { Catalogue } from "../../model/catalogue.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { dayInVietnam } from "../../model/vietnam-time.js";
import type { Screen } from "../screen.js";
import { wrap } from "./wrap.js";

const MOST = 3;

/** The indicators that are asked for most come first; of the others only how many there are. */
export function changedTotalText(
  { closed, total }: { readonly closed: Closed; readonly total: TotalEntry },
  { indicators }: Catalogue,
  { words, columns }: Screen,
): string {
  const changed = [...indicators.values()].filter(
    ({ code }) => closed.latest.totals.get(code) !== total.totals.get(code),
  );
  const shown = [...changed].sort((a, b) => Number(b.isHeadline) - Number(a.isHeadline)).slice(0, MOST);
  const figures = shown.map(({ code, name, ratio }) => {
    const [before, now] = [closed.latest, total].map((side) => figureText(side, code, ratio?.times));
    return `${name} ${before} → ${now}`;
  });
  return wrap(words.closedTotal(dayText(closed.lock.moment), figures, changed.length - shown.length), columns);
}

/** «05/12/2022» of a moment, as Vietnam counts its days. */
export function dayText(moment: string): string {
  const day = dayInVietnam(moment);
  return day === undefined ? moment : vietnameseDate(day);
}

function figureText({ totals }: Stated, code: string, times = 1): string {
  const value = totals.get(code);
  return value === undefined ? "…" : vietnameseNumber(value * times, times === 1 ? 0 : 2);
}
