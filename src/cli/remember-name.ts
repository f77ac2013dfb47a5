// A confirmed name is written down: one more row in the office's own list. Rows are only added; a name that already
// means something else is refused, and so is one that is the name of another unit.

import { join } from "node:path";
import { loadCatalogue } from "../catalogue/load-catalogue.js";
import type { Catalogue } from "../model/catalogue.js";
import type { IsoDate } from "../model/iso-date.js";
import { treeAt } from "../model/org-tree.js";
import { plainCell, REMEMBERED_COLUMNS, REMEMBERED_PATH, type RememberedName } from "../model/remembered-name.js";
import type { Unit } from "../model/unit.js";
import { UsageError } from "../model/usage-error.js";
import { dayInVietnam } from "../model/vietnam-time.js";
import { createNameLookUp } from "../pipeline/look-up-name.js";
import type { UnitsAsked } from "./commands/units.js";
import { type Declared, ownFolder } from "./declarations.js";
import type { Env } from "./env.js";
import { languageOf, type Say, sayOf } from "./language.js";
import { addToLedger, ledgerFolder } from "./ledger-folder.js";
import type { GivenOptions } from "./options.js";
import { wrap } from "./print/wrap.js";
import type { ExitCode } from "./run.js";
import { systemCode } from "./system-code.js";
import { wordsIn } from "./words.js";
import { writeReason } from "./write-reason.js";

type Row = Omit<RememberedName, "parent" | "unit" | "since"> & Readonly<Record<"parent" | "unit" | "since", string>>;

interface Around {
  readonly catalogue: Catalogue;
  readonly declared: Declared;
  readonly env: Env;
}

/** Exit 0 where the name is remembered (or was before), 3 where the list could not be written. */
export async function rememberName(
  asked: UnitsAsked,
  options: GivenOptions,
  { catalogue, declared, env }: Around,
): Promise<ExitCode> {
  const { text, parent } = asked;
  const say = sayOf(catalogue);
  if (parent === undefined) {
    throw new UsageError(
      "remember",
      "Chưa ghi cách viết này là trong báo cáo của đơn vị nào.",
      'Ví dụ: khuyenhoc units "Xa Huong Phung" --unit 44 --remember 19441',
    );
  }
  const unit = unitBelow(options.remember ?? "", { ...asked, parent }, catalogue);
  const before = createNameLookUp(catalogue)(
    text,
    treeAt(catalogue.register, asked.asOf).reportersTo(parent.key),
    parent.key,
  );
  if (before.kind === "found" && before.unit === unit) {
    env.print(wrap(say(`Không cần ghi thêm: «${text}» đã được nhận là ${unit.name} (${unit.code}).`), env.columns));
    return 0;
  }
  if (before.kind === "found" || before.kind === "ambiguous")
    throw takenName(text, before.kind === "found" ? [before.unit] : before.units);
  const row = {
    parent: parent.key,
    name: plainCell(text),
    unit: unit.key,
    since: dayInVietnam(env.now()) ?? "",
    by: plainCell(options.by ?? ""),
  };
  const written = await append(row, options.config, { declared, say, env });
  if (written === undefined) return 3;
  const isRecorded = await recordName(row, options, env);
  const said = `Đã ghi nhớ: trong báo cáo của ${parent.name}, «${text}» là ${unit.name} (${unit.code}).`;
  env.print(`${wrap(say(said), env.columns)}\n${say(`Đã ghi ${written}`)}`);
  return isRecorded ? 0 : 3;
}

/** The decision itself, beside the list that is in force: a row that is later taken out can still be looked up. */
async function recordName({ parent, name, unit, by }: Row, { config, lang }: GivenOptions, env: Env): Promise<boolean> {
  const folder = await ledgerFolder(config, env);
  if (folder === undefined) return true;
  try {
    await addToLedger(folder, [{ kind: "name", moment: env.now(), period: "", parent, name, unit, by }], env);
    return true;
  } catch (fault) {
    const words = wordsIn(languageOf(lang));
    env.tell(wrap(words.ledgerNotWritten(folder, writeReason(fault, words)), env.columns));
    return false;
  }
}

function unitBelow(
  code: string,
  { parent, asOf }: UnitsAsked & { readonly parent: Unit },
  { register }: Catalogue,
): Unit {
  const unit = register.byKey(code) ?? treeAt(register, asOf).byCode(code) ?? register.carriersOf(code).at(-1);
  const isBelow = (day: IsoDate): boolean => unit !== undefined && treeAt(register, day).isBelow(unit.key, parent.key);
  if (unit !== undefined && unit !== parent && (isBelow(asOf) || isBelow(unit.from))) return unit;
  const found = unit === undefined ? "không có trong danh mục" : `là ${unit.name}, không thuộc ${parent.name}`;
  throw new UsageError(
    "remember",
    `Mã «${code}» ${found}.`,
    `Xem các nơi gần giống: khuyenhoc units "tên" --unit ${parent.code}`,
  );
}

function takenName(text: string, units: readonly Unit[]): UsageError {
  const names = units.map(({ name, code }) => `${name} (${code})`).join(", ");
  return new UsageError(
    "remember",
    `«${text}» đã là tên của đơn vị khác: ${names}.`,
    "Báo cáo phải ghi mã; tên của một đơn vị không ghi nhớ cho đơn vị khác được.",
  );
}

/** The list's path; undefined where it could not be written (held open by another program), which has then been said. */
async function append(
  row: Row,
  config: string | undefined,
  { declared, say, env }: Pick<Around, "declared" | "env"> & { readonly say: Say },
): Promise<string | undefined> {
  const folder = await ownFolder(config, env);
  const path = join(folder.path, ...REMEMBERED_PATH.split("/"));
  const known = declared.own.find((file) => file.path === REMEMBERED_PATH)?.text ?? "";
  const added = addedText(known, REMEMBERED_COLUMNS.map((column) => row[column]).join(","));
  const others = declared.own.filter((file) => file.path !== REMEMBERED_PATH);
  const text = `${known === "" ? added.heading : known}${added.row}`;
  loadCatalogue(declared.shipped, [...others, { path: REMEMBERED_PATH, shownPath: path, text }]);
  try {
    await appendUntilThere(path, added, env);
    if (folder.isNew) await env.replace(folder.config, new TextEncoder().encode(`khai-bao: ${folder.name}\n`));
    return path;
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    const said = say(`Không ghi được «${path}». Đóng tệp ấy nếu đang mở, kiểm tra quyền ghi, rồi chạy lại.`);
    env.tell(wrap(said, env.columns));
    return undefined;
  }
}

interface AddedText {
  /** What a file that is not there yet begins with. */
  readonly heading: string;
  /** The row with its line ending, and the one that the line before it may lack. */
  readonly row: string;
}

function addedText(known: string, row: string): AddedText {
  const end = known.includes("\r\n") ? "\r\n" : "\n";
  const before = known === "" || known.endsWith("\n") ? "" : end;
  return { heading: `${REMEMBERED_COLUMNS.join(",")}${end}`, row: `${before}${row}${end}` };
}

/** Some network folders let one write fall upon another: the row is looked for, and written again where it is gone. */
async function appendUntilThere(path: string, { heading, row }: AddedText, env: Env): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    await env.append(path, row, heading);
    const text = new TextDecoder().decode(await env.read(path));
    if (text.split(/\r?\n/).includes(row.trim())) return;
  }
}

const MOST_ATTEMPTS = 5;
