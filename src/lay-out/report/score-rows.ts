// Rows of the tables of a score sheet: its criteria, the units in order, each unit's points criterion by criterion.

import type { Catalogue } from "../../model/catalogue.js";
import { vietnameseNumber } from "../../model/number-text.js";
import type { ReportColumn } from "../../model/report.js";
import type {
  Criterion,
  CriterionScore,
  GroupScore,
  Ranking,
  ScoreGroup,
  Scoresheet,
  UnitScore,
} from "../../model/scoresheet.js";
import type { Look } from "../../model/workbook-plan.js";
import { cellText, EMPTY, type GridCell, type GridRow, live, spanRow } from "./grid.js";
import type { ReportContext } from "./report-context.js";
import { wayText } from "./score-way.js";
import { lookOf, reportValue } from "./shown-figure.js";

const NOT_RANKED = "chưa xếp";
const NO_SHEET = "Báo cáo này chưa có bảng điểm.";
const SIGNS: Readonly<Record<ScoreGroup["kind"], string>> = {
  base: "",
  bonus: " (điểm thưởng)",
  penalty: " (điểm trừ)",
};

interface Given {
  readonly first: number;
  readonly context: ReportContext;
}

/** The rows; `first` is the sheet's row of the first one. */
export function scoreRows(
  by: "criteria" | "ranking" | "scores",
  columns: readonly ReportColumn[],
  given: Given,
): readonly GridRow[] {
  const { ranking } = given.context.input;
  if (ranking === undefined) return [spanRow(NO_SHEET, "break")];
  switch (by) {
    case "criteria":
      return criteriaRows(ranking.sheet, columns, given.context.catalogue);
    case "ranking":
      return ranking.units.map((unit, index) => rankingRow(unit, columns, { ...given, ranking, index }));
    case "scores": {
      const rows: GridRow[] = [];
      for (const unit of ranking.units) {
        for (const row of unitRows(unit, columns, { ...given, first: given.first + rows.length })) rows.push(row);
      }
      return rows;
    }
  }
}

/** What a score column shows; undefined for other columns. */
function fieldOf({ show, fields }: ReportColumn): string | undefined {
  return show === "score" ? fields?.[0] : undefined;
}

function criteriaRows(
  { groups }: Scoresheet,
  columns: readonly ReportColumn[],
  { indicators }: Catalogue,
): readonly GridRow[] {
  return groups.flatMap((group): readonly GridRow[] => [
    spanRow(groupTitle(group), "group"),
    ...group.criteria.map((criterion): GridRow => {
      const cells = columns.map((column): GridCell => {
        const field = fieldOf(column);
        if (field === "way") return { value: wayText(criterion.scoring, indicators), look: "text" };
        return headCell(field, criterion);
      });
      return { kind: "data", cells };
    }),
  ]);
}

function groupTitle({ code, name, max, kind }: ScoreGroup): string {
  const most = kind === "base" ? `${vietnameseNumber(max)} điểm` : `nhiều nhất ${vietnameseNumber(max)} điểm`;
  return `${code}. ${name}${kind === "base" ? "" : SIGNS[kind]}: ${most}`;
}

function headCell(field: string | undefined, { code, name, max }: Criterion): GridCell {
  if (field === "code") return { value: code, look: "centred" };
  if (field === "name") return { value: name, look: "text" };
  return field === "max" ? { value: max, look: "centred" } : EMPTY;
}

interface RankPlace extends Given {
  readonly ranking: Ranking;
  readonly index: number;
}

function rankingRow(unit: UnitScore, columns: readonly ReportColumn[], place: RankPlace): GridRow {
  const cells = columns.map((column): GridCell => {
    switch (column.show) {
      case "number":
        return { value: place.index + 1, look: "centred" };
      case "name":
        return { value: unit.unit.name, look: "text" };
      case "rank":
        return { value: unit.rank ?? NOT_RANKED, look: "centred" };
      case "score":
        return unitCell(fieldOf(column) ?? "", unit, { ...place, columns });
      default:
        return EMPTY;
    }
  });
  return { kind: "data", cells, subject: unit.unit.key };
}

