// verify (doi-chieu): is an output still what was written, do its figures follow from their parts, are the inputs and
// declarations still the same?

import { outputCells } from "../../pipeline/read-report.js";
import { changedCells } from "../../trace/compare-cells.js";
import type { Manifest } from "../../trace/open-manifest.js";
import { deviations } from "../../trace/recompute.js";
import { declarationHashes, declarationsInForce, translationInto } from "../declarations.js";
import type { Env } from "../env.js";
import { createFindAgain, type FoundAgain } from "../find-again.js";
import { languageOf } from "../language.js";
import { openOutput } from "../open-output.js";
import type { GivenOptions } from "../options.js";
import { type Verified, verifyJson, verifyText } from "../print/verify-text.js";
import type { ExitCode } from "../run.js";

/** Exit 1 where an output, a figure or an input is not what it was, else 0. Changed declarations are only said. */
export async function verifyCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const language = languageOf(options.lang);
  const say = await translationInto(language, env);
  const hashes = declarationHashes(await declarationsInForce({ configPath: options.config, language }, env));
  for (const path of paths) {
    const output = await openOutput(path, env);
    const { manifest, isUntouched, bytes } = output;
    const verified: Verified = {
      path,
      head: manifest.head,
      isUntouched,
      changed: isUntouched ? [] : changedCells(outputCells(bytes, path), manifest),
      figures: Object.values(manifest.cells).reduce((sum, cells) => sum + Object.keys(cells).length, 0),
      deviating: deviations(manifest),
      files: await inputsOf(path, manifest, env),
      isSameDeclarations: hashes.declarations === manifest.head.declarations,
      isSameRegister: hashes.register === manifest.head.register,
    };
    env.print(
      options.json === true ? verifyJson(verified) : verifyText(verified, options, { columns: env.columns, say }),
    );
    const isGood = verified.changed.length === 0 && verified.deviating.length === 0;
    if (!isGood || verified.files.some(({ state }) => state !== "intact")) exit = 1;
  }
  return exit;
}

/** The inputs that could be read then, as they are now. */
async function inputsOf(path: string, { head }: Manifest, env: Env): Promise<readonly FoundAgain[]> {
  const findAgain = createFindAgain(path, env);
  const found: FoundAgain[] = [];
  for (const file of head.files) if (file.sha256 !== "") found.push(await findAgain(file));
  return found;
}
