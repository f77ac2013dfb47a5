// doctor (chan-doan): is everything there that the program needs? For whoever is asked why it does not run.

import { vietnameseNumber } from "../../model/number-text.js";
import { treeAt } from "../../model/org-tree.js";
import { UsageError } from "../../model/usage-error.js";
import { dayInVietnam, momentText } from "../../model/vietnam-time.js";
import { catalogueOf, declarationsInForce, translationInto } from "../declarations.js";
import type { Env } from "../env.js";
import { languageOf, type Say } from "../language.js";
import type { GivenOptions } from "../options.js";
import { completionFor } from "../print/completion.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";

/** One thing looked at; `mend` where it is not as it should be. */
interface Look {
  readonly what: string;
  readonly found: string;
  readonly mend?: string;
  readonly exit?: 2 | 3;
}

/** Exit 0; 2 where the declarations are refused, 3 where nothing can be written to the current folder. @throws UsageError `completion` */
export async function doctorCommand(_: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  if (options.completion !== undefined) {
    env.print(completionFor(options.completion));
    return 0;
  }
  const language = languageOf(options.lang);
  const say = await translationInto(language, env);
  const looks = [...basics(env, say), await declarations(options, say, env), await folder(say, env)];
  for (const look of looks) env.print(lineOf(look, say, env));
  const wrong = looks.filter(({ mend }) => mend !== undefined);
  env.print("");
  env.print(say(wrong.length === 0 ? "Mọi thứ dùng được." : `Có ${wrong.length} điều cần sửa, đánh dấu ✗ ở trên.`));
  const exits = wrong.map(({ exit }) => exit ?? 2);
  return exits.includes(3) ? 3 : exits.includes(2) ? 2 : 0;
}

function basics(env: Env, say: Say): readonly Look[] {
  const { version, machine, processors, columns, hasColour, now, shippedCatalogue } = env;
  const memory = vietnameseNumber(machine.memoryBytes / 2 ** 30, 1);
  return [
    { what: "Phiên bản", found: `khuyenhoc ${version}` },
    { what: "Node.js", found: machine.node },
    { what: "Máy", found: `${machine.system}, ${say(`${processors} bộ xử lý, ${memory} GiB bộ nhớ`)}` },
    { what: "Màn hình", found: say(`${columns} cột, ${hasColour ? "có màu" : "không màu"}`) },
    { what: "Ngày giờ", found: momentText(now()).split(" ").map(say).join(" ") },
    { what: "Chương trình", found: shippedCatalogue.replace(/[\\/]src[\\/]catalogue[\\/]?$/, "") },
  ];
}

/** Loads everything that is declared, the lists of units too. */
async function declarations(options: GivenOptions, say: Say, env: Env): Promise<Look> {
  const what = "Khai báo";
  try {
    const language = languageOf(options.lang);
    const declared = await declarationsInForce({ configPath: options.config, language }, env);
    const { indicators, forms, rules, register } = catalogueOf(declared);
    const today = dayInVietnam(env.now());
    const units = today === undefined ? [] : [...treeAt(register, today).units()];
    const counts = [
      [indicators.size, "chỉ tiêu"],
      [forms.size, "biểu"],
      [rules.length, "quy tắc"],
      [units.filter(({ level }) => level === "commune").length, "xã, phường, đơn vị cơ sở"],
    ].map(([count, noun]) => `${vietnameseNumber(Number(count))} ${noun}`);
    const own = declared.own.length === 0 ? "không có khai báo riêng" : `${declared.own.length} tệp khai báo riêng`;
    return { what, found: `${say(counts.join(", "))}; ${say(own)}` };
  } catch (fault) {
    if (!(fault instanceof UsageError)) throw fault;
    return { what, found: say(fault.message), mend: say(fault.hint), exit: 2 };
  }
}

async function folder(say: Say, env: Env): Promise<Look> {
  const found = env.machine.folder;
  return (await env.canWrite(found))
    ? { what: "Thư mục này", found: say(`${found} — ghi được`) }
    : { what: "Thư mục này", found: say(`${found} — không ghi được`), mend: say(WRITE_ELSEWHERE), exit: 3 };
}

const WRITE_ELSEWHERE = "Chuyển sang thư mục của mình (ví dụ Documents), hoặc ghi kết quả ra nơi khác bằng --out.";

function lineOf({ what, found, mend }: Look, say: Say, { columns }: Env): string {
  const line = wrap(found, columns, {
    first: `${mend === undefined ? "✓" : "✗"} ${say(what).padEnd(13)} `,
    rest: " ".repeat(16),
  });
  return mend === undefined
    ? line
    : `${line}\n${wrap(mend, columns, { first: `${" ".repeat(16)}→ `, rest: " ".repeat(18) })}`;
}
