// A written workbook with another number in one visible cell, patched in the sheet's XML so that nothing else changes,
// as someone does who corrects the print by hand.

import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { readWorkbook } from "../../src/read/read-workbook.js";

/** The workbook with `value` in the cell `address` of a sheet. */
export function patchedCell(bytes: Uint8Array, sheet: string, address: string, value: number): Uint8Array {
  const book = readWorkbook(bytes, "tệp.xlsx").value;
  const index = book?.sheets.findIndex((grid) => grid.name === sheet) ?? -1;
  const part = `xl/worksheets/sheet${index + 1}.xml`;
  const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
  const archive = new ZipPackage(bytes);
  const parts = archive.entries.map((entry) => {
    const content = archive.readEntry(entry);
    if (entry.name !== part) return packPart(entry.name, content);
    const xml = content.toString("utf8");
    if (!cell.test(xml)) throw new Error(`no cell ${address} in ${part}`);
    return packPart(entry.name, Buffer.from(xml.replace(cell, `<c r="${address}"$1><v>${value}</v></c>`)));
  });
  return writeZip(parts);
}
