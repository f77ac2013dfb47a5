// Rows of units.csv → units, each row by itself; whether the rows fit one another is checked in register-checks.ts.

import { type IsoDate, isIsoDate } from "../model/iso-date.js";
import { type Level, type Unit, unitKey } from "../model/unit.js";
import type { DeclarationFile } from "./declaration-file.js";
import { type FileValues, type RegisterRow, readRows, refuseRow } from "./register-csv.js";

const COLUMNS = ["code", "from", "from_known", "until", "name", "type", "level", "parent", "aliases"] as const;
const DATE_FORM = "Ghi ngày có thật dạng năm-tháng-ngày, ví dụ 2025-07-01.";
const CODE_FORMS = new Map<Level, { readonly shape: RegExp; readonly words: string }>([
  ["national", { shape: /^[A-Z]{2}$/, words: "hai chữ hoa, ví dụ VN" }],
  ["province", { shape: /^\d{2}$/, words: "2 chữ số, ví dụ 01" }],
  ["district", { shape: /^\d{3}$/, words: "3 chữ số, ví dụ 001" }],
  ["commune", { shape: /^(\d{5}|tt:[a-z0-9-]+)$/, words: "5 chữ số, ví dụ 00004, hoặc tt:<tên> cho Hội trực thuộc" }],
]);
const NO_ALIASES: readonly string[] = [];

/**
 * Units of one units.csv, in file order. Aliases are separated with «;».
 *
 * @throws UsageError `declaration` for a wrong date, level, code, name or empty cell
 */
export function registerUnits(file: DeclarationFile): FileValues<Unit> {
  const dates = new Map<string, IsoDate>();
  const seen = new Map<string, string>();
  return readRows(file, COLUMNS, (row) => unitOf(row, dates, seen));
}

/** The date of a cell; `known` keeps the dates checked before, of which a file has few. */
export function dateIn(row: RegisterRow, cell: string, known: Map<string, IsoDate>): IsoDate {
  const before = known.get(cell);
  if (before !== undefined) return before;
  if (!isIsoDate(cell)) return refuseRow(row, `ngày «${cell}» không đúng.`, DATE_FORM);
  known.set(cell, cell);
  return cell;
}

/** `seen` keeps one string per type and parent's code: thousands of rows name the same few. */
function unitOf(row: RegisterRow, dates: Map<string, IsoDate>, seen: Map<string, string>): Unit {
  const [code = "", fromText = "", knownText = "", untilText = "", name = "", ...rest] = row.cells;
  const [type = "", levelText = "", parent = "", aliases = ""] = rest;
  const level = levelIn(row, levelText);
  refuseCode(row, code, level);
  refuseName(row, name, type);
  if ((parent === "") !== (level === "national")) {
    refuseRow(row, `ô parent «${parent}» không hợp với cấp ${level}.`, "Ghi mã cấp trên; chỉ cấp national để trống.");
  }
  const from = dateIn(row, fromText, dates);
  const until = untilText === "" ? undefined : dateIn(row, untilText, dates);
  if (until !== undefined && until <= from) {
    refuseRow(
      row,
      `ngày hết hiệu lực ${until} không sau ngày bắt đầu ${from}.`,
      "Ghi until là ngày đầu tiên hết hiệu lực.",
    );
  }
  return {
    key: unitKey(code, from),
    code,
    name,
    type: oneOf(seen, type),
    level,
    parentCode: parent === "" ? undefined : oneOf(seen, parent),
    from,
    fromKnown: flagIn(row, knownText),
    until,
    aliases: aliases === "" ? NO_ALIASES : aliases.split(";").map((alias) => alias.trim()),
  };
}

/** The first of equal strings, so that the others can be forgotten. */
export function oneOf(seen: Map<string, string>, text: string): string {
  const known = seen.get(text);
  if (known !== undefined) return known;
  seen.set(text, text);
  return text;
}

function levelIn(row: RegisterRow, text: string): Level {
  switch (text) {
    case "national":
    case "province":
    case "district":
    case "commune":
      return text;
    default:
      return refuseRow(row, `không có cấp «${text}».`, "Dùng một trong: national, province, district, commune.");
  }
}

function flagIn(row: RegisterRow, text: string): boolean {
  if (text !== "true" && text !== "false") {
    refuseRow(
      row,
      `ô from_known «${text}» không đúng.`,
      "Ghi true nếu biết đúng ngày bắt đầu, false nếu chỉ biết theo danh mục.",
    );
  }
  return text === "true";
}

function refuseCode(row: RegisterRow, code: string, level: Level): void {
  const form = CODE_FORMS.get(level);
  if (form === undefined || form.shape.test(code)) return;
  refuseRow(
    row,
    `mã «${code}» không đúng với cấp ${level}.`,
    `Mã cấp này là ${form.words}; giữ số 0 ở đầu (Excel hay làm mất).`,
  );
}

function refuseName(row: RegisterRow, name: string, type: string): void {
  if (name === "") refuseRow(row, "thiếu tên đơn vị.", "Ghi tên đầy đủ, ví dụ Xã Hướng Phùng.");
  if (type !== "" && !(name.startsWith(type) && name[type.length] === " ")) {
    refuseRow(
      row,
      `tên «${name}» không bắt đầu bằng loại «${type}».`,
      "Ghi tên đầy đủ kèm loại, hoặc để trống ô type.",
    );
  }
}
