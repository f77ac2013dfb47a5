// Rows of chia-don-vi.csv: which branches of a divided unit went where, and by what the rest is divided. Only an office's own
// declarations have such a file; nothing is shipped in it.

import type { UnitIndex } from "../model/register.js";
import { DIVISION_COLUMNS, type Division, declaredBranchKey } from "../model/split-key.js";
import type { Succession, UnitKey } from "../model/unit.js";
import type { DeclarationFile } from "./declaration-file.js";
import { refuse } from "./refuse.js";
import { type FileValues, joinFiles, type RegisterRow, readRows, refuseRow, rowLines } from "./register-csv.js";
import { unitIn } from "./register-links.js";

/** What a row is held against. */
export interface DivisionGround {
  readonly units: UnitIndex;
  readonly successions: readonly Succession[];
}

/**
 * Divisions of all files; a later file's row replaces the one with the same old and new unit.
 *
 * @throws UsageError `declaration` for an unknown key, a new unit that took over none of the old one's people, a weight that is no
 *   whole number, a row that says nothing, a branch given to two, or a key that leaves an heir out
 */
export function registerDivisions(files: readonly DeclarationFile[], ground: DivisionGround): readonly Division[] {
  if (files.length === 0) return [];
  const heirs = heirsByUnit(ground.successions);
  const parts = files.map((file) => readRows(file, DIVISION_COLUMNS, (row) => divisionOf(row, heirs, ground.units)));
  const divisions = joinFiles(parts, (row) => `${row.old} → ${row.next}`);
  for (const part of parts)
    for (const [place, row] of part.values.entries()) checkWhole(row, divisions, { part, place, heirs });
  return divisions;
}

/** Units that took over people of a unit. */
function heirsByUnit(successions: readonly Succession[]): ReadonlyMap<UnitKey, readonly UnitKey[]> {
  const heirs = new Map<UnitKey, UnitKey[]>();
  for (const { old, next, extent } of successions) {
    if (extent === "land") continue;
    const known = heirs.get(old);
    if (known === undefined) heirs.set(old, [next]);
    else known.push(next);
  }
  return heirs;
}

type Heirs = ReadonlyMap<UnitKey, readonly UnitKey[]>;

function divisionOf(row: RegisterRow, heirs: Heirs, units: UnitIndex): Division {
  const [oldKey = "", nextKey = "", branchText = "", weightText = "", source = ""] = row.cells;
  const old = unitIn(row, oldKey, units);
  const next = unitIn(row, nextKey, units);
  const into = heirs.get(old.key) ?? [];
  if (into.length < 2) {
    refuseRow(
      row,
      `${old.name} (${old.key}) không chia về nhiều nơi.`,
      "Xóa dòng này: số của đơn vị ấy đi nguyên về một nơi.",
    );
  }
  if (!into.includes(next.key)) {
    refuseRow(row, `${next.name} không nhận người của ${old.name}.`, `Ghi một trong: ${into.join(", ")}.`);
  }
  const branches = branchText
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (weightText !== "" && !/^\d{1,12}$/.test(weightText)) {
    refuseRow(
      row,
      `trọng số «${weightText}» không phải số nguyên.`,
      "Ghi số người hoặc số hộ đã về nơi ấy, ví dụ 2150; không có thì ghi 0.",
    );
  }
  if (branches.length === 0 && weightText === "") {
    refuseRow(
      row,
      "chưa ghi chi hội nào, cũng chưa ghi trọng số.",
      "Ghi tên chi hội ở ô branches, hoặc số dân ở ô weight.",
    );
  }
  if (source === "") refuseRow(row, "thiếu nguồn.", "Ghi văn bản hoặc biên bản bàn giao làm căn cứ.");
  return { old: old.key, next: next.key, branches, weight: Number(weightText), source };
}

interface Among {
  readonly part: FileValues<Division>;
  readonly place: number;
  readonly heirs: Heirs;
}

/** A row beside the others of its old unit: no branch twice, and a key that speaks of every heir. */
function checkWhole(row: Division, divisions: readonly Division[], { part, place, heirs }: Among): void {
  const line = rowLines(part.file)[place] ?? 1;
  const others = divisions.filter(({ old, next }) => old === row.old && next !== row.next);
  const given = new Set(others.flatMap(({ branches }) => branches.map(declaredBranchKey)));
  const twice = row.branches.find((name) => given.has(declaredBranchKey(name)));
  if (twice !== undefined) {
    refuse(
      part.file,
      line,
      `«${twice}» được ghi cho hai nơi nhận.`,
      "Mỗi chi hội chỉ ghi ở một dòng; tên trùng nhau thì ghi mã chi hội.",
    );
  }
  if (row.weight === 0) return;
  const said = new Set([row.next, ...others.map(({ next }) => next)]);
  const unsaid = (heirs.get(row.old) ?? []).filter((heir) => !said.has(heir));
  if (unsaid.length === 0) return;
  refuse(
    part.file,
    line,
    `chia theo trọng số nhưng thiếu nơi nhận ${unsaid.join(", ")}.`,
    "Thêm mỗi nơi nhận một dòng; nơi không có người thì ghi trọng số 0.",
  );
}
