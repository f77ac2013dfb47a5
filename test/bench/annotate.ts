// Marking a sender's workbook against reading it: the same files, in one process, in turn.

import { readFileSync } from "node:fs";
import { annotationPlan } from "../../src/lay-out/annotation-plan.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import type { Finding } from "../../src/model/finding.js";
import { createTakeIn } from "../../src/pipeline/take-in.js";
import { annotateWorkbook } from "../../src/write/annotate/annotate-workbook.js";
import { shippedCatalogue } from "../kit/catalogue.js";

const SAMPLE = 120;
const ROUNDS = 5;
/** Faults of one workbook: on two sheets, so many on each. */
const SHEETS = ["01 Tổ chức - Hội viên", "02 Quỹ"];
const FAULTS = 6;

/** Marking / reading, once for each round: lay-out of the list, notes, fills, packing; against bytes → facts. */
export async function annotateRatios(files: readonly string[]): Promise<readonly number[]> {
  const every = Math.max(1, Math.floor(files.length / SAMPLE));
  const sample = files.filter((_, index) => index % every === 0).map((path) => ({ path, bytes: readFileSync(path) }));
  const catalogue = shippedCatalogue();
  const takeIn = createTakeIn(catalogue);
  const read = async (): Promise<void> => {
    for (const [index, { path, bytes }] of sample.entries()) await takeIn({ path, modified: "", bytes }, index);
  };
  const mark = async (): Promise<void> => {
    for (const { path, bytes } of sample) markOne(path, bytes, catalogue);
  };
  await read();
  await mark();
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) ratios.push((1 / (await timed(read))) * (await timed(mark)));
  return ratios;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function markOne(path: string, bytes: Uint8Array, { register }: Catalogue): void {
  const findings = SHEETS.flatMap((sheet) =>
    Array.from({ length: FAULTS }, (_, index) => faultAt({ file: path, sheet, cell: { row: 9 + index, column: 7 } })),
  );
  const errors = { path, subject: "", findings, carried: [], register, stands: "in-the-file" } as const;
  if (annotateWorkbook(bytes, annotationPlan(errors, []), "2026-01-01T00:00:00.000Z") === undefined)
    throw new Error(`${path} was not marked`);
}

function faultAt(place: Finding["place"]): Finding {
  const nothing = { unit: undefined, unitName: undefined, field: undefined, label: undefined, difference: undefined };
  return {
    ...nothing,
    id: "F0001",
    code: "V-H03",
    severity: "error",
    place,
    found: "61",
    expected: "≤ 60",
    message: "Hội viên nữ (61) vượt Hội viên cuối kỳ (60).",
    why: "Một phần không thể lớn hơn số chung.",
    fix: "Sửa số ghi nhầm ở ô này hoặc ở số chung.",
    rule: "V-H03.nu",
    cause: undefined,
  };
}
