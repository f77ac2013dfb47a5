// What is worked out once for all submissions of a run: what the declarations say about forms and computed figures, and
// the texts that facts share.

import type { Catalogue } from "../model/catalogue.js";
import { type Form, fieldsOf, type Grain } from "../model/form.js";
import type { Indicator, RowCount } from "../model/indicator.js";
import type { Division } from "../model/split-key.js";
import type { FormTable } from "../model/submission.js";
import { createFoundFields, isPreferredElsewhere } from "./choose-table.js";
import { createRunBook, type RunBook } from "./fact-source.js";
import { holderOf } from "./fund-holder.js";

/** An indicator computed from others, unit by unit. */
export interface UnitSum {
  readonly code: string;
  readonly parts: readonly string[];
  readonly when: "parts-first" | "all-parts";
}

/** All of them, and the indicators that are parts of any. */
export interface UnitSums {
  readonly all: readonly UnitSum[];
  readonly parts: ReadonlySet<string>;
}

/** An indicator that counts rows of a form. */
export interface CountedIndicator {
  readonly code: string;
  readonly count: RowCount;
}

/** What a form's declaration says about its tables of one grain. */
export interface GrainTraits {
  /** Indicators that nobody owes where no table has a column for them. */
  readonly mayLack: readonly string[];
  /** Holder of rows that name none; undefined where the form does not tell holders apart. */
  readonly holder: string | undefined;
}

export interface FactMemory {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly sums: UnitSums;
  /** In declared order, by form. */
  readonly counts: readonly CountedIndicator[];
  /** How units that were divided later are divided. */
  readonly divisions: readonly Division[];
  readonly runs: RunBook;
  traitsOf(table: Pick<FormTable, "form" | "grain">): GrainTraits;
  /** Codes of the indicator fields found on the tables. */
  fieldsOn(tables: readonly FormTable[]): ReadonlySet<string>;
  /** Indicators that the forms of these tables may lack, and that none of the tables has a field for. */
  absentFrom(covers: readonly FormTable[], branches: readonly FormTable[]): readonly string[];
}

/** The memory of one run over a catalogue. */
export function createFactMemory(catalogue: Catalogue): FactMemory {
  const { indicators } = catalogue;
  const traits = new Map<Form, Map<Grain, GrainTraits>>();
  const sums = [...indicators.values()].flatMap(unitSumOf);
  const fieldsOn = createFoundFields();
  const absent = new WeakMap<ReadonlySet<string>, WeakMap<ReadonlySet<string>, readonly string[]>>();
  const traitsOf: FactMemory["traitsOf"] = ({ form, grain }) => {
    const grains = traits.get(form) ?? new Map<Grain, GrainTraits>();
    traits.set(form, grains);
    const known = grains.get(grain) ?? grainTraits(form, grain, catalogue);
    grains.set(grain, known);
    return known;
  };
  return {
    indicators,
    sums: { all: sums, parts: new Set(sums.flatMap(({ parts }) => parts)) },
    counts: [...indicators.values()].flatMap(({ code, count }) => (count === undefined ? [] : [{ code, count }])),
    divisions: catalogue.register.divisions ?? [],
    runs: createRunBook(),
    fieldsOn,
    traitsOf,
    absentFrom: (covers, branches) => {
      const [taken, added] = [fieldsOn(covers), fieldsOn(branches)];
      const known = absent.get(taken) ?? new WeakMap<ReadonlySet<string>, readonly string[]>();
      absent.set(taken, known);
      const codes = known.get(added) ?? absentCodes([...covers, ...branches].map(traitsOf), [taken, added]);
      known.set(added, codes);
      return codes;
    },
  };
}

function absentCodes(traits: readonly GrainTraits[], found: readonly ReadonlySet<string>[]): readonly string[] {
  const codes = new Set(traits.flatMap(({ mayLack }) => mayLack));
  return [...codes].filter((code) => found.every((fields) => !fields.has(code)));
}

function unitSumOf({ code, sumOf }: Indicator): readonly UnitSum[] {
  return sumOf === undefined || sumOf.when === "always" ? [] : [{ code, parts: sumOf.parts, when: sumOf.when }];
}

function grainTraits(form: Form, grain: Grain, catalogue: Catalogue): GrainTraits {
  const mayLack: string[] = [];
  for (const { role, code } of fieldsOf(form, grain)) {
    if (role === "indicator" && !isPreferredElsewhere(code, { form, grain }, catalogue)) mayLack.push(code);
  }
  return { mayLack, holder: holderOf(form, grain) };
}
