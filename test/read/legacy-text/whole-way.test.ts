// A commune's workbook typed in legacy letters gives the same report as its twin in Unicode, and notes that say so.

import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { createTakeIn } from "../../../src/pipeline/take-in.js";
import type { TakenFile } from "../../../src/pipeline/taken-file.js";
import { shippedCatalogue } from "../../kit/catalogue.js";
import { inDoubleUtf8, inTcvn3, inTcvn3Capitals, inVni } from "../../kit/legacy-encoders.js";

const TWIN = "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx";
const takeIn = createTakeIn(shippedCatalogue());

/** How a text is written, and in which font; undefined leaves the font as it is. */
type Writing = (text: string) => { readonly text: string; readonly font: string | undefined };

const WRITINGS: readonly (readonly [string, Writing])[] = [
  [
    "TCVN3 in .VnTime and .VnTimeH",
    (text) =>
      text === text.toUpperCase()
        ? { text: inTcvn3Capitals(text), font: ".VnTimeH" }
        : { text: inTcvn3(text), font: ".VnTime" },
  ],
  ["TCVN3 without its font", (text) => ({ text: inTcvn3(text), font: undefined })],
  ["VNI in VNI-Times", (text) => ({ text: inVni(text), font: "VNI-Times" })],
  ["VNI without its font", (text) => ({ text: inVni(text), font: undefined })],
  ["double UTF-8", (text) => ({ text: inDoubleUtf8(text), font: undefined })],
];

/** The twin with every text, and the names of its sheets, written in another way. */
async function rewritten(write: Writing): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(TWIN).buffer);
  for (const sheet of book.worksheets) {
    sheet.name = write(sheet.name).text;
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value !== "string" || cell.master.address !== cell.address) return;
        const { text, font } = write(cell.value);
        cell.value = text;
        if (font !== undefined) cell.font = { ...cell.font, name: font };
      }),
    );
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function take(bytes: Uint8Array): Promise<TakenFile> {
  return takeIn({ path: "huong-phung.xlsx", modified: "2022-12-01", bytes }, 0);
}

/** What a file says, without the hash of its bytes. */
function said({ submission, contributions, forms, drafts }: TakenFile): unknown {
  const rest = drafts.filter((draft) => draft.code !== "V-K03");
  return { submission: { ...submission, file: "" }, contributions, forms, rest };
}

describe.each(WRITINGS)("%s", (_label, write) => {
  const taken: { twin?: TakenFile; own?: TakenFile } = {};
  beforeAll(async () => {
    taken.twin = await take(readFileSync(TWIN));
    taken.own = await take(await rewritten(write));
  });

  it("gives the same submission and the same facts", () => {
    expect(taken.twin?.submission?.unit?.name).toBe("Xã Hướng Phùng");
    expect(taken.twin?.contributions.length).toBeGreaterThan(0);
    expect(taken.own && said(taken.own)).toEqual(taken.twin && said(taken.twin));
  });

  it("adds a note for each sheet, and no question", () => {
    const notes = taken.own?.drafts.filter((draft) => draft.code === "V-K03") ?? [];
    const sheets = new Set(notes.map((note) => note.place.sheet));
    expect(sheets.size).toBe(taken.own?.forms.length);
    expect(notes.length).toBeLessThanOrEqual(2 * sheets.size);
    expect(new Set(notes.map((note) => note.variant))).toEqual(new Set([undefined, "sheet-name"]));
  });
});
