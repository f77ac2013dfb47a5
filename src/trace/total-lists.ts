// Totals as they were told → the lists of a manifest, written and packed as they come: one part for each indicator.

import type { TotalColumn } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { QUANTITY_STATES } from "../model/quantity.js";
import { GrowingPart } from "../ooxml/growing-part.js";
import type { PackedPart } from "../ooxml/zip-writer.js";
import { JsonBytes } from "./json-bytes.js";
import { PARTS } from "./manifest.js";
import { NO_FILE, ONE_TOTAL, SAME_LIST, SEVERAL, type ToldGroup, type ToldTotals } from "./told-totals.js";

/** Bytes of a list that are packed together. */
const STRETCH = 60_000;
/** Stretches that may wait to be packed. */
const MOST_WAITING = 32;
const KNOWN = QUANTITY_STATES.indexOf("known");
const NEWLINE = 0x0a;

export class TotalLists {
  readonly #level: number;
  readonly #lists = new Map<number, TotalList>();
  readonly #texts: string[] = [];
  readonly #groups: Group[] = [];
  readonly #columns: TotalColumn["facts"][] = [];
  #waiting: Promise<unknown>[] = [];

  /** Level 1–9 as zlib counts. */
  constructor(level: number) {
    this.#level = level;
  }

  take({ numbers, texts, groups, columns }: ToldTotals): void {
    for (const text of texts) this.#texts.push(text);
    for (const group of groups) this.#groups.push(createGroup(group));
    for (const column of columns) this.#columns.push(column);
    const records = new Records(numbers, this.#texts);
    while (records.hasMore) {
      const kind = records.next();
      const list = this.#listOf(records.next());
      if (kind === ONE_TOTAL) list.add(records);
      else {
        const group = records.next();
        const operation = records.text();
        const facts = at(this.#columns, records.next());
        list.addColumn({ operation, facts }, { number: group, group: at(this.#groups, group) });
      }
      if (list.size > STRETCH) this.#waiting.push(list.pack());
    }
  }

  /** Waits where much is left to be packed. */
  async packedSoFar(): Promise<void> {
    if (this.#waiting.length <= MOST_WAITING) return;
    await Promise.all(this.#waiting);
    this.#waiting = [];
  }

  /** The lists in the order in which they were begun; nothing is taken after it. */
  finished(): Promise<readonly PackedPart[]> {
    return Promise.all(Array.from(this.#lists.values(), (list) => list.finished()));
  }

  #listOf(indicator: number): TotalList {
    const before = this.#lists.get(indicator);
    if (before !== undefined) return before;
    const list = new TotalList(PARTS.totals(at(this.#texts, indicator)), this.#level);
    this.#lists.set(indicator, list);
    return list;
  }
}

/** Numbers of records, taken up one after the other. */
class Records {
  readonly #numbers: Float64Array;
  readonly #texts: readonly string[];
  /** Of the number that comes next. */
  place = 0;

  constructor(numbers: Float64Array, texts: readonly string[]) {
    this.#numbers = numbers;
    this.#texts = texts;
  }

  get hasMore(): boolean {
    return this.place < this.#numbers.length;
  }

  next(): number {
    return this.#numbers[this.place++] ?? Number.NaN;
  }

  text(): string {
    return at(this.#texts, this.next());
  }
}

/** A group whose cells are found by unit and place. */
interface Group extends ToldGroup {
  /** Where each cell ends, unit after unit. */
  readonly ends: Int32Array;
}

function createGroup({ count, states, values, cells }: ToldGroup): Group {
  const ends = new Int32Array(states.length);
  let found = 0;
  for (let index = 0; index < cells.length; index += 1) {
    if (cells[index] !== NEWLINE) continue;
    ends[found] = index;
    found += 1;
  }
  ends[found] = cells.length;
  return { count, states, values, cells, ends };
}

/** The list of one indicator: a `StoredList` as JSON. */
class TotalList {
  readonly #json = new JsonBytes();
  readonly #part: GrowingPart;
  #isBegun = false;

  constructor(name: string, level: number) {
    this.#part = new GrowingPart(name, level);
  }

  /** Bytes that are not handed over to be packed. */
  get size(): number {
    return this.#json.size;
  }

  /** A `StoredTotal`. */
  add(records: Records): void {
    const json = this.#json;
    json.plain(this.#isBegun ? ",[" : "[[");
    this.#isBegun = true;
    json.number(records.next());
    json.plain(`,"${records.text()}",`);
    writeQuantity(records, json);
    json.plain(",");
    json.number(records.next());
    json.plain(",");
    json.number(records.next());
    json.plain(records.next() === 1 ? ',"estimate",[' : ',"",[');
    writeParts(records, json);
    json.plain("],[");
    const facts = records.next();
    for (let index = 0; index < facts; index += 1) {
      if (index > 0) json.plain(",");
      writeFact(records, json);
    }
    json.plain("]]");
  }

  /** A `StoredTotals`. */
  addColumn(
    { operation, facts }: { readonly operation: string; readonly facts: TotalColumn["facts"] },
    { number, group }: { readonly number: number; readonly group: Group },
  ): void {
    const json = this.#json;
    json.plain(this.#isBegun ? ',{"group":' : '[{"group":');
    this.#isBegun = true;
    json.number(number);
    json.plain(`,"operation":"${operation}","facts":[`);
    for (const [index, fact] of facts.entries()) {
      if (index > 0) json.plain(",");
      writeColumn(fact, group, json);
    }
    json.plain("]}");
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

/** Each a `StoredPart`. */
function writeParts(records: Records, json: JsonBytes): void {
  const length = records.next();
  const start = records.place;
  while (records.place < start + length) {
    if (records.place > start) json.plain(",");
    const naming = records.next();
    if (naming === SAME_LIST) json.number(records.next());
    else if (naming === SEVERAL) json.plain(`[${records.next()},${records.next()}]`);
    else json.text(`${records.text()}:${records.next()}`);
  }
}

/** A `StoredColumn`. */
function writeColumn(
  { place, holder = "", sheet, isCounted }: TotalColumn["facts"][number],
  { count, states, values, cells, ends }: Group,
  json: JsonBytes,
): void {
  json.plain("[");
  json.name(holder);
  json.plain(",");
  if (sheet === undefined) json.plain("null");
  else json.name(sheet);
  json.plain(isCounted ? ',"counted",[' : ',"added",[');
  const first = place * count;
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
  if (sheet !== undefined) json.lines(cells, ends, { first: place, count, step: ends.length / count });
  json.plain("]]");
}

function isKnownBetween(states: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) if (states[index] !== KNOWN) return false;
  return true;
}

/** Numbers are finite, and then JSON writes them as any text does. */
function writeQuantity(records: Records, json: JsonBytes): void {
  const state = records.next();
  const value = records.next();
  if (state === KNOWN) json.number(value);
  else json.plain(`"${at(QUANTITY_STATES, state)}"`);
}

/** A `StoredFact`. */
function writeFact(records: Records, json: JsonBytes): void {
  const file = records.next();
  const holder = records.text();
  json.plain("[");
  if (file === NO_FILE) json.plain("-1");
  else json.number(file);
  json.plain(",");
  writeQuantity(records, json);
  json.plain(",");
  json.name(holder);
  json.plain(",[");
  const sources = records.next();
  for (let index = 0; index < sources; index += 1) {
    if (index > 0) json.plain(",");
    writeSource(records, json);
  }
  json.plain("]]");
}

/** A `StoredSource`; cells are letters, digits, colons and commas. */
function writeSource(records: Records, json: JsonBytes): void {
  json.plain("[");
  json.name(records.text());
  json.plain(`,"${records.text()}","${records.next() === 1 ? "counted" : "added"}"]`);
}
