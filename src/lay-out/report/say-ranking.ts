// What a sentence tells of a ranking: the order, the proposals, what is not settled yet.

import { vietnameseNumber } from "../../model/number-text.js";
import type { Ranking, UnitScore } from "../../model/scoresheet.js";

const NOTHING = "Chưa có bảng điểm.";
const NOBODY = "Chưa có đơn vị nào để xếp hạng.";
/** Units that a sentence names. */
const NAMED = 12;

/** «Thứ nhất: Tỉnh Thanh Hóa (88,5 điểm); thứ 2: …» */
export function orderWords(ranking: Ranking | undefined): string {
  const ranked = ranking?.units.filter(({ rank }) => rank !== undefined) ?? [];
  if (ranked.length === 0) return NOBODY;
  const named = ranked.slice(0, NAMED).flatMap(({ rank, unit, total }) => {
    const place = rank === 1 ? "thứ nhất" : `thứ ${rank}`;
    return total === undefined ? [] : [`${place}: ${unit.name} (${vietnameseNumber(total, 2)} điểm)`];
  });
  const rest = ranked.length - named.length;
  const ties = ranked.slice(0, NAMED).flatMap(({ unit, tie }) => (tie === "" ? [] : [`${unit.name}: ${lower(tie)}`]));
  const order = `Xếp ${named.join("; ")}${rest > 0 ? `; còn ${rest} đơn vị khác ở Biểu 01` : ""}.`;
  return ties.length === 0 ? order : `${order} ${ties.join(" ")}`;
}

/** The awards with the units they are proposed for. */
export function awardWords(ranking: Ranking | undefined): string {
  const proposed = new Map<string, UnitScore[]>();
  for (const unit of ranking?.units ?? []) {
    if (unit.award !== "") proposed.set(unit.award, [...(proposed.get(unit.award) ?? []), unit]);
  }
  if (proposed.size === 0) return "Chưa đơn vị nào đủ điểm để đề nghị khen thưởng theo bảng điểm này.";
  return [...proposed].map(([award, units]) => `${award}: ${units.map(({ unit }) => unit.name).join(", ")}.`).join(" ");
}

/** How many criteria lack points, and how many points nobody agreed on. */
export function openWords(ranking: Ranking | undefined): string {
  if (ranking === undefined) return NOTHING;
  const open = ranking.units.filter((unit) => unit.open > 0);
  const lacking = ranking.units.filter((unit) => unit.lacking > 0);
  if (open.length === 0 && lacking.length === 0) return "Mọi tiêu chí đã được cụm thống nhất.";
  const parts = [
    ...(lacking.length === 0 ? [] : [`${vietnameseNumber(lacking.length)} đơn vị còn tiêu chí chưa có điểm`]),
    ...(open.length === 0 ? [] : [`${vietnameseNumber(open.length)} đơn vị còn điểm chưa được cụm thống nhất`]),
  ];
  return `Thứ hạng dưới đây còn tạm thời: ${parts.join(", ")} (xem Biểu 01, Biểu 02).`;
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
