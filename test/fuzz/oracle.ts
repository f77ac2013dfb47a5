// What must hold of any file, however broken: every cell that holds something is used or listed, and no figure comes from
// nowhere. The numbers that a file contains are found here in the plainest way, apart from the program's own reading.

import { at } from "../../src/model/outcome.js";
import { quantityAt, type Submission } from "../../src/model/submission.js";

/** Money units, and percents that were written as such. */
const FACTORS = [1, 1e3, 1e6, 1e9, 0.01];
const MARKUP = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[|\]\]>/g;
const NUMBER = /[-+−–]? *\d(?:[\d., \u00a0\u202f]*\d)?(?:[eE][-+]?\d+)?/g;

/** Every number that a reader may see in texts, in any of its readings; 0 is always among them («-» is a typed nought). */
export function numbersIn(texts: Iterable<string>): ReadonlySet<number> {
  const found = new Set<number>([0]);
  for (const text of texts) {
    const plain = text.replace(MARKUP, "").replace(/&#(x?)([\da-f]+);/gi, (_, hex, digits) => letter(digits, hex));
    for (const [token] of plain.normalize("NFKC").matchAll(NUMBER))
      for (const reading of readingsOf(token)) found.add(reading);
  }
  return found;
}

function letter(digits: string, hex: string): string {
  const code = Number.parseInt(digits, hex === "" ? 10 : 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function readingsOf(token: string): readonly number[] {
  if (/^\d+$/.test(token)) return [Number(token)];
  const bare = token.replace(/\s/g, "").replace(/[−–]/g, "-");
  const parts = bare.split(/(?<=\d)[.,](?=\d)/);
  const readings = [
    bare,
    bare.replaceAll(".", "").replace(",", "."),
    bare.replaceAll(",", ""),
    bare.replace(/[.,]/g, ""),
    ...parts,
  ];
  return readings
    .map(Number)
    .filter((value) => !Number.isNaN(value))
    .flatMap((value) => [value, Math.abs(value)]);
}

/** The first figure of the submission that stands in none of the numbers: «01!L9 = 61». */
export function strangeFigure({ tables }: Submission, numbers: ReadonlySet<number>): string | undefined {
  for (const table of tables) {
    for (let row = 0; row < table.rows.length; row += 1) {
      for (let field = 0; field < table.fields.length; field += 1) {
        const quantity = quantityAt(table, row, field);
        if (quantity.kind !== "known" || stands(quantity.value, numbers)) continue;
        const place = table.place(row, field);
        return `${table.sheet}!R${place.row}C${place.column} (${at(table.fields, field).code}) = ${quantity.value}`;
      }
    }
  }
  return undefined;
}

function stands(value: number, numbers: ReadonlySet<number>): boolean {
  return FACTORS.some((factor) => {
    const written = value / factor;
    return [written, Math.round(written), Number(written.toPrecision(12))].some((one) => numbers.has(one));
  });
}

/** Undefined where cells seen are cells used and cells listed. */
export function lostCells({ cells }: Submission): string | undefined {
  const listed = cells.listed.reduce((sum, { count }) => sum + count, 0);
  return cells.seen === cells.used + listed ? undefined : `seen ${cells.seen}, used ${cells.used}, listed ${listed}`;
}
