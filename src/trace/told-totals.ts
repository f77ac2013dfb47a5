// Totals told in numbers, so that another thread can write them down: what they rest on is a tree of a million objects,
// which none but the thread that made them can go through.

import type { Fact, FactFigures, SourceCells, Total, TotalColumn } from "../model/fact.js";
import { QUANTITY_STATES, type Quantity, stateOf } from "../model/quantity.js";

/** Some totals, in the order in which they are stored, each with its parts before it. */
export interface ToldTotals {
  /** Records one after the other, as `TotalTeller` lays them down and `total-lists.ts` takes them up. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Texts, groups of units and columns that records before did not speak of; numbered on from those. */
  readonly texts: readonly string[];
  readonly groups: readonly ToldGroup[];
  readonly columns: readonly TotalColumn["facts"][];
}

/** The facts of a group of units, place by place. */
export interface ToldGroup extends FactFigures {
  /** Units. */
  readonly count: number;
  /** The cells of each unit by their places, unit after unit, a line of ASCII each. */
  readonly cells: Uint8Array<ArrayBuffer>;
}

/** What a record is about. */
export const [ONE_TOTAL, WHOLE_COLUMN] = [0, 1];
/** How a part is named: in the same list; some in it, first and how many; in another list. */
export const [SAME_LIST, SEVERAL, OTHER_LIST] = [0, 1, 2];
/** A fact that comes from no file. */
export const NO_FILE = -1;

/** Numbers told together: a few thousand totals. */
const TOGETHER = 65_536;

/** What is told of a total beside what the total itself says. */
interface Standing {
  /** Number of its unit. */
  readonly unit: number;
  /** How its parts are named, one after the other. */
  readonly parts: readonly number[];
}

/** Lays totals down as records and gives them away, so many at a time. */
export class TotalTeller {
  readonly #tell: (told: ToldTotals) => void;
  readonly #encoder = new TextEncoder();
  readonly #texts = new Map<string, number>();
  readonly #columns = new Map<TotalColumn["facts"], number>();
  #numbers = new Float64Array(TOGETHER);
  #used = 0;
  #newTexts: string[] = [];
  #newGroups: ToldGroup[] = [];
  #newColumns: TotalColumn["facts"][] = [];

  constructor(tell: (told: ToldTotals) => void) {
    this.#tell = tell;
  }

  /** The number of a text. */
  textNumber(text: string): number {
    const before = this.#texts.get(text);
    if (before !== undefined) return before;
    const number = this.#texts.size;
    this.#texts.set(text, number);
    this.#newTexts.push(text);
    return number;
  }

  /** Tells of the facts of a group, which is numbered by its turn. */
  group({ owners, figures: { states, values } }: TotalColumn): void {
    const lines = owners.map(({ facts }) => facts.cells.join("\n")).join("\n");
    const cells = new Uint8Array(lines.length);
    this.#encoder.encodeInto(lines, cells);
    this.#newGroups.push({ count: owners.length, states, values, cells });
  }

  total(total: Total, { unit, parts }: Standing): void {
    const { indicator, operation, quantity, coverage, estimate, facts } = total;
    this.#put(ONE_TOTAL);
    this.#put(this.textNumber(indicator));
    this.#put(unit);
    this.#put(this.textNumber(operation));
    this.#quantity(quantity);
    this.#put(coverage.have);
    this.#put(coverage.due);
    this.#put(estimate ? 1 : 0);
    this.#put(parts.length);
    for (const number of parts) this.#put(number);
    this.#put(facts.length);
    for (const fact of facts) this.#fact(fact);
    this.#tellMany();
  }

  /** All totals of a column, whose group was told of. */
  column({ indicator, operation, facts }: TotalColumn, group: number): void {
    const before = this.#columns.get(facts);
    const number = before ?? this.#columns.size;
    if (before === undefined) {
      this.#columns.set(facts, number);
      this.#newColumns.push(facts);
    }
    this.#put(WHOLE_COLUMN);
    this.#put(this.textNumber(indicator));
    this.#put(group);
    this.#put(this.textNumber(operation));
    this.#put(number);
    this.#tellMany();
  }

  /** Gives away what is left. */
  end(): void {
    const numbers = this.#numbers.slice(0, this.#used);
    const [texts, groups, columns] = [this.#newTexts, this.#newGroups, this.#newColumns];
    this.#used = 0;
    this.#newTexts = [];
    this.#newGroups = [];
    this.#newColumns = [];
    this.#tell({ numbers, texts, groups, columns });
  }

  #fact({ source, quantity, holder = "" }: Fact): void {
    this.#put(source?.file ?? NO_FILE);
    this.#put(this.textNumber(holder));
    this.#quantity(quantity);
    const sources: readonly SourceCells[] = source === undefined ? [] : [source, ...(source.beside ?? [])];
    this.#put(sources.length);
    for (const cells of sources) this.#source(cells);
  }

  #source({ sheet, cells, isCounted }: SourceCells): void {
    this.#put(this.textNumber(sheet));
    this.#put(this.textNumber(cells));
    this.#put(isCounted === true ? 1 : 0);
  }

  #quantity(quantity: Quantity): void {
    this.#put(QUANTITY_STATES.indexOf(stateOf(quantity)));
    this.#put(quantity.kind === "known" ? quantity.value : Number.NaN);
  }

  #put(number: number): void {
    if (this.#used === this.#numbers.length) {
      const larger = new Float64Array(2 * this.#used);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#used++] = number;
  }

  #tellMany(): void {
    if (this.#used >= TOGETHER / 2) this.end();
  }
}
