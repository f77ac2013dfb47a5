// Findings of one file → what is written into it: one note for each cell, and the list in front.

import type { AnnotationPlan, CellNote } from "../model/annotation.js";
import { addressText } from "../model/cell-address.js";
import { type Finding, SEVERITIES } from "../model/finding.js";
import { groupBy } from "../model/group-by.js";
import { SEVERITY_TEXTS } from "./cell-texts.js";
import { ERROR_LIST, errorListSheet, type FileErrors } from "./error-list-sheet.js";

/** `lists` are the names of the lists that the file carries from an earlier time. */
export function annotationPlan(errors: FileErrors, lists: readonly string[]): AnnotationPlan {
  return {
    notes: notesOf(errors.findings),
    list: errorListSheet(errors),
    replaces: lists.filter((name) => name.startsWith(ERROR_LIST)),
  };
}

/** One note for each cell with something open or worth knowing, in the colour of the gravest finding there. */
function notesOf(findings: readonly Finding[]): readonly CellNote[] {
  const byCell = groupBy(
    findings.filter(({ place, explanation }) => place.cell !== undefined && explanation === undefined),
    ({ place: { sheet, cell } }) => `${cell === undefined ? "" : addressText(cell)} ${sheet}`,
  );
  return [...byCell.values()].flatMap((there) => {
    const inOrder = [...there].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
    const [first] = inOrder;
    const { sheet, cell } = first?.place ?? {};
    if (first === undefined || sheet === undefined || cell === undefined) return [];
    return [{ sheet, cell, severity: first.severity, text: inOrder.map(noteText).join("\n\n") }];
  });
}

function noteText({ severity, message, why, fix, code }: Finding): string {
  return `${SEVERITY_TEXTS[severity]}: ${message} ${why}\n→ ${fix} [${code}]`;
}
