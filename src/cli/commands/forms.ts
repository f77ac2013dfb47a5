// forms (bieu-mau): lists what is declared and where it comes from, explains one form, indicator or finding, and writes
// the JSON Schemas by which editors complete and check declarations.

import { join } from "node:path";
import { declarationSchemas } from "../../catalogue/declaration-schemas.js";
import { declaredSources } from "../../catalogue/declared-sources.js";
import { UsageError } from "../../model/usage-error.js";
import { catalogueOf, declarationsInForce } from "../declarations.js";
import type { Env } from "../env.js";
import { importForm } from "../import-form.js";
import { languageOf, type Say, sayOf } from "../language.js";
import type { GivenOptions } from "../options.js";
import { type Declarations, findingText, formText, indicatorText } from "../print/declaration-text.js";
import { declaredText } from "../print/declared-text.js";
import { sections } from "../print/sections.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";
import { writeReason } from "../write-reason.js";

const IMPORT = "import";

/** Exit 0; 3 where a schema or an imported form could not be written. @throws UsageError `unknown-code`, as `importForm` */
export async function formsCommand(codes: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const declared = await declarationsInForce({ configPath: options.config, language: languageOf(options.lang) }, env);
  if (codes[0] === IMPORT) return importForm(codes.slice(1), { declared, options }, env);
  const sources = declaredSources(declared.shipped, declared.own);
  const declarations = { catalogue: catalogueOf(declared), sources };
  if (options.schemas !== undefined) return writeSchemas(options.schemas, sayOf(declarations.catalogue), env);
  const texts = codes.map((code) => explained(code, declarations, env.columns));
  env.print(codes.length === 0 ? declaredText(declarations, env.columns) : sections(texts));
  return 0;
}

function explained(code: string, declarations: Declarations, columns: number): string {
  const { forms, indicators, findingTexts } = declarations.catalogue;
  const key = code.toUpperCase();
  const form = forms.get(code) ?? forms.get(key);
  if (form !== undefined) return formText(form, declarations, columns);
  const indicator = indicators.get(code) ?? [...indicators.values()].find((one) => one.code.toUpperCase() === key);
  if (indicator !== undefined) return indicatorText(indicator, declarations, columns);
  const finding = findingTexts.get(key);
  if (finding !== undefined) return findingText(finding, declarations, columns);
  throw new UsageError(
    "unknown-code",
    `Không có biểu, chỉ tiêu hay lỗi nào mang mã «${code}».`,
    "Gõ khuyenhoc forms để xem những gì đang có hiệu lực.",
  );
}

async function writeSchemas(folder: string, say: Say, env: Env): Promise<ExitCode> {
  try {
    for (const [name, text] of declarationSchemas()) {
      await env.write(join(folder, `${name}.schema.json`), new TextEncoder().encode(text));
    }
  } catch (fault) {
    env.tell(wrap(say(`Không ghi được vào «${folder}»: ${writeReason(fault)}`), env.columns));
    return 3;
  }
  const first = `# yaml-language-server: $schema=${folder}/forms.schema.json`;
  env.print(say(`Đã ghi ${declarationSchemas().size} lược đồ vào ${folder}.`));
  env.print(say(`Ghi ở dòng đầu tệp khai báo, ví dụ: ${first}`));
  return 0;
}
