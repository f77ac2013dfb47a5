// WorkbookPlan → bytes. No arithmetic, no decision; the same plan gives the same bytes.

import { LOOKS, type PlannedSheet, type WorkbookPlan } from "../model/workbook-plan.js";
import { packParts } from "../ooxml/pack-parts.js";
import type { ZipEntry } from "../ooxml/zip-directory.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { DEFAULT_LEVEL, writeZip } from "../ooxml/zip-writer.js";
import { cellStyle } from "./cell-style.js";
import { addCharts } from "./chart/add-charts.js";
import { withDefaultFont } from "./default-font.js";
import { fillSheet } from "./fill-sheet.js";
import { insertBars } from "./insert-bars.js";
import { insertLinks } from "./insert-links.js";
import { safeText } from "./safe-text.js";
import { insertRows } from "./straight-rows.js";
import { XmlBytes } from "./xml-bytes.js";

/** The package is packed anew in any case, by zlib, which is many times faster than the packer of exceljs. */
const UNPACKED = { zip: { compression: "STORE" } } as const;
const STYLES = "xl/styles.xml";
const UNFIT_NAME = /[\\/?*[\]:]|^'|'$|^$|^.{32}/;

/**
 * The plan as an .xlsx package. exceljs makes the parts and is loaded only here; links are put in and the package is
 * packed anew, without clock or owner. Text is never a formula; characters that XML forbids are left out.
 */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  refuseUnfitNames(plan.sheets);
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  const moment = new Date(plan.created);
  book.created = moment;
  book.modified = moment;
  book.title = safeText(plan.title);
  book.creator = safeText(plan.creator);
  book.lastModifiedBy = book.creator;
  if (plan.recalculates === true) book.calcProperties.fullCalcOnLoad = true;
  const styles = new Map(LOOKS.map((look) => [look, cellStyle(look)]));
  for (const sheet of plan.sheets) fillSheet(book, sheet, (look) => styles.get(look) ?? {});
  const written = new Uint8Array(await book.xlsx.writeBuffer(UNPACKED));
  return addCharts(await repack(written, plan.sheets), plan.sheets);
}

/** exceljs numbers its sheet parts in the order of the sheets, from 1. */
async function repack(bytes: Uint8Array, sheets: readonly PlannedSheet[]): Promise<Uint8Array> {
  const partOf = new Map(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet]));
  const archive = new ZipPackage(bytes);
  const into = new XmlBytes();
  const contentOf = (entry: ZipEntry): Uint8Array => {
    const content = archive.readEntry(entry);
    if (entry.name === STYLES) return Buffer.from(withDefaultFont(content.toString("utf8")), "utf8");
    const sheet = partOf.get(entry.name);
    if (sheet === undefined) return content;
    return insertRows(insertBars(insertLinks(content.toString("utf8"), sheet), sheet), sheet, into);
  };
  const parts = archive.entries.map((entry) => ({ name: entry.name, pieces: () => [contentOf(entry)] }));
  return writeZip(await packParts(parts, DEFAULT_LEVEL));
}

/** Names come from lay-out within Excel's rules, because formulas use them; one that does not is our mistake. */
function refuseUnfitNames(sheets: readonly PlannedSheet[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    if (UNFIT_NAME.test(name) || seen.has(name.toLowerCase())) throw new Error(`sheet name does not fit: ${name}`);
    seen.add(name.toLowerCase());
  }
}
