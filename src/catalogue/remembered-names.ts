// Rows of ten-da-ghi-nho.csv: ways in which units of one place write another's name, confirmed by a person. Only an
// office's own declarations have such a file; nothing is shipped in it.

import { isIsoDate } from "../model/iso-date.js";
import type { UnitIndex } from "../model/register.js";
import { REMEMBERED_COLUMNS, type RememberedName, rememberedKey } from "../model/remembered-name.js";
import type { Unit } from "../model/unit.js";
import type { DeclarationFile } from "./declaration-file.js";
import { type FileValues, type RegisterRow, readRows, refuseRow } from "./register-csv.js";

const KEY_FORM = "Ghi khóa <mã>@<ngày bắt đầu> của một đơn vị, hoặc ghi nhớ lại bằng: khuyenhoc units.";

/**
 * Remembered names of one file, in file order. Two persons may confirm the same at once: then the first row stands.
 *
 * @throws UsageError `declaration` for an unknown key, an empty name, a wrong date, or a name that means two units
 */
export function registerRemembered(file: DeclarationFile, units: UnitIndex): FileValues<RememberedName> {
  const known = new Map<string, Confirmed>();
  const { values } = readRows(file, REMEMBERED_COLUMNS, (row) => {
    const said = nameIn(row, units);
    const key = `${said.parent} ${rememberedKey(said.name)}`;
    const { line, value } = known.get(key) ?? { line: row.line, value: said };
    if (value.unit !== said.unit) {
      refuseRow(row, `«${said.name}» đã là ${value.unit} ở dòng ${line}.`, "Một tên chỉ là một đơn vị; xóa dòng sai.");
    }
    known.set(key, { line, value });
    return value;
  });
  return { file, values: [...new Set(values)] };
}

interface Confirmed {
  readonly line: number;
  readonly value: RememberedName;
}

function nameIn(row: RegisterRow, units: UnitIndex): RememberedName {
  const [parent = "", name = "", unit = "", since = "", by = ""] = row.cells;
  if (rememberedKey(name) === "") refuseRow(row, "thiếu tên như đã viết.", "Ghi tên đúng như trên báo cáo.");
  if (!isIsoDate(since)) {
    return refuseRow(row, `ngày «${since}» không đúng.`, "Ghi ngày dạng năm-tháng-ngày, ví dụ 2026-01-15.");
  }
  return { parent: unitIn(row, parent, units).key, name, unit: unitIn(row, unit, units).key, since, by };
}

function unitIn(row: RegisterRow, key: string, units: UnitIndex): Unit {
  return units.byKey(key) ?? refuseRow(row, `không có đơn vị «${key}».`, KEY_FORM);
}
