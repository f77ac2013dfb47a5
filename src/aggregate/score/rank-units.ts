// Units with their points → order, why equal ones stand as they do, and the awards that follow from it.

import { groupBy } from "../../model/group-by.js";
import { shortList, vietnameseNumber } from "../../model/number-text.js";
import { at } from "../../model/outcome.js";
import type { GroupScore, Scoresheet, UnitScore } from "../../model/scoresheet.js";

/** A unit before it is ranked. */
export type Scored = Omit<UnitScore, "rank" | "tie" | "award">;

const NOTHING_APART = "bằng điểm ở mọi tiêu chí phụ: đồng hạng";

/** Best first; units that nothing tells apart share a rank and the next rank is left out, as in contests: 1, 2, 2, 4. */
export function rankUnits(units: readonly Scored[], sheet: Scoresheet): readonly UnitScore[] {
  const scored = units.filter(({ total }) => total !== undefined);
  const order = scored.toSorted((a, b) => compare(a, b, sheet.ties));
  const ranked = order.map((unit, index): UnitScore => {
    const first = order.findIndex((other) => compare(other, unit, sheet.ties) === 0);
    return { ...unit, rank: first + 1, tie: tieOf(unit, { order, index, sheet }), award: "" };
  });
  const awarded = withAwards(ranked, sheet);
  const unranked = units.filter(({ total }) => total === undefined);
  return [...awarded, ...unranked.map((unit) => ({ ...unit, rank: undefined, tie: "", award: "" }))];
}

function compare(a: Scored, b: Scored, ties: readonly string[]): number {
  const codes = [undefined, ...ties];
  for (const code of codes) {
    const difference = pointsOf(b, code) - pointsOf(a, code);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The points of a group or a criterion by its code, of all of it without one; nothing given counts below 0. */
function pointsOf({ total, groups }: Scored, code: string | undefined): number {
  if (code === undefined) return total ?? NOTHING;
  const group = groups.find((one) => one.group.code === code);
  if (group !== undefined) return group.points ?? NOTHING;
  return groups.flatMap(({ scores }) => scores).find(({ criterion }) => criterion.code === code)?.counted ?? NOTHING;
}
const NOTHING = -1;

interface Order {
  readonly order: readonly Scored[];
  readonly index: number;
  readonly sheet: Scoresheet;
}

/** «bằng điểm Tỉnh Nghệ An; xếp trên nhờ 5. Mô hình học tập: 22 so với 20»; "" where no other has as many points. */
function tieOf(unit: Scored, { order, index, sheet }: Order): string {
  const equals = order.filter((other) => other !== unit && other.total === unit.total);
  if (equals.length === 0) return "";
  const names = `Bằng điểm ${shortList(equals.map((other) => other.unit.name))}`;
  const next = order[index + 1]?.total === unit.total ? order[index + 1] : order[index - 1];
  if (next === undefined) return "";
  const apart = sheet.ties.find((code) => pointsOf(unit, code) !== pointsOf(next, code));
  if (apart === undefined) return `${names}; ${NOTHING_APART}.`;
  const [own, other] = [pointsOf(unit, apart), pointsOf(next, apart)];
  const place = own > other ? "xếp trên" : "xếp dưới";
  return `${names}; ${place} ${next.unit.name} ở ${nameOf(apart, unit.groups)}: ${shown(own)} so với ${shown(other)}.`;
}

function shown(points: number): string {
  return points === NOTHING ? "chưa có điểm" : vietnameseNumber(points, 2);
}

function nameOf(code: string, groups: readonly GroupScore[]): string {
  const group = groups.find((one) => one.group.code === code)?.group;
  return group === undefined ? `tiêu chí ${code}` : `nhóm «${group.name}»`;
}

/**
 * Awards in their order to the first units that have the points for them. Units of one rank get the same; where their
 * places fall on two awards, or on one and none, the cluster must decide, and that is said.
 */
function withAwards(units: readonly UnitScore[], { awards }: Scoresheet): readonly UnitScore[] {
  const places = awards.flatMap((award) => Array.from({ length: award.places }, () => award));
  const byRank = [...groupBy(units, ({ rank }) => rank).values()];
  let next = 0;
  return byRank.flatMap((equals) => {
    const { total } = at(equals, 0);
    const names = equals.map((_, index) => {
      const award = places[next + index];
      return award !== undefined && total !== undefined && total >= award.atLeast ? award.name : "";
    });
    next += equals.length;
    const [first = ""] = names;
    const last = names.at(-1) ?? "";
    const award =
      first === last ? first : `Cụm quyết định (đồng hạng): ${[first, last].filter(Boolean).join(" hoặc ")}`;
    return equals.map((unit) => ({ ...unit, award }));
  });
}
