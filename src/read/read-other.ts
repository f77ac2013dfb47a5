// Files that are no .xlsx but hold tables: text tables, web pages, old and foreign workbooks. Told by content, never by
// the name; what cannot be read keeps the answer of the reader of .xlsx.

import { type FindingDraft, values } from "../model/finding.js";
import type { WorkbookGrid } from "../model/grid.js";
import type { Outcome } from "../model/outcome.js";
import { identifyContent } from "../ooxml/identify-content.js";
import { identifyPackage } from "../ooxml/identify-package.js";
import { type Limits, OTHER_FORMAT_LIMITS } from "../ooxml/limits.js";
import { faultFinding, type OtherFormat, PackageFault } from "../ooxml/package-fault.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { decodeLegacyText } from "./legacy-text/decode-legacy-text.js";
import { readDelimited } from "./read-delimited.js";
import { readHtml } from "./read-html.js";
import { readFlatOds, readOds } from "./read-ods.js";
import { readXml2003 } from "./read-xml-2003.js";
import { readBinary } from "./second-reader.js";
import type { SheetJsThread } from "./sheet-js-thread.js";

interface OtherBook {
  readonly book: WorkbookGrid;
  /** What the file is, for the note: «tệp Excel 97–2003 .xls». */
  readonly kind: string;
}

/**
 * Reads a file that is no .xlsx. A note (V-K02, readable) says what it was taken for. Where it cannot be read: one finding
 * (V-K02 a table format that failed, V-K10 a text table written wrong, V-K15 beyond a limit, V-K16 password). Undefined
 * where it is none of the formats read here, so that what the reader of .xlsx said of it holds.
 */
export async function readOther(
  bytes: Uint8Array,
  file: string,
  { thread, limits = OTHER_FORMAT_LIMITS }: { readonly thread: SheetJsThread; readonly limits?: Limits },
): Promise<Outcome<WorkbookGrid | undefined> | undefined> {
  const kind = identify(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  if (kind?.format === undefined) return undefined;
  try {
    const other = await readAs(kind.format, {
      bytes,
      kind: kind.entries["loại nhận ra"] ?? "",
      limits,
      thread,
    });
    if (other === undefined) return undefined;
    const decoded = decodeLegacyText(other.book, file);
    return { value: decoded.value, findings: [readable(other.kind, file), ...decoded.findings] };
  } catch (fault) {
    if (!(fault instanceof PackageFault)) throw fault;
    return { value: undefined, findings: [faultFinding(fault, { file })] };
  }
}

/** What the file is, as the reason why it is no .xlsx; undefined for an archive that cannot be opened. */
function identify(bytes: Buffer, limits: Limits): PackageFault | undefined {
  try {
    return identifyContent(bytes) ?? identifyPackage(new ZipPackage(bytes, limits));
  } catch (fault) {
    if (fault instanceof PackageFault) return undefined;
    throw fault;
  }
}

interface Given {
  readonly bytes: Uint8Array;
  readonly kind: string;
  readonly limits: Limits;
  readonly thread: SheetJsThread;
}

/** Undefined for text and pages without a table. */
async function readAs(format: OtherFormat, { bytes, kind, limits, thread }: Given): Promise<OtherBook | undefined> {
  switch (format) {
    case "text":
      return readDelimited(bytes, limits);
    case "html": {
      const book = readHtml(bytes, limits);
      return book === undefined ? undefined : { book, kind };
    }
    case "xml-2003":
      return { book: readXml2003(bytes, limits), kind };
    case "ods":
      return { book: readOds(bytes, limits), kind };
    case "flat-ods":
      return { book: readFlatOds(bytes, limits), kind };
    case "xls":
    case "xlsb":
      return { book: await readBinary({ bytes, format, limits }, thread), kind };
  }
}

function readable(kind: string, file: string): FindingDraft {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return { code: "V-K02", variant: "readable", place: { file }, values: values({ tệp: name, "loại nhận ra": kind }) };
}
