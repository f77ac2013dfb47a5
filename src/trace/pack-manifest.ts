// A run and the plan of its output → the manifest as bytes. The same run gives the same bytes.

import { addressText } from "../model/cell-address.js";
import type { Fact, SourceCells, Total } from "../model/fact.js";
import { groupBy } from "../model/group-by.js";
import type { Indicator } from "../model/indicator.js";
import type { PrintedCells } from "../model/printed-cells.js";
import type { Quantity } from "../model/quantity.js";
import { type LoosePart, packParts } from "../ooxml/pack-parts.js";
import { writeZip } from "../ooxml/zip-writer.js";
import {
  MANIFEST_MARK,
  MANIFEST_SCHEMA,
  type ManifestHead,
  type ManifestIndicator,
  PARTS,
  type StoredCells,
  type StoredPart,
} from "./manifest.js";

/** The quick level: what is saved beyond it is not worth the wait for thousands of files. */
const LEVEL = 1;

/** What is said of the run as a whole; what follows from its figures is added when it is packed. */
export type RunRecord = Omit<ManifestHead, "mark" | "schema" | "units" | "indicators">;

export interface TracedRun {
  readonly record: RunRecord;
  /** Its cells say which totals they show. */
  readonly plan: PrintedCells;
  /** By file, in the order of the record's files; undefined for one that gave nothing. */
  readonly evidence: readonly (Uint8Array | undefined)[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly nameOf: (unit: string) => string;
}

/** The manifest's archive. */
export async function packManifest({ record, plan, evidence, indicators, nameOf }: TracedRun): Promise<Uint8Array> {
  const typed = packParts(evidenceParts(evidence), LEVEL);
  const book = createTotalBook(printedTotals(plan));
  const cells = printedCells(plan, book.place);
  const codes = [...book.lists.keys()];
  const head: ManifestHead = {
    mark: MANIFEST_MARK,
    schema: MANIFEST_SCHEMA,
    ...record,
    indicators: Object.fromEntries(codes.map((code) => [code, describe(indicators.get(code), code)])),
    units: [...book.units.keys()].map((key) => [key, nameOf(key)]),
  };
  const figures = await packParts(
    [
      { name: PARTS.head, content: () => Buffer.from(`${JSON.stringify(head, null, 1)}\n`, "utf8") },
      { name: PARTS.cells, content: () => Buffer.from(JSON.stringify(cells), "utf8") },
      ...shownParts(plan),
      ...[...book.lists].map(([code, list]) => ({ name: PARTS.totals(code), content: () => list.bytes() })),
    ],
    LEVEL,
  );
  return writeZip([...figures, ...(await typed)]);
}

function evidenceParts(evidence: TracedRun["evidence"]): readonly LoosePart[] {
  const known = evidence.flatMap((bytes, file) => (bytes === undefined ? [] : [{ file, bytes }]));
  return [...groupBy(known, ({ file }) => PARTS.files(file))].map(([name, files]) => ({
    name,
    content: () => {
      const pieces = files.flatMap(({ file, bytes }, place) => [
        Buffer.from(`${place === 0 ? "{" : ","}"${file}":`),
        bytes,
      ]);
      return Buffer.concat([...pieces, Buffer.from("}")]);
    },
  }));
}

function describe(indicator: Indicator | undefined, code: string): ManifestIndicator {
  const { name = code, measuredIn = "", ratio } = indicator ?? {};
  return ratio === undefined ? { name, measuredIn } : { name, measuredIn, times: ratio.times };
}

function printedCells(plan: PrintedCells, place: (total: Total) => string): StoredCells {
  const sheets = plan.sheets.map(({ name, rows }) => {
    const cells = rows.flatMap(({ row, cells: ofRow }) =>
      ofRow.flatMap(({ column, total }) =>
        total === undefined ? [] : [[addressText({ row, column }), place(total)] as const],
      ),
    );
    return [name, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(sheets.filter(([, cells]) => Object.keys(cells).length > 0));
}

/** One part, where some cell shows another text or number than its total's. */
function shownParts({ sheets }: PrintedCells): readonly LoosePart[] {
  const shown = sheets.flatMap(({ name, rows }) => {
    const cells = rows.flatMap(({ row, cells: ofRow }) =>
      ofRow.flatMap(({ column, shown: one }) => (one === undefined ? [] : [[addressText({ row, column }), one]])),
    );
    return cells.length === 0 ? [] : [[name, Object.fromEntries(cells)]];
  });
  if (shown.length === 0) return [];
  return [{ name: PARTS.shown, content: () => Buffer.from(JSON.stringify(Object.fromEntries(shown)), "utf8") }];
}

interface TotalBook {
  readonly lists: ReadonlyMap<string, JsonList>;
  readonly units: ReadonlyMap<string, number>;
  /** `indicator:place`; the total and all it rests on are stored with the first call. */
  place(total: Total): string;
}

/** Characters kept as a text before they become bytes. */
const STRETCH = 65_536;

/** A list of JSON texts, kept as bytes: hundreds of thousands of small texts or lists would take several times the room. */
class JsonList {
  private readonly done: Buffer[] = [];
  private open = "";
  private count = 0;

  /** Adds a text and gives its place. */
  push(text: string): number {
    this.open += this.count === 0 ? text : `,${text}`;
    if (this.open.length > STRETCH) this.close();
    this.count += 1;
    return this.count - 1;
  }

  bytes(): Buffer {
    this.close();
    return Buffer.concat([Buffer.from("["), ...this.done, Buffer.from("]")]);
  }

  private close(): void {
    this.done.push(Buffer.from(this.open, "utf8"));
    this.open = "";
  }
}

/** Totals that cells show. */
function printedTotals({ sheets }: PrintedCells): ReadonlySet<Total> {
  const printed = new Set<Total>();
  for (const { rows } of sheets) {
    for (const { cells } of rows) for (const { total } of cells) if (total !== undefined) printed.add(total);
  }
  return printed;
}

/**
 * Totals by indicator; parts go before what they are part of. What is met again is stored once: totals that are printed
 * and those that rest on others. Any other, a unit's own figures below what is printed, is met once, under the total above.
 */
function createTotalBook(printed: ReadonlySet<Total>): TotalBook {
  const lists = new Map<string, JsonList>();
  const units = new Map<string, number>();
  const known = new Map<Total, number>();
  const quoted = createQuoter();
  const unitPlace = (key: string): number => {
    const before = units.get(key);
    if (before === undefined) units.set(key, units.size);
    return before ?? units.size - 1;
  };
  const store = (total: Total): number => {
    const before = known.get(total);
    if (before !== undefined) return before;
    const { indicator } = total;
    const parts: StoredPart[] = [];
    for (const part of total.parts) {
      const place = store(part);
      parts.push(part.indicator === indicator ? place : `${part.indicator}:${place}`);
    }
    let list = lists.get(indicator);
    if (list === undefined) {
      list = new JsonList();
      lists.set(indicator, list);
    }
    const place = list.push(storedTotal(total, { unit: unitPlace(total.unit), parts, quoted }));
    if (parts.length > 0 || printed.has(total)) known.set(total, place);
    return place;
  };
  return { lists, units, place: (total) => `${total.indicator}:${store(total)}` };
}

type Quoted = (text: string) => string;

/** Texts as JSON; names of sheets and holders are few. */
function createQuoter(): Quoted {
  const known = new Map<string, string>();
  return (text) => {
    let json = known.get(text);
    if (json === undefined) {
      json = JSON.stringify(text);
      known.set(text, json);
    }
    return json;
  };
}

interface Storing {
  readonly unit: number;
  readonly parts: readonly StoredPart[];
  readonly quoted: Quoted;
}

/** A `StoredTotal` as JSON, put together by hand: it is done hundreds of thousands of times. */
function storedTotal(total: Total, { unit, parts, quoted }: Storing): string {
  const { coverage, estimate } = total;
  const shown = parts.map((part) => (typeof part === "number" ? part : JSON.stringify(part))).join(",");
  const facts = total.facts.map((fact) => storedFact(fact, quoted)).join(",");
  const flags = estimate ? "estimate" : "";
  const quantity = storedQuantity(total.quantity);
  return `[${unit},"${total.operation}",${quantity},${coverage.have},${coverage.due},"${flags}",[${shown}],[${facts}]]`;
}

/** Numbers are finite, and then JSON writes them as any text does. */
function storedQuantity(quantity: Quantity): string {
  return quantity.kind === "known" ? String(quantity.value) : `"${quantity.why}"`;
}

/** A `StoredFact` as JSON. */
function storedFact({ source, quantity, holder = "" }: Fact, quoted: Quoted): string {
  const head = `[${source?.file ?? -1},${storedQuantity(quantity)},${quoted(holder)},`;
  if (source === undefined) return `${head}[]]`;
  const beside = (source.beside ?? []).map((cells) => `,${storedSource(cells, quoted)}`);
  return `${head}[${storedSource(source, quoted)}${beside.join("")}]]`;
}

/** A `StoredSource` as JSON; cells are letters, digits, colons and commas. */
function storedSource({ sheet, cells, isCounted }: SourceCells, quoted: Quoted): string {
  return `[${quoted(sheet)},"${cells}","${isCounted === true ? "counted" : "added"}"]`;
}
