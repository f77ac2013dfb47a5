// The totals of a manifest, written and packed as they are met: a run over a nation has over a million of them.

import { type Fact, isColumn, partsTogether, type SourceCells, type Total, type TotalColumn } from "../model/fact.js";
import { at } from "../model/outcome.js";
import type { PrintedCells } from "../model/printed-cells.js";
import { QUANTITY_STATES, type Quantity } from "../model/quantity.js";
import { GrowingPart } from "../ooxml/growing-part.js";
import type { PackedPart } from "../ooxml/zip-writer.js";
import { JsonBytes } from "./json-bytes.js";
import { PARTS, type StoredGroup, type StoredPart } from "./manifest.js";

export interface TotalBook {
  /** `indicator:place`; the total and all it rests on are stored with the first call. */
  place(total: Total): string;
  /** Waits where much is left to be packed. */
  packedSoFar(): Promise<void>;
  /** Indicators and keys of units, in the order in which they were met. */
  indicators(): readonly string[];
  units(): readonly string[];
  /** Groups of units that columns speak of. */
  groups(): readonly StoredGroup[];
  /** The lists of totals, one part for each indicator; nothing is stored after it. */
  finished(): Promise<readonly PackedPart[]>;
}

/** Bytes of a list that are packed together. */
const STRETCH = 60_000;
/** Stretches that may wait to be packed. */
const MOST_WAITING = 32;

/**
 * Totals by indicator; parts go before what they are part of. What is met again is stored once: totals that are printed
 * and those that rest on others. Any other, a unit's own figures below what is printed, is met once, under the total above.
 */
export function createTotalBook(plan: PrintedCells, level: number): TotalBook {
  const printed = printedTotals(plan);
  const lists = new Map<string, TotalList>();
  const units = new Map<string, number>();
  const known = new Map<Total, number>();
  let waiting: Promise<unknown>[] = [];
  const unitPlace = (key: string): number => {
    const before = units.get(key);
    if (before === undefined) units.set(key, units.size);
    return before ?? units.size - 1;
  };
  const groups = new Map<TotalColumn["owners"], number>();
  const stored: StoredGroup[] = [];
  const groupOf = (owners: TotalColumn["owners"]): number => {
    const before = groups.get(owners);
    if (before !== undefined) return before;
    groups.set(owners, stored.length);
    stored.push([owners.map(({ unit }) => unitPlace(unit)), owners.map(({ file }) => file)]);
    return stored.length - 1;
  };
  const listOf = (indicator: string): TotalList => {
    const list = lists.get(indicator) ?? new TotalList(PARTS.totals(indicator), level);
    lists.set(indicator, list);
    return list;
  };
  const storeColumn = (column: TotalColumn, indicator: string): readonly StoredPart[] => {
    const list = listOf(column.indicator);
    const first = list.addColumn(column, groupOf(column.owners));
    if (list.size > STRETCH) waiting.push(list.pack());
    if (column.indicator === indicator) return [[first, column.owners.length]];
    return column.owners.map((_, index) => nameOf(column.indicator, first + index, indicator));
  };
  const store = (total: Total): number => {
    const before = known.get(total);
    if (before !== undefined) return before;
    const { indicator } = total;
    const parts: StoredPart[] = [];
    for (const part of partsTogether(total.parts)) {
      if (isColumn(part)) parts.push(...storeColumn(part, indicator));
      else parts.push(nameOf(part.indicator, store(part), indicator));
    }
    const list = listOf(indicator);
    const place = list.add(total, unitPlace(total.unit), parts);
    if (list.size > STRETCH) waiting.push(list.pack());
    if (parts.length > 0 || printed.has(total)) known.set(total, place);
    return place;
  };
  return {
    place: (total) => `${total.indicator}:${store(total)}`,
    packedSoFar: async () => {
      if (waiting.length <= MOST_WAITING) return;
      await Promise.all(waiting);
      waiting = [];
    },
    indicators: () => [...lists.keys()],
    units: () => [...units.keys()],
    groups: () => stored,
    finished: () => Promise.all([...lists.values()].map((list) => list.finished())),
  };
}

/** A total of `indicator` as part of one of `above`. */
function nameOf(indicator: string, place: number, above: string): StoredPart {
  return indicator === above ? place : `${indicator}:${place}`;
}

/** Totals that cells show. */
function printedTotals({ sheets }: PrintedCells): ReadonlySet<Total> {
  const printed = new Set<Total>();
  for (const { rows } of sheets) {
    for (const { cells } of rows) for (const { total } of cells) if (total !== undefined) printed.add(total);
  }
  return printed;
}

