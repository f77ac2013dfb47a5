// Why a file cannot be read, as it travels from the depth of a part to the one place that turns it into a finding.
// Thrown inside reading only; it never leaves a stage.

import { type FindingDraft, type Place, values } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import { fileName } from "../model/submission.js";
import { type Limits, limitText } from "./limits.js";

type FaultCode = "V-K02" | "V-K10" | "V-K15" | "V-K16";

/** Formats that another reader knows, though this one does not. */
export type OtherFormat = "text" | "html" | "xls" | "xlsb" | "ods" | "flat-ods" | "xml-2003";

export class PackageFault extends Error {
  readonly code: FaultCode;
  /** Placeholder values of the message, all but the file's name. */
  readonly entries: Readonly<Record<string, string>>;
  readonly found: string | undefined;
  readonly expected: string | undefined;
  readonly format: OtherFormat | undefined;

  constructor(
    code: FaultCode,
    entries: Readonly<Record<string, string>>,
    figures?: { found?: string; expected?: string; format?: OtherFormat | undefined },
  ) {
    super(`${code} ${Object.values(entries).join(" ")}`);
    this.code = code;
    this.entries = entries;
    this.found = figures?.found;
    this.expected = figures?.expected;
    this.format = figures?.format;
  }
}

/** A workbook that is broken: V-K10, «tệp hỏng: …». */
export function damaged(reason: string): PackageFault {
  return new PackageFault("V-K10", { "loại nhận ra": `tệp hỏng: ${reason}` });
}

/** A part whose bytes are not what the archive says of them. */
export function falsified(): PackageFault {
  return damaged("nội dung bị sai lệch");
}

/** What unpacking threw, as a fault of the file where it is one. */
export function inflateFault(cause: unknown): unknown {
  const isOfZlib = cause instanceof Error && !(cause instanceof PackageFault) && "code" in cause;
  return isOfZlib ? damaged("nội dung nén không giải được") : cause;
}

/** Something else than a workbook: V-K10. `kind` names what it is: «tệp Word». */
export function notWorkbook(kind: string, format?: OtherFormat): PackageFault {
  return new PackageFault("V-K10", { "loại nhận ra": kind }, { format });
}

/** A table in another format, which Excel can save as .xlsx: V-K02. */
export function otherFormat(kind: string, format?: OtherFormat): PackageFault {
  return new PackageFault("V-K02", { "loại nhận ra": kind }, { format });
}

/** A file that asks for a password: V-K16. */
export function encrypted(): PackageFault {
  return new PackageFault("V-K16", {});
}

/** A limit exceeded: V-K15; `found` is how much there is, where that is known. */
export function overLimit(name: keyof Limits, limits: Limits, found?: number): PackageFault {
  const { label, figure } = limitText(name, limits);
  const figures = found === undefined ? { expected: figure } : { found: vietnameseNumber(found), expected: figure };
  return new PackageFault("V-K15", { "giới hạn": label, số: figure }, figures);
}

/** The finding a fault stands for; its message names the file without its folders. */
export function faultFinding(fault: PackageFault, place: Place): FindingDraft {
  const name = fileName(place.file);
  return {
    code: fault.code,
    place,
    values: values({ tệp: name, ...fault.entries }),
    ...(fault.found === undefined ? {} : { found: fault.found }),
    ...(fault.expected === undefined ? {} : { expected: fault.expected }),
  };
}
