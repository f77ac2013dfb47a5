// Targets (chỉ tiêu kế hoạch): what a document asks of an indicator by the end of a year, and which of several counts.

import { goesOnAs } from "./going-on.js";
import type { IsoDate } from "./iso-date.js";
import type { Register } from "./register.js";

export interface Target {
  readonly indicator: string;
  /** To be reached by the end of this year. */
  readonly year: number;
  /** At least this; a share 0–1 where the indicator is one, else in its own measure. */
  readonly value: number;
  /** Key of the unit (or id of the grouping) the document speaks for; undefined for the whole country. */
  readonly scope: string | undefined;
  /** As it is cited: «Quyết định 387/QĐ-TTg». */
  readonly document: string;
  readonly dated: IsoDate;
  /** False for a value that was not seen in the document itself: it may be used, and is called unconfirmed. */
  readonly isConfirmed: boolean;
  readonly note: string;
}

export interface TargetQuestion {
  readonly indicator: string;
  /** The year the figure belongs to. */
  readonly year: number;
  /** The asked unit and those above it, the asked one first; keys or ids in force on `asOf`. */
  readonly chain: readonly string[];
  readonly asOf: IsoDate;
}

/**
 * The target a figure is held against: of documents already issued, the nearest year not before the figure's, there the
 * most specific scope, there the latest document. Undefined where none applies: 2021 lies after one programme's last
 * year and before the next one's decision.
 */
export function targetFor(
  question: TargetQuestion,
  targets: readonly Target[],
  register: Register,
): Target | undefined {
  const rankOf = ({ scope }: Target): number => {
    if (scope === undefined) return question.chain.length;
    return question.chain.indexOf(goesOnAs(scope, question.asOf, register) ?? "");
  };
  const fitting = targets
    .filter(
      ({ indicator, year, dated }) =>
        indicator === question.indicator && question.year <= year && dated <= question.asOf,
    )
    .filter((target) => rankOf(target) >= 0);
  const byDate = (a: Target, b: Target): number => (a.dated < b.dated ? 1 : a.dated > b.dated ? -1 : 0);
  return fitting.sort((a, b) => a.year - b.year || rankOf(a) - rankOf(b) || byDate(a, b))[0];
}
