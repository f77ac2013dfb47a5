// What --check says of a register that loaded without a fault: how much of it is an office's own.

import { vietnameseDate } from "../../model/iso-date.js";
import type { Register } from "../../model/register.js";
import type { Say } from "../language.js";
import { sections } from "./sections.js";
import { wrap } from "./wrap.js";

/** Counts of the register in force, and the names that were confirmed. */
export function checkedText(
  register: Register,
  files: ReadonlyMap<string, string>,
  { columns, say }: { readonly columns: number; readonly say: Say },
): string {
  const remembered = register.remembered ?? [];
  const counts: readonly (readonly [number, string])[] = [
    [register.units.length, "dòng đơn vị"],
    [register.successions.length, "dòng kế thừa"],
    [register.groupings.length, "cụm"],
    [register.associations.length, "dòng về tổ chức Hội"],
    [remembered.length, "tên đã ghi nhớ"],
    [(register.divisions ?? []).length, "dòng chia đơn vị cũ"],
  ];
  const counted = counts.map(([count, noun]) => `${count} ${say(noun)}`).join(", ");
  const names = remembered.map(({ parent, name, unit, since, by }) => {
    const [above, meant] = [register.byKey(parent)?.name ?? parent, register.byKey(unit)?.name ?? unit];
    const who = by === "" ? "" : `, ${by}`;
    return wrap(say(`«${name}» trong báo cáo của ${above} là ${meant} (${vietnameseDate(since)}${who})`), columns, {
      first: "  ",
      rest: "    ",
    });
  });
  return sections([wrap(say(`Khai báo đúng (${files.size} tệp): ${counted}.`), columns), names.join("\n")]);
}
