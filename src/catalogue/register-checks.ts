// Do the register's units fit one another: no code twice on one day, every parent there while its unit is in force.

import { vietnameseDate } from "../model/iso-date.js";
import type { UnitIndex } from "../model/register.js";
import { LEVELS, type Unit } from "../model/unit.js";
import { refuse } from "./refuse.js";
import { type FileValues, rowLines } from "./register-csv.js";

interface Fault {
  readonly reason: string;
  readonly allowed: string;
}

/**
 * Refuses units that contradict one another.
 *
 * @throws UsageError `declaration` where a code is carried twice on a day, or a parent is unknown or not in force on the
 *   unit's first or last day
 */
export function checkUnits(units: readonly Unit[], index: UnitIndex, files: readonly FileValues<Unit>[]): void {
  let before: Unit | undefined;
  for (const unit of units) {
    const isSister = before !== undefined && isLikeSister(unit, before);
    const fault =
      (isSister ? undefined : parentFault(unit, index.carriersOf(unit.parentCode ?? ""))) ?? overlapFault(unit, index);
    if (fault !== undefined) refuseUnit(unit, fault, files);
    before = unit;
  }
}

/** True where what is asked of a unit's parent was answered for the one before: sisters stand in rows together. */
function isLikeSister(unit: Unit, before: Unit): boolean {
  return (
    unit.parentCode === before.parentCode &&
    unit.from === before.from &&
    unit.until === before.until &&
    unit.level === before.level
  );
}

/** Refuses a unit at the row that declared it. */
function refuseUnit(unit: Unit, fault: Fault, files: readonly FileValues<Unit>[]): never {
  for (const { file, values } of files) {
    const line = rowLines(file)[values.indexOf(unit)];
    if (line !== undefined) refuse(file, line, fault.reason, fault.allowed);
  }
  throw new Error(`${unit.key} stands in no file`);
}

function overlapFault(unit: Unit, index: UnitIndex): Fault | undefined {
  const carriers = index.carriersOf(unit.code);
  if (carriers.length === 1) return undefined;
  const earlier = carriers[carriers.indexOf(unit) - 1];
  if (earlier === undefined || (earlier.until !== undefined && earlier.until <= unit.from)) return undefined;
  const since = vietnameseDate(unit.from);
  return {
    reason: `mã ${unit.code} từ ${since} trùng thời gian với «${earlier.name}» (${earlier.key}).`,
    allowed: `Ghi lại dòng ${earlier.key} với until không sau ${unit.from}, hoặc sửa ngày bắt đầu.`,
  };
}

function parentFault(unit: Unit, parents: readonly Unit[]): Fault | undefined {
  if (unit.parentCode === undefined) return undefined;
  if (parents.length === 0) {
    const allowed = "Ghi mã của một đơn vị có trong danh mục.";
    return { reason: `không có đơn vị cấp trên mã «${unit.parentCode}».`, allowed };
  }
  const first = parents.find((parent) => isThereAtFirst(parent, unit, parent === parents[0]));
  if (first === undefined || !parents.some((parent) => isThereAtLast(parent, unit))) {
    const when = first === undefined ? `vào ngày ${vietnameseDate(unit.from)}` : "trong suốt thời gian của dòng này";
    const allowed = "Chia đơn vị thành từng dòng theo thời gian, mỗi dòng ghi cấp trên có hiệu lực trong thời gian ấy.";
    return { reason: `cấp trên mã ${unit.parentCode} không có hiệu lực ${when}.`, allowed };
  }
  if (LEVELS.indexOf(first.level) > LEVELS.indexOf(unit.level)) return undefined;
  return { reason: `cấp trên «${first.name}» không ở cấp cao hơn.`, allowed: "Ghi mã của đơn vị ở cấp cao hơn." };
}

/** In force on the unit's first day; the oldest of its code, where known from a list only, is taken to be older. */
function isThereAtFirst(parent: Unit, unit: Unit, isOldest: boolean): boolean {
  const from = isOldest && !parent.fromKnown ? "" : parent.from;
  return from <= unit.from && (parent.until === undefined || unit.from < parent.until);
}

/** In force on the unit's last day, or for ever where the unit has no end. */
function isThereAtLast(parent: Unit, unit: Unit): boolean {
  if (unit.until === undefined) return parent.until === undefined;
  return (parent.until === undefined || unit.until <= parent.until) && parent.from < unit.until;
}
