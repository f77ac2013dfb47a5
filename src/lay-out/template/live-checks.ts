// Rules that can be put into a formula beside the figures they speak of, so that a slip shows while it is typed. The
// same rules judge the workbook when it comes back.

import type { Catalogue } from "../../model/catalogue.js";
import { columnLetters } from "../../model/cell-address.js";
import { monthsOf, type Period } from "../../model/period.js";
import type { Relation } from "../../model/relation.js";
import type { Rule } from "../../model/rule.js";

/** Where a figure stands beside the check, and how the form calls it. */
export interface FigureSpot {
  /** Cell of the figure, for instance `J12`. */
  readonly cell: string;
  /** «cột 6», or the label in quotation marks. */
  readonly called: string;
}

/** Spots by indicator code. */
export type Spots = ReadonlyMap<string, FigureSpot>;

/** What begins the text of a fault; the sheet turns red on it. */
export const FAULT = "Sai";
const DOUBT = "Xem lại";

/** Σ sign × cell against a whole, on the sheet. */
interface Placed {
  readonly rule: Rule;
  readonly relation: Relation;
  readonly terms: readonly { readonly spot: FigureSpot; readonly sign: 1 | -1 }[];
  readonly whole: FigureSpot;
}

/**
 * The formula that names every broken rule, "" where none is; undefined where no rule can be told from these spots. A
 * figure that the form asks for in parts is the sum of its parts. `about` asks only for the rules of that whole.
 */
export function faultFormula(
  spots: Spots,
  given: {
    readonly catalogue: Catalogue;
    readonly period: Period;
    readonly subject: "branch" | "child" | "unit";
    readonly about?: string;
  },
): string | undefined {
  const { catalogue, period, subject, about } = given;
  const texts = catalogue.rules
    .filter((rule) => isInForce(rule, period) && (about === undefined || rule.relation?.whole === about))
    .flatMap((rule) => placed(rule, spots, catalogue))
    .map((one) => faultText(one, { catalogue, ignoresZero: one.relation.zeroIsNothingOn.includes(subject) }));
  return texts.length === 0 ? undefined : [...new Set(texts)].join("&");
}

function isInForce({ fromYear, untilYear }: Rule, period: Period): boolean {
  const year = Math.floor(monthsOf(period).last / 12);
  return (fromYear === undefined || fromYear <= year) && (untilYear === undefined || year <= untilYear);
}

function placed(rule: Rule, spots: Spots, { indicators }: Catalogue): readonly Placed[] {
  const { relation } = rule;
  const whole = relation === undefined ? undefined : spots.get(relation.whole);
  if (relation === undefined || whole === undefined) return [];
  const terms = relation.terms.flatMap(({ code, sign }) => {
    const codes = spots.has(code) ? [code] : (indicators.get(code)?.sumOf?.parts ?? []);
    return codes.flatMap((one) => {
      const spot = spots.get(one);
      return spot === undefined ? [] : [{ spot, sign }];
    });
  });
  return terms.length === 0 ? [] : [{ rule, relation, terms, whole }];
}

function faultText(
  { rule, relation, terms, whole }: Placed,
  { catalogue, ignoresZero }: { readonly catalogue: Catalogue; readonly ignoresZero: boolean },
): string {
  const cells = (sign: 1 | -1) => terms.filter((term) => term.sign === sign).map(({ spot }) => spot.cell);
  const plus = `SUM(${cells(1).join(",")})`;
  const minus = cells(-1);
  const sum = minus.length === 0 ? plus : `${plus}-SUM(${minus.join(",")})`;
  const isKnown = [`ISNUMBER(${whole.cell})`, `COUNT(${terms.map(({ spot }) => spot.cell).join(",")})>0`];
  const isNothing = ignoresZero ? [`${whole.cell}<>0`] : [];
  const isWrong = relation.must === "equal" ? `ABS(${sum}-${whole.cell})>0.0005` : `${sum}-${whole.cell}>0.0005`;
  const severity = catalogue.findingTexts.get(rule.finding)?.severity;
  const opening = severity === "error" ? FAULT : DOUBT;
  const [only] = terms;
  const said =
    relation.must === "equal"
      ? `"${opening}: ${quoted(whole.called)} phải là "&(${sum})&". "`
      : `"${opening}: ${terms.length === 1 && only !== undefined ? quoted(only.spot.called) : "tổng các mục"} lớn hơn ${quoted(whole.called)}. "`;
  return `IF(AND(${[...isKnown, ...isNothing, isWrong].join(",")}),${said},"")`;
}

function quoted(text: string): string {
  return text.replaceAll('"', '""');
}

/** Cell of a column in a row. */
export function cellIn(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
