// Unicode → the legacy encodings, as the people typed who still have such fonts. Built on the tables under test/data, not on
// the program's own.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const ROW = z.object({ ma_hex: z.string(), ky_tu: z.string(), che_do: z.string(), unicode: z.string() });
export type CodeRow = z.infer<typeof ROW>;

/** The rows of `test/data/bang-ma-<name>.csv`. */
export function codeRows(name: "tcvn3" | "vni"): readonly CodeRow[] {
  const file = new URL(`../data/bang-ma-${name}.csv`, import.meta.url);
  return z.array(ROW).parse(parse(readFileSync(file), { columns: true }));
}

/** The characters that stand for a letter: `0041 00B5` → «Aµ». */
export function charactersOf(row: CodeRow): string {
  return row.ma_hex
    .split(" ")
    .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
    .join("");
}

const TCVN3 = tableOf("tcvn3", ["thuong", "hoa_co_san", "ghep"]);
const TCVN3_SMALL = tableOf("tcvn3", ["thuong"]);
const VNI = tableOf("vni", ["chuan"]);

/** TCVN3; capitals with a tone as the bare capital and the code of the small letter. */
export function inTcvn3(text: string): string {
  return encode(text, TCVN3);
}

/** TCVN3 for a font that shows small letters as capitals: `.VnTimeH`. */
export function inTcvn3Capitals(text: string): string {
  return encode(text.toLowerCase(), TCVN3_SMALL);
}

export function inVni(text: string): string {
  return encode(text, VNI);
}

const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** UTF-8 bytes, read as windows-1252. */
export function inDoubleUtf8(text: string): string {
  return inDoubleUtf8ByLatin1(text).replace(/[\u0080-\u009F]/g, (byte) =>
    WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80),
  );
}

/** UTF-8 bytes, read as Latin-1. */
export function inDoubleUtf8ByLatin1(text: string): string {
  return Buffer.from(text.normalize("NFC"), "utf8").toString("latin1");
}

/** As windows-1258 gives it: letters composed with breve, circumflex and horn, tones apart. */
export function inWindows1258(text: string): string {
  return [...text.normalize("NFC")]
    .map((letter) => {
      const tone = letter.normalize("NFD").match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? "";
      return letter.normalize("NFD").replace(tone, "").normalize("NFC") + tone;
    })
    .join("");
}

function encode(text: string, table: ReadonlyMap<string, string>): string {
  return [...text.normalize("NFC")].map((letter) => table.get(letter) ?? letter).join("");
}

function tableOf(name: "tcvn3" | "vni", modes: readonly string[]): ReadonlyMap<string, string> {
  const rows = codeRows(name).filter((row) => modes.includes(row.che_do));
  return new Map(rows.map((row) => [row.ky_tu, charactersOf(row)]));
}
