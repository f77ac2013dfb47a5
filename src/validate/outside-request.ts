// Submissions that do not fit what is asked: a unit of another area, another cut-off date, another standing.

import { type FindingDraft, values } from "../model/finding.js";
import { type IsoDate, vietnameseDate } from "../model/iso-date.js";
import type { OrgTree } from "../model/org-tree.js";
import { isSamePeriod, type Period, type Standing } from "../model/period.js";
import { fileName, type Submission } from "../model/submission.js";
import type { Grouping, Unit } from "../model/unit.js";

export interface AskedArea {
  readonly tree: OrgTree;
  /** A unit, or a grouping whose members it is. */
  readonly unit: Unit | undefined;
  readonly grouping: Grouping | undefined;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly standing: Standing | undefined;
}

/**
 * Findings: V-D09 where the submission's unit is not the asked one and does not lie below it (error) · V-D10 as a query
 * where cut-off date or standing differ. A submission of another period is V-D10 in `admit` and gives nothing here.
 */
export function outsideRequest(submission: Submission, area: AskedArea): readonly FindingDraft[] {
  if (submission.period === undefined || !isSamePeriod(submission.period, area.period)) return [];
  const place = { file: submission.file.path };
  const file = fileName(submission.file.path);
  const drafts: FindingDraft[] = [];
  if (submission.unit !== undefined && !isInside(submission.unit, area)) {
    const b = area.unit?.name ?? area.grouping?.name ?? "";
    const a = area.tree.parentOf(submission.unit.key)?.name ?? "đơn vị khác";
    drafts.push({
      code: "V-D09",
      place,
      unit: submission.unit.key,
      values: values({ tên: submission.unit.name, a, b }),
    });
  }
  if (submission.asOf !== undefined && submission.asOf !== area.asOf) {
    const given = { tệp: file, a: vietnameseDate(submission.asOf), b: vietnameseDate(area.asOf) };
    drafts.push({ code: "V-D10", variant: "ngày chốt", place, values: values(given) });
  }
  if (submission.standing === "final" && area.standing === "estimate") {
    drafts.push({ code: "V-D10", variant: "tính chất", place, values: values({ tệp: file }) });
  }
  return drafts;
}

function isInside(unit: Unit, area: AskedArea): boolean {
  if (area.unit !== undefined) return area.tree.isBelow(unit.key, area.unit.key);
  return (area.grouping?.members ?? []).some((code) => {
    const member = area.tree.byCode(code);
    return member !== undefined && area.tree.isBelow(unit.key, member.key);
  });
}
