// Names on a sheet → units, on top of the matcher: a name without its type («Hướng Phùng» in a column «Tên xã») is taken
// where exactly one unit of the scope has it. Source: the measured procedure of matching type and name first, then the
// name alone, inside one district or one province since 7/2025, which made no wrong match.

import type { Register } from "../model/register.js";
import { bareName, type Unit, type UnitKey } from "../model/unit.js";
import { createUnitMatcher } from "./match-unit.js";
import type { WordsOf } from "./name-words.js";

export type NamedUnit =
  /** `isBare`: the name was written without its type. */
  | { readonly kind: "found"; readonly unit: Unit; readonly isBare: boolean }
  | { readonly kind: "ambiguous"; readonly units: readonly Unit[] }
  | { readonly kind: "unknown"; readonly suggestions: readonly Unit[] };

export interface UnitNames {
  /**
   * Pass the same array for the same scope: indexes and answers are kept by it. `parent`: whose report it is; a name that
   * was confirmed for its reports decides where the name itself does not.
   */
  find(text: string, scope: readonly Unit[], parent?: UnitKey): NamedUnit;
  /** True where the text is the name of this unit, type included. */
  isCalled(text: string, unit: Unit): boolean;
  /** True where the text is the name of this unit, with or without its type. */
  fits(text: string, unit: Unit): boolean;
  /** True where the text can be meant for this very unit, a slip of spelling included; for names beside a code. */
  agrees(text: string, unit: Unit): boolean;
}

/** What was learnt about one scope. */
interface ScopeAnswers {
  readonly named: Map<string, NamedUnit>;
  /** Names of its units without their types, as `sameText`. */
  readonly bareNames: () => ReadonlySet<string>;
}

function newAnswers(scope: readonly Unit[], wordsOf: WordsOf): ScopeAnswers {
  let names: ReadonlySet<string> | undefined;
  return {
    named: new Map(),
    bareNames: () => {
      names ??= new Set(scope.map((unit) => wordsOf(bareName(unit)).same));
      return names;
    },
  };
}

/** Look-up of names; it keeps what it learnt from one workbook to the next. */
export function createUnitNames(register: Register, wordsOf: WordsOf): UnitNames {
  const match = createUnitMatcher(register);
  const answers = new WeakMap<readonly Unit[], ScopeAnswers>();
  const single = new Map<string, readonly Unit[]>();
  const nameIn = (text: string, scope: readonly Unit[], { bareNames }: ScopeAnswers): NamedUnit => {
    const result = match(text, scope);
    if (result.kind === "found") return { kind: "found", unit: result.unit, isBare: false };
    const { spelled } = wordsOf(text);
    if (result.kind === "ambiguous" || !bareNames().has(spelled)) return result;
    const bare = result.suggestions.filter((unit) => wordsOf(bareName(unit)).same === spelled);
    const [only] = bare;
    if (only === undefined) return result;
    return bare.length === 1 ? { kind: "found", unit: only, isBare: true } : { kind: "ambiguous", units: bare };
  };
  const findByName = (text: string, scope: readonly Unit[]): NamedUnit => {
    const known = answers.get(scope) ?? newAnswers(scope, wordsOf);
    answers.set(scope, known);
    const before = known.named.get(text);
    if (before !== undefined) return before;
    const named = nameIn(text, scope, known);
    known.named.set(text, named);
    return named;
  };
  const find = (text: string, scope: readonly Unit[], parent?: UnitKey): NamedUnit => {
    const named = findByName(text, scope);
    if (parent === undefined || named.kind !== "unknown") return named;
    const meant = register.rememberedIn(parent, text)?.unit;
    const unit = meant === undefined ? undefined : scope.find(({ key }) => key === meant);
    return unit === undefined ? named : { kind: "found", unit, isBare: false };
  };
  const findAlone = (text: string, unit: Unit): NamedUnit => {
    const scope = single.get(unit.key) ?? [unit];
    single.set(unit.key, scope);
    return find(text, scope);
  };
  return {
    find,
    isCalled: (text, unit) => {
      if (text === unit.name) return true;
      const result = findAlone(text, unit);
      return result.kind === "found" && !result.isBare;
    },
    fits: (text, unit) => text === unit.name || findAlone(text, unit).kind === "found",
    agrees: (text, unit) => {
      if (text === unit.name) return true;
      const result = findAlone(text, unit);
      return result.kind === "found" || (result.kind === "unknown" && result.suggestions.length > 0);
    },
  };
}
