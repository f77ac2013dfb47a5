// What the cells of the files add up to, for every total that rests on cells. The files are gone through part by part, so
// that the cells of a whole country never lie in memory together.

import { at } from "../model/outcome.js";
import { addKnown, cellsNamed, EvidentCells } from "./evident-cells.js";
import { type FileEvidence, PARTS, type StoredFact, type StoredGroup } from "./manifest.js";
import type { Manifest } from "./open-manifest.js";
import { factOf, type ListEntry } from "./totals-in.js";

/** By indicator and place in its list; NaN where no cell gives a figure. */
export type SumsOfCells = ReadonlyMap<string, Float64Array>;

/** Totals of one entry of a list that rest on files of one part. */
interface Claim {
  readonly sums: Float64Array;
  readonly first: number;
  /** How far behind the first each stands. */
  readonly members: readonly number[];
  /** What a member rests on in that part. */
  readonly factsOf: (member: number) => readonly StoredFact[];
}

/** The sums of all totals of a manifest. */
export function sumsOfCells(manifest: Manifest): SumsOfCells {
  const sums = new Map<string, Float64Array>();
  const claims = new Map<string, Claim[]>();
  const claimsOf = claimReader();
  for (const indicator of Object.keys(manifest.head.indicators)) {
    const totals = manifest.totals(indicator);
    const own = new Float64Array(totals.count).fill(Number.NaN);
    sums.set(indicator, own);
    for (const entry of totals.entries) {
      for (const [part, claim] of claimsOf(entry)) add(claims, part, { sums: own, first: entry.first, ...claim });
    }
  }
  for (const [part, all] of claims) {
    const cellsOf = cellReader(manifest.typedIn(part));
    for (const claim of all) sumUp(claim, cellsOf);
  }
  return sums;
}

/** What an entry rests on, by part. */
function claimReader(): (entry: ListEntry) => Iterable<readonly [part: string, Pick<Claim, "members" | "factsOf">]> {
  const known = new Map<StoredGroup, ReadonlyMap<string, readonly number[]>>();
  return (entry) => {
    if ("total" in entry) {
      return [...byPart(entry.total[7], ([file]) => file)].map(([part, facts]) => [
        part,
        { members: [0], factsOf: () => facts },
      ]);
    }
    const { group, column } = entry;
    const files = group[1];
    const members = known.get(group) ?? byPart([...files.keys()], (member) => at(files, member));
    known.set(group, members);
    const factsOf = (member: number): readonly StoredFact[] =>
      column.facts.map((one) => factOf(one, member, at(files, member)));
    return [...members].map(([part, own]) => [part, { members: own, factsOf }]);
  };
}

function byPart<T>(all: readonly T[], fileOf: (one: T) => number): ReadonlyMap<string, readonly T[]> {
  const parts = new Map<string, T[]>();
  for (const one of all) if (fileOf(one) >= 0) add(parts, PARTS.files(fileOf(one)), one);
  return parts;
}

function add<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

type CellsOf = (file: number, sheet: string) => EvidentCells;

/** The cells of the files of a part, each sheet opened once. */
function cellReader(typed: Readonly<Record<string, FileEvidence>>): CellsOf {
  const opened = new Map<string, EvidentCells>();
  return (file, sheet) => {
    const name = `${file}:${sheet}`;
    const cells = opened.get(name) ?? new EvidentCells(typed[file]?.[sheet]);
    opened.set(name, cells);
    return cells;
  };
}

function sumUp({ sums, first, members, factsOf }: Claim, cellsOf: CellsOf): void {
  for (const member of members) {
    const sum = sumOfFacts(factsOf(member), cellsOf);
    const before = at(sums, first + member);
    if (sum !== undefined) sums[first + member] = Number.isNaN(before) ? sum : before + sum;
  }
}

/** Several facts may share their cells (holders of one fund): these are added once for all of them. */
function sumOfFacts(facts: readonly StoredFact[], cellsOf: CellsOf): number | undefined {
  const known = facts.filter(([, quantity]) => typeof quantity === "number");
  const apart =
    known.length === 1 ? known : new Map(known.map((fact) => [JSON.stringify([fact[0], fact[3]]), fact])).values();
  let sum: number | undefined;
  for (const [file, , , sources] of apart) {
    for (const [sheet, cells, how] of sources) {
      sum = addKnown(sum, how === "counted" ? cellsNamed(cells) : cellsOf(file, sheet).sumOf(cells));
    }
  }
  return sum;
}
