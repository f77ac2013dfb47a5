// template (tao-mau): blank workbooks for a unit, or for every unit below it that fills one in. What lies in the folder
// already is never written over: it may have been filled in.

import { join } from "node:path";
import { type BlankForm, type BlankForms, createBlankForms } from "../../blank-forms.js";
import type { Catalogue } from "../../model/catalogue.js";
import { type Form, isList } from "../../model/form.js";
import type { IsoDate } from "../../model/iso-date.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { type OrgTree, treeAt } from "../../model/org-tree.js";
import { lastDayOf, type Period, periodInWords, printPeriod } from "../../model/period.js";
import { grassrootsBelow, membersOf } from "../../model/reporters-below.js";
import type { Unit } from "../../model/unit.js";
import { UsageError } from "../../model/usage-error.js";
import { catalogueOf, declarationsInForce } from "../declarations.js";
import type { Env } from "../env.js";
import { filesBelow } from "../examine.js";
import { fileSlug } from "../file-slug.js";
import { languageOf, sayOf } from "../language.js";
import type { GivenOptions } from "../options.js";
import { showProgress } from "../print/progress.js";
import { wrap } from "../print/wrap.js";
import { rememberAll } from "../recall-all.js";
import type { ExitCode } from "../run.js";
import { screenFor } from "../screen.js";
import { namedUnit, parseOptions } from "../settle-request.js";
import type { Words } from "../words.js";
import { writeReason } from "../write-reason.js";

/** Rows for branches where no earlier workbook says how many there are. */
const BRANCH_ROWS = 40;
const MOST_ROWS = 500;

/** Exit 0; 3 where a file could not be written. @throws UsageError `unit`, `period`, `rows`, `no-units`, `only` */
export async function templateCommand(_: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const asked = askedOf(options);
  const { words } = screenFor(options, env);
  const catalogue = catalogueOf(
    await declarationsInForce({ configPath: options.config, language: languageOf(options.lang) }, env),
  );
  const say = sayOf(catalogue);
  const tree = treeAt(catalogue.register, asked.asOf);
  const { name, units, skipped } = unitsAsked(asked, options, catalogue);
  const folder = options.out ?? `bieu-mau-${fileSlug(asked.unit)}-${printPeriod(asked.period)}`;
  const forms = createBlankForms(catalogue, { created: env.now(), toolVersion: env.version });
  const useless = await rememberAll(await filesBelow(options.previous ?? [], env), forms, env);
  for (const path of useless)
    env.tell(wrap(say(`Không dùng được tệp kỳ trước «${path}»: không rõ đơn vị hoặc kỳ.`), env.columns));
  const lists = listsNamed(options.also, catalogue);
  const orders = units.map((unit): Order => {
    const children = tree.reportersTo(unit.key);
    const blank = { unit, period: asked.period, asOf: asked.asOf, children, branchRows: asked.rows, lists };
    return { path: join(folder, ...pathOf(unit, units, tree)), blank };
  });
  const done = await writeAll(orders, { forms, words }, env);
  const told = summary({ name, period: asked.period, folder, skipped, ...done });
  env.print(told.map((line) => wrap(say(line), env.columns)).join("\n"));
  return done.failed === undefined ? 0 : 3;
}

interface Asked {
  readonly unit: string;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly rows: number;
}

function askedOf(options: GivenOptions): Asked {
  const { period, asOf } = parseOptions(options);
  const { unit } = options;
  if (unit === undefined) {
    throw new UsageError(
      "unit",
      "Chưa ghi làm biểu cho đơn vị nào.",
      "Ghi thêm --unit, ví dụ --unit 44 (tỉnh) hoặc --unit 19441 (xã).",
    );
  }
  if (period === undefined) {
    throw new UsageError(
      "period",
      "Chưa ghi kỳ báo cáo.",
      "Ghi thêm --period, ví dụ --period 2025 (năm) hoặc --period 2025-Q4 (quý).",
    );
  }
  const rows = options.rows === undefined ? BRANCH_ROWS : Number(options.rows);
  if (!Number.isInteger(rows) || rows < 1 || rows > MOST_ROWS) {
    throw new UsageError(
      "rows",
      `Không hiểu số dòng «${options.rows}».`,
      `Ghi --rows với một số từ 1 đến ${MOST_ROWS}.`,
    );
  }
  return { unit, period, asOf: asOf ?? lastDayOf(period), rows };
}

