// What the label–value pairs of a cover are, apart from any one sheet: worked out once for each template, because the
// covers of one collection have the same labels.

import type { Field } from "../model/form.js";
import type { RecognisedPairs } from "../model/recognised.js";
import type { TraitsOf } from "./column-traits.js";
import { type FormColumn, figureColumn, largestFactor, shownFactors } from "./figure-columns.js";

type Pairs = RecognisedPairs["pairs"];

export interface CoverLayout {
  /** Indexes of the pairs that hold figures; the lists below go by them. */
  readonly figures: readonly number[];
  /** A figure that stands alone is its own column. */
  readonly columns: readonly FormColumn[];
  readonly fields: readonly Field[];
  readonly headings: readonly string[];
  /** đồng per unit in which each figure is written. */
  readonly factors: Float64Array;
  readonly moneyFactor: number;
  readonly isMoneyDeclared: boolean;
}

/** The layout of a cover; `stated` is the đồng per unit that it states. */
export type CoverLayoutOf = (pairs: Pairs, stated: number | undefined) => CoverLayout;

interface KnownCover {
  readonly pairs: readonly { readonly field: Field; readonly labelText: string }[];
  readonly stated: number | undefined;
  readonly layout: CoverLayout;
}

/** More templates than a collection mixes; beyond it they are learnt anew. */
const LIMIT = 24;

/** Layouts of covers, kept from one workbook to the next. */
export function createCoverLayouts(traits: TraitsOf): CoverLayoutOf {
  const covers: KnownCover[] = [];
  return (pairs, stated) => {
    for (const known of covers) if (known.stated === stated && isSameTemplate(known.pairs, pairs)) return known.layout;
    const layout = layOutCover(pairs, stated, traits);
    if (covers.length >= LIMIT) covers.length = 0;
    covers.push({ pairs: pairs.map(({ field, labelText }) => ({ field, labelText })), stated, layout });
    return layout;
  };
}

/** Every field and every label, compared in full. */
function isSameTemplate(known: KnownCover["pairs"], pairs: Pairs): boolean {
  if (known.length !== pairs.length) return false;
  for (let index = 0; index < known.length; index += 1) {
    if (known[index]?.field !== pairs[index]?.field || known[index]?.labelText !== pairs[index]?.labelText)
      return false;
  }
  return true;
}

function layOutCover(pairs: Pairs, stated: number | undefined, traits: TraitsOf): CoverLayout {
  const figures = pairs.flatMap(({ field: { role } }, index) =>
    role === "indicator" || role === "check" ? [index] : [],
  );
  const told = pairs.filter((_, index) => figures.includes(index));
  const columns = told.map(({ field: { code }, labelText: heading }) =>
    figureColumn(traits(code, heading), { code, heading, stated }),
  );
  return {
    figures,
    columns,
    fields: told.map(({ field }) => field),
    headings: told.map(({ labelText }) => labelText),
    factors: shownFactors(columns),
    moneyFactor: largestFactor(columns),
    isMoneyDeclared: columns.every(({ power }) => power !== undefined),
  };
}