/** The list of one indicator: a `StoredList` as JSON. */
class TotalList {
  readonly #json = new JsonBytes();
  readonly #part: GrowingPart;
  #count = 0;

  constructor(name: string, level: number) {
    this.#part = new GrowingPart(name, level);
  }

  /** Bytes that are not handed over to be packed. */
  get size(): number {
    return this.#json.size;
  }

  /** Adds a total and gives its place. */
  add(total: Total, unit: number, parts: readonly StoredPart[]): number {
    const json = this.#json;
    json.plain(this.#count === 0 ? "[[" : ",[");
    json.number(unit);
    json.plain(`,"${total.operation}",`);
    writeQuantity(total.quantity, json);
    json.plain(",");
    json.number(total.coverage.have);
    json.plain(",");
    json.number(total.coverage.due);
    json.plain(total.estimate ? ',"estimate",[' : ',"",[');
    for (const [index, part] of parts.entries()) {
      if (index > 0) json.plain(",");
      writePart(part, json);
    }
    json.plain("],[");
    for (const [index, fact] of total.facts.entries()) {
      if (index > 0) json.plain(",");
      writeFact(fact, json);
    }
    json.plain("]]");
    this.#count += 1;
    return this.#count - 1;
  }

  /** Adds the totals of a group and gives the place of the first. */
  addColumn(column: TotalColumn, group: number): number {
    const { operation, owners, facts } = column;
    const json = this.#json;
    json.plain(this.#count === 0 ? '[{"group":' : ',{"group":');
    json.number(group);
    json.plain(`,"operation":"${operation}","facts":[`);
    for (const [index, fact] of facts.entries()) {
      if (index > 0) json.plain(",");
      writeColumn(fact, column, json);
    }
    json.plain("]}");
    this.#count += owners.length;
    return this.#count - owners.length;
  }

  pack(): Promise<unknown> {
    return this.#part.push(this.#json.take());
  }

  finished(): Promise<PackedPart> {
    this.#json.plain("]");
    this.pack();
    return this.#part.finished();
  }
}

function writePart(part: StoredPart, json: JsonBytes): void {
  if (typeof part === "number") json.number(part);
  else if (typeof part === "string") json.text(part);
  else json.plain(`[${part}]`);
}

/** A `StoredColumn`. */
function writeColumn(
  { place, holder = "", sheet, isCounted }: TotalColumn["facts"][number],
  { owners, figures: { states, values } }: TotalColumn,
  json: JsonBytes,
): void {
  json.plain("[");
  json.name(holder);
  json.plain(",");
  if (sheet === undefined) json.plain("null");
  else json.name(sheet);
  json.plain(isCounted ? ',"counted",' : ',"added",');
  const { length: count } = owners;
  const first = place * count;
  json.plain("[");
  if (isKnownBetween(states, first, first + count)) json.numbers(values, { first, count, step: 1 });
  else {
    for (let index = first; index < first + count; index += 1) {
      if (index > first) json.plain(",");
      const state = at(QUANTITY_STATES, states[index] ?? -1);
      if (state === "known") json.number(values[index] ?? Number.NaN);
      else json.plain(`"${state}"`);
    }
  }
  json.plain("],[");
  if (sheet !== undefined) json.plains(owners.map(({ facts }) => facts.cells[place] ?? ""));
  json.plain("]]");
}

const KNOWN = QUANTITY_STATES.indexOf("known");

function isKnownBetween(states: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) if (states[index] !== KNOWN) return false;
  return true;
}

/** Numbers are finite, and then JSON writes them as any text does. */
function writeQuantity(quantity: Quantity, json: JsonBytes): void {
  if (quantity.kind === "known") json.number(quantity.value);
  else json.plain(`"${quantity.why}"`);
}

/** A `StoredFact`. */
function writeFact({ source, quantity, holder = "" }: Fact, json: JsonBytes): void {
  json.plain("[");
  json.number(source?.file ?? -1);
  json.plain(",");
  writeQuantity(quantity, json);
  json.plain(",");
  json.name(holder);
  json.plain(",[");
  if (source !== undefined) {
    writeSource(source, json);
    for (const cells of source.beside ?? []) {
      json.plain(",");
      writeSource(cells, json);
    }
  }
  json.plain("]]");
}

/** A `StoredSource`; cells are letters, digits, colons and commas. */
function writeSource({ sheet, cells, isCounted }: SourceCells, json: JsonBytes): void {
  json.plain("[");
  json.name(sheet);
  json.plain(`,"${cells}","${isCounted === true ? "counted" : "added"}"]`);
}