/** @throws UsageError `also` where a form is asked for that is no list and belongs to every workbook */
function listsNamed(ids: readonly string[] | undefined, { forms }: Catalogue): readonly string[] | undefined {
  const known = [...forms.values()].filter(mayBeAsked).map(({ id, name }) => `${id} (${name})`);
  const asked = ids?.flatMap((text) => text.split(",")).map((text) => text.trim());
  return asked?.map((text) => {
    const form = [...forms.values()].find(({ id }) => id.toUpperCase() === text.toUpperCase());
    if (form !== undefined && mayBeAsked(form)) return form.id;
    throw new UsageError(
      "also",
      `Không có biểu danh sách «${text}».`,
      `Ghi sau --also một hay nhiều mã: ${known.join(", ")}.`,
    );
  });
}

function mayBeAsked(form: Form): boolean {
  return isList(form) || form.isOptional === true;
}

interface UnitsAsked {
  readonly name: string;
  readonly units: readonly Unit[];
  /** Units without an association, which get no form. */
  readonly skipped: number;
}

/** The units that get a form: those below that report on their own branches, or with --only the unit itself. */
function unitsAsked(asked: Asked, options: GivenOptions, { register }: Catalogue): UnitsAsked {
  const tree = treeAt(register, asked.asOf);
  const key = namedUnit(asked.unit, asked.asOf, register);
  const unit = register.byKey(key);
  const grouping = register.groupingAt(key, asked.asOf);
  const starts =
    unit === undefined && grouping !== undefined ? membersOf(grouping, tree) : unit === undefined ? [] : [unit];
  const name = unit?.name ?? grouping?.name ?? asked.unit;
  if (options.only === true) {
    if (unit !== undefined) return { name, units: [unit], skipped: 0 };
    throw new UsageError(
      "only",
      `${name} là một cụm, không phải đơn vị nộp biểu.`,
      "Bỏ --only để làm biểu cho các đơn vị trong cụm.",
    );
  }
  const all = starts.flatMap((start) => grassrootsBelow(start, tree));
  const units = all.filter((one) => !register.lacksAssociation(one.key, asked.asOf));
  if (units.length > 0) return { name, units, skipped: all.length - units.length };
  throw new UsageError(
    "no-units",
    `${name} không có đơn vị nào phải nộp biểu ở kỳ này.`,
    "Xem lại --unit và --period.",
  );
}

/** `19441-xa-huong-phung.xlsx`, in a folder per province where there are several. */
function pathOf(unit: Unit, units: readonly Unit[], tree: OrgTree): readonly string[] {
  const file = `${fileSlug(unit.code)}-${fileSlug(unit.name)}.xlsx`;
  const [first] = units;
  const province = provinceOf(unit, tree);
  const isOnlyOne = first === undefined || units.every((one) => provinceOf(one, tree) === provinceOf(first, tree));
  return isOnlyOne || province === undefined ? [file] : [`${fileSlug(province.code)}-${fileSlug(province.name)}`, file];
}

function provinceOf(unit: Unit, tree: OrgTree): Unit | undefined {
  let province: Unit | undefined = unit;
  while (province !== undefined && province.level !== "province") province = tree.parentOf(province.key);
  return province;
}

interface Order {
  readonly path: string;
  readonly blank: BlankForm;
}

interface Written {
  readonly written: number;
  /** Files that were there already. */
  readonly kept: number;
  /** Why a file could not be written; the run stops there. */
  readonly failed: string | undefined;
}

async function writeAll(
  orders: readonly Order[],
  { forms, words }: { readonly forms: BlankForms; readonly words: Words },
  env: Env,
): Promise<Written> {
  const progress = showProgress({ total: orders.length, work: "forms", words }, env);
  let written = 0;
  let kept = 0;
  let failed: string | undefined;
  for (const { path, blank } of orders) {
    if ((await env.find(path)).kind === "files") {
      kept += 1;
      continue;
    }
    const bytes = await forms.make(blank);
    failed = await env.write(path, bytes).then(
      () => undefined,
      (fault: unknown) => words.notWritten(path, writeReason(fault, words)),
    );
    if (failed !== undefined) break;
    written += 1;
    progress.step(written);
  }
  progress.end();
  return { written, kept, failed };
}

interface Told extends Written {
  readonly name: string;
  readonly period: Period;
  readonly folder: string;
  readonly skipped: number;
}

function summary({ name, period, folder, written, kept, skipped, failed }: Told): readonly string[] {
  const lines = [
    `Đã làm ${vietnameseNumber(written)} biểu ${periodInWords(period)} của ${name}, trong thư mục ${folder}.`,
  ];
  if (kept > 0) lines.push(`${vietnameseNumber(kept)} tệp đã có sẵn, không ghi đè vì có thể đã được điền.`);
  if (skipped > 0) lines.push(`${vietnameseNumber(skipped)} đơn vị chưa có tổ chức Hội nên không làm biểu.`);
  lines.push(
    failed ??
      "Việc tiếp theo: gửi mỗi tệp cho đơn vị ghi trên tên tệp; nhận lại thì chép vào một thư mục rồi chạy khuyenhoc validate.",
  );
  return lines;
}
