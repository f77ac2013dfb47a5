// What a zip archive without an Excel workbook is: Word and PowerPoint files, OpenDocument, binary workbooks, plain zips.

import { damaged, notWorkbook, otherFormat, type PackageFault } from "./package-fault.js";
import type { ZipPackage } from "./zip-package.js";

/** The reason why an archive cannot be read as a workbook, by what stands in it. */
export function identifyPackage(archive: ZipPackage): PackageFault {
  const names = archive.entries.map((entry) => entry.name);
  const begins = (folder: string) => names.some((name) => name.startsWith(folder));
  const openDocument = openDocumentKind(archive);
  if (openDocument !== undefined) return openDocument;
  if (archive.find("xl/workbook.bin") !== undefined) return otherFormat("bảng tính nhị phân .xlsb", "xlsb");
  if (begins("word/")) return notWorkbook("tệp Word");
  if (begins("ppt/")) return notWorkbook("tệp PowerPoint");
  if (begins("xl/")) return damaged("bảng tính thiếu phần chính");
  return notWorkbook(names.length === 0 ? "tệp nén trống" : "tệp nén .zip");
}

function openDocumentKind(archive: ZipPackage): PackageFault | undefined {
  const entry = archive.find("mimetype");
  if (entry === undefined || entry.size > 200) return undefined;
  const type = archive.readEntry(entry).toString("latin1").trim();
  if (!type.startsWith("application/vnd.oasis.opendocument.")) return undefined;
  return type.includes(".spreadsheet")
    ? otherFormat("bảng tính OpenDocument .ods", "ods")
    : notWorkbook("tệp OpenDocument");
}
