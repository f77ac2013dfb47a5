// Rows of successions.csv and of the list of associations (to-chuc-hoi.csv): what refers to units by their keys.

import type { IsoDate } from "../model/iso-date.js";
import type { UnitIndex } from "../model/register.js";
import { type AssociationStatus, EXTENTS, type Succession, type Unit } from "../model/unit.js";
import type { DeclarationFile } from "./declaration-file.js";
import { type FileValues, type RegisterRow, readRows, refuseRow } from "./register-csv.js";
import { dateIn, oneOf } from "./register-units.js";

const SUCCESSION_COLUMNS = ["old", "next", "extent", "source"] as const;
const ASSOCIATION_COLUMNS = ["unit", "founded", "dissolved", "source"] as const;
const KEY_FORM = "Ghi khóa <mã>@<ngày bắt đầu> của một dòng trong units.csv, ví dụ 00004@2025-07-01.";

/**
 * Successions of one file, in file order.
 *
 * @throws UsageError `declaration` for an unknown key or extent, no source, or an old unit that goes on beside the next
 */
export function registerSuccessions(file: DeclarationFile, units: UnitIndex): FileValues<Succession> {
  const sources = new Map<string, string>();
  return readRows(file, SUCCESSION_COLUMNS, (row) => successionOf(row, units, sources));
}

/**
 * Statuses of associations of one file, in file order.
 *
 * @throws UsageError `declaration` for an unknown key, a wrong date, or a dissolution that is not after the founding
 */
export function registerAssociations(file: DeclarationFile, units: UnitIndex): FileValues<AssociationStatus> {
  return readRows(file, ASSOCIATION_COLUMNS, (row) => associationOf(row, units));
}

function successionOf(row: RegisterRow, units: UnitIndex, sources: Map<string, string>): Succession {
  const [oldKey = "", nextKey = "", extentText = "", source = ""] = row.cells;
  const old = unitIn(row, oldKey, units);
  const next = unitIn(row, nextKey, units);
  const extent = EXTENTS.find((candidate) => candidate === extentText);
  if (extent === undefined) {
    return refuseRow(row, `không có mức kế thừa «${extentText}».`, `Dùng một trong: ${EXTENTS.join(", ")}.`);
  }
  if (source === "") refuseRow(row, "thiếu nguồn.", "Ghi số nghị quyết hoặc danh mục làm căn cứ.");
  if (old.until === undefined || old.until > next.from) {
    refuseRow(
      row,
      `đơn vị cũ ${old.key} còn hiệu lực khi đơn vị mới ${next.key} bắt đầu.`,
      `Ghi until của ${old.key} trong units.csv không sau ${next.from}.`,
    );
  }
  return { old: old.key, next: next.key, extent, source: oneOf(sources, source) };
}

function associationOf(row: RegisterRow, units: UnitIndex): AssociationStatus {
  const [key = "", foundedText = "", dissolvedText = "", source = ""] = row.cells;
  const founded = optionalDate(row, foundedText);
  const dissolved = optionalDate(row, dissolvedText);
  if (founded !== undefined && dissolved !== undefined && dissolved <= founded) {
    refuseRow(row, `ngày giải thể ${dissolved} không sau ngày thành lập ${founded}.`, "Sửa một trong hai ngày.");
  }
  return { unit: unitIn(row, key, units).key, founded, dissolved, source };
}

/** The unit of a key. @throws UsageError `declaration` where the register has none */
export function unitIn(row: RegisterRow, key: string, units: UnitIndex): Unit {
  return units.byKey(key) ?? refuseRow(row, `không có đơn vị «${key}».`, KEY_FORM);
}

function optionalDate(row: RegisterRow, cell: string): IsoDate | undefined {
  return cell === "" ? undefined : dateIn(row, cell, new Map());
}
