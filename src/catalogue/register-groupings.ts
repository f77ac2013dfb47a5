// Groupings (emulation clusters) of the YAML files: dated entries, several of one id for different times.

import * as z from "zod";
import { addDays, type IsoDate, vietnameseDate } from "../model/iso-date.js";
import type { UnitIndex } from "../model/register.js";
import { type Grouping, LEVELS } from "../model/unit.js";
import type { DeclarationFile } from "./declaration-file.js";
import { ISO_DAY } from "./iso-day.js";
import { type Declared, parseYaml, refuse } from "./parse-yaml.js";

const ENTRY = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1),
    level: z.enum(LEVELS),
    from: ISO_DAY.optional(),
    until: ISO_DAY.optional(),
    members: z.array(z.string()).min(1),
    leader: z.string().optional(),
    source: z.string().min(1),
  })
  .transform((entry): Grouping => ({ ...entry, from: entry.from, until: entry.until, leader: entry.leader }));

/** The list of groupings as a declaration file holds it. */
export const GROUPING_ENTRIES = z.array(ENTRY);

/** Groupings of all files: where a later file has entries of an id, they replace all earlier entries of that id. */
export function registerGroupings(files: readonly DeclarationFile[]): readonly Declared<Grouping>[] {
  const byId = new Map<string, readonly Declared<Grouping>[]>();
  for (const file of files) {
    const entries = parseYaml(file, GROUPING_ENTRIES);
    for (const { value } of entries) {
      byId.set(
        value.id,
        entries.filter((entry) => entry.value.id === value.id),
      );
    }
  }
  return [...byId.values()].flat();
}

/**
 * Refuses groupings that contradict the register or one another.
 *
 * @throws UsageError `declaration` for members unknown at the entry's dates or of another level, a leader that is no
 *   member, or entries of one id that overlap in time
 */
export function checkGroupings(entries: readonly Declared<Grouping>[], units: UnitIndex): void {
  const ends = new Map<string, string>();
  const sorted = [...entries].sort((a, b) => ((a.value.from ?? "") < (b.value.from ?? "") ? -1 : 1));
  for (const entry of sorted) {
    checkEntry(entry, units);
    const { id, from = "", until = "9999-12-31" } = entry.value;
    const end = ends.get(id);
    if (end !== undefined && from < end) {
      const allowed = "Ghi from, until để các mục cùng id nối tiếp nhau.";
      refuse(entry.file, entry.line, `«${id}» có hai mục trùng thời gian.`, allowed);
    }
    ends.set(id, until);
  }
}

function checkEntry({ value, line, file }: Declared<Grouping>, units: UnitIndex): void {
  const { from, until, members, leader } = value;
  if (from !== undefined && until !== undefined && until <= from) {
    refuse(file, line, `until ${until} không sau from ${from}.`, "Ghi until là ngày đầu tiên hết hiệu lực.");
  }
  if (new Set(members).size !== members.length) {
    refuse(file, line, "một thành viên được ghi hai lần.", "Mỗi mã chỉ ghi một lần.");
  }
  if (leader !== undefined && !members.includes(leader)) {
    refuse(file, line, `cụm trưởng «${leader}» không phải là thành viên.`, "Ghi mã của một thành viên.");
  }
  for (const day of daysOf(value, units)) {
    for (const code of members) {
      const unit = units.at(code, day)?.unit;
      if (unit === undefined || unit.level !== value.level) {
        const reason = `thành viên «${code}» không phải đơn vị cấp ${value.level} vào ngày ${vietnameseDate(day)}.`;
        refuse(file, line, reason, "Ghi mã có hiệu lực trong suốt thời gian của mục; mã đổi thì tách thành hai mục.");
      }
    }
  }
}

/** First and last day of the entry; an open entry is looked up when the register begins, or on its last dated day. */
function daysOf({ from, until }: Grouping, units: UnitIndex): readonly IsoDate[] {
  const last = until === undefined ? "9999-12-31" : addDays(until, -1);
  const first = from ?? units.beginning;
  return first === undefined || first > last ? [last] : [first, last];
}
