// forms import: an office's own workbook, with codes where figures belong, becomes a declaration of the office, and a blank
// copy to be sent out.

import { join } from "node:path";
import { type DeclaredForm, declareForms } from "../catalogue/declare-form.js";
import { loadCatalogue } from "../catalogue/load-catalogue.js";
import { fileName } from "../model/submission.js";
import { UsageError } from "../model/usage-error.js";
import { type DraftedOwnForm, draftOwnForm, understandForm } from "../own-forms.js";
import { catalogueOf, type Declared, ownFolder } from "./declarations.js";
import type { Env } from "./env.js";
import { fileSlug } from "./file-slug.js";
import { formAt, refuseCodes } from "./form-file.js";
import { type Say, sayOf } from "./language.js";
import type { GivenOptions } from "./options.js";
import { wrap } from "./print/wrap.js";
import type { ExitCode } from "./run.js";
import { writeReason } from "./write-reason.js";

/** How a declaration begins that was made from a workbook; only such a file is written anew. */
const IMPORTED = "Do khuyenhoc forms import lập từ";
/** Rows of the blank copy, as many as most communes have branches. */
const BLANK_ROWS = 40;

/**
 * Writes the declaration and the blank copy. Exit 3 where one could not be written.
 *
 * @throws UsageError `missing-path`, `form`, `form-codes`, `declaration`, `form-taken`
 */
export async function importForm(
  paths: readonly string[],
  { declared, options }: { readonly declared: Declared; readonly options: GivenOptions },
  env: Env,
): Promise<ExitCode> {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) {
    throw new UsageError("missing-path", "Cần ghi đúng một tệp mẫu.", "Ví dụ: khuyenhoc forms import mau.xlsx");
  }
  const catalogue = catalogueOf(declared);
  const opened = await formAt(path, env);
  if (opened.form.kind === "docx") {
    throw new UsageError("form", `«${path}» là văn bản Word; báo cáo gửi về là bảng tính.`, "Dùng một tệp .xlsx.");
  }
  const understood = understandForm(opened.form, catalogue);
  if (understood.kind === "refused") throw refuseCodes(path, understood.faults);
  const drafted = draftOwnForm({ ...opened, path }, catalogue);
  const id = fileSlug(fileName(path).replace(/\.[^.]*$/, ""));
  const made = declareForms(drafted.forms, { id, remark: remarkOn(path), indicators: catalogue.indicators });
  const faults = [...drafted.faults, ...made.faults];
  if (faults.length > 0) throw refuseCodes(path, faults);
  return write({ id, made, drafted, declared, config: options.config, say: sayOf(catalogue) }, env);
}

function remarkOn(path: string): string {
  return `${IMPORTED} ${fileName(path)}. Sửa được; lập lại từ tệp ấy thì ghi đè.`;
}

interface Making {
  readonly id: string;
  readonly made: DeclaredForm;
  readonly drafted: DraftedOwnForm;
  readonly declared: Declared;
  readonly config: string | undefined;
  readonly say: Say;
}

async function write({ id, made, drafted, declared, config, say }: Making, env: Env): Promise<ExitCode> {
  const folder = await ownFolder(config, env);
  const path = `forms/${id}.yaml`;
  const target = join(folder.path, "forms", `${id}.yaml`);
  const before = declared.own.find((file) => file.path === path);
  if (before !== undefined && !before.text.includes(IMPORTED)) {
    const said = `«${target}» là khai báo viết tay, không lập từ tệp mẫu.`;
    throw new UsageError("form-taken", said, "Đổi tên tệp mẫu rồi chạy lại.");
  }
  const others = declared.own.filter((file) => file.path !== path);
  loadCatalogue(declared.shipped, [...others, { path, shownPath: target, text: made.text }]);
  const blank = `${id}-trong.xlsx`;
  try {
    await env.replace(target, new TextEncoder().encode(made.text));
    if (folder.isNew) await env.replace(folder.config, new TextEncoder().encode(`khai-bao: ${folder.name}\n`));
    await env.write(join(folder.path, "..", blank), drafted.blank(BLANK_ROWS));
  } catch (fault) {
    env.tell(wrap(say(`Không ghi được vào «${folder.path}»: ${writeReason(fault)}`), env.columns));
    return 3;
  }
  env.print([`Đã ghi khai báo ${target}`, `Đã ghi mẫu trống ${join(folder.path, "..", blank)}`].map(say).join("\n"));
  for (const line of unsortedText(drafted)) env.tell(wrap(say(line), env.columns));
  const next = "Việc tiếp theo: gửi mẫu trống xuống dưới; báo cáo gửi về được nhận ra theo khai báo này.";
  env.tell(wrap(say(next), env.columns));
  env.tell(wrap(say(`Xem lại: khuyenhoc forms ${made.ids.join(" ")}`), env.columns));
  return 0;
}

/** What a table of branches cannot tell without a column that sorts them. */
function unsortedText({ forms }: DraftedOwnForm): readonly string[] {
  const unsorted = forms.filter(
    ({ table }) => table?.grain === "branch" && !table.columns.some(({ code }) => code.kind === "category"),
  );
  return unsorted.map(
    ({ sheet }) =>
      `Cần biết: trang «${sheet}» không có cột nói dòng nào là chi hội, dòng nào là ban và thuộc loại nào, nên số chi hội, số ban từng loại sẽ để trống. Mẫu có cột ấy thì ghi {{hình thức}}, {{loại}} vào rồi chạy lại.`,
  );
}