function unitCell(
  field: string,
  unit: UnitScore,
  place: RankPlace & { readonly columns: readonly ReportColumn[] },
): GridCell {
  const code = field.startsWith("group:") ? field.slice("group:".length) : undefined;
  if (code !== undefined) return pointsCell(unit.groups.find(({ group }) => group.code === code)?.points, "points");
  switch (field) {
    case "total":
      return live(pointsCell(unit.total, "total-points"), totalFormula(unit, place));
    case "lacking":
      return { value: unit.lacking, look: "centred" };
    case "open":
      return { value: unit.open, look: "centred" };
    case "award":
      return { value: unit.award, look: "text" };
    case "tie":
      return { value: unit.tie, look: "text" };
    default:
      return EMPTY;
  }
}

/** Groups added and taken off, where each has a column and they give the total. */
function totalFormula(
  { groups, total }: UnitScore,
  { columns, first, index }: RankPlace & { readonly columns: readonly ReportColumn[] },
): string | undefined {
  if (total === undefined) return undefined;
  const parts = groups.map(({ group, points }) => {
    const column = columns.findIndex((one) => fieldOf(one) === `group:${group.code}`);
    const sign = group.kind === "penalty" ? -1 : 1;
    return { column, sign, value: points === undefined ? undefined : sign * points };
  });
  if (parts.some(({ column }) => column < 0)) return undefined;
  const known = parts.flatMap(({ value }) => value ?? []);
  const sum = known.reduce((all, one) => all + one, 0);
  if (Math.abs(sum - total) > 1e-9) return undefined;
  const row = first + index;
  const cells = (sign: number): readonly string[] =>
    parts.flatMap((part) => (part.sign === sign ? [cellText(part.column, row)] : []));
  const less = cells(-1);
  return `ROUND(SUM(${cells(1).join(",")})${less.length === 0 ? "" : `-SUM(${less.join(",")})`},2)`;
}

function pointsCell(points: number | undefined, look: Look): GridCell {
  return { value: points ?? "…", look };
}

/** A unit's block: its name and place, each group with its criteria, the total. */
function unitRows(unit: UnitScore, columns: readonly ReportColumn[], given: Given): readonly GridRow[] {
  const place = unit.rank === undefined ? NOT_RANKED : `xếp thứ ${unit.rank}`;
  const total = unit.total === undefined ? "chưa có điểm" : `${vietnameseNumber(unit.total, 2)} điểm`;
  const rows: GridRow[] = [spanRow(`${unit.unit.name}: ${total}, ${place}`, "group")];
  for (const group of unit.groups) {
    const from = given.first + rows.length;
    for (const score of group.scores) {
      rows.push({ kind: "data", cells: columns.map((column) => criterionCell(column, score, given.context)) });
    }
    rows.push(groupRow(group, columns, { from, to: given.first + rows.length - 1 }));
  }
  return rows;
}

function criterionCell(column: ReportColumn, score: CriterionScore, { catalogue }: ReportContext): GridCell {
  const field = fieldOf(column);
  const { criterion, given, counted, evidence } = score;
  switch (field) {
    case "figure":
      return figureCell(score, catalogue);
    case "computed":
    case "self":
    case "cross":
    case "agreed":
      return given[field] === undefined ? EMPTY : { value: given[field], look: "points" };
    case "counted":
      return pointsCell(counted, "points");
    case "evidence":
      return { value: evidence, look: "text" };
    default:
      return headCell(field, criterion);
  }
}

function figureCell({ criterion, figure }: CriterionScore, { indicators }: Catalogue): GridCell {
  const { scoring } = criterion;
  const indicator = scoring.by === "manual" ? undefined : indicators.get(scoring.indicator);
  if (indicator === undefined || figure === undefined) return EMPTY;
  if (figure.kind !== "known") return { value: reportValue(figure), look: "centred" };
  return { value: figure.value, look: lookOf(indicator) };
}

function groupRow(
  { group, points, scores }: GroupScore,
  columns: readonly ReportColumn[],
  { from, to }: { readonly from: number; readonly to: number },
): GridRow {
  const counted = scores.flatMap((score) => score.counted ?? []);
  const isSum = points !== undefined && Math.abs(counted.reduce((sum, one) => sum + one, 0) - points) < 1e-9;
  const cells = columns.map((column, index): GridCell => {
    const field = fieldOf(column);
    if (field === "name") return { value: `Cộng ${group.code}${SIGNS[group.kind]}`, look: "total-label" };
    if (field === "max") return { value: group.max, look: "total-points" };
    if (field !== "counted") return { value: null, look: "total-label" };
    const formula = isSum ? `SUM(${cellText(index, from)}:${cellText(index, to)})` : undefined;
    return live(pointsCell(points, "total-points"), formula);
  });
  return { kind: "data", cells };
}
