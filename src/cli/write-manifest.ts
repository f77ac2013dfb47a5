// The manifest beside an output: written after it, under its name.

import { createHash } from "node:crypto";
import type { Aggregation } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { printPeriod } from "../model/period.js";
import type { PrintedCells } from "../model/printed-cells.js";
import { fileName } from "../model/submission.js";
import type { RunResult } from "../pipeline/conclude.js";
import { createFigurePacker, type PackedFigures } from "../trace/figure-packer.js";
import { manifestPath } from "../trace/manifest.js";
import { packManifest, type TracedFigures, traceFigures } from "../trace/pack-manifest.js";
import { type Declared, declarationHashes } from "./declarations.js";
import type { Env } from "./env.js";
import { sayOf } from "./language.js";
import { wrap } from "./print/wrap.js";
import { systemCode } from "./system-code.js";

/** What was written, and the run it was written from. */
export interface WrittenRun {
  /** Path of the output as it was written. */
  readonly output: string;
  readonly workbook: { readonly plan: PrintedCells; readonly bytes: Uint8Array };
  /** What the output is about. */
  readonly aggregation: Pick<Aggregation, "unit" | "period" | "asOf">;
  readonly result: Pick<RunResult, "taken" | "verdicts">;
  readonly catalogue: Catalogue;
  /** What it was judged by, as it stood when the run began. */
  readonly declared: Declared;
  /** What its figures rest on, where it was told before. */
  readonly traced?: TracedFigures;
}

/** Writes the manifest and says so; false where it could not be written, which has then been said. */
export async function writeManifest(run: WrittenRun, env: Env): Promise<boolean> {
  const path = manifestPath(run.output);
  const say = sayOf(run.catalogue);
  const traced = run.traced ?? (await tracedHere(run));
  const packed = await traced.packed;
  if (packed === undefined) {
    env.tell(wrap(say(`Không lập được bản kê nguồn gốc «${path}»: máy không đủ bộ nhớ.`), env.columns));
    env.tell(wrap(say(LESS_AT_ONCE), env.columns));
    return false;
  }
  const bytes = await manifestOf(run, { ...traced, packed }, env);
  try {
    await env.write(path, bytes);
    env.tell(say(`Kèm bản kê nguồn gốc ${path}`));
    return true;
  } catch (fault) {
    env.tell(wrap(say(`Không ghi được bản kê nguồn gốc «${path}» (${systemCode(fault)}).`), env.columns));
    return false;
  }
}

const LESS_AT_ONCE =
  "→ Tắt bớt chương trình khác rồi chạy lại, hoặc thêm --jobs 1. Tệp kết quả đã ghi đủ, nhưng chưa truy được nguồn số liệu.";

function tracedHere({ workbook, result }: WrittenRun): Promise<TracedFigures> {
  const packer = createFigurePacker();
  packer.takeEvidence(result.taken.map(({ evidence }) => evidence));
  return traceFigures(workbook.plan, packer);
}

function manifestOf(
  run: WrittenRun,
  { packed, ...traced }: Omit<TracedFigures, "packed"> & { readonly packed: PackedFigures },
  env: Env,
): Promise<Uint8Array> {
  const { output, workbook, aggregation, result, catalogue, declared } = run;
  const { unit, period, asOf } = aggregation;
  const record = {
    version: env.version,
    created: env.now(),
    unit: unit.key,
    period: printPeriod(period),
    asOf,
    output: { name: fileName(output.replaceAll("\\", "/")), sha256: sha256(workbook.bytes) },
    ...declarationHashes(declared),
    files: result.taken.map(({ file, submission }, index) => ({
      path: file.path,
      sha256: file.sha256,
      verdict: result.verdicts[index] ?? "ignored",
      revision: submission?.revision ?? null,
      period: submission?.period === undefined ? null : printPeriod(submission.period),
    })),
  };
  const nameOf = (key: string): string => catalogue.register.byKey(key)?.name ?? unit.name;
  return packManifest({ record, plan: workbook.plan, traced, packed, indicators: catalogue.indicators, nameOf });
}

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
