// backup (sao-luu): the ledger and the office's own declarations as one zip, and back into a folder.

import { DEFAULT_CONFIG, translationInto } from "../declarations.js";
import type { Env } from "../env.js";
import { languageOf } from "../language.js";
import { makeBackup } from "../make-backup.js";
import { fileNamed } from "../named-output.js";
import type { GivenOptions } from "../options.js";
import { wrap } from "../print/wrap.js";
import { restoreBackup } from "../restore-backup.js";
import type { ExitCode } from "../run.js";

/** Exit 0, or 3 where something could not be written. @throws UsageError for what is refused before anything is written */
export async function backupCommand(_: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const translate = await translationInto(languageOf(options.lang), env);
  const done =
    options.restore === undefined
      ? await makeBackup(
          { config: options.config ?? DEFAULT_CONFIG, target: await fileNamed(options.out, "zip", env) },
          env,
        )
      : await restoreBackup({ path: options.restore, folder: options.out ?? "." }, env);
  for (const line of done.said) env.print(wrap(translate(line), env.columns));
  return done.isWhole ? 0 : 3;
}
