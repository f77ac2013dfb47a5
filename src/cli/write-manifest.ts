// The manifest beside an output: written after it, under its name.

import { createHash } from "node:crypto";
import type { Aggregation } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { printPeriod } from "../model/period.js";
import type { PrintedCells } from "../model/printed-cells.js";
import { fileName } from "../model/submission.js";
import type { RunResult } from "../pipeline/conclude.js";
import { manifestPath } from "../trace/manifest.js";
import { type PackedEvidence, packEvidence, packManifest } from "../trace/pack-manifest.js";
import { declarationHashes } from "./declarations.js";
import type { Env } from "./env.js";
import { sayOf } from "./language.js";
import type { PackBeside } from "./packing-beside.js";
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
  readonly configPath: string | undefined;
  /** What its files gave, where it was packed before. */
  readonly evidence?: PackedEvidence;
}

/** What the files of a run gave, packed for its manifest; by another thread where one was started for it. */
export function packTyped(
  { taken }: Pick<RunResult, "taken">,
  pack: PackBeside = packEvidence,
): Promise<PackedEvidence> {
  return pack(taken.map(({ evidence }) => evidence));
}

/** Writes the manifest and says so; false where it could not be written, which has then been said. */
export async function writeManifest(run: WrittenRun, env: Env): Promise<boolean> {
  const path = manifestPath(run.output);
  const say = sayOf(run.catalogue);
  const bytes = await manifestOf(run, env);
  try {
    await env.write(path, bytes);
    env.tell(say(`Kèm bản kê nguồn gốc ${path}`));
    return true;
  } catch (fault) {
    env.tell(wrap(say(`Không ghi được bản kê nguồn gốc «${path}» (${systemCode(fault)}).`), env.columns));
    return false;
  }
}

async function manifestOf(run: WrittenRun, env: Env): Promise<Uint8Array> {
  const { output, workbook, aggregation, result, catalogue, configPath } = run;
  const { unit, period, asOf } = aggregation;
  const hashes = await declarationHashes(configPath, env);
  const record = {
    version: env.version,
    created: env.now(),
    unit: unit.key,
    period: printPeriod(period),
    asOf,
    output: { name: fileName(output.replaceAll("\\", "/")), sha256: sha256(workbook.bytes) },
    ...hashes,
    files: result.taken.map(({ file, submission }, index) => ({
      path: file.path,
      sha256: file.sha256,
      verdict: result.verdicts[index] ?? "ignored",
      revision: submission?.revision ?? null,
      period: submission?.period === undefined ? null : printPeriod(submission.period),
    })),
  };
  const nameOf = (key: string): string => catalogue.register.byKey(key)?.name ?? unit.name;
  const evidence = run.evidence ?? (await packTyped(result));
  return packManifest({ record, plan: workbook.plan, evidence, indicators: catalogue.indicators, nameOf });
}

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
